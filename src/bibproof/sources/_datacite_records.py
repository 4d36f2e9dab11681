"""DataCite's JSON as a Record.

The metadata schema: https://datacite-metadata-schema.readthedocs.io/en/4.6/; how the REST API gives it:
https://support.datacite.org/reference/get_dois-id. Repositories deposit what they have: every field may be
missing, empty or of another type than documented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bibproof.doi import doi_url
from bibproof.evidence import Record
from bibproof.jsons import Json
from bibproof.model import Date, Person, Work
from bibproof.sources._crossref_people import is_open, people
from bibproof.sources._datacite_types import IN_CONTAINERS, csl_type
from bibproof.sources._fields import doi, mapping, mappings, partial_date, text, texts

_READ = (
    *("doi", "titles", "creators", "contributors", "publisher", "publicationYear", "dates", "registered"),
    *("types", "container", "version", "language", "identifiers", "relatedIdentifiers"),
)
_RETRIEVED = "bibproof-retrieved"  # no name of DataCite's

_FIRST_TO_LAST = frozenset({"Issued", "Available", "Submitted", "Updated"})
_DATES_BESIDES = frozenset({"Created", "Copyrighted", "Accepted"})
_OTHER_VERSIONS = frozenset(
    {"HasVersion", "IsVersionOf", "IsNewVersionOf", "IsPreviousVersionOf", "IsVariantFormOf"}
)
_MOST_YEARS = 30  # between two versions; more is a slip in a date
_SUBTITLE = "Subtitle"
_DATA_OF = re.compile(r"(?:(?:raw |replication |supplementary )?data (?:from|for)|code for)\s*:\s*", re.I)
_REPOSITORY = re.compile(r"[\w.-]+/(?P<name>[\w.-]+)(?:\s*:\s*(?P<release>.+))?")
_VERSION_BEHIND = re.compile(
    r"[\s,:;(\[-]+(?:(?:v|ver|version|release)\.?\s*\d+(?:\.\d+)*|\d+(?:\.\d+)+)[\w.+-]*[)\]]?$",
    re.IGNORECASE,
)
_KNOWN_AS = {"Occurrence Download": "GBIF Occurrence Download"}  # as GBIF itself asks for it to be cited
_YEAR_MONTH_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def kept(item: Mapping[str, Json], retrieved: date) -> dict[str, Json]:
    """The attributes that are read here, and the day they were got: what is worth remembering of them."""
    attributes = mapping(item.get("attributes"))
    read = {name: attributes[name] for name in _READ if name in attributes}
    if "doi" not in read:
        read["doi"] = item.get("id")
    return read | {_RETRIEVED: retrieved.isoformat()}


def record(item: Mapping[str, Json]) -> Record | None:
    """A DOI's attributes, as `kept` keeps them; None where they name no DOI."""
    own = doi(item.get("doi"))
    if own is None:
        return None
    dates = _dates(item)
    kind = csl_type(mapping(item.get("types")))
    titles = list(mappings(item.get("titles")))
    main = next((title for one in sorted(titles, key=_is_typed) if (title := text(one.get("title")))), None)
    further = _further_titles(titles, main, text(item.get("version")), kind)
    number = _arxiv_number(item)
    held = _container(item) if kind in IN_CONTAINERS else {}
    work = Work(
        type=kind,
        title=main,
        subtitle=_subtitle(titles, main),
        other_titles=tuple(dict.fromkeys(other for other in further if other != main)),
        authors=_people(item.get("creators")),
        et_al=is_open([_named(one) for one in mappings(item.get("creators"))]),
        editors=_people(
            [one for one in mappings(item.get("contributors")) if one.get("contributorType") == "Editor"]
        ),
        issued=dates[0] if dates else None,
        dates=dates,
        container_title=held.get("title"),
        volume=held.get("volume"),
        issue=held.get("issue"),
        page=held.get("page"),
        publisher=_publisher(item.get("publisher")),
        genre="preprint" if kind == "article" else None,
        doi=own,
        eprint=number,
        eprint_type=None if number is None else "arxiv",
        url=doi_url(own),
        language=text(item.get("language")),
    )
    return Record("datacite", work, url=doi_url(own), retrieved=_day(item.get(_RETRIEVED)))


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


# --- titles


def _is_typed(title: Mapping[str, Json]) -> bool:
    """Whether it is a subtitle, a translation or the like; the title itself has no type."""
    return bool(title.get("titleType"))


def _subtitle(titles: Sequence[Mapping[str, Json]], main: str | None) -> str | None:
    """The first subtitle, unless the title repeats it."""
    subtitles = [one for one in titles if one.get("titleType") == _SUBTITLE]
    found = next((title for one in subtitles if (title := text(one.get("title")))), None)
    if found is None or main is None or found.casefold() in main.casefold():
        return None
    return found


