"""Markdown, read back by CommonMark, by GitHub's rules and by pandoc."""

from __future__ import annotations

import html5lib
import pypandoc
import pytest
from markdown_it import MarkdownIt

from bibproof.listing import Entry
from bibproof.outputs import output
from bibproof.outputs.markdown import markdown
from bibproof.richtext import Face, Run, plain, rich
from hostile import HOSTILE

MARKDOWN = output("markdown")
ITALIC = Face.ITALIC


def commonmark(source):
    return MarkdownIt("commonmark").render(source)


def with_tables(source):
    return MarkdownIt("js-default").render(source)


def elements(fragment):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parseFragment(fragment)


def text_of(fragment):
    return "".join(elements(fragment).itertext()).strip()


def tags_of(fragment):
    return [element.tag for element in elements(fragment).iter() if element.tag != "DOCUMENT_FRAGMENT"]


@pytest.mark.parametrize("title", HOSTILE)
def test_text_is_text(title):
    written = MARKDOWN.whole([Entry("key", rich(title))])
    for render in (commonmark, with_tables):
        assert text_of(render(written)) == title
        assert tags_of(render(written)) == ["p"]


@pytest.mark.parametrize("title", HOSTILE)
def test_text_is_text_in_a_numbered_list(title):
    written = MARKDOWN.whole([Entry("key", rich(title), 1)])
    assert text_of(commonmark(written)) == title
    assert tags_of(commonmark(written)) == ["ol", "li"]


@pytest.mark.parametrize("title", [title for title in HOSTILE if not title.endswith("*")])
def test_text_is_text_in_italics(title):
    shown = (Run("A "), Run(title, ITALIC), Run(", b."))
    written = MARKDOWN.inline(shown)
    assert text_of(commonmark(written)) == plain(shown)
    assert set(tags_of(commonmark(written))) == {"p", "em"}


def test_pandoc_reads_the_same():
    entries = [Entry("key", rich(title)) for title in HOSTILE]
    written = MARKDOWN.whole(entries)
    shown = pypandoc.convert_text(written, "html", "markdown-smart", extra_args=["--wrap=none"])
    paragraphs = list(elements(shown).iter("p"))
    assert ["".join(paragraph.itertext()) for paragraph in paragraphs] == list(HOSTILE)
    assert set(tags_of(shown)) == {"p"}


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ((Run("A "), Run("b", ITALIC), Run(" c")), "A *b* c"),
        ((Run("a"), Run("b", ITALIC), Run("c")), "a<em>b</em>c"),
        ((Run("“"), Run("b", ITALIC), Run("-c”")), "“*b*-c”"),
        ((Run("4", ITALIC), Run("(1), 15.")), "*4*(1), 15."),
        ((Run("a"), Run("(b)", ITALIC), Run("c")), "a<em>(b)</em>c"),
        ((Run("Vol. 1.", ITALIC), Run("Next")), "<em>Vol. 1.</em>Next"),
        ((Run("A"), Run(" b ", ITALIC), Run("c")), "A *b* c"),
        ((Run("A"), Run(" ", ITALIC), Run("c")), "A c"),
        ((Run("a", ITALIC), Run("b", ITALIC | Face.BOLD)), "<em>a</em><strong><em>b</em></strong>"),
        ((Run("b", Face.BOLD),), "**b**"),
        ((Run("H"), Run("2", Face.SUBSCRIPT), Run("O")), "H<sub>2</sub>O"),
        ((Run("x", Face.SUPERSCRIPT | ITALIC),), "*<sup>x</sup>*"),
        ((Run("x", Face.SMALL_CAPS),), '<span style="font-variant: small-caps">x</span>'),
        ((Run("Moss & Berg", Face.KEPT),), "Moss & Berg"),
    ],
)
def test_faces(shown, written):
    assert MARKDOWN.inline(shown) == written
    assert text_of(commonmark(written)) == " ".join(plain(shown).split())


@pytest.mark.parametrize(
    ("text", "address", "written"),
    [
        ("https://doi.org/10.5555/a_b*c", "https://doi.org/10.5555/a_b*c", "<https://doi.org/10.5555/a_b*c>"),
        ("10.5555/a_b", "https://doi.org/10.5555/a_b", "[10.5555/a\\_b](<https://doi.org/10.5555/a%5Fb>)"),
        ("here", "https://example.com/(a)?b&copy;", "[here](<https://example.com/%28a%29?b&amp;copy;>)"),
        ("here", "javascript:alert(1)", "here"),
        ("here", "https://example.com/a\\", "[here](<https://example.com/a%5C>)"),
    ],
)
def test_links(text, address, written):
    assert MARKDOWN.inline((Run(text, href=address),)) == written
    assert text_of(commonmark(written)) == text


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ((Run("Of "), Run("x²", tex="x^2"), Run(" only")), "Of $x^2$ only"),
        ((Run("α", tex=r"\alpha"),), r"$\alpha$"),
        ((Run("x", tex="x"), Run("2 of")), "x2 of"),
        ((Run("a<b>c", tex="a<b>c"),), r"a\<b>c"),
        ((Run("x(y)", tex="[x](javascript:y)"),), "x(y)"),
        ((Run("in", tex=r"\href{javascript:x}{y}"),), "in"),
    ],
)
def test_formulas(shown, written):
    assert MARKDOWN.inline(shown) == written


def test_a_link_behind_an_exclamation_mark_is_no_image():
    shown = (Run("Stop!"), Run("here", href="https://example.com/"))
    assert MARKDOWN.inline(shown) == "Stop\\![here](<https://example.com/>)"
    assert MARKDOWN.inline((Run("Stop!"), Run(" here"))) == "Stop! here"


def test_lists():
    first, second = rich("First."), rich("Second.")
    assert MARKDOWN.whole([Entry("a", first), Entry("b", second)]) == "First.\n\nSecond.\n"
    assert MARKDOWN.whole([Entry("a", first, 1), Entry("b", second, 2)]) == "1. First.\n2. Second.\n"
    assert MARKDOWN.whole([Entry("a", first, 3), Entry("b", second, 7)]) == "3\\. First.\n\n7\\. Second.\n"
    assert MARKDOWN.whole([]) == ""


def test_lines_do_not_break():
    assert markdown.inline(rich("two\n\nlines  \n# no heading")) == "two lines # no heading"


def test_what_the_style_does_not_list_is_not_there():
    first, last = Entry("a", rich("First.")), Entry("c", rich("Last."))
    assert MARKDOWN.whole([first, Entry("b", ()), last]) == MARKDOWN.whole([first, last])
    assert MARKDOWN.whole([Entry("b", ())]) == ""
