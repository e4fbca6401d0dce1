"""Puts the codes of findings into words."""

from collections.abc import Iterator


def codes() -> Iterator[str]:
    """Yields a line a code, sorted: its name, its severity where no setting changes it, and its title."""
    from pipeline.checks import CODES

    width = max(map(len, CODES))
    for name, code in sorted(CODES.items()):
        yield f"{name:{width}}  {code.severity!s:7}  {code.title}"
