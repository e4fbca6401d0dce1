"""Decide: a person's word on a conversion in doubt, kept in the workspace's file of decisions."""

import subprocess
from collections.abc import Iterator

from pipeline.errors import WorkspaceError
from pipeline.formats import decisions_csv
from pipeline.model import Decision
from pipeline.results import Decided
from pipeline.script import HONG_KONG, TAIWAN, Decisions, is_context
from pipeline.script.prose import read
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.root import DECISIONS


def decide(
    workspace: Workspace, context: str, form: str, language: str = "", *, by: str, on: str, note: str = ""
) -> Decided:
    """Keeps the form of a word in its context, such as `大军[征]西域`, with who decided it and when.

    Without a `language` the form holds for both regions, in the characters of each. Raises WorkspaceError
    where no sentence has the words, and nothing is written then.
    """
    _refuse_unusable(workspace, context, form, language)
    known = {each.context: each for each in workspace.decisions}
    earlier = known[context].forms if context in known and language else {}
    decision = Decision(context, {**earlier, language or TAIWAN: form}, by, on, note)
    sentences = sum(1 for _ in _sentences(workspace, decision))
    if not sentences:
        raise WorkspaceError(f"no sentence in source/ has these words: {context}")
    text = "".join(decisions_csv.serialize({**known, context: decision}.values()))
    files.write_text(workspace.root / DECISIONS, [text], DECISIONS)
    return Decided(DECISIONS, context, form, sentences)


def author(workspace: Workspace) -> str:
    """Who decides where nobody is named: git's user; raises WorkspaceError where it knows none."""
    command = ["git", "-C", str(workspace.root), "config", "user.name"]
    try:
        name = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        name = ""
    if not name:
        raise WorkspaceError("say who decides with --by NAME: git knows no user.name")
    return name


def _refuse_unusable(workspace: Workspace, context: str, form: str, language: str) -> None:
    editions = [each for each in workspace.settings.languages if each in (TAIWAN, HONG_KONG)]
    if not editions:
        raise WorkspaceError("this workspace has no Traditional edition")
    if language and language not in editions:
        raise WorkspaceError(f"no edition {language} in this workspace (there are: {', '.join(editions)})")
    if not is_context(context):
        hint = "put the word in square brackets between the words around it, as `duizhao check` shows it"
        raise WorkspaceError(f"{context!r}: {hint}, such as '大军[征]西域'")
    if not form.strip() or not form.isprintable():
        raise WorkspaceError("the form is empty, or no text on one line")


def _sentences(workspace: Workspace, decision: Decision) -> Iterator[str]:
    """The sentences of the sources that have the words of a decision."""
    language = next(iter(decision.forms))
    decisions = Decisions([decision], language)
    for slug in workspace.slugs:
        for key in dict.fromkeys(segment.key for segment in workspace.document(slug).segments):
            if any(decisions.find(read(key.text).text)):
                yield key.text
