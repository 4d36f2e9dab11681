"""A lossless scanner of BibTeX files: where every entry, key, field name and value stands.

Grammar: BibTeX's (btxdoc; bibtex.web, section 218 and on); comments by `%` between entries and between
fields as biber reads them (Text::BibTeX, `bt_language`). Nothing is changed and nothing raises: what is
broken is told in `Document.broken`, and what could be read of it is kept.

Two things make it take linear time on any input: which brace closes which is worked out once for the
whole text, and an entry that is not closed ends where a line starts with `@type{`.
"""

from __future__ import annotations

import re

from bibproof.bibtex.blocks import Block, Document, Fields
from bibproof.bibtex.entries import EntryReader
from bibproof.bibtex.source import Source
from bibproof.model import Span

_KEY_AND_NAME = r"""\s*+[^\s,{}()"#%=@]{1,200},\s*+[A-Za-z][\w:.+/-]*+\s*+="""
_TYPE = r"[A-Za-z]\w{0,40}[ \t]*+"
# An @ in the middle of a word is an e-mail address's, unless everything follows that starts an entry.
_MARK = re.compile(
    rf"%[^\r\n]*|(?<![\w.])@|@(?={_TYPE}[{{(]{_KEY_AND_NAME})"
    rf"|(?:(?<=[\r\n])|\A)[ \t]*+(?P<lost>{_TYPE}\{{{_KEY_AND_NAME})"
)
_HEAD = re.compile(r"""@\s*+([^\s"#%'(),={}@\0]++)\s*+[{(]""")
_HEAD_WITHOUT_BRACE = re.compile(
    r"""@\{?([A-Za-z]+)(?:[^\s,{}()="@]{0,200}[ \t]*(?=[\r\n])|[ \t]*[^\s()=",]{0,200}[ \t]*(?=,))"""
)
_LINE_END = re.compile(r"[\r\n]|\Z")


def scan(text: str) -> Document:
    """Find every block of a BibTeX file, in time linear in its length."""
    source, blocks, position = Source(text), [], 0
    while (mark := _MARK.search(text, position)) is not None:
        position = mark.end()
        if mark["lost"] is not None:
            _report_missing_at(source, Span(*mark.span("lost")))
        if mark[0] != "@":
            continue
        head = _HEAD.match(text, mark.start())
        if head is None:
            _report_missing_brace(source, mark.start())
        else:
            block = _read_block(source, head)
            blocks.append(block)
            position = block.span.end
    return Document(text, tuple(blocks), tuple(sorted(source.broken, key=lambda broken: broken.span)))


def _read_block(source: Source, head: re.Match[str]) -> Block:
    kind = head[1].lower()
    if kind == "comment":
        return _read_comment(source, head)
    reader = EntryReader(source, head)
    if kind == "preamble":
        reader.read_preamble()
    elif kind == "string":
        reader.read_fields(head.end())
    else:
        reader.read_entry()
    end = head.end() if reader.end is None else reader.end
    return Block(kind, Span(head.start(), end), Span(*head.span(1)), reader.key_span, Fields(reader.fields))


def _read_comment(source: Source, head: re.Match[str]) -> Block:
    """A comment ends with its brace, or, where that is never closed, with its line: it asks for nothing."""
    opening = head.end() - 1
    closing = source.closing_brace(opening) if source.text[opening] == "{" else None
    if closing is None:
        line_end = _LINE_END.search(source.text, head.end())
        end = head.end() if line_end is None else line_end.start()
    else:
        end = closing + 1
    return Block("comment", Span(head.start(), end), Span(*head.span(1)), Span(head.end(), head.end()))


def _report_missing_at(source: Source, span: Span) -> None:
    head = source.text[span.start : span.end].split(",")[0]
    source.report(span, f'expected "@" before "{head}": it is not read as an entry')


def _report_missing_brace(source: Source, position: int) -> None:
    """A line that starts `@article` and goes on without a brace was meant for an entry."""
    head = _HEAD_WITHOUT_BRACE.match(source.text, position)
    if head is not None and source.is_at_line_start(position) and head[1].lower() != "comment":
        source.report(Span(*head.span()), f'expected "{{" after "@{head[1]}": it is not read as an entry')
