"""Inline nodes to Markdown: the plainest notation that reads as the same nodes again."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.markup import Node, parse, parser

_MARKS = {"em": "*", "strong": "**", "s": "~~"}
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~!]")
_BLOCK_START = re.compile(
    r"^(?:[#>+=|-]|\*(?=\s|$)|[*_](?=[*_\s]+$)|~(?=~~)|`(?=``)|<(?=[A-Za-z/!?])|\d+(?=[.)]))", re.M
)
_UNSAFE = re.compile(r"[\s<>()\\]")


def write(nodes: Sequence[Node]) -> tuple[str, bool]:
    """Inline Markdown for the nodes, on one line but for hard breaks, and whether it says all of them.

    Characters of the text get a backslash only where they would be read as marks. Where even that cannot
    keep emphasis apart from what surrounds it, emphasis is given up.
    """
    if all(node.kind in ("text", "break") and not _SPECIAL.search(node.text) for node in nodes):
        return _guarded(_notation(nodes, escape=False)), True
    wanted = _normal(nodes)
    for escape in (False, True):
        text = _notation(nodes, escape)
        if _normal(parse(text)) == wanted:
            return _guarded(text), True
    return _guarded(_notation([node for node in nodes if node.kind not in _MARKS], escape=True)), False


def escaped(text: str) -> str:
    """A text with a backslash before each character that inline Markdown could take for a mark."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _guarded(text: str) -> str:
    """Keeps the lines of a paragraph from opening a heading, list, quotation, table or rule."""
    if not _BLOCK_START.search(text) or _is_paragraph(text):
        return text
    return _BLOCK_START.sub(lambda start: start[0] + "\\" if start[0].isdigit() else "\\" + start[0], text)


def _is_paragraph(text: str) -> bool:
    return [token.type for token in parser().parse(text, {})] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]


def _notation(nodes: Iterable[Node], escape: bool) -> str:
    return "".join(_piece(node, escape) for node in nodes)


def _piece(node: Node, escape: bool) -> str:
    match node.kind:
        case "text":
            # A backslash at the end would go with what follows, such as the backslash of a line break.
            return escaped(node.text) if escape or node.text.endswith("\\") else node.text
        case "code":
            return _code(node.text)
        case "break":
            return "\\\n"
        case "note":
            return f"[^{node.text}]"
        case "image":
            return f"![{escaped(node.text)}]({address(node.target)})"
        case "link":
            return "[" if node.nesting == 1 else f"]({address(node.target)})"
    return _MARKS[node.kind]


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def address(target: str) -> str:
    """An address as it stands in a link, with what would end it there in percent notation."""
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), target)


def _normal(nodes: Iterable[Node]) -> list[tuple[str, str, int, str]]:
    """The nodes as they compare: neighbouring texts joined, and addresses only where a link opens."""
    return list(_joined(node for node in nodes))


def _joined(nodes: Iterable[Node]) -> Iterator[tuple[str, str, int, str]]:
    text = ""
    for node in nodes:
        if node.kind == "text":
            text += node.text
            continue
        if text:
            yield "text", text, 0, ""
        text = ""
        yield node.kind, node.text if node.kind != "image" else "", node.nesting, ""
    if text:
        yield "text", text, 0, ""
