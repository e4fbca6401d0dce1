"""Sync: the source texts into templates and catalogs, every translation kept."""

import gc
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial

from pipeline import __version__
from pipeline.convert import convert
from pipeline.errors import FileError
from pipeline.extract import explain, extract
from pipeline.formats import po
from pipeline.formats.po_waivers import seal
from pipeline.merge import merge
from pipeline.model import SOURCE_LANGUAGE, Catalog, Location
from pipeline.results import Change, Refresh, Synced
from pipeline.workspace import files
from pipeline.workspace.conversions import Conversions
from pipeline.workspace.folder import Workspace
from pipeline.workspace.settled import Settled

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

    All is worked out before the first file is written, so that a broken file stops the sync whole. What is
    as the last sync left it is read and hashed only.
    """
    settled = Settled(workspace)
    job = _Job(workspace, now or clock, partial(merge, prune=prune, accept_punctuation=accept_punctuation))
    results: list[Synced] = []
    fresh: list[tuple[str, str, dict[str, str | None]]] = []
    for slug in workspace.select(names):
        inputs, texts = settled.inputs(slug), settled.catalogs(slug)
        if settled.knows(slug, inputs, texts, prune):
            results += _unchanged(workspace, texts)
            continue
        with _uncollected():
            made = list(job.sync(slug, texts))
        results += made
        fresh.append((slug, inputs, {**texts, **{r.path: r.text for r in made if r.text is not None}}))
    if write:
        job.save()
        _write(workspace, [result for result in results if result.text is not None])
        for slug, inputs, texts in fresh:
            settled.keep(slug, inputs, texts, prune)
        settled.save(workspace.slugs)
    yield from results


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: catalogs have none, and it would take a quarter of a sync's time."""
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()


def _unchanged(workspace: Workspace, texts: Mapping[str, str | None]) -> Iterator[Synced]:
    languages = ("", *workspace.settings.languages)
    for language, (path, text) in zip(languages, texts.items(), strict=True):
        yield Synced(path, language, (), (), text, None)


def _write(workspace: Workspace, results: Sequence[Synced]) -> None:
    for result in results:
        _refuse_if_saved_since(workspace, result)
    for result in results:
        # Once more, since writing the others took its time.
        _refuse_if_saved_since(workspace, result)
        files.write_text(workspace.root / result.path, [result.text or ""], result.path)


@dataclass(frozen=True)
class _Job:
    """What one sync works with; what is slow to read is read when the first document needs it."""

    workspace: Workspace
    now: Callable[[], str]
    merging: Merging

    @cached_property
    def conversions(self) -> Conversions:
        return Conversions(self.workspace)

    def save(self) -> None:
        if "conversions" in self.__dict__:
            self.conversions.save()

    def sync(self, slug: str, texts: Mapping[str, str | None]) -> Iterator[Synced]:
        """The template and the catalogs of a document; `texts` are those of their files, by path."""
        document = self.workspace.document(slug)
        template = extract(document, lines=self.workspace.settings.references == "line")
        yield self._template(slug, template, texts)
        for language in self.workspace.settings.languages:
            yield self._catalog(slug, explain(template, self.workspace.glossary, language), texts)

    def _template(self, slug: str, template: Catalog, texts: Mapping[str, str | None]) -> Synced:
        """The template is all ours: of an old one only the header stays."""
        path = self.workspace.catalog_path(slug, "")
        before = texts[path]
        old = po.parse_header(before or "", path)
        header = old.header or _header(self.workspace, slug, "")
        made = replace(template, header=header, layout=old.layout)
        text = "".join(po.serialize(made))
        if text == before:
            return Synced(path, "", (), (), before, None)
        # Only the header has the date: the entries, which take the time, are written once.
        text = text.replace(po.head(made), po.head(_dated(made, self.now())), 1)
        return Synced(path, "", (), (), before, text)

    def _catalog(self, slug: str, template: Catalog, texts: Mapping[str, str | None]) -> Synced:
        language = template.language
        path = self.workspace.catalog_path(slug, language)
        before = texts[path]
        old = po.parse(before or "", path)
        header = old.header or _header(self.workspace, slug, language)
        merged, changes = self.merging(template, replace(old, language=language, header=header))
        refreshed: tuple[Refresh, ...] = ()
        if language.startswith("zh"):
            write = partial(_written, self.conversions, language)
            merged, refreshed = convert(merged, write, _reviewer(old))
        merged, sealed = seal(merged)
        quiet = before is not None and merged.entries == old.entries
        text = None if quiet else "".join(po.serialize(_dated(merged, self.now())))
        return Synced(path, language, changes, refreshed, before, text, sealed)


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
        message = "changed while it was being synced, and was left as it is: run the sync again"
        raise FileError(message, Location(result.path))
