"""One passage as HTML: inline Markdown, with terms, names, figures and note marks laid over its text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from pipeline.formats.html.references import Reference, References, term_id
from pipeline.formats.html.ruby import ruby
from pipeline.formats.html.safety import address, joined, safe
from pipeline.formats.words import ENGLISH, is_chinese
from pipeline.markup import CHINESE, LATIN, Node, parse
from pipeline.model import Annotation, Term

_NAMES = ("person", "organization", "place")
_LOOKS = ("date", "number", "money", "document", "entity")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_HALF_EMPTY = tuple("，。、；：？！）》」』】”’")
_PAIRS = {("em", 1): "<em>", ("em", -1): "</em>", ("strong", 1): "<strong>", ("strong", -1): "</strong>"}
_PAIRS |= {("s", 1): "<s>", ("s", -1): "</s>"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its language, its block, and the page's references."""

    language: str
    block: Reference
    references: References


def inline(
    text: str,
    place: Place,
    annotations: Sequence[Annotation] = (),
    sounds: Sequence[str] = (),
    language: str = "",
) -> Markup:
    """Writes inline Markdown. `annotations` and `sounds` (pinyin) count in its plain text.

    `language` is that of the text, if it is not the place's own.
    """
    return _Inline(place, annotations, sounds, language or place.language).write(parse(text))


class _Inline:
    def __init__(
        self, place: Place, annotations: Sequence[Annotation], sounds: Sequence[str], language: str
    ) -> None:
        self.place = place
        self.terms = _apart([a for a in annotations if a.kind == "term"])
        self.others = _apart([a for a in annotations if a.kind in _LOOKS])
        self.sounds = sounds
        self.link = ""  # the end tag of the link that is open; Markdown nests no links
        self.is_chinese = is_chinese(language)
        self.emphasis = 0
        self.before = ""  # the text before the node at hand
        self.late: list[Markup] = []  # note marks that wait for the end of a link, which cannot hold them

    def write(self, nodes: Sequence[Node]) -> Markup:
        parts = []
        for at, node in enumerate(nodes):
            parts.append(self.node(node))
            if node.kind == "note" and nodes[at + 1 :] and nodes[at + 1].text[:1].isalnum():
                parts.append(Markup("<wbr>"))  # the mark's number and a number of the text are no one word
            self.before = node.text if node.kind == "text" else self.before
        return joined(parts)

    def node(self, node: Node) -> Markup:
        match node.kind:
            case "text":
                return joined(self.pieces(node))
            case "code":
                return Markup(f'<code translate="no">{safe(node.text)}</code>')
            case "break":
                return Markup("<br>")
            case "note":
                return self.note(node.text)
            case "image":
                return self.image(node)
            case "link":
                return self.linked(node)
        self.emphasis += node.nesting if node.kind == "em" else 0
        return Markup(_PAIRS.get((node.kind, node.nesting), ""))

    def pieces(self, node: Node) -> Iterator[Markup]:
        end = node.start + len(node.text)
        cuts = {node.start, end}
        for annotation in (*self.terms, *self.others):
            cuts.update(at for at in (annotation.start, annotation.end) if node.start < at < end)
        bounds = sorted(cuts)
        for start, stop in pairwise(bounds):
            yield self.piece(node.text[start - node.start : stop - node.start], start)

    def piece(self, text: str, start: int) -> Markup:
        sounds = self.sounds[start : start + len(text)]
        html = ruby(text, sounds, self.words) if sounds else self.words(text)
        term = _covering(self.terms, start)
        if term:
            html = self.term(html, self.place.references.term(term.body))
        other = _covering(self.others, start)
        return _tagged(html, other) if other else html

    def words(self, text: str) -> Markup:
        """The text with the words of another language marked by it, where they are to be read or set as such.

        In Chinese those are Latin words with emphasis: they lean, where Chinese takes dots.
        """
        if not self.is_chinese:
            return in_language(text, CHINESE, self.place.references.chinese)
        return in_language(text, LATIN, ENGLISH) if self.emphasis else safe(text)

    def term(self, html: Markup, term: Term | None) -> Markup:
        if term is None:
            return html
        self.place.references.use(term, self.place.block)
        if self.link:
            return html
        style = ' class="n"' if term.kind in _NAMES else ""
        return Markup(f'<a{style} href="#{term_id(term)}">{html}</a>')  # an id needs no escaping

    def note(self, label: str) -> Markup:
        number = self.place.references.number(label)
        if not number:
            return safe(f"[^{label}]")
        mark = note_mark(f"n-{number}", str(number), self.place, self.before)
        if self.link:
            self.late.append(mark)
            return Markup("")
        return mark

    def image(self, node: Node) -> Markup:
        """A picture is a link: a page that loads nothing cannot show it."""
        target, text = address(node.target), safe(node.text or node.target)
        if not target or self.link:
            return text
        return Markup(f'<a class="image" href="{safe(target)}" rel="noreferrer">{text}</a>')

    def linked(self, node: Node) -> Markup:
        if node.nesting == 1:
            target = safe(address(node.target))
            self.link = "</a>" if target else "</span>"
            return Markup(f'<a href="{target}" rel="noreferrer">' if target else "<span>")
        end, self.link = Markup(self.link), ""
        late, self.late = self.late, []
        return joined([end, *late])


