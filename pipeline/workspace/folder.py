"""Where things are in a workspace, and reading them into the model."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from pipeline.checks import CODES
from pipeline.errors import WorkspaceError
from pipeline.formats import decisions_csv, glossary_csv, markdown, po
from pipeline.formats.annotation import remarks
from pipeline.glossary import Glossary
from pipeline.model import Catalog, Decision, Document, Finding, Location, Remark, Term
from pipeline.segment import segment
from pipeline.workspace import files
from pipeline.workspace.root import DECISIONS, FILE, find_root
from pipeline.workspace.settings import Settings, parse


@dataclass(frozen=True)
class Workspace:
    """A folder with a duizhao.toml; paths in messages are relative to it."""

    root: Path
    settings: Settings

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The workspace that `start` is in; raises WorkspaceError where there is none."""
        folder = find_root(start)
        text = files.read_text(folder / FILE, FILE)
        return cls(folder, parse(text, FILE, frozenset(CODES)))

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The names of the documents, sorted."""
        paths = sorted((self.root / "source").glob("*.md"))
        folded: dict[str, str] = {}
        for path in paths:
            check_slug(path.stem)
            twin = folded.setdefault(fold(path.stem), path.stem)
            if twin != path.stem:
                raise WorkspaceError(f"two documents of one name: {twin} and {path.stem}", Location("source"))
        return tuple(path.stem for path in paths)

    def select(self, names: Iterable[str]) -> tuple[str, ...]:
        """The documents that are named, by slug or by path; all of them where none is."""
        chosen = [Path(name).stem if name.endswith(".md") else name for name in names]
        for name in chosen:
            if name not in self.slugs:
                there = ", ".join(self.slugs) or "none yet"
                raise WorkspaceError(f"no document {name!r} in source/ (there are: {there})")
        return tuple(dict.fromkeys(chosen)) or self.slugs

    def source_path(self, slug: str) -> str:
        """The path of a source text."""
        return f"source/{slug}.md"

    def catalog_path(self, slug: str, language: str) -> str:
        """The path of a catalog, or of the template where `language` is empty."""
        if not language:
            return f"translations/templates/{slug}.pot"
        return f"translations/{po.language_code(language)}/{slug}.po"

    def place(self, path: str) -> tuple[str, str]:
        """The document and the language that a path of a source or a catalog stands for; empty: neither."""
        folder, _, name = path.rpartition("/")
        languages = {f"translations/{po.language_code(tag)}": tag for tag in self.settings.languages}
        language = languages.get(folder, "")
        return (name.rpartition(".")[0] if language or folder == "source" else ""), language

    def remarks_path(self, slug: str) -> str:
        """The path of the annotations that people made of a document."""
        return f"annotations/{slug}.jsonl"

    def remarks(self, slug: str) -> tuple[Remark, ...]:
        """The annotations that people made; none where there is no file."""
        path = self.remarks_path(slug)
        if not (self.root / path).exists():
            return ()
        return remarks.parse(files.normal(files.read_text(self.root / path, path)), path)

    def glossary_paths(self) -> tuple[str, ...]:
        """The paths of the glossary's files, sorted."""
        return tuple(f"glossary/{path.name}" for path in sorted((self.root / "glossary").glob("*.csv")))

    def source_text(self, slug: str) -> str:
        """A source text with LF line ends and without a byte order mark."""
        path = self.source_path(slug)
        return files.normal(files.read_text(self.root / path, path))

    def document(self, slug: str) -> Document:
        """A source text, cut into segments."""
        path = self.source_path(slug)
        document = markdown.parse(self.source_text(slug), path)
        blocks = (
            replace(block, segments=segment(block.text, block.marks)) if block.translatable else block
            for block in document.blocks
        )
        return replace(document, blocks=tuple(blocks))

    def catalog_text(self, slug: str, language: str) -> str | None:
        """The text of a catalog's or template's file; None where there is no file."""
        path = self.catalog_path(slug, language)
        return files.read_text(self.root / path, path) if (self.root / path).exists() else None

    def catalog(self, slug: str, language: str) -> Catalog | None:
        """A catalog or template as it is in its file; None where there is no file."""
        text = self.catalog_text(slug, language)
        if text is None:
            return None
        return replace(po.parse(text, self.catalog_path(slug, language)), language=language)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """What people decided on conversions in doubt; none where there is no such file."""
        path = self.root / DECISIONS
        return decisions_csv.parse(files.read_text(path, DECISIONS), DECISIONS) if path.exists() else ()

    @cached_property
    def glossary_findings(self) -> tuple[Finding, ...]:
        """What is wrong in the glossary's files."""
        return self._glossary[1]

    @cached_property
    def glossary(self) -> Glossary:
        """The concepts of all the glossary's files."""
        return self._glossary[0]

    @cached_property
    def _glossary(self) -> tuple[Glossary, tuple[Finding, ...]]:
        paths = self.glossary_paths()
        return _read_glossary(tuple((path, files.read_text(self.root / path, path)) for path in paths))


@lru_cache(maxsize=2)  # a build asks for each edition, a preview for each page
def _read_glossary(texts: tuple[tuple[str, str], ...]) -> tuple[Glossary, tuple[Finding, ...]]:
    """The concepts of some files, each told by its path and text, and what is wrong in them."""
    terms: list[Term] = []
    findings: list[Finding] = []
    for path, text in texts:
        some, wrong = glossary_csv.parse(text, path)
        terms += some
        findings += wrong
    return Glossary(terms), tuple(findings)


def fold(name: str) -> str:
    """What two names have in common that some file system takes for one: case and composition."""
    return unicodedata.normalize("NFC", name).casefold()


def check_slug(slug: str) -> None:
    """Raises WorkspaceError where a document cannot have this name: it becomes file names."""
    wrong = [
        c for c in slug if c in '/\\:*?"<>|' or unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]
    if wrong or slug.startswith((".", "-")) or not slug.strip() or len(slug.encode()) > 120:
        raise WorkspaceError(f"{slug!r} cannot be a document's name: letters, digits, hyphens and spaces can")
