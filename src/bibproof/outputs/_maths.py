r"""Formulas that may be handed on as TeX.

Titles come from anywhere, and TeX is a programming language: what is not known to be only notation
(`\input`, `\href`, `^^5c` ...) is no formula for us, and is written as text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LONGEST = 300
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_ALLOWED_CHARACTERS = re.compile(r"[^\x00-\x1f\x7f$%#&~`\"]*")
_NOTATION = frozenset(
    """
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho
varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon
Phi Psi Omega pm mp times div ast star circ bullet cdot cap cup uplus sqcap sqcup vee wedge setminus wr
diamond oplus ominus otimes oslash odot dagger ddagger amalg leq le geq ge equiv prec succ sim simeq
approx cong neq ne ll gg subset supset subseteq supseteq in ni notin vdash dashv models perp mid parallel
propto asymp doteq lesssim gtrsim leqslant geqslant leftarrow rightarrow to gets leftrightarrow Leftarrow
Rightarrow Leftrightarrow mapsto longrightarrow longleftarrow hookrightarrow uparrow downarrow
rightleftharpoons implies iff nearrow searrow infty partial nabla forall exists nexists emptyset
varnothing Re Im aleph hbar ell wp angle triangle neg lnot prime surd top bot flat natural sharp clubsuit
diamondsuit heartsuit spadesuit ldots cdots vdots ddots dots sum prod coprod int oint iint bigcap bigcup
bigoplus bigotimes bigvee bigwedge frac dfrac tfrac sqrt binom hat bar tilde vec dot ddot check breve
acute grave widehat widetilde overline underline overbrace underbrace overrightarrow mathrm mathbf mathit
mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm text textrm textbf textit operatorname left
right big Big bigg Bigg langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack vert Vert quad
qquad sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan exp log ln lg lim liminf limsup max min
sup inf arg det dim ker deg gcd hom Pr bmod pmod mod rm bf it sf tt cal displaystyle textstyle scriptstyle
limits nolimits not stackrel overset underset degree
""".split()  # noqa: SIM905 - a table, easier to read so
)
_MARKS = frozenset(",;:! {}|")


@lru_cache(maxsize=4096)
def safe_tex(tex: str) -> str | None:
    """The formula as it may stand between dollars; None where it may not."""
    formula = tex.strip()
    if not formula or len(formula) > _LONGEST or "^^" in formula or "\\" in formula[-1:]:
        return None
    if not _ALLOWED_CHARACTERS.fullmatch(formula) or not _is_balanced(formula):
        return None
    commands = _COMMAND.findall(formula)
    return formula if all(command in _NOTATION or command in _MARKS for command in commands) else None


def _is_balanced(formula: str) -> bool:
    depth = 0
    for character in _COMMAND.sub("", formula):
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
