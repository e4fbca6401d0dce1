"""Annotate: what is marked in the documents, counted, and the remarks of people kept in their places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from pipeline.formats.annotation import remarks as format_
from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Annotation, Edition
from pipeline.results import Anchored, Annotated
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import anchored, annotated, lay_out
from pipeline.workspace.settings import PARALLEL
from pipeline.workspace.spread import spread


def annotate(
    workspace: Workspace, names: Iterable[str] = (), *, write: bool = False, jobs: int | None = None
) -> Iterator[Annotated]:
    """Yields what is marked in each document; `write` puts the new places of remarks into their file.

    `jobs` processes divide the documents among them (see `spread`).
    """
    yield from spread(partial(_annotate, write=write), workspace, workspace.select(names), jobs)


def _annotate(workspace: Workspace, slug: str, *, write: bool) -> Annotated:
    document = workspace.document(slug)
    made = annotated(lay_out(workspace, document, PARALLEL)).edition
    places = anchored(workspace, document)
    if write and any(place.is_moved for place in places):
        _move(workspace, made, places)
    return _counted(made, workspace.remarks_path(slug), places)


def write_chart(workspace: Workspace, results: Sequence[Annotated], out: Path | None = None) -> Path:
    """Writes the page that shows what is marked in which document; tells where it is."""
    from pipeline.formats.html.chart import serialize

    path = out or workspace.root / "build" / "annotations.html"
    title = workspace.settings.title or workspace.root.name
    files.write_text(path, serialize(results, title), str(path))
    return path


def _move(workspace: Workspace, made: Edition, places: Sequence[Anchored]) -> None:
    path = workspace.remarks_path(made.slug)
    texts = {
        (passage.language, row.id): plain(passage.text)
        for block in made.blocks
        for row in block.rows
        for passage in row.passages
    }
    text = files.read_text(workspace.root / path, path)
    files.write_text(workspace.root / path, [format_.moved(text, places, texts)], path)


def _counted(made: Edition, path: str, places: tuple[Anchored, ...]) -> Annotated:
    kinds: dict[str, Counter[str]] = {language: Counter() for language in made.languages}
    terms: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    length: Counter[str] = Counter()
    for block in made.blocks:
        for row in block.rows:
            for passage, language in zip(row.passages, made.languages, strict=True):
                if passage.language != language:
                    continue
                spans = [one for one in passage.annotations if one.kind != "note"]
                kinds[language].update(one.kind for one in passage.annotations)
                covered[language] += _covered(spans)
                length[language] += len(plain(passage.text))
                if language == SOURCE_LANGUAGE:
                    terms.update(one.body for one in spans if one.kind == "term")
    by_id = {term.id: term for term in made.terms}
    return Annotated(
        made.slug,
        path,
        {language: dict(counts) for language, counts in kinds.items()},
        {language: (covered[language], length[language]) for language in made.languages},
        tuple((by_id[name], count) for name, count in terms.most_common() if name in by_id),
        places,
    )


def _covered(spans: Iterable[Annotation]) -> int:
    """How many code points lie in one of the spans, which come by their start."""
    total = end = 0
    for one in spans:
        total += max(0, one.end - max(one.start, end))
        end = max(end, one.end)
    return total
