"""Waivers in the hands of other tools: each writes the file anew, and the waiver holds as before."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from tests.command import duizhao

WHY = "the table below has the amounts, sentence by sentence, as the ministry asked for it in its letter of March"


def msgmerge(path: Path) -> None:
    pot = path.parents[1] / "templates/x.pot"
    subprocess.run(["msgmerge", "--quiet", "--output-file", path, path, pot], check=True)


def msgcat(path: Path) -> None:
    subprocess.run(["msgcat", "--width=70", "--output-file", path, path], check=True)


def msgattrib(path: Path) -> None:
    subprocess.run(["msgattrib", "--no-obsolete", "--output-file", path, path], check=True)


def polib_wrapped(path: Path) -> None:
    polib.pofile(str(path), wrapwidth=78).save()


def weblate(path: Path) -> None:
    """Weblate reads and writes PO with the translate toolkit; msgen's like there is `pofilter`, which copies."""
    out = path.with_suffix(".out")
    subprocess.run(
        ["pofilter", "--fuzzy", "--language=en", "--nonotes", "--notfuzzy", path, out], check=False
    )
    subprocess.run(["pomerge", "--input", path, "--template", path, "--output", out], check=True)
    path.write_bytes(out.read_bytes())


TOOLS = [
    pytest.param(msgmerge, marks=pytest.mark.judge("msgmerge")),
    pytest.param(msgcat, marks=pytest.mark.judge("msgcat")),
    pytest.param(msgattrib, marks=pytest.mark.judge("msgcat")),
    polib_wrapped,
    pytest.param(weblate, marks=pytest.mark.judge("pomerge")),
]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_waiver_goes_through_it_unharmed(tmp_path: Path, tool: Callable[[Path], None]) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text("补贴15万元。\n\n试点先行。\n", "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\n')
    assert duizhao("-C", tmp_path, "sync").code == 0
    path = tmp_path / "translations/en/x.po"
    text = path.read_text("utf-8").replace('补贴15万元。"\nmsgstr ""', '补贴15万元。"\nmsgstr "Aid."')
    path.write_text(text.replace('先行。"\nmsgstr ""', '先行。"\nmsgstr "Pilots first."'), "utf-8")
    place = duizhao("-C", tmp_path, "check").out.partition(": error")[0]
    assert duizhao("-C", tmp_path, "waive", place, "number-mismatch", "--why", WHY).code == 0
    path.write_text(path.read_text("utf-8").replace('msgstr "Aid."', 'msgstr ""\n"Ai"\n"d."'), "utf-8")
    before = path.read_bytes()
    tool(path)
    assert duizhao("-C", tmp_path, "check").out == "no findings\n"
    assert path.read_bytes() != before, "the tool has not written the file anew"
    again = path.read_text("utf-8")
    assert 'msgstr "Aid."' in again
    path.write_text(again.replace('"Aid."', '"Some aid."'), "utf-8")
    outcome = duizhao("-C", tmp_path, "check")
    assert outcome.code == 1 and "[waiver-expired]" in outcome.out and "[number-mismatch]" in outcome.out
