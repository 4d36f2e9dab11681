"""Style c: what styles a and b write, respelled once more in ways that are rarer and as right."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from _claims import Claim
from _entries import Entry, layout, write
from _exports import export
from _names import content_words

_DASHES = ("--", "---", "–", "—", " -- ", "‐", "{--}", "\\textendash{}")
_SET_APART = ("\\emph{{{}}}", "\\textit{{{}}}", "{{{}}}", "\\textbf{{{}}}", "{{\\em {}}}")
_QUOTED = ("``{}''", "“{}”", "\\enquote{{{}}}", "{{\\textquotedblleft}}{}{{\\textquotedblright}}")
_REMARKS = (" [in German]", " [Article]", " (Review)", " [published online ahead of print]")
_PAGES = ("{l}{f}{d}{l}{z}", "pp. {l}{f}{d}{z}", "S. {l}{f}{d}{z}")
_FIRST_PAGES = ("p. {l}{f}", "{l}{f}ff", "{l}{f}--", "{l}{f}+", "{l}{f} f.")
_ARTICLES = ("Article {}", "Art. No. {}", "{}", "Article ID {}", "article no. {}", "ID {}", "{} (8 pages)")
_MORE = {
    "note": "Epub ahead of print",
    "address": "Amsterdam",
    "keywords": "a; b",
    "abstract": "We show {that}.",
    "urldate": "2020-01-01",
    "annote": "to be read",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry's values, to be respelled in place. What `whole` names must stay comparable."""

    fields: dict[str, str]
    claim: Claim
    whole: frozenset[str]
    rng: random.Random

    def put(self, name: str, forms: tuple[str, ...], value: str) -> str:
        """Write a value in one of the forms; give the name of what was done."""
        form = self.rng.choice(forms)
        self.fields[name] = form.format(value)
        return f"{name}: {form}"


def respelled(claim: Claim, key: str, with_doi: bool, whole: frozenset[str], rng: random.Random) -> Entry:  # noqa: FBT001 - a Writer
    """An entry of style a or b with up to three more respellings. See `_entries.Writer`."""
    entry = rng.choice((write, export))(claim, key, with_doi, whole, rng)
    draft = Draft({name.lower(): value for name, value in entry.fields}, claim, whole, rng)
    done = [did for respell in rng.sample(_RESPELLINGS, 3) if (did := respell(draft))]
    written = tuple((name, value) for name, value in draft.fields.items() if value)
    text = layout(entry.kind, key, written, rng)
    return replace(entry, fields=written, variations=(*entry.variations, *done), text=text)


def _pages(draft: Draft) -> str | None:
    found = re.fullmatch(r"\s*([A-Za-z]?)(\d+)\W+[A-Za-z]?(\d+)\s*", draft.fields.get("pages", ""))
    if not found:
        return None
    letter, first, last = found.groups()
    form = draft.rng.choice(_PAGES if "pages" in draft.whole else _PAGES + _FIRST_PAGES)
    last = last if len(last) >= len(first) else first[: len(first) - len(last)] + last
    draft.fields["pages"] = form.format(l=letter, f=first, z=last, d=draft.rng.choice(_DASHES))
    return f"pages: {form}"


def _article_number(draft: Draft) -> str | None:
    if not draft.claim.article_number or draft.claim.page:
        return None
    draft.fields.pop("eid", None)
    draft.fields.pop("articleno", None)
    return draft.put("pages", _ARTICLES, draft.claim.article_number)


def _volume(draft: Draft) -> str | None:
    volume, number = draft.fields.get("volume", ""), draft.fields.get("number", "")
    if not volume.isdecimal():
        return None
    if number.isdecimal() and draft.rng.random() < 0.5:
        draft.fields["volume"] = f"{volume}({number})"
        del draft.fields["number"]
        return "volume: with the issue"
    return draft.put("volume", ("Vol. {}", "vol {}", "{{{{{}}}}}", "0{}", "Band {}", "{}."), volume)


def _issue(draft: Draft) -> str | None:
    number = draft.fields.get("number", "")
    if not number.isdecimal():
        return None
    return draft.put("number", ("No. {}", "Issue {}", "iss. {}", "0{}", "({})", "n° {}"), number)


