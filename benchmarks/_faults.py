"""Faults: claims that say something that is not so, made so that they surely are faults."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from _claims import Claim, Name, plain
from _latex import without_accents
from _names import content_words, is_another_journal

EVERYTHING = frozenset({"author", "title", "journal", "year", "volume", "pages"})


@dataclass(frozen=True)
class Pool:
    """What faults are made of: the works that may be cited, and every DOI that is registered."""

    claims: Sequence[Claim]
    dois: Collection[str]

    def another(self, claim: Claim, rng: random.Random, fits: Callable[[Claim], bool]) -> Claim | None:
        """Some other work that fits; None if a fair number of tries finds none."""
        tries = (rng.choice(self.claims) for _ in range(200))
        return next((one for one in tries if one.doi != claim.doi and fits(one)), None)

    @cached_property
    def words(self) -> Sequence[str]:
        """Words of titles that mean something, in lower case."""
        found = (word for claim in self.claims for word in content_words(plain(claim.title)))
        return sorted({word for word in found if len(word) >= 6 and word.isascii()})

    @cached_property
    def people(self) -> Sequence[Name]:
        names = (name for claim in self.claims for name in claim.authors if not name.group and name.given)
        return sorted(
            {replace(name, suffix="") for name in names}, key=lambda name: (name.family, name.given)
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A false claim, the fields whose values are false in it, and the other works it borrows from."""

    claim: Claim
    fields: frozenset[str]
    borrowed: tuple[str, ...] = ()  # DOIs


Maker = Callable[[Claim, Pool, random.Random], Made | None]
"""Makes a fault of a right claim; None where this claim does not lend itself to it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault. `ways` says whether it is cited with a DOI, without, or both are tried."""

    name: str
    make: Maker
    ways: tuple[bool, ...] = (True, False)
    is_retraction: bool = False
    is_whole: bool = False  # there is no such work


# One field


