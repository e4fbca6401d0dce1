"""Spreading work over the cores of the machine, in order and with little in memory at a time."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Task = TypeVar("Task")
Result = TypeVar("Result")

WORTHWHILE = 8
"""How many tasks it takes before starting processes, a third of a second each, is worth it."""

_shared: Any = None


def cores() -> int:
    """How many processors this process may use: how many tasks run at a time unless one is told."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def context() -> BaseContext:
    """How to start processes: by forking, which is at once, where this one has a single thread for sure.

    A process that has set a PDF has more, and a child of it would wait for those that it does not have.
    """
    try:
        is_alone = len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:  # no Linux
        is_alone = False
    return get_context("fork" if is_alone else "spawn")


def spread(
    work: Callable[[Shared, Task], Result], shared: Shared, tasks: Iterable[Task], jobs: int | None = None
) -> Iterator[Result]:
    """Yields `work(shared, task)` in the order of the tasks; where there are many, processes divide them.

    `work` has to be a function of a module, the others picklable; `shared` goes to each process once.
    Tasks are made as they are needed, so that only a few wait at a time. `jobs` is how many processes to
    start, from two tasks on; 1 is this one alone, None leaves it to the number of tasks and processors.
    """
    waiting = iter(tasks)
    enough = WORTHWHILE if jobs is None else 2
    jobs = jobs or cores()
    first = list(islice(waiting, max(enough, jobs)))
    if len(first) < enough or jobs < 2:
        for task in chain(first, waiting):
            with uncollected():
                result = work(shared, task)
            yield result
        return
    pool = ProcessPoolExecutor(
        min(jobs, len(first)), mp_context=context(), initializer=_share, initargs=(shared,)
    )
    running: deque[Future[Result]] = deque()
    try:
        for task in chain(first, waiting):
            running.append(pool.submit(_run, work, task))
            if len(running) > 3 * jobs:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:  # after an error or an interruption, what waits is not begun
        pool.shutdown(cancel_futures=True)


def by_value(*records: type) -> None:
    """Has dataclasses travel as what makes them anew: a frozen one with slots takes twice as long by itself.

    Each has to have two fields at least, all of them its constructor's.
    """
    for record in records:
        values = attrgetter(*(field.name for field in fields(record)))
        ForkingPickler.register(record, partial(_taken_apart, values))


def _taken_apart(values: Callable[[object], tuple[Any, ...]], one: object) -> tuple[type, tuple[Any, ...]]:
    return type(one), values(one)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles, which takes long among the results of a corpus and finds none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _share(shared: object) -> None:
    global _shared
    _shared = shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the parent's to tell of
    gc.disable()  # as in `uncollected`: what a task makes is gone with it


def _run(work: Callable[[Any, Task], Result], task: Task) -> Result:
    return work(_shared, task)
