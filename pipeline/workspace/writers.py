"""What writes each format: an edition, with the workspace it comes from, becomes the bytes of a file."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pipeline.model import SOURCE_LANGUAGE
from pipeline.workspace.font_files import faces, font_setting
from pipeline.workspace.laying import Job
from pipeline.workspace.settings import PARALLEL

if TYPE_CHECKING:
    from pipeline.formats.html import Settings as PageSettings

EDITION_NAMES = {
    "zh-Hans": "简体",
    "zh-Hant": "繁體（臺灣）",
    "zh-Hant-HK": "繁體（香港）",
    "en": "English",
    PARALLEL: "对照",
}
"""What an edition is called in a link, in its own language."""


def file_path(slug: str, edition: str, form: str) -> str:
    """Where a file of an edition goes, in the folder of what is built."""
    return f"{slug}/{slug}.{edition}.{form}"


def surroundings(job: Job) -> "PageSettings":
    """What a page is told of the place where it stands: its address, its neighbours, its files."""
    from pipeline.formats import html
    from pipeline.script import folding

    made, settings = job.edition, job.settings
    address = settings.site.address_of(file_path(made.slug, made.name, "html"))
    return html.Settings(
        site=settings.title,
        home="../index.html",
        address=address,
        editions=tuple(
            html.Link(f"{made.slug}.{name}.html", EDITION_NAMES[name], "" if name == PARALLEL else name)
            for name in settings.all_editions
            if name != made.name
        ),
        edit=settings.site.edit,
        paths=dict(paths(job)),
        lines={language: dict(_lines(job, language)) for language in made.languages if settings.site.edit},
        folding=folding(),
        faces=faces(font_setting(job.workspace)) if settings.embed_fonts else (),
        marks=html.MARKS if settings.marks is None else settings.marks,
    )


def _html(job: Job) -> bytes:
    from pipeline.formats import html

    return "".join(html.serialize(job.edition, surroundings(job))).encode()


def _pdf(job: Job) -> bytes:
    from pipeline.formats import pdf

    layout, paper = pdf.Layout(job.settings.layout), pdf.Paper(job.settings.paper)
    settings = job.settings
    fonts = font_setting(job.workspace)
    return pdf.render(job.edition, layout, paper, fonts, settings.term_notes, settings.marks or ())


def _docx(job: Job) -> bytes:
    from pipeline.formats import review

    return review.render(job.edition)


def _epub(job: Job) -> bytes:
    from pipeline.formats import epub

    return epub.render(job.edition, job.settings.epub_layout)


def _markdown(job: Job) -> bytes:
    from pipeline.formats import markdown_edition

    return "".join(markdown_edition.serialize(job.edition)).encode()


def _text(job: Job) -> bytes:
    from pipeline.formats import text_edition

    return "".join(text_edition.serialize(job.edition)).encode()


WRITERS: dict[str, Callable[[Job], bytes]] = {
    "html": _html,
    "pdf": _pdf,
    "epub": _epub,
    "docx": _docx,
    "md": _markdown,
    "txt": _text,
}
"""What writes each format; the name of a format is the end of its files' names."""

MEDIA = {
    "html": "text/html",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
    "txt": "text/plain",
}
"""The media type of each format."""


def paths(job: Job) -> Iterator[tuple[str, str]]:
    """The file in which each language's sentences stand, from the root of the workspace."""
    slug = job.document.slug
    for language in job.edition.languages:
        source = language == SOURCE_LANGUAGE
        path = job.workspace.source_path(slug) if source else job.workspace.catalog_path(slug, language)
        yield language, path


def _lines(job: Job, language: str) -> Iterator[tuple[str, int]]:
    """The line in that file at which each row begins: the rows of an edition are its document's segments."""
    entries = job.catalogs[language].by_key() if language in job.catalogs else {}
    for shown, block in zip(job.edition.blocks, job.document.blocks, strict=True):
        for row, segment in zip(shown.rows, block.segments, strict=True):
            if language == SOURCE_LANGUAGE:
                yield row.id, block.location.line
            elif segment.key in entries:
                yield row.id, entries[segment.key].location.line
