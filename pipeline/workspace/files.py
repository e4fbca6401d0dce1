"""Reading and writing files: every refusal of the system becomes a message, every write is whole or not."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock

from pipeline.errors import FileError, FormatError
from pipeline.model import Location


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file; `shown` is its name in messages. Raises FileError."""
    with _refusals(shown):
        return path.read_bytes()


def read_text(path: Path, shown: str) -> str:
    """The UTF-8 text of a file, as it is; raises FileError, or FormatError with the line."""
    return decode(read_bytes(path, shown), shown)


def decode(data: bytes, shown: str) -> str:
    """UTF-8 to text; raises FormatError with the line where it is none, or holds a NUL."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FormatError(f"not UTF-8{_guess(data)}: save it as UTF-8", Location(shown, line)) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise FormatError("a NUL character: the file is damaged or no text", Location(shown, line))
    return text


def normal(text: str) -> str:
    """The text without a byte order mark and with LF line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def decode_foreign(data: bytes, shown: str) -> tuple[str, str]:
    """Text of a file in UTF-8, UTF-16 or GB18030, and the name of what it was in.

    Line ends become LF and a byte order mark goes. Raises FormatError where it is none of them.
    """
    for encoding in _candidates(data):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if "\0" not in text:
                return normal(text), encoding.upper().removesuffix("-SIG")
    decode(data, shown)
    raise FormatError("neither UTF-8, UTF-16 nor GB18030", Location(shown, 1))


def write_text(path: Path, chunks: Iterable[str], shown: str) -> None:
    """Writes a text file whole, or leaves the old one; makes its folder. Raises FileError."""
    write_bytes(path, (chunk.encode("utf-8") for chunk in chunks), shown)


def write_bytes(path: Path, chunks: Iterable[bytes], shown: str) -> None:
    """Writes a file beside its place and moves it there, so that no reader ever sees half of it."""
    with _refusals(shown):
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def make_folder(path: Path, shown: str) -> None:
    """Makes a folder where there is none yet. Raises FileError."""
    with _refusals(shown):
        path.mkdir(parents=True, exist_ok=True)


def digest_of(*parts: str | bytes) -> str:
    """A SHA-256 digest that stands for all the parts, in their order."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


@contextlib.contextmanager
def _refusals(shown: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise FileError("there is no such file", Location(shown)) from None
    except IsADirectoryError:
        raise FileError("this is a folder, where a file is due", Location(shown)) from None
    except (NotADirectoryError, FileExistsError):
        raise FileError("a part of this path is a file, where a folder is due", Location(shown)) from None
    except OSError as error:
        raise FileError((error.strerror or str(error)).lower(), Location(shown)) from None


_ASKING = Lock()


def _umask() -> int:
    with _ASKING:  # it cannot be read without being set, and threads of a build write at one time
        current = os.umask(0)
        os.umask(current)
    return current


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    # Half of the bytes of Latin letters and line ends in UTF-16 are NUL; the side tells the order.
    if b"\0" in data[:4096]:
        return ("utf-16-le",) if data[1:4096:2].count(0) >= data[:4096:2].count(0) else ("utf-16-be",)
    return ("utf-8-sig", "gb18030")


def _guess(data: bytes) -> str:
    for encoding in _candidates(data)[-1:]:
        with contextlib.suppress(UnicodeDecodeError):
            data.decode(encoding)
            return f" (it looks like {encoding.upper()})"
    return ""
