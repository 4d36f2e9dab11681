"""What kind of work an entry is: CSL's type, and the words that describe it, "Doctoral dissertation".

Types of entries are too coarse for a list of references, so `entrysubtype`, `type`, `titleaddon` and
`howpublished` are read as well, with the keys that biblatex (manual, 4.9.2.11) and biblatex-apa give them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bibproof.bibtex import shapes
from bibproof.bibtex.entry_types import CSL_TYPES
from bibproof.bibtex.identifiers import platform_of, server_of
from bibproof.bibtex.latex import decode

Values = Mapping[str, str]

CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle", "eventtitle")

# Subtypes that tell what stands around an article, not what it is.
_PLACES = frozenset({"newspaper", "magazine", "nonacademic", "academic", "journal"})
_GENRE_OF_ENTRY: Mapping[str, str] = MappingProxyType(
    {
        "phdthesis": "phdthesis",
        "mastersthesis": "mastersthesis",
        "bachelorsthesis": "bachelorsthesis",
        "techreport": "techreport",
        "movie": "film",
        "artwork": "Artwork",
        "poster": "Poster presentation",
    }
)
_TYPE_OF_GENRE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), csl_type)
    for csl_type, pattern in (
        ("dataset", r"data ?sets?|(?:unpublished )?raw data"),
        (
            "software",
            r"(?:computer|mobile|phone)? ?(?:software|app|program|source code)(?: library| package)?",
        ),
        ("software", r"(?:git ?hub|git ?lab|git|code|software) repository"),
        ("post", r".*\b(?:tweet|status update|forum post|facebook post|instagram photo|tumblr post|toot)s?"),
        ("post", r".*\b(?:twitter|facebook|instagram|linkedin|youtube) (?:profile|page|moment|highlight)"),
        ("post-weblog", r"(?:web)?blog(?: post)?|blog entry"),
        ("article-newspaper", r"(?:online )?(?:news|newspaper) article"),
        ("article", r"preprint"),
        ("motion_picture", r"film|(?:you ?tube |vimeo |online )?video|documentary|webinar|ted talk|.* film"),
        ("broadcast", r"(?:tv|television) ?(?:series)?(?: ?episode| broadcast| program(?:me)?)?|webisode"),
        ("broadcast", r".*podcast ?(?:episode)?|radio (?:broadcast|program(?:me)?|show|episode)"),
        ("song", r"song|album|(?:speech |music |sound )?(?:audio )?recording"),
        ("graphic", r"painting|photograph|infographic|clip art|sculpture|drawing|lithograph|illustration"),
        ("graphic", r"image|figure|print|poster print"),
        ("map", r"map"),
        (
            "speech",
            r"(?:(?:conference|paper|poster|keynote|invited|oral) )+(?:session|presentation|address|talk)",
        ),
        ("speech", r"keynote|symposium contribution|lecture|speech|talk|presentation|poster"),
        ("interview", r"(?:.* )?interview"),
        (
            "report",
            r"press release|fact ?sheet|(?:policy |issue )?brief|white ?paper|(?:annual|technical) report",
        ),
        ("standard", r"standard"),
        ("patent", r"patent"),
        (
            "thesis",
            r"(?:(?:doctoral|master'?s|unpublished|bachelor'?s|phd|diploma) )*(?:thesis|dissertation)",
        ),
    )
)
_GENERAL = frozenset({"misc", "online", "electronic", "www", "webpage", "video", "audio", "music", "image"})
_ONLINE = frozenset({"online", "electronic", "www", "webpage"})
_OF_NO_KIND = _ONLINE | {"misc", "unpublished"}
_MATERIAL = {"hearing": "hearing", "report": "report", "testimony": "hearing"}
_ARXIV_JOURNAL = re.compile(r"\s*\{*(?:arxiv\b|CoRR\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\\url|\\href|doi\.org|@", re.IGNORECASE)
_CATALOGUE = re.compile(  # what lists papers: its page is not the work's
    r"^\W*(?:https?://)?(?:[\w-]+\.)?(?:semanticscholar\.org|scholar\.google\.\w+|europepmc\.org|dblp\.org"
    r"|inspirehep\.net|adsabs\.harvard\.edu|pubmed\.ncbi\.nlm\.nih\.gov)/",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"twitter|x(?: \(formerly twitter\))?|facebook|instagram|reddit|linkedin|tumblr|tiktok|mastodon|bluesky"
    r"|threads|pinterest|snapchat|weibo|discord|telegram|quora",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"you ?tube|vimeo|spotify|sound ?cloud|git ?hub|git ?lab|flickr|netflix|zenodo|figshare|dryad|kaggle"
    r"|medium|slide ?share|research ?gate|mendeley data|osf(?: preprints)?|harvard dataverse",
    re.IGNORECASE,
)
_VIDEO_SITE = re.compile(r"you ?tube|vimeo", re.IGNORECASE)
_VIDEO_ADDRESS = re.compile(
    r"https?://(?:[\w-]+\.)?(?:youtube\.com/(?:watch|embed|shorts|live)|youtu\.be/|(?P<vimeo>vimeo\.com/\d))",
    re.IGNORECASE,
)
_PACKAGE = re.compile(r"R package version [\w.-]+", re.IGNORECASE)
_WHOLE_ISSUE = re.compile(r"special (?:issue|section).*|supplement.*", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\W*(?:online|website|web(?:[ -]?(?:page|site))?|internet|electronic|available .*|accessed .*"
    r"|published.*|retrieved .*|url|pdf|none|n/?a|misc|preprint)\W*",
    re.IGNORECASE,
)


def kind_of(entry_type: str, raw: Values, doi: str | None) -> tuple[str, str | None]:
    """CSL's type of the work, and the words that describe it where the entry gives any."""
    written = _written_genre(entry_type, raw)
    genre = None if written is None else shapes.genre(written)
    found = _own_type(entry_type, raw, doi)
    if (entry_type in _ONLINE or entry_type == "misc") and _SOCIAL.fullmatch(platform_of(raw) or ""):
        return "post", genre
    if entry_type in _GENERAL and genre is not None and not _has_journal(raw):
        csl_type = _type_of_genre(written or "") or _type_of_genre(genre)
        if csl_type is not None:
            return csl_type, genre
    if genre is not None and genre.lower() in shapes.EPISODES:
        return "broadcast", genre
    if genre is None and entry_type in _GENERAL and not _has_journal(raw) and video_site_of(raw) is not None:
        return "motion_picture", "Video"
    return found, genre


