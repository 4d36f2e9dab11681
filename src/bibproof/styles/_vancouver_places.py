"""Places of publication as NLM has them: "Bethesda (MD)", "Malaga (Spain)" (Citing Medicine, chapter 2)."""

from __future__ import annotations

from functools import lru_cache

_STATES = {
    "alabama": "AL", "alaska": "AK", "alberta": "AB", "arizona": "AZ", "arkansas": "AR",
    "british columbia": "BC", "california": "CA", "colorado": "CO", "connecticut": "CT", "d.c.": "DC",
    "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA", "hawaii": "HI",
    "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY",
    "louisiana": "LA", "maine": "ME", "manitoba": "MB", "maryland": "MD", "massachusetts": "MA",
    "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT",
    "nebraska": "NE", "nevada": "NV", "new brunswick": "NB", "new hampshire": "NH", "new jersey": "NJ",
    "new mexico": "NM", "new york": "NY", "newfoundland and labrador": "NL", "north carolina": "NC",
    "north dakota": "ND", "nova scotia": "NS", "ohio": "OH", "oklahoma": "OK", "ontario": "ON",
    "oregon": "OR", "pennsylvania": "PA", "prince edward island": "PE", "puerto rico": "PR",
    "quebec": "QC", "québec": "QC", "rhode island": "RI", "saskatchewan": "SK", "south carolina": "SC",
    "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT",
    "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY",
}  # fmt: skip
_CODES = frozenset(_STATES.values())
_NORTH_AMERICA = frozenset(
    ("canada", "u.s.", "u.s.a.", "united states", "united states of america", "us", "usa")
)
_COUNTRIES = frozenset(
    """argentina|australia|austria|belgium|brazil|bulgaria|canada|chile|china|colombia|croatia|cuba|cyprus
    |czech republic|czechia|denmark|egypt|england|estonia|finland|france|germany|greece|hong kong|hungary
    |iceland|india|indonesia|iran|iraq|ireland|israel|italy|japan|jordan|kenya|korea|latvia|lebanon|lithuania
    |luxembourg|malaysia|malta|mexico|morocco|nepal|netherlands|new zealand|nigeria|northern ireland|norway
    |pakistan|peru|philippines|poland|portugal|republic of korea|romania|russia|saudi arabia|scotland|serbia
    |singapore|slovakia|slovenia|south africa|south korea|spain|sri lanka|sweden|switzerland|taiwan|thailand
    |the netherlands|tunisia|turkey|türkiye|u.k.|uk|ukraine|united kingdom|uruguay|venezuela|vietnam|wales
    |u.s.|u.s.a.|united states|us|usa""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


@lru_cache(maxsize=1024)
def written_place(place: str) -> str:
    """The first place, its state or country in parentheses: "Cambridge (MA)" for "Cambridge, MA, USA"."""
    first = place.split(";", maxsplit=1)[0].strip()
    parts = [part.strip() for part in first.split(",")]
    if len(parts) == 3 and parts[2].lower() in _NORTH_AMERICA:
        parts.pop()
    if len(parts) != 2 or not parts[0]:
        return first
    city, land = parts
    state = land.upper() if land.upper() in _CODES and land.isupper() else _STATES.get(land.lower())
    if state is not None:
        return f"{city} ({state})"
    return f"{city} ({land})" if land.lower() in _COUNTRIES else first
