"""The exceptions that mean "work cannot go on"; a translator's mistake is a `Finding` instead."""

from pipeline.model import Location


class DuizhaoError(Exception):
    """Work cannot go on: `message` says what to do about it, `location` where to look."""

    def __init__(self, message: str, location: Location | None = None) -> None:
        super().__init__(message, location)
        self.message = message
        self.location = location

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message


class FormatError(DuizhaoError):
    """A file's content cannot be read as its format without loss."""


class WorkspaceError(DuizhaoError):
    """The workspace, its settings or a command's arguments do not allow what was asked."""


class FileError(DuizhaoError):
    """The operating system refused to read or write a file."""


class InstallationError(DuizhaoError):
    """An installed package is missing or collides with another."""
