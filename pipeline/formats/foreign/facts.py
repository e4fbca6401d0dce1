"""What a page says of itself: title, author, date and address, for the front matter."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from pipeline.formats.foreign.elements import text_of

_TITLES = ("og:title", "articletitle", "dc.title", "twitter:title")
_AUTHORS = ("author", "article:author", "dc.creator")
_SOURCES = ("contentsource", "source")
_DATES = ("article:published_time", "pubdate", "publishdate", "datepublished", "dc.date", "date", "apub:time")
_ADDRESSES = ("og:url",)
_LONGEST_JSON = 200_000
_SITE = re.compile(
    r"\s*(?:[_|丨｜]|--|\s[—–-]\s)[\s_|丨｜-]*(?P<site>[^_|丨｜]{1,30})$|-(?P<named>[^-]{1,30})$"
)
_NAMES_SITE = re.compile(r"(?:网|网站|網|網站|政府|门户|門戶|报|報|新闻|新聞|频道|頻道|\.com|\.cn|\.org)$")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(0?[1-9]|1[0-2])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_BYLINE = re.compile(
    r"(?:发布时间|发布日期|發佈日期|时间|日期|来源|來源|作者|记者|記者)\s*[：:]?|\d{1,2}:\d\d"
)
_AUTHOR = re.compile(r"(?:作者|记者|記者)\s*[：:]?\s*([\w·]{2,12}(?:[、 ][\w·]{2,12})?)(?=[\s）)|]|$)")
_SOURCE = re.compile(r"(?:来源|來源)\s*[：:]\s*([^\s|：:（(]{2,30})")
_LONGEST_BYLINE = 250


def of_page(page: Element) -> dict[str, str]:
    """The fields of the front matter that the page gives: `title`, `author`, `date`, `publisher`, `source`.

    What the page says of itself in its head counts before what its byline says.
    """
    meta = _meta(page)
    data = _json(page)
    byline = next(_bylines(page), "")
    fields = {
        "title": _title(page, meta),
        "author": _first(meta, _AUTHORS) or data.get("author", "") or _group(_AUTHOR, byline),
        "date": _date(_first(meta, _DATES) or data.get("date", "") or _time(page)) or _date(byline),
        "publisher": _first(meta, _SOURCES) or _group(_SOURCE, byline),
        "source": _address(page, meta),
    }
    return {name: value for name, value in fields.items() if value}


def _meta(page: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        found.setdefault(name, " ".join(element.get("content", "").split()))
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _title(page: Element, meta: dict[str, str]) -> str:
    """The heading that the page's title begins with, or that title without the site's name."""
    named = _first(meta, _TITLES) or _text(next(page.iter("title"), None))
    headings = [_text(heading) for heading in page.iter("h1")]
    same = [heading for heading in headings if heading and _squeezed(named).startswith(_squeezed(heading))]
    if same or not named:
        return next(iter(same or headings), "")
    return _without_site(named)


def _without_site(title: str) -> str:
    """A title without the name of its site, which comes last, and is short or says what it is.

    A bare hyphen may be the title's own, as in 中国-东盟; a column's name stands before its bar: `读数｜…`.
    """
    found = _SITE.search(title)
    if not found or not found.start():
        return title
    site = found["site"] or found["named"]
    is_site = _NAMES_SITE.search(site) or (found["site"] and len(site) <= found.start())
    return title[: found.start()] if is_site else title


def _json(page: Element) -> dict[str, str]:
    """Author and date of the first description of an article in JSON-LD."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json" and len(script.text or "") < _LONGEST_JSON:
            try:
                given = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for item in given if isinstance(given, list) else [given]:
                if isinstance(item, dict) and "datePublished" in item:
                    return {"author": _name(item.get("author")), "date": str(item["datePublished"])}
    return {}


def _name(author: object) -> str:
    author = author[0] if isinstance(author, list) and author else author
    author = author.get("name") if isinstance(author, dict) else author
    return author.strip() if isinstance(author, str) else ""


def _bylines(page: Element) -> Iterator[str]:
    """Short texts with a date and a word of bylines, such as `发布时间：2025-03-12　来源：县民政局`."""
    for element in page.iter("p", "div", "span", "td", "li", "h4", "h5", "h6"):
        text = _short_text(element)
        if _DATE.search(text) and _BYLINE.search(text):
            yield text


def _short_text(element: Element) -> str:
    """The text of an element, or nothing where it is too long for a byline."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > _LONGEST_BYLINE:
            return ""
    return " ".join(text.split())


def _time(page: Element) -> str:
    return next((time.get("datetime", "") for time in page.iter("time") if time.get("datetime")), "")


def _date(text: str) -> str:
    """The first date of a text as `2025-03-12`; empty where there is none."""
    found = _DATE.search(text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def _address(page: Element, meta: dict[str, str]) -> str:
    canonical = [link.get("href", "") for link in page.iter("link") if link.get("rel") == "canonical"]
    for address in (*canonical, _first(meta, _ADDRESSES)):
        try:
            if urlsplit(address).scheme in ("http", "https"):
                return address
        except ValueError:
            continue
    return ""


def _group(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip() if found else ""


def _text(element: Element | None) -> str:
    return "" if element is None else " ".join(text_of(element).split())


def _squeezed(text: str) -> str:
    return "".join(text.split())
