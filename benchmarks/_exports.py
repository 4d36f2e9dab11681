"""Style b: entries as programs export them, with the quirks that these are known for.

doi2bib and Crossref's own BibTeX, Google Scholar, Zotero with Better BibTeX, EndNote, JabRef, PubMed
converters, DBLP and Mendeley.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from _claims import Claim, Name, plain
from _entries import MONTHS, Entry
from _latex import accents, escape, latex, without_accents
from _names import abbreviated, bibtex_name

Fields = list[tuple[str, str]]
Exporter = Callable[[Claim, frozenset[str], random.Random], tuple[str, Fields]]


def export(claim: Claim, key: str, with_doi: bool, whole: frozenset[str], rng: random.Random) -> Entry:  # noqa: FBT001
    """An entry as one of the programs writes it. See `_entries.Writer`."""
    exporter = rng.choice(_EXPORTERS)
    kind, fields = exporter(claim, whole, rng)
    dois = {"doi", "url", "biburl"}
    if with_doi and claim.doi and not any(name.lower() == "doi" for name, _ in fields):
        fields.append(("doi", claim.doi))
    written = tuple(
        (name, value) for name, value in fields if value and (with_doi or name.lower() not in dois)
    )
    lines = [
        f"  {name} = {value if name == 'month' and value in MONTHS else f'{{{value}}}'}"
        for name, value in written
    ]
    text = f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"
    return Entry(key, kind, written, (f"export: {exporter.__name__.strip('_')}",), text)


def _crossref(claim: Claim, _whole: frozenset[str], _rng: random.Random) -> tuple[str, Fields]:
    """Raw Unicode, raw HTML, an en dash, `url` with http and dx; the subtitle is not in the title."""
    subtitle = f": {claim.subtitle}" if claim.subtitle and "title" in _whole else ""
    return _kind(claim), [
        ("title", claim.title.replace("&", "&amp;") + subtitle),
        ("volume", claim.volume),
        ("ISSN", (claim.issn or ("",))[0]),
        ("url", f"http://dx.doi.org/{claim.doi}"),
        ("DOI", claim.doi),
        ("number", claim.issue),
        (_container_field(claim), _container(claim).replace("&", "&amp;")),
        ("publisher", claim.publisher),
        ("author", _names(claim.authors, family_first=True)),
        ("year", _year(claim, 0)),
        ("month", _month(claim)),
        ("pages", claim.page.replace("-", "–")),
    ]


def _google_scholar(claim: Claim, whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    """Sentence case, no accents lost but initials run together, and others after some names, no DOI."""
    names = [Name(n.family, _run_together(n.given), "", n.group) for n in claim.authors]
    cut = len(names) > 6 and "author" not in whole
    authors = _names(names[:6] if cut else names, family_first=True) + (" and others" if cut else "")
    spell = accents("braced", rng)
    return _kind(claim), [
        ("title", latex(_sentence_case(_title(claim)), spell, rng, markup=False)),
        ("author", spell(authors)),
        (_container_field(claim), spell(escape(_container(claim)))),
        ("volume", claim.volume),
        ("number", claim.issue),
        ("pages", claim.page.replace("-", "--") or claim.article_number),
        ("year", _year(claim, 0)),
        ("publisher", spell(escape(claim.publisher.partition(" (")[0]))),
    ]


def _better_bibtex(claim: Claim, _whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    """biblatex: date, journaltitle, shortjournal; every capital word of the title in double braces."""
    spell = accents(rng.choice(("unicode", "braced")), rng)
    text = latex(_title(claim), spell, rng)
    kind = {"article": "article", "misc": "online"}.get(_kind(claim), _kind(claim))
    parts = claim.dates[-1] if claim.dates else ()
    return kind, [
        ("title", text if "\\" in text or "$" in text else re.sub(r"(?<!^)\b[A-Z]\w*", r"{{\g<0>}}", text)),
        ("shorttitle", spell(escape(plain(claim.title).partition(":")[0]))),
        ("author", spell(_names(claim.authors, family_first=True))),
        ("date", "-".join(f"{part:02d}" for part in parts)),
        ("journaltitle" if kind == "article" else "booktitle", spell(escape(_container(claim)))),
        ("shortjournal", spell(escape((claim.short_containers or ("",))[0]))),
        ("volume", claim.volume),
        ("number", claim.issue),
        ("pages", claim.page.replace("-", "--") or claim.article_number),
        ("issn", (claim.issn or ("",))[0]),
        ("doi", claim.doi),
        ("url", f"https://www.example.org/doi/full/{claim.doi}"),
        ("urldate", "2023-04-05"),
        ("langid", "english"),
        ("file", f"/home/me/Zotero/storage/{rng.randint(1000, 9999)}.pdf"),
    ]


def _endnote(claim: Claim, _whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    """Initials with dots, a single hyphen, `type` and the abbreviated journal of a list of terms."""
    names = [Name(n.family, _dotted(n.given), n.suffix, n.group) for n in claim.authors]
    journal = abbreviated(_container(claim), rng) if _kind(claim) == "article" else _container(claim)
    return _kind(claim), [
        ("author", _names(names, family_first=True)),
        ("title", escape(plain(_title(claim)))),
        (_container_field(claim), escape(journal)),
        ("volume", claim.volume),
        ("number", claim.issue),
        ("pages", claim.page or claim.article_number),
        ("ISSN", (claim.issn or ("",))[0]),
        ("DOI", claim.doi),
        ("url", f"https://doi.org/{claim.doi}"),
        ("year", _year(claim, 0)),
        ("type", "Journal Article"),
    ]


def _jabref(claim: Claim, _whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    """Given names first, month macros, fields of the program's own."""
    spell = accents("inner", rng)
    return _kind(claim).title(), [
        ("author", spell(_names(claim.authors, family_first=False))),
        ("title", latex(_title(claim), spell, rng)),
        (_container_field(claim), spell(escape(_container(claim)))),
        ("year", _year(claim, -1)),
        ("volume", claim.volume),
        ("number", claim.issue),
        ("pages", claim.page.replace("-", "--") or claim.article_number),
        ("month", _month(claim)),
        ("doi", claim.doi),
        ("groups", "to read"),
        ("timestamp", "2019.03.14"),
        ("file", r":pdf/paper.pdf:PDF"),
    ]


