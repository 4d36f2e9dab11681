"""Several things at once, in threads that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_LOOK_UP = 0.5  # s


class Crew:
    """So many threads, which do what they are given in its order.

    Where its `with` block is left by an error or an interrupt, what has not begun is given up, and what is
    under way is not waited for.
    """

    def __init__(self, at_once: int) -> None:
        self._pool = ThreadPoolExecutor(at_once)

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def give(self, make: Callable[[], Made]) -> Future[Made]:
        return self._pool.submit(make)


def as_they_come(futures: Collection[Future[Made]]) -> Iterator[Future[Made]]:
    """Each of them, once it is done.

    To wait for a lock without end may lose a Ctrl-C that comes just as the wait begins: we look up at times.
    """
    done: SimpleQueue[Future[Made]] = SimpleQueue()
    for future in futures:
        future.add_done_callback(done.put)
    left = len(futures)
    while left:
        try:
            future = done.get(timeout=_LOOK_UP)
        except Empty:
            continue
        left -= 1
        yield future


def each(make: Callable[[Item], Made], items: Iterable[Item], at_once: int) -> Iterator[Made]:
    """What `make` gives for each item, in the order of the items, `at_once` of them under way together.

    Where the caller goes away (an interrupt, an error), what has not begun is given up, and what is under way
    is not waited for.
    """
    with Crew(at_once) as crew:
        for future in [crew.give(partial(make, item)) for item in items]:
            yield next(as_they_come([future])).result()
