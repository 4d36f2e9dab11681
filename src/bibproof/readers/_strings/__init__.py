"""References as strings: "Smith J, Doe K. A title. J Stud. 2018;5(2):1-3", in whatever style.

`clean.py` makes plain text of a part of a file, and knows where each of its characters stands there;
`marks.py` finds what names a work by itself (DOI, PubMed's number, addresses); `layout.py` says where people,
title and the rest are, by the habits of the styles, and `located.py` where a record's title is in the string;
`people.py` and `places.py` give every way in which names and numbers can be read, `fitting.py` how well one
fits a record; `reading.py` puts a Work
together, by itself or with a record in mind.
"""

from __future__ import annotations

from bibproof.readers._strings.clean import Clean, clean, joined
from bibproof.readers._strings.looks import looks_like_reference
from bibproof.readers._strings.reading import reference_of

__all__ = ["Clean", "clean", "joined", "looks_like_reference", "reference_of"]
