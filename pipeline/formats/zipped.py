"""ZIP archives whose bytes depend on their members alone: no clock, no machine."""

import io
import zipfile
from collections.abc import Mapping


def pack(members: Mapping[str, bytes], stored: str = "") -> bytes:
    """An archive of the members in their order; the one named `stored` is not compressed."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return written.getvalue()


def repack(data: bytes) -> bytes:
    """The same archive without the times at which its members were written."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack({info.filename: archive.read(info) for info in archive.infolist()})
