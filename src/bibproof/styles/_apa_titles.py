"""The title of an APA reference, what stands in parentheses behind it, and in brackets (APA 7, 9.18 to 9.22).

"*Title* (A. Editor, Ed.; 2nd ed., Vol. 3) [Audiobook]"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from bibproof.model import Person, Work
from bibproof.richtext import Face, RichText, Run
from bibproof.styles._apa_names import Head, credited, in_direct_order, label, people_of
from bibproof.styles._apa_text import (
    capitalised,
    container_of,
    italic,
    joined_plainly,
    plain,
    text_of,
    within,
)
from bibproof.styles._case import apa_case
from bibproof.styles._case_words import word_of

_ENDINGS = ("?", "!", "—")
_TRANSLATION = re.compile(r"(?<=\S) (\[[^\[\]]+\])$")
_NO_ENGLISH = "und"


def bare_title(work: Work) -> RichText:
    """Title and subtitle in sentence case."""
    return _in_sentence_case(_written_title(work), work)


def _written_title(work: Work) -> RichText:
    title = text_of(work, "title")
    if not work.subtitle or not title:
        return title
    joint = " " if title[-1].text.endswith(_ENDINGS) else ": "
    return joined_plainly(title, joint, text_of(work, "subtitle"))


_PROCEEDINGS = ("Proceedings of", "Proceedings,", "Proc. ")


def _in_sentence_case(title: RichText, work: Work) -> RichText:
    if work.type == "book" and (work.title or "").startswith(_PROCEEDINGS):
        return title  # the name of a conference keeps its capitals
    language = work.language
    if language is None and "translated-title" in work.variables:
        language = _NO_ENGLISH
    return apa_case(_with_names_kept(title, work), language)


def _with_names_kept(title: RichText, work: Work) -> RichText:
    """The title with the names of those who wrote and published it, and of its site, left as they are."""
    for name in _own_names(work):
        if any(name in run.text for run in title):
            title = tuple(piece for run in title for piece in _kept(run, name))
    return title


def _own_names(work: Work) -> list[str]:
    """Names of the work's own that are surely names where a title has them."""
    names = [name for person in work.authors for name in _names_of(person)]
    if work.people:
        names += [name for people in work.people.values() for person in people for name in _names_of(person)]
    others = (work.publisher, work.container_title) if work.type in _ON_SITES else (work.publisher,)
    if work.type != "article-journal":
        names += [name for name in others if name and " " in name]
    return names


_ON_SITES = frozenset(("post", "post-weblog", "webpage"))


def _names_of(person: Person) -> tuple[str, ...]:
    """As "Grace Weiss", "Weiss"; a family name alone only where it is hardly a common word as well."""
    if person.literal is not None:
        return (person.literal,) if " " in person.literal else ()
    family, given = person.family, person.given
    if not family:
        return ()
    if len(family) > 3 and family not in _COMMON_WORDS:
        return (f"{given} {family}", family) if given else (family,)
    return (f"{given} {family}",) if given else ()


_COMMON_WORDS = frozenset(
    (
        *("Baker", "Bell", "Best", "Bird", "Bishop", "Black", "Brown", "Burns", "Bush", "Carpenter", "Case"),
        *("Chance", "Child", "Church", "Coach", "Cook", "Cooper", "Crane", "Cross", "Dean", "Field"),
        *("Fields", "Fish", "Fisher", "Flood", "Ford", "Forest", "Fowler", "Fox", "French", "Frost"),
        *("Gardner", "Gold", "Good", "Grant", "Gray", "Green", "Hall", "Hand", "Head", "Heart", "Heath"),
        *("Hill", "Home", "Hope", "House", "Hunt", "Hunter", "Judge", "King", "Knight", "Lake", "Land"),
        *("Lane", "Law", "Light", "Little", "Long", "Love", "Major", "Marsh", "Mason", "Miller", "Moon"),
        *("Moss", "Nurse", "Page", "Park", "Parks", "Parson", "Poole", "Pope", "Porter", "Post", "Power"),
        *("Price", "Prince", "Reading", "Reed", "Reader", "Rice", "Rich", "Rivers", "Rock", "Rose", "Sage"),
        *("School", "Self", "Shepherd", "Short", "Silver", "Singer", "Small", "Smart", "Snow", "Speaker"),
        *("Spring", "Star", "Stone", "Story", "Street", "Strong", "Summer", "Summers", "Taylor", "Teacher"),
        *("Train", "Turner", "Walker", "Wall", "Ward", "Water", "Waters", "Weaver", "West", "White"),
        *("Winter", "Winters", "Wise", "Wolf", "Wood", "Woods", "Work", "Young"),
    )
)


def _kept(run: Run, name: str) -> tuple[Run, ...]:
    before, found, after = run.text.partition(name)
    if (
        not found
        or run.face & Face.KEPT
        or run.tex is not None
        or before[-1:].isalnum()
        or after[:1].isalnum()
    ):
        return (run,)
    pieces = (Run(before, run.face), Run(found, run.face | Face.KEPT), Run(after, run.face))
    return tuple(piece for piece in pieces if piece.text)


