"""A DOI is found however it is written."""

from __future__ import annotations

import time

import pytest

from bibproof.doi import doi_url, find_doi


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1000/xyz", "10.1000/xyz"),
        ("doi:10.1000/XYZ", "10.1000/xyz"),
        ("DOI: 10.1000/xyz", "10.1000/xyz"),
        ("https://doi.org/10.1000/xyz", "10.1000/xyz"),
        ("http://dx.doi.org/10.1000/xyz.", "10.1000/xyz"),
        (r"\url{https://doi.org/10.1000/a_b}", "10.1000/a_b"),
        (r"\href{https://doi.org/10.1000/a}{10.1000/a}", "10.1000/a"),
        (r"https:\/\/doi.org\/10.1162\/tacl", "10.1162/tacl"),
        (r"10.1162/tacl\_a\_00276", "10.1162/tacl_a_00276"),
        (r"10.1162/tacl{\_}a{\_}00276", "10.1162/tacl_a_00276"),
        (r"10.1000/a\textunderscore b", "10.1000/a_b"),
        ("https://doi.org/10.1002%2Fphar.2086", "10.1002/phar.2086"),
        ("10.1016/S0140-6736(10)60888-4", "10.1016/s0140-6736(10)60888-4"),
        ("(see 10.1016/S0140-6736(10)60888-4).", "10.1016/s0140-6736(10)60888-4"),
        (
            "10.1002/(SICI)1097-4679(199901)55:1<1::AID-JCLP1>3.0.CO;2-#",
            "10.1002/(sici)1097-4679(199901)55:1<1::aid-jclp1>3.0.co;2-#",
        ),
        (
            r"10.1002/(SICI)1097-4679(199901)55:1\textless{}1::AID-JCLP1\textgreater{}3.0.CO;2-T",
            "10.1002/(sici)1097-4679(199901)55:1<1::aid-jclp1>3.0.co;2-t",
        ),
        ("https://proxy.example.edu/login?url=https://doi.org/10.1000/xyz", "10.1000/xyz"),
        ("10.1000.10/123456", "10.1000.10/123456"),
        ("10.1000/xyz, 10.1000/abc", "10.1000/xyz"),
        ("10.1000/xyz:", "10.1000/xyz"),
        ("10.1000/a/b;c(1)", "10.1000/a/b;c(1)"),
        ("10.1000/a(1))", "10.1000/a(1)"),
        ("\N{SOFT HYPHEN}10.1000/x\N{ZERO WIDTH SPACE}yz", "10.1000/xyz"),
        ("10.1000/a–b", "10.1000/a–b"),
        ("<a href='http://dx.doi.org/10.1000/j.x.2009'>doi</a>", "10.1000/j.x.2009"),
        ('<a href="http://dx.doi.org/10.1000/j.x.2009">10.1000/j.x</a>', "10.1000/j.x.2009"),
        ("<doi>10.1000/j.x.2009</doi>", "10.1000/j.x.2009"),
        ("https://doi.org/10.1000/xyz/", "10.1000/xyz"),
        ("[(10.1000/x(1))].,", "10.1000/x(1)"),
    ],
)
def test_found(written, doi):
    assert find_doi(written) == doi


@pytest.mark.parametrize(
    "written", ["", "none", "10.1000", "10.12/short prefix", "n/a", "arXiv:1706.03762", "10./x", "10.1000//."]
)
def test_none_there(written):
    assert find_doi(written) is None


@pytest.mark.parametrize("tail", [")", ").", "]>", "x"])
def test_time_is_linear(tail):
    started = time.process_time()
    assert (find_doi("10.1000/a" + tail * 200_000) or "").startswith("10.1000/a")
    assert time.process_time() - started < 2


def test_its_address():
    assert doi_url("10.1000/xyz") == "https://doi.org/10.1000/xyz"
