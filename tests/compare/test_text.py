from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.compare.text import LOST, edits, equal_but_for_lost, fold, script, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Low-Dose Naltrexone", "low dose naltrexone"),
        ("Łukasz Weiß Ærø Ørsted", "lukasz weiss aero orsted"),
        ("O’Brien's “patients’ view”", "obriens patients view"),
        ("ﬁrst &amp; &amp;lt;i&amp;gt;last&amp;lt;/i&amp;gt;", "first and last"),
        ("β-catenin, H₂O and αβ1", "beta catenin h2o and alphabeta1"),
        ("$\\mathcal{L}_\\infty$ of $\\beta$", "linfty of beta"),
        ("Guides® to Impairment*", "guides to impairment"),
        ("a p < 0.05 and q > 3", "a p 0 05 and q 3"),
        ("Ἐντολή", "εντολη"),
        ("İstanbul", "istanbul"),
        ("", ""),
        ("𝛢-helix", "alpha helix"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_folded_text_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folded_words_stand_one_space_apart(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert squeeze(text) == folded.replace(" ", "")


def test_a_lost_letter_stands_for_any():
    assert equal_but_for_lost(f"contr{LOST}le", "controle")
    assert equal_but_for_lost("strasse", f"stra{LOST}e")
    assert not equal_but_for_lost(f"contr{LOST}le", "contraille")


@pytest.mark.parametrize(
    ("text", "name"), [("Abc", "latin"), ("право", "cyrillic"), ("한국어", "hangul"), ("12.5", "")]
)
def test_script(text, name):
    assert script(text) == name


def test_edits_count_a_transposition_once_and_stop_at_the_limit():
    assert edits("nueral", "neural", 2) == 1
    assert edits("abcdef", "uvwxyz", 2) == 3
