import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import httpx2
import pytest

from tests.cli.conftest import Run
from wortlaut import service
from wortlaut.settings import Settings

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


def test_record_is_made_where_it_may_be_written(tmp_path: Path) -> None:
    record = tmp_path / "new.db"
    command = [*PROGRAM, "--db", str(record), "--port", "0", "--write"]
    environment = os.environ | {"LANG": "C.UTF-8"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stderr is not None
        lines = [program.stderr.readline() for _ in range(2)]
        assert f"{record} is new and empty" in lines[0]
        address = re.search(r"http://127\.0\.0\.1:\d+/", lines[1])
        assert address is not None, lines
        with urlopen(address[0], timeout=20) as answer:
            assert 'href="/import"' in answer.read().decode()
        program.send_signal(signal.SIGINT)
        assert program.wait(20) in (0, 130)


def test_import_ends_with_the_server_and_what_was_kept_stays(tmp_path: Path) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    command = [*PROGRAM, "--db", str(tmp_path / "new.db"), "--port", "0", "--write"]
    environment = os.environ | {"LANG": "C.UTF-8", "TMPDIR": str(folder)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stderr is not None
        found = [re.search(r"http://\S+:\d+", program.stderr.readline()) for _ in range(2)][1]
        assert found is not None
        with httpx2.Client(base_url=found[0], follow_redirects=True, timeout=20) as client:
            token = {"token": re.findall('name="token" value="([0-9a-f]+)"', client.get("/import").text)[0]}
            lines = "".join(f'{{"text": "„Satz {number}“, sagte Ada."}}\n' for number in range(5000))
            page = client.post("/import/files", data=token, files={"files": ("viele.jsonl", lines.encode())})
            while "<b>0</b> new" in page.text:
                page = client.get(str(page.url))
        assert "reading" in page.text
        program.send_signal(signal.SIGINT)
        assert program.wait(20) in (0, 130)
        said = program.stderr.read()
    assert (said, list(folder.iterdir())) == ("Interrupted.\n", [])
    settings = Settings(db=tmp_path / "new.db")
    assert 0 < sum(1 for _ in service.statements(settings=settings)) < 5000
    assert list(service.verify(settings=settings)) == []


def test_port_that_is_taken_is_named(run: Run, record: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", "--db", str(record), "--port", str(port))
    assert (ran.status, f"port {port}" in ran.err) == (2, True)
