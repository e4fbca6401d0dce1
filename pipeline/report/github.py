"""Findings as the commands by which a GitHub workflow marks lines of a change."""

from collections.abc import Iterator, Mapping

from pipeline.model import Severity
from pipeline.report.findings import summary
from pipeline.results import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def as_github(checked: Checked) -> Iterator[str]:
    """Yields a command a finding, `::error file=…,line=…,title=…::message`, and a line that counts them.

    Escaped as GitHub's own toolkit does it (actions/toolkit, packages/core/src/command.ts); paths are those
    of the repository.
    """
    for finding in checked.findings:
        place = finding.location
        properties = {"file": checked.folder + place.path, "line": place.line, "col": place.column}
        told = {name: value for name, value in {**properties, "title": finding.code}.items() if value}
        listed = ",".join(f"{name}={_escape(str(value), _PROPERTY)}" for name, value in told.items())
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_escape(finding.message, _DATA)}"
    yield summary(checked)


def _escape(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
