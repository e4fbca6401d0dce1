"""duizhao.toml: the settings of a workspace, every key checked."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.checks.glossary_file import KINDS
from pipeline.checks.terms_across import STYLES
from pipeline.errors import WorkspaceError
from pipeline.model import SOURCE_LANGUAGE, Location, Severity

FILE = "duizhao.toml"
LANGUAGES = ("zh-Hant", "zh-Hant-HK", "en")
"""What a source can be translated or converted into, in the order in which pages show them."""
DEFAULT_LANGUAGES = ("zh-Hant", "en")
PARALLEL = "parallel"
FORMATS = ("html", "pdf")
_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE, "off": None}


@dataclass(frozen=True, slots=True)
class Settings:
    """What duizhao.toml says. `severity` maps a code to its severity here; None is off.

    `first_use` maps a kind of term, or `*` for all others, to what its first mention has in brackets.
    """

    title: str = ""
    languages: tuple[str, ...] = DEFAULT_LANGUAGES
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    references: str = "line"
    vocabulary: str = "common"
    paper: str = "a4"
    model: str = ""
    fail_on: str = "error"
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    first_use: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_editions(self) -> tuple[str, ...]:
        """The editions to build: those asked for, or each language and the parallel one."""
        return self.editions or (SOURCE_LANGUAGE, *self.languages, PARALLEL)


def parse(text: str, path: str, codes: frozenset[str]) -> Settings:
    """Reads the settings; `codes` are the codes of findings. Raises WorkspaceError with the line."""
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise WorkspaceError(f"no valid TOML: {message.lower()}", Location(path, line)) from None
    return _Parser(text, path, codes).settings(table)


@dataclass(frozen=True, slots=True)
class _Parser:
    text: str
    path: str
    codes: frozenset[str]

    def settings(self, table: dict[str, Any]) -> Settings:
        self._known(table, ("title", "languages", "editions", "formats", "references", *_TABLES))
        check, edition = self._table(table, "check"), self._table(table, "edition")
        self._known(check, ("fail-on", "severity", "first-use"))
        self._known(edition, ("vocabulary", "paper", "model"))
        languages = self._list(table, "languages", LANGUAGES, DEFAULT_LANGUAGES)
        editions = (SOURCE_LANGUAGE, *languages, PARALLEL)
        return Settings(
            title=self._text(table, "title", ""),
            languages=tuple(sorted(languages, key=LANGUAGES.index)),
            editions=self._list(table, "editions", editions, ()),
            formats=self._list(table, "formats", FORMATS, FORMATS),
            references=self._choice(table, "references", ("line", "file"), "line"),
            vocabulary=self._choice(edition, "vocabulary", ("off", "common", "full"), "common"),
            paper=self._choice(edition, "paper", ("a4", "us-letter"), "a4"),
            model=self._text(edition, "model", ""),
            fail_on=self._choice(check, "fail-on", ("error", "warning", "never"), "error"),
            severity=self._severities(self._table(check, "severity")),
            first_use=self._first_uses(self._table(check, "first-use")),
        )

    def _severities(self, table: dict[str, Any]) -> dict[str, Severity | None]:
        self._known(table, tuple(sorted(self.codes)))
        return {code: _SEVERITIES[self._choice(table, code, tuple(_SEVERITIES), "")] for code in table}

    def _first_uses(self, table: dict[str, Any]) -> dict[str, str]:
        self._known(table, ("all", *KINDS))
        styles = {kind: self._choice(table, kind, STYLES, "") for kind in table}
        return {"*" if kind == "all" else kind: style for kind, style in styles.items()}

    def _known(self, table: dict[str, Any], names: tuple[str, ...]) -> None:
        for name in table:
            if name not in names:
                near = difflib.get_close_matches(name, names, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(names)}"
                raise self._error(name, f"there is no setting `{name}`: {hint}")

    def _table(self, table: dict[str, Any], name: str) -> dict[str, Any]:
        value = table.get(name, {})
        if not isinstance(value, dict):
            raise self._error(name, f"`{name}` is a table: write [{name}]")
        return value

    def _text(self, table: dict[str, Any], name: str, default: str) -> str:
        value = table.get(name, default)
        if not isinstance(value, str):
            raise self._error(name, f"`{name}` has to be a text in quotation marks")
        return value

    def _choice(self, table: dict[str, Any], name: str, choices: tuple[str, ...], default: str) -> str:
        value = self._text(table, name, default)
        if name in table and value not in choices:
            raise self._error(name, f"`{name}` is one of {', '.join(choices)}, not {value!r}")
        return value

    def _list(
        self, table: dict[str, Any], name: str, choices: tuple[str, ...], default: tuple[str, ...]
    ) -> tuple[str, ...]:
        values = table.get(name, list(default))
        if not isinstance(values, list):
            raise self._error(name, f"`{name}` has to be a list in square brackets")
        for value in values:
            if value not in choices:
                raise self._error(name, f"`{name}` can hold {', '.join(choices)}, not {value!r}")
        return tuple(dict.fromkeys(values))

    def _error(self, name: str, message: str) -> WorkspaceError:
        lines = self.text.split("\n")
        pattern = re.compile(rf"^\s*\[?[\w.\"' -]*[\"']?{re.escape(name)}[\"']?\s*[=\].]")
        line = next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)
        return WorkspaceError(message, Location(self.path, line))


_TABLES = ("check", "edition")
