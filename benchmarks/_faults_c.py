"""Style c: faults that are small, or that look like something else."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from _claims import Claim, plain
from _faults import Fault, Made, Pool, are_unrelated, family_key, stranger, unchanged, with_author, with_title
from _names import content_words

_SUBTITLES = (
    "evidence from a nationwide cohort", "a machine learning approach", "lessons for policy makers",
    "a systematic review and meta-analysis", "theory, methods and applications",
)  # fmt: skip
_SECTION = re.compile(r"^(.*\b(?:[Ss]ection |[Pp]art |[Ss]eries |Review |Physics |Society ))([A-E])(\b.*)$")
_CONTRARY = (
    ("increased", "decreased"), ("positive", "negative"), ("acute", "chronic"), ("male", "female"),
    ("type 2", "type 1"), ("children", "adults"), ("low", "high"), ("upper", "lower"),
    ("in vitro", "in vivo"), ("with", "without"), ("before", "after"), ("rural", "urban"),
    ("linear", "nonlinear"), ("stable", "unstable"),
    ("human", "murine"), ("first", "second"), ("north", "south"), ("two", "three"), ("small", "large"),
)  # fmt: skip


def first_and_last_swapped(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    if len(claim.authors) < 2 or family_key(claim.authors[0]) == family_key(claim.authors[-1]):
        return None
    if claim.authors[0].group or claim.authors[-1].group:
        return None
    first, *middle, last = claim.authors
    return Made(replace(claim, authors=(last, *middle, first)), frozenset({"author"}))


def initial_changed(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    """Another given name under the same family name."""
    places = [n for n, name in enumerate(claim.authors) if not name.group and len(name.given) > 3]
    if not places:
        return None
    place = rng.choice(places)
    old = claim.authors[place]
    given = rng.choice(
        [g for g in ("Quentin", "Oswald", "Beatrice", "Ursula", "Wolfram") if g[0] not in old.given.upper()]
    )
    return with_author(claim, place, replace(old, given=given))


def volume_of_other_year(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    if (
        not claim.volume.isdecimal()
        or not claim.years
        or int(claim.volume) < 3
        or int(claim.volume) in claim.years
    ):
        return None
    return Made(
        replace(claim, volume=str(int(claim.volume) + rng.choice((-2, -1, 1, 2)))), frozenset({"volume"})
    )


def page_digits_exchanged(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    found = re.fullmatch(r"(\d{2,})-(\d+)", claim.page)
    if not found or claim.article_number:
        return None
    first, last = found[1], found[2]
    turned = first[:-2] + first[-1] + first[-2]
    if turned == first or turned.startswith("0"):
        return None
    size = int(last) - int(first)
    if size < 0 or int(first) <= int(turned) <= int(last):
        return None
    return Made(replace(claim, page=f"{turned}-{int(turned) + size}"), frozenset({"pages"}))


def sister_journal(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    """Physical Review B for A."""
    found = _SECTION.match(claim.containers[0]) if claim.containers else None
    if not found or claim.kind != "journal-article" or not found[1].strip() or found[3].startswith("'"):
        return None
    letter = rng.choice([one for one in "ABCDE" if one != found[2]])
    name = f"{found[1]}{letter}{found[3].partition(':')[0]}"
    return Made(replace(claim, containers=(name,), short_containers=()), frozenset({"journal"}))


def subtitle_invented(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    if claim.subtitle or ":" in claim.title or len(content_words(claim.title)) < 3:
        return None
    return Made(
        with_title(claim, f"{claim.title.rstrip('.')}: {rng.choice(_SUBTITLES)}"), frozenset({"title"})
    )


def contrary_word(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    title = claim.title
    for one, other in (*_CONTRARY, *((b, a) for a, b in _CONTRARY)):
        changed = re.sub(rf"(?<![\w-]){one}(?![\w-])", other, title, count=1, flags=re.IGNORECASE)
        if changed != title:
            return Made(with_title(claim, changed), frozenset({"title"}))
    return None


def number_in_title(claim: Claim, _pool: Pool, _rng: random.Random) -> Made | None:
    found = re.search(r"(?<![\w<>.,-])(\d{1,4})(?![\w<>.,-])", plain(claim.title))
    if not found or plain(claim.title) != claim.title:
        return None
    return Made(
        with_title(claim, f"{claim.title[: found.start()]}{int(found[1]) + 1}{claim.title[found.end() :]}"),
        frozenset({"title"}),
    )


def word_dropped(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    listed = claim.title.split(" ")
    places = [
        n
        for n, word in enumerate(listed)
        if word.isalpha() and len(word) > 5 and word.isascii() and n and n < len(listed) - 1
    ]
    if len(listed) < 5 or not places or "<" in claim.title:
        return None
    place = rng.choice(places)
    return Made(with_title(claim, " ".join((*listed[:place], *listed[place + 1 :]))), frozenset({"title"}))


def other_paper_of_the_authors(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    """The title of one work of a person under another's DOI."""
    if not claim.authors or claim.authors[0].group:
        return None
    key = family_key(claim.authors[0])
    others = [
        one
        for one in pool.claims
        if one.authors
        and one is not claim
        and family_key(one.authors[0]) == key
        and one.authors == claim.authors
        and are_unrelated(claim, replace(one, authors=()))
    ]
    if not others:
        return None
    other = rng.choice(others)
    return Made(with_title(claim, other.title), frozenset({"title"}), (other.doi,))


