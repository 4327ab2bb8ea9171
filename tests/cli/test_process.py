"""What only shows when the program is a process of its own: network, files, pipes, signals, terminals."""

import json
import os
import pty
import select
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).with_name("driver.py")
_PATIENCE = 120  # seconds; a run takes one, on a machine with nothing else to do


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "home"
    path.mkdir()
    return path


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "work"
    path.mkdir()
    return path


def environment(home: Path, **more: str) -> dict[str, str]:
    folders = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "en_US.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        **folders,
        **more,
    }


def start(home: Path, work: Path, *argv: str, **more: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, str(DRIVER), *argv],
        cwd=work,
        env=environment(home, **more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: "subprocess.Popen[bytes]", given: bytes = b"") -> tuple[int, str, str]:
    out, err = process.communicate(given, timeout=_PATIENCE)
    return process.returncode, out.decode("utf-8"), err.decode("utf-8", "replace")


def write_items(work: Path, count: int) -> None:
    lines = [json.dumps({"id": str(number), "text": f"„Satz {number}“, sagte Ada."}) for number in range(count)]
    (work / "items.jsonl").write_text("\n".join(lines), "utf-8")


def test_whole_way_needs_no_network_and_writes_nothing_but_the_record(home: Path, work: Path) -> None:
    write_items(work, 3)
    for argv in (
        ["read", "items.jsonl"],
        ["statements", "--speaker", "Ada"],
        ["search", "Sätze"],
        ["show", "a", "--html", "page.html"],
        ["export", "--format", "csv"],
        ["verify"],
    ):
        status, _, err = finish(start(home, work, *argv))
        assert status == (3 if argv[0] == "show" else 0), err  # three articles begin with `a`
    # SQLite leaves an emptied journal beside the record.
    assert {path.name for path in work.iterdir()} - {"wortlaut.db-journal"} == {"items.jsonl", "wortlaut.db"}
    assert list(home.iterdir()) == []


def test_guard_against_the_network_is_awake(home: Path, work: Path) -> None:
    write_items(work, 1)
    status, _, err = finish(start(home, work, "read", "items.jsonl", DRIVER_PROBE="python"))
    assert (status, err.startswith("network: socket.getaddrinfo")) == (99, True)


@pytest.fixture
def kernel_guard() -> None:
    """Skips the test where the kernel has no guard."""
    program = "from tests.cli.guard import forbid_sockets; raise SystemExit(not forbid_sockets())"
    if subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode:
        pytest.skip("this kernel cannot forbid sockets")


@pytest.mark.usefixtures("kernel_guard")
def test_guard_against_native_code_is_awake(home: Path, work: Path) -> None:
    write_items(work, 1)
    assert finish(start(home, work, "read", "items.jsonl", DRIVER_PROBE="native"))[0] == -signal.SIGSYS


@pytest.mark.usefixtures("kernel_guard")
def test_shipped_reader_and_its_runtime_open_no_socket_and_write_no_file(home: Path, work: Path) -> None:
    write_items(work, 3)
    status, out, err = finish(start(home, work, "read", "items.jsonl", "--json", DRIVER_SHIPPED="1"))
    assert (status, err.split(" · ")[0]) == (0, "3 read = 3 stored + 0 unchanged + 0 rejected")
    assert {json.loads(line)["made_by"]["reader"] for line in out.splitlines()} == {"shipped"}
    assert {path.name for path in work.iterdir()} - {"wortlaut.db-journal"} == {"items.jsonl", "wortlaut.db"}
    assert list(home.iterdir()) == []


def test_standard_input_is_read(home: Path, work: Path) -> None:
    status, out, _ = finish(start(home, work, "read", "-", "--json"), "„Müßig“, sagte Ada.".encode())
    assert (status, json.loads(out)["quote"][0]["text"]) == (0, "„Müßig“")


