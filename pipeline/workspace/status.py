"""Status: how far each document is in each language."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.markup import count_han
from pipeline.merge import RECUT, TURNED
from pipeline.model import Finding, Severity, State
from pipeline.results import Progress
from pipeline.workspace.findings import findings as recall
from pipeline.workspace.folder import Workspace


def status(workspace: Workspace, names: Iterable[str] = ()) -> Iterator[Progress]:
    """Yields a line a document and language, in the order of the documents and of the settings."""
    names = tuple(names)
    slugs = workspace.select(names)
    findings = _count(recall(workspace.root, names).findings)
    for slug in slugs:
        document = workspace.document(slug)
        keys = list(dict.fromkeys(segment.key for segment in document.segments))
        characters = sum(count_han(key.text) for key in keys)
        for language in workspace.settings.languages:
            path = workspace.catalog_path(slug, language)
            catalog = workspace.catalog(slug, language) if findings[path, "file-broken"] == 0 else None
            entries = catalog.by_key() if catalog else {}
            told = [note for key in keys if key in entries for note in entries[key].notes]
            states = Counter(entries[key].state if key in entries else State.UNTRANSLATED for key in keys)
            yield Progress(
                slug=slug,
                language=language,
                segments=len(keys),
                translated=states[State.TRANSLATED],
                machine=states[State.MACHINE],
                fuzzy=states[State.FUZZY],
                untranslated=states[State.UNTRANSLATED],
                characters=characters,
                findings=findings[path, ""],
                turned=sum(note.startswith(TURNED) for note in told),
                recut=sum(note.startswith(RECUT) for note in told),
                obsolete=sum(entry.obsolete for entry in catalog.entries) if catalog else 0,
            )


def _count(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Open findings by path: under the empty code those that count as work, under each code all."""
    counts: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        counts[finding.location.path, finding.code] += 1
        if finding.severity > Severity.NOTE and finding.code not in ("untranslated", "fuzzy"):
            counts[finding.location.path, ""] += 1
    return counts
