"""From a path to a Library: find the reader, and turn bytes into text without losing any."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

from bibproof.errors import FileError
from bibproof.model import Library
from bibproof.plugins import plugin, plugin_files

Reader = Callable[[str, Path | None, str], Library]

_MAGIC = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
}
_BLOCK = re.compile(r"@\s*\w+\s*[({]")
_BLOCK_OF_FILE = re.compile(r"^[ \t\ufeff]*@\s*\w+\s*(?:\{|\(\s*[^\s,=()]+\s*,)", re.MULTILINE)
"""An entry where no suffix says what a file is: none quoted in a line of prose, nor Python's `@rule(...)`."""
_BY_CONTENT = {
    re.compile(r"TY {1,2}- ", re.MULTILINE): "ris",
    re.compile(r"PMID ?- *\d"): "nbib",
    re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)", re.IGNORECASE): "html",
    re.compile(r"\[\s*\{|\{\s*\""): "csl-json",
}
"""What a file begins with, and the reader of such files."""
_LOOKS = {
    **{
        start: {"ris": "RIS", "nbib": "PubMed's format", "html": "a web page"}.get(name, "JSON")
        for start, name in _BY_CONTENT.items()
    },
    re.compile(r"%[A-Z0] "): "EndNote's format",
    re.compile(r"<\?xml"): "XML",
}
_SUFFIXES = {
    "bib": "bibtex",
    "txt": "",
    "": "",
    "md": "markdown",
    "mkd": "markdown",
    "qmd": "markdown",
    "rmd": "markdown",
    "htm": "html",
    "xhtml": "html",
    "medline": "nbib",
}
"""Suffixes that are no reader's name; of those without one, the content tells."""
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SAMPLE = 8192
_LATEX = re.compile(
    r"^\s*\\(?:documentclass|begin\{(?:document|thebibliography)\}|bibitem)\b|\\bibitem[\[{]", re.MULTILINE
)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")


def read_file(path: Path) -> Library:
    """Read a reference list with the reader that its suffix names, or else its content.

    Raises FileError, naming the file and what to do, where there is no such file or it holds no text.
    """
    try:
        if path.is_char_device() or path.is_block_device():
            raise FileError(f"{path}: this is a device, which need have no end; name a file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileError(f"{path}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise FileError(f"{path}: this is a folder; name the .bib files in it") from None
    except PermissionError:
        raise FileError(f"{path}: permission denied; make the file readable for you") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FileError(f"{path}: can't be read ({reason}); check the path") from None
    return read_data(data, path)


def read_data(data: bytes, path: Path | None) -> Library:
    """Read the bytes of a reference list; the suffix of `path` says of what kind, or else their content.

    Raises FileError as `read_file` does.
    """
    name = path or "standard input"
    try:
        text, encoding = decode_file(data)
    except FileError as error:
        raise FileError(f"{name}: {error}") from None
    suffix = "" if path is None else path.suffix.removeprefix(".").lower()
    library = _reader(suffix, text)(text, path, encoding)
    if library.is_bibtex and not library.references and not library.broken:
        _check_is_bibtex(text, name)
    if not library.references and _LATEX.search(text):
        raise FileError(
            f"{name}: this is LaTeX, and its list has no fields; name the .bib file that it was made from"
        )
    if not library.is_bibtex and not library.references and library.broken:
        broken = library.broken[0]
        raise FileError(f"{name}:{library.position(broken.span.start).line}: {broken.reason}")
    return library


def _check_is_bibtex(text: str, name: Path | str) -> None:
    """To BibTeX, whatever stands outside of entries is a remark; a file of remarks alone is something else.

    Raises FileError. A file that is empty, or of comments and definitions, is a bibliography still empty.
    """
    lines = [
        line for line in text.removeprefix("\ufeff").splitlines() if line.strip() and line.lstrip()[0] != "%"
    ]
    if not lines or _BLOCK.search(text):
        return
    first = lines[0].strip()
    looks = next((f"; this looks like {what}" for start, what in _LOOKS.items() if start.match(first)), "")
    raise FileError(f"{name}: there is no BibTeX entry in it{looks}; name a .bib file")


def _reader(suffix: str, text: str) -> Reader:
    """The reader of that name, or whose name ends in it (`csl-json` reads .json), or of such a content."""
    names = plugin_files("bibproof.readers")
    wanted = _SUFFIXES.get(suffix, suffix)
    found = (name for name in names if name == wanted or name.endswith(f"-{wanted}")) if wanted else iter(())
    reader: Reader = plugin("bibproof.readers", next(found, None) or _by_content(text))
    return reader


def _by_content(text: str) -> str:
    """The reader for a text of which its name tells nothing: prose is a list of references, if anything."""
    start = text.removeprefix("\ufeff").lstrip()
    if not start or _BLOCK_OF_FILE.search(text):
        return "bibtex"
    return next((name for pattern, name in _BY_CONTENT.items() if pattern.match(start)), "text")


def decode_file(data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding, such that `text.encode(encoding)` is the file again.

    A byte order mark stays in the text. What is no UTF-8 is taken for Windows-1252, the one-byte encoding
    that occurs most, and for Latin-1 where that can't be. Raises FileError for what is no text.
    """
    if data.startswith(codecs.BOM_UTF32_LE):
        raise FileError("this is UTF-32; save it as UTF-8")
    bom = _UTF16.get(data[:2])
    if bom is not None:
        try:
            return data.decode(bom), bom
        except UnicodeDecodeError:
            raise FileError("starts like UTF-16 but is not; save it as UTF-8") from None
    _check_is_text(data)
    for encoding in (*_utf16_without_mark(data), "utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _check_is_text(data: bytes) -> None:
    """A stray NUL or control character is a slip; many, or both kinds together, are no text."""
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise FileError(f"this is {what}, not a text file; name a .bib file")
    if _utf16_without_mark(data):
        return
    sample = data[:_SAMPLE]
    nuls, controls = sample.count(0), len(_CONTROL.findall(sample))
    if (nuls and controls) or (nuls + controls) * 10 > max(len(sample), 100):
        raise FileError("this is a binary file, not text; name a .bib file")


def _utf16_without_mark(data: bytes) -> tuple[str, ...]:
    """UTF-16 in the order in which nearly every other byte of a mostly Latin text is zero."""
    even, odd = data[0:_SAMPLE:2], data[1:_SAMPLE:2]
    for encoding, high, low in (("utf-16-be", even, odd), ("utf-16-le", odd, even)):
        if len(data) >= 8 and len(data) % 2 == 0 and high.count(0) * 10 > len(high) * 9 and 0 not in low:
            return (encoding,)
    return ()
