"""Reports for programs: each by its schema or its rules, and harmless whatever stands in a text."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from pipeline.checks import CODES
from pipeline.report import FORMATS
from pipeline.results import Checked
from tests.findings_sample import BARE, CHECKED, HARMFUL, HOSTILE, NOTHING, NUMBER

ROOT = Path(__file__).parents[2]
SARIF = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text("utf-8"))
JSON = json.loads((ROOT / "docs/report.schema.json").read_text("utf-8"))


def told(style: str, checked: Checked = CHECKED) -> str:
    return "\n".join(FORMATS[style](checked))


def test_the_schema_of_the_json_report_is_a_schema_that_refuses() -> None:
    jsonschema.Draft202012Validator.check_schema(JSON)
    broken = json.loads(told("json"))
    del broken["findings"][0]["fingerprint"]
    with pytest.raises(jsonschema.ValidationError, match="fingerprint"):
        jsonschema.validate(broken, JSON)


@pytest.mark.parametrize("checked", [CHECKED, NOTHING], ids=["findings", "none"])
def test_json_follows_its_schema(checked: Checked) -> None:
    jsonschema.validate(json.loads(told("json", checked)), JSON)


def test_json_tells_where_in_the_text_that_a_reader_sees() -> None:
    report = json.loads(told("json"))
    assert report["known"] == 7 and report["counts"] == {"error": 2, "warning": 1, "note": 1}
    first = report["findings"][0]
    assert first["segment"] == "补贴**15万元**。"
    (start, end), text = first["source"]["spans"][0], first["source"]["text"]
    assert text[start:end] == "15万元"
    (start, end), text = first["translation"]["spans"][0], first["translation"]["text"]
    assert text[start:end] == "1.5 million yuan"


@pytest.mark.parametrize("checked", [CHECKED, NOTHING], ids=["findings", "none"])
def test_sarif_follows_the_schema_of_the_standard(checked: Checked) -> None:
    jsonschema.Draft4Validator(SARIF).validate(json.loads(told("sarif", checked)))


def test_sarif_stands_on_the_line_of_the_file_in_its_repository() -> None:
    (run,) = json.loads(told("sarif", replace(CHECKED, folder="texts/")))["runs"]
    first, twin, _, bare = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "texts/translations/en/%E8%AF%95%20%E7%82%B9.po"
    assert place["region"] == {"startLine": 24}
    assert "region" not in bare["locations"][0]["physicalLocation"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "number-mismatch"
    assert CODES["number-mismatch"].wrong in rules[first["ruleIndex"]]["help"]["text"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in (first, twin)]
    assert marks == [f"{NUMBER.fingerprint}:1", f"{NUMBER.fingerprint}:2"]


def test_a_fingerprint_stays_where_the_finding_moves_and_goes_where_a_text_changes() -> None:
    moved = replace(NUMBER, location=replace(NUMBER.location, line=99), message="told otherwise")
    assert moved.fingerprint == NUMBER.fingerprint
    for changed in (
        replace(NUMBER, target="A subsidy."),
        replace(NUMBER, segment="补贴。"),
        replace(NUMBER, code="fuzzy"),
        replace(NUMBER, language="zh-Hant"),
    ):
        assert changed.fingerprint != NUMBER.fingerprint
    row = replace(BARE, message="the id x is taken by glossary/a.csv:12")
    assert row.fingerprint == replace(row, message="the id x is taken by glossary/a.csv:130").fingerprint


def test_github_commands_are_escaped_as_its_toolkit_does() -> None:
    lines = told("github", replace(CHECKED, folder="texts/")).split("\n")
    assert lines[0] == (
        "::error file=texts/translations/en/试 点.po,line=24,title=number-mismatch::"
        "15万元 (150,000) is not in the English; found 1.5 million yuan"
    )
    assert lines[2].startswith(
        "::warning file=texts/source/a%2Cb%3Ac.md,line=9,col=2,title=han-residue::left:%0A<"
    )
    assert "%25 ::" in lines[2]
    assert lines[3] == "::notice file=texts/translations/en/x.po,title=out-of-sync::there is no such catalog"
    assert lines[4] == "2 errors, 1 warning, 1 note (7 known)"


def test_junit_fails_where_the_check_does() -> None:
    root = ET.fromstring(told("junit"))
    assert (root.get("tests"), root.get("failures")) == ("4", "2")
    suites = {suite.get("name"): suite for suite in root}
    (case, _) = suites["translations/en/试 点.po"]
    failure = case.find("failure")
    assert case.get("name") == "number-mismatch at line 24" and failure is not None
    assert failure.get("message") == NUMBER.message
    assert "zh-Hans: 补贴15万元。\nen: A subsidy" in (failure.text or "")
    assert suites["source/a,b:c.md"].find(".//failure") is None
    strict = ET.fromstring(told("junit", replace(CHECKED, fail_on="warning")))
    assert strict.get("failures") == "3"


def test_junit_has_a_case_where_nothing_is_found() -> None:
    root = ET.fromstring(told("junit", NOTHING))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


@pytest.mark.parametrize("style", ["text", "line"])
def test_what_a_terminal_prints_obeys_no_text(style: str) -> None:
    text = told(style)
    assert "\x1b" not in text and "\u202e" not in text
    assert len(told("line").split("\n")) == len(CHECKED.findings) + 1


def test_html_shows_hostile_text_and_obeys_none_of_it() -> None:
    page = told("html")
    assert page.count("<script") == 1  # its own
    assert "&lt;script&gt;alert(" in page
    assert "\x1b" not in page and "\u202e" not in page
    assert "補" not in page and "<mark>15万元</mark>" in page and "<mark>1.5 million yuan</mark>" in page


def test_html_of_nothing_has_neither_filters_nor_script() -> None:
    page = told("html", NOTHING)
    assert "no findings" in page and "<form" not in page and "<script" not in page


def test_every_report_is_the_same_twice() -> None:
    for style in FORMATS:
        assert told(style) == told(style)
    assert HOSTILE in HARMFUL.segment
