"""Files of word processors."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from bibproof.listing import Entry
from bibproof.pandoc import convert
from bibproof.richtext import Face, Run, rich

TITLE = (
    Run("50 % of "),
    Run("E. coli", Face.ITALIC),
    Run(" <script> \\input{x} *a* "),
    Run("x^2", tex="x^2"),
    Run(" "),
    Run("H", Face.BOLD),
    Run("2", Face.BOLD | Face.SUBSCRIPT),
    Run("kept", Face.KEPT),
    Run("here", href="https://example.org/a"),
)


def document(entries):
    with zipfile.ZipFile(io.BytesIO(convert(entries, "docx"))) as archive:
        return archive.read("word/document.xml").decode(), archive.read(
            "word/_rels/document.xml.rels"
        ).decode()


def text_of(xml):
    paragraphs = re.findall(r"<w:p>.*?</w:p>", xml, re.DOTALL)
    return ["".join(re.findall(r"<(?:w|m):t(?: [^>]*)?>([^<]*)</", paragraph)) for paragraph in paragraphs]


def test_docx():
    xml, links = document([Entry("a", TITLE), Entry("b", rich("Second: “é”"))])
    assert text_of(xml) == [
        "50 % of E. coli &lt;script&gt; \\input{x} *a* x2 H2kepthere",
        "Second: “é”",
    ]
    assert re.search(r"<w:i />.{0,80}E\. coli", xml, re.DOTALL)
    assert re.search(r"<m:sSup>", xml)
    assert xml.count('<w:pStyle w:val="Bibliography" />') == 2
    assert "https://example.org/a" in links


@pytest.mark.parametrize(("number", "hangs"), [(None, True), (1, False)])
def test_the_lines_of_a_list_without_numbers_hang(number, hangs):
    data = convert([Entry("a", TITLE, number)], "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        style = archive.read("word/styles.xml").decode()
    assert ('w:hanging="720"' in style) is hangs


def test_a_numbered_list_is_the_word_processor_s_own():
    xml, _ = document([Entry("a", rich("One"), 1), Entry("b", rich("Two"), 2)])
    assert text_of(xml) == ["One", "Two"]
    assert xml.count("<w:numPr>") == 2


def test_rtf():
    written = convert([Entry("a", TITLE, 1), Entry("b", rich("Zwölf"), 2)], "rtf").decode("ascii")
    assert written.startswith("{\\rtf1")
    assert "{\\i E. coli}" in written
    assert "<script> \\\\input\\{x\\} *a*" in written
    assert re.search(r"Zw\\u246 ?\?lf", written)
    assert "1.\\tx" in written
    assert "2.\\tx" in written


def test_an_empty_list_is_an_empty_document():
    xml, _ = document([])
    assert text_of(xml) == []
    assert convert([], "rtf").startswith(b"{\\rtf1")
