"""A Crossref REST API, and what of doi.org and DataCite is needed, on loopback: real HTTP for the tests.

It keeps the published behaviour (https://api.crossref.org/swagger-ui/index.html): the limits of the pools,
aliases that answer 301 and are left out of lists, unknown DOIs that are silently absent from lists, `select`
and `filter` that refuse, request lines that are too long, rate-limit headers, escaped slashes. Bad weather is
scripted: `weather` may answer any request in the API's stead.

    with CrossrefServer([{"DOI": "10.5555/1", "title": ["..."]}], limits="polite") as server:
        ...  # server.url, server.requests

By itself: python tests/crossref_server.py --works FILE.jsonl[.gz] --port 8080 --limits polite
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import math
import random
import re
import socket
import ssl
import threading
import time
import unicodedata
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal, TextIO
from urllib.parse import parse_qs, quote, unquote, urlsplit

from datacite_server import CONTENT_TYPE, DataciteApi

Work = Mapping[str, Any]
Pool = Literal["public", "polite"]

# By pool and lane: requests a second, requests at once.
LIMITS: Mapping[tuple[str, str], tuple[int, int]] = {
    ("public", "single"): (5, 1),
    ("public", "array"): (1, 1),
    ("polite", "single"): (10, 3),
    ("polite", "array"): (3, 3),
    ("plus", "single"): (150, 8),
    ("plus", "array"): (150, 8),
}
MAX_REQUEST_LINE = 4096  # bytes
_SELECTS = """
    abstract URL resource member posted score created degree update-policy short-title license ISSN
    container-title issued update-to issue prefix approved indexed article-number clinical-trial-number
    accepted author group-title DOI is-referenced-by-count updated-by event chair standards-body
    original-title funder translator published archive published-print alternative-id subject subtitle
    published-online publisher-location content-domain reference title link type publisher volume
    references-count ISBN issn-type assertion deposited page content-created short-container-title
    relation editor
"""
SELECTS = frozenset(_SELECTS.split())
_QUERIES = ("query", "query.bibliographic", "query.author", "query.title", "query.container-title")
_JSON = "application/json"
_NO_DOI = "DOI does not exist"


@dataclass(frozen=True)
class Request:
    """What was asked, and what came of it. `path` is as sent (encoded), `query` decoded, the last of each."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]  # names in lower case
    lane: str  # "single", "array", "doi" or "datacite"
    status: int = 0  # 0: the connection was dropped
    at: float = 0.0  # when it came, on time.monotonic


@dataclass(frozen=True)
class Response:
    """What is sent back. `cut` sends half of the body, `drop` nothing at all; `delay` waits first."""

    status: int = 200
    body: bytes = b""
    content_type: str = _JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    drop: bool = False
    delay: float = 0.0  # s


Weather = Callable[[Request], Response | None]

TOO_MANY = Response(429)
BAD_GATEWAY = Response(502, b"<html><head><title>502 Bad Gateway</title></head></html>", "text/html")
OVERLOADED = Response(503, b"<html><body>Service Temporarily Unavailable</body></html>", "text/html")
LOGIN_PAGE = Response(200, b"<!DOCTYPE html><html><body>Sign in to this network</body></html>", "text/html")
CUT = Response(200, b'{"status":"ok","message-type":"work","message":{"DOI":"10.5555/', cut=True)
GARBAGE = Response(200, b'{"status": "ok", "message": {')
DROPPED = Response(drop=True)

STORM = ((0.20, TOO_MANY), (0.10, OVERLOADED), (0.05, CUT), (0.02, GARBAGE), (0.02, DROPPED))


class Faults:
    """Weather in which each request has these chances to be answered so; the same for the same seed."""

    def __init__(self, chances: Sequence[tuple[float, Response]], seed: int) -> None:
        self._chances = chances
        self._random = random.Random(seed)
        self._lock = threading.Lock()

    def __call__(self, _: Request) -> Response | None:
        with self._lock:
            left = self._random.random()
        for chance, response in self._chances:
            left -= chance
            if left < 0:
                return response
        return None


