"""Several things at once, in threads that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


def each(make: Callable[[Item], Made], items: Iterable[Item], at_once: int) -> Iterator[Made]:
    """What `make` gives for each item, in the order of the items, `at_once` of them under way together.

    Where the caller goes away (an interrupt, an error), what has not begun is given up, and what is under way
    is not waited for.
    """
    pool = ThreadPoolExecutor(at_once)
    try:
        yield from pool.map(make, items)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
