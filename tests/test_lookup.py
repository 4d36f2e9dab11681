"""Asking, and what the answers come to; the sources are written here, so that each answer is chosen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Event

import pytest

from bibproof.evidence import Candidates, Elsewhere, Found, NotFound, Record, Unavailable
from bibproof.findings import Verdict, judge
from bibproof.lockfile import Lock, Settled, settle_lock
from bibproof.lookup import Desk, look_up
from bibproof.model import Date, Library, Person, Reference, Span, Work
from bibproof.rules import all_rules
from test_settle import CHIMERA, SAFETY, TAPERING, uncited

ZENODO = Work(type="dataset", title="Measurements of everything", doi="10.5281/zenodo.1")
DEAD = Work(
    type="article-journal",
    title="Rheology of imaginary custards under lunar tides",
    authors=(Person(family="Nobody", given="Anna"),),
    issued=Date(2011),
    container_title="Journal of Custard",
    volume="3",
    page="12-15",
    doi="10.1000/dead",
)


@dataclass
class Shelf:
    """A source that has these works, and remembers what it was asked."""

    works: tuple[Work, ...]
    down_for: tuple[str, ...] = ()
    searches_fail: bool = False
    asked: list[str] = field(default_factory=list)
    name: str = "shelf"

    def by_dois(self, dois, arrived):
        self.asked += dois
        known = {work.doi: Found(Record("shelf", work)) for work in self.works}
        return {
            doi: Unavailable("down") if doi in self.down_for else known.get(doi, NotFound()) for doi in dois
        }

    def search(self, work):
        self.asked.append("search")
        if self.searches_fail:
            return Unavailable("busy")
        return Candidates(tuple(Record("shelf", held) for held in self.works))


def doi_org(dois):
    return {doi: Elsewhere("DataCite") if doi == ZENODO.doi else NotFound() for doi in dois}


def doi_org_down(dois):
    return {doi: Unavailable("doi.org did not answer") for doi in dois}


def library(*works: Work) -> Library:
    span = Span(0, 0)
    return Library(None, "", tuple(Reference(f"key{n}", work, span, span) for n, work in enumerate(works)))


def verdicts(works, shelf, agencies=doi_org, lock=None, *, online=True):
    cited = library(*works)
    desk = Desk((shelf,), agencies, online)
    (cases,) = look_up([(cited, lock or Lock())], desk, lambda *_: None)
    return [result.verdict for result in judge(cited, cases, all_rules()).results]


WORKS = (TAPERING, SAFETY)
PAIN = replace(
    SAFETY, doi="10.1000/pain", title="Low-Dose Naltrexone and Tapering Opioid Therapy in Chronic Pain"
)


def test_every_verdict_from_what_the_sources_answer():
    cited = (
        TAPERING,
        replace(TAPERING, issued=Date(2018), dates=()),
        CHIMERA,
        uncited(DEAD),
        ZENODO,
        Work(type="webpage", title="Naltrexone"),
    )
    assert verdicts(cited, Shelf((TAPERING, PAIN))) == [
        Verdict.VERIFIED,
        Verdict.INACCURATE,
        Verdict.CHIMERA,
        Verdict.NOT_FOUND,
        Verdict.NOT_COVERED,
        Verdict.NOT_COVERED,
    ]


def test_each_doi_is_asked_for_once():
    shelf = Shelf(WORKS)
    verdicts((TAPERING, TAPERING, SAFETY), shelf)
    assert sorted(shelf.asked) == sorted([TAPERING.doi, SAFETY.doi])


@pytest.mark.parametrize("cited", [TAPERING, SAFETY, DEAD, ZENODO])
def test_a_source_that_is_down_accuses_nobody(cited):
    shelf = Shelf(WORKS, down_for=(cited.doi,), searches_fail=True)
    assert verdicts([cited], shelf, doi_org_down) == [Verdict.UNCHECKED]


@pytest.mark.parametrize("cited", [uncited(TAPERING), CHIMERA, uncited(DEAD)])
def test_a_search_that_fails_accuses_nobody(cited):
    assert verdicts([cited], Shelf(WORKS, searches_fail=True)) == [Verdict.UNCHECKED]


def test_a_doi_that_no_agency_knows_is_dead():
    assert verdicts([DEAD], Shelf(WORKS)) == [Verdict.NOT_FOUND]


def test_a_doi_is_not_called_dead_while_doi_org_is_silent():
    assert verdicts([DEAD, ZENODO], Shelf(WORKS), doi_org_down) == [Verdict.UNCHECKED] * 2


def test_a_doi_that_crossref_registered_and_does_not_give_is_not_called_dead():
    assert verdicts([DEAD], Shelf(WORKS), lambda dois: {doi: Elsewhere("Crossref") for doi in dois}) == [
        Verdict.UNCHECKED
    ]


def test_a_second_source_that_is_down_leaves_a_doi_unchecked_and_one_that_knows_it_settles():
    for second, verdict in ((Shelf((), down_for=(TAPERING.doi,)), "unchecked"), (Shelf(WORKS), "verified")):
        cited = library(TAPERING)
        (cases,) = look_up([(cited, Lock())], Desk((Shelf(()), second), doi_org), lambda *_: None)
        assert str(judge(cited, cases, all_rules()).results[0].verdict) == verdict


def locked(works, shelf) -> Lock:
    cited = library(*works)
    (cases,) = look_up([(cited, Lock())], Desk((shelf,), doi_org), lambda *_: None)
    return settle_lock(cases, Lock())


def test_what_the_lock_settles_is_not_asked_for():
    works = (
        TAPERING,
        uncited(TAPERING, issued=Date(2018)),
        CHIMERA,
        ZENODO,
        Work(type="webpage", title="Naltrexone"),
        replace(SAFETY, doi=TAPERING.doi),
    )
    expected = verdicts(works, Shelf((TAPERING, PAIN, SAFETY)))
    lock = locked(works, Shelf((TAPERING, PAIN, SAFETY)))
    shelf = Shelf(())
    assert verdicts(works, shelf, lock=lock) == expected
    assert shelf.asked == []


def test_an_entry_that_changed_since_is_asked_for():
    lock = locked([TAPERING], Shelf(WORKS))
    shelf = Shelf(WORKS)
    assert verdicts([SAFETY], shelf, lock=lock) == [Verdict.VERIFIED]
    assert shelf.asked == [SAFETY.doi]


class Nothing(Shelf):
    """What an offline source with an empty cache answers."""

    def by_dois(self, dois, arrived):
        return {doi: Unavailable("offline") for doi in dois}

    def search(self, work):
        return Unavailable("offline")


def test_offline_the_lock_is_searched_and_what_it_lacks_is_unchecked():
    records = {work.doi: Record("transcribed", work) for work in (TAPERING, PAIN)}
    lock = Lock({"another": Settled(TAPERING.doi)}, records)
    cited = (TAPERING, uncited(TAPERING), uncited(TAPERING, issued=Date(2018)), CHIMERA, uncited(DEAD), DEAD)
    assert verdicts(cited, Nothing(()), doi_org_down, lock, online=False) == [
        Verdict.VERIFIED,
        Verdict.VERIFIED,
        Verdict.INACCURATE,
        Verdict.CHIMERA,
        Verdict.UNCHECKED,
        Verdict.UNCHECKED,
    ]


def test_offline_a_search_that_is_not_remembered_leaves_undecided_what_it_would_decide():
    """Of a chimera the record of one part is remembered, and no search: it is not called anything yet."""

    class Remembers(Shelf):
        def search(self, work):
            return Unavailable("offline")

    cited = [replace(CHIMERA, doi=TAPERING.doi), CHIMERA, TAPERING]
    asked = verdicts(cited, Remembers(WORKS), online=False)
    assert asked[1:] == [Verdict.UNCHECKED, Verdict.VERIFIED]
    assert asked == verdicts(cited, Remembers(WORKS))


def test_progress_is_told_of_every_reference():
    told = []
    look_up(
        [(library(TAPERING, SAFETY), Lock())], Desk((Shelf(WORKS),), doi_org), lambda *step: told.append(step)
    )
    assert told[-1] == ("references", 2, 2)


def test_several_libraries_come_back_in_their_order():
    one, two = library(TAPERING), library(SAFETY, Work(type="webpage", authors=(Person(literal="X"),)))
    cases = look_up([(one, Lock()), (two, Lock())], Desk((Shelf(WORKS),), doi_org), lambda *_: None)
    assert [[case.reference.work for case in own] for own in cases] == [
        [TAPERING],
        [reference.work for reference in two],
    ]


class Slow(Shelf):
    """A source whose records come one by one, the last of them when a search has been made."""

    def __init__(self, works):
        super().__init__(works)
        self.searched = Event()

    def by_dois(self, dois, arrived):
        answers = super().by_dois(dois, arrived)
        for doi, lookup in list(answers.items())[:1]:
            arrived({doi: lookup})
        assert self.searched.wait(10), "nothing was searched for while the records came"
        return answers

    def search(self, work):
        self.searched.set()
        return super().search(work)


def test_searches_start_while_the_records_come():
    shelf = Slow(WORKS)
    assert verdicts([SAFETY, TAPERING, uncited(TAPERING)], shelf) == [Verdict.VERIFIED] * 3


def test_what_a_record_leaves_open_is_searched_for_while_others_come():
    assert verdicts([CHIMERA, SAFETY], Slow((*WORKS, CHIMERA))) != []
    shelf = Slow(WORKS)
    wrong = replace(TAPERING, doi=SAFETY.doi)
    assert verdicts([wrong, SAFETY], shelf)[1] is Verdict.VERIFIED
    assert shelf.searched.is_set()
