import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.conftest import Run

PROGRAM = [sys.executable, "-m", "wortlaut.cli", "serve"]


def test_served_until_it_is_ended(record: Path) -> None:
    command = [*PROGRAM, "--db", str(record), "--port", "0"]
    environment = os.environ | {"LANG": "C.UTF-8"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stderr is not None
        line = program.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None, line
        with urlopen(f"{address[0]}static/site.css", timeout=20) as answer:
            assert answer.status == 200
        program.send_signal(signal.SIGINT)
        assert program.wait(20) in (0, 130)


@pytest.mark.parametrize("port", ["x", "65536", "-1"])
def test_port_that_is_none_is_named(run: Run, port: str) -> None:
    ran = run("serve", "--port", port)
    assert (ran.status, ran.out) == (2, "")
    assert f"--port {port}" in ran.err


def test_record_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    assert run("serve", "--db", str(tmp_path / "none.db"), "--port", "0").status == 3


def test_port_that_is_taken_is_named(run: Run, record: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", "--db", str(record), "--port", str(port))
    assert (ran.status, f"port {port}" in ran.err) == (2, True)
