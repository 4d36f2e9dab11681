"""Works and notices in few words, for messages."""

from __future__ import annotations

from bibproof.evidence import Record, Update


def label(record: Record) -> str:
    """Who, when and under which DOI: "Kim & Fishman 2020, 10.1007/s11916-020-00898-0"."""
    described = record.work.brief
    return described if record.work.doi is None else f"{described}, {record.work.doi}"


def in_full(record: Record) -> str:
    """With the title in quotation marks: '"A title" (Kim & Fishman 2020, 10.1007/...)'."""
    title = record.work.full_title
    return f"“{title}” ({label(record)})" if title else label(record)


def notice(update: Update) -> str:
    """When, under which DOI and by whom: "2022-03-01, 10.1000/notice, says publisher"."""
    parts = [str(update.date) if update.date else None, update.doi]
    parts.append(f"says {update.source.replace(', ', ' and ')}" if update.source else None)
    return ", ".join(part for part in parts if part)
