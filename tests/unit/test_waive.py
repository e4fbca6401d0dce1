"""`duizhao waive`: which entry a line belongs to, what is refused, and that no other byte changes."""

from pathlib import Path

import pytest

from pipeline.formats import po
from pipeline.model import Entry, Key
from tests.command import Outcome, duizhao

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BODY = (
    "# a translator's remark\n"
    "#. paragraph\n"
    'msgid "补贴15万元。"\n'
    'msgstr ""\n'
    '"Aid in "\n'  # wrapped as Poedit does it
    '"专班."\n'
    "\n"
    'msgid "试点先行。"\n'
    'msgstr "Pilots come first."\n'
    "\n"
    '#~ msgid "旧句。"\n'
    '#~ msgstr "Old."\n'
)
SEAL = Entry(Key("", "补贴15万元。"), "Aid in 专班.").seal
LINE = f"# duizhao: ignore number-mismatch @{SEAL} -- told elsewhere"


def place(folder: Path, text: str = HEAD + BODY) -> Path:
    (folder / "source").mkdir()
    (folder / "source/x.md").write_text("补贴15万元。试点先行。\n", "utf-8")
    (folder / "duizhao.toml").write_text('languages = ["en"]\n')
    path = folder / "translations/en/x.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode())
    return path


def waive(folder: Path, line: int, *codes: str, why: str = "told elsewhere") -> Outcome:
    return duizhao("-C", folder, "waive", f"translations/en/x.po:{line}", *codes, "--why", why)


@pytest.mark.parametrize("line", range(6, 13))
def test_any_line_of_the_entry_will_do(tmp_path: Path, line: int) -> None:
    path = place(tmp_path)
    outcome = waive(tmp_path, line, "number-mismatch")
    assert outcome == Outcome(0, "translations/en/x.po:9: waived number-mismatch\n", "")
    remark = "# a translator's remark\n"
    assert path.read_text("utf-8") == (HEAD + BODY).replace(remark, f"{remark}{LINE}\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("head", [HEAD, ""])
def test_no_other_byte_changes(tmp_path: Path, newline: str, bom: str, head: str) -> None:
    body = BODY.partition("\n")[2]  # without a remark the line comes first
    before = bom + (head + body).replace("\n", newline)
    path = place(tmp_path, before)
    assert waive(tmp_path, head.count("\n") + 2, "number-mismatch").code == 0
    after = path.read_bytes().decode()
    assert after.replace(LINE + newline, "") == before
    assert after.count(LINE) == 1
    assert "number-mismatch" not in duizhao("-C", tmp_path, "check").out


def test_several_codes_take_a_line_each(tmp_path: Path) -> None:
    path = place(tmp_path)
    assert waive(tmp_path, 9, "number-mismatch", "han-residue").code == 0
    entry = po.parse(path.read_text("utf-8"), "x").entries[0]
    assert [waiver.code for waiver in entry.waivers] == ["number-mismatch", "han-residue"]
    assert {waiver.seal for waiver in entry.waivers} == {entry.seal}
    assert duizhao("-C", tmp_path, "check").out == "no findings\n"


def test_an_expired_waiver_is_renewed_in_its_place(tmp_path: Path) -> None:
    old = "# duizhao: ignore number-mismatch @00000000 -- once true\n"
    path = place(tmp_path, HEAD + old + BODY)
    assert "waiver-expired" in duizhao("-C", tmp_path, "check").out
    assert waive(tmp_path, 9, "number-mismatch").code == 0
    assert path.read_text("utf-8") == HEAD + LINE + "\n" + BODY


@pytest.mark.parametrize(
    ("line", "codes", "told"),
    [
        (
            9,
            ["term-missing"],
            "x.po:8: error: there is no term-missing here; found is han-residue, number-mismatch",
        ),
        (14, ["number-mismatch"], "x.po:13: error: there is no number-mismatch here; found is nothing"),
        (9, ["number-mismatch", "term-missing"], "x.po:8: error: there is no term-missing here"),
        (
            9,
            ["number-mismach"],
            "error: no finding has the code 'number-mismach': did you mean number-mismatch?",
        ),
        (9, ["fuzzy"], "error: fuzzy cannot be waived"),
        (3, ["number-mismatch"], "x.po:3: error: there is no entry on this line"),
        (0, ["number-mismatch"], "x.po: error: there is no entry on this line"),
        (99, ["number-mismatch"], "x.po:99: error: there is no entry on this line"),
        (16, ["number-mismatch"], "x.po:16: error: the entry is obsolete"),
    ],
)
def test_a_waiver_that_would_excuse_nothing_is_refused(
    tmp_path: Path, line: int, codes: list[str], told: str
) -> None:
    path = place(tmp_path)
    before = path.read_bytes()
    outcome = waive(tmp_path, line, *codes)
    assert outcome.code == 2 and told in outcome.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("x.po", "is no place: write FILE:LINE"),
        ("x.po:", "is no place"),
        ("x.po:一", "is no place"),
        ("source/x.md:1", "source/x.md: error: no catalog of this workspace"),
        ("/etc/passwd:1", "no catalog of this workspace"),
        ("../x.po:1", "no catalog of this workspace"),
    ],
)
def test_a_place_that_is_none_is_refused(tmp_path: Path, where: str, told: str) -> None:
    place(tmp_path)
    outcome = duizhao("-C", tmp_path, "waive", where, "fuzzy", "--why", "x")
    assert outcome.code == 2 and told in outcome.err


