"""Work that is divided among processes comes back in order, and as if it had not been."""

import os
from collections.abc import Iterator

import pytest

from pipeline.workspace.spread import WORTHWHILE, spread


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
