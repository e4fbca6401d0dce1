"""Comparing the quantities of a Chinese text with those of its English translation: what differs in value."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from pipeline.markup import HAN
from pipeline.quantity.agree import same_thing
from pipeline.quantity.chinese import chinese
from pipeline.quantity.clues import Clues, chinese_clues, english_clues, is_year
from pipeline.quantity.english import english
from pipeline.quantity.numerals import read
from pipeline.quantity.pairing import pair
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.yields import yields_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A quantity of the Chinese that the English lacks, one that it adds, or both: the one for the other.

    `repeated` tells that the English has the Chinese quantity too, but fewer times.
    """

    chinese: Quantity | None
    english: Quantity | None
    repeated: bool = False


@dataclass(frozen=True)
class _Side:
    """One of the two texts with all that it tells of numbers; what explains a difference is read when needed.

    `least` is the value from which a number in words has to be told in the other language.
    """

    text: str
    quantities: tuple[Quantity, ...]
    least: int
    read_clues: Callable[[str], Clues]

    @cached_property
    def clues(self) -> Clues:
        """The values that the text hints at."""
        return self.read_clues(self.text)

    def written(self, quantity: Quantity) -> str:
        """The quantity as the text has it."""
        return self.text[quantity.start : quantity.end]

    def in_figures(self, quantity: Quantity) -> bool:
        """Whether there is an Arabic figure in it."""
        return any(character.isdigit() for character in self.written(quantity))

    def explains(self, quantity: Quantity) -> bool:
        """Whether it hints at a quantity of the other text, or tells that part of a date by its distance."""
        part = "year" if is_year(quantity) else quantity.unit if quantity.kind is Kind.DATE else ""
        return part in self.clues.distant or self.clues.tell(quantity)

    def asks_for(self, quantity: Quantity) -> bool:
        """Whether the other text has to tell a quantity of this one.

        A one can be an article; small number words, halves, a bare 百万, what only sums up a list and
        ordinals in words, but for those of a law's clauses, may go without.
        """
        if quantity.rough or (quantity.value == 1 and quantity.kind not in (Kind.PERCENT, Kind.DATE)):
            return False
        if self.in_figures(quantity) or quantity.kind is Kind.PERCENT:
            return True
        if quantity.kind in (Kind.ORDINAL, Kind.MULTIPLE) or quantity.value == Fraction(1, 2):
            return quantity.kind is Kind.ORDINAL and bool(_CLAUSE.match(self.text, quantity.end))
        if quantity.kind is Kind.DATE:
            return self.least < 1000 and quantity.unit != "half"
        if quantity.value.denominator > 1:
            return self.least < 1000
        if quantity.value < self.least or _GREAT.match(self.written(quantity)):
            return False
        return not _sums_up(quantity, self.text[: quantity.start])


_CLAUSE = re.compile("[条條款章节節编編]|[项項](?!目)")
_LIST = re.compile(rf"(?:[{HAN}]{{1,12}}、){{1,9}}(?P<last>[{HAN}]{{1,12}})$")
_PROVINCES = frozenset(
    "京津冀晋蒙辽遼吉黑沪滬苏蘇浙皖闽閩赣贛鲁魯豫鄂湘粤粵桂琼瓊川渝黔贵貴滇云雲藏陕陝甘青宁寧新港澳台臺"
)
_GREAT = re.compile("[百佰千仟万萬亿億]+(?![千百十])")


def _sums_up(quantity: Quantity, before: str) -> bool:
    """Whether a number counts the names that stand before it: 南京、苏州、无锡三市, 晋陕豫三省."""
    found = _LIST.search(before)
    if found and quantity.value == found[0].count("、") + 1 + any(
        word in found["last"] for word in "和与與及"
    ):
        return True
    count = int(quantity.value)
    return len(before) >= count and _PROVINCES.issuperset(before[-count:])


def differences(source: str, target: str) -> Iterator[Difference]:
    """The quantities in which a plain Chinese text and its plain English translation differ."""
    here = _Side(source, chinese(source), 3, chinese_clues)
    there = _Side(target, _without_notes(english(target), here.quantities), 1000, english_clues)
    if not (here.quantities or there.quantities):
        return
    pairing = pair(here.quantities, there.quantities)
    yields = yields_of(here.quantities, source, pairing.extra, target)
    extra = [
        other
        for other in pairing.extra
        if not (here.clues.tell(other) or other in yields.values() or _glosses(other, here, there))
    ]
    for quantity in pairing.missing:
        if quantity in yields:
            continue
        sure = here.in_figures(quantity) or not there.clues.tell(quantity)
        other = _instead(quantity, extra, here) if sure else None
        if other:
            extra.remove(other)
        if other or (here.asks_for(quantity) and not there.explains(quantity)):
            yield Difference(quantity, other)
    more = [other for other in (*extra, *pairing.more) if there.in_figures(other)]
    for quantity in filter(here.in_figures, pairing.fewer):
        if other := _instead(quantity, more, here):
            more.remove(other)
            extra = [one for one in extra if one is not other]
            yield Difference(quantity, other, repeated=True)
    for slogan, other in _misnamed(here, there, extra):
        extra.remove(other)
        yield Difference(slogan, other)
    for other in extra:
        if (
            there.asks_for(other)
            and not here.explains(other)
            and not _exchanged(other, here, there, pairing.missing)
        ):
            yield Difference(None, other)


