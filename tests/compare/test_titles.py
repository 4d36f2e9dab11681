from __future__ import annotations

import pytest

from bibproof.compare import Likeness, compare
from bibproof.compare.titles import compare_titles
from bibproof.model import Work

SAME, CLOSE, DIFFERENT, UNKNOWN = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN

COR_I = "Effect of naltrexone plus bupropion on weight loss in overweight and obese adults"
TITLES = [
    (SAME, "Ramsey numbers", "Ramsey numbers: a survey"),
    (SAME, "Genetics of type I diabetes", "Genetics of type 1 diabetes"),
    (SAME, "Effects of colour on behaviour", "Effects of color on behavior"),
    (SAME, "CERMINE—automatic extraction of metadata", "CERMINE: automatic extraction of metadata"),
    (SAME, "β-Catenin signalling in haemorrhage", "Beta-catenin signaling in hemorrhage"),
    (SAME, "$\\beta$-decay of $^{12}$C", "β-decay of 12C"),
    (SAME, "Induced $$\\mathcal{L}_\\infty$$ control", "Induced L∞ control"),
    (SAME, "Contr\ufffdle de la qualit\ufffd", "Contrôle de la qualité"),
    (
        SAME,
        "RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis",
        "Ileal-lymphoid-nodular hyperplasia, non-specific colitis",
    ),
    (SAME, "Effects of X on...", "Effects of X on the growth of Y"),
    (SAME, "Sulphate reduction in soils", "Sulfate reduction in soils"),
    (
        SAME,
        "Low-Dose Naltrexone—Review of Therapeutic Utilization",
        "Low-Dose Naltrexone (LDN)—Review of Therapeutic Utilization",
    ),
    (
        SAME,
        "Low-Dose Naltrexone (LDN) - Review of Therapeutic Utilization",
        "Low-Dose Naltrexone (LDN)—Review of Therapeutic Utilization",
    ),
    (SAME, "Who cares", "Who cares? The case of the missing nurse"),
    (SAME, "World War II and its aftermath", "World War 2 and its aftermath"),
    (SAME, "Über die Theorie der Gruppen", "Ueber die Theorie der Gruppen"),
    (SAME, "CO2 capture", "CO₂ capture"),
    (SAME, "Naltrexone", "Naltrexone: Not Just for Opioids Anymore"),
    (SAME, "Chapter 3: Foo bar theory of baz", "Foo bar theory of baz"),
    (DIFFERENT, "Chapter 15 for pain complaints of workers", "Chapter 14 for pain complaints of workers"),
    (SAME, "Chapter IV. Foo bar theory of baz", "4. Foo bar theory of baz"),
    (SAME, "“6. Applied ecology”", "6. Applied ecology"),
    (SAME, "Two-stage methods", "2-stage methods"),
    (SAME, "The Lancet commission on X", "Lancet Commission on X"),
    (
        SAME,
        f"{COR_I} (COR-I): a multicenter, randomized, double-blind, placebo-controlled, phase 3 trial",
        f"{COR_I} (COR-I): a multicentre, randomised, double-blind, placebo-controlled, phase 3 trial",
    ),
    (
        SAME,
        COR_I,
        f"{COR_I} (COR-I): a multicentre, randomised, double-blind, placebo-controlled, phase 3 trial",
    ),
    (
        SAME,
        "Zur Elektrodynamik bewegter Körper [On the electrodynamics of moving bodies]",
        "Zur Elektrodynamik bewegter Körper",
    ),
    (SAME, "“What's past is prologue”: the Patients' view", "'What’s Past Is Prologue': The Patients’ View"),
    (
        CLOSE,
        "Low-dose naltrexone for chronic pain: update and systematic review",
        "Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review",
    ),
    (CLOSE, "The effect of the drug in mice", "The effect of a drug on mice"),
    (CLOSE, "Convolutional nueral networks", "Convolutional neural networks"),
    (CLOSE, "Convolutional neural network", "Convolutional neural networks"),
    (CLOSE, "Analyses of variance", "Analysis of variance"),
    (CLOSE, "Recieving treatment early", "Receiving treatment early"),
    (CLOSE, "Naltrexon: not just for opioids anymore", "Naltrexone: Not Just for Opioids Anymore"),
    (CLOSE, "Deep learning of features", "Deep learning for features"),
    (DIFFERENT, "Off-diagonal Ramsey numbers", "Off-diagonal book Ramsey numbers"),
    (DIFFERENT, "Off-diagonal book Ramsey numbers", "Off-diagonal Ramsey numbers"),
    (DIFFERENT, "Hypotension in the elderly", "Hypertension in the elderly"),
    (DIFFERENT, "Growth of cells in vivo", "Growth of cells in vitro"),
    (DIFFERENT, "Outcomes in male patients with stroke", "Outcomes in female patients with stroke"),
    (DIFFERENT, "Genetics of type 1 diabetes", "Genetics of type 2 diabetes"),
    (DIFFERENT, "Surgery with anesthesia in children", "Surgery without anesthesia in children"),
    (DIFFERENT, "Vitamin D is associated with cancer", "Vitamin D is not associated with cancer"),
    (DIFFERENT, "Neuron scattering in metals", "Neutron scattering in metals"),
    (DIFFERENT, "Extracellular matrix proteins", "Intracellular matrix proteins"),
    (DIFFERENT, "Sulfide reduction in soils", "Sulfate reduction in soils"),
    (DIFFERENT, "Linear dynamics of beams", "Nonlinear dynamics of beams"),
    (DIFFERENT, "Typical presentation of lupus", "Atypical presentation of lupus"),
    (DIFFERENT, "Increased expression of p53", "Decreased expression of p53"),
    (DIFFERENT, "Adsorption of gases", "Absorption of gases"),
    (DIFFERENT, "Deep learning for images. Part II", "Deep learning for images. Part I"),
    (DIFFERENT, "Attention is all you need", "Attention is not all you need"),
    (DIFFERENT, "Methane oxidation", "Methanol oxidation"),
    (DIFFERENT, "Endogenous opioids", "Exogenous opioids"),
    (DIFFERENT, "Erratum to: Foo bar theory of baz", "Foo bar theory of baz"),
    (DIFFERENT, "Foo bar theory of baz: reply", "Foo bar theory of baz"),
    (DIFFERENT, "Hepatitis A in children", "Hepatitis B in children"),
    (DIFFERENT, "Two-stage methods", "Three-stage methods"),
    (DIFFERENT, "Maternal mortality", "Maternal morbidity"),
    (DIFFERENT, "Left ventricular function", "Right ventricular function"),
    (DIFFERENT, "Dysphasia after stroke", "Dysphagia after stroke"),
    (DIFFERENT, "Interleukin-6 in sepsis", "Interleukin-8 in sepsis"),
]


