"""The page's glossary: what a reader learns about a term, in its popover and in the list at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.formats.html.inline import in_language
from pipeline.formats.html.references import Reference, References, term_id
from pipeline.formats.html.ruby import readings
from pipeline.formats.html.safety import safe
from pipeline.formats.words import ENGLISH, is_chinese
from pipeline.markup import CHINESE, count_han
from pipeline.model import SOURCE_LANGUAGE, Edition, Term


@dataclass(frozen=True, slots=True)
class Form:
    """A text in a language."""

    language: str
    text: str

    @property
    def html(self) -> Markup:
        """The text, with what is Chinese in an English one told as such, so that each has its own font."""
        if is_chinese(self.language):
            return safe(self.text)
        return in_language(self.text, CHINESE, SOURCE_LANGUAGE)


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of the glossary as the page shows it; `uses` are the sentences in which it stands."""

    id: str
    chinese: str
    traditional: tuple[Form, ...]
    pinyin: str
    english: str
    acronym: str
    also: tuple[str, ...]
    definitions: tuple[Form, ...]
    facts: tuple[tuple[str, Form], ...]
    uses: tuple[Reference, ...]


def term_views(edition: Edition, references: References) -> tuple[TermView, ...]:
    """The glossary's entries, in the order of their first use."""
    return tuple(_view(term, edition.languages, references) for term in edition.terms)


def _view(term: Term, languages: Sequence[str], references: References) -> TermView:
    facts = ((key, term.fields.get(key, "")) for key in ("source", "authority", "note"))
    return TermView(
        id=term_id(term),
        chinese=term.chinese,
        traditional=_traditional(term),
        pinyin=term.fields.get("pinyin") or " ".join(filter(None, readings(term.chinese))),
        english=term.english,
        acronym=term.acronym,
        also=term.admitted,
        definitions=_definitions(term, languages),
        facts=tuple((key, Form(_language(text), text)) for key, text in facts if text),
        uses=references.places(term_id(term)),
    )


def _traditional(term: Term) -> tuple[Form, ...]:
    """The Traditional forms that differ from the Simplified one and from each other."""
    forms = {text: tag for tag, text in sorted(term.traditional.items(), reverse=True)}
    forms.pop(term.chinese, None)
    return tuple(Form(tag, text) for text, tag in reversed(forms.items()) if text)


def _definitions(term: Term, languages: Sequence[str]) -> tuple[Form, ...]:
    """The definition in the languages of the edition, or in the other one where that is all there is."""
    forms = (
        Form(ENGLISH, term.fields.get("definition", "")),
        Form(SOURCE_LANGUAGE, term.fields.get("definition_zh", "")),
    )
    written = [form for form in forms if form.text]
    read = {is_chinese(language) for language in languages}
    return tuple(form for form in written if is_chinese(form.language) in read) or tuple(written)


def _language(text: str) -> str:
    return SOURCE_LANGUAGE if 2 * count_han(text) > len(text) else ENGLISH