def _pubmed(claim: Claim, _whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    """NLM's habits: "Smith JA", no accents, abbreviated last page, a full stop after the title."""
    names = [Name(n.family, _run_together(n.given), "", n.group) for n in claim.authors]
    return _kind(claim), [
        ("Author", without_accents(_names(names, family_first=True))),
        ("Title", escape(plain(_title(claim))) + "."),
        (_container_field(claim), escape(abbreviated(_container(claim), rng).replace(".", ""))),
        ("Year", _year(claim, 0)),
        ("Volume", claim.volume),
        ("Number", claim.issue),
        ("Pages", _short_range(claim.page) or claim.article_number),
        ("doi", claim.doi),
        ("Language", "eng"),
    ]


def _dblp(claim: Claim, _whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    """Names one a line, abbreviated journals with dots, the proxy's https address of the DOI."""
    spell = accents("braced", rng)
    journal = abbreviated(_container(claim), rng) if _kind(claim) == "article" else _container(claim)
    return _kind(claim), [
        (
            "author",
            spell(_names(claim.authors, family_first=False)).replace(" and ", " and\n               "),
        ),
        ("title", latex(_title(claim), spell, rng)),
        (_container_field(claim), spell(escape(journal))),
        ("volume", claim.volume),
        ("number", claim.issue),
        ("pages", claim.page.replace("-", "--") or claim.article_number),
        ("year", _year(claim, 0)),
        ("url", f"https://doi.org/{claim.doi}"),
        ("doi", claim.doi.upper().replace("_", r"\_")),
        ("bibsource", "dblp computer science bibliography, https://dblp.org"),
    ]


def _mendeley(claim: Claim, _whole: frozenset[str], rng: random.Random) -> tuple[str, Fields]:
    r"""Doubly braced titles, `{\'{e}}` for every accent, all fields in alphabetical order."""
    spell = accents("inner", rng)
    return _kind(claim), sorted(
        [
            ("author", spell(_names(claim.authors, family_first=True))),
            ("title", f"{{{latex(_title(claim), spell, rng, markup=False)}}}"),
            (_container_field(claim), spell(escape(_container(claim)))),
            ("doi", claim.doi),
            ("issn", "".join((claim.issn or ("",))[0].split("-"))),
            ("keywords", "todo,methods"),
            ("mendeley-groups", "My Paper"),
            ("number", claim.issue),
            ("pages", claim.page.replace("-", "--") or claim.article_number),
            ("volume", claim.volume),
            ("year", _year(claim, -1)),
        ]
    )


_EXPORTERS: Sequence[Exporter] = (
    _crossref, _google_scholar, _better_bibtex, _endnote, _jabref, _pubmed, _dblp, _mendeley
)  # fmt: skip


def _kind(claim: Claim) -> str:
    kinds = {"journal-article": "article", "proceedings-article": "inproceedings", "book-chapter": "inbook"}
    return kinds.get(claim.kind, "misc" if claim.kind == "posted-content" else "book")


def _container_field(claim: Claim) -> str:
    return "journal" if _kind(claim) == "article" else "booktitle"


def _container(claim: Claim) -> str:
    return claim.containers[0] if claim.containers else ""


def _title(claim: Claim) -> str:
    return f"{claim.title}: {claim.subtitle}" if claim.subtitle else claim.title


def _year(claim: Claim, which: int) -> str:
    return str(claim.dates[which][0]) if claim.dates else ""


def _month(claim: Claim) -> str:
    return MONTHS[claim.dates[0][1] - 1] if claim.dates and len(claim.dates[0]) > 1 else ""


def _names(names: Sequence[Name], *, family_first: bool) -> str:
    return " and ".join(bibtex_name(name, name.given, family_first=family_first) for name in names)


def _dotted(given: str) -> str:
    return " ".join(f"{part[0]}." for part in re.split(r"[\s.\-]+", given) if part)


def _run_together(given: str) -> str:
    return given if given.isupper() and "." not in given else _dotted(given).replace(".", "").replace(" ", "")


def _sentence_case(title: str) -> str:
    return re.sub(r"(?<=\s)[A-Z][a-z]+\b", lambda match: match[0].lower(), title)


def _short_range(page: str) -> str:
    match = re.fullmatch(r"(\d+)-(\d+)", page)
    if not match or len(match[1]) != len(match[2]) or match[1] >= match[2]:
        return page
    same = next(n for n, (a, b) in enumerate(zip(*match.groups(), strict=True)) if a != b)
    return f"{match[1]}-{match[2][same:]}"