@pytest.mark.parametrize(
    "argv", [["statements", "--json"], ["statements"], ["search", "Satz"], ["read", "items.jsonl"]], ids=" ".join
)
def test_closed_pipe_is_quiet(home: Path, work: Path, argv: list[str]) -> None:
    write_items(work, 20)
    finish(start(home, work, "read", "items.jsonl", "--quiet"))
    process = start(home, work, *argv)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    assert (process.wait(_PATIENCE), err) == (141, b"")
    assert process.stdin is not None
    process.stdin.close()
    process.stderr.close()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_stream_that_the_caller_closed_is_no_fault(home: Path, work: Path, closed: str) -> None:
    write_items(work, 2)
    for argv in ("read items.jsonl --quiet", "statements"):
        command = f"exec {shlex.quote(sys.executable)} {shlex.quote(str(DRIVER))} {argv} {closed}"
        ran = subprocess.run(
            ["/bin/sh", "-c", command], check=False, cwd=work, env=environment(home), capture_output=True
        )
        assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)


def test_interrupted_read_says_what_is_stored(home: Path, work: Path) -> None:
    write_items(work, 400)
    process = start(home, work, "read", "items.jsonl", DRIVER_PAUSE="0.02", WORTLAUT_BATCH="2")
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    status, _, err = finish(process)
    assert status == 130
    assert "Traceback" not in err
    summary, message = err.splitlines()[-2:]
    stored = int(summary.split(" = ")[1].split()[0])
    assert 0 < stored < 400
    assert message.startswith(f"Interrupted. The {stored} items stored by this run are safe in wortlaut.db;")
    assert finish(start(home, work, "verify"))[0] == 0
    status, out, _ = finish(start(home, work, "statements", "--json"))
    assert len(out.splitlines()) == stored


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_poor_encoding_of_the_terminal_ends_nothing(home: Path, work: Path, encoding: str) -> None:
    (work / "a.txt").write_text("„Müßig ‚🦐‘“, sagte Ada.", "utf-8")
    poor = {"PYTHONIOENCODING": encoding}
    status, out, _ = finish(start(home, work, "read", "a.txt", "--json", **poor))
    assert (status, json.loads(out.splitlines()[0])["quote"][0]["text"]) == (0, "„Müßig ‚🦐‘“")
    article = json.loads(out.splitlines()[0])["article"]["id"]
    process = start(home, work, "show", article, **poor)
    shown, err = process.communicate(timeout=_PATIENCE)
    assert (process.returncode, err) == (0, b"")
    assert b"[1 \\u201eM" in shown
    assert b"Ada(s1)" in shown


def read_terminal(process: "subprocess.Popen[bytes]", terminal: int) -> str:
    """All that the process writes to the terminal until it ends."""
    parts = []
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if ready:
            try:
                part = os.read(terminal, 65536)
            except OSError:  # the other end is closed
                break
            parts.append(part)
        elif process.poll() is not None:
            break
    return b"".join(parts).decode("utf-8")


def on_terminal(home: Path, work: Path, *argv: str, **more: str) -> str:
    """What the program writes to standard error where that is a terminal."""
    terminal, its_end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(DRIVER), *argv],
        cwd=work,
        env=environment(home, TERM="xterm", **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=its_end,
    )
    os.close(its_end)
    written = read_terminal(process, terminal)
    os.close(terminal)
    assert process.wait(_PATIENCE) == 0
    return written


def test_long_read_shows_rate_and_remaining_time(home: Path, work: Path) -> None:
    write_items(work, 40)
    written = on_terminal(home, work, "read", "items.jsonl", DRIVER_PAUSE="0.03", WORTLAUT_BATCH="4")
    lines = [line for line in written.split("\r\x1b[K") if " items · " in line]
    assert len(lines) > 3
    assert all("items/s" in line and "tokens/s" in line for line in lines)
    assert "% · 0:0" in lines[-1]
    assert " left" in lines[-1]
    assert written.rpartition("\r\x1b[K")[2].startswith("40 read = 40 stored")


def test_no_progress_without_a_terminal(home: Path, work: Path) -> None:
    write_items(work, 40)
    status, _, err = finish(start(home, work, "read", "items.jsonl", DRIVER_PAUSE="0.03"))
    assert (status, err.count("\n"), "\x1b" in err) == (0, 1, False)


def test_import_of_the_program_is_light() -> None:
    program = "import sys, wortlaut.cli.app; print(*sorted(name for name in sys.modules if '.' not in name))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"alembic", "jinja2", "nltk", "numpy", "onnxruntime", "pydantic", "rich", "simplemma", "sqlalchemy"}
    assert heavy & set(loaded) == set()
