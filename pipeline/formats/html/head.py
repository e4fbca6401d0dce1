"""What a page says about itself to search engines, link previews and readers who cite it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.formats.html.safety import address
from pipeline.formats.html.settings import Settings
from pipeline.formats.words import language_name
from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Edition, Kind, State

STATES = (State.TRANSLATED, State.MACHINE, State.FUZZY, State.UNTRANSLATED)


@dataclass(frozen=True, slots=True)
class Count:
    """How many sentences of a language are in each state, in the order of `STATES`."""

    language: str
    name: str
    numbers: tuple[int, ...]


def field(edition: Edition, label: str) -> tuple[str, ...]:
    """A prose field (`author`, `description` ...) in each language, as plain text; empty if it is absent."""
    for block in edition.blocks:
        if block.kind is Kind.METADATA and block.label == label and block.rows:
            return tuple(
                " ".join(plain(row.passages[column].text) for row in block.rows)
                for column in range(len(edition.languages))
            )
    single = edition.metadata.get(label, "")
    return (single,) * len(edition.languages) if single else ()


def counts(edition: Edition) -> tuple[Count, ...]:
    """For each language but the source, how its sentences came about."""
    rows = [row for block in edition.blocks for row in block.rows]
    found = []
    for column, language in enumerate(edition.languages):
        if language != SOURCE_LANGUAGE:
            states = Counter(row.passages[column].state for row in rows)
            numbers = tuple(states[state] for state in STATES)
            found.append(Count(language, language_name(language), numbers))
    return tuple(found)


def states(counted: Sequence[Count]) -> list[tuple[State, int]]:
    """The states that some sentence is in, each with its place among the numbers of a count."""
    return [(state, at) for at, state in enumerate(STATES) if any(one.numbers[at] for one in counted)]


def linked_data(edition: Edition, settings: Settings, titles: tuple[str, ...]) -> dict[str, object]:
    """The page as a schema.org Article; fields that are not known are left out."""
    facts = edition.metadata
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": titles[-1],
        "alternativeHeadline": [title for title in titles[:-1] if title != titles[-1]],
        "inLanguage": list(edition.languages),
        "url": settings.address,
        "author": [{"@type": "Person", "name": name} for name in dict.fromkeys(field(edition, "author"))],
        "translator": [{"@type": "Person", "name": facts["translator"]}] if facts.get("translator") else [],
        "datePublished": facts.get("date", ""),
        "description": (field(edition, "description") or ("",))[-1],
        "license": facts.get("licence", ""),
        "isBasedOn": address(facts.get("source", "")),
        "isPartOf": {"@type": "WebSite", "name": settings.site} if settings.site else {},
        "workTranslation": [
            {"@type": "Article", "inLanguage": link.language, "url": settings.absolute(link.href)}
            for link in settings.editions
            if link.language
        ],
    }
    return {key: value for key, value in data.items() if value}


def open_graph(
    edition: Edition, settings: Settings, titles: tuple[str, ...], language: str
) -> Iterator[tuple[str, str]]:
    """The Open Graph properties of the page, as pairs of name and content."""
    yield "og:type", "article"
    yield "og:title", titles[edition.languages.index(language)]
    locales = [_locale(tag) for tag in (language, *(t for t in edition.languages if t != language))]
    yield "og:locale", locales[0]
    yield from (("og:locale:alternate", locale) for locale in locales[1:])
    described = field(edition, "description")
    optional = (
        ("og:description", described[edition.languages.index(language)] if described else ""),
        ("og:site_name", settings.site),
        ("og:url", settings.address),
        ("article:published_time", edition.metadata.get("date", "")),
    )
    yield from ((name, content) for name, content in optional if content)


def citation(edition: Edition, settings: Settings, language: str, title: str) -> str:
    """The page as a reader cites it, without the address: author, title, place, date."""
    author = field(edition, "author")
    quoted = f"“{title}”" if language == "en" else f"《{title}》"
    parts = [author[edition.languages.index(language)] if author else "", quoted, settings.site]
    return ", ".join(part for part in (*parts, edition.metadata.get("date", "")) if part)


def _locale(language: str) -> str:
    """Open Graph's name of a language: language_TERRITORY."""
    known = {"en": "en_US", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "zh-Hant-HK": "zh_HK"}
    return known.get(language, language.replace("-", "_"))
