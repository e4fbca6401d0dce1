"""The index page: every document that has an edition in the folder, and how far its languages are.

It tells of what stands there: a document that was not built now is shown as its files have it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from pipeline.model import SOURCE_LANGUAGE, State
from pipeline.results import Built
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.font_files import faces, font_setting
from pipeline.workspace.laying import Job
from pipeline.workspace.memory import Facts, Memory, Record
from pipeline.workspace.program import program
from pipeline.workspace.settings import FORMATS, PARALLEL
from pipeline.workspace.writers import EDITION_NAMES, MEDIA, file_path

if TYPE_CHECKING:
    from pipeline.formats.html import IndexDocument, IndexEdition

NAME = "index.html"
_LABELS = {"md": "Markdown", "txt": "Text"}
"""What a link to a file calls its format, where that is not the end of the file's name."""

_STATES = (State.TRANSLATED, State.MACHINE, State.FUZZY, State.UNTRANSLATED)


def facts(job: Job) -> Facts:
    """What an edition tells the index of its document."""
    from pipeline.formats import html

    made, document = job.edition, job.document
    described = html.field(made, "description")
    states = {
        language: Counter(row.passages[column].state for block in made.blocks for row in block.rows)
        for column, language in enumerate(made.languages)
        if language != SOURCE_LANGUAGE
    }
    return Facts(
        titles={SOURCE_LANGUAGE: document.title, **dict(zip(made.languages, made.titles, strict=True))},
        descriptions=dict(zip(made.languages, described, strict=False)),
        states={tag: {str(state): count for state, count in found.items()} for tag, found in states.items()},
        date=document.metadata.get("date", ""),
    )


def build(workspace: Workspace, memory: Memory, embed_fonts: bool = False, fonts: str = "") -> Built:
    """Writes the index of a folder, if it tells anything new; `fonts` is a digest of those to be embedded."""
    from pipeline.formats import html

    listed = [entry(workspace, slug, known, memory.has) for slug, known in memory.facts(workspace.slugs)]
    shown = [document for document in listed if document.editions]
    title, language = heading(workspace)
    inputs = files.digest_of(program(), repr((shown, title, language)), fonts)
    path = memory.folder / NAME
    if memory.is_current(NAME, inputs):
        return Built("", "index", path, 0, 0, False)
    brought = faces(font_setting(workspace)) if embed_fonts else ()
    data = "".join(html.serialize_index(shown, title, language, faces=brought)).encode()
    files.write_bytes(path, [data], str(path))
    memory.keep(NAME, Record(inputs, files.digest_of(data)))
    return Built("", "index", path, 0, 0, True)


def heading(workspace: Workspace) -> tuple[str, str]:
    """The page's title, and the language in which it speaks."""
    languages = (SOURCE_LANGUAGE, *workspace.settings.languages)
    return workspace.settings.title or workspace.root.name, _own_language(languages)


def _own_language(languages: tuple[str, ...]) -> str:
    """The language in which the page itself speaks."""
    return "en" if "en" in languages else SOURCE_LANGUAGE


def entry(workspace: Workspace, slug: str, known: Facts, has: Callable[[str], bool]) -> "IndexDocument":
    """What the page says of a document; `has` tells whether there is a file of a name."""
    from pipeline.formats import html

    languages = (SOURCE_LANGUAGE, *workspace.settings.languages)
    titles = [(tag, known.titles[tag]) for tag in languages if known.titles.get(tag)]
    # The source's, and English beside it; another script repeats the source's.
    shown = [titles[0], *(pair for pair in titles[1:] if pair[0] == "en" or "en" not in known.titles)]
    return html.IndexDocument(
        slug=slug,
        titles=tuple(shown),
        editions=tuple(_editions(has, slug, known, languages)),
        date=known.date,
        description=known.descriptions.get(_own_language(languages), ""),
    )


def _editions(
    has: Callable[[str], bool], slug: str, known: Facts, languages: tuple[str, ...]
) -> "Iterator[IndexEdition]":
    """The editions that have a file in the folder, the parallel one first."""
    from pipeline.formats import html

    for name in (PARALLEL, *languages):
        there = [form for form in FORMATS if has(file_path(slug, name, form))]
        links = tuple(
            html.Link(quote(file_path(slug, name, form)), _LABELS.get(form, form.upper()), media=MEDIA[form])
            for form in there
        )
        states = known.states.get(name, {})
        progress = html.Progress(*(states.get(state, 0) for state in _STATES)) if states else None
        if links:
            yield html.IndexEdition(EDITION_NAMES[name], "" if name == PARALLEL else name, links, progress)
