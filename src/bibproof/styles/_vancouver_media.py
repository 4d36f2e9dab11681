"""What is seen, heard or run: films, maps, web sites, blogs, data sets, programs.

Citing Medicine, chapters 7, 15, 21, 24 to 26; the form of data sets is that of NLM's sample references.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bibproof.model import Work
from bibproof.richtext import Face, RichText, rich
from bibproof.styles._compose import concat, faced, joined
from bibproof.styles._vancouver_dates import full_date, year_only
from bibproof.styles._vancouver_parts import (
    Setting,
    address,
    designated,
    edition,
    imprint,
    notes,
    place_and_publisher,
    read_on,
    reference,
)
from bibproof.styles._vancouver_people import authors, creators, names, people_of, secondary, with_role
from bibproof.styles._vancouver_titles import (
    plain_faces,
    sentence_case,
    small,
    title,
    title_as_it_is,
    written_title,
)

_KINDS = {
    "motion_picture": "motion picture",
    "song": "sound recording",
    "broadcast": "broadcast",
    "map": "map",
    "graphic": "image",
    "figure": "figure",
    "musical_score": "musical score",
    "interview": "interview",
    "manuscript": "unpublished manuscript",
    "pamphlet": "pamphlet",
}
"""What stands in brackets behind a title, by type, where the work does not say it itself."""

_REPOSITORY = re.compile(r"(?:github|gitlab|bitbucket|code|software) repository", re.IGNORECASE)
_DATED = frozenset({"broadcast", "interview", "manuscript", "performance", "personal_communication"})


def audiovisual(work: Work, setting: Setting) -> RichText:
    """Chason KW. Hospital preparedness for bioterrorism [videocassette]. Secaucus (NJ): Network; 2002."""
    kind = work.variables.get("medium") or work.genre or _KINDS.get(work.type)
    date = full_date(work) if work.url or work.type in _DATED else year_only(work)
    if work.container_title:
        whole = designated(plain_faces(_as_written(work)), None, work)
        named = [joined((title(work), f"[{small(kind)}]" if kind else ""), " "), concat("In: ", whole)]
    else:
        named = [designated(title(work), kind, work)]
    return reference(
        (
            _makers(work, setting),
            *named,
            edition(work),
            *_director(work, setting),
            imprint(_on_platform(work), date),
            _episode(work),
            *notes(work, setting),
        )
    )


def _episode(work: Work) -> str:
    """Which of a series it is: "No. 443", "Season 3, episode 12"."""
    number = work.number or ""
    if not work.container_title or not number:
        return ""
    if work.volume:
        return f"Season {work.volume}, episode {number}"
    return f"No. {number}" if number[0].isdigit() else number


def _director(work: Work, setting: Setting) -> list[str]:
    """Who directed it, where others stand first and the director is none of them."""
    first = {replace(person, role=None) for person in work.authors}
    if not first or not first.isdisjoint(people_of(work, "director")):
        return []
    return secondary(work, setting.options, "director")


def _makers(work: Work, setting: Setting) -> str:
    """Those who made it; of a map they are its cartographers."""
    is_map = work.type == "map" and all(person.literal is None for person in work.authors)
    if is_map and work.authors:
        return with_role(work.authors, "cartographer", setting.options)
    interviewers = people_of(work, "interviewer")
    if not interviewers:
        return creators(work, setting.options)
    by = with_role(interviewers, "interviewer", setting.options)
    return f"{authors(work, setting.options)}; {by}" if work.authors else by


def letter(work: Work, setting: Setting) -> RichText:
    """Partridge E. Vaccines for the young [Letter to: Lee A]. 1999 Jan 5."""
    to = names(people_of(work, "recipient"), setting.options)
    kind = work.genre or ("Letter" if to else "personal communication")
    sort = f"{kind} to: {to}" if to else small(kind)
    return reference(
        (
            creators(work, setting.options),
            joined((title(work), f"[{sort}]"), " "),
            imprint(work, full_date(work)),
            *notes(work, setting),
        )
    )


def website(work: Work, setting: Setting) -> RichText:
    """Holt M. The Health Care Blog [Internet]. San Francisco: Holt; 2003 [cited 2009 Feb 13]. Available ...

    A page of a site follows the site: "AMA [Internet]. Chicago: The Association; 2001. Group practice.".
    """
    by = creators(work, setting.options)
    page = title_as_it_is(work)
    whole, part = page, rich("")
    if work.container_title:
        whole, part = plain_faces(_as_written(work)), page
        if by.rstrip(".").casefold() == work.container_title.casefold():
            by = ""  # a site called like the organization that it is of: the name stands once
    kind = work.variables.get("medium") or (work.genre if work.genre != "Website" else None)
    return reference(
        (
            by,
            designated(whole, kind, work),
            imprint(_on_platform(work), full_date(work)),
            part,
            *notes(work, setting),
        )
    )


def _as_written(work: Work) -> RichText:
    return work.rich.get("container-title") or concat(work.container_title or "")


def _on_platform(work: Work) -> Work:
    """A post's platform ("Twitter") stands where other works have their publisher."""
    platform = work.variables.get("platform")
    return replace(work, publisher=platform) if platform and not work.publisher else work


