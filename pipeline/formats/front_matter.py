"""YAML front matter: the fields above a Markdown text, each with its line, every value a string."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from pipeline.errors import FormatError
from pipeline.model import Location


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `value` is None where it holds more than a text or a list of texts.

    `place` is the code point of the YAML at which the value is written out as it is, -1 where it is not.
    """

    name: str
    value: str | None
    location: Location
    place: int = -1


def parse(text: str, path: str, first_line: int) -> Iterator[Field]:
    """Yields the fields of the YAML in `text`, which begins at `first_line` of the file.

    Values are taken as they are written (a date stays a text). Raises FormatError where it is no
    YAML or no mapping.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "it is no YAML"
        raise FormatError(f"the front matter cannot be read: {problem}", Location(path, line)) from None
    except RecursionError:
        raise FormatError("the front matter is nested too deeply", Location(path, first_line)) from None
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise FormatError("the front matter has to be `name: value` lines", Location(path, first_line))
    for name, value in root.value:
        read = _value(value)
        place = text.find(read, value.start_mark.index, value.end_mark.index) if read else -1
        yield Field(str(name.value), read, Location(path, first_line + name.start_mark.line), place)


def serialize(fields: Mapping[str, str]) -> str:
    """The fields as front matter, with the empty line that follows it; nothing where there are none."""
    if not fields:
        return ""
    text = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{text}---\n\n"


def _value(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return ", ".join(str(item.value) for item in node.value)
    return None
