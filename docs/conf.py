"""The documentation site: python -m sphinx -W docs site.

The pages in Markdown are read in the repository as well. Those in site/ only gather: what stands elsewhere in
the repository, the rules, the decisions, the Python API, and the ten references as the project's own styles
write them.
"""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from sphinx.application import Sphinx
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.label import LabelReferenceStyle

import bibproof

project = "bibproof"
version = release = bibproof.__version__
html_title = "bibproof"
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinxcontrib.bibtex"]
exclude_patterns = ["rules/README.md"]  # site/rules.md has it
suppress_warnings = ["misc.highlighting_failure"]  # the rules' pages show BibTeX that can't be read

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1d1f23", "color-brand-content": "#1c56b8"},
    "dark_css_variables": {"color-brand-primary": "#e8e6e1", "color-brand-content": "#8ab4f8"},
}

myst_heading_anchors = 3

autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
default_role = "code"  # docstrings have single back-ticks, as Markdown has

bibtex_bibfiles = ["../references.bib"]
bibtex_default_style = "apa"
bibtex_reference_style = "in_parentheses"

# Where the site has what stands elsewhere in the repository.
_PAGES = {
    "README.md": "docs/site/start.md",
    "CONTRIBUTING.md": "docs/site/contributing.md",
    "CHANGELOG.md": "docs/site/changelog.md",
    "benchmarks/README.md": "docs/site/benchmarks.md",
    "docs/rules/README.md": "docs/site/rules.md",
    "docs/decisions": "docs/site/decisions.rst",
}
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)")


def _with_links(text: str, file: str, shown_in: str) -> str:
    """A Markdown file of the repository, its links made those of the page that shows it.

    `file` and the folder `shown_in` are paths from the top of the repository.
    """

    def link(match: re.Match[str]) -> str:
        target = normpath(join(dirname(file), match[1]))
        return relpath(_PAGES.get(target, target), shown_in)

    return _LINK.sub(link, text)


def _on_reading(_: Sphinx, name: str, source: list[str]) -> None:
    page = f"docs/{name}"
    source[0] = _with_links(source[0], page, dirname(page))


def _on_including(_: Sphinx, path: Path, _page: str, source: list[str]) -> None:
    source[0] = _with_links(source[0], normpath(join("docs", path.as_posix())), "docs/site")


class _InParentheses(LabelReferenceStyle):
    """Citations as APA has them: "(Lee et al., 2018)"."""

    def __init__(self) -> None:
        super().__init__(bracket_parenthetical=BracketStyle("(", ")", sep="; "))


def setup(app: Sphinx) -> None:
    register_plugin("sphinxcontrib.bibtex.style.referencing", "in_parentheses", _InParentheses)
    app.connect("source-read", _on_reading)
    app.connect("include-read", _on_including)