def two_invented_after_the_first(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    if len(claim.authors) < 3 or claim.authors[0].group:
        return None
    return Made(
        replace(claim, authors=(claim.authors[0], stranger(claim, pool, rng), stranger(claim, pool, rng))),
        frozenset({"author"}),
    )


def two_added_to_one(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    if len(claim.authors) != 1 or claim.authors[0].group:
        return None
    return Made(
        replace(claim, authors=(claim.authors[0], stranger(claim, pool, rng), stranger(claim, pool, rng))),
        frozenset({"author"}),
    )


def doi_cut(claim: Claim, pool: Pool, _rng: random.Random) -> Made | None:
    doi = claim.doi[:-1]
    if doi in pool.dois or doi.endswith(("/", ".", "-")) or not claim.doi[-1].isalnum():
        return None
    return Made(replace(claim, doi=doi), frozenset({"doi"}))


def first_page_right_last_wrong(claim: Claim, _pool: Pool, rng: random.Random) -> Made | None:
    found = re.fullmatch(r"(\d+)-(\d+)", claim.page)
    if not found or claim.article_number or int(found[2]) <= int(found[1]):
        return None
    return Made(
        replace(claim, page=f"{found[1]}-{int(found[2]) + rng.choice((3, 7, 11, 40))}"), frozenset({"pages"})
    )


def book_title_wrong(claim: Claim, pool: Pool, rng: random.Random) -> Made | None:
    if claim.kind != "book-chapter" or not claim.containers:
        return None
    other = pool.another(
        claim,
        rng,
        lambda one: (
            one.kind == "book-chapter"
            and bool(one.containers)
            and not set(content_words(one.containers[0])) & set(content_words(" ".join(claim.containers)))
        ),
    )
    if other is None:
        return None
    return Made(
        replace(claim, containers=other.containers[:1], short_containers=()),
        frozenset({"journal", "booktitle"}),
        (other.doi,),
    )


FAULTS_C: Sequence[Fault] = (
    Fault("first-last-swapped", first_and_last_swapped),
    Fault("initial-changed", initial_changed),
    Fault("volume-next", volume_of_other_year),
    Fault("page-digits", page_digits_exchanged),
    Fault("last-page", first_page_right_last_wrong),
    Fault("sister-journal", sister_journal),
    Fault("subtitle-invented", subtitle_invented),
    Fault("contrary-word", contrary_word),
    Fault("number-in-title", number_in_title),
    Fault("word-dropped", word_dropped),
    Fault("authors-other-paper", other_paper_of_the_authors, (True,)),
    Fault("two-invented", two_invented_after_the_first),
    Fault("two-added", two_added_to_one),
    Fault("doi-cut", doi_cut, (True,)),
    Fault("wrong-booktitle", book_title_wrong),
    Fault("retracted", unchanged, is_retraction=True),
)