def whole_title(work: Work) -> RichText:
    """The title of a work that stands alone, in italics."""
    return with_translation(work, _italic_but_translation(bare_title(work)))


def book_title(work: Work) -> RichText:
    """The title of a book, in italics; of a volume, behind the title of its whole."""
    return with_translation(work, _italic_but_translation(_with_volume(work, _written_title(work))))


def part_title(work: Work) -> RichText:
    """The title of a part of something larger."""
    return with_translation(work, bare_title(work))


def legal_title(work: Work) -> RichText:
    """The title as it is: names of laws and cases keep their capitals."""
    return text_of(work, "title")


def periodical_title(work: Work) -> RichText:
    """The name of a journal, which keeps its capitals."""
    return italic(text_of(work, "title"))


def _with_volume(work: Work, title: RichText) -> RichText:
    """As "Main title: Vol. 1. Title of the volume"; the case of the two is found together."""
    whole = container_of(work)
    if whole and title:
        volume = f": Vol. {work.volume}. " if work.volume else ": "
        title = joined_plainly(whole, volume, title)
    return _in_sentence_case(title or whole, work)


def _italic_but_translation(title: RichText) -> RichText:
    """In italics, but for a translation in brackets at the end of the same text."""
    if title and title[-1].text.endswith("]"):
        last = title[-1]
        found = _TRANSLATION.search(last.text)
        if found is not None:
            kept = Run(last.text[: found.start()], last.face, last.href, last.tex)
            return (*italic((*title[:-1], kept)), Run(f" {found[1]}"))
    return italic(title)


def with_translation(work: Work, title: RichText) -> RichText:
    if "translated-title" not in work.variables:
        return title
    translation = text_of(work, "translated-title")
    return (*title, *within(" [" if title else "[", apa_case(translation, "en"), "]"))


# ------------------------------------------------------------------------------------ in parentheses


def behind_title(parts: Iterable[RichText | str]) -> RichText:
    """What stands in one pair of parentheses: groups of people, then editions and numbers."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += [Run("; ")] if runs else []
            runs += plain(part) if isinstance(part, str) else part
    return within("(", tuple(runs), ")")


def helpers(work: Work, roles: Sequence[str], head: Head) -> str:
    """Those who edited, translated or read it: "J. Strachey, Ed. & Trans.", "A. Lee, Ed.; B. Kim, Trans."."""
    groups: list[tuple[tuple[Person, ...], list[str]]] = []
    for role in roles:
        people = people_of(work, role)
        if not people or people == head.people:
            continue
        same = next((group for group in groups if group[0] == people), None)
        if same is None:
            groups.append((people, [role]))
        else:
            same[1].append(role)
    return "; ".join(
        f"{in_direct_order(people)}, {' & '.join(label(role, len(people)) for role in roles)}"
        for people, roles in groups
    )


_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)?\.?(?:\s+ed(?:ition|\.|n\.?)?)?$", re.IGNORECASE)
_EDITION_WORD = re.compile(r"\s+(?:edition|edn\.?|ed\.?)$", re.IGNORECASE)


def edition(work: Work) -> str:
    """As "2nd ed.", "Rev. ed.", "Summer 2019 ed."."""
    written = work.edition
    if not written:
        return ""
    number = _ORDINAL.match(written)
    if number is not None:
        return f"{ordinal(int(number[1]))} ed."
    bare = _EDITION_WORD.sub("", written)
    if bare.lower() in _ORDINAL_WORDS:
        return f"{ordinal(_ORDINAL_WORDS[bare.lower()])} ed."
    if bare.lower().rstrip(".") in ("rev", "revised"):
        return "Rev. ed."
    return written if "edition" in written.lower() and bare == written else f"{capitalised(bare)} ed."


def ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{('th', 'st', 'nd', 'rd', 'th', 'th', 'th', 'th', 'th', 'th')[number % 10]}"


def volumes(work: Work) -> str:
    """As "Vol. 3"; "Vols. 1–4" of a work that is cited as a whole."""
    if work.volume:
        several = re.search(r"\d\s*[-–,&]\s*\d", work.volume)
        return f"{'Vols.' if several else 'Vol.'} {work.volume.replace('-', '–')}"
    number = work.variables.get("number-of-volumes")
    return f"Vols. 1–{number}" if number and number != "1" else ""


def numbered(work: Work, kind: str) -> str:
    """A number of the work's own with what it is a number of: "Publication No. 10289373".

    One that starts with letters of an archive of its own says itself what it is: "ED545393".
    """
    number = work.number
    if not number:
        return ""
    series = work.genre or (kind if number[0].isdigit() else "")
    if not series or number.lower().startswith(series.lower()) or _SAYS_WHAT_IT_IS.match(number):
        return number
    return f"{_in_title_case(series)} {_without_no(number)}"


_SAYS_WHAT_IT_IS = re.compile(r"[^\W\d].*\sno\.?\s*\S", re.IGNORECASE)  # "NIH Publication No. 18-2424"
_NUMBER_MARK = re.compile(r"^(?:no\.?|nr\.?|number|#)\s*(?=\w)", re.IGNORECASE)


def _without_no(number: str) -> str:
    return f"No. {_NUMBER_MARK.sub('', number)}"


def _in_title_case(series: str) -> str:
    return " ".join(word if word in _SMALL_WORDS else capitalised(word) for word in series.split(" "))


_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"])
_VERSION = re.compile(r"^(?:version|ver\.|v\.?)\s*(?=\d)", re.IGNORECASE)


def version(work: Work) -> str:
    """As "Version 1.2"."""
    written = work.variables.get("version")
    if not written:
        return ""
    if written[:1] == "V" and written[1:2].isdigit():
        return f"Version {written}"  # an archive's own name for it: ICPSR's "V3"
    return f"Version {_VERSION.sub('', written)}"


# ---------------------------------------------------------------------------------------- in brackets


Description = Callable[[Work], str]


def described(default: str = "") -> Description:
    """What kind of work it is, in its own words or the usual ones: "Film; educational DVD"."""

    def description(work: Work) -> str:
        medium = work.variables.get("medium")
        kind = _plain_kind(work.genre or "") or ("" if medium and default not in _WITH_MEDIUM else default)
        if not medium or medium.lower() in kind.lower():
            return capitalised(kind)
        return capitalised(f"{kind}; {medium}" if kind else medium)

    return description


def in_lower_case(kind: str) -> str:
    """The name of a kind without its capitals, but for acronyms and names: "habilitation thesis"."""
    return " ".join([word_of(word).lowered for word in kind.split(" ")])


def _plain_kind(genre: str) -> str:
    """A kind of two words in lower case: "data set"; a longer one may have names in it."""
    return in_lower_case(genre) if genre.count(" ") == 1 and genre.endswith(_KINDS) else genre


_KINDS = (
    *("Article", "Book", "Episode", "Film", "Guide", "Interview", "Lecture", "Manuscript", "Memorandum"),
    *(
        "Notes",
        "Paper",
        "Photograph",
        "Post",
        "Presentation",
        "Program",
        "Recording",
        "Report",
        "Session",
        "Set",
        "Sheet",
    ),
    *("Software", "Song", "Speech", "Thesis", "Video"),
)


_WITH_MEDIUM = frozenset(("Film",))


def genre_unless_numbered(work: Work) -> str:
    """A report's kind, where it is not the name of a numbered series, and says more than "report"."""
    genre = _plain_kind(work.genre or "")
    return "" if work.number or genre.lower() in ("report", "technical report") else capitalised(genre)


