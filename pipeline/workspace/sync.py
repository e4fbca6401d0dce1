"""Sync: the source texts into templates and catalogs, every translation kept."""

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from pipeline import __version__
from pipeline.convert import convert
from pipeline.errors import FileError
from pipeline.extract import extract
from pipeline.formats import po
from pipeline.merge import merge
from pipeline.model import SOURCE_LANGUAGE, Catalog, Document, Location
from pipeline.results import Change, Refresh, Synced
from pipeline.workspace import files
from pipeline.workspace.conversions import Conversions
from pipeline.workspace.folder import Workspace

Merging = Callable[[Catalog, Catalog], tuple[Catalog, tuple[Change, ...]]]

_POT_DATE = "POT-Creation-Date"


def clock() -> str:
    """The date of a header, in UTC; SOURCE_DATE_EPOCH overrules the clock, for repeatable builds."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M+0000")


def sync(
    workspace: Workspace,
    names: Iterable[str] = (),
    *,
    now: Callable[[], str] | None = None,
    write: bool = True,
    prune: bool = False,
    accept_punctuation: bool = False,
) -> Iterator[Synced]:
    """Yields what changes, catalog by catalog; `now` (the clock) dates a header whose content changes.

    All is worked out before the first file is written, so that a broken file stops the sync whole.
    """
    conversions = Conversions(workspace)
    merging = partial(merge, prune=prune, accept_punctuation=accept_punctuation)
    results = [
        synced
        for slug in workspace.select(names)
        for synced in _sync_document(workspace, workspace.document(slug), conversions, now or clock, merging)
    ]
    if write:
        conversions.save()
    changed = [result for result in results if write and result.text is not None]
    for result in changed:
        _refuse_if_saved_since(workspace, result)
    for result in changed:
        files.write_text(workspace.root / result.path, [result.text or ""], result.path)
    yield from results


def _sync_document(
    workspace: Workspace,
    document: Document,
    conversions: Conversions,
    now: Callable[[], str],
    merging: Merging,
) -> Iterator[Synced]:
    for language in ("", *workspace.settings.languages):
        lines = workspace.settings.references == "line"
        template = extract(document, workspace.glossary, language, lines=lines)
        path = workspace.catalog_path(document.slug, language)
        before = workspace.catalog_text(document.slug, language)
        old = po.parse(before or "", path)
        header = old.header or _header(workspace, document.slug, language)
        merged, changes = merging(template, replace(old, language=language, header=header))
        refreshed: tuple[Refresh, ...] = ()
        if language.startswith("zh"):
            merged, refreshed = convert(merged, partial(_written, conversions, language), _reviewer(old))
        quiet = before is not None and merged.entries == old.entries
        text = None if quiet else "".join(po.serialize(_dated(merged, now())))
        yield Synced(path, language, changes, refreshed, before, text)


def _dated(catalog: Catalog, date: str) -> Catalog:
    """The catalog with the date of its template, in a header that is otherwise left as it is."""
    dated = (_POT_DATE, "PO-Revision-Date") if catalog.language and not catalog.layout.head else (_POT_DATE,)
    header = tuple((name, date if name in dated else value) for name, value in catalog.header)
    head = re.sub(rf'"{_POT_DATE}: [^"\\]*\\n"', rf'"{_POT_DATE}: {date}\\n"', catalog.layout.head)
    return replace(catalog, header=header, layout=replace(catalog.layout, head=head))


def _header(workspace: Workspace, slug: str, language: str) -> tuple[tuple[str, str], ...]:
    """The header of a new catalog: the full set that gettext's tools ask for."""
    plural = "nplurals=2; plural=(n != 1);" if language == "en" else "nplurals=1; plural=0;"
    code = po.language_code(language)
    fields = (
        ("Project-Id-Version", workspace.settings.title or slug),
        ("Report-Msgid-Bugs-To", ""),
        (_POT_DATE, ""),
        ("PO-Revision-Date", "" if code else "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "" if code else "FULL NAME <EMAIL@ADDRESS>"),
        ("Language-Team", code or "LANGUAGE <LL@li.org>"),
        ("Language", code),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", plural if language else ""),
        ("X-Source-Language", po.language_code(SOURCE_LANGUAGE)),
        ("X-Generator", f"Duizhao {__version__}"),
    )
    return tuple(pair for pair in fields if pair != ("Plural-Forms", ""))


def _written(conversions: Conversions, language: str, text: str) -> str:
    return conversions.convert(language, text)[0]


def _reviewer(catalog: Catalog) -> str:
    """Who last worked on a catalog and on what day, as its editor wrote into the header; or empty."""
    header = dict(catalog.header)
    who, when = header.get("Last-Translator", "").strip(), header.get("PO-Revision-Date", "")[:10]
    return f"{who}, {when}" if who and "FULL NAME" not in who and when[:4].isdigit() else ""


def _refuse_if_saved_since(workspace: Workspace, result: Synced) -> None:
    """Raises FileError where someone, or their editor, has saved the file since it was read."""
    path = workspace.root / result.path
    there = files.read_text(path, result.path) if path.exists() else None
    if there != result.before:
        message = "changed while it was being synced; nothing was written: run it again"
        raise FileError(message, Location(result.path))
