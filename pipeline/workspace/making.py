"""Making one edition of one document: its files, written whole, in this process or in another."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from pipeline.model import Document, Edition, State
from pipeline.workspace import files, index
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import annotated, lay_out
from pipeline.workspace.memory import Facts
from pipeline.workspace.settings import Settings
from pipeline.workspace.writers import WRITERS, file_path


@dataclass(frozen=True, slots=True)
class Task:
    """Files to make: one edition in some formats, in `folder`. `inputs` stands for all that is read.

    `installed` stands for the machine's fonts, if a PDF is among them. `settings` are the workspace's with
    what the command overrules.
    """

    root: Path
    folder: Path
    slug: str
    edition: str
    formats: tuple[str, ...]
    inputs: str
    installed: str
    settings: Settings = field(hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The files' paths in the folder."""
        return tuple(file_path(self.slug, self.edition, form) for form in self.formats)

    def made_of(self, form: str) -> str:
        """A digest of everything that the file of a format is made of; only a PDF takes installed fonts."""
        return files.digest_of(self.inputs, self.installed) if form == "pdf" else self.inputs


@dataclass(frozen=True, slots=True)
class Made:
    """What a task made: a digest of each file's bytes, how many sentences lack a translation, and facts."""

    digests: tuple[str, ...]
    untranslated: int
    fuzzy: int
    facts: Facts


def make(task: Task) -> Made:
    """Builds an edition and writes its files."""
    workspace, document = read(task.root, task.slug, task.inputs)
    job = annotated(lay_out(replace(workspace, settings=task.settings), document, task.edition))
    digests = []
    for form, name in zip(task.formats, task.names, strict=True):
        data, path = WRITERS[form](job), task.folder / name
        files.write_bytes(path, [data], str(path))
        digests.append(files.digest_of(data))
    return Made(tuple(digests), *_gaps(job.edition), index.facts(job))


@lru_cache(maxsize=2)
def read(root: Path, slug: str, _inputs: str) -> tuple[Workspace, Document]:
    """A document with its workspace; other inputs are another document, so `_inputs` is part of the key."""
    workspace = Workspace.find(root)
    return workspace, workspace.document(slug)


def _gaps(made: Edition) -> tuple[int, int]:
    """How many sentences have no finished translation in some language: untranslated, fuzzy."""
    states = [{passage.state for passage in row.passages} for block in made.blocks for row in block.rows]
    untranslated = sum(State.UNTRANSLATED in row for row in states)
    return untranslated, sum(State.FUZZY in row for row in states)