def blog_post(work: Work, setting: Setting) -> RichText:
    """Mantone J. Head trauma haunts many. 2008 Jan 29 [cited 2009 Feb 13]. In: Health blog [Internet] ..."""
    if not work.container_title:
        return website(work, setting)
    return reference(
        (
            creators(work, setting.options),
            title(work),
            f"{full_date(work)}{read_on(work)}".strip(),
            concat("In: ", designated(plain_faces(_as_written(work)), None, work)),
            place_and_publisher(work),
            *notes(work, setting),
        )
    )


def dataset(work: Work, setting: Setting) -> RichText:
    """Kraemer MU. Aedes occurrence [dataset]. 2015 Jul 7 [cited 2017 Jun 13]. In: Dryad [Internet] ..."""
    kind = small(work.genre or "dataset")
    where = work.publisher or work.variables.get("archive") or work.container_title
    found = address(work)
    repository = f"{where} [Internet]" if where and found else where
    return reference(
        (
            creators(work, setting.options),
            joined((title(work), f"[{'dataset' if kind == 'data set' else kind}]"), " "),
            edition(work),
            _version(work),
            f"{full_date(work)}{read_on(work)}".strip(),
            f"In: {repository}" if repository else "",
            found,
        )
    )


def is_repository(work: Work) -> bool:
    """Whether what is called a journal says only that it is a program's code: "GitHub repository"."""
    return _REPOSITORY.fullmatch(work.container_title or work.genre or "") is not None


def repository(work: Work, setting: Setting) -> RichText:
    """Hall T. BioEdit [GitHub repository]. 2011. Available from: ..."""
    return software(replace(work, genre=work.container_title or work.genre, container_title=None), setting)


def software(work: Work, setting: Setting) -> RichText:
    """Hall T. BioEdit: a sequence editor [software]. Version 7. Raleigh: Ibis; 2011 May 1. Available ..."""
    kind = small(work.genre or work.variables.get("medium") or "software")
    when = f"{full_date(work)}{read_on(work)}".strip()
    return reference(
        (
            creators(work, setting.options),
            joined((_program(work), f"[{'software' if 'computer s' in kind else kind}]"), " "),
            edition(work),
            _version(work),
            "; ".join(part for part in (place_and_publisher(work), when) if part),
            address(work),
        )
    )


def _program(work: Work) -> RichText:
    """A program's name keeps its capitals; what it is said to be behind a colon does not."""
    runs = written_title(work)
    place = next((place for place, run in enumerate(runs) if ":" in run.text), None)
    if place is None:
        return plain_faces(runs)
    run = runs[place]
    name, colon, rest = run.text.partition(":")
    before = faced((*runs[:place], run._replace(text=name)), Face.KEPT)
    return sentence_case((*before, run._replace(text=colon + rest), *runs[place + 1 :]), work.language)


def _version(work: Work) -> str:
    version = work.variables.get("version")
    if not version:
        return ""
    if version[0] in "vV" and version[1:2].isdigit():
        version = version[1:]
    return f"Version {version}" if version[0].isdigit() else version[0].upper() + version[1:]
