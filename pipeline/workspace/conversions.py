"""Conversions into Traditional, remembered by content, so that a sync of known text loads no dictionary."""

import json
from pathlib import Path

from pipeline.script import Converter
from pipeline.workspace import files

_FILE = ".duizhao/conversions.json"


class Conversions:
    """What each converter wrote for each text; a converter that has changed starts anew."""

    def __init__(self, root: Path) -> None:
        self._path = root / _FILE
        self._used: dict[str, dict[str, str]] = {}
        try:
            self._known: dict[str, dict[str, str]] = dict(json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError):
            self._known = {}

    def convert(self, converter: Converter, text: str) -> str:
        """What the converter writes for a text."""
        known = self._known.get(converter.fingerprint, {})
        used = self._used.setdefault(converter.fingerprint, dict(known))
        if text not in used:
            used[text] = converter.convert(text).text
        return used[text]

    def save(self) -> None:
        """Keeps what was used since the start, if any of it is new."""
        if any(texts != self._known.get(fingerprint) for fingerprint, texts in self._used.items()):
            kept = json.dumps(self._used, ensure_ascii=False, sort_keys=True)
            files.write_text(self._path, [kept], _FILE)
