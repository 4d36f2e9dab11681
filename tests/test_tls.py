"""Servers that can't be trusted, and names that lead nowhere: said so, never an accusation."""

from __future__ import annotations

import json
import socket
import sys

import pytest

from bibproof import cli
from bibproof.http import Answer, Client, Failed, Lane
from conftest import ROOT
from crossref_server import CrossrefServer
from fake_time import FakeTime

CERTIFICATES = ROOT / "tests" / "certificates"
PATH = "/works/10.5555%2F1"
# Nothing of this entry fits the record: whoever reaches the server accuses it.
WORK = {"DOI": "10.5555/1", "title": ["Mosses of the high Alps"], "author": [{"family": "Rossi"}]}
ENTRY = "@article{k, author = {Roe, Jane}, title = {Tides of the north}, year = 1999, doi = {10.5555/1}}\n"
REFUSED = [("expired", "has expired"), ("elsewhere", "not valid for '127.0.0.1'"), ("self-signed", "signed")]
TOKEN = "s3cret"


@pytest.fixture(autouse=True)
def authority(monkeypatch):
    """The authority of these tests is trusted, as a company's own may be."""
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATES / "ca.pem"))


@pytest.fixture
def client():
    time = FakeTime()
    with Client("jane.roe@example.org", clock=time.clock, sleep=time.sleep) as client:
        yield client


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    """Check an entry without a cache; the exit code, and what the report says of the entry."""
    (tmp_path / "refs.bib").write_text(ENTRY, "utf-8")

    def check(url, *options):
        for name in ("DOI", "DATACITE"):
            monkeypatch.setenv(f"BIBPROOF_{name}_URL", url)
        monkeypatch.setenv("BIBPROOF_CROSSREF_TOKEN", TOKEN)
        arguments = ["check", str(tmp_path / "refs.bib"), "--format", "json", "--crossref-url", url]
        monkeypatch.setattr(sys, "argv", ["bibproof", *arguments, "--no-cache", *options])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code, json.loads(capsys.readouterr().out)["references"][0]

    return check


def test_a_certificate_of_a_trusted_authority_is_taken(client):
    with CrossrefServer([WORK], certificate=CERTIFICATES / "good.pem") as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, lambda _: True), Answer)


def test_an_authority_that_is_not_trusted_is_not(client, monkeypatch):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with CrossrefServer([WORK], certificate=CERTIFICATES / "good.pem") as server:
        assert isinstance(client.get(server.url + PATH, Lane.SINGLE, lambda _: True), Failed)


@pytest.mark.parametrize(("name", "why"), REFUSED)
def test_a_certificate_that_fails_is_said_and_nothing_is_sent(client, name, why):
    with CrossrefServer([WORK], certificate=CERTIFICATES / f"{name}.pem") as server:
        outcome = client.get(f"{server.url}/works?query=secret-words", Lane.LIST, lambda _: True)
        assert server.requests == []
    assert isinstance(outcome, Failed)
    assert "certificate of 127.0.0.1" in outcome.reason
    assert why in outcome.reason
    assert "secret" not in outcome.reason


@pytest.mark.parametrize(("name", "why"), REFUSED)
def test_a_certificate_that_fails_accuses_nobody(check, name, why):
    with CrossrefServer([WORK], certificate=CERTIFICATES / f"{name}.pem") as server:
        code, reference = check(server.url)
    assert (code, reference["verdict"]) == (3, "unchecked")
    assert why in reference["reason"]
    assert TOKEN not in json.dumps(reference)


def test_the_same_server_with_a_good_certificate_does_accuse(check):
    with CrossrefServer([WORK], certificate=CERTIFICATES / "good.pem") as server:
        code, reference = check(server.url)
    assert (code, reference["verdict"]) == (1, "chimera")


def test_what_speaks_no_tls_is_no_matter_of_certificates(check):
    with CrossrefServer([WORK]) as server:
        code, reference = check(server.url.replace("http:", "https:"), "--retries", "0")
    assert (code, reference["verdict"]) == (3, "unchecked")
    assert "no secure connection" in reference["reason"]
    assert "certificate" not in reference["reason"]


def test_a_name_that_leads_nowhere_accuses_nobody(check, monkeypatch):
    def look_up(host, *_, **__):
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    code, reference = check("https://crossref.invalid", "--retries", "1")
    assert (code, reference["verdict"]) == (3, "unchecked")
    assert reference["reason"] == "crossref.invalid could not be reached"
    assert set(asked) == {"crossref.invalid"}
    assert len(asked) == 2
