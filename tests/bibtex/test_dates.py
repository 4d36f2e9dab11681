"""Dates of both dialects."""

import pytest

from bibproof.bibtex.dates import parse_date, parse_dates
from bibproof.model import Date


@pytest.mark.parametrize(
    ("values", "dates"),
    [
        ({"year": "2018"}, [Date(2018)]),
        ({"year": "2018", "month": "March"}, [Date(2018, 3)]),
        ({"year": "2018", "month": "mar."}, [Date(2018, 3)]),
        ({"year": "2018", "month": "3"}, [Date(2018, 3)]),
        ({"year": "2018", "month": "03"}, [Date(2018, 3)]),
        ({"year": "2018", "month": "13"}, [Date(2018)]),
        ({"year": "2018", "month": "10~January"}, [Date(2018, 1, 10)]),
        ({"year": "2018", "month": "Mar. 5"}, [Date(2018, 3, 5)]),
        ({"year": "2018", "month": "May", "day": "7"}, [Date(2018, 5, 7)]),
        ({"year": "2018", "month": "February", "day": "30"}, [Date(2018, 2)]),
        ({"year": "2018", "month": "March--April"}, [Date(2018, 3)]),
        ({"year": "2018", "month": "Spring"}, [Date(2018)]),
        ({"year": "2018a"}, [Date(2018)]),
        ({"year": "c1999"}, [Date(1999)]),
        ({"year": r"{\noopsort{1973c}1981}"}, [Date(1981)]),
        ({"year": r"\SortNoop{2001}1999"}, [Date(1999)]),
        ({"year": "(2018)"}, [Date(2018)]),
        ({"year": "{2018}"}, [Date(2018)]),
        ({"year": "2018 [1999]"}, [Date(2018), Date(1999)]),
        ({"year": "1998/1999"}, [Date(1998), Date(1999)]),
        ({"year": "1998--99"}, [Date(1998)]),
        ({"year": "12 March 2018"}, [Date(2018, 3, 12)]),
        ({"year": "in press"}, []),
        ({"year": "n.d."}, []),
        ({"year": "20188"}, []),
        ({"year": "0000"}, []),
        ({"month": "March"}, []),
        ({}, []),
        ({"date": "2018"}, [Date(2018)]),
        ({"date": "2018-03"}, [Date(2018, 3)]),
        ({"date": "2018-03-05"}, [Date(2018, 3, 5)]),
        ({"date": "2018-03-05T10:11:12Z"}, [Date(2018, 3, 5)]),
        ({"date": "2018~"}, [Date(2018)]),
        ({"date": "2018-03?"}, [Date(2018, 3)]),
        ({"date": "2018-21"}, [Date(2018)]),
        ({"date": "2018-02-30"}, [Date(2018, 2)]),
        ({"date": "2018-03/2019-04"}, [Date(2018, 3), Date(2019, 4)]),
        ({"date": "/2019"}, [Date(2019)]),
        ({"date": "2018/.."}, [Date(2018)]),
        ({"date": "19XX"}, []),
        ({"date": "2018", "year": "2017"}, [Date(2018), Date(2017)]),
        ({"date": "1962", "origdate": "1899"}, [Date(1962), Date(1899)]),
        ({"origdate": "1899"}, []),
    ],
)
def test_dates(values, dates):
    assert parse_dates(values) == tuple(dates)


def test_one_date():
    assert parse_date("accessed 2020-01-02") == Date(2020)
    assert parse_date("2020-01-02") == Date(2020, 1, 2)
    assert parse_date("yesterday") is None
