"""The command line: what a translator types, in at most a dozen lines a command.

A module a family of commands; importing it is what adds them to `app`, in the order that help shows.
"""

from pipeline.cli import texts as texts  # isort: skip
from pipeline.cli import checking as checking  # isort: skip
from pipeline.cli import tidying as tidying  # isort: skip
from pipeline.cli import deciding as deciding  # isort: skip
from pipeline.cli import editions as editions  # isort: skip
from pipeline.cli import annotating as annotating  # isort: skip
from pipeline.cli import serving as serving  # isort: skip
from pipeline.cli import exchange as exchange  # isort: skip
from pipeline.cli import exporting as exporting  # isort: skip
from pipeline.cli import terms as terms  # isort: skip
from pipeline.cli.app import app

__all__ = ["app"]
