"""Puts a sync into words that a translation lead can act on: text for people, JSON for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.report.diff import diff, harmless, inline
from pipeline.results import Change, Event, Synced

SYNC_VERSION = 1
"""Version of the JSON of a sync: it grows when a field changes its meaning or goes."""

_SHOWN = 36
"""Characters of a sentence that is only named."""


def synced(results: Sequence[Synced], *, would: bool, colour: bool = False) -> Iterator[str]:
    """Yields what became of the sentences of each catalog that changed (or would), in the source's order."""
    changed = [result for result in results if result.text is not None]
    for result in changed:
        yield f"{result.path}: {_action(result, would)}{_events(result)}"
        # A template has every change of its catalogs, and no translation to look at.
        yield from _news(result.changes if result.language else (), colour)
    for result in results:
        kept = [refresh for refresh in result.refreshed if refresh.kept]
        for refresh in kept:
            yield f"{result.path}: kept {refresh.before!r}; the converter now writes {refresh.after!r}"
    if not changed:
        yield "everything is in sync"


def synced_json(results: Sequence[Synced], *, would: bool) -> Iterator[str]:
    """Yields a JSON object: `version`, `would`, and `catalogs` with their counts and changes."""
    report = {"version": SYNC_VERSION, "would": would, "catalogs": [_catalog(result) for result in results]}
    yield json.dumps(report, ensure_ascii=False, indent=2)


def _action(result: Synced, would: bool) -> str:
    return ("would be " if would else "") + ("made" if result.before is None else "updated")


def _events(result: Synced) -> str:
    counts = _counts(result)
    inside = [f"{counts[name]} {words}" for name, words in _WITHIN.items() if counts[name]]
    parts = [
        f"{counts[name]} {words}" + (f" ({', '.join(inside)})" if name == Event.CHANGED and inside else "")
        for name, words in _COUNTED.items()
        if counts[name]
    ]
    parts += [f"{result.sealed} waiver{'s' * (result.sealed > 1)} sealed"] if result.sealed else []
    return f": {', '.join(parts)}" if parts else ""


_COUNTED = {
    "new": "new",
    "changed": "changed",
    "punctuation": "changed in punctuation only",
    "recovered": "recovered",
    "obsolete": "obsolete",
    "converted": "converted anew",
}
_WITHIN = {"turned": "may have turned", "recut": "cut anew"}


def _counts(result: Synced) -> dict[str, int]:
    """How many sentences each thing happened to; those turned and cut anew are among the changed."""
    events = Counter(change.event for change in result.changes)
    return {
        "new": events[Event.NEW],
        "changed": events[Event.CHANGED],
        "turned": sum(bool(change.sense) for change in result.changes),
        "recut": sum(bool(change.story) for change in result.changes),
        "punctuation": events[Event.PUNCTUATED],
        "recovered": events[Event.RECOVERED],
        "obsolete": events[Event.OBSOLETE],
        "converted": sum(not refresh.kept for refresh in result.refreshed),
        "sealed": result.sealed,
    }


def _news(changes: Iterable[Change], colour: bool) -> Iterator[str]:
    """The sentences to look at again, and those that came and went; the others are only counted."""
    for (before, event), some in groupby(changes, key=lambda change: (change.before, change.event)):
        group = list(some)
        if event in (Event.NEW, Event.PUNCTUATED):
            continue
        if before is None:
            for change in group:
                yield f"  {_place(change)}{event}: {_short(change.key.text)}"
            continue
        yield f"  {_place(group[0])}{'; '.join(_told(group[0]))}"
        yield f"    {inline(before.text, ''.join(change.key.text for change in group), colour=colour)}"
        for code in group[0].dropped_waivers:
            yield f"    its waiver of {code} was dropped"


def _told(change: Change) -> Iterator[str]:
    """What happened to a changed sentence, the gravest first."""
    if change.sense:
        yield f"the sense may have turned: {change.sense}"
    if change.story:
        yield change.story
    if not change.sense and not change.story:
        yield str(change.event)


def _place(change: Change) -> str:
    return f"{change.references[0]}: " if change.references else ""


def _short(text: str) -> str:
    return harmless(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def _catalog(result: Synced) -> dict[str, object]:
    return {
        "path": result.path,
        "language": result.language,
        "change": None if result.text is None else "made" if result.before is None else "updated",
        "counts": _counts(result),
        "changes": [_change(change) for change in result.changes],
        "kept": [
            {"source": refresh.key.text, "kept": refresh.before, "converted": refresh.after}
            for refresh in result.refreshed
            if refresh.kept
        ],
    }


def _change(change: Change) -> dict[str, object]:
    before = change.before
    return {
        "event": change.event.name.lower(),
        "source": change.key.text,
        "context": change.key.context,
        "before": before.text if before else None,
        "diff": [[str(part), text] for part, text in diff(before.text, change.key.text)] if before else None,
        "sense": change.sense,
        "recut": change.story,
        "dropped_waivers": list(change.dropped_waivers),
        "references": list(change.references),
    }
