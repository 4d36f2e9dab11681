"""A string read with a record in mind: any style is read, and what is different is still found."""

import pytest

from bibproof import Date, Person, Work
from bibproof.compare import Likeness, compare
from bibproof.readers.text import text

RECORD = Work(
    type="article-journal",
    title="Tidal Mixing in Shallow Estuaries",
    authors=(
        Person(family="Okafor", given="Maria C."),
        Person(family="Lindqvist", given="Jens"),
        Person(family="Moreau", given="Ines"),
    ),
    issued=Date(2014, 3),
    dates=(Date(2014, 3),),
    container_title="Journal of Estuarine Physics",
    other_container_titles=("J Estuar Phys",),
    volume="13",
    issue="3",
    page="201-219",
    doi="10.5555/right",
)
STYLES = {
    "vancouver": "{a} {b} {c}. {title}. {short}. {year};{volume}({issue}):{page}.",
    "apa": "{a} {b} {c} ({year}). {title}. {journal}, {volume}({issue}), {page}.",
    "ieee": "{a} {b} {c}, “{title},” {short}, vol. {volume}, no. {issue}, pp. {page}, {year}.",
    "nature": "{a} {b} {c} {title}. {short} {volume}, {page} ({year}).",
    "elsevier": "{a} {b} {c}, {title}, {short} {volume} ({year}) {page}.",
    "odd": "{a} {b} {c} | {year} | {title} | {journal} | {volume} ({issue}) : {page}",
    "germanic": "{a} {b} {c}: {title}. In: {journal} {volume} (Heft {issue}), S. {page}, {year}",
}
NAMES = {
    "vancouver": ("Okafor MC,", "Lindqvist J,", "Moreau I"),
    "apa": ("Okafor, M. C.,", "Lindqvist, J.,", "& Moreau, I."),
    "ieee": ("M. C. Okafor,", "J. Lindqvist,", "and I. Moreau"),
    "nature": ("Okafor, M. C.,", "Lindqvist, J.", "& Moreau, I."),
    "elsevier": ("M.C. Okafor,", "J. Lindqvist,", "I. Moreau"),
    "odd": ("Okafor, M. C.;", "Lindqvist, J.;", "Moreau, I."),
    "germanic": ("Okafor, Maria C.;", "Lindqvist, Jens;", "Moreau, Ines"),
}
RIGHT = {
    "title": "Tidal mixing in shallow estuaries",
    "journal": "Journal of Estuarine Physics",
    "short": "J Estuar Phys",
    "year": "2014",
    "volume": "13",
    "issue": "3",
    "page": "201–219",
}


def written(style, **changed):
    names = dict(zip("abc", NAMES[style], strict=True))
    return STYLES[style].format(**(names | RIGHT | changed))


def against(string, record=RECORD):
    (reference,) = text(f"References\n{string}\n", None)
    reread = reference.read_for(record)
    return compare(reread.work, record), reread, f"References\n{string}\n"


@pytest.mark.parametrize("style", STYLES)
def test_a_right_string_agrees_in_every_style(style):
    comparison, _, _ = against(written(style))
    assert comparison.differs == ()
    assert {"title", "author", "year", "journal", "volume"} <= set(comparison.agrees)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("field", "changed", "shown"),
    [
        ("year", {"year": "2017"}, "2017"),
        ("volume", {"volume": "27"}, "27"),
        ("pages", {"page": "311–329"}, "311–329"),
        ("journal", {"journal": "Journal of Alpine Botany", "short": "J Alp Bot"}, "Bot"),
        ("title", {"title": "Tidal mixing in frozen estuaries"}, "frozen"),
        ("title", {"title": "Thermal mixing in shallow estuaries"}, "Thermal"),
        ("title", {"title": "Tidal mixing in shallow harbours"}, "harbours"),
        ("author", {"a": None}, "Tanaka"),
    ],
)
def test_what_is_different_is_found_and_pointed_at(style, field, changed, shown):
    if "a" in changed:
        changed = {"a": NAMES[style][0].replace("Okafor", "Tanaka")}
    comparison, reference, source = against(written(style, **changed))
    assert comparison.differs == (field,)
    span = reference.span_of(field)
    assert shown in source[span.start : span.end]


@pytest.mark.parametrize("style", STYLES)
def test_an_author_left_out_and_one_invented(style):
    comparison, _, _ = against(written(style, b=""))
    assert comparison["author"] is Likeness.DIFFERENT
    more = NAMES[style][1].replace("Lindqvist", "Tanaka").replace("Jens", "Yoko")
    comparison, _, _ = against(written(style, b=f"{NAMES[style][1]} {more}"))
    assert comparison["author"] is Likeness.DIFFERENT


def test_et_al_is_an_open_end():
    comparison, reference, _ = against(written("vancouver", b="et al", c=""))
    assert reference.work.et_al
    assert comparison["author"] is Likeness.SAME
    comparison, reference, _ = against(written("nature", b="&", c="Alvarez, B."))
    assert not reference.work.et_al


def test_given_names_in_full_after_the_first_family_name():
    comparison, reference, _ = against(
        "Okafor, Maria C., Jens Lindqvist, and I. Tanaka. “Tidal Mixing in Shallow Estuaries.” Sea 1 (2014)."
    )
    assert [str(person) for person in reference.work.authors] == [
        "Okafor, Maria C.",
        "Lindqvist, Jens",
        "Tanaka, I.",
    ]
    assert comparison["author"] is Likeness.DIFFERENT
    _, reference, _ = against("Akram, Q. U. A., & Hussain, S. (2014). Tidal Mixing. Waves, 13, 1.")
    assert not reference.work.et_al


def test_a_style_without_titles_accuses_nobody():
    comparison, _, _ = against("M. C. Okafor, J. Lindqvist, I. Moreau, J. Estuar. Phys. 2014, 13, 201–219.")
    assert comparison.differs == ()
    assert comparison["author"] is Likeness.SAME
    assert comparison["pages"] is Likeness.SAME


def test_another_works_title_is_not_taken_for_the_records():
    comparison, _, _ = against(written("apa", title="A catalogue of alpine mosses"))
    assert comparison["title"] is Likeness.DIFFERENT


def test_a_number_that_stands_elsewhere_is_not_accused():
    """What the style means by its numbers can't be told here; the record's own are all there."""
    comparison, _, _ = against(
        f"{' '.join(NAMES['apa'])} (2014). {RIGHT['title']}. J Estuar Phys, 3(13), 201-219."
    )
    assert "volume" not in comparison.differs
    assert "number" not in comparison.differs


def test_a_reference_that_was_reread_keeps_its_key_and_place():
    (reference,) = text(f"1. {written('apa')}\n", None)
    again = reference.read_for(RECORD)
    assert (again.key, again.span, again.key_span) == (reference.key, reference.span, reference.key_span)
    assert again.work.unstructured == reference.work.unstructured
