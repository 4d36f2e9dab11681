"""What a work is called, and what the thing is called that it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from bibproof.bibtex.entry_types import PARTS
from bibproof.bibtex.fields import Fields, distinct
from bibproof.bibtex.identifiers import platform_of
from bibproof.bibtex.kinds import CONTAINERS, site_of
from bibproof.bibtex.punctuation import without_space

_OTHER_TITLES = frozenset({"titleaddon", "shorttitle", "origtitle", "title-short"})
_OTHER_CONTAINERS = ("shortjournal", "journalabbr", "journal-iso", "fjournal")
_MORE_ABOUT_CONTAINERS = frozenset(
    (*_OTHER_CONTAINERS, "journalsubtitle", "booksubtitle", "mainsubtitle", "series")
)
_IN_BOOKS = frozenset({"chapter", "entry-encyclopedia", "entry-dictionary"})
_SITES = frozenset({"webpage", "post-weblog"})
_JOURNALS = ("journal", "journaltitle")
_HELD_AT_EVENTS = frozenset({"article-journal", "paper-conference", "document"})


@dataclass(slots=True)
class Name:
    """A title and the other names that are as right; `fields` says where each rich text is written."""

    title: str | None = None
    others: tuple[str, ...] = ()
    subtitle: str | None = None
    variables: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)


def own_title(fields: Fields, genre: str | None) -> Name:
    """The work's own title. A title in another language than the work's is a variable, "translated-title"."""
    texts = fields.texts
    title, subtitle = without_space(texts.get("title")), without_space(texts.get("subtitle"))
    if texts.keys().isdisjoint(_OTHER_TITLES):
        return Name(title, (), subtitle, fields={"title": "title", "subtitle": "subtitle"})
    addon, original = texts.get("titleaddon"), texts.get("origtitle")
    variables = {"titleaddon": addon} if addon is not None and addon != genre else {}
    longer = f"{title}. {addon}" if title is not None and addon is not None else None
    others = [longer, texts.get("shorttitle"), original, texts.get("title-short")]
    if original is None or title is None or "translator" in fields.raw:
        if original is not None:
            variables["original-title"] = original
        where = {"title": "title", "subtitle": "subtitle", "titleaddon": "titleaddon"}
        return Name(title, distinct(others, besides=title), subtitle, variables, where)
    translated = title if subtitle is None else f"{title}: {subtitle}"
    variables["translated-title"] = translated
    where = {"title": "origtitle", "titleaddon": "titleaddon"}
    if subtitle is None:
        where["translated-title"] = "title"
    return Name(original, distinct([translated, title, *others], besides=original), None, variables, where)


def _containers(fields: Fields, work_type: str) -> list[str]:
    """The fields that name what the work stands in. A book is in no journal, nor in one of its name."""
    texts = fields.texts
    names = [name for name in CONTAINERS if name in texts]
    if work_type == "book":
        title = texts.get("title", "").lower()
        return [name for name in names if name not in _JOURNALS and texts[name].lower() != title]
    said = texts.get("howpublished")
    return [name for name in names if name not in _JOURNALS or texts[name] != said]


def container(fields: Fields, work_type: str) -> Name:
    """What the work stands in, and its other names: abbreviated, with its subtitle, the event, the series."""
    texts = fields.texts
    names = _containers(fields, work_type)
    variables: dict[str, str] = {}
    if work_type in _IN_BOOKS and "booktitle" in names and "maintitle" in names:
        names.remove("maintitle")
        names.insert(0, "maintitle")
        variables["volume-title"] = texts["booktitle"]
    first = names[0] if names else None
    if first == "eventtitle" and work_type not in _HELD_AT_EVENTS:
        first = None
    found = Name(None if first is None else without_space(texts[first]), variables=variables)
    if first is not None:
        found.fields["container-title"] = first
    elif work_type in _SITES:
        found.title = texts.get("organization") or platform_of(fields.raw) or site_of(fields.raw)
    if len(names) > 1 or first is None or not texts.keys().isdisjoint(_MORE_ABOUT_CONTAINERS):
        found.others = _other_containers(fields, names, work_type, found.title)
    return found


def _other_containers(
    fields: Fields, names: list[str], work_type: str, besides: str | None
) -> tuple[str, ...]:
    texts = fields.texts
    longer = [
        f"{texts[f'{name}title']}: {texts[f'{name}subtitle']}"
        for name in ("journal", "book", "main")
        if f"{name}subtitle" in texts and f"{name}title" in texts
    ]
    short = [texts.get(name) for name in _OTHER_CONTAINERS]
    series = texts.get("series") if work_type in PARTS else None
    return distinct([*(texts[name] for name in names), *longer, *short, series], besides=besides)


def whole_issue(fields: Fields) -> Name:
    """A special issue of a periodical that has a title of its own: biblatex's `issuetitle`."""
    return Name(
        fields.texts["issuetitle"],
        (),
        fields.texts.get("issuesubtitle"),
        fields={"title": "issuetitle", "subtitle": "issuesubtitle"},
    )