class CrossrefServer:
    """Serves records while its `with` block runs.

    `aliases` gives prime DOIs by alias; `agencies` the agency of DOIs that others registered; `datacite` has
    the attributes of DataCite's DOIs. `limits` None keeps no limits (but sends the headers of the pool asked
    from). `latency` is in seconds. With a `certificate` (and its key, in one file) it speaks TLS.
    """

    def __init__(
        self,
        works: Iterable[Work],
        *,
        limits: Pool | None = None,
        latency: float = 0.0,
        aliases: Mapping[str, str] | None = None,
        agencies: Mapping[str, str] | None = None,
        datacite: Iterable[Mapping[str, Any]] = (),
        weather: Weather | None = None,
        doi_org: bool = True,
        port: int = 0,
        log: Callable[[Request], None] = lambda _: None,
        certificate: Path | None = None,
    ) -> None:
        listed = list(datacite)
        agencies = {**{str(one["doi"]): "DataCite" for one in listed}, **(agencies or {})}
        self.api = Api(works, aliases or {}, agencies, listed, doi_org=doi_org)
        self.meter = Meter(limits)
        self.latency = latency
        self.weather: Weather = weather or (lambda _: None)
        self.requests: list[Request] = []
        self._log = log
        self._http = _HttpServer(("127.0.0.1", port), self)
        scheme = "http"
        if certificate is not None:
            scheme = "https"
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate)
            self._http.socket = context.wrap_socket(self._http.socket, server_side=True)
        self.url = f"{scheme}://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> CrossrefServer:
        serve = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        serve.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._http.hang_up()

    def answer(self, request: Request) -> Response:
        response = self.weather(request)
        if response is None:
            response = self.meter.measure(request, self.latency, self.api.answer)
        elif response.delay:
            time.sleep(response.delay)
        status = 0 if response.drop else response.status
        answered = replace(request, status=status)
        self.requests.append(answered)
        self._log(answered)
        return response


class Meter:
    """Keeps the limits of the pools: requests in any one second, and requests at once."""

    def __init__(self, limits: Pool | None) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._times: dict[tuple[str, str], deque[float]] = defaultdict(deque)
        self._busy: Counter[tuple[str, str]] = Counter()

    def measure(self, request: Request, latency: float, answer: Callable[[Request], Response]) -> Response:
        if request.lane in {"doi", "datacite"}:
            time.sleep(latency)
            return answer(request)
        lane = (self._pool(request), request.lane)
        headers = _limit_headers(lane)
        with self._lock:
            if self._is_too_much(lane):
                return replace(TOO_MANY, headers=headers)
            self._busy[lane] += 1
        try:
            time.sleep(latency)
            response = answer(request)
            return replace(response, headers={**headers, **response.headers})
        finally:
            with self._lock:
                self._busy[lane] -= 1

    def _pool(self, request: Request) -> str:
        if self._limits is None and "crossref-plus-api-token" in request.headers:
            return "plus"
        named = "mailto" in request.query or "mailto:" in request.headers.get("user-agent", "")
        return "polite" if named and self._limits != "public" else "public"

    def _is_too_much(self, lane: tuple[str, str]) -> bool:
        if self._limits is None:
            return False
        a_second, at_once = LIMITS[lane]
        now, times = time.monotonic(), self._times[lane]
        while times and now - times[0] >= 1:
            times.popleft()
        if len(times) >= a_second or self._busy[lane] >= at_once:
            return True
        times.append(now)
        return False


def _limit_headers(lane: tuple[str, str]) -> dict[str, str]:
    a_second, at_once = LIMITS[lane]
    return {
        "x-api-pool": "-".join(lane),
        "x-rate-limit-limit": str(a_second),
        "x-rate-limit-interval": "1s",
        "x-concurrency-limit": str(at_once),
    }


