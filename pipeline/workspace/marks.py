"""What was found in each sentence of a document is remembered: only what changed is annotated anew."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from pipeline.model import Annotation
from pipeline.workspace import files, kept
from pipeline.workspace.folder import Workspace
from pipeline.workspace.program import program

_FIELDS = attrgetter("start", "end", "kind", "body", "concept", "by")


class Marks:
    """The annotations that were found before in a document, a file a language.

    They are known by all that they depend on: the two texts, the glossary, the model and the program. What
    a model in a folder finds is not kept, since another can be trained into the same folder.
    """

    def __init__(self, workspace: Workspace, slug: str, languages: Iterable[str]) -> None:
        self._root = workspace.root
        model = workspace.settings.model
        lasting = not (model and Path(model).is_dir())
        self._key = files.digest_of(program(), model, workspace.glossary.fingerprint)
        self._names = {tag: f"annotations/{slug}.{tag}.json" for tag in languages if lasting}
        self._known = {language: self._read(name) for language, name in self._names.items()}
        self._used: dict[str, dict[str, Sequence[Any]]] = {}

    def recall(
        self, language: str, read: tuple[str, str, str], find: Callable[[], Iterable[Annotation]]
    ) -> Sequence[Annotation]:
        """What is found in a passage (see `pipeline.annotate.Recall`)."""
        name = files.digest_of(*read)[:16]
        rows = self._known.get(language, {}).get(name)
        if rows is None:
            found = tuple(find())
            rows = [*map(_FIELDS, found)]
        else:
            found = tuple(Annotation(*row) for row in rows)
        self._used.setdefault(language, {})[name] = rows
        return found

    def save(self) -> None:
        """Keeps what was used, if any of it is new or something is used no more."""
        for language, name in self._names.items():
            used = self._used.get(language, {})
            if used != self._known[language]:
                kept.keep(self._root, name, self._key, used)

    def _read(self, name: str) -> dict[str, Sequence[Any]]:
        return kept.recall(self._root, name, self._key) or {}
