"""The page's glossary: what a reader learns about a term, in its popover and in the list at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.formats.html.inline import in_language
from pipeline.formats.html.references import Reference, References, term_id
from pipeline.formats.html.safety import safe
from pipeline.formats.meanings import WRITTEN_IN, chinese, meaning, sound
from pipeline.formats.words import AUTHORITIES, ENGLISH, is_chinese, page_language, word
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
    """A term of the glossary as the page shows it; `uses` are the sentences in which it stands.

    `chinese` is in the script of the page, and `others` are the forms in the other scripts.
    """

    id: str
    chinese: Form
    others: tuple[Form, ...]
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
    own = Form(*chinese(term, [tag for tag in languages if is_chinese(tag)][:1]))
    return TermView(
        id=term_id(term),
        chinese=own,
        others=_others(term, own),
        pinyin=sound(term, own.text),
        english=term.english,
        acronym=term.acronym,
        also=term.admitted,
        definitions=_definitions(term, languages),
        facts=tuple((key, _fact(text, languages)) for key, text in facts if text),
        uses=references.places(term_id(term)),
    )


def _others(term: Term, own: Form) -> tuple[Form, ...]:
    """The forms in other scripts that differ from the page's own and from each other."""
    written = {**term.traditional, SOURCE_LANGUAGE: term.chinese}
    forms = {text: tag for tag, text in sorted(written.items(), reverse=True)}
    forms.pop(own.text, None)
    return tuple(Form(tag, text) for text, tag in reversed(forms.items()) if text)


def _definitions(term: Term, languages: Sequence[str]) -> tuple[Form, ...]:
    """The definition in English and in the page's Chinese, or in the other one where that is all there is."""
    tags = [tag for tag in languages if not is_chinese(tag)] + [tag for tag in languages if is_chinese(tag)][
        :1
    ]
    names = dict.fromkeys(name for tag in tags if (name := meaning(term, tag)))
    return tuple(Form(WRITTEN_IN[name], term.fields[name]) for name in names)


def _fact(text: str, languages: Sequence[str]) -> Form:
    """A fact of the glossary as it stands there; how firm a rendering is, in the page's language."""
    language = page_language(languages)
    if text in AUTHORITIES:
        return Form(language, word(text, language))
    return Form(SOURCE_LANGUAGE if 2 * count_han(text) > len(text) else ENGLISH, text)
