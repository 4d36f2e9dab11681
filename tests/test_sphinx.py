"""A project that Sphinx builds with sphinxcontrib-bibtex and one of our styles."""

from __future__ import annotations

import os
import subprocess
import sys

import html5lib
import pytest

CONF = """
project = "Mosses"
extensions = ["sphinxcontrib.bibtex"]
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "{style}"
"""
PAGE = """
Mosses
======

Mosses grow :cite:p:`zell2001`, and grew :cite:t:`berg2010`; see also :cite:p:`moss1`.

.. bibliography::
"""
REFERENCES = r"""
@article{zell2001, author = {Zell, Ada and M{\"u}ller, Cy}, title = {Rain on {DNA}: A Study},
  journal = {Bryology}, volume = 5, pages = {10--20}, year = 2001, doi = {10.5555/a_b}}
@book{berg2010, author = {van der Berg, Jan}, title = {The Whole Moss}, publisher = {Press}, year = 2010,
  address = {Bern}}
@article{moss1, author = {Moss, Bea}, title = {First}, journal = {Bryology}, year = 2018}
@article{never, author = {Moss, Bea}, title = {Not Cited}, journal = {Bryology}, year = 2019}
"""
LISTS = {
    "apa": [
        ("Moss, 2018", "Moss, B. (2018). First. Bryology."),
        ("van der Berg, 2010", "van der Berg, J. (2010). The whole moss. Press."),
        (
            "Zell and Müller, 2001",
            "Zell, A., & Müller, C. (2001). Rain on DNA: A study. Bryology, 5, 10–20. https://doi.org/10.5555/a_b",
        ),
    ],
    "vancouver": [
        ("1", "Zell A, Müller C. Rain on DNA: a study. Bryology. 2001;5:10-20. doi:10.5555/a_b"),
        ("2", "van der Berg J. The whole moss. Bern: Press; 2010."),
        ("3", "Moss B. First. Bryology. 2018."),
    ],
}


def built(folder, style):
    """The page as Sphinx writes it; a warning is an error."""
    (folder / "conf.py").write_text(CONF.format(style=style), encoding="utf-8")
    (folder / "index.rst").write_text(PAGE, encoding="utf-8")
    (folder / "refs.bib").write_text(REFERENCES, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "-q", str(folder), str(folder / "out")]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert run.returncode == 0, run.stderr
    with (folder / "out" / "index.html").open("rb") as page:
        return html5lib.parse(page, namespaceHTMLElements=False)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("style", sorted(LISTS))
def test_sphinx_builds_a_list_and_its_citations(tmp_path, style):
    page = built(tmp_path, style)
    entries = [element for element in page.iter("div") if element.get("role") == "doc-biblioentry"]
    shown = [(text_of(entry.find("span")).strip("[]"), text_of(entry.find("p"))) for entry in entries]
    assert shown == LISTS[style]
    targets = {entry.get("id") for entry in entries}
    cited = [link.get("href") for link in page.iter("a") if (link.get("href") or "").startswith("#id")]
    assert {target.removeprefix("#") for target in cited} >= targets
