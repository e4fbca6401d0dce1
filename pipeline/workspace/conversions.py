"""Conversions into Traditional, remembered by content, so that known text needs no dictionary loaded."""

import json
from typing import Any

from pipeline.model import Doubt
from pipeline.script import Conversion, Converter
from pipeline.workspace import kept
from pipeline.workspace.folder import Workspace

_FILE = "conversions.json"


class Conversions:
    """The workspace's converters, and what each wrote for each text; one that has changed starts anew."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._converters: dict[str, Converter] = {}
        self._known = self._read()
        self._used: dict[str, dict[str, Any]] = {}

    def convert(self, language: str, text: str) -> tuple[str, tuple[Doubt, ...]]:
        """What the converter into `language` writes for a text, with the words of it that are in doubt."""
        converter = self._converter(language)
        used = self._used.setdefault(converter.fingerprint, dict(self._known.get(converter.fingerprint, {})))
        if text not in used:
            used[text] = _record(converter.convert(text))
        written, doubts = used[text]
        return written, tuple(Doubt(start, end, tuple(choices), key) for start, end, choices, key in doubts)

    def save(self) -> None:
        """Keeps what was used since the start, if any of it is new and the workspace can be written to."""
        if any(texts != self._known.get(fingerprint) for fingerprint, texts in self._used.items()):
            text = json.dumps(self._used, ensure_ascii=False, sort_keys=True)
            kept.write(self._workspace.root, _FILE, [text])

    def _converter(self, language: str) -> Converter:
        if language not in self._converters:
            settings = self._workspace.settings
            self._converters[language] = Converter(
                language,
                self._workspace.glossary.terms,
                settings.words,
                settings.vocabulary,
                self._workspace.decisions,
            )
        return self._converters[language]

    def _read(self) -> dict[str, dict[str, Any]]:
        """The file's conversions; none where it is missing, damaged or of another shape."""
        try:
            known = json.loads((self._workspace.root / kept.FOLDER / _FILE).read_text("utf-8"))
            records = [record for texts in known.values() for record in texts.values()]
            whole = all(isinstance(record, list) and len(record) == 2 for record in records)
        except (OSError, ValueError, AttributeError):
            return {}
        return dict(known) if whole else {}


def _record(conversion: Conversion) -> list[Any]:
    """What is kept of a conversion, as JSON gives it back."""
    doubts = [[doubt.start, doubt.end, list(doubt.choices), doubt.context] for doubt in conversion.doubts]
    return [conversion.text, doubts]
