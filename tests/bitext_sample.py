"""A catalog with an entry in each state, and its document laid out, for the tests of the exchange formats."""

from dataclasses import replace

from pipeline.markup import plain
from pipeline.model import Catalog, Edition, Entry, Key, Location, Passage, Row, State, digest
from tests.html_sample import edition, paragraph, terms_in

PILOT = Entry(
    Key("", "**监管沙盒**在杭州开放。[^n]"),
    "A **regulatory sandbox** opens in Hangzhou.[^n]",
    comments=("note: Since 2019.", "mine"),
    notes=("paragraph", "监管沙盒 = regulatory sandbox"),
    location=Location("x.po", 9),
)
FUZZY = Entry(Key("", "再推广。"), "Then more.", fuzzy=True, previous=Key("", "推广。"))
EMPTY = Entry(Key("", "未译 `a<b`。"))
MACHINE = Entry(Key("", "机器。"), "Machine.", notes=(f"converted: {digest('Machine.')}",))
TWICE = (Entry(Key("甲", "同。"), "Same."), Entry(Key("乙", "同。"), "Alike."))
GONE = Entry(Key("", "旧。"), "Old.", obsolete=True)
CATALOG = Catalog("en", entries=(PILOT, FUZZY, EMPTY, MACHINE, *TWICE, GONE), location=Location("x.po", 1))


def laid_out(catalog: Catalog = CATALOG) -> Edition:
    """The sentences of a catalog as a document, with the glossary's terms marked in the Chinese."""
    rows = []
    for entry in catalog.entries:
        text = entry.key.text
        chinese = Passage(text, "zh-Hans", State.TRANSLATED, annotations=terms_in(plain(text)))
        rows.append(Row(entry.key.id, (chinese, Passage(entry.target, "en", entry.state)), source=text))
    return replace(edition(languages=("zh-Hans", "en")), slug="pilots", blocks=(paragraph(*rows),))
