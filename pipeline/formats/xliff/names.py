"""The names that writing and reading XLIFF share; those of the format are from XLIFF 2.1 (OASIS, 2018)."""

CORE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of 2.0 and 2.1 alike."""

GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
REVIEWED = "reviewed"
"""The state of what somebody stands for, in XLIFF and in our own attribute."""

OWN = "urn:duizhao:exchange:1"
"""The namespace of two attributes of a unit: a digest of the translation given out, and its state here."""

BASE = f"{{{OWN}}}base"
STATE = f"{{{OWN}}}state"

OUR_NOTES = ("place", "context", "comment", "previous")
"""The categories of notes that come from a catalog, so that they do not come back as remarks."""


def core(name: str) -> str:
    """An element of the core, as lxml calls it."""
    return f"{{{CORE}}}{name}"
