"""Places of publication, as NLM writes them."""

import pytest

from bibproof.styles._vancouver_places import written_place


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("New York", "New York"),
        ("Bethesda, MD", "Bethesda (MD)"),
        ("Cambridge, Massachusetts", "Cambridge (MA)"),
        ("Cambridge, MA, USA", "Cambridge (MA)"),
        ("Toronto, ON, Canada", "Toronto (ON)"),
        ("Malaga, Spain", "Malaga (Spain)"),
        ("Adelaide (Australia)", "Adelaide (Australia)"),
        ("Berlin, Heidelberg", "Berlin, Heidelberg"),
        ("London; New York", "London"),
        ("Paris, ME", "Paris (ME)"),
        ("Paris, me", "Paris, me"),
        ("", ""),
        (",", ","),
    ],
)
def test_a_place(given, written):
    assert written_place(given) == written
