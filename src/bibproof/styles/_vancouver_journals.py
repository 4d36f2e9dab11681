"""NLM's abbreviations that the words of a title don't give: acronyms, places, words that NLM keeps.

NLM Catalog, "Journals referenced in the NCBI databases" (https://www.ncbi.nlm.nih.gov/nlmcatalog/journals/).
Titles that are one word need no line: they are not abbreviated.
"""

from __future__ import annotations

IN_BASEL = (
    "animals", "antibiotics", "antioxidants", "bioengineering", "biosensors", "cancers", "children",
    "diagnostics", "healthcare", "materials", "membranes", "micromachines", "nanomaterials",
    "pharmaceuticals", "plants", "polymers", "sensors", "toxins", "vaccines",
)  # fmt: skip
"""Journals of one word that NLM tells apart by their place: "Sensors (Basel)"."""

NLM = {
    "a cancer journal for clinicians": "CA Cancer J Clin",
    "angewandte chemie international edition": "Angew Chem Int Ed Engl",
    "angewandte chemie international edition in english": "Angew Chem Int Ed Engl",
    "annals of the new york academy of sciences": "Ann N Y Acad Sci",
    "arxiv": "arXiv",
    "behavioral sciences": "Behav Sci (Basel)",
    "bioessays": "Bioessays",
    "biomed research international": "Biomed Res Int",
    "biorxiv": "bioRxiv",
    "bioscience": "Bioscience",
    "biotechniques": "Biotechniques",
    "bmj": "BMJ",
    "bmj clinical research ed": "BMJ",
    "british medical journal": "Br Med J",
    "ca a cancer journal for clinicians": "CA Cancer J Clin",
    "cochrane database of systematic reviews": "Cochrane Database Syst Rev",
    "cochrane database of systematic reviews online": "Cochrane Database Syst Rev",
    "clinics of north america": "Clin North Am",
    "elife": "Elife",
    "european heart journal": "Eur Heart J",
    "f1000research": "F1000Res",
    "g3 genes genomes genetics": "G3 (Bethesda)",
    "genes and development": "Genes Dev",
    "gigascience": "Gigascience",
    "jama": "JAMA",
    "jama the journal of the american medical association": "JAMA",
    "journal of the american medical association": "JAMA",
    "journal of the national cancer institute": "J Natl Cancer Inst",
    "lancet": "Lancet",
    "mbio": "mBio",
    "medrxiv": "medRxiv",
    "mmwr morbidity and mortality weekly report": "MMWR Morb Mortal Wkly Rep",
    "morbidity and mortality weekly report": "MMWR Morb Mortal Wkly Rep",
    "nejm": "N Engl J Med",
    "neuroimage": "Neuroimage",
    "neuroimage clinical": "Neuroimage Clin",
    "neuroreport": "Neuroreport",
    "neurotoxicology": "Neurotoxicology",
    "new england journal of medicine": "N Engl J Med",
    "plos biology": "PLoS Biol",
    "plos computational biology": "PLoS Comput Biol",
    "plos currents": "PLoS Curr",
    "plos genetics": "PLoS Genet",
    "plos medicine": "PLoS Med",
    "plos neglected tropical diseases": "PLoS Negl Trop Dis",
    "plos one": "PLoS One",
    "plos pathogens": "PLoS Pathog",
    "pharmacoeconomics": "Pharmacoeconomics",
    "pnas": "Proc Natl Acad Sci U S A",
    "proc natl acad sci": "Proc Natl Acad Sci U S A",
    "proc natl acad sci u s a": "Proc Natl Acad Sci U S A",
    "proc natl acad sci usa": "Proc Natl Acad Sci U S A",
    "proceedings of the national academy of sciences": "Proc Natl Acad Sci U S A",
    "proceedings of the national academy of sciences of the united states of america": (
        "Proc Natl Acad Sci U S A"
    ),
    "qjm an international journal of medicine": "QJM",
    "science new york n y": "Science",
    "tidsskrift for den norske laegeforening": "Tidsskr Nor Laegeforen",
    "tidsskrift for den norske legeforening": "Tidsskr Nor Laegeforen",
    **{title: f"{title.capitalize()} (Basel)" for title in IN_BASEL},
}
"""NLM's abbreviation by the full title, folded as in `compare.text` and without "the"."""
