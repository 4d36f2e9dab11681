"""Works to make lists of: real articles where they are, else invented ones; as many as wanted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import Any

from _invented import synthetic
from _records import data_folder, read_lines

Item = dict[str, Any]

_FAMILY = re.compile(r"(author\s*=\s*\{+[^,{}]*)", re.IGNORECASE)
_KEY = re.compile(r"(@\w+\{)[^,]*")
_SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "po", "ri", "se", "tu")


@cache
def _works() -> tuple[tuple[str, Item], ...]:
    """BibTeX and CSL-JSON of the same works."""
    folder = data_folder()
    real = None if folder is None else folder / "rendering-real.jsonl"
    if real is not None and real.is_file():
        return tuple((line["bibtex"], line["csl"]) for line in read_lines(real))
    return tuple(_invented())


def _invented() -> Iterator[tuple[str, Item]]:
    for number, record in enumerate(synthetic(400)):
        item = {
            "id": f"k{number}",
            "type": "article-journal",
            "title": record["title"][0],
            "author": [_named(person) for person in record["author"]],
            "container-title": record["container-title"][0],
            "issued": record["issued"],
            "volume": record.get("volume"),
            "issue": record.get("issue"),
            "page": record.get("page"),
            "DOI": record["DOI"],
        }
        known = {name: value for name, value in item.items() if value}
        yield _bibtex(known), known


def _named(person: Item) -> Item:
    if "family" not in person:
        return {"literal": person["name"]}
    return {name: person[name] for name in ("family", "given") if name in person}


def _bibtex(item: Item) -> str:
    people = [
        f"{{{one['literal']}}}" if "literal" in one else f"{one['family']}, {one.get('given', '')}"
        for one in item["author"]
    ]
    fields = {
        "author": " and ".join(people),
        "title": "{" + item["title"] + "}",
        "journal": item["container-title"],
        "year": str(item["issued"]["date-parts"][0][0]),
        "volume": item.get("volume"),
        "number": item.get("issue"),
        "pages": item.get("page"),
        "doi": item["DOI"],
    }
    body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{item['id']}{body}\n}}\n"


def _copies() -> Iterator[tuple[str, str, Item]]:
    """Each work in turn, again and again; from the second time on its first author is somebody else."""
    works = _works()
    for number in count():
        bibtex, item = works[number % len(works)]
        yield f"k{number}", bibtex, item


def _ending(number: int) -> str:
    digits = str(number // len(_works()))
    return "" if digits == "0" else "".join(_SYLLABLES[int(digit)] for digit in digits)


def write_bibtex(path: Path, entries: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, (key, bibtex, _) in enumerate(islice(_copies(), entries)):
            renamed = _FAMILY.sub(rf"\g<1>{_ending(number)}", bibtex, count=1)
            file.write(_KEY.sub(rf"\g<1>{key}", renamed, count=1))


def write_csl_json(path: Path, entries: int) -> None:
    items = []
    for number, (key, _, item) in enumerate(islice(_copies(), entries)):
        first, *others = item["author"]
        name = "family" if "family" in first else "literal"
        renamed = [first | {name: first[name] + _ending(number)}, *others]
        items.append(item | {"id": key, "author": renamed})
    path.write_text(json.dumps(items, ensure_ascii=False), "utf-8")
