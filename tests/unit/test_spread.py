"""Work that is divided among processes comes back in order, and as if it had not been."""

import gc
import os
from collections.abc import Iterator
from dataclasses import fields
from multiprocessing.reduction import ForkingPickler

import pytest

from pipeline.model import Entry, Key, Location
from pipeline.workspace.spread import WORTHWHILE, by_value, spread, uncollected


def times(factor: int, number: int) -> tuple[int, int]:
    return factor * number, os.getpid()


def refuse(_: None, number: int) -> int:
    raise ValueError(number)


@pytest.mark.parametrize("count", [0, 1, WORTHWHILE - 1, WORTHWHILE, 40])
def test_the_results_come_in_the_order_of_the_tasks(count: int) -> None:
    assert [result for result, _ in spread(times, 3, range(count))] == [3 * n for n in range(count)]


def test_a_few_tasks_start_no_process() -> None:
    assert {process for _, process in spread(times, 3, range(WORTHWHILE - 1))} == {os.getpid()}


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor")
def test_many_tasks_go_to_other_processes() -> None:
    assert os.getpid() not in {process for _, process in spread(times, 3, range(40))}


def test_tasks_are_made_as_they_are_needed() -> None:
    made = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            yield number

    results = spread(times, 3, tasks())
    next(results)
    assert len(made) < 100
    results.close()  # type: ignore[attr-defined]


def test_an_error_of_the_work_comes_through() -> None:
    with pytest.raises(ValueError, match="0"):
        list(spread(refuse, None, range(40)))


def test_a_record_travels_whole() -> None:
    by_value(Entry, Location)
    entry = Entry(Key("", "甲"), "A", notes=("paragraph",), location=Location("x.po", 3), raw="msgid")
    arrived = ForkingPickler.loads(ForkingPickler.dumps((entry, entry)))
    assert [getattr(arrived[0], field.name) for field in fields(Entry)] == [
        getattr(entry, field.name) for field in fields(Entry)
    ]
    assert arrived[0] is arrived[1]


def test_the_collector_is_left_as_it_was() -> None:
    with pytest.raises(ValueError, match="stop"), uncollected():
        assert not gc.isenabled()
        raise ValueError("stop")
    assert gc.isenabled()
