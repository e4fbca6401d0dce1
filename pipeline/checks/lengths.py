"""Lengths: translations that are far shorter or longer than this corpus's own habit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from statistics import median

from pipeline.checks.codes import Code
from pipeline.checks.sentences import chinese_sentences, english_sentences
from pipeline.checks.texts import Text
from pipeline.markup import count_han
from pipeline.model import Finding, Severity

OUTLIER = Code(
    "length-outlier",
    Severity.WARNING,
    "A translation of an unusual length",
    "A sentence may be missing, or one of the neighbor's have slipped in. What is usual is learned from the "
    "corpus: the median of English letters a Han character, and how far half of the sentences of that length"
    " are from it (the median absolute deviation, which outliers do not move). Less is enough where the "
    "English has fewer sentences than the Chinese. A corpus with fewer than 60 entries of a length is too "
    "small to tell, and nothing is said.",
    "试点先行，由县里统一部署，逐步推开，年底前全部完成。 / Pilots first.",
    "试点先行，由县里统一部署，逐步推开，年底前全部完成。 / Pilots come first, planned by the county; "
    "the rollout follows step by step and ends within the year.",
)
CODES = (OUTLIER,)

_LENGTHS = (6, 12, 24, 48, 96)
"""Where a class of Chinese lengths ends, in Han characters: short sentences scatter more than long ones."""

_LEAST = 60
_FAR = 4.5
"""How many deviations are unusual: of sentences that scatter normally, one in 150,000."""

_FACTOR = 1.7
"""How many times as long or as short as usual it is at least, however little the others scatter."""

_SHORT = 2.0
"""How many deviations below the median are short for a text that has fewer sentences than its Chinese."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What is usual among `count` sentences: the median of log(letters / Han), its normal deviation."""

    middle: float
    deviation: float
    count: int


def check_lengths(texts: Iterable[Text], habits: Mapping[int, Habit] | None = None) -> Iterator[Finding]:
    """Outliers among `texts`, all finished translations of the corpus, by its own habits or those given."""
    classes = _classes(texts)
    if habits is None:
        habits = _habits(classes)
    for number, ratios in classes.items():
        for text, ratio in ratios if number in habits else ():
            if reason := _is_far(habits[number], ratio) or _is_missing_one(habits[number], text, ratio):
                yield _outlier(habits[number], text, ratio, reason)


def habits_of(texts: Iterable[Text]) -> dict[int, Habit]:
    """What is usual, by class of length, where there are enough sentences to tell."""
    return _habits(_classes(texts))


def _classes(texts: Iterable[Text]) -> dict[int, list[tuple[Text, float]]]:
    """The texts by class of length, each with the logarithm of its ratio of letters to Han characters."""
    classes: dict[int, list[tuple[Text, float]]] = {}
    for text in texts:
        han, letters = count_han(text.source), len(text.english)
        if han >= _LENGTHS[0] and 2 * han > len(text.source) and letters:
            classes.setdefault(sum(han >= end for end in _LENGTHS), []).append((text, log(letters / han)))
    return classes


def _habits(classes: Mapping[int, Sequence[tuple[Text, float]]]) -> dict[int, Habit]:
    return {
        number: learn([ratio for _, ratio in sentences])
        for number, sentences in classes.items()
        if len(sentences) >= _LEAST
    }


def learn(ratios: Sequence[float]) -> Habit:
    """What is usual among the logarithms of ratios."""
    middle = median(ratios)
    # 1.4826 makes the median absolute deviation the standard deviation of a normal distribution.
    return Habit(middle, 1.4826 * median(abs(ratio - middle) for ratio in ratios), len(ratios))


def _is_far(habit: Habit, ratio: float) -> str:
    far = abs(ratio - habit.middle) > max(_FAR * habit.deviation, log(_FACTOR))
    return "the English" if far else ""


def _is_missing_one(habit: Habit, text: Text, ratio: float) -> str:
    """Whether it is short and has fewer sentences than the Chinese, in words."""
    if habit.middle - ratio < _SHORT * habit.deviation:
        return ""
    source, english = text.source, text.english
    ours = len(chinese_sentences(source)) + source.rstrip("；").count("；")
    theirs = len(english_sentences(english)) + english.rstrip(";").count(";")
    return f"the Chinese has {ours} sentences, the English {theirs} and" if theirs < ours else ""


def _outlier(habit: Habit, text: Text, ratio: float, reason: str) -> Finding:
    share = exp(ratio - habit.middle)
    size = f"{share:.0%} of the usual length" if share < 1 else f"{share:.1f} times the usual length"
    far = abs(ratio - habit.middle) / habit.deviation if habit.deviation else 99
    sure = f"{min(far, 99):.1f} deviations from the median of {habit.count}"
    return OUTLIER.on(text.unit, f"{reason} has {size} ({sure})")
