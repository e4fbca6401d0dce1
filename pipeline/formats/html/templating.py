"""The templates, style sheets and scripts that ship with the package, and how they are filled."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from pipeline.formats.html.safety import clean, policy_hash
from pipeline.formats.words import language_name, word


@cache
def environment() -> Environment:
    """Jinja, which here escapes and cleans whatever is not markup of the writer's own making."""
    made = Environment(
        loader=PackageLoader("pipeline.formats"),
        autoescape=True,
        finalize=_cleaned,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(word=word, language_name=language_name)
    return made


def template(name: str) -> Template:
    """A template of the package, compiled once."""
    return environment().get_template(name)


@cache
def asset(*names: str) -> Markup:
    """Files of the package's own, joined, as they go into the page."""
    folder = files("pipeline.formats") / "templates"
    return Markup("".join((folder / name).read_text("utf-8") for name in names))


def policy(styles: Sequence[str], scripts: Sequence[str], fonts: bool = False, connect: bool = False) -> str:
    """A Content-Security-Policy under which nothing runs or loads but these inline blocks.

    `fonts` admits fonts that stand in the page itself; `connect` lets a script ask the page's own server.
    """
    rules = [
        "default-src 'none'",
        "style-src " + " ".join(map(policy_hash, styles)),
        "script-src " + (" ".join(map(policy_hash, scripts)) or "'none'"),
        *(["font-src data:"] if fonts else []),
        *(["connect-src 'self'"] if connect else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)


def _cleaned(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value)
