"""Where in a sentence something stands, for a message."""

from collections.abc import Iterable


def in_chinese(spans: Iterable[tuple[int, int]]) -> str:
    """Code points of the Chinese as people count them: `(characters 3-6, 9-12 of the Chinese)`."""
    ranges = ", ".join(f"{start + 1}-{end}" for start, end in spans)
    return f"(characters {ranges} of the Chinese)"
