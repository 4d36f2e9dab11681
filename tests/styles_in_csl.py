"""Small CSL styles, written for these tests."""

from __future__ import annotations

_STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
  <info><title>A test's style</title><id>test</id><updated>2026-01-01T00:00:00+00:00</updated>
    <category citation-format="{kind}"/>{info}</info>
  {macros}
  {citation}
  <bibliography {attributes}>{bibliography}</bibliography>
</style>
"""
_NAMES = '<names variable="author"><name form="short" and="symbol" delimiter=", "/></names>'
_YEAR = '<date variable="issued"><date-part name="year"/></date>'


def by_date(
    citation="<citation>", names=_NAMES, info="", title='<text variable="title" font-style="italic"/>'
):
    return _STYLE.format(
        kind="author-date",
        info=info,
        macros="",
        citation=f'{citation}<layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">'
        f'{_NAMES}{_YEAR}<text variable="locator"/></group></layout></citation>',
        attributes='et-al-min="9" et-al-use-first="8"',
        bibliography=f'<sort><key variable="author"/><key variable="title"/></sort><layout suffix=".">'
        f'<group delimiter=". ">{names}{_YEAR}{title}<text variable="container-title" form="short"/>'
        '<text variable="URL"/></group></layout>',
    )


def numbered(prefix="", suffix=". "):
    return _STYLE.format(
        kind="numeric",
        info="",
        macros="",
        citation='<citation collapse="citation-number"><layout prefix="[" suffix="]" delimiter=",">'
        '<text variable="citation-number"/></layout></citation>',
        attributes='second-field-align="flush"',
        bibliography=f'<layout><text variable="citation-number" prefix="{prefix}" suffix="{suffix}"/>'
        '<text variable="title"/></layout>',
    )