def note_mark(target: str, mark: str, place: Place, before: str) -> Markup:
    """The raised mark of the note whose element is `target`, after the text `before`.

    A full-width closing mark leaves half of its square empty, and the note's mark stands there.
    """
    here = place.references.mark(target, place.language)
    tucked = " in" if is_chinese(place.language) and before[-1:] in _HALF_EMPTY else ""
    return Markup(f'<sup class="ref{tucked}"><a id="{here}" href="#{target}">{mark}</a></sup>')


def in_language(text: str, words: re.Pattern[str], language: str) -> Markup:
    """The text, with the words that a pattern finds told by their language."""
    parts, at = [], 0
    for match in words.finditer(text):
        word = Markup(f'<span lang="{safe(language)}">{safe(match[0])}</span>')
        parts += [safe(text[at : match.start()]), word]
        at = match.end()
    return joined([*parts, safe(text[at:])]) if parts else safe(text)


def _tagged(html: Markup, annotation: Annotation) -> Markup:
    body = annotation.body
    concept = f' data-c="{safe(annotation.concept)}"' if annotation.concept else ""
    match annotation.kind:
        case "date" if _is_date(body):
            return Markup(f'<time class="f" datetime="{body}"{concept}>{html}</time>')
        case "number" | "money" if body:
            return Markup(f'<data class="f" value="{safe(body)}"{concept}>{html}</data>')
        case "date" | "number" | "money":
            return Markup(f'<span class="f">{html}</span>')
        case "document" if annotation.link:
            return Markup(f'<cite data-c="{safe(annotation.link)}">{html}</cite>')
        case "document":
            return Markup(f"<cite>{html}</cite>")
    return Markup(f'<span class="e">{html}</span>')


def _is_date(text: str) -> bool:
    """Whether HTML's `datetime` takes the text: a year, a month or a day that exists."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _apart(annotations: Sequence[Annotation]) -> list[Annotation]:
    """The annotations that do not overlap, leftmost first and of several the longest."""
    kept: list[Annotation] = []
    for annotation in sorted(annotations, key=lambda a: (a.start, -a.end)):
        if annotation.start < annotation.end and (not kept or annotation.start >= kept[-1].end):
            kept.append(annotation)
    return kept


def _covering(annotations: Sequence[Annotation], at: int) -> Annotation | None:
    index = bisect_right(annotations, at, key=lambda a: a.start) - 1
    return annotations[index] if index >= 0 and at < annotations[index].end else None
