"""Baselines: the findings that a corpus starts with, as JSON with a line a finding, for diffs to be read."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.errors import FormatError
from pipeline.model import Finding, Known, Location

VERSION = 1
"""Version of the file: it grows when an older program would misread it."""

_FINGERPRINT = re.compile(r'"fingerprint":\s*"(\w+)"')


def serialize(findings: Iterable[Finding]) -> Iterator[str]:
    """Yields the text of a baseline, sorted, with the Chinese for whoever reads it."""
    counts = Counter(
        (finding.location.path, finding.code, finding.fingerprint, finding.segment or finding.message)
        for finding in findings
    )
    names = ("path", "code", "fingerprint", "about")
    rows = [{**dict(zip(names, row, strict=True)), "count": counts[row]} for row in sorted(counts)]
    yield f'{{"version": {VERSION}, "findings": [\n'
    yield ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    yield "\n]}\n"


def parse(text: str, path: str) -> tuple[Known, ...]:
    """Reads a baseline; raises FormatError where it is none."""
    try:
        read = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise FormatError("no valid JSON, so no baseline", Location(path, line)) from None
    if not isinstance(read, dict) or read.get("version") != VERSION:
        raise FormatError(f"no baseline of version {VERSION}: write it anew", Location(path, 1))
    found = ((number, _FINGERPRINT.search(line)) for number, line in enumerate(text.split("\n"), 1))
    lines = {match[1]: Location(path, number) for number, match in found if match}
    try:
        return tuple(_known(row, lines) for row in read["findings"])
    except (KeyError, TypeError, ValueError):
        raise FormatError(
            "a finding of the baseline lacks a field: write it anew", Location(path, 1)
        ) from None


def _known(row: dict[str, str], lines: dict[str, Location]) -> Known:
    mark = row["fingerprint"]
    return Known(mark, int(row["count"]), row["code"], row["path"], lines[mark])
