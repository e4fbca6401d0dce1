"""Reading TOML with every key checked: a wrong name or value is told with its line and what is allowed."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.errors import WorkspaceError
from pipeline.model import Location


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file: `values` by key, with the text and path of the file for messages."""

    values: Mapping[str, Any]
    file: str
    path: str

    @classmethod
    def parse(cls, text: str, path: str) -> "Table":
        """The whole of a file; raises WorkspaceError with the line where it is no TOML."""
        try:
            return cls(tomllib.loads(text.removeprefix("\ufeff")), text, path)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"\(at line (\d+)", str(error))
            line = int(found[1]) if found else text.count("\n") + 1
            message = re.sub(r" \(at .*\)$", "", str(error))
            raise WorkspaceError(f"no valid TOML: {message.lower()}", Location(path, line)) from None

    def known(self, *names: str) -> "Table":
        """Itself; raises WorkspaceError where a key is none of `names`."""
        for name in self.values:
            if name not in names:
                near = difflib.get_close_matches(name, names, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(names)}"
                raise self.error(name, f"there is no setting `{name}`: {hint}")
        return self

    def table(self, name: str) -> "Table":
        """The table under a key; an empty one where there is none."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise self.error(name, f"`{name}` is a table: write [{name}]")
        return Table(value, self.file, self.path)

    def text(self, name: str, default: str = "") -> str:
        """The text under a key."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise self.error(name, f"`{name}` has to be a text in quotation marks")
        return value

    def flag(self, name: str, default: bool) -> bool:
        """The true or false under a key."""
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            raise self.error(name, f"`{name}` is true or false, without quotation marks")
        return value

    def choice(self, name: str, choices: tuple[str, ...], default: str = "") -> str:
        """The text under a key, which is one of `choices`."""
        value = self.text(name, default)
        if name in self.values and value not in choices:
            raise self.error(name, f"`{name}` is one of {', '.join(choices)}, not {value!r}")
        return value

    def choices(self, name: str, choices: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
        """The texts under a key, each one of `choices`, without repetition."""
        values = self.list(name, default)
        for value in values:
            if value not in choices:
                raise self.error(name, f"`{name}` can hold {', '.join(choices)}, not {value!r}")
        return values

    def list(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The texts under a key, without repetition."""
        values = self.values.get(name, list(default))
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.error(name, f"`{name}` has to be a list of texts in square brackets")
        return tuple(dict.fromkeys(values))

    def error(self, name: str, message: str) -> WorkspaceError:
        """An error at the line of the file that has the key."""
        pattern = re.compile(rf"^\s*\[?[\w.\"' -]*[\"']?{re.escape(name)}[\"']?\s*[=\].]")
        lines = self.file.split("\n")
        line = next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)
        return WorkspaceError(message, Location(self.path, line))