def performed(default: str) -> Description:
    """As "Song recorded by P. Pan": who plays what another one wrote."""

    def description(work: Work) -> str:
        players = work.people.get("performer", ())
        kind = capitalised(work.genre or default)
        if not players or not (work.authors or work.people.get("composer")) or players == work.authors:
            return kind
        return f"{kind} recorded by {in_direct_order(players)}"

    return description


_DEGREES = {
    "phd": "Doctoral dissertation",
    "dphil": "Doctoral dissertation",
    "edd": "Doctoral dissertation",
    "psyd": "Doctoral dissertation",
    "doctoral": "Doctoral dissertation",
    "doctorate": "Doctoral dissertation",
    "msc": "Master’s thesis",
    "ma": "Master’s thesis",
    "master": "Master’s thesis",
    "masters": "Master’s thesis",
    "master's": "Master’s thesis",
    "master’s": "Master’s thesis",
}
_DEGREE = re.compile(
    r"^(ph\.?\s?d|d\.?\s?phil|ed\.?\s?d|psy\.?\s?d|m\.?\s?sc|m\.?\s?a|doctoral|doctorate|master(?:['’]?s)?)\.?"
    r"(?: degree)?(?: thesis| dissertation)?$",
    re.IGNORECASE,
)


_ENGLISH_THESIS = re.compile(r"\b(?:thes[ei]s|dissertations?|papers?|projects?|reports?)\b", re.IGNORECASE)


def is_english_thesis(kind: str) -> bool:
    """Whether a kind of thesis is told in English: "Doctoral dissertation", not "Diplomarbeit"."""
    return _ENGLISH_THESIS.search(kind) is not None


def thesis_kind(work: Work) -> str:
    """As "Doctoral dissertation", "Master's thesis": as APA calls them."""
    genre = work.genre or "thesis"
    found = _DEGREE.match(genre)
    if found is not None:
        return _DEGREES[re.sub(r"[.\s]", "", found[1].lower())]
    if not is_english_thesis(genre):
        return genre  # "Diplomarbeit": nouns of other languages have capitals of their own
    return capitalised(in_lower_case(genre))


def translators(work: Work, head: Head) -> str:
    """Who translated a part; none who edited the whole as well, and stands there."""
    people = people_of(work, "translator")
    if not people or people == head.people or (work.container_title and people == work.editors):
        return ""
    return credited(people, "translator")
