"""Laying out a document of a workspace in some of its languages, with everything that is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate import anchor, annotate
from pipeline.edition import edition
from pipeline.model import SOURCE_LANGUAGE, Catalog, Document, Edition
from pipeline.results import Anchored
from pipeline.workspace.folder import Workspace
from pipeline.workspace.settings import PARALLEL


@dataclass(frozen=True, slots=True)
class Parts:
    """A document, its catalogs by language, and both laid out and annotated as `edition`."""

    document: Document
    catalogs: Mapping[str, Catalog]
    edition: Edition


def lay_out(workspace: Workspace, document: Document, name: str, languages: Sequence[str] = ()) -> Parts:
    """The edition of a name; `languages` are those that it shows, where the name does not tell them."""
    if not languages:
        languages = (SOURCE_LANGUAGE, *workspace.settings.languages) if name == PARALLEL else (name,)
    made, catalogs = _laid_out(workspace, document, name, languages)
    remarks = workspace.remarks(document.slug)
    made = annotate(made, workspace.glossary, workspace.settings.model, remarks)
    return Parts(document, catalogs, made)


def anchored(workspace: Workspace, document: Document) -> tuple[Anchored, ...]:
    """Where the remarks on a document stand in all its languages."""
    remarks = workspace.remarks(document.slug)
    if not remarks:
        return ()
    made, _ = _laid_out(workspace, document, PARALLEL, (SOURCE_LANGUAGE, *workspace.settings.languages))
    return tuple(anchor(made, remarks))


def _laid_out(
    workspace: Workspace, document: Document, name: str, languages: Sequence[str]
) -> tuple[Edition, dict[str, Catalog]]:
    translated = [language for language in languages if language != SOURCE_LANGUAGE]
    found = {language: workspace.catalog(document.slug, language) for language in translated}
    catalogs = {language: catalog for language, catalog in found.items() if catalog}
    return edition(document, catalogs, languages, name, workspace.glossary), catalogs
