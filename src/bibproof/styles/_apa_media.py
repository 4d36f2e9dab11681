"""Sources of talks, films, music, pictures and web pages (APA 7, 10.5, 10.12 to 10.16): as `_apa_sources`."""

from __future__ import annotations

import re

from bibproof.model import Work
from bibproof.styles._apa_names import Head, in_direct_order, label, people_of
from bibproof.styles._apa_sources import first_other, institution, publisher
from bibproof.styles._apa_text import Sentences, container_of, italic, plain, text_of, within
from bibproof.styles._case import apa_case
from bibproof.styles._compose import concat

_PLATFORMS = {
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "mastodon.social": "Mastodon",
    "reddit.com": "Reddit",
    "tiktok.com": "TikTok",
    "tumblr.com": "Tumblr",
    "twitter.com": "Twitter",
    "vimeo.com": "Vimeo",
    "x.com": "X",
    "youtu.be": "YouTube",
    "youtube.com": "YouTube",
}
"""Sites on which others publish, by their addresses: where a record does not name them."""

_HOST = re.compile(r"^https?://(?:www\.|m\.)?([^/:?#]+)", re.IGNORECASE)


def _platform(work: Work) -> str | None:
    named = work.variables.get("platform")
    if named or not work.url:
        return named
    host = _HOST.match(work.url)
    return None if host is None else _PLATFORMS.get(host[1].lower())


def website(work: Work, head: Head) -> Sentences:
    """The site's name, unless it is its author's."""
    return [plain(first_other(head, work.container_title, institution(work), _platform(work)))]


def post(work: Work, head: Head) -> Sentences:
    """The platform's name."""
    named = work.variables.get("platform")
    return [plain(first_other(head, named, work.container_title, work.publisher, _platform(work)))]


def conference(work: Work, head: Head) -> Sentences:
    """As "Autism Society National Conference, Milwaukee, WI, United States"."""
    event = text_of(work, "event-title")
    place = work.variables.get("event-place")
    if not event and not place:
        return website(work, head)
    if not event:
        return [*publisher(work, head), plain(place)]
    return [concat(event, f", {place}" if place else "")]


def symposium_part(work: Work, head: Head) -> Sentences:
    """As "In A. Chair & B. Chair (Chairs), *Symposium* [Symposium]", and the conference."""
    whole = italic(apa_case(container_of(work), work.language))
    chairs = people_of(work, "chair")
    by = f"{in_direct_order(chairs)} ({label('chair', len(chairs))}), " if chairs else ""
    kind = work.variables.get("maintitleaddon") or ("Symposium" if chairs else "")
    return [concat("In ", by, whole, within(" [", plain(kind), "]")), *conference(work, head)]


def episode(work: Work, head: Head) -> Sentences:
    """As "In A. Producer (Executive Producer), *Series*", and who made it; a show keeps its name as it is."""
    producers = people_of(work, "executive-producer")
    role = label("executive-producer", len(producers))
    by = f"{in_direct_order(producers)} ({role}), " if producers else ""
    show = italic(container_of(work))
    return [concat("In ", by, show) if show else (), *publisher(work, head)]


def track(work: Work, head: Head) -> Sentences:
    """As "On *Album*", and the labels."""
    album = italic(container_of(work))
    return [concat("On ", album) if album else (), *publisher(work, head)]


def artwork(work: Work, head: Head) -> Sentences:
    """As "Art Institute of Chicago, Chicago, IL, United States"; or the site it was found on."""
    institution_name = institution(work)
    if institution_name and institution_name != work.publisher:
        return [plain(institution_name)]
    names = (
        work.publisher,
        work.variables.get("archive"),
        work.variables.get("platform"),
        work.container_title,
    )
    holder = first_other(head, *names)
    place = work.publisher_place or work.variables.get("archive-place")
    return [plain(", ".join(part for part in (holder, place) if part))]
