"""A preview that really runs: `duizhao serve` in a process of its own, on a free port of this machine."""

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
from pathlib import Path


class Preview:
    """The running command; `close` ends it whatever happened."""

    def __init__(self, place: Path, *options: str, **environment: str) -> None:
        command = [sys.executable, "-u", "-m", "pipeline", "-C", str(place), "serve", "--port", "0", *options]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, **pipes, text=True, env=os.environ | environment)
        assert self.process.stdout and self.process.stderr
        line = self.process.stdout.readline()
        found = re.fullmatch(r"(http://127\.0\.0\.1:(\d+)/); Ctrl-C ends\n", line)
        assert found, line + self.process.stderr.read()
        self.address, self.port = found[1], int(found[2])

    def ask(self, target: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Sends a request whose target goes out as it is written; gives status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, target, skip_host="Host" in named, skip_accept_encoding=True)
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        with contextlib.closing(connection):
            return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and what was told of errors."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=60)
        return self.process.returncode, errors

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()