class Api:
    """What is answered, weather and limits aside."""

    def __init__(
        self,
        works: Iterable[Work],
        aliases: Mapping[str, str],
        agencies: Mapping[str, str],
        datacite: Iterable[Mapping[str, Any]] = (),
        *,
        doi_org: bool,
    ) -> None:
        self.works = {str(work["DOI"]).lower(): work for work in works}
        self.aliases = {alias.lower(): prime for alias, prime in aliases.items()}
        self.agencies = {doi.lower(): agency for doi, agency in agencies.items()}
        self.datacite = DataciteApi(datacite)
        self.doi_org = doi_org

    @cached_property
    def index(self) -> Index:
        return Index(list(self.works.values()))

    def answer(self, request: Request) -> Response:
        path = request.path.removeprefix("/v1")
        if request.lane == "doi":
            return self._doi_org(path) if self.doi_org else _NOT_FOUND
        if request.lane == "datacite":
            status, body = self.datacite.answer(path, request.query)
            return Response(status, body, CONTENT_TYPE)
        if path in {"/works", "/works/"}:
            return self._list(request.query)
        if not path.startswith("/works/"):
            return _NOT_FOUND
        name = path.removeprefix("/works/")
        if name.endswith("/agency"):
            return self._agency(unquote(name.removesuffix("/agency")))
        return self._single(unquote(name), request)

    # --- api.crossref.org

    def _single(self, doi: str, request: Request) -> Response:
        refused = next((name for name in ("select", "filter", "rows") if name in request.query), None)
        if refused:
            return _refusal("parameter-not-allowed", refused, f"This route does not support {refused}")
        if any(name.startswith("query.") for name in request.query):
            text = "This route does not support field query parameters"
            return _refusal("parameter-not-allowed", "query.*", text)
        prime = self.aliases.get(doi.lower())
        if prime is not None:
            return Response(301, b"", headers={"location": f"/works/{quote(prime, safe='')}"})
        work = self.works.get(doi.lower())
        return _NOT_FOUND if work is None else _envelope("work", work)

    def _agency(self, doi: str) -> Response:
        name = self._agency_of(doi)
        if name is None:
            return _NOT_FOUND
        return _envelope("work-agency", {"DOI": doi.lower(), "agency": {"id": name.lower(), "label": name}})

    def _agency_of(self, doi: str) -> str | None:
        doi = doi.lower()
        return "Crossref" if doi in self.works or doi in self.aliases else self.agencies.get(doi)

    def _list(self, query: Mapping[str, str]) -> Response:
        for check in (_bad_number, _bad_select, _bad_filter):
            refusal = check(query)
            if refusal is not None:
                return refusal
        dois = [part.partition(":")[2].lower() for part in query.get("filter", "").split(",") if ":" in part]
        found = self._found(query, dois if "filter" in query else None)
        rows, offset = int(query.get("rows", 20)), int(query.get("offset", 0))
        select = query.get("select")
        page = ({**work, "score": score} for work, score in found[offset : offset + rows])
        items = [_selected(work, select) for work in page]
        message = {"facets": {}, "total-results": len(found), "items": items, "items-per-page": rows}
        message["query"] = {"start-index": offset, "search-terms": query.get("query")}
        return _envelope("work-list", message)

    def _found(self, query: Mapping[str, str], dois: list[str] | None) -> list[tuple[Work, float]]:
        queries = {name: query[name] for name in _QUERIES if query.get(name)}
        if not queries:
            wanted = self.works if dois is None else dict.fromkeys(dois)
            return [(self.works[doi], 0.0) for doi in wanted if doi in self.works]
        found = self.index.search(queries)
        return [hit for hit in found if dois is None or str(hit[0]["DOI"]).lower() in dois]

    # --- doi.org

    def _doi_org(self, path: str) -> Response:
        if path.startswith("/api/handles/"):
            doi = unquote(path.removeprefix("/api/handles/"))
            known = self._agency_of(doi) is not None
            answer = {"responseCode": 1 if known else 100, "handle": doi}
            return Response(200 if known else 404, _json(answer))
        dois = map(unquote, path.removeprefix("/doiRA/").split(","))
        return Response(200, _json([self._registration(doi) for doi in dois]))

    def _registration(self, doi: str) -> dict[str, str]:
        if not re.match(r"10\.\d+/\S", doi):
            return {"DOI": doi, "status": "Invalid DOI"}
        agency = self._agency_of(doi)
        return {"DOI": doi, "status": _NO_DOI} if agency is None else {"DOI": doi, "RA": agency}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).replace("/", r"\/").encode()


