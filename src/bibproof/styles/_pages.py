"""Pages as lists of references write them: NLM's shortened ranges, and full ones with a dash.

NLM: "Do not repeat page numbers unless they are followed by a letter": 126-7, S93-9, but 126A-127A (Citing
Medicine, chapter 1, pagination). APA wants both numbers in full (APA 7, 9.25).
"""

from __future__ import annotations

import re
from collections.abc import Callable

_DASH = re.compile(r"\s*(?:[‐‑‒–—―−﹣－]+|-+)\s*")
_LABEL = re.compile(r"^(?:pp\.?|p\.|p(?=\s))\s*(?=\w)", re.IGNORECASE)
_VOID = re.compile(r"(?:(?:n/?a|none|null|nil|no|tba|tbd|[?0])-?){1,2}|[-?]+", re.IGNORECASE)
_PLAIN = re.compile(r"([1-9]\d*)-([1-9]\d*)")
_RANGE = re.compile(r"([A-Za-z]{0,4}?)(\d+)([A-Za-z]?)-([A-Za-z]{0,4}?)(\d+)([A-Za-z]?)")
_ROMAN_RANGE = re.compile(r"[ivxlcdm]+-[ivxlcdm]+", re.IGNORECASE)
_THOUSANDS = re.compile(r"(\d{1,3}),(\d{3})-(\d{1,3}),(\d{3})")
_BREAK = re.compile(r"\s*([,;])\s*")


def shortened(page: str) -> str:
    """Pages as NLM writes them: "284-287" as 284-7; no page numbers ("n/a-n/a") as the empty text."""
    text = _cleaned(page)
    return _each(text, _shortened) if "-" in text else text


def dashed(page: str) -> str:
    """Pages as APA writes them: an en dash, and both numbers in full where one surely is abbreviated."""
    plain = _PLAIN.fullmatch(page)
    if plain is not None and len(plain[1]) == len(plain[2]) and plain[1] < plain[2]:
        return f"{plain[1]}–{plain[2]}"
    text = _cleaned(page)
    return _each(text, _dashed) if "-" in text else text


def _cleaned(page: str) -> str:
    """The pages without "pp." before them and with one plain hyphen for each dash."""
    text = page.strip()
    if not text.isascii() or "-" in text:
        text = _DASH.sub("-", text)
    if text[:1] in "pP" and text:
        text = _LABEL.sub("", text)
    return "" if _VOID.fullmatch(text) else text.rstrip("-")  # "1--": the last page is not known


def _each(text: str, written: Callable[[str], str]) -> str:
    """Each range of "1-3, 10-11" on its own."""
    if "," not in text and ";" not in text:
        return written(text)
    thousands = _THOUSANDS.fullmatch(text)
    if thousands is not None:
        return written(f"{thousands[1]}{thousands[2]}-{thousands[3]}{thousands[4]}")
    parts = _BREAK.split(text)
    marks = [f"{mark} " for mark in parts[1::2]]
    return "".join(map("".join, zip(map(written, parts[::2]), [*marks, ""], strict=True))).strip()


def _shortened(text: str) -> str:
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return _without_repeated("", plain[1], plain[2])
    found = _RANGE.fullmatch(text)
    if found is None:
        return text
    before, first, first_letter, other_before, last, last_letter = found.groups()
    if first_letter or last_letter or other_before not in ("", before):
        return text
    if before and not other_before and len(last) < len(first):
        return text
    return _without_repeated(before, first, last)


def _without_repeated(before: str, first: str, last: str) -> str:
    """The range without the digits that the last page repeats; one page where both are the same."""
    if first == last:
        return f"{before}{first}"
    if len(first) == len(last) and last > first:
        same = next(place for place, digit in enumerate(first) if digit != last[place])
        return f"{before}{first}-{last[same:]}"
    return f"{before}{first}-{last}"


def _dashed(text: str) -> str:
    found = _RANGE.fullmatch(text)
    if found is None:
        return text.replace("-", "–") if _ROMAN_RANGE.fullmatch(text) else text
    before, first, first_letter, other_before, last, last_letter = found.groups()
    if other_before not in ("", before):
        return f"{before}{first}{first_letter}–{other_before}{last}{last_letter}"
    last = _completed(first, last)
    if before == other_before and first == last and first_letter == last_letter:
        return f"{before}{first}{first_letter}"
    again = other_before or (before if last > first or len(last) > len(first) else "")
    return f"{before}{first}{first_letter}–{again}{last}{last_letter}"


def _completed(first: str, last: str) -> str:
    """605 for the 05 of "595-05", 287 for the 7 of "284-7"; any other last page as it is."""
    if len(last) >= len(first):
        return last
    kept = first[: len(first) - len(last)]
    if int(kept + last) > int(first):
        return kept + last
    return f"{int(kept) + 1}{last}" if last.startswith("0") else last
