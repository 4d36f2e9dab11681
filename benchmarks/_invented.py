"""Records for a machine that has none. All names, titles and journals are invented."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

_GIVEN = (
    "Anna", "Björn", "Chiara", "David", "Eun-Ji", "Fatima", "Gérard", "Håkon", "İpek", "João",
    "Katarzyna", "Liam", "Mei", "Ngozi", "Olga", "Pável"
)  # fmt: skip
_FAMILY = (
    "Abelard", "Brønsted", "Çelik", "de la Cruz", "Eriksson", "Fuentes-Rey", "Grünwald", "Hőgyes",
    "Ibragimov", "Jørgensen", "Kowalczyk", "Łącki", "Marchetti", "Ngata", "O'Dwyer", "Průša", "Quist",
    "Rousseau", "Şahin", "Tremblay", "Urrutia", "van der Meulen", "Wójcik", "Zhu"
)  # fmt: skip
_TOPICS = (
    "lattice", "sediment", "enzyme", "glacier", "polymer", "membrane", "orchard", "vaccine", "turbine",
    "dialect", "manuscript", "neutrino", "pollinator", "fracture", "aquifer", "catalyst", "graph",
    "plasma", "tumor", "wetland", "antenna", "genome", "harbour", "monsoon"
)  # fmt: skip
_QUALITIES = (
    "coupled", "seasonal", "porous", "recurrent", "low-cost", "nonlinear", "early", "marine", "sparse",
    "thermal", "regional", "stable", "adaptive", "chronic", "rapid", "urban", "layered", "metallic"
)  # fmt: skip
_METHODS = (
    "detection", "growth", "transport", "classification", "decay", "management", "adsorption",
    "migration", "imaging", "rotation", "restoration", "inference", "scattering", "dating", "grafting",
    "forecasting"
)  # fmt: skip
_JOURNALS: Sequence[tuple[str, str]] = (
    ("The Journal of Invented Chemistry", "J. Invent. Chem."),
    ("Annals of Imaginary Medicine", "Ann Imag Med"),
    ("International Review of Fictional Physics", "Int. Rev. Fict. Phys."),
    ("Supposed Engineering and Design", "Suppos. Eng. Des."),
    ("Archives of Pretended Biology & Ecology", "Arch. Pretend. Biol. Ecol."),
    ("Conjectural Letters", "Conject. Lett."),
    ("European Bulletin of Hypothetical Geology", "Eur. Bull. Hypothet. Geol."),
)


def synthetic(count: int = 600, seed: int = 1) -> list[dict[str, Any]]:
    """Invented journal articles with the peculiarities that real records have."""
    rng = random.Random(seed)
    return [_article(rng, number) for number in range(count)]


def _article(rng: random.Random, number: int) -> dict[str, Any]:
    journal, short = rng.choice(_JOURNALS)
    year, first = rng.randint(1985, 2024), rng.randint(1, 1800)
    record: dict[str, Any] = {
        "DOI": f"10.5555/inv.{number:04d}.{rng.randint(100, 999)}_{first}",
        "type": "journal-article",
        "title": [_title(rng)],
        "author": [_author(rng) for _ in range(rng.choice((1, 2, 3, 3, 4, 6, 9)))],
        "issued": {"date-parts": [[year, 3]]},
        "published-print": {"date-parts": [[year, 3]]},
        "container-title": [journal],
        "short-container-title": [rng.choice((short, journal))],
        "volume": rng.choice((str(year - 1970), f"Volume {year - 1970}")),
        "issue": str(rng.randint(1, 12)),
        "page": f"{first}-{first + rng.randint(1, 30)}",
        "publisher": "House of Inventions",
        "ISSN": [f"0000-{_JOURNALS.index((journal, short)):04d}"],
    }
    record.update(_peculiarity(rng, record, year))
    return record


def _peculiarity(rng: random.Random, record: Mapping[str, Any], year: int) -> dict[str, Any]:
    """What one record in two has that the plain ones have not."""
    title = record["title"][0]
    group = {"name": f"The {rng.choice(_TOPICS).title()} Study Group", "sequence": "additional"}
    return rng.choice(
        (
            {},
            {},
            {},
            {"subtitle": [f"{rng.choice(_QUALITIES).capitalize()} evidence from {rng.randint(2, 90)} sites"]},
            {"title": [title.upper()]},
            {
                "title": [
                    f"<i>{title.split()[0]}</i> {' '.join(title.split()[1:])} in CO<sub>2</sub> &amp; air"
                ]
            },
            {"published-online": {"date-parts": [[year - 1, 12, 20]]}},
            {"page": f"e{rng.randint(10000, 99999)}"},
            {"page": None, "article-number": str(rng.randint(100, 9999))},
            {"author": [*record["author"], group]},
            {"short-title": [" ".join(title.split()[:4])]},
        )
    )


def _title(rng: random.Random) -> str:
    quality, second = rng.sample(_QUALITIES, 2)
    topic, other = rng.sample(_TOPICS, 2)
    method, instead = rng.sample(_METHODS, 2)
    return rng.choice(
        (
            f"{quality} {topic} {method} in {second} {other} {instead}",
            f"On the {quality} {method} of {topic} and {other} samples: {second} {instead}",
            f"{topic} {method} under {quality} conditions and {second} {other} {instead}",
        )
    ).capitalize()


def _author(rng: random.Random) -> dict[str, Any]:
    given = " ".join(rng.sample(_GIVEN, rng.choice((1, 1, 2))))
    author = {"given": given, "family": rng.choice(_FAMILY), "sequence": "additional"}
    return {**author, "suffix": "Jr."} if rng.random() < 0.03 else author
