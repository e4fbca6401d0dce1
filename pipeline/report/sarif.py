"""Findings as SARIF 2.1.0 (OASIS), for code review: each is shown on its line of the PO file."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.model import Finding
from pipeline.results import Checked

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(checked: Checked) -> Iterator[str]:
    """Yields a SARIF log of one run, with every code as a rule; paths are those of the repository."""
    from pipeline.checks import CODES

    names = list(CODES)
    driver = {"name": "Duizhao", "version": __version__, "rules": [_rule(name) for name in names]}
    seen: Counter[str] = Counter()
    results = []
    for finding in checked.findings:
        seen[finding.fingerprint] += 1
        row = _result(finding, checked.folder, seen[finding.fingerprint])
        results.append({"ruleIndex": names.index(finding.code), **row})
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(name: str) -> dict[str, Any]:
    from pipeline.checks import CODES

    code = CODES[name]
    text = f"{code.why}\n\nNot so:\n{code.wrong}\n\nBut so:\n{code.right}"
    markdown = f"{code.why}\n\nNot so:\n\n```\n{code.wrong}\n```\n\nBut so:\n\n```\n{code.right}\n```\n"
    return {
        "id": name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": str(code.severity)},
    }


def _result(finding: Finding, folder: str, occurrence: int) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(folder + finding.location.path), "uriBaseId": "%SRCROOT%"}
    }
    if finding.location.line:
        column = {"startColumn": finding.location.column} if finding.location.column else {}
        place["region"] = {"startLine": finding.location.line, **column}
    return {
        "ruleId": finding.code,
        "level": str(finding.severity),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        # GitHub follows a finding from push to push by this one name alone, with the number of its twins.
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:{occurrence}"},
    }
