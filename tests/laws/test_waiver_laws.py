"""Laws of waivers: a line is put in and nothing else changes, and a seal holds for one wording alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import po
from pipeline.formats.po_waivers import places, seal, with_waiver
from pipeline.model import Catalog, Waiver
from tests.laws.test_po_laws import CATALOGS

WAIVER = Waiver("number-mismatch", "meant", "0a1b2c3d")
HAND = replace(WAIVER, seal="")


def read(catalog: Catalog) -> tuple[str, Catalog]:
    text = "".join(po.serialize(catalog))
    return text, po.parse(text, "x.po")


@given(CATALOGS)
def test_the_places_of_the_entries_tile_the_file(catalog: Catalog) -> None:
    text, known = read(catalog)
    lines = text.split("\n")
    for start, end, entry in places(known):
        assert start < entry.location.line <= end or entry.obsolete
        assert "\n".join(lines[start:end]).rstrip("\n") == entry.raw.rstrip("\n")


@given(CATALOGS.filter(lambda catalog: bool(catalog.entries)))
def test_a_waiver_is_one_more_comment_and_a_second_writing_changes_nothing(catalog: Catalog) -> None:
    entry = read(catalog)[1].entries[0]
    raw = with_waiver(entry.raw, WAIVER)
    assert with_waiver(raw, WAIVER) == raw
    waived = po.parse("".join([*po.serialize(replace(catalog, entries=())), "\n", raw]), "x.po").entries[0]
    assert waived.waivers == (WAIVER,)
    assert replace(waived, comments=()) == replace(entry, comments=())
    assert tuple(line for line in waived.comments if line != str(WAIVER)) == entry.comments


@given(CATALOGS, st.booleans())
def test_sealing_is_idempotent_and_an_edit_of_either_side_breaks_the_seal(
    catalog: Catalog, side: bool
) -> None:
    entries = tuple(replace(entry, comments=(*entry.comments, str(HAND))) for entry in catalog.entries)
    _, known = read(replace(catalog, entries=entries))
    sealed, count = seal(known)
    assert seal(sealed) == (sealed, 0)
    assert po.parse("".join(po.serialize(sealed)), "x.po") == sealed
    done = [entry for entry in sealed.entries if entry.target and not entry.fuzzy]
    assert count == len(done)
    for entry in done:
        (waiver,) = entry.waivers
        assert not entry.expired(waiver)
        key = entry.key._replace(text=entry.key.text + "x") if side else entry.key
        assert replace(entry, key=key, target=entry.target + "x" * (not side)).expired(waiver)
