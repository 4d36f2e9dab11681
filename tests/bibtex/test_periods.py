"""Dates in EDTF and in words."""

import pytest

from bibproof.bibtex.periods import is_day, parse_period, season_named
from bibproof.model import Date, Period

_P, _D = Period, Date


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019", _P(_D(2019))),
        ("2019-03-12", _P(_D(2019, 3, 12))),
        ("2019-03-12T10:00:00Z", _P(_D(2019, 3, 12))),
        ("2018-03-01/2018-03-04", _P(_D(2018, 3, 1), _D(2018, 3, 4))),
        ("2018/2018", _P(_D(2018))),
        ("2003/", _P(_D(2003), is_open=True)),
        ("2003/..", _P(_D(2003), is_open=True)),
        ("../2004", _P(None, _D(2004))),
        ("1850~", _P(_D(1850), circa=True)),
        ("1850?", _P(_D(1850), circa=True)),
        ("-0349~", _P(_D(-350), circa=True)),
        ("0000", _P(_D(-1))),
        ("2019-21", _P(_D(2019), season=1)),
        ("2018-19", _P(_D(2018), _D(2019))),
        ("2018–2020", _P(_D(2018), _D(2020))),
        ("1998-", _P(_D(1998), is_open=True)),
        ("Winter, 2001", _P(_D(2001), season=4)),
        ("2001 Fall", _P(_D(2001), season=3)),
        ("12 March 2019", _P(_D(2019, 3, 12))),
        ("12th of March, 2019", _P(_D(2019, 3, 12))),
        ("March 12, 2019", _P(_D(2019, 3, 12))),
        ("2019 Mar 12", _P(_D(2019, 3, 12))),
        ("Sept. 2019", _P(_D(2019, 9))),
        ("Mar. 12-15, 2019", _P(_D(2019, 3, 12), _D(2019, 3, 15))),
        ("March 30–April 2, 2016", _P(_D(2016, 3, 30), _D(2016, 4, 2))),
        ("12–15 March 2019", _P(_D(2019, 3, 12), _D(2019, 3, 15))),
        ("30 March - 2 April 2016", _P(_D(2016, 3, 30), _D(2016, 4, 2))),
        ("May-June 2018", _P(_D(2018, 5), _D(2018, 6))),
        ("2019/05/03", _P(_D(2019, 5, 3))),
        ("ca. 1850", _P(_D(1850), circa=True)),
        ("c. 350 B.C.E.", _P(_D(-350), circa=True)),
        *(
            (text, None)
            for text in ("", "March", "in press", "2019-13-45", "000", "next 12 March", "2019 or so")
        ),
    ],
)
def test_periods(text, period):
    assert parse_period(text) == period


def test_what_a_day_is():
    assert is_day(Period(Date(2019, 3)))
    assert not any(is_day(parse_period(text)) for text in ("2019/", "2019~", "2019-22", "2018/2019"))
    assert not is_day(Period(literal="in press"))


def test_seasons():
    assert [season_named(text) for text in ("1", "Fall", "24", "5", "x")] == [1, 3, 4, None, None]
