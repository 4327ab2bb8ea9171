import os
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = str(Path(sys.executable).parent)


def demo(into: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "demo.py", "--into", into],
        check=False,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "100"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], list[str]]:
    into = tmp_path_factory.mktemp("demo")
    return into, demo(into, LC_ALL="C.UTF-8"), demo(into, LC_ALL="de_DE.UTF-8")


def test_the_first_run_stores_every_item(twice: tuple[Path, list[str], list[str]]) -> None:
    _, first, _ = twice
    assert [line for line in first if line.startswith("15 read = 15 stored + 0 unchanged + 0 rejected")]


def test_the_second_run_finds_nothing_new(twice: tuple[Path, list[str], list[str]]) -> None:
    _, _, second = twice
    assert [line for line in second if line.startswith("15 gelesen = 0 ") and " 15 unverändert" in line]


def test_it_speaks_the_language_of_the_locale(twice: tuple[Path, list[str], list[str]]) -> None:
    _, first, second = twice
    assert first[0].startswith("# Read fifteen items")
    assert second[0].startswith("# Fünfzehn Meldungen lesen")


def test_the_minister_is_seen_to_contradict_himself(twice: tuple[Path, list[str], list[str]]) -> None:
    _, first, _ = twice
    begin = next(place for place, line in enumerate(first) if "--speaker Welidse" in line)
    table = " ".join(first[begin:])
    assert table.index("2026-05-27") < table.index("2026-01-19")


def test_the_page_is_written(twice: tuple[Path, list[str], list[str]]) -> None:
    into, _, _ = twice
    page = (into / "staudamm-mai.html").read_text("utf-8")
    assert "Karwenien füllt Stausee von Keldra" in page
    assert "Statements" in page or "Aussagen" in page


def test_the_commands_to_go_on_with_work_as_pasted(twice: tuple[Path, list[str], list[str]]) -> None:
    _, first, _ = twice
    begin = next(place for place, line in enumerate(first) if line.startswith("# Go on"))
    commands = list(takewhile(lambda line: not line.startswith("#"), first[begin + 1 :]))
    assert len(commands) == 5
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command],
            check=False,
            cwd=ROOT,
            env=os.environ | {"PATH": f"{PROGRAMS}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
        )
        assert (done.returncode, command) == (0, command), done.stderr
        assert done.stdout or "--out" in command


def test_the_browser_is_offered_at_the_end(twice: tuple[Path, list[str], list[str]]) -> None:
    into, first, _ = twice
    assert "http://127.0.0.1:8765/" in first[-2]
    assert first[-1].endswith(f"wortlaut serve --open --write --db {into / 'record.db'}")


@pytest.mark.parametrize("answer", [b"n\n", b"\x04"], ids=["no", "end of input"])
def test_who_sits_at_a_terminal_is_asked_whether_to_open_it(
    twice: tuple[Path, list[str], list[str]], answer: bytes
) -> None:
    into, _, _ = twice
    ours, theirs = os.openpty()
    command = [sys.executable, str(ROOT / "examples" / "demo.py"), "--into", str(into)]
    environment = os.environ | {"LC_ALL": "C.UTF-8", "TERM": "xterm"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as program:
        os.close(theirs)
        said = b""
        while b"Open it now? [Y/n]" not in said:
            said += os.read(ours, 2**16)
        os.write(ours, answer)
        assert program.wait(20) == 0
    os.close(ours)
