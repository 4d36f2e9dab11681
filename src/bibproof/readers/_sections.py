"""Headings under which an article lists its references, in the languages in which articles are written."""

from __future__ import annotations

import re

_NAMES = (
    r"(?:list of |cited |selected |key |further |literature )?references?(?: list| cited| and notes"
    r"| and further reading"
    r"| section)?|reference list|(?:selected |select |annotated )?bibliograph(?:y|ies|ie|ia)|bibliografía"
    r"|bibliografia"
    r"|works (?:cited|consulted)|literature(?: cited)?|cited literature|literatur(?:verzeichnis|angaben"
    r"|hinweise|liste)?"
    r"|quellen(?:verzeichnis| und literatur)?|literatur und quellen|sources(?: cited)?|citations?"
    r"|footnotes|notes and references"
    r"|endnotes|références(?: bibliographiques)?|referencias(?: bibliográficas)?"
    r"|referências(?: bibliográficas)?"
    r"|riferimenti(?: bibliografici)?|literatuur(?:lijst)?|referenties|referenser"
    r"|litteratur(?:förteckning|liste)?"
    r"|referanser|piśmiennictwo|литература|список литературы|参考文献|參考文獻"
)
_HEADING = re.compile(
    rf"\s*(?:\d{{1,2}}(?:\.\d+)*\.?\s+|[IVX]{{1,5}}\.\s+)?(?:{_NAMES})\s*[:.]?\s*(?:\(\d+\))?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\d{1,2}\.?\s+)?(?:appendix|appendices|acknowledge?ments?|supplement\w*(?: \w+)?"
    r"|supporting information|funding|author contributions?"
    r"|conflicts? of interests?|competing interests?|data availability(?: statement)?|tables?"
    r"|figure legends?|figures|about the authors?"
    r"|author information|comments|related (?:articles|posts|content)|see also|external links"
    r"|further information|contact|anhang|danksagung)\b[^.]{0,40}",
    re.IGNORECASE,
)


def is_heading_of_references(line: str) -> bool:
    """Whether a line is "References", "5. Bibliography:", "Literaturverzeichnis"."""
    return len(line) < 80 and _HEADING.fullmatch(line.strip("\ufeff \t\r\n#*_=-")) is not None


def is_other_heading(line: str) -> bool:
    """Whether a line heads what may follow a list of references."""
    return len(line) < 80 and _AFTER.fullmatch(line.strip(" \t\r\n#*_=-")) is not None
