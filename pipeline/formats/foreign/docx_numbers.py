"""Numbers that Word makes by itself, written out as text where Markdown has no list for them.

`第一条`, `一、` and `（一）` are as a rule no text of a DOCX but a format of its paragraphs; so is a `1.1`
before a heading. They belong to the wording, so they become words of it; bullets and plain `1.` stay lists.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_CHINESE = re.compile(r"(?:chinese|taiwanese|japanese)Counting(?:Thousand)?")
_CYCLES = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_LIST = re.compile(r"%\d[.)、．）]?")
_MOST_LEVELS = 9


def write_out(document: Element, numbering: Element | None, styles: Element | None) -> None:
    """Gives each paragraph whose number no Markdown list can show that number as its first words."""
    if numbering is None:
        return
    lists = _Lists(numbering)
    of_styles = _numbering_of_styles(styles) if styles is not None else {}
    headings = _headings(styles) if styles is not None else frozenset()
    for paragraph in document.iter("{*}p"):
        properties = paragraph.find("{*}pPr")
        style = _value(properties, "pStyle")
        number, depth = _numbering(properties) or of_styles.get(style, ("", 0))
        level = lists.level(number, depth)
        if level is None or properties is None:
            continue
        label = lists.count(number, depth)
        is_decimal = level.form == "decimal" and _LIST.fullmatch(level.text) is not None
        is_list = is_decimal or level.form in ("bullet", "none")
        if label and (style in headings or not is_list):
            _write(paragraph, properties, label)


@dataclass(slots=True)
class _Level:
    """How a level of a list is numbered: its form, the text around it, where it starts.

    A `legal` one shows the numbers of all levels in digits, as in 1.1 under 第一章.
    """

    form: str
    text: str
    start: int
    is_legal: bool


@dataclass(slots=True)
class _Lists:
    """The lists of a document, and how far each has been counted."""

    numbering: Element
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for family in self.numbering.iter("{*}abstractNum"):
            self.levels[_attribute(family, "abstractNumId")] = dict(_levels(family))
        for number in self.numbering.iterchildren("{*}num"):
            self.families[_attribute(number, "numId")] = _value(number, "abstractNumId")

    def level(self, number: str, depth: int) -> _Level | None:
        return self.levels.get(self.families.get(number, ""), {}).get(depth)

    def count(self, number: str, depth: int) -> str:
        """Counts a paragraph, and gives its number as Word shows it."""
        family = self.families[number]
        levels, counts = self.levels[family], self.counts.setdefault(family, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        return re.sub(
            r"%(\d)", lambda m: self._shown(levels, counts, int(m[1]) - 1, depth), levels[depth].text
        )

    @staticmethod
    def _shown(levels: dict[int, _Level], counts: dict[int, int], wanted: int, depth: int) -> str:
        level = levels.get(wanted)
        if level is None or level.form == "bullet":
            return ""
        return numeral(counts.get(wanted, level.start), "decimal" if levels[depth].is_legal else level.form)


def _levels(family: Element) -> Iterator[tuple[int, _Level]]:
    for level in family.iterchildren("{*}lvl"):
        depth, start = _attribute(level, "ilvl"), _value(level, "start")
        if depth.isdecimal() and int(depth) < _MOST_LEVELS:
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            form, is_legal = _value(level, "numFmt") or "decimal", level.find("{*}isLgl") is not None
            yield int(depth), _Level(form, _value(level, "lvlText"), first, is_legal)


def _numbering(properties: Element | None) -> tuple[str, int] | None:
    """The list and level that a paragraph's or style's properties name; None where they name none."""
    numbers = properties.find("{*}numPr") if properties is not None else None
    if numbers is None:
        return None
    depth = _value(numbers, "ilvl")
    return _value(numbers, "numId"), int(depth) if depth.isdecimal() and len(depth) < 3 else 0


def _numbering_of_styles(styles: Element) -> dict[str, tuple[str, int]]:
    """The numbering that each style gives to its paragraphs, its own or that of the style it is based on."""
    known = {_attribute(style, "styleId"): style for style in styles.iter("{*}style")}
    found: dict[str, tuple[str, int]] = {}
    for name, style in known.items():
        seen: set[str] = set()
        current: Element | None = style
        while current is not None and _attribute(current, "styleId") not in seen:
            seen.add(_attribute(current, "styleId"))
            numbering = _numbering(current.find("{*}pPr"))
            if numbering is not None:
                found[name] = numbering
                break
            current = known.get(_value(current, "basedOn"))
    return found


def _headings(styles: Element) -> frozenset[str]:
    named = (
        (_attribute(style, "styleId"), _value(style, "name").lower()) for style in styles.iter("{*}style")
    )
    return frozenset(style for style, name in named if re.match(r"heading \d|标题 ?\d|title$", name))


def _write(paragraph: Element, properties: Element, label: str) -> None:
    """Puts a number before a paragraph's first run, and takes the paragraph out of its list."""
    space = etree.QName(paragraph).namespace
    run = etree.Element(f"{{{space}}}r")
    text = etree.SubElement(run, f"{{{space}}}t")
    text.text = label if re.search(r"[、.．）)]$", label) and not label[-1].isascii() else label + " "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    properties.addnext(run)
    for numbers in properties.findall("{*}numPr"):
        properties.remove(numbers)
    numbers = etree.SubElement(properties, f"{{{space}}}numPr")
    for name in ("ilvl", "numId"):
        etree.SubElement(numbers, f"{{{space}}}{name}").set(f"{{{space}}}val", "0")


def _value(element: Element | None, name: str) -> str:
    child = element.find(f"{{*}}{name}") if element is not None else None
    return _attribute(child, "val") if child is not None else ""


def _attribute(element: Element, name: str) -> str:
    return element.get(f"{{{etree.QName(element).namespace}}}{name}", "")


def numeral(number: int, form: str) -> str:
    """A number as Word writes it in one of its forms; in digits where the form is not known."""
    if _CHINESE.fullmatch(form):
        return _spoken(number, _DIGITS, "十百千").removeprefix("一" if 10 <= number < 20 else "")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _spoken(number, _LEGAL, "拾佰仟")
    if form in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form in _CYCLES:
        return _CYCLES[form][(number - 1) % len(_CYCLES[form])]
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _spoken(number: int, digits: str, units: str) -> str:
    """A number below 10,000 in Chinese as it is said: 105 is 一百零五; a larger one in single digits."""
    figures = str(number)
    if len(figures) > 4:
        return "".join(digits[int(figure)] for figure in figures)
    said = ""
    for place, figure in enumerate(figures):
        rest = len(figures) - place - 1
        if figure != "0":
            said += digits[int(figure)] + (units[rest - 1] if rest else "")
        elif said and figures[place:].strip("0") and not said.endswith("零"):
            said += "零"
    return said or digits[0]


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters
