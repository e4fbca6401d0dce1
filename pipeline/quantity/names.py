"""Names with figures in them, such as GPT-4 and P2P: no quantities, but to be carried over as they are."""

import re
from collections import defaultdict

_NAME = re.compile(r"(?<![A-Za-z\d])(?:[A-Za-z]+-?\d+(?:\.\d+)?[A-Za-z]*|\d+[GKD])(?![A-Za-z\d%])")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def renamed(chinese: str, english: str) -> list[tuple[str, str]]:
    """The names of the Chinese that stand in the English with other figures only, each with such a one."""
    ours = _by_letters(chinese) if _FIGURE.search(chinese) else {}
    theirs = _by_letters(english) if ours else {}
    pairs = []
    for letters, written in ours.items():
        others = theirs.get(letters, {})
        pairs += [
            (written[name], next(iter(others.values()))) for name in written if others and name not in others
        ]
    return pairs


def _by_letters(text: str) -> dict[str, dict[str, str]]:
    """Each name without its figures, to the name with them, to how it is first written."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for match in _NAME.finditer(text):
        name = match[0].replace("-", "").lower()
        found[_FIGURE.sub("#", name)].setdefault(name, match[0])
    return found
