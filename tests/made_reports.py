"""Reports written by hand, that hold what reports seldom hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from bibproof.compare import Likeness, compare
from bibproof.evidence import (
    Candidate,
    Candidates,
    Case,
    Elsewhere,
    Found,
    NotFound,
    Part,
    Record,
    Unavailable,
    Update,
)
from bibproof.findings import Edit, Finding, Report, Result, Severity, Suppressed, Verdict, judge
from bibproof.fingerprints import fingerprints
from bibproof.model import Library, Person, Reference, Span, Work
from bibproof.policy import Known, Policy, Run, apply
from bibproof.rules import all_rules
from bibproof.suppression import Suppression, comments_in
from cases import ENTRY, library, settled

HOSTILE = {
    "command": "::error::text",
    "older command": "##[error]text",
    "percent": "%0A::error file=x::text %25",
    "line": "one\n::error::two\r\n::warning::three",
    "cdata": "]]> <![CDATA[ &amp; &#60;",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onload="alert(1)" x=\'y\'',
    "comment": "--> <!-- {{ template }} {0} {1}",
    "ansi": "\x1b[31mred\x1b[0m\x9b1m\x07",
    "direction": "\u202eright\u2066 to\u200f left",
    "table": "a | b || c |\\| d \\",
    "back-ticks": "`code` ``more`` ```fence",
    "link": "[a link](javascript:alert(1)) ![x](y) <https://evil.example>",
    "address": "https://evil.example/ www.evil.example me@evil.example @everybody #1 :smile: $x$",
    "formula": "=cmd('calc')!A1",
    "other formula": "@SUM(1+1)",
    "negative": "-1+1",
    "quotation": 'say ""hello"", "there"',
    "surrogate": "half \ud83d of a pair",
    "null": "nothing\x00here",
    "noncharacter": "not \ufffe\uffff a character",
    "private": "private \ue000 use",
    "stars": "*stars* _lines_ ~~waves~~ # heading",
}


def report_with(text_of: Callable[[str], str]) -> Report:
    """A report with a text, by its name, in every field that may hold what somebody else wrote."""
    claimed, recorded, near, part = (
        Work(
            title=text_of(f"{whose}title"),
            authors=(Person(literal=text_of(f"{whose}author")),),
            container_title=text_of(f"{whose}journal"),
            doi=text_of(f"{whose}doi"),
        )
        for whose in ("", "record's ", "candidate's ", "part's ")
    )
    notice = Update("retraction", text_of("notice's doi"), source=text_of("notice's source"))
    record = Record("crossref", recorded, updates=(notice,))
    span = Span(1, 4)
    reference = Reference(text_of("key"), claimed, span, span)
    library = Library(Path("folder") / (text_of("file") + ".bib"), "@a{b}\n", (reference,))
    candidate = Candidate(Record("crossref", near), replace(compare(claimed, near), title_overlap=1.0))
    parts = (Part((text_of("part's field"),), Record("crossref", part)),)
    about = {"key": text_of("key"), "library": library, "span": span, "field": None, "edit": None}
    edit = Edit(span, text_of("edit"))
    values = {"field": "doi", "cited": text_of("cited"), "recorded": text_of("recorded")}
    one = Finding("r", Severity.WARNING, text_of("message"), cited=None, recorded=None, **about)
    both = replace(
        one, edit=edit, severity=Severity.ERROR, message=text_of("message beside values"), **values
    )
    broken = replace(one, rule="syntax-error", key=text_of("broken key"), message=text_of("broken reason"))
    chimera = replace(one, rule="chimera", message=text_of("chimera"))
    aside = Suppressed(
        replace(both, cited=text_of("cited aside")),
        Suppression(("r",), text_of("suppression's reason"), "comment", told=text_of("suppression's place")),
    )
    known = [
        (Verdict.INACCURATE, Case(reference, library, Found(record), record=record), (both, one), (aside,)),
        (Verdict.CHIMERA, Case(reference, library, parts=parts), (chimera,), ()),
        (
            Verdict.NOT_FOUND,
            Case(reference, library, None, Candidates((record,)), candidates=(candidate,)),
            (),
            (),
        ),
        (Verdict.UNCHECKED, Case(reference, library, Unavailable(text_of("outage")), NotFound()), (), ()),
        (Verdict.NOT_COVERED, Case(reference, library, Elsewhere(text_of("agency"))), (), ()),
    ]
    results = tuple(Result(case, verdict, found, left) for verdict, case, found, left in known)
    return Report((library,), results, (both, one, chimera, broken), (), (aside,), shows_suppressed=True)


_COMMENT = '% bibproof: ignore[year-mismatch] reason="online first"\n'
_TWICE = "@article{k, title = {T}, author = {A, B}}\n" * 3
"""The second and third of a key are findings about the file: `duplicate-key`."""


def with_suppressed() -> Report:
    """Of the first entry, one error is left aside by a comment and one by a baseline, and one counts; of the
    second, all; and a finding about the file as a whole is in the baseline too."""
    second = ENTRY.replace("okafor2015", "second")
    read = library(_COMMENT + ENTRY + _COMMENT + second + _TWICE)
    wrong = settled(year=Likeness.DIFFERENT, volume=Likeness.DIFFERENT, number=Likeness.DIFFERENT)
    of_the_second = settled(year=Likeness.DIFFERENT)
    known = [wrong, of_the_second]
    cases = [
        replace(known[number], reference=reference, library=read) if number < 2 else Case(reference, read)
        for number, reference in enumerate(read)
    ]
    judged = judge(read, cases, all_rules())
    old = {
        fingerprint
        for finding, fingerprint in fingerprints(judged.findings)
        if (finding.key, finding.rule) == ("okafor2015", "volume-mismatch")
        or (finding.rule == "duplicate-key" and finding.start.line == 24)
    }
    assert len(old) == 2
    policy = Policy(ignore=frozenset({"missing-field"}))
    run = Run(date(2026, 11, 25))
    return apply(judged, policy, comments_in(read), run=run, known=Known(frozenset(old), "old.json"))
