"""The options in a term's `match` cell, such as `case` or `not-in:张江高科技`."""

from pipeline.model import Term

FLAGS = ("case", "exact")
"""`case`: the letters' case counts. `exact`: no other number, spelling or hyphenation counts."""

VALUED = ("not-in", "sense", "shares")
"""`not-in:CONTEXT` a string in which the Chinese is another word; `sense:N` one of several meanings of
the same Chinese; `shares:ID` another term may have the same rendering."""


def values(term: Term, name: str) -> tuple[str, ...]:
    """What the term gives for a valued option, in the order of the cell; empty where it gives nothing."""
    return tuple(option.split(":", 1)[1].strip() for option in term.match if option.startswith(name + ":"))
