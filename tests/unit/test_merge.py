"""Merging: what is kept, made fuzzy, set aside and brought back."""

import pytest

from pipeline.merge import merge
from pipeline.model import CONVERTED, Catalog, Entry, Key, State, digest
from pipeline.results import Change, Event

A = "试点先行，逐步推开。"
B = "企业无需逐级报批。"
C = "补贴标准另行公布。"
C2 = "补贴标准另行通知。"


def template(*texts: str) -> Catalog:
    return Catalog(
        "en", entries=tuple(Entry(Key("", t), notes=("paragraph",), references=("x.md:1",)) for t in texts)
    )


def done(text: str, target: str = "Done.", **fields: object) -> Entry:
    return Entry(Key("", text), target=target).revised(**fields)


def states(catalog: Catalog) -> dict[str, str]:
    return {e.key.text: "obsolete" if e.obsolete else e.state.value for e in catalog.entries}


def test_unchanged_sentences_keep_their_translation_wherever_they_moved() -> None:
    old = Catalog("en", entries=(done(A, "A."), done(B, "B."), done(C, "C.")))
    merged, changes = merge(template(C, A, B), old)
    assert [(e.key.text, e.target) for e in merged.entries] == [(C, "C."), (A, "A."), (B, "B.")]
    assert changes == ()


def test_a_changed_sentence_is_fuzzy_with_its_previous_msgid() -> None:
    merged, changes = merge(template(A, C2), Catalog("en", entries=(done(A), done(C, "Rates."))))
    changed = merged.entries[1]
    assert (changed.target, changed.fuzzy, changed.previous) == ("Rates.", True, Key("", C))
    assert states(merged) == {A: "translated", C2: "fuzzy"}
    assert changes == (Change(Event.CHANGED, Key("", C2), Key("", C), references=("x.md:1",)),)


LONG = "试点期限为三年，到期后由县人民政府组织评估，评估结果向社会公布。"
FIRST, SECOND = "试点期限为三年。", "到期后由县人民政府组织评估，评估结果向社会公布。"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (
            "It runs three years. The county then evaluates it.",
            ["It runs three years.", "The county then evaluates it."],
        ),
        ("It runs three years, then is evaluated.", ["It runs three years, then is evaluated."] * 2),
    ],
)
def test_a_split_sentence_takes_its_translation_along(target: str, expected: list[str]) -> None:
    merged, changes = merge(
        template(A, FIRST, SECOND, B), Catalog("en", entries=(done(A), done(LONG, target), done(B)))
    )
    parts = merged.entries[1:3]
    assert [part.target for part in parts] == expected
    assert all(part.fuzzy and part.previous == Key("", LONG) for part in parts)
    assert all(any("1 sentence became 2" in note for note in part.notes) for part in parts)
    assert [change.event for change in changes] == [Event.CHANGED, Event.CHANGED]
    assert merge(template(A, FIRST, SECOND, B), merged)[0] == merged


def test_joined_sentences_join_their_translations() -> None:
    old = Catalog(
        "en", entries=(done(A), done(FIRST, "Three years."), done(SECOND, "Then evaluated."), done(B))
    )
    merged, _ = merge(template(A, LONG, B), old)
    joined = merged.entries[1]
    assert (joined.target, joined.previous) == ("Three years. Then evaluated.", Key("", FIRST + SECOND))
    assert "cut anew: 2 sentences became 1; their translations are joined" in joined.notes
    assert len(merged.entries) == 3


def test_a_boundary_that_moved_keeps_both_translations() -> None:
    one, two = "试点期限为三年，到期后由县人民政府组织评估。", "评估结果向社会公布。"
    old = Catalog(
        "en", entries=(done(A), done(FIRST, "Three years."), done(SECOND, "Then it is evaluated."), done(B))
    )
    merged, _ = merge(template(A, one, two, B), old)
    assert [part.target for part in merged.entries[1:3]] == ["Three years.", "Then it is evaluated."]
    assert all(part.previous == Key("", FIRST + SECOND) for part in merged.entries[1:3])


def test_a_new_sentence_beside_a_changed_one_takes_nothing_of_it() -> None:
    merged, _ = merge(template(A, C2, "好。"), Catalog("en", entries=(done(A), done(C, "Rates. More."))))
    assert [(e.target, e.state.value) for e in merged.entries[1:]] == [
        ("Rates. More.", "fuzzy"),
        ("", "untranslated"),
    ]


def test_a_turned_sense_is_told_until_a_person_accepts() -> None:
    may, may_not = "企业可以逐级报批。", "企业不得逐级报批。"
    merged, changes = merge(template(may_not), Catalog("en", entries=(done(may, "Firms may."),)))
    assert changes[0].sense == "可以 -> 不得"
    assert merged.entries[0].notes == ("paragraph", "the sense may have turned: 可以 -> 不得")
    accepted = Catalog("en", entries=(merged.entries[0].revised(fuzzy=False, target="Firms may not."),))
    assert merge(template(may_not), accepted)[0].entries[0].notes == ("paragraph",)


