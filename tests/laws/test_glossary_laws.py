"""Laws of the glossary: finding agrees with a plain reading, spans are true, files keep their bytes."""

import csv
import io
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.glossary_csv import parse, read
from pipeline.formats.glossary_edit import change
from pipeline.glossary import Glossary, chinese_forms, judge
from pipeline.glossary.words import English, fold
from pipeline.model import Term

CHINESE = st.text("监管沙盒张江", max_size=12)
FORMS = st.text("监管沙盒张江", min_size=1, max_size=4)
WORDS = st.sampled_from(
    ["regulatory", "sandbox", "Zhejiang", "University", "policy", "policies", "hard-tech", "AI", "of", "and"]
)
ENGLISH = st.lists(st.tuples(WORDS, st.sampled_from([" ", ", ", ". ", "-", "’s ", " (", ") "]))).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
RENDERINGS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@st.composite
def terms(draw: st.DrawFn) -> tuple[Term, ...]:
    chinese = draw(st.lists(FORMS, min_size=1, max_size=5, unique=True))
    return tuple(
        Term(
            str(number),
            form,
            draw(RENDERINGS),
            "concept",
            admitted=tuple(draw(st.lists(RENDERINGS, max_size=2))),
            forbidden=tuple(draw(st.lists(RENDERINGS, max_size=1))),
            match=tuple(
                f"not-in:{context}" for context in draw(st.lists(CHINESE, max_size=1)) if form in context
            ),
        )
        for number, form in enumerate(chinese)
    )


def plainly(glossary: tuple[Term, ...], text: str) -> list[tuple[int, int, str]]:
    """Leftmost-longest by trying every place and every form."""
    found, at = [], 0
    while at < len(text):
        fitting = [t for t in glossary if text.startswith(t.chinese, at) and not is_elsewhere(t, text, at)]
        best = max(fitting, key=lambda t: len(t.chinese), default=None)
        if best:
            found.append((at, at + len(best.chinese), best.id))
        at += len(best.chinese) if best else 1
    return found


def is_elsewhere(term: Term, text: str, at: int) -> bool:
    for option in term.match:
        context = option.removeprefix("not-in:")
        starts = (i for i in range(len(text)) if text.startswith(context, i))
        if any(i <= at and at + len(term.chinese) <= i + len(context) for i in starts):
            return True
    return False


@given(terms(), CHINESE)
def test_finding_is_leftmost_longest(glossary: tuple[Term, ...], text: str) -> None:
    matches = Glossary(glossary).find(text)
    assert [(m.start, m.end, m.term.id) for m in matches] == plainly(glossary, text)
    assert all(text[m.start : m.end] in chinese_forms(m.term) for m in matches)


@given(terms(), CHINESE, ENGLISH)
def test_no_word_counts_twice(glossary: tuple[Term, ...], chinese: str, english: str) -> None:
    verdicts = judge(Glossary(glossary).find(chinese), english)
    exact = sorted((u.start, u.end) for v in verdicts for u in (*v.uses, *v.forbidden))
    assert all(end <= start for (_, end), (start, _) in pairwise(exact))
    assert all(0 <= u.start < u.end <= len(english) for v in verdicts for u in v.phrases)
    assert sorted(span for v in verdicts for span in v.chinese) == sorted(
        {(m.start, m.end) for m in Glossary(glossary).find(chinese)}
    )


@given(RENDERINGS, ENGLISH, st.sampled_from([str.title, str.upper, lambda text: text.replace(" ", "-")]))
def test_a_rendering_satisfies_its_term_whatever_surrounds_it(
    rendering: str, english: str, shape: object
) -> None:
    matches = Glossary([Term("a", "甲", rendering, "concept", match=("case",))]).find("甲")
    (verdict,) = judge(matches, f"{english}. {rendering}. {english}")
    assert verdict.uses
    matches = Glossary([Term("a", "甲", rendering, "concept")]).find("甲")
    written = shape(rendering)  # type: ignore[operator]
    (verdict,) = judge(matches, f"{english}; {written}; {english}")
    assert verdict.uses or "AI" in rendering


@given(terms(), CHINESE)
def test_nothing_satisfies_nothing(glossary: tuple[Term, ...], chinese: str) -> None:
    assert all(not verdict.phrases for verdict in judge(Glossary(glossary).find(chinese), ""))


@given(st.text())
def test_every_word_has_a_place(text: str) -> None:
    english = English(text)
    for index, word in enumerate(english.words):
        start, end = english.span(index, index + 1)
        assert word.startswith(text[start:end]) and text[start:end]
        assert english.keys[index] == fold(word) != ""


CELLS = st.text(st.sampled_from('ab甲乙 "",;\n|'), max_size=6)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_cells_are_what_the_csv_module_reads(rows: list[tuple[str, str]], end: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator=end)
    writer.writerow(("id", "zh_hans", "en", "kind", "note", "mine"))
    writer.writerows((str(number), "甲", "A", "concept", *row) for number, row in enumerate(rows))
    table = read(written.getvalue(), "x.csv")
    expected = list(csv.reader(io.StringIO(written.getvalue(), newline="")))[1:]
    assert [[cell.value for cell in row] for row in table.rows] == expected


@given(st.lists(CELLS, min_size=1, max_size=4), st.data(), CELLS)
def test_a_change_touches_one_cell(notes: list[str], data: st.DataObject, value: str) -> None:
    written = io.StringIO()
    csv.writer(written).writerows(
        [
            ("id", "zh_hans", "en", "kind", "note"),
            *((f"t{i}", "甲", "A", "concept", n) for i, n in enumerate(notes)),
        ]
    )
    text = written.getvalue()
    number = data.draw(st.integers(0, len(notes) - 1))
    changed = change(text, "x.csv", {f"t{number}": {"note": value}})
    before, after = read(text, "x.csv"), read(changed, "x.csv")
    cell = before.rows[number][4]
    assert changed.startswith(text[: cell.start]) and changed.endswith(text[cell.end :])
    assert [[c.value for c in row] for row in after.rows] == [
        [value if (i, j) == (number, 4) else c.value for j, c in enumerate(row)]
        for i, row in enumerate(before.rows)
    ]
    assert change(changed, "x.csv", {f"t{number}": {"note": value}}) == changed
    assert [term.id for term in parse(changed, "x.csv")[0]] == [f"t{i}" for i in range(len(notes))]
