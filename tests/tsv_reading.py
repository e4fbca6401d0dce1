"""Reading the TSV of aligned segments as its documentation says: the few lines that a user would write."""

import re

_NAMED = {"t": "\t", "n": "\n", "r": "\r"}


def rows(text: str) -> list[list[str]]:
    lines = text.removesuffix("\n").split("\n")
    return [[re.sub(r"\\(u[0-9a-f]{4}|.)", _meant, cell) for cell in line.split("\t")] for line in lines]


def _meant(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _NAMED.get(code, code)