def test_a_change_of_punctuation_keeps_the_translation_if_asked() -> None:
    old = Catalog("en", entries=(done("试点先行,逐步推开。", "First pilots."),))
    merged, changes = merge(template(A), old)
    assert merged.entries[0].fuzzy
    merged, changes = merge(template(A), old, accept_punctuation=True)
    assert (merged.entries[0].state, changes[0].event) == (State.TRANSLATED, Event.PUNCTUATED)


def test_a_short_sentence_with_one_changed_character_is_found_between_its_neighbours() -> None:
    merged, _ = merge(
        template(A, "不得。", B), Catalog("en", entries=(done(A), done("不行。", "No."), done(B)))
    )
    assert merged.entries[1].previous == Key("", "不行。")


def test_a_likely_sentence_in_place_wins_over_a_more_alike_one_elsewhere() -> None:
    near, far, new = "甲企业可申请补贴一万元。", "乙企业可以申请补贴三万元。", "乙企业可申请补贴二万元。"
    old = Catalog("en", entries=(done(A), done(near, "near"), done(B), done(far, "far")))
    merged, _ = merge(template(A, new, B), old)
    assert merged.entries[1].target == "near"
    assert states(merged)[far] == "obsolete"


def test_successive_edits_keep_the_sentence_that_was_translated() -> None:
    once, _ = merge(template(A, C2), Catalog("en", entries=(done(A), done(C, "Rates."))))
    twice, _ = merge(template(A, "补贴标准将另行通知。"), once)
    assert twice.entries[1].previous == Key("", C)


def test_what_disappears_is_obsolete_and_comes_back() -> None:
    gone, changes = merge(template(A), Catalog("en", entries=(done(A), done(B, "B.", comments=("mine",)))))
    assert states(gone) == {A: "translated", B: "obsolete"}
    assert [change.event for change in changes] == [Event.OBSOLETE]
    back, changes = merge(template(A, B), gone)
    assert back.entries[1].target == "B." and back.entries[1].comments == ("mine",)
    assert states(back) == {A: "translated", B: "translated"}
    assert [change.event for change in changes] == [Event.RECOVERED]


def test_prune_drops_what_is_obsolete() -> None:
    gone, _ = merge(template(A), Catalog("en", entries=(done(A), done(B))), prune=True)
    assert states(gone) == {A: "translated"}


def test_waivers_do_not_outlive_their_sentence() -> None:
    waived = done(C, comments=("kept", "duizhao: ignore number-mismatch -- a reason"))
    merged, changes = merge(template(A, C2), Catalog("en", entries=(done(A), waived)))
    assert merged.entries[1].comments == ("kept",)
    assert changes[0].dropped_waivers == ("number-mismatch",)


def test_a_conversion_is_no_work_to_keep_but_its_mark_is() -> None:
    machine = done(A, "試點", notes=(CONVERTED + digest("試點"),))
    dropped, changes = merge(template(B), Catalog("zh-Hant", entries=(machine,)))
    assert states(dropped) == {B: "untranslated"} and [c.event for c in changes] == [Event.NEW]
    kept, _ = merge(template(A), Catalog("zh-Hant", entries=(machine,)))
    assert kept.entries[0].state is State.MACHINE
    assert kept.entries[0].notes == ("paragraph", CONVERTED + digest("試點"))


def test_context_is_part_of_what_a_sentence_is() -> None:
    old = Catalog("en", entries=(Entry(Key("表", A), target="Table."), Entry(Key("", A), target="Text.")))
    merged, _ = merge(Catalog("en", entries=(Entry(Key("", A)), Entry(Key("表", A)))), old)
    assert [e.target for e in merged.entries] == ["Text.", "Table."]


@pytest.mark.parametrize("comments", [(), ("a remark",)])
def test_an_untranslated_sentence_leaves_nothing_unless_someone_wrote_to_it(
    comments: tuple[str, ...],
) -> None:
    merged, _ = merge(template(A), Catalog("en", entries=(done(A), done(B, "", comments=comments))))
    assert (B in states(merged)) == bool(comments)


def test_of_two_with_one_msgid_the_translated_one_wins_and_neither_is_lost() -> None:
    both = Catalog("en", entries=(done(A, ""), done(A, "A.", obsolete=True)))
    merged, _ = merge(template(A), both)
    assert [(e.target, e.obsolete) for e in merged.entries] == [("A.", False)]
    both = Catalog("en", entries=(done(A, "new"), done(A, "old", obsolete=True)))
    merged, _ = merge(template(A), both)
    # gettext refuses a file in which they stand twice.
    assert [(e.target, e.obsolete) for e in merged.entries] == [("new", False)]
    assert merged.entries[0].comments == ("another translation: old",)
    gone, _ = merge(template(B), both)
    assert [(e.target, e.obsolete) for e in gone.entries] == [("", False), ("new", True)]
    assert gone.entries[1].comments == ("another translation: old",)


