"""What journals are called that no alignment of words would find: acronyms in use, astronomers' macros.

The macros are those of NASA's Astrophysics Data System (https://ui.adsabs.harvard.edu/help/actions/journal-macros).
"""

from __future__ import annotations

_PNAS = "proceedings of the national academy of sciences of the united states of america"
_NIM = "nuclear instruments and methods in physics research section"
_NIPS = "advances in neural information processing systems"

_SSRN = "ssrn electronic journal"

KNOWN_AS = {
    "ssrn": _SSRN,
    "ssrn preprint": _SSRN,
    "available at ssrn": _SSRN,
    "pnas": _PNAS,
    "proc natl acad sci": _PNAS,
    "proc natl acad sci usa": _PNAS,
    "proc natl acad sci u s a": _PNAS,
    "proceedings of the national academy of sciences": _PNAS,
    "nejm": "new england journal of medicine",
    "bmj": "british medical journal",
    "jama": "journal of the american medical association",
    "pra": "physical review a",
    "prb": "physical review b",
    "prc": "physical review c",
    "prd": "physical review d",
    "pre": "physical review e",
    "prl": "physical review letters",
    "rmp": "reviews of modern physics",
    "aap": "astronomy and astrophysics",
    "a and a": "astronomy and astrophysics",
    "aj": "astronomical journal",
    "apj": "astrophysical journal",
    "apjl": "astrophysical journal letters",
    "apjs": "astrophysical journal supplement series",
    "jcap": "journal of cosmology and astroparticle physics",
    "jhep": "journal of high energy physics",
    "mnras": "monthly notices of the royal astronomical society",
    "pasp": "publications of the astronomical society of the pacific",
    "grl": "geophysical research letters",
    "jgr": "journal of geophysical research",
    "jacs": "journal of the american chemical society",
    "cacm": "communications of the acm",
    "jacm": "journal of the acm",
    "jair": "journal of artificial intelligence research",
    "jmlr": "journal of machine learning research",
    "lncs": "lecture notes in computer science",
    "nucl instr meth a": f"{_NIM} a",
    "nucl instrum meth a": f"{_NIM} a",
    "nim a": f"{_NIM} a",
    "nucl instr meth b": f"{_NIM} b",
    "nucl instrum meth b": f"{_NIM} b",
    "nim b": f"{_NIM} b",
    "neurips": _NIPS,
    "nips": _NIPS,
    "tacl": "transactions of the association for computational linguistics",
    "tpami": "ieee transactions on pattern analysis and machine intelligence",
}
"""A journal's full name by what it is called, both folded as in `text` and without "the"."""

SHORT_FOR = {
    "amer": "america",
    "b": "bulletin",
    "c": "comptes",
    "j": "journal",
    "jap": "japanese",
    "jl": "journal",
    "jnl": "journal",
    "jour": "journal",
    "n": "new",
    "nat": "natural",
    "p": "proceedings",
    "q": "quarterly",
    "r": "royal",
    "rend": "rendus",
    "s": "states",
    "u": "united",
    "us": "united",
    "z": "zeitschrift",
    "zh": "zhurnal",
}
"""Words by abbreviations of them that are no more than a letter, or are not their beginning."""

SHORT_CONTRACTIONS = frozenset({"bl", "dt", "mt", "st", "jl"})
"""The contractions of two letters; any others would stand for too much."""
