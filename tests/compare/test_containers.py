from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.compare import Likeness
from bibproof.compare.containers import compare_containers
from bibproof.model import Date, Work

SAME, CLOSE, DIFFERENT, UNKNOWN = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT, Likeness.UNKNOWN

JOURNALS = [
    (DIFFERENT, "Journal of Physics: Conference Series", "Postgraduate Medical Journal"),
    (DIFFERENT, "Journal of Physics: Conference Series", "Applied Physics Letters"),
    (SAME, "Forensic Science: Genetics : official journal of the Society", "Forensic Science: Genetics"),
    (SAME, "J. Phys.: Conf. Ser.", "Journal of Physics: Conference Series"),
    (
        SAME,
        "Int. J. Doc. Anal. Recogn.",
        "International Journal on Document Analysis and Recognition (IJDAR)",
    ),
    (SAME, "IJDAR", "International Journal on Document Analysis and Recognition (IJDAR)"),
    (SAME, "IJDAR", "International Journal on Document Analysis and Recognition"),
    (SAME, "PNAS", "Proceedings of the National Academy of Sciences"),
    (SAME, "Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences"),
    (
        SAME,
        "Proceedings of the National Academy of Sciences of the United States of America",
        "Proceedings of the National Academy of Sciences",
    ),
    (
        SAME,
        "Proc Natl Acad Sci USA",
        "Proceedings of the National Academy of Sciences of the United States of America",
    ),
    (SAME, "JAMA", "JAMA: The Journal of the American Medical Association"),
    (SAME, "Journal of the American Medical Association", "JAMA"),
    (SAME, "N. Engl. J. Med.", "New England Journal of Medicine"),
    (SAME, "NEJM", "The New England Journal of Medicine"),
    (SAME, "PLoS ONE", "PLOS ONE"),
    (SAME, "Physical Review B", "Physical Review B - Condensed Matter"),
    (SAME, "Phys. Rev. B", "Physical Review B"),
    (SAME, "J. Phys. A", "Journal of Physics A: Mathematical and General"),
    (SAME, "J. Phys. A: Math. Gen.", "Journal of Physics A: Mathematical and General"),
    (SAME, "Lancet", "The Lancet"),
    (SAME, "Available at SSRN 3803942", "SSRN Electronic Journal"),
    (SAME, "SSRN preprint", "SSRN Electronic Journal"),
    (SAME, "Lancet Oncol.", "The Lancet Oncology"),
    (SAME, "Rheumatology (Oxford)", "Rheumatology"),
    (SAME, "Rheumatology", "Rheumatology (Oxford, England)"),
    (SAME, "Mayo Clin. Proc.", "Mayo Clinic Proceedings"),
    (SAME, "Curr Pain Headache Rep", "Current Pain and Headache Reports"),
    (SAME, "Int Immunopharmacol", "International Immunopharmacology"),
    (SAME, "IEEE Trans. PAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
    (
        SAME,
        "IEEE Trans. Pattern Anal. Mach. Intell.",
        "IEEE Transactions on Pattern Analysis and Machine Intelligence",
    ),
    (SAME, "TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
    (SAME, "Dtsch. Arztebl. Int.", "Deutsches Ärzteblatt International"),
    (SAME, "Jpn. J. Appl. Phys.", "Japanese Journal of Applied Physics"),
    (SAME, "J. Natl. Cancer Inst.", "JNCI: Journal of the National Cancer Institute"),
    (SAME, "JNCI J Natl Cancer Inst", "JNCI: Journal of the National Cancer Institute"),
    (SAME, "Journal of the National Cancer Institute", "JNCI: Journal of the National Cancer Institute"),
    (SAME, "BMJ", "British Medical Journal"),
    (SAME, "Br Med J", "BMJ"),
    (SAME, "Angew. Chem. Int. Ed.", "Angewandte Chemie International Edition"),
    (SAME, "Acta Crystallogr. Sect. C", "Acta Crystallographica Section C Crystal Structure Communications"),
    (SAME, "Journal of Machine Learning Research", "JMLR"),
    (SAME, "Ann. Intern. Med.", "Annals of Internal Medicine"),
    (SAME, "Monthly Notices of the RAS", "Monthly Notices of the Royal Astronomical Society"),
    (SAME, "MNRAS", "Monthly Notices of the Royal Astronomical Society"),
    (SAME, "Astron. Astrophys.", "Astronomy & Astrophysics"),
    (SAME, "A&A", "Astronomy & Astrophysics"),
    (SAME, "Nucl. Phys. B", "Nuclear Physics B"),
    (SAME, "Nucleic Acids Res", "Nucleic Acids Research"),
    (SAME, "Z. Phys.", "Zeitschrift für Physik"),
    (SAME, "Physical review. B, Condensed matter", "Physical Review B"),
    (SAME, "The Lancet. Oncology", "The Lancet Oncology"),
    (SAME, "Arch Gen Psychiat", "Archives of General Psychiatry"),
    (SAME, "Clin Orthop", "Clinical Orthopaedics"),
    (SAME, "Journal of Geophysical Research", "Journal of Geophysical Research: Atmospheres"),
    (SAME, "BMC Bioinf.", "BMC Bioinformatics"),
    (SAME, "Proc. R. Soc. B", "Proceedings of the Royal Society B: Biological Sciences"),
    (CLOSE, "Jounal of Clinical Oncology", "Journal of Clinical Oncology"),
    (DIFFERENT, "Physical Review D", "Physical Review B"),
    (DIFFERENT, "Journal of Physics B", "Journal of Physics A"),
    (DIFFERENT, "Journal of Physics B", "Journal of Physics A: Mathematical and General"),
    (DIFFERENT, "European Journal of Neuroscience", "Journal of Neuroscience"),
    (DIFFERENT, "Journal of Neuroscience", "European Journal of Neuroscience"),
    (DIFFERENT, "Rheumatology", "Clinical Rheumatology"),
    (DIFFERENT, "Nature", "Nature Medicine"),
    (DIFFERENT, "The Lancet", "The Lancet Oncology"),
    (DIFFERENT, "Brain", "Brain, Behavior, and Immunity"),
    (DIFFERENT, "Science", "Science, Technology, & Human Values"),
    (DIFFERENT, "Circulation", "Circulation: Heart Failure"),
    (DIFFERENT, "Cell", "Cell Reports"),
    (DIFFERENT, "Neuron", "Neuropsychology"),
    (DIFFERENT, "Journal of Biological Chemistry", "Journal of Physical Chemistry"),
    (DIFFERENT, "Journal of Clinical Medicine", "Journal of Clinical Oncology"),
    (DIFFERENT, "Postgraduate Medicine", "Pharmacotherapy"),
    (DIFFERENT, "Blood", "Blood Advances"),
    (DIFFERENT, "Journal of Chemical Physics", "Journal of Physical Chemistry"),
    (DIFFERENT, "The Lancet", "The Lancet. Oncology"),
    (DIFFERENT, "Annals of Surgery", "Annals of Surgical Oncology"),
    (DIFFERENT, "Annals of Mathematics", "Annals of Statistics"),
    (DIFFERENT, "American Journal of Psychiatry", "British Journal of Psychiatry"),
    (DIFFERENT, "Journal of Geophysical Research", "Geophysical Research Letters"),
    (DIFFERENT, "BMC Genomics", "BMC Genetics"),
    (DIFFERENT, "Physical Review B Letters", "Phys. Rev. B"),
    (DIFFERENT, "J. Veg. Sci.", "Journal of Vegetation Science Letters"),
    (DIFFERENT, "Proc. R. Soc. A", "Proceedings of the Royal Society B: Biological Sciences"),
]

PROCEEDINGS = [
    (SAME, "CVPR 2016", "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)"),
    (
        SAME,
        "Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition",
        "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)",
    ),
    (SAME, "Proc. CVPR", "2016 IEEE Conference on Computer Vision and Pattern Recognition"),
    (
        SAME,
        "11th IAPR International Workshop on Document Analysis Systems",
        "2014 11th IAPR International Workshop on Document Analysis Systems",
    ),
    (
        SAME,
        "Proceedings of SenSys",
        "Proceedings of the 12th ACM Conference on Embedded Network Sensor Systems - SenSys '14",
    ),
    (
        SAME,
        "Advances in Neural Information Processing Systems",
        "Advances in Neural Information Processing Systems 25",
    ),
    (
        DIFFERENT,
        "Clinical Rheumatology",
        "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)",
    ),
    (
        DIFFERENT,
        "Proceedings of the 12th ACM Conference on Embedded Network Sensor Systems",
        "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)",
    ),
    (UNKNOWN, "Lecture Notes in Computer Science", "Research and Advanced Technology for Digital Libraries"),
    (UNKNOWN, "Interspeech", "2010 International Conference on Spoken Language"),
]


def compared(cited, recorded, kind="article-journal"):
    return compare_containers(
        Work(type=kind, container_title=cited), Work(type=kind, container_title=recorded)
    ).likeness


@pytest.mark.parametrize(("likeness", "cited", "recorded"), JOURNALS)
def test_journals(likeness, cited, recorded):
    assert compared(cited, recorded) is likeness
    assert compared(recorded, cited) is likeness, "the other way round"


@pytest.mark.parametrize(("likeness", "cited", "recorded"), PROCEEDINGS)
def test_proceedings(likeness, cited, recorded):
    assert compared(cited, recorded, "paper-conference") is likeness


@pytest.mark.parametrize(("likeness", "cited", "recorded"), JOURNALS)
def test_no_journal_differs_from_itself(likeness, cited, recorded):
    assert compared(cited, cited) is SAME
    assert compared(recorded, recorded.upper()) is SAME


def test_any_name_of_the_record_is_right():
    record = Work(
        container_title="Research in Libraries", other_container_titles=("Lecture Notes in Computer Science",)
    )
    assert compare_containers(Work(container_title="LNCS"), record).likeness is SAME


def test_an_acronym_may_count_small_words():
    assert compared("CDSS", "Classiques des sciences sociales") is SAME
    assert compared("CSS", "Classiques des sciences sociales") is SAME
    assert compared("CDSP", "Classiques des sciences sociales") is DIFFERENT


def test_a_long_name_is_known_by_a_short_one():
    record = (
        "Nuclear Instruments and Methods in Physics Research Section A: Accelerators, Spectrometers,"
        " Detectors and Associated Equipment"
    )
    assert compared("Nucl. Instrum. Meth. A", record) is SAME
    assert compared("Nucl. Instrum. Methods Phys. Res. A", record) is SAME
    assert compared("Nucl. Instrum. Meth. B", record) is DIFFERENT


def test_a_preprint_has_no_journal_to_compare():
    assert compare_containers(Work(container_title="Nature"), Work(type="article")).likeness is UNKNOWN
    assert compare_containers(Work(), Work(container_title="Nature")).likeness is UNKNOWN


def test_sections_of_one_journal_are_not_one_another():
    assert (
        compared("Journal of Physics: Condensed Matter", "Journal of Physics D: Applied Physics") is DIFFERENT
    )
    left_out = compared("Measurement", "Measurement: Sensors")
    assert left_out is CLOSE
    assert compared("Measurement: Food", "Measurement: Sensors") is DIFFERENT


def test_a_name_in_another_script_is_not_accused():
    assert compared("Nashe pravo", "Наше право") is UNKNOWN


PAPER = Work(
    type="paper-conference",
    container_title="Lecture Notes in Computer Science",
    other_container_titles=(
        "Proceedings of the Fourth International Symposium on Glacier Sensing - GLAS '14",
        "the fourth International Symposium",
    ),
    issued=Date(2014),
)


def in_proceedings(cited, record=PAPER):
    return compare_containers(Work(type="paper-conference", container_title=cited), record).likeness


@pytest.mark.parametrize(
    ("likeness", "cited"),
    [
        (SAME, "Proceedings of the Fourth International Symposium on Glacier Sensing"),
        (SAME, "Proc. 4th Int. Symp. Glacier Sensing, 2014"),
        (SAME, "GLAS"),
        (SAME, "LNCS"),
        (UNKNOWN, "Advances in Intelligent Systems and Computing"),
        (DIFFERENT, "Comprehensive Clinical Nephrology"),
        (DIFFERENT, "Proceedings of the Third Conference on Potato Breeding"),
        (DIFFERENT, "Interspeech"),
    ],
)
def test_a_series_or_an_events_bare_name_excuses_no_other_book(likeness, cited):
    assert in_proceedings(cited) is likeness


def test_where_the_record_names_only_the_series_no_book_is_accused():
    series = Work(type="chapter", container_title="Lecture Notes in Computer Science")
    assert in_proceedings("Comprehensive Clinical Nephrology", series) is UNKNOWN


def test_a_meeting_of_another_year_is_another_meeting():
    name = "{} International Symposium on Glacier Sensing"
    assert in_proceedings(name.format(2014)) is SAME
    assert in_proceedings(name.format(2013)) is SAME, "proceedings may appear in the year after"
    assert in_proceedings(name.format(2009)) is CLOSE
    assert in_proceedings("2009 Symposium on Sea Ice Sensing in Summer") is DIFFERENT
    assert in_proceedings("Glaciers 2009") is SAME, "a title, and no meeting"
    late = replace(PAPER, container_title="2009 Symposium on Glacier Sensing", issued=Date(2014))
    assert in_proceedings(name.format(2009), late) is SAME
    undated = replace(PAPER, issued=None)
    assert in_proceedings(name.format(2009), undated) is SAME


def test_what_ends_in_a_full_stop_is_no_article():
    assert compared("Arch. Der.", "Archives of Dermatology") is SAME
    assert compared("Arch. der Pharmazie", "Archiv der Pharmazie") is SAME
    assert compared("Arch. Der.", "Archives of Surgery") is DIFFERENT


@pytest.mark.parametrize(
    ("cited", "recorded"),
    [
        (
            "Acta Crystallographica Section E Structural Biology",
            "Acta Crystallographica Section D Structural Biology",
        ),
        (
            "Proceedings of the Indian Academy of Sciences - Section C",
            "Proceedings of the Indian Academy of Sciences - Section A",
        ),
        ("Physical Review A", "Physical Review E"),
    ],
)
def test_another_section_is_another_journal(cited, recorded):
    assert compared(cited, recorded) is DIFFERENT


def test_a_series_has_no_subtitle_and_a_book_may_be_wrong():
    cited = "Advances in Synthesis Gas: Methods, Technologies and Applications"
    assert compared(cited, "Polymer/Fullerene Nanocomposites", "chapter") is DIFFERENT
    assert compared("Lecture Notes in Computer Science", "Silicon Earth", "chapter") is UNKNOWN
