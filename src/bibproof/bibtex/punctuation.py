"""What library catalogues write otherwise than lists of references: a space before the colon of a title."""

from __future__ import annotations

import re
from typing import overload

from bibproof.richtext import RichText, Run, plain

_SPACED_COLON = re.compile(r"(?<=[^\W\d]) : (?=\S|\Z)")
_AT_START = re.compile(r"^ : (?=\S|\Z)")


_FRENCH = re.compile(r"\b(?:les?|la|des?|du|une?|et|dans|pour|sur|aux?)\b|\b[dln]['’]", re.IGNORECASE)


def _is_french(title: str) -> bool:
    """Whether small words tell that the space is there by the rules of French."""
    return len(_FRENCH.findall(title)) > 1


@overload
def without_space(title: str) -> str: ...
@overload
def without_space(title: None) -> None: ...
def without_space(title: str | None) -> str | None:
    """The title with no space before its colon: "Sleep: a history" for "Sleep : a history"."""
    if title is None or " : " not in title or _is_french(title):
        return title
    return _SPACED_COLON.sub(": ", title)


def runs_without_space(title: RichText) -> RichText:
    """The same of a rich title, whose colon may stand at the start of a run."""
    if not any(" : " in run.text for run in title) or _is_french(plain(title)):
        return title
    runs: list[Run] = []
    for run in title:
        text = _SPACED_COLON.sub(": ", run.text)
        if runs and runs[-1].text[-1:].isalpha():
            text = _AT_START.sub(": ", text)
        runs.append(run if text == run.text or run.tex is not None else run._replace(text=text))
    return tuple(runs)
