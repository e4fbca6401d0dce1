"""The pre-commit hooks and the GitHub action: read as their hosts read them, and their commands run."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import duizhao

ROOT = Path(__file__).parents[1]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
FENCED = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text("utf-8"), re.S)
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a workspace in its folder `texts`, whose one sentence is translated."""
    texts = tmp_path / "texts"
    (texts / "source").mkdir(parents=True)
    (texts / "source/x.md").write_text("补贴15万元。\n", "utf-8")
    (texts / "duizhao.toml").write_text('languages = ["en"]\n')
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    assert duizhao("-C", texts, "sync").code == 0
    translate(tmp_path, 'msgstr ""', 'msgstr "Aid of 150,000 yuan."')
    return tmp_path


def translate(repository: Path, old: str, new: str) -> None:
    path = repository / "texts/translations/en/x.po"
    head, _, entry = path.read_text("utf-8").rpartition(old)
    path.write_text(head + new + entry, "utf-8")


def run(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": PATH, "LANG": "C.UTF-8", **variables}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_complete_and_runs(hook: dict[str, Any], repository: Path) -> None:
    assert set(hook) == {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
    assert hook["language"] == "python" and hook["pass_filenames"] is False
    for path in ("source/x.md", "texts/translations/en/x.po", "glossary/a.csv", "texts/duizhao.toml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "build/x.html")
    assert run(hook["entry"], repository / "texts").returncode == 0
    (repository / "texts/source/x.md").write_text("补贴15万元。又一句。\n", "utf-8")
    failed = run(hook["entry"], repository / "texts")
    assert failed.returncode == 1
    assert "translations/en/x.po" in failed.stdout


def steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}


def ran(step: dict[str, Any], repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs a step of the action, with its environment filled in as GitHub does."""
    values = {name: str(given["default"]) for name, given in ACTION["inputs"].items()} | inputs
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], value)
        for name, value in step["env"].items()
    }
    return run(step["run"], repository, **variables)


def test_the_action_has_what_github_asks_of_a_composite_one() -> None:
    assert {"name", "description", "inputs", "runs"} == set(ACTION)
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) or (step["shell"] == "bash" and "${{" not in step["run"]), "no input is run"


def test_the_action_marks_the_lines_of_the_repository(repository: Path) -> None:
    by_name = steps()
    assert ran(by_name["Catalogs follow their sources"], repository, folder="texts").returncode == 0
    assert ran(by_name["Translations"], repository, folder="texts").returncode == 0
    translate(repository, "150,000", "15,000")
    failed = ran(by_name["Translations"], repository, folder="texts")
    assert failed.returncode == 1
    assert failed.stdout.startswith("::error file=texts/translations/en/x.po,line=")
    arguments = ran(by_name["Translations"], repository, folder="texts", arguments="--fail-on never")
    assert arguments.returncode == 0
    report = ran(by_name["Report for code scanning"], repository, folder="texts", sarif="r.sarif")
    assert report.returncode == 0
    assert "texts/translations/en/x.po" in (repository / "r.sarif").read_text("utf-8")


def test_the_pages_on_ci_name_hooks_and_inputs_that_there_are() -> None:
    shown = [yaml.safe_load(text) for text in FENCED]
    hooks = [hook["id"] for page in shown if "repos" in page for hook in page["repos"][0]["hooks"]]
    assert hooks == [hook["id"] for hook in HOOKS]
    jobs = [job for page in shown if "jobs" in page for job in page["jobs"].values()]
    used = [step for job in jobs for step in job["steps"] if "duizhao" in step.get("uses", "")]
    assert used and all(set(step.get("with", {})) <= set(ACTION["inputs"]) for step in used)
