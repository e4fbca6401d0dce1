"""ZIP archives that hold a text, read part by part into memory and never unpacked to disk.

A bomb shows in what the archive declares of its parts: `zipfile` gives no more bytes of a part than are
declared. So a part that declares too many, or far too many for what it takes up, is refused unread.
"""

import io
import zipfile
import zlib

from pipeline.errors import FormatError
from pipeline.model import Location

LARGEST_PART = 48_000_000
"""Bytes of a part that are read at most; the text of a book of 1,000 pages has some 10 million as DOCX."""
LARGEST_SUM = 128_000_000
"""Bytes of all parts together that are read at most."""

_LARGEST_RATIO = 400
_HARMLESS = 1_000_000
_MOST_PARTS = 20_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """The parts of a ZIP archive. `shown` names its file in messages; all methods raise FormatError."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self._sum = 0
        if data.startswith(_OLE):
            raise FormatError(_about_ole(data), Location(shown))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError):
            raise FormatError("damaged, or not what its name says: no ZIP archive", Location(shown)) from None
        self._parts = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        if len(self._parts) > _MOST_PARTS:
            raise FormatError(f"an archive of {len(self._parts):,} parts", Location(shown))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the archive."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        info = self._parts.get(name)
        if info is None:
            raise FormatError(f"there is no part {name!r} in it: damaged", Location(self.shown))
        self._sum += info.file_size
        is_bomb = info.file_size > _HARMLESS and info.file_size > _LARGEST_RATIO * max(1, info.compress_size)
        if is_bomb or info.file_size > LARGEST_PART or self._sum > LARGEST_SUM:
            size = f"{info.file_size / 1e6:,.0f} MB from {info.compress_size:,} bytes"
            raise FormatError(f"the part {name!r} would unpack to {size}: refused", Location(self.shown))
        if info.flag_bits & 0x1:
            raise FormatError("encrypted: save it without a password", Location(self.shown))
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
            raise FormatError(f"the part {name!r} is damaged", Location(self.shown)) from None


def _about_ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted: save it without a password"
    return "an old Word file (.doc), not .docx: save it as .docx"
