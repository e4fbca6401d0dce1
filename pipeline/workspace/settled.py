"""What a sync has found settled, by content, so that the next one reads and hashes it only.

The memory is a convenience: without it, or where anything in it does not fit, all is worked out again.
"""

import json
from collections.abc import Iterable, Mapping

from pipeline.workspace import files, kept
from pipeline.workspace.folder import Workspace
from pipeline.workspace.program import program
from pipeline.workspace.root import DECISIONS, FILE

_FILE = "settled.json"


class Settled:
    """Digests of documents, each with its catalogs, in which a sync has nothing to do."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._kept: dict[str, list[str]] = {}
        try:
            known = json.loads((workspace.root / kept.FOLDER / _FILE).read_text("utf-8"))
            self._known = {str(slug): [str(digest) for digest in digests] for slug, digests in known.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            self._known = {}

    def inputs(self, slug: str) -> str:
        """A digest of all that the catalogs of a document are made of, as it is now."""
        own = [DECISIONS] if (self._workspace.root / DECISIONS).exists() else []
        paths = [FILE, *own, self._workspace.source_path(slug), *self._workspace.glossary_paths()]
        parts: list[str | bytes] = [program()]
        for path in paths:
            parts += [path, files.read_bytes(self._workspace.root / path, path)]
        return files.digest_of(*parts)

    def catalogs(self, slug: str) -> dict[str, str | None]:
        """The texts of a document's template and catalogs by their paths, None where there is no file."""
        languages = ("", *self._workspace.settings.languages)
        paths = {self._workspace.catalog_path(slug, language): language for language in languages}
        return {path: self._workspace.catalog_text(slug, language) for path, language in paths.items()}

    def knows(self, slug: str, inputs: str, catalogs: Mapping[str, str | None], prune: bool) -> bool:
        """Whether a sync of these has nothing to do."""
        return _digest(inputs, catalogs, prune) in self._known.get(slug, ())

    def keep(self, slug: str, inputs: str, catalogs: Mapping[str, str | None], prune: bool) -> None:
        """Remembers that a sync of these has nothing to do; after a pruning one neither kind has."""
        if self.inputs(slug) == inputs:  # nobody has saved the source meanwhile
            self._kept[slug] = [_digest(inputs, catalogs, pruned) for pruned in {False, prune}]

    def save(self, slugs: Iterable[str]) -> None:
        """Writes the memory of the documents that there are, if any of it is new."""
        if self._kept:
            merged = {**self._known, **self._kept}
            text = json.dumps({slug: merged[slug] for slug in slugs if slug in merged}, indent=1)
            kept.write(self._workspace.root, _FILE, [text])


def _digest(inputs: str, catalogs: Mapping[str, str | None], prune: bool) -> str:
    parts = [part for path, text in catalogs.items() for part in (path, "-" if text is None else "+" + text)]
    return files.digest_of(inputs, str(prune), *parts)