def test_a_reason_is_needed_and_is_one_line(tmp_path: Path) -> None:
    path = place(tmp_path)
    assert "needs a reason" in waive(tmp_path, 9, "number-mismatch", why=" \n").err
    assert waive(tmp_path, 9, "number-mismatch", why='told\nmsgid "x"  elsewhere').code == 0
    assert '-- told msgid "x" elsewhere\n' in path.read_text("utf-8")


def test_a_path_is_seen_from_the_current_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place(tmp_path)
    monkeypatch.chdir(path.parent)
    assert duizhao("waive", "x.po:9", "number-mismatch", "--why", "told elsewhere").code == 0
    assert LINE in path.read_text("utf-8")


def test_a_sync_seals_what_was_written_by_hand_and_nothing_else(tmp_path: Path) -> None:
    hand = "# duizhao:  ignore number-mismatch --  told elsewhere\n"
    path = place(tmp_path)
    assert duizhao("-C", tmp_path, "sync").code == 0
    wrapped = 'msgstr ""\n"Aid in "\n"专班."'
    synced = path.read_text("utf-8").replace('msgstr "Aid in 专班."', wrapped)
    path.write_text(synced.replace("#. paragraph, sentence 1", hand + "#. paragraph, sentence 1"), "utf-8")
    assert duizhao("-C", tmp_path, "sync", "--check").code == 1
    assert duizhao("-C", tmp_path, "sync").out == "translations/en/x.po: updated: 1 waiver sealed\n"
    sealed = path.read_text("utf-8")
    assert wrapped in sealed, "the entry keeps the layout that it has"
    assert duizhao("-C", tmp_path, "sync").out == "everything is in sync\n"
    remarks = [line for line in sealed.splitlines() if line not in synced.splitlines()]
    assert LINE in remarks and len([line for line in remarks if "POT-Creation-Date" not in line]) == 1


def test_a_sync_seals_no_waiver_of_a_translation_that_is_fuzzy(tmp_path: Path) -> None:
    hand = "# duizhao: ignore number-mismatch -- told elsewhere\n#, fuzzy\n"
    path = place(tmp_path, HEAD + BODY.replace('msgid "补', hand + 'msgid "补'))
    assert duizhao("-C", tmp_path, "sync").code == 0
    assert "ignore number-mismatch -- told" in path.read_text("utf-8")
