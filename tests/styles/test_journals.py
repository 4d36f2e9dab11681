from types import MappingProxyType

import pytest

from bibproof.listing import Options
from bibproof.model import Work
from bibproof.styles._journals import abbreviated, journal_names

SHORT = Options()


def work(title, **fields):
    return Work(type="article-journal", container_title=title, **fields)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Lancet", "Lancet"),
        ("Lancet (London, England)", "Lancet"),
        ("The New England Journal of Medicine", "N Engl J Med"),
        ("JAMA: The Journal of the American Medical Association", "JAMA"),
        ("PLOS ONE", "PLoS One"),
        ("The BMJ", "BMJ"),
        ("NeuroImage", "Neuroimage"),
        ("NeuroImage: Clinical", "Neuroimage Clin"),
        ("Nature", "Nature"),
        ("Science", "Science"),
        ("Pediatrics", "Pediatrics"),
        ("Sensors", "Sensors (Basel)"),
        ("Sensors (Basel, Switzerland)", "Sensors (Basel)"),
        ("Critical care (London, England)", "Crit Care"),
        ("Proceedings of the National Academy of Sciences", "Proc Natl Acad Sci U S A"),
        ("Annals of Internal Medicine", "Ann Intern Med"),
        ("Health Policy", "Health Policy"),
        ("European Heart Journal", "Eur Heart J"),
        ("Circulation: Heart Failure", "Circ Heart Fail"),
        ("Experimental & Molecular Medicine", "Exp Mol Med"),
        ("Alzheimer's & Dementia", "Alzheimers Dement"),
        ("Suicide and Life-Threatening Behavior", "Suicide Life Threat Behav"),
        ("Journal of Physics A: Mathematical and General", "J Phys A Math Gen"),
        ("Physical Review E", "Phys Rev E"),
        ("Brain Research. Molecular Brain Research", "Brain Res Mol Brain Res"),
        (
            "Acta Crystallographica Section D: Biological Crystallography",
            "Acta Crystallogr D Biol Crystallogr",
        ),
        (
            "American Journal of Physiology-Heart and Circulatory Physiology",
            "Am J Physiol Heart Circ Physiol",
        ),
        ("The new England journal of medicine", "N Engl J Med"),
        ("Desalination and water treatment", "Desalin Water Treat"),
        ("DESALINATION AND WATER TREATMENT", "Desalin Water Treat"),
        ("npj Digital Medicine", "NPJ Digit Med"),
        ("Revista de Saúde Pública", "Rev Saude Publica"),
        ("Zeitschrift für Physik", "Z Phys"),
        ("Nederlands Tijdschrift voor Geneeskunde", "Ned Tijdschr Geneeskd"),
        (
            "IEEE Transactions on Pattern Analysis and Machine Intelligence",
            "IEEE Trans Pattern Anal Mach Intell",
        ),
        ("Journal of Money Laundering Control", "J Money Laund Control"),  # pyiso4 stumbles over "Control"
        ("日本内科学会雑誌", "日本内科学会雑誌"),
        ("", ""),
    ],
)
def test_titles_as_nlm_abbreviates_them(title, expected):
    assert abbreviated(work(title), SHORT) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("J. Clin. Invest.", "J Clin Invest"),
        ("J Clin Invest", "J Clin Invest"),
        ("Environ Health Perspect", "Environ Health Perspect"),
        ("Phys.Rev.Lett.", "Phys Rev Lett"),
        ("Proc. Natl. Acad. Sci. U.S.A.", "Proc Natl Acad Sci U S A"),
        ("PNAS", "Proc Natl Acad Sci U S A"),
        ("JACS", "J Am Chem Soc"),
        ("BMC Med", "BMC Med"),
    ],
)
def test_what_is_abbreviated_already(title, expected):
    assert abbreviated(work(title), SHORT) == expected


def test_the_works_own_short_title():
    titled = work(
        "International Journal of Psycho-Analysis", variables={"container-title-short": "Int. J. Psychoanal."}
    )
    assert abbreviated(titled, SHORT) == "Int J Psychoanal"


def test_a_code_is_no_short_title():
    titled = work("Annals of Family Medicine", variables={"container-title-short": "annfammed"})
    assert abbreviated(titled, SHORT) == "Ann Fam Med"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Clin. Orthop. Rel. Res.", "Clin Orthop Rel Res"),
        ("CORR", "Clin Orthop Relat Res"),
        ("Journal of Bones", "Clin Orthop Relat Res"),
    ],
)
def test_a_short_form_among_the_other_titles(other, expected):
    titled = work("Clinical Orthopaedics and Related Research", other_container_titles=(other,))
    assert abbreviated(titled, SHORT) == expected


def test_the_users_table_goes_before_all():
    options = Options(journal_table=MappingProxyType({"medical sciences": "Med Sci (Basel)"}))
    titled = work("Medical Sciences", variables={"container-title-short": "MedSci"})
    assert abbreviated(titled, options) == "Med Sci (Basel)"
    assert journal_names(options)(work("Medical Science")) == "Med Sci"


def test_titles_in_full():
    options = Options(journals="full", journal_table={"The Lancet": "Lancet"})
    assert abbreviated(work("The Lancet"), options) == "The Lancet"
    assert abbreviated(Work(), options) == ""