def _envelope(kind: str, message: object) -> Response:
    return Response(
        200, _json({"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message})
    )


def _refusal(kind: str, value: str, text: str) -> Response:
    message = [{"type": kind, "value": value, "message": text}]
    return Response(
        400, _json({"status": "failed", "message-type": "validation-failure", "message": message})
    )


_NOT_FOUND = Response(404, b"Resource not found.", "text/plain")


def _bad_number(query: Mapping[str, str]) -> Response | None:
    for name, highest in (("rows", 1000), ("offset", 10_000)):
        value = query.get(name, "0")
        if not value.isascii() or not value.isdigit() or int(value) > highest:
            text = f"Integer specified as {value} but must be a positive integer up to {highest}."
            return _refusal("integer-not-valid", value, text)
    return None


def _bad_select(query: Mapping[str, str]) -> Response | None:
    for name in query.get("select", "DOI").split(","):
        if name not in SELECTS:
            text = (
                f"Select '{name}' specified but there is no such select for this route. "
                f"Valid selects for this route are: {', '.join(sorted(SELECTS))}"
            )
            return _refusal("select-not-available", name, text)
    return None


def _bad_filter(query: Mapping[str, str]) -> Response | None:
    for part in query.get("filter", "doi:").split(","):
        name, colon, _ = part.partition(":")
        if colon and name != "doi":
            text = (
                f"Filter '{name}' specified but there is no such filter for this route. "
                "Valid filters for this route are: doi"
            )
            return _refusal("filter-not-available", name, text)
    return None


def _selected(work: Work, select: str | None) -> Work:
    if select is None:
        return work
    return {name: work[name] for name in select.split(",") if name in work}


class Index:
    """Words of records, ranked as search engines do: BM25 (Robertson & Zaragoza, 2009)."""

    _K1, _B = 1.2, 0.5

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self._postings: dict[str, dict[str, list[tuple[int, int]]]] = {
            name: defaultdict(list) for name in ("all", "author", "title", "container-title")
        }
        self._lengths: dict[str, list[int]] = {name: [] for name in self._postings}
        for number, work in enumerate(works):
            for name, text in _texts(work).items():
                words = Counter(_words(text))
                self._lengths[name].append(words.total())
                for word, count in words.items():
                    self._postings[name][word].append((number, count))

    def search(self, queries: Mapping[str, str]) -> list[tuple[Work, float]]:
        """The works that every one of the queries finds, and how well, best first."""
        scores: list[dict[int, float]] = []
        for name, text in queries.items():
            place = name.partition(".")[2]
            scores.append(self._scores(place if place in self._postings else "all", text))
        common = set(scores[0]).intersection(*scores[1:])
        totals = {number: sum(score[number] for score in scores) for number in common}
        ranked = sorted(totals, key=lambda number: (-totals[number], number))
        return [(self._works[number], round(totals[number], 6)) for number in ranked]

    def _scores(self, place: str, text: str) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        postings, lengths = self._postings[place], self._lengths[place]
        average = sum(lengths) / len(lengths) or 1.0
        found_by_word = [postings[word] for word in set(_words(text)) if word in postings]
        telling = [found for found in found_by_word if len(found) <= max(100, len(lengths) / 10)]
        for found in telling or found_by_word:  # "of" and "the" cost time and say nothing
            rarity = math.log(1 + (len(lengths) - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found:
                norm = self._K1 * (1 - self._B + self._B * lengths[number] / average)
                scores[number] += rarity * count * (self._K1 + 1) / (count + norm)
        return scores


def _texts(work: Work) -> dict[str, str]:
    def joined(*names: str) -> str:
        return " ".join(str(part) for name in names for part in work.get(name) or ())

    authors = " ".join(
        str(person.get(part, ""))
        for role in ("author", "editor")
        for person in work.get(role) or ()
        for part in ("given", "family", "name")
    )
    years = " ".join(
        str(parts[0])
        for name in ("issued", "published-print", "published-online")
        for parts in (work.get(name) or {}).get("date-parts", [])
        if parts
    )
    title = joined("title", "subtitle", "original-title")
    container = joined("container-title", "short-container-title")
    numbers = " ".join(str(work.get(name, "")) for name in ("volume", "issue", "page", "article-number"))
    whole = " ".join((title, authors, container, years, numbers))
    return {"all": whole, "author": authors, "title": title, "container-title": container}


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", re.sub(r"<[^<>]*>", " ", text)).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return (word for word in re.findall(r"\w+", plain) if len(word) > 1 or word.isdigit())


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], owner: CrossrefServer) -> None:
        super().__init__(address, _Handler)
        self.owner = owner
        self.open: set[socket.socket] = set()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nothing to print."""

    def hang_up(self) -> None:
        for connection in list(self.open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the client was faster


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Jetty(9.4.40.v20210413)"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body in one packet
    server: _HttpServer

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        super().finish()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if len(self.raw_requestline.rstrip(b"\r\n")) > MAX_REQUEST_LINE:
            self._send(Response(414, b"<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>", "text/html"))
            return
        self._send(self.server.owner.answer(self._request()))

    def _request(self) -> Request:
        parts = urlsplit(self.path)
        bare = parts.path.removeprefix("/v1")
        query = parse_qs(parts.query, keep_blank_values=True)
        lane = "array" if bare in {"/works", "/works/"} else "single"
        if bare.startswith(("/doiRA/", "/api/handles/")):
            lane = "doi"
        if bare == "/dois" or bare.startswith("/dois/"):
            lane = "datacite"
        return Request(
            path=parts.path,
            query={name: values[-1] for name, values in query.items()},
            headers={name.lower(): value for name, value in self.headers.items()},
            lane=lane,
            at=time.monotonic(),
        )

    def _send(self, response: Response) -> None:
        if response.drop:
            self.close_connection = True
            return
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body) * (2 if response.cut else 1)))
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.cut:
            self.close_connection = True
        self.end_headers()
        self.wfile.write(response.body)


def read_works(path: Path) -> Iterator[Work]:
    """Records from a file of JSON lines, gzipped or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        for line in lines:
            yield json.loads(line)


def _logger(log: TextIO) -> Callable[[Request], None]:
    def write(request: Request) -> None:
        line = {name: getattr(request, name) for name in ("at", "lane", "status", "path", "query")}
        log.write(json.dumps(line) + "\n")
        log.flush()

    return write


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve a file of Crossref records on loopback.")
    parser.add_argument("--works", type=Path, required=True, help="JSON lines, or the same gzipped")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--limits", choices=["public", "polite"])
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--storm", type=int, metavar="SEED", help="let four requests in ten go wrong")
    parser.add_argument("--log", type=Path, help="write a line of JSON for each request to this file")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        log = stack.enter_context(options.log.open("a", encoding="utf-8")) if options.log else None
        server = stack.enter_context(
            CrossrefServer(
                read_works(options.works),
                limits=options.limits,
                latency=options.latency,
                port=options.port,
                weather=None if options.storm is None else Faults(STORM, options.storm),
                log=(lambda _: None) if log is None else _logger(log),
            )
        )
        print(f"{len(server.api.works)} records at {server.url}", flush=True)  # noqa: T201 - for its user
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
