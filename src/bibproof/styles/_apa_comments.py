"""Reviews and comments: what they are about, in brackets behind their title (APA 7, 10.1 and 10.7)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bibproof.model import Work
from bibproof.richtext import RichText
from bibproof.styles._apa_names import in_direct_order
from bibproof.styles._apa_text import italic, text_of
from bibproof.styles._apa_titles import bare_title
from bibproof.styles._case import apa_case
from bibproof.styles._compose import concat

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "article": "article",
        "article-journal": "article",
        "article-magazine": "article",
        "article-newspaper": "article",
        "book": "book",
        "broadcast": "TV series episode",
        "chapter": "chapter",
        "motion_picture": "film",
        "performance": "performance",
        "post-weblog": "blog post",
        "report": "report",
        "software": "software",
        "song": "song",
        "speech": "speech",
        "thesis": "thesis",
        "webpage": "webpage",
    }
)
_ABOUT: Mapping[str, str] = MappingProxyType({"reviewof": "Review of", "commenton": "Comment on"})


def about(work: Work) -> RichText:
    """As "Review of the book *Title*, by A. Author"; empty for a work that is about no other."""
    if not work.related and "reviewed-title" not in work.variables:
        return ()
    for relation, words in _ABOUT.items():
        other = work.related.get(relation)
        if other is not None and other.title:
            said = work.variables.get("relatedstring") or f"{words} the {_kind(other)}"
            return concat(f"{said} ", _cited(other, has_people=relation == "reviewof"))
    title = text_of(work, "reviewed-title")
    people = work.people.get("reviewed-author", ())
    if not title:
        return ()
    kind = work.variables.get("reviewed-genre") or "book"
    name = italic(apa_case(title, work.language))
    return concat(f"Review of the {kind.lower()} ", name, f", by {in_direct_order(people)}" if people else "")


def _kind(other: Work) -> str:
    if other.type == "broadcast" and not other.container_title:
        return "TV series"
    if other.type == "motion_picture" and other.genre:
        return other.genre[:1].lower() + other.genre[1:]
    return _KINDS.get(other.type) or (other.genre or "work").lower()


def _cited(other: Work, *, has_people: bool) -> RichText:
    """Its title, in quotation marks where it is a part of something larger, and whose it is."""
    by = _by(other) if has_people else ""
    if other.container_title:
        return concat("“", bare_title(other), f",” {by}" if by else "”")
    return concat(italic(bare_title(other)), f", {by}" if by else "")


def _by(other: Work) -> str:
    people = other.people.get("director") or other.authors or other.editors
    if not people:
        return ""
    role = people[0].role
    if role is None and other.type in ("motion_picture", "broadcast"):
        role = "Director"
    return f"by {in_direct_order(people)}" + (f", {role.replace('Director', 'Dir.')}" if role else "")
