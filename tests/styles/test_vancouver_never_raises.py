"""Whatever an entry holds, it is written as far as it goes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bibproof.listing import Options
from bibproof.model import Date, Period, Person, Reference, Span, Work
from bibproof.richtext import plain
from bibproof.styles.vancouver import _TEMPLATES, vancouver

TEXT = st.text(max_size=12) | st.sampled_from(
    ["", "-", "n/a", "1--", "Suppl", "Pt", "Vol.", "2nd", "0 ed.", "arXiv:", ": :", "...", "A2", "p.", "“”"]
)
MAYBE = st.none() | TEXT
DATES = st.builds(
    Date, st.integers(-500, 3000), st.none() | st.integers(0, 14), st.none() | st.integers(0, 32)
)
PEOPLE = st.lists(st.builds(Person, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, role=MAYBE), max_size=8).map(tuple)
PERIODS = st.builds(
    Period,
    st.none() | DATES,
    st.none() | DATES,
    st.booleans(),
    st.none() | st.integers(0, 5),
    st.booleans(),
    MAYBE,
)
VARIABLES = [
    "event-title", "event-place", "medium", "status", "version", "archive", "section", "supplement-number",
    "part-number", "volume-title", "collection-number", "container-title-short", "translated-title",
    "committee", "authority", "platform", "DOI", "reviewed-title",
]  # fmt: skip
WORKS = st.builds(
    Work,
    type=st.sampled_from(sorted(_TEMPLATES)),
    title=MAYBE,
    subtitle=MAYBE,
    authors=PEOPLE,
    editors=PEOPLE,
    issued=st.none() | DATES,
    container_title=st.none() | st.sampled_from(["Nature", "arXiv", "Lancet (London)", "", "Proc. of X"]),
    volume=MAYBE,
    issue=MAYBE,
    page=MAYBE,
    article_number=MAYBE,
    number=MAYBE,
    edition=MAYBE,
    publisher=MAYBE,
    publisher_place=MAYBE,
    genre=MAYBE,
    doi=st.none() | st.just("10.1000/xyz"),
    url=MAYBE,
    accessed=st.none() | DATES,
    language=MAYBE,
    note=MAYBE,
    collection_title=MAYBE,
    variables=st.dictionaries(st.sampled_from(VARIABLES), TEXT, max_size=6),
    periods=st.dictionaries(st.sampled_from(["issued", "event-date", "updated"]), PERIODS),
    people=st.dictionaries(st.sampled_from(["translator", "director", "interviewer", "recipient"]), PEOPLE),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(WORKS, st.sampled_from([Options(), Options(journals="full", all_authors=True)]))
def test_any_work_is_written(work, options):
    [entry] = vancouver.entries([Reference("k", work, Span(0, 0), Span(0, 0))], options)
    assert plain(entry.text)
    assert all(run.text for run in entry.text)
