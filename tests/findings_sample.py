"""Findings of every shape, with texts that would do harm if a report obeyed them."""

from pipeline.model import Finding, Location, Severity
from pipeline.results import Checked

HOSTILE = "<script>alert('x')</script> & ]]> % :: \x1b[31m\u202e \"'"
NUMBER = Finding(
    Severity.ERROR,
    "number-mismatch",
    "15万元 (150,000) is not in the English; found 1.5 million yuan",
    Location("translations/en/试 点.po", 24),
    "补贴**15万元**。",
    "A subsidy of 1.5 million yuan.",
    "en",
    ((2, 6),),
    ((13, 29),),
)
HARMFUL = Finding(
    Severity.WARNING,
    "han-residue",
    f"left:\n{HOSTILE}",
    Location("source/a,b:c.md", 9, 2),
    HOSTILE,
    HOSTILE,
    "en",
    ((0, 4),),
)
BARE = Finding(Severity.NOTE, "out-of-sync", "there is no such catalog", Location("translations/en/x.po"))
CHECKED = Checked((NUMBER, NUMBER, HARMFUL, BARE), known=7)
NOTHING = Checked(())
