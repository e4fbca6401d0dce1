"""A mixed or missing installation of OpenCC, and jieba that neither prints nor writes."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from pipeline.errors import InstallationError
from pipeline.script import Converter, characters


def install(monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    known = {name.replace("_", "-"): version for name, version in versions.items()}

    def version(package: str) -> str:
        if package not in known:
            raise metadata.PackageNotFoundError(package)
        return known[package]

    monkeypatch.setattr(metadata, "version", version)


def test_a_mixed_installation_says_what_to_uninstall(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, OpenCC="1.4.2", opencc_python_reimplemented="0.1.7", jieba="0.42.1")
    with pytest.raises(InstallationError, match=r"pip uninstall OpenCC opencc-python-reimplemented"):
        assert Converter("zh-Hant").fingerprint


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ({"OpenCC": "1.4.2"}, "pip uninstall OpenCC"),
        ({}, "pip install opencc-python-reimplemented"),
    ],
)
def test_a_missing_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, versions: dict[str, str], message: str
) -> None:
    install(monkeypatch, **versions)
    with pytest.raises(InstallationError, match=message):
        characters.installed()


def test_the_installation_at_hand_is_whole() -> None:
    assert characters.installed() == metadata.version(characters.PACKAGE)


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs Python in a process whose temporary folder is `folder`."""
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, capture_output=True, text=True, env={"TMPDIR": str(folder)}, check=False)


def test_the_dictionaries_are_loaded_in_silence_and_write_no_cache(tmp_path: Path) -> None:
    code = "from pipeline.script import Converter; print(Converter('zh-Hant').convert('台积电').text)"
    done = run(code, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "台積電\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_fingerprint_loads_no_dictionary(tmp_path: Path) -> None:
    code = (
        "import sys; from pipeline.script import Converter; Converter('zh-Hant').fingerprint;"
        "print('jieba' in sys.modules, 'opencc' in sys.modules)"
    )
    assert run(code, tmp_path).stdout == "False False\n"


def test_a_package_that_collides_stops_a_sync_with_the_command_that_mends_it(tmp_path: Path) -> None:
    """The official package as pip leaves it: its metadata beside ours."""
    metadata_of_other = tmp_path / "site/OpenCC-1.1.9.dist-info"
    metadata_of_other.mkdir(parents=True)
    (metadata_of_other / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: OpenCC\nVersion: 1.1.9\n", "utf-8"
    )
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text("# 后来\n", "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["zh-Hant"]\n', "utf-8")
    command = [sys.executable, "-m", "pipeline", "-C", str(tmp_path), "sync"]
    environment = {"PYTHONPATH": str(metadata_of_other.parent)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert "pip uninstall OpenCC opencc-python-reimplemented" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "translations").exists()
