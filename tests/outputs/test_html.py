"""HTML, read back by a parser that knows the standard."""

from __future__ import annotations

import html5lib
import pytest

from bibproof.listing import Entry
from bibproof.outputs import output
from bibproof.richtext import Face, Run, rich
from hostile import HOSTILE

HTML = output("html")


def parsed(fragment):
    """The elements of a fragment; what the standard calls an error is one."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(fragment)


def text_of(fragment):
    return "".join(parsed(fragment).itertext())


@pytest.mark.parametrize("title", HOSTILE)
def test_text_is_text(title):
    assert text_of(HTML.inline(rich(title))) == title
    assert text_of(HTML.inline((Run(title, Face.ITALIC),))) == title
    whole = HTML.whole([Entry("key", rich(title))])
    assert text_of(whole).strip() == title
    assert {element.tag for element in parsed(whole).iter() if element.tag != "DOCUMENT_FRAGMENT"} == {
        "section",
        "ul",
        "li",
    }


@pytest.mark.parametrize(
    ("face", "written"),
    [
        (Face.ITALIC, "<i>x</i>"),
        (Face.BOLD, "<b>x</b>"),
        (Face.SUBSCRIPT, "<sub>x</sub>"),
        (Face.SUPERSCRIPT, "<sup>x</sup>"),
        (Face.SMALL_CAPS, '<span style="font-variant: small-caps">x</span>'),
        (Face.KEPT, "x"),
        (Face.ITALIC | Face.SUBSCRIPT | Face.KEPT, "<i><sub>x</sub></i>"),
    ],
)
def test_faces(face, written):
    assert HTML.inline((Run("x", face),)) == written


def test_what_looks_the_same_is_one():
    title = (Run("The ", Face.ITALIC), Run("DNA", Face.ITALIC | Face.KEPT), Run(" of cities", Face.ITALIC))
    assert HTML.inline(title) == "<i>The DNA of cities</i>"


def test_formulas_are_readable():
    assert HTML.inline((Run("x²", tex="x^2"),)) == '<span class="math">x²</span>'


@pytest.mark.parametrize(
    "address", ["https://doi.org/10.5555/1", "http://example.com/?a=1&b=2", "HTTPS://example.com/a(b)'c"]
)
def test_addresses_of_the_web_are_links(address):
    (link,) = parsed(HTML.inline((Run("here", href=address),))).iter("a")
    assert link.attrib == {"href": address}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        'https://example.com/" onclick="alert(1)',
        "https://example.com/<script>",
        "//example.com",
        "",
    ],
)
def test_all_other_addresses_are_text(address):
    assert HTML.inline((Run("here", href=address),)) == "here"


def test_a_list_says_what_it_is():
    whole = parsed(HTML.whole([Entry("a", rich("First.")), Entry("b", rich("Second."))]))
    (section,) = whole.iter("section")
    assert section.attrib == {"role": "doc-bibliography", "aria-label": "References"}
    assert [item.attrib for item in whole.iter("li")] == [{"id": "ref-a"}, {"id": "ref-b"}]
    assert HTML.whole([]) == ""


def test_numbers_are_the_styles():
    whole = parsed(HTML.whole([Entry("a", rich("First."), 3), Entry("b", rich("Second."), 7)]))
    assert len(list(whole.iter("ol"))) == 1
    assert [item.attrib["value"] for item in whole.iter("li")] == ["3", "7"]


def test_every_entry_has_an_id_of_its_own():
    keys = ["a b", "a_b", "a", "a", 'x" onclick="y', "Müller:2001", "<i>", ""]
    whole = parsed(HTML.whole([Entry(key, rich("x")) for key in keys]))
    ids = [item.attrib["id"] for item in whole.iter("li")]
    assert len(set(ids)) == len(keys)
    assert not [name for name in ids if " " in name or not name.startswith("ref-")]
    assert "ref-Müller:2001" in ids


def test_control_characters_are_no_html():
    assert HTML.inline(rich("a\x00b\x0bc\u202ed")) == "a b cd"


def test_what_the_style_does_not_list_is_not_there():
    first, last = Entry("a", rich("First.")), Entry("c", rich("Last."))
    assert HTML.whole([first, Entry("b", ()), last]) == HTML.whole([first, last])
    assert HTML.whole([Entry("b", ())]) == ""