def test_a_split_that_counts_do_not_allow_leaves_the_whole_under_every_part() -> None:
    whole = "It runs three years, then is evaluated."
    split, _ = merge(
        template(A, FIRST, SECOND, B), Catalog("en", entries=(done(A), done(LONG, whole), done(B)))
    )
    assert [part.target for part in split.entries[1:3]] == [whole, whole]
    assert all(f"the whole translation: {whole}" in part.notes for part in split.entries[1:3])
    joined, _ = merge(template(A, LONG[:-1] + "！", B), split)
    assert joined.entries[1].target == whole, "once, though it stood under both"
    assert joined.entries[1].previous == Key("", LONG)


def test_edits_after_a_split_keep_the_sentence_that_was_translated() -> None:
    target = "It runs three years. The county then evaluates it."
    split, _ = merge(
        template(A, FIRST, SECOND, B), Catalog("en", entries=(done(A), done(LONG, target), done(B)))
    )
    five = FIRST.replace("三年", "五年")
    edited, changes = merge(template(A, five, SECOND, B), split)
    assert [part.previous for part in edited.entries[1:3]] == [Key("", LONG)] * 2
    assert changes[0].sense == "三年 -> 五年", "of this part alone"
    assert any("1 sentence became 2" in note for note in edited.entries[1].notes)
    typo, _ = merge(template(A, five.replace("试点", "试验"), SECOND, B), edited)
    assert "the sense may have turned: 三年 -> 五年" in typo.entries[1].notes, "until a person accepts"


def test_a_part_that_is_given_back_its_words_has_not_turned() -> None:
    target = "It runs three years. The county then evaluates it."
    split, _ = merge(
        template(A, FIRST, SECOND, B), Catalog("en", entries=(done(A), done(LONG, target), done(B)))
    )
    five, _ = merge(template(A, FIRST.replace("三年", "五年"), SECOND, B), split)
    back, changes = merge(template(A, FIRST, SECOND, B), five)
    assert changes[0].sense == ""
    assert not any("the sense may have turned" in note for note in back.entries[1].notes)


def test_a_turn_stays_told_through_later_edits() -> None:
    old = Catalog("en", entries=(done(A), done("企业可以逐级报批。", "Firms may."), done(B)))
    once, _ = merge(template(A, "企业不得逐级报批。", B), old)
    _, changes = merge(template(A, "企业不得再逐级报批。", B), once)
    assert changes[0].sense == "可以 -> 不得"
    assert changes[0].before == Key("", "企业可以逐级报批。")


def test_a_sentence_that_is_again_as_it_was_translated_says_so() -> None:
    once, _ = merge(template(A, C2), Catalog("en", entries=(done(A), done(C, "Rates."))))
    back, _ = merge(template(A, C), once)
    assert (back.entries[1].target, back.entries[1].fuzzy) == ("Rates.", True)
    assert any(note.startswith("as it was when it was translated") for note in back.entries[1].notes)


def test_what_disappeared_comes_back_in_other_words() -> None:
    gone, _ = merge(template(A), Catalog("en", entries=(done(A), done(C, "Rates."))))
    back, changes = merge(template(A, C2), gone)
    assert (back.entries[1].target, back.entries[1].previous) == ("Rates.", Key("", C))
    assert [change.event for change in changes] == [Event.CHANGED]
    assert merge(template(A, C), back)[0].entries[1].target == "Rates.", "should its own words come back"
    assert [e.key.text for e in back.entries if e.obsolete] == [C]


def test_flags_and_other_tools_comments_go_along() -> None:
    marked = done(C, "Rates.", flags=("no-wrap",), comments=("#! tool",))
    merged, _ = merge(template(A, C2), Catalog("en", entries=(done(A), marked)))
    assert (merged.entries[1].flags, merged.entries[1].comments) == (("no-wrap",), ("#! tool",))


def test_plural_forms_of_another_tool_are_set_aside_whole() -> None:
    foreign = (("msgid_plural", "们"), ("msgstr[1]", "Rates, all."))
    merged, _ = merge(template(A, C2), Catalog("en", entries=(done(A), done(C, "Rates.", foreign=foreign))))
    assert states(merged) == {A: "translated", C2: "untranslated", C: "obsolete"}
    assert merged.entries[2].foreign == foreign


def test_a_gap_too_large_to_compare_whole_is_cut_at_its_landmarks() -> None:
    old = [f"第{n}条，甲方应当在第{n * 7}日之前履行第{n}项义务。" for n in range(150)]
    new = [text.replace("应当", "必须") for text in old]
    new[70:71] = ["第70条，甲方必须履行义务。", "甲方必须在第490日之前履行第70项义务。"]
    merged, _ = merge(
        template(*new), Catalog("en", entries=tuple(done(t, f"{n}.") for n, t in enumerate(old)))
    )
    assert [e.target for e in merged.entries if not e.obsolete] == [
        *(f"{n}." for n in range(70)), "70.", "70.", *(f"{n}." for n in range(71, 150)),
    ]  # fmt: skip