def compared(cited, recorded):
    return compare_titles(Work(title=cited), Work(title=recorded))


@pytest.mark.parametrize(("likeness", "cited", "recorded"), TITLES)
def test_likeness(likeness, cited, recorded):
    comparison = compared(cited, recorded)
    assert comparison.field.likeness is likeness, comparison.field.reason


@pytest.mark.parametrize(("likeness", "cited", "recorded"), TITLES)
def test_no_title_differs_from_itself(likeness, cited, recorded):
    assert compared(cited, cited).field.likeness is SAME
    assert compared(recorded, recorded).field.likeness is SAME


def test_a_subtitle_that_the_record_holds_apart_may_be_left_out_or_joined():
    record = Work(title="American Genesis:", subtitle="Indians and the Spanish Borderlands")
    for cited in ("American Genesis", "American genesis. Indians and the Spanish borderlands"):
        assert compare_titles(Work(title=cited), record).field.likeness is SAME
    other = Work(title="American Genesis", subtitle="The Founding of New England")
    assert compare_titles(other, record).field.likeness is DIFFERENT


def test_any_title_of_the_record_is_right():
    record = Work(
        title="On the electrodynamics of moving bodies", other_titles=("Zur Elektrodynamik bewegter Körper",)
    )
    for cited in ("Zur Elektrodynamik bewegter Koerper", "On the Electrodynamics of Moving Bodies"):
        assert compare_titles(Work(title=cited), record).field.likeness is SAME
    assert compare_titles(Work(title="Zur Dynamik ruhender Körper"), record).field.likeness is DIFFERENT


def test_a_title_in_another_script_is_not_accused():
    assert compared("Наше право и его история", "Our law and its history").field.likeness is UNKNOWN


def test_a_translation_is_not_accused():
    german = "Über die Behandlung der chronischen Schmerzen mit Opioiden"
    assert compared(german, "The treatment of chronic pain with opioids").field.likeness is UNKNOWN
    assert compared(german, "Die Geschichte der Medizin und das Mittelalter").field.likeness is DIFFERENT
    assert compared("On the history of medicine", "The treatment of chronic pain").field.likeness is DIFFERENT


def test_what_follows_an_acronym_is_no_subtitle():
    whole = "Low-dose naltrexone (LDN) therapy in Crohn's disease"
    assert compared("Low-dose naltrexone", whole).field.likeness is DIFFERENT


def test_no_title_is_unknown():
    assert compare_titles(Work(title="A title"), Work()).field.likeness is UNKNOWN
    assert compare_titles(Work(), Work(title="A title")).field.likeness is UNKNOWN


def test_the_reason_names_the_words_that_differ():
    assert compared("Off-diagonal book Ramsey numbers", "Off-diagonal Ramsey numbers").field.reason == (
        "the title's 'book' is not in the record's"
    )
    assert "'systematic'" in compared("A systematic review of pain", "A systemic review of pain").field.reason


@pytest.mark.parametrize(
    "generic",
    ["Editorial", "Erratum", "Introduction", "Costs", "In This Issue", "Book Reviews", "Reply", "Discussion"],
)
def test_generic_titles_name_no_work(generic):
    assert compared(generic, generic).weight == 0


