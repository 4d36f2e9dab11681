"""One page that a person reads: it needs nothing else, no network and no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TypeVar
from urllib.parse import quote

from bibproof import __version__
from bibproof.evidence import Case, Record
from bibproof.findings import Report, Result, Severity, Verdict
from bibproof.reports._differences import Pieces, differences
from bibproof.reports._html_page import (
    ATTENTION,
    EARLY_SCRIPT,
    SCRIPT,
    STYLE,
    STYLE_WITHOUT_SCRIPT,
    security_policy,
)
from bibproof.reports._layout import (
    Section,
    Told,
    beside_values,
    fields_of_neither,
    left_aside,
    name_of,
    near,
    plural,
    sections,
    severities,
    why_unsettled,
    words,
)
from bibproof.reports._visible import visible

_Item = TypeVar("_Item")

_SHORT = 24  # characters of values that stand beside others
_TOGETHER = 20  # items of a list; a browser leaves a long report's lists alone while they are out of sight


def html(report: Report) -> Iterator[str]:
    """A page to be filtered by verdict and by words; cited against recorded, with the words that differ."""
    listed = sections(report)
    title = _text(
        f"References of {listed[0].library.path or 'a library'}" if len(listed) == 1 else "References"
    )
    yield "<!DOCTYPE html>\n"
    yield '<html lang="en"><head><meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{security_policy()}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">\n'
    yield f"<title>{title}: bibproof</title>\n"
    yield f'<style>{STYLE}</style><style id="without-script">{STYLE_WITHOUT_SCRIPT}</style>\n'
    yield f"<script>{EARLY_SCRIPT}</script></head>\n"
    yield '<body><a class="skip" href="#findings">Skip to the references</a>\n'
    yield f'<header class="wide"><p class="brand">bibproof</p><h1>{title}</h1>\n'
    yield f'<p class="counts">{plural(len(report.results), "reference")}; {severities(report)}</p>\n'
    yield f"{_bar(report)}</header>\n"
    yield from _tools(report, about_files=any(section.told for section in listed))
    yield '<main class="wide" id="findings" tabindex="-1">\n'
    for number, section in enumerate(listed):
        yield from _section(section, number)
    yield '<p class="none" id="none" hidden>No reference is both of this kind and has these words.</p>\n'
    yield f'</main><footer class="wide">Written by bibproof {__version__}. '
    yield "A record may be wrong as well: look before you mend.</footer>\n"
    yield f"<script>{SCRIPT}</script></body></html>\n"


def _bar(report: Report) -> str:
    """The verdicts as shares of a line; the same numbers stand in the filters."""
    total = len(report.results)
    if not total:
        return ""
    rectangles, start = [], 0.0
    for verdict in Verdict:
        share = 100 * report.count(verdict) / total
        if share:
            rectangles.append(f'<rect class="{verdict}" x="{start:.3f}" width="{share:.3f}" height="2"/>')
        start += share
    return (
        '<svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(rectangles)}</svg>\n"
    )


def _tools(report: Report, *, about_files: bool) -> Iterator[str]:
    """Which references are shown: one radio button a choice, so that the arrow keys go through them."""
    attention = sum(_needs_attention(result) for result in report.results)
    choices = [("all", "All", len(report.results))]
    if (attention or about_files) and attention < len(report.results):
        choices.append((ATTENTION, "To look at", attention))
    choices += [(str(verdict), words(verdict).capitalize(), report.count(verdict)) for verdict in Verdict]
    yield '<div class="tools" role="search" aria-label="Filter"><div class="wide">'
    yield '<fieldset class="filters"><legend>Which references to show</legend>\n'
    for value, label, count in choices:
        if count or value == "all":
            checked = " checked" if value == "all" else ""
            yield (
                f'<input type="radio" name="show" id="show-{value}" value="{value}"{checked}>'
                f'<label for="show-{value}">{label} <b>{count}</b></label>\n'
            )
    yield '</fieldset><div class="search" hidden><label for="search">With the words</label>'
    yield '<input type="search" id="search" placeholder="Key, title, author, rule …" autocomplete="off">'
    yield '<output id="told" for="search" aria-live="polite"></output></div></div></div>\n'


def _needs_attention(result: Result) -> bool:
    """What is wrong and left aside has been looked at."""
    if any(finding.severity > Severity.NOTE for finding in result.findings):
        return True
    was_looked_at = left_aside(result) and result.verdict is not Verdict.UNCHECKED
    return result.verdict is not Verdict.VERIFIED and not was_looked_at


def _section(section: Section, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="file-{number}">'
    yield f'<h2 id="file-{number}">{_text(name_of(section.library))}</h2>\n'
    if section.told:
        yield f'<div class="file {ATTENTION}"><h3>The file itself</h3>\n'
        for _, many, told in _together(section.told):
            yield f'<ul class="findings{many}">'
            yield from (_finding(one, one.finding.key) for one in told)
            yield "</ul>\n"
        yield "</div>\n"
    for start, many, results in _together(section.results):
        yield f'<ol class="refs{many}" start="{start}">\n'
        yield from (_reference(result, told) for result, told in results)
        yield "</ol>\n"
    if not section.results:
        yield "<p>There is no reference in it.</p>"
    yield "</section>\n"


def _together(items: Sequence[_Item]) -> Iterator[tuple[int, str, Sequence[_Item]]]:
    """Lists of a few: the number of their first, the class that they have if they are several, and they."""
    many = " many" if len(items) > _TOGETHER else ""
    for start in range(0, len(items), _TOGETHER):
        yield start + 1, many, items[start : start + _TOGETHER]


def _reference(result: Result, told: list[Told]) -> str:
    case, verdict = result.case, str(result.verdict)
    work = case.reference.work
    attention = f" {ATTENTION}" if _needs_attention(result) else ""
    record = None if case.record is None else case.record.work.doi
    lacks = ' <span class="lacks">(not in the entry)</span>' if record and work.doi is None else ""
    hidden = left_aside(result)
    aside = f' <span class="lacks">{hidden}</span>' if hidden else ""
    pieces = [
        f'<li class="ref {verdict}{attention}"><div class="head">',
        f"<h3>{_text(case.reference.key or '(no key)')}</h3>",
        f'<span class="verdict">{words(result.verdict)}</span>{aside}',
        f"{_doi(record or work.doi)}{lacks}</div>",
    ]
    claim = ": ".join(
        part for part in (work.brief if work.authors or work.year else "", work.full_title) if part
    )
    if claim:
        pieces.append(f'<p class="claim">{_text(claim)}</p>')
    reason = why_unsettled(result)
    if reason:
        pieces.append(f'<p class="why">{_text(reason[0].upper() + reason[1:])}.</p>')
    shown = [one for one in told if one.because or one.finding.rule not in _told_otherwise(result)]
    if shown:
        pieces += ['<ul class="findings">', *map(_finding, shown), "</ul>"]
    pieces += _parts(case)
    pieces += _candidates(result)
    pieces.append("</li>\n")
    return " ".join(pieces)


def _told_otherwise(result: Result) -> tuple[str, ...]:
    """The rules whose findings are seen already: in the DOI's link, or as a chimera's parts."""
    return ("missing-doi", "chimera") if result.case.parts else ("missing-doi",)


def _finding(told: Told, key: str | None = None) -> str:
    finding = told.finding
    start, severity = finding.start, str(finding.severity)
    about = f" <span>{_text(key)}</span>" if key else ""
    said, pair, size = finding.message, "", "long"
    if finding.cited is not None and finding.recorded is not None:
        pair = _pair(finding.cited, finding.recorded)
        said = beside_values(finding)
        size = "short" if max(len(finding.cited), len(finding.recorded)) <= _SHORT and not said else "long"
    aside = ", suppressed" if told.because else ""
    return (
        f'<li class="{severity} {size}{" aside" if aside else ""}"><p class="what">'
        f'<span class="severity">{severity}{aside}</span> '
        f'<span class="rule">{_text(finding.rule)}</span>{about} '
        f'<span class="line">line {start.line}</span></p>{pair}'
        + (f'<p class="said">{_text(said[0].upper() + said[1:])}</p>' if said else "")
        + (f'<p class="because">Because: {_text(told.because)}</p>' if told.because else "")
        + "</li>"
    )


def _pair(cited: str, recorded: str) -> str:
    mine, theirs = differences(visible(cited), visible(recorded))
    return (
        f'<dl class="pair"><div class="cited"><dt>Cited</dt> <dd>{_marked(mine)}</dd></div> '
        f'<div class="recorded"><dt>Recorded</dt> <dd>{_marked(theirs)}</dd></div></dl>'
    )


def _marked(pieces: Pieces) -> str:
    return " ".join(f"<mark>{escape(text)}</mark>" if differs else escape(text) for text, differs in pieces)


def _parts(case: Case) -> Iterator[str]:
    """Whose the parts of a chimera are."""
    if not case.parts:
        return
    yield '<dl class="parts">'
    for part in case.parts:
        yield f"<div><dt>{_text(', '.join(part.fields))}</dt> <dd>{_work(part.record)}</dd></div>"
    rest = fields_of_neither(case)
    if rest:
        yield f"<div><dt>{_text(', '.join(rest))}</dt> <dd>neither’s</dd></div>"
    yield "</dl>"


def _candidates(result: Result) -> Iterator[str]:
    """What a work that was not found may be."""
    if result.verdict is not Verdict.NOT_FOUND:
        return
    for candidate in near(result.case):
        differs = ", ".join(candidate.comparison.differs)
        but = f"; it differs in {_text(differs)}" if differs else ""
        yield f'<p class="record">Near it: {_work(candidate.record)}{but}</p>'


def _work(record: Record) -> str:
    work = record.work
    title = f": {_text(work.full_title)}" if work.full_title else ""
    return f"{_text(work.brief)}{title} {_doi(work.doi)}".rstrip()


def _doi(doi: str | None) -> str:
    """A DOI with its link; what is no DOI makes no other address of it than one of doi.org's."""
    if doi is None:
        return ""
    address = quote(doi.encode("utf-8", "replace"))
    return f'<a class="doi" href="https://doi.org/{address}">{_text(doi)}</a>'


def _text(text: str) -> str:
    return escape(visible(text))
