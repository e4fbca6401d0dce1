"""Names that a trained model finds: loaded if it is installed, otherwise a clear message."""

from pathlib import Path

import pytest
import spacy

from pipeline.annotate import annotate
from pipeline.errors import InstallationError
from pipeline.glossary import Glossary
from pipeline.model import Edition, EditionBlock, Kind, Passage, Row, State, Term

TEXT = "张江与余杭都设了监管沙盒。"
ROW = Row(
    "s", (Passage(TEXT, "zh-Hans", State.TRANSLATED), Passage(TEXT, "en", State.TRANSLATED)), source=TEXT
)
EDITION = Edition(
    "x", "x", ("zh-Hans", "en"), ("x", "x"), {}, (EditionBlock(Kind.PARAGRAPH, 0, "", (), (ROW,)),)
)
GLOSSARY = Glossary([Term("zj", "张江", "Zhangjiang", "place")])


@pytest.fixture
def model(tmp_path: Path) -> str:
    """A small pipeline on disk, loaded by the code that loads a large one."""
    pipe = spacy.blank("zh")
    rules = pipe.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "GPE", "pattern": "张江"}, {"label": "GPE", "pattern": "余杭"}])  # type: ignore[attr-defined]
    pipe.to_disk(tmp_path / "names")
    return str(tmp_path / "names")


def test_the_models_names_are_marked_and_the_glossarys_word_wins(model: str) -> None:
    chinese, english = annotate(EDITION, GLOSSARY, model).blocks[0].rows[0].passages
    assert [(a.start, a.end, a.kind, a.body) for a in chinese.annotations] == [
        (0, 2, "term", "zj"),
        (3, 5, "entity", "GPE"),
    ]
    assert english.annotations == ()


def test_a_model_that_is_not_installed_is_told() -> None:
    with pytest.raises(InstallationError, match=r"zh_core_web_none.*is not installed"):
        annotate(EDITION, GLOSSARY, "zh_core_web_none")
