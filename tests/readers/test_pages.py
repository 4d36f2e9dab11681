"""Markdown pages and web pages: their section of references, and nothing else of them."""

import pytest

from bibproof.readers.html import html
from bibproof.readers.markdown import markdown

MOSSES = "Moreau, I. (2009). A catalogue of alpine mosses. *Alpine Botany*, *4*(1), 1–12."
BIRDS = "Tanaka Y. Rare birds. Birds. 2011;2:5-9."


def titles(library):
    return [(reference.key, reference.work.title) for reference in library]


LISTED = [("1", "A catalogue of alpine mosses"), ("2", "Rare birds")]


@pytest.mark.parametrize(
    "page",
    [
        (
            f"# A\n\nProse of 2018.\n\n## References\n\n1. {MOSSES}\n2. {BIRDS}\n\n## Next\n\n1. Doe J. X."
            f" Y. 2018;1:2.\n"
        ),
        f"Prose\n\nReferences\n==========\n\n* {MOSSES}\n* {BIRDS}\n",
        f"Prose\n\n**Works cited**\n\n{MOSSES}\n\n{BIRDS}\n",
        f"## 7. Bibliography\n\n[1] {MOSSES}\n\n[2] {BIRDS}\n\n# Appendix\n\n1. {BIRDS}",
        f"Prose[^1] and more.[^2]\n\n[^1]: {MOSSES}\n[^2]: {BIRDS}\n",
        f"# Literatur\n\n### Bücher\n\n1. {MOSSES}\n2. {BIRDS}\n",
        f"```\n# References\n1. {BIRDS}\n```\n\n# References\n\n1. {MOSSES}\n2. {BIRDS}\n",
        f"1. {MOSSES}\n2. {BIRDS}\n",
        (
            f"Prose of 2018.\r\n\r\n::: {{#refs .references}}\r\n::: {{#ref-a .csl-entry}}\r\n{MOSSES}\r\n:::"
            f"\r\n\r\n::: {{#ref-b .csl-entry}}\r\n{BIRDS}\r\n:::\r\n:::\r\n\r\nMore of 2019.\r\n"
        ),
    ],
)
def test_markdown(page):
    library = markdown(page, None)
    assert titles(library) == LISTED
    assert library["1"].work.container_title == "Alpine Botany"
    span = library["1"].fields["journal"]
    assert page[span.start : span.end] == "Alpine Botany"


@pytest.mark.parametrize(
    "page", ["# A page\n\nProse of 2018, by J. Doe.\n\n1. Step of 2019.\n2. Step.\n", "", "x"]
)
def test_a_page_without_references(page):
    assert markdown(page, None).references == ()
    assert html(page, None).references == ()


def test_what_links_lead_to_is_used():
    crossref, pubmed = "https://doi.org/10.1000/a_b(1)", "https://pubmed.ncbi.nlm.nih.gov/123456/"
    page = f"# References\n\n1. {BIRDS} [CrossRef]({crossref}) [PubMed]({pubmed})\n2. {MOSSES} <https://doi.org/10.1000/Cd>\n"
    first, second = markdown(page, None)
    assert (first.work.doi, first.work.pmid, second.work.doi) == ("10.1000/a_b(1)", "123456", "10.1000/cd")


def test_entities_are_characters():
    page = "# References\n\n1. Tanaka Y. Rare &amp; small birds. Birds. 2011;2:5&#8211;9.\n"
    (reference,) = markdown(page, None)
    assert (reference.work.title, reference.work.page) == ("Rare & small birds", "5–9")


def as_html(text):
    return text.replace("*Alpine Botany*, *4*", "<i>Alpine Botany</i>, <em>4</em>").replace("–", "&#8211;")


ITEMS = f"<li>{as_html(MOSSES)}</li><li><p>{as_html(BIRDS)}</p></li>"


@pytest.mark.parametrize(
    "page",
    [
        (
            f"<h1>A</h1><p>Prose"
            f" 2018.</p><h2>References</h2><ol>{ITEMS}</ol><h2>More</h2><ol><li>{BIRDS}</li></ol>"
        ),
        f"<h2><span>References</span></h2><div><p>{as_html(MOSSES)}</p><p>{BIRDS}</p></div>",
        f"<h2>Bibliography</h2><p>{as_html(MOSSES)}<br>{BIRDS}</p>",
        f"<p>{BIRDS}</p><section class='ref-list'><ul>{ITEMS}</ul></section><p>Prose.</p>",
        f"<nav><h2>References</h2><a href='#x'>x</a></nav><h3>Works cited</h3><ul>{ITEMS}",
        f"<h2>References</h2><ol>{ITEMS}</ol><script>var x = 'Doe, J. (2018). A. B, 1(2), 3.'</script>",
        f"<h2>References</h2><dl><dt>[1]</dt><dd>{as_html(MOSSES)}</dd><dt>[2]</dt><dd>{BIRDS}</dd></dl>",
        f"<p>Prose.</p><p><b>References</b></p><p>{as_html(MOSSES)}</p><p>{BIRDS}</p><p>Acknowledgements</p><p>B.</p>",
        f"<h2>References</h2><ol>{ITEMS}</ol><p <a <a <a",
    ],
)
def test_html(page):
    library = html(page, None)
    assert titles(library) == LISTED
    assert library["1"].work.page == "1–12"
    span = library["1"].fields["journal"]
    assert page[span.start : span.end] == "Alpine Botany"
    assert not library.is_bibtex


def test_links_and_signs_on_a_web_page():
    page = (
        "<h2>References</h2><ol><li id='r1'><a href='#b1'>^</a> Tanaka&nbsp;Y. Rare &amp; small birds."
        " Birds. 2011;2:5-9."
        " <a href='https://doi.org/10.1000/X'>CrossRef</a><a"
        " href='https://pubmed.ncbi.nlm.nih.gov/123456'>PubMed</a>"
        "<a href='https://scholar.google.com/x'>Google Scholar</a></li></ol>"
    )
    (reference,) = html(page, None)
    assert reference.work.title == "Rare & small birds"
    assert (reference.work.doi, reference.work.pmid) == ("10.1000/x", "123456")
    assert reference.work.page == "5-9"


@pytest.mark.parametrize(
    "page", ["<", "<h2>References</h2><ol><li>", "</li></p><b", "<!--", "&#xFFFFFFF;&bad;<p>&#0;"]
)
def test_broken_pages_are_no_crash(page):
    assert html(page, None).references == ()
