"""Laying out a document of a workspace in some of its languages, with everything that is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate import anchor, annotate
from pipeline.edition import edition, select
from pipeline.model import SOURCE_LANGUAGE, Catalog, Document, Edition
from pipeline.results import Anchored
from pipeline.workspace.folder import Workspace
from pipeline.workspace.marks import Marks
from pipeline.workspace.settings import PARALLEL, Settings


@dataclass(frozen=True, slots=True)
class Job:
    """An edition to write, with what it was laid out from; `catalogs` are those of its languages."""

    edition: Edition
    document: Document
    catalogs: Mapping[str, Catalog]
    workspace: Workspace

    @property
    def settings(self) -> Settings:
        """The settings of the workspace."""
        return self.workspace.settings

    def only(self, name: str, languages: Sequence[str]) -> "Job":
        """The edition of a name in some of the languages of this one."""
        shown = [language for language in languages if language in self.edition.languages]
        catalogs = {tag: catalog for tag, catalog in self.catalogs.items() if tag in languages}
        return replace(self, edition=select(self.edition, name, shown), catalogs=catalogs)


def lay_out(workspace: Workspace, document: Document, name: str, languages: Sequence[str] = ()) -> Job:
    """The edition of a name, not yet annotated; `languages` are those it shows, if the name tells not."""
    if not languages:
        languages = (SOURCE_LANGUAGE, *workspace.settings.languages) if name == PARALLEL else (name,)
    translated = [language for language in languages if language != SOURCE_LANGUAGE]
    found = {language: workspace.catalog(document.slug, language) for language in translated}
    catalogs = {language: catalog for language, catalog in found.items() if catalog}
    made = edition(document, catalogs, languages, name, workspace.glossary)
    return Job(made, document, catalogs, workspace)


def annotated(job: Job) -> Job:
    """The same with terms, names, figures and remarks marked, ready for a writer."""
    workspace = job.workspace
    remarks = workspace.remarks(job.document.slug)
    marks = Marks(workspace, job.document.slug, job.edition.languages)
    made = annotate(job.edition, workspace.glossary, workspace.settings.model, remarks, marks.recall)
    marks.save()
    return replace(job, edition=made)


def anchored(workspace: Workspace, document: Document) -> tuple[Anchored, ...]:
    """Where the remarks on a document stand; those on a language that is not here are orphans."""
    remarks = workspace.remarks(document.slug)
    if not remarks:
        return ()
    languages = (SOURCE_LANGUAGE, *workspace.settings.languages)
    made = lay_out(workspace, document, PARALLEL).edition
    strange = (remark for remark in remarks if remark.language not in languages)
    lost = (Anchored(remark, why=f"there is no language {remark.language!r} here") for remark in strange)
    return (*anchor(made, remarks), *lost)
