"""APA 7, chapter 11: legal references."""

import pytest

from apa_works import cited, day, shown
from bibproof.model import Work

BROWN = Work(
    type="legal_case",
    title="Brown v. Board of Education",
    volume="347",
    container_title="U.S.",
    page="483-496",
    issued=day(1954, 5, 17),
    url="https://example.org/347us483",
)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (BROWN, "Brown v. Board of Education, 347 U.S. 483 (1954). https://example.org/347us483"),
        (
            Work(
                type="legal_case",
                title="Daubert v. Merrell",
                volume="951",
                container_title="F.2d",
                page="1128",
                issued=day(1991),
                variables={"authority": "9th Cir."},
            ),
            "Daubert v. Merrell, 951 F.2d 1128 (9th Cir. 1991).",
        ),
        (
            Work(
                type="legal_case",
                title="Roe v. Doe",
                number="12-345",
                issued=day(2014),
                variables={"authority": "D. Mass."},
            ),
            "Roe v. Doe, No. 12-345 (D. Mass. 2014).",
        ),
        (
            Work(
                type="legislation",
                title="Americans With Disabilities Act of 1990",
                volume="42",
                container_title="U.S.C.",
                issued=day(1990),
                variables={"section": "12101 et seq."},
            ),
            "Americans With Disabilities Act of 1990, 42 U.S.C. § 12101 et seq. (1990).",
        ),
        (
            Work(
                type="legislation",
                title="Lilly Ledbetter Fair Pay Act of 2009",
                number="111-2",
                volume="123",
                container_title="Stat.",
                page="5",
                issued=day(2009),
            ),
            "Lilly Ledbetter Fair Pay Act of 2009, Pub. L. No. 111-2, 123 Stat. 5 (2009).",
        ),
        (
            Work(
                type="bill",
                title="Campus Improvement Act",
                number="H.R. 1100",
                variables={"authority": "113th Cong."},
                issued=day(2013),
            ),
            "Campus Improvement Act, H.R. 1100, 113th Cong. (2013).",
        ),
        (
            Work(
                type="hearing",
                title="Strengthening Loans",
                variables={"committee": "U.S. Senate Committee on Health", "authority": "113th Cong."},
                issued=day(2014),
            ),
            "Strengthening Loans: Hearing before the U.S. Senate Committee on Health, 113th Cong. (2014).",
        ),
        (
            Work(
                type="regulation",
                title="Protection of Human Subjects",
                volume="45",
                container_title="C.F.R.",
                variables={"section": "46"},
                issued=day(2009),
            ),
            "Protection of Human Subjects, 45 C.F.R. § 46 (2009).",
        ),
        (
            Work(
                type="treaty",
                title="Convention on the Rights of the Child",
                issued=day(1989, 11, 20),
                url="https://example.org/crc",
            ),
            "Convention on the Rights of the Child, November 20, 1989. https://example.org/crc",
        ),
    ],
)
def test_a_legal_reference(work, expected):
    assert shown(work) == expected


def test_a_case_is_in_italics_in_the_text():
    assert cited([BROWN], "w1") == "(<i>Brown v. Board of Education</i>, 1954)"


def test_a_number_that_is_a_citation_is_no_docket():
    case = Work(type="legal_case", title="Brown v. Board", number="347 U.S. 483", issued=day(1954))
    assert shown(case) == "Brown v. Board, 347 U.S. 483 (1954)."


def test_the_reports_of_the_supreme_court_name_it():
    case = Work(
        type="legal_case", title="Obergefell v. Hodges", volume="576", container_title="U.S.", page="644",
        issued=day(2015), variables={"authority": "U.S. Supreme Court"},
    )  # fmt: skip
    assert shown(case) == "Obergefell v. Hodges, 576 U.S. 644 (2015)."
