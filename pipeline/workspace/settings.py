"""duizhao.toml: the settings of a workspace, every key checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.checks.terms_across import STYLES
from pipeline.formats.fonts import FontSetting
from pipeline.glossary.columns import KINDS
from pipeline.model import SOURCE_LANGUAGE, Style
from pipeline.workspace import publishing, severities
from pipeline.workspace.publishing import Site
from pipeline.workspace.severities import Severities
from pipeline.workspace.toml import Table

LANGUAGES = ("zh-Hant", "zh-Hant-HK", "en")
"""What a source can be translated or converted into, in the order in which pages show them."""
DEFAULT_LANGUAGES = ("zh-Hant", "en")
PARALLEL = "parallel"
FORMATS = ("html", "pdf", "epub", "docx", "md", "txt")
DEFAULT_FORMATS = ("html", "pdf")
TERM_NOTES = ("policy", "concept", "idiom")
"""The kinds of terms whose first use gets a footnote in a PDF; names are left to its glossary."""
MARKS = ("terms", "names", "figures")
"""What can be marked in the text of pages and prints."""
ENGLISHES = ("us", "gb")


@dataclass(frozen=True, slots=True)
class Settings:
    """What duizhao.toml says. `baseline` is the path of a file with findings that are known; empty: none.

    `marks` is what pages mark at first and prints mark; None leaves it to each of them. `first_use` maps a
    kind of term, or `*` for all others, to what its first mention has in brackets.
    """

    title: str = ""
    languages: tuple[str, ...] = DEFAULT_LANGUAGES
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = DEFAULT_FORMATS
    references: str = "line"
    vocabulary: str = "common"
    words: tuple[str, ...] = ()
    paper: str = "a4"
    epub_layout: str = "stacked"
    layout: str = "columns"
    term_notes: tuple[str, ...] = TERM_NOTES
    marks: tuple[str, ...] | None = None
    site: Site = field(default_factory=Site)
    fonts: FontSetting = field(default_factory=FontSetting)
    embed_fonts: bool = False
    model: str = ""
    fail_on: str = "error"
    severity: Severities = field(default_factory=Severities)
    baseline: str = ""
    first_use: Mapping[str, str] = field(default_factory=dict)
    style: Style = field(default_factory=Style)

    @property
    def all_editions(self) -> tuple[str, ...]:
        """The editions to build: those asked for, or each language and the parallel one."""
        return self.editions or (SOURCE_LANGUAGE, *self.languages, PARALLEL)


def parse(text: str, path: str, codes: frozenset[str]) -> Settings:
    """Reads the settings; `codes` are the codes of findings. Raises WorkspaceError with the line."""
    top = Table.parse(text, path)
    top.known("title", "languages", "editions", "formats", "references", "check", "edition", "site", "fonts")
    check = top.table("check").known(
        *("fail-on", "severity", "first-use", "baseline", "language", "document", "english", "words"),
        "house-style",
    )
    edition = top.table("edition").known(
        "vocabulary", "words", "paper", "layout", "term-notes", "marks", "epub-layout", "model"
    )
    languages = top.choices("languages", LANGUAGES, DEFAULT_LANGUAGES)
    editions = (SOURCE_LANGUAGE, *languages, PARALLEL)
    return Settings(
        title=top.text("title"),
        languages=tuple(sorted(languages, key=LANGUAGES.index)),
        editions=top.choices("editions", editions, ()),
        formats=top.choices("formats", FORMATS, DEFAULT_FORMATS),
        references=top.choice("references", ("line", "file"), "line"),
        vocabulary=edition.choice("vocabulary", ("off", "common", "full"), "common"),
        words=edition.list("words"),
        paper=edition.choice("paper", ("a4", "us-letter"), "a4"),
        epub_layout=edition.choice("epub-layout", ("stacked", "columns"), "stacked"),
        layout=edition.choice("layout", ("columns", "stacked"), "columns"),
        term_notes=edition.choices("term-notes", tuple(KINDS), TERM_NOTES),
        marks=edition.choices("marks", MARKS, ()) if "marks" in edition.values else None,
        site=publishing.site(top),
        fonts=publishing.fonts(top),
        embed_fonts=top.table("fonts").flag("embed", False),
        model=edition.text("model"),
        fail_on=check.choice("fail-on", ("error", "warning", "never"), "error"),
        severity=severities.parse(check, languages, codes),
        baseline=check.text("baseline"),
        first_use=_first_uses(check.table("first-use")),
        style=_style(check),
    )


def _first_uses(table: Table) -> dict[str, str]:
    table.known("all", *KINDS)
    return {"*" if kind == "all" else kind: table.choice(kind, STYLES) for kind in table.values}


def _style(check: Table) -> Style:
    """How the house writes English: the variety, its own words, the phrases that it does not use."""
    banned = check.table("house-style")
    return Style(
        english=check.choice("english", ENGLISHES),
        words=frozenset(word.lower() for word in check.list("words")),
        banned={phrase: banned.text(phrase) for phrase in banned.values},
    )
