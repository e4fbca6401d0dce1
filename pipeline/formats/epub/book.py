"""The files of an EPUB and the archive around them: the same edition gives the same bytes."""

import re
from collections.abc import Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from pipeline.formats.columns import narrowed
from pipeline.formats.epub.pages import Page, pages
from pipeline.formats.epub.xhtml import identifiers, to_xhtml
from pipeline.formats.html.head import field
from pipeline.formats.html.safety import clean
from pipeline.formats.html.templating import asset, template
from pipeline.formats.words import page_language, word
from pipeline.formats.zipped import pack
from pipeline.model import Edition

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def render(edition: Edition, layout: str = "stacked") -> bytes:
    """Gives the bytes of an EPUB 3.3 file; `layout` is `stacked` or, for two languages, `columns`."""
    edition = narrowed(edition)
    language = page_language(edition.languages)
    titles = tuple(clean(" ".join(title.split())) for title in edition.titles)
    made = tuple(pages(edition, layout))
    files = {name: f"{page.name}.xhtml" for page in made for name in identifiers(page.body)}
    title = titles[edition.languages.index(language)]
    names = {page.name: _name(page, title, language) for page in made}
    members: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.encode(),
        "book/package.opf": _package(edition, made, titles, language),
        "book/nav.xhtml": to_xhtml(_contents(made, names, language), language, title, files),
        "book/style.css": asset("epub.css").encode(),
    }
    for page in made:
        members[f"book/{page.name}.xhtml"] = to_xhtml(page.body, language, names[page.name], files)
    # The type first and in the clear, as the container format requires (OCF 4.2).
    return pack(members, stored="mimetype")


def _name(page: Page, title: str, language: str) -> str:
    """What a page is called in the contents: its first heading, or the part of the book that it is."""
    if page.headings:
        return page.headings[0].name
    return title if page.name == "title" or page.name.startswith("chapter") else word(page.name, language)


def _contents(made: Sequence[Page], names: Mapping[str, str], language: str) -> str:
    return template("epub_contents.html").render(pages=made, names=names, language=language)


def _package(edition: Edition, made: Sequence[Page], titles: Sequence[str], language: str) -> bytes:
    """The package document: what the book is, which files it has, and in which order they are read."""
    date = edition.metadata.get("date", "")
    published = date if _DATE.fullmatch(date) else ""
    return (
        template("epub_package.xml")
        .render(
            edition=edition,
            pages=made,
            titles=list(dict.fromkeys(titles)),
            language=language,
            identifier=uuid5(NAMESPACE_URL, f"duizhao:{edition.slug}:{edition.name}:{edition.titles[0]}"),
            authors=dict.fromkeys(field(edition, "author")),
            description=(field(edition, "description") or ("",))[-1],
            published=published,
            # No clock: the same edition is the same book. A text without a date is of the format's own year.
            modified=f"{published or '2023-05-25'}T00:00:00Z",
        )
        .encode()
    )
