"""Crossref's records of the works that the rules' pages cite in their examples, as far as these need them.

The first seven are real works; the others are invented.
"""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]


def _article(doi: str, title: str, people: str, journal: str, year: int, **more: Any) -> Record:
    """`people` is "Given Family; Given Family"."""
    names = [name.rpartition(" ") for name in people.split("; ")]
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title],
        "author": [{"given": given, "family": family} for given, _, family in names],
        "container-title": [journal],
        "issued": {"date-parts": [[year]]},
        "published-print": {"date-parts": [[year]]},
        **more,
    }


def _notice(kind: str, doi: str, year: int) -> list[Record]:
    return [{"DOI": doi, "type": kind, "source": "publisher", "updated": {"date-parts": [[year, 3, 1]]}}]


RECORDS = (
    _article(
        "10.1007/s11916-020-00898-0",
        "Low-Dose Naltrexone for Chronic Pain: Update and Systemic Review",
        "Phillip S. Kim; Michael A. Fishman",
        "Current Pain and Headache Reports",
        2020,
        volume="24",
        issue="10",
    ),
    _article(
        "10.1002/phar.2086",
        "The Safety and Efficacy of Low-Dose Naltrexone in the Management of Chronic Pain and Inflammation in"
        " Multiple Sclerosis, Fibromyalgia, Crohn's Disease, and Other Chronic Pain Disorders",
        "Deana K. Patten; Bob G. Schultz; Daniel J. Berlau",
        "Pharmacotherapy: The Journal of Human Pharmacology and Drug Therapy",
        2018,
        volume="38",
        issue="3",
        page="382-389",
    ),
    _article(
        "10.1007/s10067-014-2517-2",
        "The use of low-dose naltrexone (LDN) as a novel anti-inflammatory treatment for chronic pain",
        "Jarred Younger; Luke Parkitny; David McLain",
        "Clinical Rheumatology",
        2014,
        volume="33",
        issue="4",
        page="451-459",
    ),
    _article(
        "10.1016/j.intimp.2018.05.020",
        "Low-dose naltrexone (LDN): A promising treatment in immune-related diseases and cancer therapy",
        "Zijian Li; Yue You; Noreen Griffin; Juan Feng; Fengping Shan",
        "International Immunopharmacology",
        2018,
        volume="61",
        page="178-184",
    ),
    _article(
        "10.1016/j.mayocp.2015.04.003",
        "Tapering Long-term Opioid Therapy in Chronic Noncancer Pain",
        "Chantal Berna; Ronald J. Kulich; James P. Rathmell",
        "Mayo Clinic Proceedings",
        2015,
        subtitle=["Evidence and Recommendations for Everyday Practice"],
        volume="90",
        issue="6",
        page="828-842",
    ),
    _article(
        "10.1007/s13181-015-0512-x",
        "Naltrexone: Not Just for Opioids Anymore",
        "D. Sudakin",
        "Journal of Medical Toxicology",
        2016,
        volume="12",
        issue="1",
        page="71-75",
    ),
    _article(
        "10.1016/s0140-6736(97)11096-0",
        "RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental"
        " disorder in children",
        "AJ Wakefield; SH Murch; A Anthony",
        "The Lancet",
        1998,
        volume="351",
        issue="9103",
        page="637-641",
        **{"updated-by": _notice("retraction", "10.1016/s0140-6736(10)60175-4", 2010)},
    ),
    _article("10.5555/mosses", "A catalogue of alpine mosses", "Ines Moreau", "Bryological Notes", 2009),
    _article(
        "10.5555/in-doubt",
        "Growth of alpine mosses in dilute acetic solutions",
        "Ines Moreau",
        "Bryological Notes",
        2011,
        **{"updated-by": _notice("expression_of_concern", "10.5555/concern", 2012)},
    ),
    _article(
        "10.5555/tides",
        "Tidal mixing in shallow estuaries after spring floods",
        "Maria Okafor; Jens Lindqvist",
        "Journal of Estuarine Physics",
        2015,
    ),
    _article(
        "10.5555/corrected",
        "Sediment transport in shallow estuaries after spring floods",
        "Maria Okafor; Jens Lindqvist",
        "Journal of Estuarine Physics",
        2016,
        **{"updated-by": _notice("erratum", "10.5555/erratum", 2017)},
    ),
    _article(
        "10.5555/erratum",
        "Erratum to: Sediment transport in shallow estuaries after spring floods",
        "Maria Okafor; Jens Lindqvist",
        "Journal of Estuarine Physics",
        2017,
        **{"update-to": _notice("erratum", "10.5555/corrected", 2017)},
    ),
    _article(
        "10.5555/preprint",
        "Tidal mixing in shallow estuaries: a preprint",
        "Maria Okafor; Jens Lindqvist",
        "Preprints of Estuaries",
        2014,
        type="posted-content",
        subtype="preprint",
        relation={"is-preprint-of": [{"id-type": "doi", "id": "10.5555/tides", "asserted-by": "subject"}]},
    ),
)
