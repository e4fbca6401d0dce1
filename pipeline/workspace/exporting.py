"""Export: the documents, annotated, as files that other tools and other people's programs read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from pipeline.edition import select
from pipeline.errors import WorkspaceError
from pipeline.model import SOURCE_LANGUAGE, Catalog, Document
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import Job, annotated, lay_out
from pipeline.workspace.settings import PARALLEL
from pipeline.workspace.spread import spread


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its files end in `suffix`, `write` makes one, and `per` is what there is a file of.

    That is a `document` with all its languages, a `pair` of the Chinese with a translation, a single
    `language`, or an `edition` of the settings. `annotated` tells whether it shows any annotation; of a
    pair those of the Chinese alone.
    """

    suffix: str
    write: Callable[[Job], bytes]
    per: Literal["document", "pair", "language", "edition"]
    annotated: bool = True


def _jsonl(job: Job) -> bytes:
    from pipeline.formats.annotation import jsonl

    return "".join(jsonl.serialize(job.edition)).encode()


def _web(job: Job) -> bytes:
    from pipeline.formats.annotation import web

    return web.serialize(job.edition).encode()


def _tei(job: Job) -> bytes:
    from pipeline.formats.annotation import tei

    return tei.render(job.edition)


def _conll(job: Job) -> bytes:
    from pipeline.formats.annotation import conll

    return "".join(conll.serialize(job.edition)).encode()


def _docbin(job: Job) -> bytes:
    from pipeline.formats.annotation import docbin

    return docbin.render(job.edition)


def _tmx(job: Job) -> bytes:
    from pipeline.formats import tmx

    return tmx.render(job.document.slug, _catalog(job))


def _xliff(job: Job) -> bytes:
    from pipeline.formats import xliff

    return xliff.render(job.edition, _catalog(job))


def _tsv(job: Job) -> bytes:
    from pipeline.formats import aligned

    return "".join(aligned.serialize(job.document, job.catalogs)).encode()


def _catalog(job: Job) -> Catalog:
    """The one catalog of a pair of languages."""
    for catalog in job.catalogs.values():
        return catalog
    slug = job.document.slug
    raise WorkspaceError(f"there is no catalog yet: run `duizhao sync {slug}`")


EXPORTS: dict[str, Export] = {
    "jsonl": Export("jsonl", _jsonl, per="document"),
    "web-annotation": Export("jsonld", _web, per="document"),
    "tei": Export("tei.xml", _tei, per="edition"),
    "conll": Export("conllu", _conll, per="language"),
    "spacy": Export("spacy", _docbin, per="language"),
    "tmx": Export("tmx", _tmx, per="pair", annotated=False),
    "xliff": Export("xlf", _xliff, per="pair"),
    "tsv": Export("tsv", _tsv, per="document", annotated=False),
}
"""The formats by name."""


def export(
    workspace: Workspace,
    style: str,
    names: Iterable[str] = (),
    out: Path | None = None,
    *,
    jobs: int | None = None,
) -> Iterator[Path]:
    """Writes the documents in a format, each file whole, and yields where it is.

    `jobs` processes divide the documents among them (see `spread`).

    Raises WorkspaceError where there is no such format or document.
    """
    if style not in EXPORTS:
        raise WorkspaceError(f"there is no format {style!r} (there are: {', '.join(EXPORTS)})")
    work = partial(_export, style=style, folder=out or workspace.root / "build")
    for paths in spread(work, workspace, workspace.select(names), jobs):
        yield from paths


def _export(workspace: Workspace, slug: str, *, style: str, folder: Path) -> list[Path]:
    chosen, paths = EXPORTS[style], []
    for name, job in _jobs(workspace, workspace.document(slug), chosen):
        path = folder / slug / ".".join(filter(None, (slug, name, chosen.suffix)))
        files.write_bytes(path, [chosen.write(job)], str(path))
        paths.append(path)
    return paths


def _jobs(workspace: Workspace, document: Document, chosen: Export) -> Iterator[tuple[str, Job]]:
    """What each file of a document is made of, with the part of its name that tells it from the others.

    It is laid out and annotated once for all of them.
    """
    whole = lay_out(workspace, document, PARALLEL)
    every = whole.edition.languages
    if chosen.per == "pair":
        whole = replace(whole, edition=select(whole.edition, PARALLEL, (SOURCE_LANGUAGE,)))
    if chosen.annotated:
        whole = annotated(whole)
    for name, languages in _files(workspace, every)[chosen.per].items():
        yield name, whole.only(name or PARALLEL, languages)


def _files(workspace: Workspace, every: Sequence[str]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The languages of each file, by its part of the name, by what there is a file of."""
    return {
        "document": {"": every},
        "pair": {language: (SOURCE_LANGUAGE, language) for language in every if language != SOURCE_LANGUAGE},
        "language": {language: (language,) for language in every},
        "edition": {name: every if name == PARALLEL else (name,) for name in workspace.settings.all_editions},
    }