def test_the_weight_grows_with_number_and_rarity_of_words():
    weights = [
        compared(title, title).weight
        for title in (
            "Naltrexone",
            "The treatment of patients",
            "Low-dose naltrexone for chronic pain",
            "Low-dose naltrexone for chronic pain: update and systemic review",
        )
    ]
    assert 0 < weights[0] < 0.25
    assert weights[0] < weights[2] < weights[3] <= 1
    assert weights[1] < 0.25
    rare = "Zygomycotic obstreperous quokka palimpsests confound sesquipedalian troglobitic taxa"
    assert compared(rare, rare).weight == 1


def test_the_journals_name_in_a_title_weighs_nothing():
    work = Work(
        title="In This Issue of Archives of Internal Medicine",
        container_title="Archives of Internal Medicine",
    )
    assert compare_titles(work, work).weight == 0


def test_only_what_agrees_is_weighed():
    short = compared("Naltrexone", "Naltrexone: not just for opioids anymore")
    assert short.weight == compared("Naltrexone", "Naltrexone").weight


def test_overlap_is_the_share_of_words_by_rarity():
    assert compared("Low-dose naltrexone", "Low dose naltrexone").overlap == 1
    other = compared("Off-diagonal book Ramsey numbers", "Off-diagonal Ramsey numbers").overlap
    assert 0.7 < other < 1
    assert compared("Larva currens", "Portal hypertension in children").overlap == 0


@pytest.mark.parametrize(
    ("cited", "recorded"),
    [
        ("Oxidation of vanadium (II) by air", "Oxidation of vanadium (IV) by air"),
        ("Oxidation of vanadium(II) by air", "Oxidation of vanadium(IV) by air"),
        ("Oxidation of vanadium (II) by air", "Oxidation of vanadium by air"),
        ("A tunable mirror laser (DBR) for sensing", "A tunable mirror laser (RAI) for sensing"),
        ("Tunable mirror lasers (DBR)", "Tunable mirror lasers (RAI)"),
        ("Tunable mirror lasers (DBR): a survey", "Tunable mirror lasers (RAI): a survey"),
        ("Reactions of Ni(CO) with air", "Reactions of Ni with air"),
        ("Synthesis of (R,S)-limonene oxides", "Synthesis of limonene oxides"),
        ("Tunable mirror lasers (first report)", "Tunable mirror lasers (second report)"),
    ],
)
def test_what_stands_in_brackets_may_be_missing_but_not_another_thing(cited, recorded):
    assert compared(cited, recorded).field.likeness is DIFFERENT
    assert compared(recorded, cited).field.likeness is DIFFERENT


def test_an_acronym_in_brackets_may_stand_on_either_side_at_other_places():
    cited = "Low-dose naltrexone (LDN) in multiple sclerosis: results"
    recorded = "Low-dose naltrexone in multiple sclerosis (MS): results"
    assert compared(cited, recorded).field.likeness is SAME


@pytest.mark.parametrize(
    "other", ["Наше право и его история", "Über die Behandlung der chronischen Schmerzen mit Opioiden"]
)
def test_a_title_that_cannot_be_compared_is_not_a_title_that_is_missing(other):
    cited, recorded = Work(title=other), Work(title="The treatment of chronic pain with opioids")
    assert compare(cited, recorded).has_foreign_title
    assert not compare(cited, Work()).has_foreign_title
    assert not compare(Work(), recorded).has_foreign_title
    assert not compare(recorded, recorded).has_foreign_title


def test_a_subtitle_that_the_record_has_not_is_a_slip():
    record = Work(title="Effectiveness of immunological agents in lung cancer")
    cited = Work(title="Effectiveness of immunological agents in lung cancer: lessons for policy makers")
    found = compare_titles(cited, record).field
    assert (found.likeness, found.reason) == (CLOSE, "the record has no such subtitle")
    assert compare_titles(record, cited).field.likeness is SAME
    held_apart = Work(
        title="Effectiveness of immunological agents in lung cancer", subtitle="a nationwide cohort"
    )
    assert compare_titles(cited, held_apart).field.likeness is DIFFERENT


def test_a_subtitle_beside_a_short_title_is_held_against_the_full_one():
    record = Work(
        title="Immunological agents: a nationwide cohort of lung cancer",
        other_titles=("Immunological agents",),
    )
    assert compare_titles(Work(title="Immunological agents"), record).field.likeness is SAME
    invented = Work(title="Immunological agents: lessons for policy makers")
    assert compare_titles(invented, record).field.likeness is DIFFERENT


@pytest.mark.parametrize(
    "remark",
    [" [published online ahead of print]", " [in German]", " [Article]", " (Review)", ": a review", "."],
)
def test_a_remark_is_no_subtitle(remark):
    record = Work(title="Effectiveness of immunological agents in lung cancer")
    assert compare_titles(Work(title=f"{record.title}{remark}"), record).field.likeness is SAME


def test_a_short_title_beside_a_wrong_one_makes_it_no_better():
    record = Work(title="On the sparse imaging of polymer samples: stable growth")
    short = ("On the sparse imaging of polymer samples",)
    right = Work(title=record.title, other_titles=short)
    wrong = Work(title="On the sparse imaging of polymer samples: unstable growth", other_titles=short)
    assert compare_titles(right, record).field.likeness is SAME
    assert compare_titles(wrong, record).field.likeness is DIFFERENT
