from __future__ import annotations

import pytest

from bibproof.compare import Likeness
from bibproof.compare.spelling import word_likeness


@pytest.mark.parametrize(
    ("cited", "recorded"),
    [
        ("colour", "color"), ("haemorrhage", "hemorrhage"), ("oestrogen", "estrogen"),
        ("centre", "center"), ("randomised", "randomized"), ("modelling", "modeling"),
        ("sulphur", "sulfur"), ("two", "2"), ("ii", "2"), ("koerper", "korper"), ("vs", "versus"),
        ("catalogue", "catalog"), ("02", "2"), ("gr\ufffdn", "grun"),
    ],
)  # fmt: skip
def test_spellings_of_one_word(cited, recorded):
    assert word_likeness(cited, recorded) is Likeness.SAME
    assert word_likeness(recorded, cited) is Likeness.SAME


@pytest.mark.parametrize(
    ("cited", "recorded"),
    [
        ("naltrexon", "naltrexone"), ("recieving", "receiving"), ("systematic", "systemic"),
        ("method", "methods"), ("nueral", "neural"), ("snapshopt", "snapshots"), ("treatmant", "treatment"),
        ("bomparative", "comparative"), ("therapies", "therapy"), ("analysis", "analyses"),
        ("metastatic", "metastasis"),
    ],
)  # fmt: skip
def test_slips(cited, recorded):
    assert word_likeness(cited, recorded) is Likeness.CLOSE
    assert word_likeness(recorded, cited) is Likeness.CLOSE


@pytest.mark.parametrize(
    ("cited", "recorded"),
    [
        ("hypotension", "hypertension"), ("vitro", "vivo"), ("male", "female"), ("without", "with"),
        ("1", "2"), ("nonlinear", "linear"), ("atypical", "typical"), ("sulfide", "sulfate"),
        ("neuron", "neutron"), ("genomics", "genetics"), ("increase", "decrease"), ("export", "import"),
        ("dna", "rna"), ("cats", "bats"), ("il6", "il8"), ("macroscopic", "microscopic"),
        ("unilateral", "bilateral"), ("photon", "proton"), ("unclear", "nuclear"),
        ("humane", "human"), ("generic", "general"), ("stations", "static"), ("ferrous", "ferric"),
    ],
)  # fmt: skip
def test_other_words(cited, recorded):
    assert word_likeness(cited, recorded) is Likeness.DIFFERENT
    assert word_likeness(recorded, cited) is Likeness.DIFFERENT
