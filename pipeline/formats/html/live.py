"""What a preview adds to pages: a script that follows the files, and a page that says what is wrong."""

from collections.abc import Iterator

from markupsafe import Markup

from pipeline.formats.html.templating import asset, policy, template
from pipeline.formats.words import ENGLISH


def live_script(version: str) -> str:
    """A script that opens the page anew, at the place being read, once its server has another version.

    `version` is the page's own, of letters and digits, as its server names it in the ETag. The server tells
    of changes at `/events`.
    """
    if not version.isalnum():
        raise ValueError(f"no version: {version!r}")
    return asset("html_live.js").replace("VERSION", version, 1)


def serialize_message(title: str, text: str, script: str, hint: str = "", home: str = "/") -> Iterator[str]:
    """Writes a page that stands where another cannot be shown, and says why; `hint` is what helps."""
    style = asset("html_type.css", "html_index.css")
    yield from template("html_message.html").generate(
        title=title,
        text=text,
        hint=hint,
        home=home,
        language=ENGLISH,
        style=style,
        script=Markup(script),
        policy=policy([style], [script], connect=True),
    )