def wrong_year(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    return year_off_by(claim, rng, [*range(-9, -1), *range(2, 10)])


def year_off_by(claim: Claim, rng: random.Random, steps: Sequence[int]) -> Made | None:
    taken = {*claim.years, *claim.other_years}
    free = [claim.years[0] + step for step in steps if claim.years and claim.years[0] + step not in taken]
    return Made(replace(claim, dates=((rng.choice(free),),)), frozenset({"year"})) if free else None


def wrong_volume(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    if not claim.volume.isdecimal() or int(claim.volume) in claim.years:
        return None
    volume = rng.choice(
        [n for n in range(1, 2 * int(claim.volume) + 12) if str(n) not in (claim.volume, claim.issue)]
    )
    return Made(replace(claim, volume=str(volume)), frozenset({"volume"}))


def wrong_pages(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    match = re.fullmatch(r"(\d+)-(\d+)", claim.page)
    if not match or claim.article_number or int(match[2]) < int(match[1]):
        return None
    first, last = int(match[1]), int(match[2])
    start = rng.choice([n for n in range(1, 2 * first + 90) if not first <= n <= last])
    return Made(replace(claim, page=f"{start}-{start + last - first}"), frozenset({"pages"}))


def wrong_journal(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """Half the time one that shares a word with the right one."""
    near = rng.random() < 0.5
    other = pool.another(
        claim, rng, lambda one: is_elsewhere(claim, one) and (not near or _shares_a_word(claim, one))
    )
    other = other or pool.another(claim, rng, lambda one: is_elsewhere(claim, one))
    return None if other is None else in_journal_of(claim, other)


def in_journal_of(claim: Claim, other: Claim) -> Made:
    claim = replace(claim, containers=other.containers[:1], short_containers=(), issn=other.issn)
    return Made(claim, frozenset({"journal"}), (other.doi,))


def is_elsewhere(claim: Claim, other: Claim) -> bool:
    """Whether both are in journals, and the journals surely differ."""
    if not claim.kind == other.kind == "journal-article" or set(claim.issn) & set(other.issn):
        return False
    names = [*claim.containers, *claim.short_containers]
    return bool(names and other.containers) and all(
        is_another_journal(name, other.containers[0]) for name in names
    )


def _shares_a_word(claim: Claim, other: Claim) -> bool:
    return bool(set(content_words(claim.containers[0])) & set(content_words(other.containers[0])))


def title_word(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    return with_another_word(claim, pool.words, rng)


def with_another_word(claim: Claim, words: Sequence[str], rng: random.Random) -> Made | None:
    """One word of the title that means something, for one that does not begin as any word of it does."""
    if set("<$\\") & set(claim.title):
        return None
    own = content_words(claim.title)
    spots = list(re.finditer(r"[^\W\d_]{6,}", claim.title))
    if len(own) < 4 or not spots:
        return None
    spot = rng.choice(spots)
    new = rng.choice([word for word in words if not any(word[:4] == old[:4] for old in own)])
    new = new.upper() if spot[0].isupper() else new.capitalize() if spot[0][0].isupper() else new
    title = claim.title[: spot.start()] + new + claim.title[spot.end() :]
    return Made(replace(claim, title=title, short_title=""), frozenset({"title"}))


# Authors


def wrong_first_author(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    return with_author(claim, 0, stranger(claim, pool, rng)) if claim.authors else None


def invented_coauthor(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    if not claim.authors:
        return None
    place = rng.randint(1, len(claim.authors))
    names = (*claim.authors[:place], stranger(claim, pool, rng), *claim.authors[place:])
    return Made(replace(claim, authors=names), frozenset({"author"}))


def author_left_out(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    if len(claim.authors) < 3:
        return None
    place = rng.randrange(1, len(claim.authors) - 1)
    if claim.authors[place].group or family_key(claim.authors[place]) == family_key(claim.authors[place + 1]):
        return None
    return Made(
        replace(claim, authors=claim.authors[:place] + claim.authors[place + 1 :]), frozenset({"author"})
    )


def with_author(claim: Claim, place: int, name: Name) -> Made:
    names = (*claim.authors[:place], name, *claim.authors[place + 1 :])
    return Made(replace(claim, authors=names), frozenset({"author"}))


def stranger(claim: Claim, pool: Pool, rng: random.Random) -> Name:
    """Somebody whose family name is like none of the authors'."""
    own = " ".join(family_key(name) + without_accents(name.given).lower() for name in claim.authors)
    return rng.choice(
        [
            name
            for name in rng.sample(pool.people, min(80, len(pool.people)))
            if family_key(name)[:4] not in own
        ]
    )


def family_key(name: Name) -> str:
    return re.sub(r"[^a-z]", "", without_accents(name.family).lower()) or name.family


# DOIs


def wrong_doi(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    other = pool.another(claim, rng, lambda one: are_unrelated(claim, one))
    return None if other is None else Made(replace(claim, doi=other.doi), frozenset({"doi"}), (other.doi,))


def dead_doi(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """A DOI as its prefix's owner might have made it, that nobody registered."""
    for _ in range(50):
        doi = f"{claim.doi.partition('/')[0]}/{rng.choice('abcdefgh')}{rng.randint(10**6, 10**8)}"
        if doi not in pool.dois:
            return Made(replace(claim, doi=doi), frozenset({"doi"}))
    return None


def are_unrelated(claim: Claim, other: Claim) -> bool:
    """No author in common, and next to no word of the title."""
    people = {family_key(name)[:5] for name in claim.authors} & {
        family_key(name)[:5] for name in other.authors
    }
    words = set(content_words(plain(claim.title))) & set(content_words(plain(other.title)))
    return bool(other.authors) and not people and len(words) <= 1


# More than one field


def chimera(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """Title of one work, authors and year of another, its place either's or a third's."""
    people = pool.another(claim, rng, lambda one: _may_lend_people(claim, one))
    third = pool.another(claim, rng, lambda one: are_unrelated(claim, one) and is_elsewhere(claim, one))
    if len(content_words(plain(claim.title))) < 4 or not claim.authors or people is None or third is None:
        return None
    place = rng.choice((claim, people, third))
    made = replace(
        place,
        title=claim.title,
        subtitle=claim.subtitle,
        short_title="",
        authors=people.authors,
        dates=people.dates,
        doi=rng.choice((claim, people)).doi,
    )
    false = {"author", "year", "title", "doi", "journal", "volume", "pages"}
    return Made(made, frozenset(false), (people.doi, third.doi))


def _may_lend_people(claim: Claim, other: Claim) -> bool:
    return (
        claim.kind == other.kind and are_unrelated(claim, other) and not set(claim.years) & set(other.years)
    )


def invented_title(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """A real DOI, authors and place under a title that nobody gave to a work."""
    return Made(with_title(claim, made_up_title(pool, rng)), frozenset({"title"}))


def invented_title_and_authors(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    if not claim.authors:
        return None
    made = with_title(claim, made_up_title(pool, rng))
    return Made(replace(made, authors=crowd(claim, pool, rng)), frozenset({"title", "author", "doi"}))


def invented_authors(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """A real DOI, title and place under other people's names."""
    if not claim.authors or len(content_words(plain(claim.title))) < 4:
        return None
    return Made(replace(claim, authors=crowd(claim, pool, rng)), frozenset({"author"}))


def nonexistent(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """Nobody's work, in a journal that exists; with a DOI, one that is registered nowhere."""
    if claim.kind != "journal-article" or not claim.containers or not claim.years:
        return None
    doi = dead_doi(claim, pool, rng)
    volume, first = rng.randint(1, 120), rng.randint(1, 3000)
    made = replace(
        with_title(claim, made_up_title(pool, rng)),
        authors=crowd(claim, pool, rng),
        dates=((rng.randint(1990, 2024),),),
        volume=str(volume),
        issue=str(rng.randint(1, 12)),
        page=f"{first}-{first + rng.randint(4, 20)}",
        article_number="",
        doi=doi.claim.doi if doi else "",
    )
    return Made(made, frozenset({"title", "author", "doi"}))


def with_title(claim: Claim, title: str) -> Claim:
    return replace(claim, title=title, subtitle="", short_title="")


def made_up_title(pool: Pool, rng: random.Random) -> str:
    a, b, c, d, e = rng.sample(pool.words, 5)
    return rng.choice(
        (
            f"{a} and {b} in {c} {d}: {e} findings",
            f"The {a} of {b} {c} under {d} {e}",
            f"{a} {b} for {c}: a study of {d} and {e}",
            f"Effects of {a} on {b} {c} in {d} {e}",
        )
    ).capitalize()


def crowd(claim: Claim, pool: Pool, rng: random.Random) -> tuple[Name, ...]:
    """A few people none of whom wrote the work."""
    names: dict[str, Name] = {}
    for _ in range(rng.randint(2, 5)):
        name = stranger(claim, pool, rng)
        names[family_key(name)] = name
    return tuple(names.values())


def unchanged(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    """Right in everything; what is wrong happened to the work."""
    return Made(claim, frozenset()) if claim.authors and len(content_words(plain(claim.title))) >= 4 else None


FAULTS: Sequence[Fault] = (
    Fault("wrong-doi", wrong_doi, (True,)),
    Fault("dead-doi", dead_doi, (True,)),
    Fault("wrong-year", wrong_year),
    Fault("wrong-first-author", wrong_first_author),
    Fault("invented-coauthor", invented_coauthor),
    Fault("author-left-out", author_left_out),
    Fault("wrong-journal", wrong_journal),
    Fault("wrong-volume", wrong_volume),
    Fault("wrong-pages", wrong_pages),
    Fault("title-word", title_word),
    Fault("chimera", chimera),
    Fault("nonexistent", nonexistent, is_whole=True),
    Fault("invented-title", invented_title, (True,)),
    Fault("invented-title-and-authors", invented_title_and_authors, (True,)),
    Fault("invented-authors", invented_authors),
    Fault("retracted", unchanged, is_retraction=True),
)

Sample = tuple[Claim, Made]


def made_of(
    fault: Fault, claims: Iterator[Claim], count: int, pool: Pool, rng: random.Random
) -> list[Sample]:
    """Up to `count` faults of a kind, each of another work, taken off `claims`."""
    samples: list[Sample] = []
    while len(samples) < count and (claim := next(claims, None)) is not None:
        made = fault.make(claim, pool, rng)
        if made is not None:
            samples.append((claim, made))
    return samples
