"""Style b: faults as somebody would make them who has not read how this project finds them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from _claims import Claim
from _faults import (
    Fault,
    Made,
    Pool,
    are_unrelated,
    crowd,
    family_key,
    in_journal_of,
    is_elsewhere,
    stranger,
    unchanged,
    with_another_word,
    with_author,
    with_title,
    wrong_doi,
    year_off_by,
)

_WORDS = (
    "harmonic", "velvet", "quarterly", "magnetic", "sovereign", "bamboo", "whisper", "granite", "polar",
    "festival", "carbonate", "lantern", "orbital", "synthetic", "maritime", "democratic", "caffeine",
    "juvenile", "parallel", "tectonic", "acoustic", "vineyard"
)  # fmt: skip
_FIELDS = (
    "Graph Neural Networks", "Large Language Models", "Federated Learning", "CRISPR Screening",
    "Perovskite Solar Cells", "Gut Microbiota", "Remote Sensing", "Quantum Annealing",
    "Wearable Sensors", "Blockchain"
)  # fmt: skip
_AIMS = (
    "Climate-Resilient Agriculture", "Early Detection of Sepsis", "Urban Mobility", "Drug Repurposing",
    "Mental Health in Adolescents", "Supply Chain Transparency", "Battery Ageing",
    "Coral Reef Monitoring"
)  # fmt: skip
_FORMS = (
    "Leveraging {0} for {1}: A Comprehensive Review",
    "Towards Robust and Interpretable {0} in {1}",
    "{0} Meets {1}: Opportunities, Challenges, and Future Directions",
    "A Novel {0} Framework for Enhancing {1}",
    "Unlocking the Potential of {0} for {1}: Evidence from a Multi-Center Study",
)


def year_near(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    return year_off_by(claim, rng, (-3, -2, -1, 1, 2, 3))


def volume_up(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    if not claim.volume.isdecimal():
        return None
    volume = int(claim.volume) + rng.randint(1, 9)
    return (
        Made(replace(claim, volume=str(volume)), frozenset({"volume"})) if volume not in claim.years else None
    )


def pages_shifted(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    match = re.fullmatch(r"(\d+)(?:-(\d+))?", claim.page)
    if not match or claim.article_number:
        return None
    offset = rng.choice((7, 20, 33, 100, 250))
    first, last = int(match[1]) + offset, int(match[2] or match[1]) + offset
    return Made(replace(claim, page=f"{first}-{last}"), frozenset({"pages"}))


def surname_replaced(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """Any author's family name, for another real one; the given name stays."""
    if not claim.authors:
        return None
    place = rng.randrange(len(claim.authors))
    old = claim.authors[place]
    if old.group:
        return None
    return with_author(claim, place, replace(old, family=stranger(claim, pool, rng).family))


def authors_swapped(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    """The second author first."""
    if len(claim.authors) < 2 or family_key(claim.authors[0]) == family_key(claim.authors[1]):
        return None
    first, second, *rest = claim.authors
    return Made(replace(claim, authors=(second, first, *rest)), frozenset({"author"}))


def author_appended(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    if not claim.authors:
        return None
    return Made(replace(claim, authors=(*claim.authors, stranger(claim, pool, rng))), frozenset({"author"}))


def last_author_dropped(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    if len(claim.authors) < 3 or claim.authors[-1].group:
        return None
    return Made(replace(claim, authors=claim.authors[:-1]), frozenset({"author"}))


def dictionary_word(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    return with_another_word(claim, _WORDS, rng)


def journal_replaced(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    other = pool.another(claim, rng, lambda one: is_elsewhere(claim, one))
    return None if other is None else in_journal_of(claim, other)


def digit_altered(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """A DOI with one digit wrong, which nobody registered or which is another work's."""
    places = [n for n, letter in enumerate(claim.doi) if letter.isdigit() and n > claim.doi.index("/")]
    if not places:
        return None
    place = rng.choice(places)
    doi = (
        claim.doi[:place]
        + rng.choice([d for d in "0123456789" if d != claim.doi[place]])
        + claim.doi[place + 1 :]
    )
    return Made(replace(claim, doi=doi), frozenset({"doi"}), (doi,) if doi in pool.dois else ())


def fabricated(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """A paper as a language model makes it up: fluent title, real surnames, a journal that exists."""
    if claim.kind != "journal-article" or not claim.containers:
        return None
    made = with_title(claim, _fluent_title(rng))
    first = rng.randint(1, 900)
    made = replace(
        made,
        authors=crowd(claim, pool, rng),
        dates=((rng.randint(2017, 2024),),),
        volume=str(rng.randint(5, 60)),
        issue=str(rng.randint(1, 6)),
        page=f"{first}-{first + 14}",
        article_number="",
        doi=f"{claim.doi.partition('/')[0]}/j.fab.{rng.randint(2017, 2024)}.{rng.randint(10**5, 10**6)}",
    )
    return Made(made, frozenset({"title", "author", "doi"}))


def real_doi_fluent_title(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    made = replace(with_title(claim, _fluent_title(rng)), authors=crowd(claim, pool, rng))
    return Made(made, frozenset({"title", "author", "doi"}))


def others_work(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """Title, place and DOI of one work with all authors of another; the year is right."""
    other = pool.another(claim, rng, lambda one: are_unrelated(claim, one))
    if not claim.authors or other is None:
        return None
    return Made(replace(claim, authors=other.authors), frozenset({"author"}), (other.doi,))


def _fluent_title(rng: random.Random) -> str:
    return rng.choice(_FORMS).format(rng.choice(_FIELDS), rng.choice(_AIMS))


FAULTS_B: Sequence[Fault] = (
    Fault("year-near", year_near),
    Fault("volume-up", volume_up),
    Fault("pages-shifted", pages_shifted),
    Fault("surname-replaced", surname_replaced),
    Fault("authors-swapped", authors_swapped),
    Fault("author-appended", author_appended),
    Fault("last-author-dropped", last_author_dropped),
    Fault("dictionary-word", dictionary_word),
    Fault("journal-replaced", journal_replaced),
    Fault("digit-altered", digit_altered, (True,)),
    Fault("other-doi", wrong_doi, (True,)),
    Fault("fabricated", fabricated, is_whole=True),
    Fault("real-doi-fluent-title", real_doi_fluent_title, (True,)),
    Fault("others-work", others_work),
    Fault("retracted", unchanged, is_retraction=True),
)
