"""GitHub's and GitLab's Markdown, for a job summary or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from bibproof.evidence import Case
from bibproof.findings import Report, Result, Severity, Verdict
from bibproof.reports._layout import (
    Section,
    Told,
    beside_values,
    name_of,
    plural,
    sections,
    severities,
    why_unsettled,
    words,
)
from bibproof.reports._visible import visible

_LONGEST = 65_000  # characters; a comment holds 65,536, and a job summary more
_LONGEST_VALUE = 1_000
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~@#$]|:(?=\S)|(?<=www)\.)", re.IGNORECASE)
_FENCES = re.compile(r"`+")


def markdown(report: Report) -> str:
    """Counts, then a table a file: what was found, cited against recorded. What does not fit is counted."""
    head = _summary(report)
    lines = [line for section in sections(report) for line in _section(section)]
    room = _LONGEST - len(head)
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    left_out = sum(line.startswith("|") for line in lines[len(kept) :])
    if left_out:
        kept += ["", f"*{plural(left_out, 'more row')} left out: this text may not be longer.*"]
    return "\n".join([head, *kept]).rstrip() + "\n"


def _summary(report: Report) -> str:
    rows = [f"| {words(verdict)} | {report.count(verdict)} |" for verdict in Verdict if report.count(verdict)]
    return "\n".join(
        [
            "## References",
            "",
            f"{plural(len(report.results), 'reference')}; {severities(report)}.",
            "",
            *(["| Verdict | References |", "| :-- | --: |", *rows] if rows else []),
        ]
    )


def _section(section: Section) -> Iterator[str]:
    rows = [_row("", "", one) for one in section.told]
    rows += [row for result, told in section.results for row in _rows(result, told)]
    if not rows:
        return
    yield ""
    yield f"### {_code(name_of(section.library))}"
    yield ""
    yield "| Line | Reference | Verdict | Finding | Cited | Recorded |"
    yield "| --: | :-- | :-- | :-- | :-- | :-- |"
    yield from rows


def _rows(result: Result, told: list[Told]) -> Iterator[str]:
    """Nothing of a reference that is as it should be; notes are told where there is worse as well."""
    case = result.case
    key = case.reference.key or "(no key)"
    if result.verdict is Verdict.VERIFIED:
        told = [one for one in told if one.because or one.finding.severity > Severity.NOTE]
    shown = _verdict(case, words(result.verdict))
    for one in told:
        yield _row(_cell(key), shown, one)
    reason = why_unsettled(result)
    if not told and reason:
        line = case.library.position(case.reference.key_span.start).line
        yield _cells(str(line), _cell(key), shown, _text(reason), "", "")


def _verdict(case: Case, verdict: str) -> str:
    """The verdict, with a link to the record where there is one."""
    doi = None if case.record is None else case.record.work.doi
    return verdict if doi is None else f"[{verdict}](https://doi.org/{quote(doi.encode('utf-8', 'replace'))})"


def _row(key: str, verdict: str, told: Told) -> str:
    finding = told.finding
    has_both = finding.cited is not None and finding.recorded is not None
    more = beside_values(finding) if has_both else finding.message
    aside = f"; suppressed: {_text(told.because)}" if told.because else ""
    said = f"**{finding.rule}** ({finding.severity}{aside})" + (f": {_text(more)}" if more else "")
    if not key and finding.key:
        key = _cell(finding.key)
    return _cells(str(finding.start.line), key, verdict, said, _cell(finding.cited), _cell(finding.recorded))


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _code(value: str | None) -> str:
    """A value in back-ticks, more of them than stand in it; in there, no mention and no link is made."""
    if not value:
        return ""
    text = _shortened(value)
    fence = "`" * (max(map(len, _FENCES.findall(text)), default=0) + 1)
    padding = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def _cell(value: str | None) -> str:
    """The same in a table, where a | ends the cell even in back-ticks (GFM, example 200)."""
    return _code(value).replace("|", "\\|")


def _text(text: str) -> str:
    """Text in a cell: nothing of it is markup, a link, or (U+200B is behind @ and #) a call to somebody."""
    escaped = _MARKUP.sub(r"\\\1", _shortened(text))
    return escaped.replace("@", "@&#8203;").replace("\\#", "\\#&#8203;")


def _shortened(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST_VALUE else f"{shown[:_LONGEST_VALUE]} …"