def _type_of_genre(text: str) -> str | None:
    return next((csl_type for pattern, csl_type in _TYPE_OF_GENRE if pattern.fullmatch(text)), None)


def _has_journal(raw: Values) -> bool:
    """Whether a journal is named, other than by the words of `howpublished`."""
    journal = raw.get("journal") or raw.get("journaltitle")
    return journal is not None and journal != raw.get("howpublished")


def package_version(raw: Values) -> str | None:
    """Which version of a package it is, as R's citation() writes it: "R package version 1.0.7"."""
    note = decode(raw.get("note", ""))
    return note if _PACKAGE.fullmatch(note) else None


def site_of(raw: Values) -> str | None:
    """The well-known site that `howpublished` names: it says where the work is, not what."""
    site = decode(raw.get("howpublished", ""))
    return site if _SITE.fullmatch(site) else None


def video_site_of(raw: Values) -> str | None:
    """The site of videos that the entry stands on, by its name or by its address."""
    for name in ("organization", "howpublished", "eprint", "publisher"):
        if name in raw and (site := decode(raw[name])) and _VIDEO_SITE.fullmatch(site):
            return site
    for name in ("url", "howpublished"):
        found = _VIDEO_ADDRESS.search(raw[name]) if name in raw else None
        if found is not None:
            return "Vimeo" if found["vimeo"] else "YouTube"
    return None


def _genre_in_note(entry_type: str, raw: Values) -> str | None:
    """The note of a work of no other kind, where it is just the name of one: "Poster presentation"."""
    if entry_type not in ("misc", "unpublished") or "note" not in raw:
        return None
    text = shapes.unbracketed(decode(raw["note"]))
    return text if len(text.split()) > 1 and _type_of_genre(text) else None