def _further_titles(
    titles: Sequence[Mapping[str, Json]], main: str | None, version: str | None, kind: str
) -> Iterator[str]:
    """Every other title, and the main one as it is cited: without "Data from:", with a version or without."""
    for one in titles:
        if one.get("titleType") != _SUBTITLE:
            yield from texts(one.get("title"))
    if main is None:
        return
    of = _DATA_OF.match(main)
    if of is not None and main[of.end() :]:
        yield main[of.end() :]
    repository = _REPOSITORY.fullmatch(main) if kind == "software" else None
    if repository is not None:
        yield repository["name"]
        if repository["release"]:
            yield repository["release"]
            yield f"{repository['name']}: {repository['release']}"
    unversioned = _VERSION_BEHIND.sub("", main)
    if unversioned:
        yield unversioned
    if version is not None:
        yield from (f"{unversioned} {version}", f"{unversioned}, version {version.lstrip('vV')}")
    if main in _KNOWN_AS:
        yield _KNOWN_AS[main]


# --- people


def _people(value: Json) -> tuple[Person, ...]:
    return people([_named(one) for one in mappings(value)])


def _named(one: Mapping[str, Json]) -> dict[str, Json]:
    """A creator in Crossref's names of fields: a family and given name, or the whole name of a group."""
    family, given, whole = text(one.get("familyName")), text(one.get("givenName")), text(one.get("name"))
    orcid = [
        identifier.get("nameIdentifier")
        for identifier in mappings(one.get("nameIdentifiers"))
        if "orcid" in str(identifier.get("nameIdentifierScheme")).lower()
    ]
    if one.get("nameType") == "Organizational" or not (family or whole):
        return {"name": whole or family or given}
    if family is None and whole is not None and one.get("nameType") in (None, "Personal"):
        before, comma, behind = whole.partition(",")
        if comma and before.strip() and behind.strip() and "," not in behind:
            family, given = before.strip(), behind.strip()
    if family is None:
        return {"name": whole, "ORCID": orcid}
    return {"family": family, "given": given, "ORCID": orcid}


# --- dates


def _dates(item: Mapping[str, Json]) -> tuple[Date, ...]:
    """Every date that the work may be cited by, that of publication first.

    Works of DataCite have versions, and one DOI may stand for all of them: any year from the first version to
    the last is right. The DOI of all versions was made with the first of them, so the year in which it was
    made counts where it is earlier.
    """
    listed = [
        (str(one.get("dateType")), found)
        for one in mappings(item.get("dates"))
        for found in _of(one.get("date"))
    ]
    year = partial_date({"date-parts": [[item.get("publicationYear")]]})
    issued = [found for kind, found in listed if kind == "Issued"]
    published = [found for found in issued if year is None or found.year == year.year] or (
        [year] if year else issued
    )
    versions = [found for kind, found in listed if kind in _FIRST_TO_LAST]
    versions += [year] if year else []
    besides = [found for kind, found in listed if kind in _DATES_BESIDES]
    made = next(_of(item.get("registered")), None)
    if made is not None and versions and _has_versions(item):
        versions.append(Date(min(made.year, *(found.year for found in versions))))
    years = {found.year for found in versions}
    if years and max(years) - min(years) <= _MOST_YEARS:
        versions += [Date(number) for number in range(min(years), max(years)) if number not in years]
    return tuple(dict.fromkeys((*published, *sorted(versions, key=_moment), *besides)))


def _moment(found: Date) -> tuple[int, int, int]:
    return found.year, found.month or 0, found.day or 0


def _of(value: Json) -> Iterator[Date]:
    """The days, months or years of a date in the W3C's form, or of a range (RKMS-ISO8601: "a/b")."""
    for part in value.split("/") if isinstance(value, str) else ():
        match = _YEAR_MONTH_DAY.match(part.strip())
        if match is not None:
            numbers = [int(number) for number in match.groups() if number is not None]
            found = partial_date({"date-parts": [numbers]})
            if found is not None:
                yield found


def _has_versions(item: Mapping[str, Json]) -> bool:
    """Whether other versions are known: then the DOI may be that of all of them."""
    return any(one.get("relationType") in _OTHER_VERSIONS for one in mappings(item.get("relatedIdentifiers")))


# --- where it stands


def _container(item: Mapping[str, Json]) -> dict[str, str | None]:
    """The journal or book that an article or chapter is in."""
    container = mapping(item.get("container"))
    pages = [text(container.get("firstPage")), text(container.get("lastPage"))]
    return {
        "title": text(container.get("title")),
        "volume": text(container.get("volume")),
        "issue": text(container.get("issue")),
        "page": "-".join(page for page in pages if page) or None,
    }


def _publisher(value: Json) -> str | None:
    """A name, or since schema 4.5 an object that has one."""
    return text(mapping(value).get("name")) if isinstance(value, dict) else text(value)


def _arxiv_number(item: Mapping[str, Json]) -> str | None:
    return next(
        (
            text(one.get("identifier"))
            for one in mappings(item.get("identifiers"))
            if str(one.get("identifierType")).lower() == "arxiv"
        ),
        None,
    )
