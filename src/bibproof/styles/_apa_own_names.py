"""Names of the work's own in an APA title: surely names, whatever case the title is in."""

from __future__ import annotations

from itertools import chain

from bibproof.model import Person, Work
from bibproof.richtext import Face, RichText, Run


def with_names_kept(title: RichText, work: Work) -> RichText:
    """The title with the names of those who wrote and published it, and of its site, left as they are."""
    for name in _own_names(work, "".join([run.text for run in title])):
        if any(name in run.text for run in title):
            title = tuple(piece for run in title for piece in _kept(run, name))
    return title


def _own_names(work: Work, title: str) -> list[str]:
    """Names of the work's own that are surely names where a title has them; of people, only those it has."""
    people = [*work.authors, *chain.from_iterable(work.people.values())]
    names = [
        name
        for person in people
        if (person.literal or person.family or "") in title
        for name in _names_of(person)
    ]
    others = (work.publisher, work.container_title) if work.type in _ON_SITES else (work.publisher,)
    if work.type != "article-journal":
        names += [name for name in others if name and " " in name]
    return names


_ON_SITES = frozenset(("post", "post-weblog", "webpage"))


def _names_of(person: Person) -> tuple[str, ...]:
    """As "Grace Weiss", "Weiss"; a family name alone only where it is hardly a common word as well."""
    if person.literal is not None:
        return (person.literal,) if " " in person.literal else ()
    family, given = person.family, person.given
    if not family:
        return ()
    if len(family) > 3 and family not in _COMMON_WORDS:
        return (f"{given} {family}", family) if given else (family,)
    return (f"{given} {family}",) if given else ()


_WORDS = """
Baker Bell Best Bird Bishop Black Brown Burns Bush Carpenter Case Chance Child Church Coach Cook Cooper
Crane Cross Dean Field Fields Fish Fisher Flood Ford Forest Fowler Fox French Frost Gardner Gold Good
Grant Gray Green Hall Hand Head Heart Heath Hill Home Hope House Hunt Hunter Judge King Knight Lake Land
Lane Law Light Little Long Love Major Marsh Mason Miller Moon Moss Nurse Page Park Parks Parson Poole
Pope Porter Post Power Price Prince Reading Reed Reader Rice Rich Rivers Rock Rose Sage School Self
Shepherd Short Silver Singer Small Smart Snow Speaker Spring Star Stone Story Street Strong Summer
Summers Taylor Teacher Train Turner Walker Wall Ward Water Waters Weaver West White Winter Winters Wise
Wolf Wood Woods Work Young
"""
_COMMON_WORDS = frozenset(_WORDS.split())
"""Family names that are hardly told from words."""


def _kept(run: Run, name: str) -> tuple[Run, ...]:
    before, found, after = run.text.partition(name)
    if (
        not found
        or run.face & Face.KEPT
        or run.tex is not None
        or before[-1:].isalnum()
        or after[:1].isalnum()
    ):
        return (run,)
    pieces = (Run(before, run.face), Run(found, run.face | Face.KEPT), Run(after, run.face))
    return tuple(piece for piece in pieces if piece.text)
