"""HTML: a piece of a page, a list within a section of DPUB-ARIA's role for bibliographies.

A list that the style numbers is an <ol> whose items say their numbers; one without numbers is a <ul> without
bullets, each item hanging. An entry's id is "ref-" and its key. Only addresses of the web are links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from bibproof.listing import Entry, Output
from bibproof.outputs._runs import runs, safe_link, shown
from bibproof.richtext import Face, RichText, Run

_TAGS = (
    (Face.SUBSCRIPT, "<sub>", "</sub>"),
    (Face.SUPERSCRIPT, "<sup>", "</sup>"),
    (Face.SMALL_CAPS, '<span style="font-variant: small-caps">', "</span>"),
    (Face.BOLD, "<b>", "</b>"),
    (Face.ITALIC, "<i>", "</i>"),
)
_NO_ID = re.compile(r"[^\w.:-]")
_UNNUMBERED = '<ul role="list" style="list-style: none; padding-left: 2em; text-indent: -2em">'


def _inline(text: RichText) -> str:
    return "".join([_run(run) for run in runs(text)]).strip()


def _run(run: Run) -> str:
    written = escape(run.text)
    if run.tex is not None:
        written = f'<span class="math">{written}</span>'
    if run.face is not Face.PLAIN:
        opening, closing = _tags(run.face)
        written = f"{opening}{written}{closing}"
    address = safe_link(run.href)
    return written if address is None else f'<a href="{escape(address)}">{written}</a>'


@lru_cache(maxsize=64)
def _tags(face: Face) -> tuple[str, str]:
    """What stands before and behind a text of this face."""
    tags = [(opening, closing) for one, opening, closing in _TAGS if face & one]
    return "".join(opening for opening, _ in reversed(tags)), "".join(closing for _, closing in tags)


def _whole(entries: Sequence[Entry]) -> str:
    entries = shown(entries)
    if not entries:
        return ""
    is_numbered = entries[0].number is not None
    used: dict[str, int] = {}
    lines = ['<section role="doc-bibliography" aria-label="References">']
    lines.append("<ol>" if is_numbered else _UNNUMBERED)
    lines += [_item(entry, used) for entry in entries]
    lines += ["</ol>" if is_numbered else "</ul>", "</section>", ""]
    return "\n".join(lines)


def _item(entry: Entry, used: dict[str, int]) -> str:
    name = _NO_ID.sub(lambda match: f"_{ord(match[0]):x}_", entry.key)
    used[name] = times = used.get(name, 0) + 1
    identifier = f"ref-{name}" if times == 1 else f"ref-{name}--{times}"
    value = "" if entry.number is None else f' value="{entry.number}"'
    return f'<li id="{identifier}"{value}>{_inline(entry.text)}</li>'


html = Output(inline=_inline, whole=_whole)
