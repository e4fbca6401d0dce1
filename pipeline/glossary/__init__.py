"""The glossary: finding its terms in Chinese and judging their renderings in English."""

from pipeline.glossary.find import Glossary, chinese_forms
from pipeline.glossary.judge import instead, judge
from pipeline.glossary.renderings import Rendering, renderings
from pipeline.glossary.verdict import Fit, Use, Verdict
from pipeline.glossary.words import letters, phrase

__all__ = [
    "Fit",
    "Glossary",
    "Rendering",
    "Use",
    "Verdict",
    "chinese_forms",
    "instead",
    "judge",
    "letters",
    "phrase",
    "renderings",
]