def _written_genre(entry_type: str, raw: Values) -> str | None:
    for name in ("type", "entrysubtype", "titleaddon"):
        if name in raw and (text := decode(raw[name])) and text.lower() not in _PLACES:
            says_less = text.lower() in ("dissertation", "thesis") and entry_type in _GENRE_OF_ENTRY
            return _GENRE_OF_ENTRY[entry_type] if says_less else text
    if "issuetitle" in raw and _WHOLE_ISSUE.fullmatch(text := decode(raw["issuetitle"])):
        return text
    if "howpublished" in raw:
        found = _genre_in_howpublished(entry_type, raw["howpublished"])
        if found is not None:
            return found
    return _genre_in_note(entry_type, raw) or _GENRE_OF_ENTRY.get(entry_type)


def _genre_in_howpublished(entry_type: str, howpublished: str) -> str | None:
    """A key of biblatex-apa ("maninprep"), or a few words that say what a manuscript or the like is."""
    key = howpublished.strip().lower()
    if key in shapes.GENRES:
        return key
    if entry_type not in ("misc", "unpublished") or _ADDRESS.search(howpublished):
        return None
    text = decode(howpublished)
    if (
        _SAYS_NOTHING.fullmatch(text)
        or _SITE.fullmatch(text)
        or len(text.split()) > 4
        or shapes.is_medium(text)
        or shapes.status(text)
    ):
        return None
    return text


def _own_type(entry_type: str, raw: Values, doi: str | None) -> str:
    if entry_type == "manual" and package_version(raw) is not None:
        entry_type = "software"
    if _is_in_journal(entry_type, raw):
        entry_type = "article"
    match entry_type:
        case "article":
            return _article(raw)
        case "periodical" if raw.keys() & {"journaltitle", "journal", "issuetitle"}:
            return "article-journal"
        case "inbook" if not raw.keys() & {"booktitle", "maintitle"}:
            return "book"  # BibTeX's: a part of a book that has no title of its own
        case "inreference":
            is_dictionary = "dictionary" in raw.get("booktitle", "").lower()
            return "entry-dictionary" if is_dictionary else "entry-encyclopedia"
        case "unpublished" if raw.keys() & {"eventtitle", "eventdate"}:
            return "speech"
        case "legmaterial":
            return _MATERIAL.get(raw.get("type", "").strip().lower(), "bill")
        case "misc":
            return _misc(raw, doi)
    is_preprint = entry_type in _ONLINE and (is_arxiv(raw) or server_of(raw))
    return "article" if is_preprint else CSL_TYPES.get(entry_type, "document")


def _is_in_journal(entry_type: str, raw: Values) -> bool:
    """Whether an entry of no special type names a journal and a place in it: that is an article."""
    if entry_type not in _OF_NO_KIND or is_arxiv(raw) or server_of(raw):
        return False
    return _has_journal(raw) and bool(raw.keys() & {"volume", "pages"})


def _article(raw: Values) -> str:
    subtype = raw.get("entrysubtype", "").strip().lower()
    if subtype in ("newspaper", "magazine"):
        return f"article-{subtype}"
    if subtype == "nonacademic" or "nonacademic" in raw.get("keywords", ""):
        return "article-magazine" if raw.keys() & {"volume", "number", "issue"} else "article-newspaper"
    journal = raw.get("journal") or raw.get("journaltitle")
    is_preprint = is_arxiv(raw) if journal is None else _ARXIV_JOURNAL.match(journal) is not None
    return "article" if is_preprint else "article-journal"


def _misc(raw: Values, doi: str | None) -> str:
    """A @misc is a web page where an address is all that leads to it."""
    if is_arxiv(raw) or server_of(raw):
        return "article"
    if raw.keys() & {"eventtitle", "eventdate"} and not raw.keys() & {"journal", "journaltitle", "booktitle"}:
        return "speech"
    leads_elsewhere = doi is not None or any(name in raw for name in (*CONTAINERS, "eprint", "arxivid"))
    has_address = ("url" in raw and _CATALOGUE.search(raw["url"]) is None) or any(
        _ADDRESS.search(raw.get(name, "")) for name in ("howpublished", "ee")
    )
    return "webpage" if has_address and not leads_elsewhere else "document"


def is_arxiv(raw: Values) -> bool:
    """Whether the entry says that the work stands on arXiv."""
    kind = raw.get("eprinttype", raw.get("archiveprefix", "")).strip().lower()
    return (
        kind == "arxiv"
        or "arxivid" in raw
        or any(
            "arxiv" in raw.get(name, "").lower()
            for name in ("eprint", "journal", "journaltitle", "howpublished")
        )
    )
