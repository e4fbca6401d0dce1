"""Names that a trained spaCy model finds, where a workspace names one."""

from collections.abc import Callable, Sequence
from functools import cache

from pipeline.errors import InstallationError
from pipeline.model import Annotation

Finder = Callable[[str], Sequence[Annotation]]


def finder(model: str) -> Finder:
    """What finds the entities of a Chinese text; nothing is found where no model is named.

    The model is loaded for the first text; InstallationError is raised there if it is not installed.
    """
    return (lambda text: _load(model)(text)) if model else _none


def _none(_: str) -> Sequence[Annotation]:
    return ()


@cache
def _load(model: str) -> Finder:
    """Loading spaCy takes a second and a half, so it is put off until here."""
    import spacy

    try:
        pipe = spacy.load(model)
    except OSError:
        message = (
            f"the spaCy model {model!r} is not installed: install it, or take `model` out of the settings"
        )
        raise InstallationError(message) from None

    def find(text: str) -> Sequence[Annotation]:
        return [
            Annotation(e.start_char, e.end_char, "entity", e.label_, by=model_name) for e in pipe(text).ents
        ]

    model_name = f"{pipe.meta['lang']}_{pipe.meta['name']}"
    return find
