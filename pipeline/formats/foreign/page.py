"""HTML pages brought in as Markdown: the article, not the menus, with what the page says of itself."""

from lxml import etree

from pipeline.errors import FormatError
from pipeline.formats import front_matter
from pipeline.formats.foreign import article, blocks, facts, tree
from pipeline.formats.foreign.reading import Losses, Reading
from pipeline.model import Location


def to_markdown(data: bytes, shown: str) -> Reading:
    """Gives the article of an HTML page with its title, author, date and address as front matter.

    Raises FormatError where the page is too large, nested too deeply, in no known encoding or without text.
    """
    if len(data) > tree.LONGEST_PAGE:
        size, most = len(data) // 10**6, tree.LONGEST_PAGE // 10**6
        raise FormatError(
            f"a page of {size} MB; at most {most} MB are read: save the article alone", Location(shown)
        )
    text, encoding, unreadable = tree.decode(data, shown)
    page = tree.html(text, shown)
    fields, losses = facts.of_page(page), Losses()
    losses.dropped["scripts"] += sum(1 for _ in page.iter("script"))
    etree.strip_elements(page, "script", with_tail=False)
    base = next((element.get("href", "") for element in page.iter("base")), "") or fields.get("source", "")
    body = page.find("body")
    seen = article.characters(page if body is None else body)
    chosen = article.find(page, losses)
    kept = article.characters(chosen)
    pieces = blocks.write(chosen, losses, base)
    if not pieces:
        raise FormatError("no text in this page", Location(shown))
    remarks = [f"an HTML page in {encoding}: {kept:,} of its {seen:,} characters are the article"]
    if unreadable:
        remarks.append(f"{unreadable} characters could not be read and are marked �")
    body_text = blocks.joined(blocks.without_title(pieces, fields.get("title", "")))
    return Reading(front_matter.serialize(fields) + body_text, (*remarks, *losses.remarks()))
