"""`duizhao serve` over HTTP: what it answers, whom it refuses, and how it ends."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import duizhao
from tests.serving import Preview

SECRET = b"what is no one's business"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("workspace")
    (made / "source").mkdir()
    (made / "source/x.md").write_text("# 试点\n\n试点先行。\n", "utf-8")
    (made / "source/算力 券.md").write_text("# 算力券\n", "utf-8")
    (made / "duizhao.toml").write_text('languages = ["en"]\n')
    assert duizhao("-C", made, "sync").code == 0
    assert duizhao("-C", made, "build", "x", "--format", "txt", "--format", "md").code == 0
    (made / "secret.txt").write_bytes(SECRET)
    (made / "build/x/note.txt").write_bytes(SECRET)
    (made / "build/x/x.parallel.docx").symlink_to(made / "secret.txt")
    return made


@pytest.fixture(scope="module")
def preview(place: Path) -> Iterator[Preview]:
    started = Preview(place)
    yield started
    started.close()


def test_pages_files_and_the_index_are_served(preview: Preview) -> None:
    status, headers, body = preview.ask("/")
    assert status == 200 and b"x/x.parallel.html" in body
    status, headers, body = preview.ask("/x/x.parallel.html")
    assert status == 200 and "试点先行".encode() in body
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store" and headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers
    status, headers, body = preview.ask("/x/x.zh-Hans.txt")
    assert status == 200 and headers["content-type"] == "text/plain; charset=utf-8"
    assert headers["x-frame-options"] == "DENY" and "试点先行".encode() in body
    assert preview.ask("/x/x.zh-Hans.txt", Range="bytes=0-2")[0] == 206
    assert preview.ask("/%E7%AE%97%E5%8A%9B%20%E5%88%B8/%E7%AE%97%E5%8A%9B%20%E5%88%B8.en.html")[0] == 200


def test_the_version_is_told_without_the_page(preview: Preview) -> None:
    status, headers, body = preview.ask("/x/x.parallel.html", "HEAD")
    assert status == 200 and body == b""
    assert headers["etag"].strip('"').encode() in preview.ask("/x/x.parallel.html")[2]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(preview: Preview, method: str) -> None:
    assert preview.ask("/x/x.parallel.html", method)[0] == 405


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("LOCALHOST", 200),
        ("evil.example", 400),
        ("evil.example:{port}", 400),
        ("127.0.0.1.evil.example", 400),
        ("localhost.evil.example", 400),
        ("evil.example@127.0.0.1", 400),
        ("0.0.0.0:{port}", 400),
        ("192.168.0.7:{port}", 400),
        ("", 400),
    ],
)
@pytest.mark.parametrize("target", ["/", "/x/x.zh-Hans.txt"])
def test_only_the_names_of_this_machine_are_answered(
    preview: Preview, host: str, status: int, target: str
) -> None:
    assert preview.ask(target, Host=host.format(port=preview.port))[0] == status


def test_a_foreign_name_gets_no_events(preview: Preview) -> None:
    assert preview.ask("/events", Host="evil.example")[0] == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_events_are_for_pages_of_this_server(preview: Preview, headers: dict[str, str]) -> None:
    assert preview.ask("/events", **headers)[0] == 403


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/x/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%2fsecret.txt",
        "/%252e%252e%252fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/....//secret.txt",
        "/x/%2e%2e/%2e%2e/secret.txt",
        "//secret.txt",
        "/{place}/secret.txt",
        "/%2f{place}/secret.txt",
        "{place}/secret.txt",
        "/file://{place}/secret.txt",
        "/x/x.en.txt%00",
        "/secret.txt%00.html",
        "/%00",
        "/%ff%fe",
        "/.duizhao.json",
        "/x/note.txt",
        "/x/x.parallel.docx",  # a link that leads out
        "/x/",
        "/" + "a" * 5000,
        "/" + "../" * 500 + "etc/passwd",
    ],
)
def test_no_path_leads_out_of_what_a_build_makes(preview: Preview, place: Path, target: str) -> None:
    status, _, body = preview.ask(target.format(place=place))
    assert status == 404 and SECRET not in body and b"root:x:" not in body


def test_garbage_does_not_end_it(preview: Preview) -> None:
    for data in (b"\0\0\0\r\n\r\n", b"GET /\xff\xfe HTTP/9.9\r\n\r\n", b"GET " + b"/" * 100_000):
        with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as connection:
            connection.sendall(data)
    assert preview.ask("/")[0] == 200


def test_it_listens_on_the_loopback_interface_alone(preview: Preview) -> None:
    with socket.create_server(("127.0.0.2", preview.port)) as other:
        assert other.getsockname()[1] == preview.port, "every other address of the machine is free"


def test_a_port_that_is_taken_is_told(place: Path, preview: Preview) -> None:
    command = [sys.executable, "-m", "pipeline", "-C", str(place), "serve", "--port", str(preview.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and done.stdout == ""
    assert (
        done.stderr
        == f"error: port {preview.port}: address already in use; choose another with --port, or 0 for any\n"
    )


def test_without_a_workspace_it_says_so(tmp_path: Path) -> None:
    outcome = duizhao("-C", tmp_path, "serve")
    assert outcome.code == 2 and "no duizhao.toml here or above" in outcome.err


def test_a_change_is_told_and_an_interruption_ends_it_at_once_while_a_page_listens(place: Path) -> None:
    preview = Preview(place)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
        connection.request("GET", "/events", headers={"Sec-Fetch-Site": "same-origin"})
        stream = connection.getresponse()
        assert stream.getheader("content-type") == "text/event-stream; charset=utf-8"
        assert [stream.readline(), stream.readline()] == [b": listening\n", b"\n"]
        (place / "decisions.csv").write_text("")
        assert stream.readline() == b"data: changed\n"
        assert preview.interrupt() == (0, "")
        assert stream.read().strip() in (b"", b"data: changed")
        connection.close()
    finally:
        preview.close()
        (place / "decisions.csv").unlink(missing_ok=True)


@pytest.mark.parametrize("path", ["", os.defpath], ids=["by Python", "by the system"])
def test_the_browser_is_opened_at_the_address_and_may_wait_for_its_page(
    path: str, place: Path, tmp_path: Path
) -> None:
    seen, browser = tmp_path / "seen", tmp_path / "browser"
    browser.write_text(
        f"#!{sys.executable}\nimport os, sys, urllib.request\n"
        f"told = sys.argv[1] + ' ' + urllib.request.urlopen(sys.argv[1]).read(15).decode()\n"
        f"open({str(seen) + '.part'!r}, 'w').write(told)\nos.rename({str(seen) + '.part'!r}, {str(seen)!r})\n"
    )
    browser.chmod(0o755)
    preview = Preview(place, "--open", BROWSER=str(browser), PATH=path)
    try:
        until = time.monotonic() + 60
        while not seen.exists() and time.monotonic() < until:
            time.sleep(0.05)
        assert seen.read_text("utf-8") == f"{preview.address} <!DOCTYPE html>"
        assert preview.interrupt() == (0, "")
    finally:
        preview.close()


def test_broken_settings_are_a_page_and_no_end(place: Path, preview: Preview) -> None:
    settings = place / "duizhao.toml"
    whole = settings.read_text()
    try:
        settings.write_text("languages = [\n")
        status, _, body = preview.ask("/")
        assert status == 500 and b"duizhao.toml:" in body and b"Traceback" not in body
    finally:
        settings.write_text(whole)
    assert preview.ask("/")[0] == 200
