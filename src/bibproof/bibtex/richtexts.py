"""The rich texts of an entry, which are only made where somebody asks for them: checking never does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bibproof.bibtex.punctuation import runs_without_space
from bibproof.bibtex.richlatex import rich_latex
from bibproof.richtext import RichText


class RichTexts(Mapping[str, RichText]):
    """Rich texts by CSL's variables, from the LaTeX that they are written in."""

    __slots__ = ("_latex",)

    def __init__(self, latex: Mapping[str, str]) -> None:
        self._latex = latex

    def __getitem__(self, variable: str) -> RichText:
        return runs_without_space(rich_latex(self._latex[variable]))

    def get(self, variable: str, default: Any = None) -> Any:  # noqa: ANN401 - as Mapping has it
        return rich_latex(self._latex[variable]) if variable in self._latex else default

    def __contains__(self, variable: object) -> bool:
        return variable in self._latex

    def __iter__(self) -> Iterator[str]:
        return iter(self._latex)

    def __len__(self) -> int:
        return len(self._latex)

    def __repr__(self) -> str:
        return f"RichTexts({self._latex!r})"


def is_marked(latex: str) -> bool:
    """Whether the value may hold more than plain letters."""
    return "{" in latex or "\\" in latex or "$" in latex
