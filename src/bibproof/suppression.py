"""What somebody has said should be left aside, and why: comments in a bibliography, and the like in settings.

    % bibproof: ignore[year-mismatch, pages-mismatch] reason="cited as first published" until=2027-01-01
    @article{kim2020, ...

The comment stands on a line of its own above the entry that it is about, or in a @comment{...} there, since
some programs keep no other comments. Each rule is named: what left all aside would hide a later retraction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum

from bibproof.model import Library, Reference, Span
from bibproof.plugins import plugin_files

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of these rules are left aside for this reason, up to and including the day `until`.

    `reach` is the range of the text in which it counts, `span` where it stands itself (for one in settings,
    the key that it is about). `origin` is "comment", "settings" or "baseline", and `told` says which of the
    settings. `fault` is what is wrong with one that can't be used.
    """

    rules: tuple[str, ...]
    reason: str
    origin: str
    until: date | None = None
    told: str = ""
    key: str | None = None
    span: Span = _NOWHERE
    reach: Span = _NOWHERE
    fault: str | None = None


class Standing(Enum):
    """What became of a suppression in a run."""

    USED = "used"
    USELESS = "useless"
    EXPIRED = "expired"
    MALFORMED = "malformed"
    UNKNOWN = "unknown"  # what it is about was not looked at, or could not be


@dataclass(frozen=True, slots=True)
class Weighed:
    """A suppression and what became of it; `idle` are those of its rules that found nothing."""

    suppression: Suppression
    standing: Standing
    idle: tuple[str, ...] = ()


_COMMENT = re.compile(
    r"(?:%[ \t]*|@comment[ \t]*\{[ \t]*%*[ \t]*)(?P<said>bibproof[ \t]*:[^\r\n]*)", re.IGNORECASE
)
_FORM = re.compile(r"bibproof[ \t]*:[ \t]*(?P<verb>[\w-]+)[ \t]*(?P<rest>.*)", re.IGNORECASE)
_RULES = re.compile(r"\[(?P<rules>[^\]]*)\](?P<rest>.*)")
_PART = re.compile(r"""\s+(?P<name>[\w-]+)\s*=\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))""")
_SHAPE = 'expected ignore[rule-name] reason="..."'


def comments_in(library: Library, references: Iterable[Reference] | None = None) -> tuple[Suppression, ...]:
    """The suppressions in a BibTeX file's comments, in order; those that can't be used have a `fault`.

    `references` are those of the whole file, where the library holds a part of them.
    """
    if not library.is_bibtex or "bibproof" not in library.text.lower():
        return ()
    entries = sorted(library.references if references is None else references, key=lambda one: one.span)
    return tuple(_comments(library.text, entries))


def _comments(text: str, entries: list[Reference]) -> Iterator[Suppression]:
    number = 0
    for match in _COMMENT.finditer(text):
        span = Span(match.start("said"), match.start("said") + len(match["said"].rstrip()))
        form = _FORM.fullmatch(match["said"].rstrip())
        if form is None:
            continue  # a remark that speaks of bibproof
        while number < len(entries) and entries[number].span.end <= span.start:
            number += 1
        target = entries[number] if number < len(entries) else None
        if target is not None and target.span.start < span.start:
            if any(one.start <= span.start < one.end for one in target.fields.values()):
                continue  # the text of a field
            yield _faulty("it stands inside of an entry: write it on a line above the entry", span, target)
        elif not _is_first(text, match.start()):
            yield _faulty("it stands behind other text: write it on a line of its own", span, target)
        else:
            said = form["rest"].rstrip()
            if match[0].startswith("@"):
                said = said.removesuffix("}").rstrip()
            yield _suppression(form["verb"], said, span, target)


def _is_first(text: str, position: int) -> bool:
    """Whether nothing but blanks and % stands before it in its line."""
    while position and text[position - 1] in " \t%":
        position -= 1
    return position == 0 or text[position - 1] in "\r\n" or (position == 1 and text[0] == "\ufeff")


def _faulty(fault: str, span: Span, target: Reference | None) -> Suppression:
    key = None if target is None else target.key
    return Suppression((), "", "comment", key=key, span=span, reach=_reach(span, target), fault=fault)


def _reach(span: Span, target: Reference | None) -> Span:
    return Span(span.end, span.end if target is None else target.span.end)


def _suppression(verb: str, said: str, span: Span, target: Reference | None) -> Suppression:
    listed = _RULES.fullmatch(said)
    if verb.lower() != "ignore" or listed is None:
        return _faulty(_SHAPE, span, target)
    rules = tuple(name.strip() for name in listed["rules"].split(",") if name.strip())
    fault = fault_of_rules(rules)
    if fault is not None:
        return _faulty(fault, span, target)
    values, fault = _values(listed["rest"])
    if fault is None and not values.get("reason", "").strip():
        fault = 'it gives no reason: add reason="..."'
    until = None
    if fault is None and "until" in values:
        until = _day(values["until"])
        fault = None if until else f"until={values['until']}: expected a day, as in until=2027-01-31"
    if target is None:
        fault = fault or "no entry stands behind it: write it on a line above the entry"
    if fault is not None or target is None:
        return _faulty(fault or "", span, target)
    reason, reach = values["reason"].strip(), _reach(span, target)
    return Suppression(rules, reason, "comment", until, key=target.key, span=span, reach=reach)


def _values(text: str) -> tuple[dict[str, str], str | None]:
    """`reason="..." until=...` as a mapping, and what is wrong with it."""
    values: dict[str, str] = {}
    position = 0
    text = text.rstrip()
    while position < len(text):
        part = _PART.match(text, position)
        if part is None:
            return values, f'"{text[position:].strip()}": expected reason="..." or until=YEAR-MONTH-DAY'
        name = part["name"].lower()
        if name not in {"reason", "until"} or name in values:
            what = "it is given twice" if name in values else "there are reason and until only"
            return values, f"{name}: {what}"
        values[name] = part["bare"] if part["quoted"] is None else part["quoted"]
        position = part.end()
    return values, None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def fault_of_rules(rules: Iterable[str]) -> str | None:
    """What is wrong with names of rules that are to be left aside; None where each is a rule's."""
    rules = tuple(rules)
    if not rules:
        return "it names no rule: ignore[rule-name]"
    if "*" in rules:
        return "name each rule: * would hide a later retraction as well"
    return next((fault for name in rules if (fault := fault_of_rule(name)) is not None), None)


def fault_of_rule(name: str) -> str | None:
    """That there is no such rule, and which was meant perhaps; None where there is one."""
    known = plugin_files("bibproof.rules")
    if name in known:
        return None
    return f"there is no rule {name!r}{suggestion(name, known)}"


def suggestion(name: str, known: Iterable[str]) -> str:
    """`; did you mean "year-mismatch"?`, or where nothing is near, nothing."""
    near = get_close_matches(name.replace("_", "-").lower(), list(known), 1, 0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