def _year(draft: Draft) -> str | None:
    year = draft.fields.get("year", "")
    if not year.isdecimal():
        return None
    return draft.put("year", ("{}a", "c{}", "[{}]", "{}b", "({})", "{{{}}}", "{}."), year)


def _title_closed(draft: Draft) -> str | None:
    return draft.put("title", ("{}.", *_QUOTED), draft.fields.get("title", "").rstrip(". "))


def _title_with_remark(draft: Draft) -> str | None:
    remarks = tuple(f"{{}}{remark}" for remark in _REMARKS)
    return draft.put("title", remarks, draft.fields.get("title", "").rstrip("."))


def _title_word_set_apart(draft: Draft) -> str | None:
    listed = draft.fields.get("title", "").split(" ")
    plain = [place for place, word in enumerate(listed) if word.isalpha() and word.isascii()]
    if not plain:
        return None
    place = draft.rng.choice(plain)
    listed[place] = draft.rng.choice(_SET_APART).format(listed[place])
    draft.fields["title"] = " ".join(listed)
    return "title: a word set apart"


def _title_broken(draft: Draft) -> str | None:
    ampersand = draft.rng.choice((" \\& ", " {\\&} ", " and~"))
    title = draft.fields.get("title", "").replace(" ", "\n     ", 3)
    draft.fields["title"] = title.replace(" and ", ampersand, 1).replace("-", "‐", 1)
    return "title: broken lines, another hyphen"


def _subtitle(draft: Draft) -> str | None:
    head, mark, rest = draft.fields.get("title", "").partition(": ")
    if not mark or head.count("{") != head.count("}") or len(content_words(head)) < 2:
        return None
    if draft.rng.random() < 0.5:
        draft.fields["title"], draft.fields["subtitle"] = head, rest
        return "title: subtitle in its own field"
    draft.fields["title"] = head + draft.rng.choice((" -- ", ". ", " – ", "---", " : ")) + rest
    return "title: subtitle joined otherwise"


def _journal(draft: Draft) -> str | None:
    name = next((one for one in ("journal", "journaltitle") if draft.fields.get(one)), None)
    if name is None:
        return None
    value = draft.fields[name]
    forms = [
        value.upper(),
        value[4:] if value.lower().startswith("the ") else f"The {value}",
        f"{value}.",
        value.replace(" and ", " {\\&} "),
        value.replace(":", " -"),
        f"{value} ({draft.rng.choice(('London', 'Online', 'New York, N.Y.', 'Print'))})",
    ]
    draft.fields[name] = draft.rng.choice(forms)
    return "journal: respelled"


def _people(draft: Draft) -> str | None:
    value = draft.fields.get("author", "")
    listed = value.split(" and ")
    if not value or "others" in value:
        return None
    forms = {
        "broken lines": value.replace(" and ", "\n  and "),
        "ties": re.sub(r"(?<=\b[A-Z])\. (?=[A-Z]\.)", ".~", value),
    }
    if len(listed) > 1:
        forms["all, et al."] = f"{value} and et al."
    if len(listed) > 3 and "author" not in draft.whole:
        forms["three, and others"] = " and ".join([*listed[:3], "others"])
    if len(listed) > 6 and "author" not in draft.whole:
        forms["six ... and the last"] = " and ".join([*listed[:6], "...", listed[-1]])
    how = draft.rng.choice(sorted(forms))
    draft.fields["author"] = forms[how]
    return f"author: {how}"


def _more_fields(draft: Draft) -> str | None:
    name = draft.rng.choice(sorted(_MORE))
    draft.fields.setdefault(name, _MORE[name])
    return f"fields: {name}"


def _kind(draft: Draft) -> str | None:
    if "booktitle" not in draft.fields or draft.claim.kind != "proceedings-article":
        return None
    draft.fields["journal"] = draft.fields.pop("booktitle")
    return "fields: proceedings as journal"


_RESPELLINGS: tuple[Callable[[Draft], str | None], ...] = (
    *(_pages, _article_number, _volume, _issue, _year, _journal, _people, _more_fields, _kind),
    *(_title_closed, _title_with_remark, _title_word_set_apart, _title_broken, _subtitle),
)
