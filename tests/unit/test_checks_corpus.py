"""Findings that only a look at the whole corpus can make: sentences, lengths, names, varieties of English."""

import pytest

from pipeline.checks import examine
from pipeline.checks.corpus import Conventions, by_place, check_corpus
from pipeline.checks.lengths import learn
from pipeline.model import Entry, Finding, Key, Location, Style, Unit


def unit(source: str, target: str, path: str = "x.po", line: int = 1, context: str = "") -> Unit:
    return Unit(Entry(Key(context, source), target, location=Location(path, line)), "en")


def findings(*units: Unit) -> list[Finding]:
    return list(check_corpus([examine(one) for one in units], Conventions()))


def told(*units: Unit) -> list[str]:
    return [f"{f.location}: {f.code}: {f.message}" for f in findings(*units)]


def test_one_sentence_with_two_translations() -> None:
    units = [
        unit("总则", "General Provisions", "a.po"),
        unit("总则", "The general provisions.", "b.po"),
        unit("总则", "General Rules", "c.po"),
    ]
    assert told(*units) == [
        "c.po:1: inconsistent-translation: the same Chinese is 'General Provisions' at a.po:1, here 'General Rules'"
    ]


def test_a_context_keeps_two_uses_of_a_sentence_apart() -> None:
    assert told(unit("总则", "General"), unit("总则", "Rules", "b.po", context="table")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("试点县每季度向社会公开一次清单。", "专家库由省里统一建立并管理。", True),
        ("试点县每季度向社会公开一次清单。", "试点县每季度要向社会公开一次清单。", False),
        ("公开清单。", "建立专家库。", False),
    ],
)
def test_two_sentences_with_one_translation(one: str, other: str, found: bool) -> None:
    english = "The list is made public every quarter."
    codes = [f.code for f in findings(unit(one, english), unit(other, english, line=2))]
    assert codes == (["same-translation"] if found else [])


def corpus(count: int) -> list[Unit]:
    """Sentences of twenty Han characters; the English has 5 to 6 letters a character."""
    return [
        unit(
            "试" * 20,
            f"{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}" + "ab " * (33 + n % 7),
            line=n,
            context=str(n),
        )
        for n in range(count)
    ]


@pytest.mark.parametrize(("letters", "found"), [(20, True), (95, False), (110, False), (300, True)])
def test_a_length_that_is_far_from_the_usual(letters: int, found: bool) -> None:
    one = unit("点" * 20, "ab " * (letters // 3), "y.po")
    assert [f.location.path for f in findings(*corpus(100), one) if f.code == "length-outlier"] == [
        "y.po"
    ] * found


def test_a_length_says_how_sure_it_is() -> None:
    (message,) = (f.message for f in findings(*corpus(100), unit("点" * 20, "ab cd.", "y.po")))
    assert message == "the English has 5% of the usual length (36.9 deviations from the median of 101)"


def test_fewer_sentences_than_the_chinese_need_less_to_be_told() -> None:
    source = f"{'点' * 10}。{'点' * 10}。"
    assert told(*corpus(100), unit(source, "Ab " * 30 + "ab.", "y.po")) == [
        "y.po:1: length-outlier: the Chinese has 2 sentences, the English 1 and has 85% of the usual length "
        "(2.1 deviations from the median of 101)"
    ]
    assert told(*corpus(100), unit(source, "Ab " * 15 + "ab. " + "Ab " * 14 + "ab.", "y.po")) == []


def test_a_small_corpus_tells_nothing_of_lengths() -> None:
    assert told(*corpus(58), unit("点" * 20, "ab cd.", "y.po")) == []


def test_an_outlier_does_not_move_what_is_usual() -> None:
    habit = learn([1.0, 1.1, 0.9, 1.05, 0.95, 50.0])
    assert habit.middle == pytest.approx(1.025)
    assert habit.deviation == pytest.approx(1.4826 * 0.075)


def test_a_person_with_two_spellings() -> None:
    units = [
        unit("李秋实说。", "Li Qiushi spoke."),
        unit("李秋实走了。", "Li Qiushi left.", line=2),
        unit("李秋实来了。", "Li Qiu-shi came.", line=3),
    ]
    assert told(*units) == ["x.po:3: romanisation: 李秋实 is 'Li Qiushi' elsewhere (2×), here 'Li Qiu-shi'"]


def test_two_persons_have_a_spelling_each() -> None:
    assert told(unit("李秋实说。", "Li Qiushi spoke."), unit("李秋石来了。", "Li Qiushi came.", line=2)) == []


def varieties(american: int, british: int) -> list[str]:
    units = [
        unit("颜色。" + "甲" * n, "The color" + "." * (n % 2), line=n, context=f"{n}")
        for n in range(american)
    ]
    units += [unit("颜色。", "The colour", line=100 + n, context=f"b{n}") for n in range(british)]
    return [f.message for f in findings(*units) if f.code == "spelling-variety"]


def test_the_rarer_variety_is_noted() -> None:
    assert varieties(10, 1) == ['"colour" is British, the corpus is American (10 words)']
    assert varieties(1, 12) == ['"color" is American, the corpus is British (12 words)']


@pytest.mark.parametrize(("american", "british"), [(9, 1), (10, 3), (10, 0)])
def test_a_corpus_without_a_rule_is_let_alone(american: int, british: int) -> None:
    assert varieties(american, british) == []


def test_a_house_with_a_variety_needs_no_rule() -> None:
    one = Unit(Entry(Key("", "颜色。"), "The colour."), "en", style=Style("us"))
    assert examine(one).regional == ()
    assert [f.message for f in examine(one).findings] == ['"colour" is "color" in US English']


def test_findings_by_their_place() -> None:
    found = findings(unit("总则", "Rules", "a.po"), unit("总则", "Provisions", "b.po"))
    assert by_place(found) == {Location("b.po", 1): found}
