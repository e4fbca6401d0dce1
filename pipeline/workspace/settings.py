"""duizhao.toml: the settings of a workspace, every key checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.checks.glossary_file import KINDS
from pipeline.checks.terms_across import STYLES
from pipeline.model import SOURCE_LANGUAGE, Severity
from pipeline.workspace.toml import Table

FILE = "duizhao.toml"
LANGUAGES = ("zh-Hant", "zh-Hant-HK", "en")
"""What a source can be translated or converted into, in the order in which pages show them."""
DEFAULT_LANGUAGES = ("zh-Hant", "en")
PARALLEL = "parallel"
FORMATS = ("html", "pdf", "epub", "md", "txt")
DEFAULT_FORMATS = ("html", "pdf")
_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE, "off": None}


@dataclass(frozen=True, slots=True)
class Settings:
    """What duizhao.toml says. `severity` maps a code to its severity here; None is off.

    `first_use` maps a kind of term, or `*` for all others, to what its first mention has in brackets.
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
    model: str = ""
    fail_on: str = "error"
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    first_use: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_editions(self) -> tuple[str, ...]:
        """The editions to build: those asked for, or each language and the parallel one."""
        return self.editions or (SOURCE_LANGUAGE, *self.languages, PARALLEL)


def parse(text: str, path: str, codes: frozenset[str]) -> Settings:
    """Reads the settings; `codes` are the codes of findings. Raises WorkspaceError with the line."""
    top = Table.parse(text, path)
    top.known("title", "languages", "editions", "formats", "references", "check", "edition")
    check = top.table("check").known("fail-on", "severity", "first-use")
    edition = top.table("edition").known("vocabulary", "words", "paper", "epub-layout", "model")
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
        model=edition.text("model"),
        fail_on=check.choice("fail-on", ("error", "warning", "never"), "error"),
        severity=_severities(check.table("severity"), codes),
        first_use=_first_uses(check.table("first-use")),
    )


def _severities(table: Table, codes: frozenset[str]) -> dict[str, Severity | None]:
    table.known(*sorted(codes))
    return {code: _SEVERITIES[table.choice(code, tuple(_SEVERITIES))] for code in table.values}


def _first_uses(table: Table) -> dict[str, str]:
    table.known("all", *KINDS)
    return {"*" if kind == "all" else kind: table.choice(kind, STYLES) for kind in table.values}
