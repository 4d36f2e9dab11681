"""Groups whose name stands without the braces that would keep it together: "World Health Organization"."""

from __future__ import annotations

import re

_LAST = (
    "academ(?:y|ies)|administration|agency|alliance|association|authority|board|bureau|cent(?:er|re)s?"
    "|coalition|collaboration"
    "|college|commission|committee|company|confederation|consortium|corporation|council|department|directorate"
    "|federation|foundation|government|group|inc|initiative|institut(?:e|es|ion|ions)|laborator(?:y|ies)|labs"
    "|league|llc|ltd|gmbh|ministry|museum|network|organi[sz]ations?|partnership|programme|secretariat|service"
    "|services|societ(?:y|ies)|task force|taskforce|trust|union|universit(?:y|ies)|working party"
)
_HEAD = (
    "academy|administration|agency|association|board|bureau|cent(?:er|re)s?|college|commission|committee"
    "|confederation|council|department|directorate|division|faculty|federation|institutes?|league|library"
    "|ministry|museum|office|organi[sz]ation|school|secretariat|society|university"
)
_NAMED_AS_GROUP = re.compile(
    rf"(?:[^\W\d_]|\d).* (?:{_LAST})\.?|(?:.* )?(?:{_HEAD}) (?:of|for|on|against) .+", re.IGNORECASE
)


def is_named_as_group(name: str) -> bool:
    """Whether a name without commas ends in "Association" and the like, or has "Department of" in it.

    No family is called that, so it can't be a person's name in direct order.
    """
    return " " in name and _NAMED_AS_GROUP.fullmatch(name) is not None
