"""A .csl file, as pandoc is to be given it: checked, and with two patches that it needs.

CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from bibproof.errors import FileError

if TYPE_CHECKING:
    from xml.dom.minidom import Document, Element

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_DISAMBIGUATIONS = (
    "disambiguate-add-year-suffix",
    "disambiguate-add-names",
    "disambiguate-add-givenname",
)


class _HasDoctype(Exception):  # noqa: N818 - it is caught ten lines below
    pass


def read_style(path: Path) -> bytes:
    """The style, patched. Raises FileError where it is no CSL style that stands on its own."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileError(f"{path}: there is no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FileError(f"{path}: can't be read ({reason}); check the path") from None
    document = _parsed(data, path)
    root = document.documentElement
    if root is None or (root.namespaceURI, root.localName) != (_NAMESPACE, "style"):
        raise FileError(f"{path}: this is XML, but no CSL style")
    _check_is_independent(root, path)
    _name_every_name(document, root)
    _letter_the_years(root)
    patched: bytes = document.toxml(encoding="utf-8")
    return patched


def _parsed(data: bytes, path: Path) -> Document:
    """The XML; a document type is refused before it is read, since entities may grow without bound."""
    from xml.dom.minidom import parseString

    def refuse(*_: object) -> None:
        raise _HasDoctype

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's signature
        return parseString(data)  # noqa: S318 - what is dangerous in it was refused above
    except _HasDoctype:
        raise FileError(f"{path}: a CSL style has no DOCTYPE; this file is not read") from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FileError(f"{path}: this is no CSL style ({error})") from None


def _check_is_independent(root: Element, path: Path) -> None:
    for link in root.getElementsByTagNameNS(_NAMESPACE, "link"):
        if link.getAttribute("rel") == "independent-parent":
            parent = link.getAttribute("href") or "another style"
            raise FileError(f"{path}: this style only points to {parent}; name that style's own .csl file")
    if not root.getElementsByTagNameNS(_NAMESPACE, "bibliography"):
        raise FileError(f"{path}: this style has no reference list (no <bibliography>)")


def _name_every_name(document: Document, root: Element) -> None:
    """Write out the `<name/>` that CSL lets a style leave out: without it pandoc puts the label first.

    Within `<substitute>`, names that are empty are those around them: they stay.
    """
    for names in root.getElementsByTagNameNS(_NAMESPACE, "names"):
        children = [child for child in names.childNodes if child.nodeType == child.ELEMENT_NODE]
        if any(child.localName == "name" for child in children):
            continue
        around = names.parentNode
        if children or around is None or around.localName != "substitute":
            name = document.createElementNS(_NAMESPACE, f"{root.prefix}:name" if root.prefix else "name")
            names.insertBefore(name, names.firstChild)


def _letter_the_years(root: Element) -> None:
    """Have a style by author and date that does not say how it tells works apart add letters to years.

    pandoc then does in seconds what takes it minutes for ten thousand works.
    """
    by_date = any(
        category.getAttribute("citation-format") == "author-date"
        for category in root.getElementsByTagNameNS(_NAMESPACE, "category")
    )
    for citation in root.getElementsByTagNameNS(_NAMESPACE, "citation"):
        if by_date and not any(citation.hasAttribute(name) for name in _DISAMBIGUATIONS):
            citation.setAttribute("disambiguate-add-year-suffix", "true")
