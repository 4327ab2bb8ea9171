import io
from pathlib import Path

import pytest

from tests.builder import head
from wortlaut.cli.progress import Progress
from wortlaut.cli.terminal import Terminal
from wortlaut.service import Summary, Taken
from wortlaut.types import Origin


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def terminal(err: io.StringIO, **environ: str) -> Terminal:
    return Terminal(language="de", stdin=io.StringIO(), out=io.StringIO(), err=err, environ=environ)


def taken(path: Path, byte: int) -> Taken:
    return Taken(head("Text"), Origin(str(path), byte=byte), (), unchanged=False, tokens=500)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"x" * 1000)
    return path


def test_line_shows_rates_share_and_remaining_time(path: Path) -> None:
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(path.parent)], clock=clock)
    clock.now = 10.0
    progress.show(taken(path, 250), Summary(stored=1240, rejected=2, tokens=123_456))
    assert screen.getvalue() == ("\r\x1b[K1.242 Texte · 124 Texte/s · 12.346 Wörter/s · 2 abgelehnt · 25 % · noch 0:30")


def test_nothing_is_shown_at_first(path: Path) -> None:
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(path)], clock=clock)
    clock.now = 0.9
    progress.show(taken(path, 250), Summary(stored=1))
    progress.clear()
    assert screen.getvalue() == ""


def test_line_is_taken_away_once(path: Path) -> None:
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(path)], clock=clock)
    clock.now = 2.0
    progress.show(taken(path, 250), Summary(stored=1))
    shown = screen.getvalue()
    progress.clear()
    progress.clear()
    assert screen.getvalue() == f"{shown}\r\x1b[K"


def test_finished_files_count_as_done(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt", "d.txt")]
    for each in paths:
        each.write_bytes(b"x" * 100)
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(tmp_path / "*.txt")], clock=clock)
    progress.show(taken(paths[0], 0), Summary(stored=1))
    clock.now = 9.0
    progress.show(taken(paths[1], 0), Summary(stored=2))
    assert " · 25 % · noch 0:27" in screen.getvalue()


def test_members_of_an_archive_count_by_where_the_archive_stands(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.zip", "b.warc")]
    for each in paths:
        each.write_bytes(b"x" * 100)
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(tmp_path)], clock=clock)
    progress.show(taken(Path(f"{paths[0]}!/eins.html"), 0), Summary(stored=1))
    progress.show(taken(Path(f"{paths[0]}!/zwei.html"), 0), Summary(stored=2))
    clock.now = 9.0
    progress.show(taken(Path(f"{paths[1]}!/https://bote.example/3"), 80), Summary(stored=3))
    progress.clear()
    clock.now = 10.0
    progress.show(taken(Path(f"{paths[1]}!/https://bote.example/4"), 0), Summary(stored=4))
    assert [line.rpartition("s · ")[2] for line in screen.getvalue().split("\r\x1b[K") if line] == [
        "90 % · noch 0:01",
        "90 % · noch 0:01",
    ]


def test_how_far_a_packed_file_is_read_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"x" * 100)
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(path)], clock=clock)
    clock.now = 9.0
    progress.show(taken(path, 90), Summary(stored=2))
    assert screen.getvalue() == "\r\x1b[K2 Texte · 0,2 Texte/s · 0 Wörter/s"


def test_nothing_is_reckoned_from_the_first_bytes(path: Path) -> None:
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), [str(path)], clock=clock)
    clock.now = 9.0
    progress.show(taken(path, 9), Summary(stored=1))
    assert screen.getvalue() == "\r\x1b[K1 Texte · 0,1 Texte/s · 0 Wörter/s"


def test_standard_input_has_no_remaining_time() -> None:
    screen, clock = _Screen(), _Clock()
    progress = Progress(terminal(screen), ["-"], clock=clock)
    clock.now = 5.0
    progress.show(taken(Path("-"), 70), Summary(stored=10))
    assert screen.getvalue() == "\r\x1b[K10 Texte · 2,0 Texte/s · 0 Wörter/s"


@pytest.mark.parametrize(("screen", "environ"), [(io.StringIO(), {}), (_Screen(), {"TERM": "dumb"})])
def test_nothing_is_shown_where_no_line_can_be_written_over(
    path: Path, screen: io.StringIO, environ: dict[str, str]
) -> None:
    clock = _Clock()
    progress = Progress(terminal(screen, **environ), [str(path)], clock=clock)
    clock.now = 5.0
    progress.show(taken(path, 250), Summary(stored=1))
    assert screen.getvalue() == ""
