"""The HTML report as a person has it: in a browser, with a keyboard, at a desk and on a phone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bibproof.compare import Likeness
from bibproof.evidence import Unavailable
from bibproof.findings import judge
from bibproof.reports import write
from bibproof.rules import all_rules
from cases import ENTRY, case, library, settled
from chromium import BROWSER, Chromium
from made_reports import HOSTILE, report_with

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")

SHOWN = """[...document.querySelectorAll(".ref")].filter((one) => one.checkVisibility())
    .map((one) => one.querySelector("h3").textContent)"""
FOCUSED = "document.activeElement.id"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    try:
        browser = Chromium(tmp_path_factory.mktemp("profile"))
    except ConnectionError:  # it is installed, and can't be started here
        pytest.skip("needs a Chromium that starts")
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """A right reference, a wrong one, and one that could not be asked for."""
    read = library("".join(ENTRY.replace("okafor2015", key) for key in ("right", "wrong", "asked")))
    known = [settled(), settled(year=Likeness.DIFFERENT), case(by_doi=Unavailable("busy"))]
    cases = [
        replace(about, reference=reference, library=read)
        for about, reference in zip(known, read, strict=True)
    ]
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(write(judge(read, cases, all_rules()), "html"), "utf-8")
    return path


def test_it_asks_for_nothing_and_complains_of_nothing(browser, page):
    browser.open(page)
    assert browser.requests == [page.as_uri()]
    assert browser.complaints == []
    assert browser.run(SHOWN) == ["right", "wrong", "asked"]


@pytest.mark.parametrize("runs_scripts", [True, False])
def test_the_keyboard_alone_filters_by_verdict(browser, page, runs_scripts):
    browser.ask("Emulation.setScriptExecutionDisabled", value=not runs_scripts)
    try:
        browser.open(page)
        browser.press("Tab")  # the link to the references
        browser.press("Tab")
        assert browser.run(FOCUSED) == "show-all"
        seen = []
        for _ in range(4):
            browser.press("ArrowRight")
            seen.append((browser.run(FOCUSED), browser.run(SHOWN)))
    finally:
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)
    assert seen == [
        ("show-attention", ["wrong", "asked"]),
        ("show-verified", ["right"]),
        ("show-inaccurate", ["wrong"]),
        ("show-unchecked", ["asked"]),
    ]
    assert browser.complaints == []


def test_words_are_searched_for_and_the_number_is_told(browser, page):
    browser.open(page)
    browser.run('document.getElementById("search").focus()')
    browser.type("WRONG year-mismatch")
    assert browser.run(SHOWN) == ["wrong"]
    assert browser.run('document.getElementById("told").textContent') == "1 reference"
    browser.type(" nowhere")
    assert browser.run(SHOWN) == []
    assert browser.run('document.getElementById("none").checkVisibility()') is True


@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_the_window_and_the_colour_scheme(browser, page, width, scheme):
    browser.ask(
        "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500
    )
    browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.open(page)
    assert browser.run("document.documentElement.scrollWidth") <= width
    red = browser.run("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
    assert (int(red) > 127) is (scheme == "light")


def test_hostile_text_does_nothing_and_breaks_where_it_must(browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(write(report_with(lambda _: " ".join(HOSTILE.values())), "html"), "utf-8")
    browser.ask("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=True)
    browser.open(path)
    assert browser.requests == [path.as_uri()]
    assert browser.complaints == []
    assert browser.run("document.documentElement.scrollWidth") == 390
    assert browser.run('document.querySelectorAll("img, iframe, body script ~ script").length') == 0