_SLOGAN = re.compile(rf"(?<=[“「『])[三四五六七八九十](?=[{HAN}]{{1,3}}[”」』])")


def _misnamed(here: _Side, there: _Side, extra: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """The number that a slogan begins with, beside the only one that the English has: “六稳” as five."""
    small = [other for other in extra if other.kind is Kind.NUMBER and 2 < other.value <= 12]
    if len(small) != 1:
        return []
    told = {value for other in there.quantities for value in other.readings}
    slogans = [Quantity(*match.span(), read(match[0])) for match in _SLOGAN.finditer(here.text)]
    lacking = [slogan for slogan in slogans if slogan.value not in told]
    return [(lacking[0], small[0])] if len(lacking) == 1 else []


def _instead(quantity: Quantity, candidates: list[Quantity], here: _Side) -> Quantity | None:
    """The English quantity that stands in the place of a Chinese one: of the same thing, nearest in value."""
    certain = here.in_figures(quantity) or here.asks_for(quantity)
    fitting = [
        other
        for other in candidates
        if same_thing(quantity, other)
        and is_year(quantity) is is_year(other)
        and quantity.rough is other.rough
        and (certain or quantity.rough or _alike(quantity, other))
    ]
    return min(fitting, key=lambda other: _distance(quantity, other), default=None)


def _alike(quantity: Quantity, other: Quantity) -> bool:
    """Whether a small number in words can be an error for another: not a one, and not of another order."""
    if quantity.kind is not other.kind or (other.value == 1 and other.unit != "half"):
        return False
    if quantity.unit == other.unit == "half" or quantity.kind is Kind.MEASURE:
        return True
    return max(quantity.value, other.value) < 1 or 1 < other.value <= 10 * quantity.value


def _distance(quantity: Quantity, other: Quantity) -> tuple[bool, Fraction]:
    low, high = sorted((quantity.value, other.value))
    return quantity.kind is not other.kind, high / low if low else high


def _without_notes(english: tuple[Quantity, ...], chinese: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Cuts a note's number from a year of the Chinese: text from a PDF has 19943 for 1994 and note 3."""
    years = {quantity.value for quantity in chinese if quantity.unit == "year"}
    return tuple(_without_note(other) if _is_noted(other, years) else other for other in english)


def _is_noted(other: Quantity, years: set[Fraction]) -> bool:
    return other.end - other.start == 5 and Fraction(other.value // 10) in years


def _without_note(other: Quantity) -> Quantity:
    return replace(other, value=Fraction(other.value // 10), end=other.end - 1)


_GLOSS = re.compile(r"\([^()\d]{0,20}\d{3,4}(?:\s?[-–—]\s?\d{2,4})?[^()\d]{0,10}\)")


def _glosses(other: Quantity, here: _Side, there: _Side) -> bool:
    """Whether it dates in brackets what the Chinese names without a date: the Tang dynasty (618–907)."""
    bare = other.kind is Kind.NUMBER and other.scale == 1
    if not (bare or other.unit == "year") or any(quantity.unit == "year" for quantity in here.quantities):
        return False
    return any(gloss.start() < other.start < gloss.end() for gloss in _GLOSS.finditer(there.text))


def _exchanged(other: Quantity, here: _Side, there: _Side, missing: tuple[Quantity, ...]) -> bool:
    """Whether it can be a sum of the Chinese in another currency, which the English gives besides.

    元 can be some dollar, but not where the English has told all its sums in yuan.
    """
    if other.kind is not Kind.MONEY or any(quantity.kind is Kind.MONEY for quantity in missing):
        return False
    sums, told = (
        [quantity for quantity in side.quantities if quantity.kind is Kind.MONEY] for side in (here, there)
    )
    elsewhere = [quantity for quantity in told if not same_thing(quantity, other)]
    return bool(sums) and all(
        not same_thing(one, other) or any(same_thing(one, quantity) for quantity in elsewhere) for one in sums
    )
