"""`wortlaut watch`: what it prints, its exit status, and that it ends when it is asked to."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builder import ToyReader
from tests.cli.conftest import Ran, Run
from tests.intake.web.server import HTML, Answer, Server, fetcher_for
from wortlaut.cli import main

DRIVER = Path(__file__).with_name("watch_driver.py")
LONG = "Der Deich bei Ostersiel ist nach Auskunft der Gemeinde seit dem Herbst an drei Stellen undicht geworden. " * 4
FEED = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>Wattbote</title>{items}</channel></rss>"
)
ITEM = (
    "<item><title>Titel {number}</title><guid>g{number}</guid><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>"
    f"<content:encoded><![CDATA[<p>„Eins“, sagte Ada. {LONG}</p><p>{LONG}</p>]]></content:encoded></item>"
)
LINK = (
    "<item><title>Titel</title><guid>l</guid><pubDate>Sun, 01 Mar 2026 11:00:00 GMT</pubDate>"
    "<link>{address}</link></item>"
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def watch(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `wortlaut watch` on this machine."""

    def run(*argv: str) -> Ran:
        status = main(["watch", *argv], reader=ToyReader(), fetcher=fetcher_for())
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


def feed(*items: str) -> Answer:
    return Answer(body=FEED.format(items="".join(items)).encode(), headers={"ETag": '"a"'})


def test_what_is_new_is_printed_and_the_sum(server: Server, watch: Callable[..., Ran]) -> None:
    address = server.put("/feed", feed(ITEM.format(number=1)), Answer(304))
    first, second = watch("--once", address), watch("--once", address, "--lang", "de")
    assert "Titel 1" in first.out
    assert "direct  Ada: „Eins“" in first.out
    assert first.err.splitlines() == [
        f"{address}: new or changed: 1 of 1",
        "1 stored, 0 unchanged, 0 rejected · statements: 1 · wortlaut.db",
    ]
    assert (second.status, second.out) == (0, "")
    assert second.err.splitlines()[0] == f"{address}: nichts Neues"


def test_statements_come_as_json(server: Server, watch: Callable[..., Ran]) -> None:
    ran = watch("--once", "--json", server.put("/feed", feed(ITEM.format(number=1))))
    assert [json.loads(line)["quote"][0]["text"] for line in ran.out.splitlines()] == ["„Eins“"]


def test_failures_and_refused_pages_are_told_and_show_in_the_status(server: Server, watch: Callable[..., Ran]) -> None:
    bad, gone = server.put("/bad", Answer(500)), server.put("/gone", Answer(410))
    good = server.put("/feed", feed(LINK.format(address=server.at("/nothing"))))
    ran = watch("--once", bad, gone, good, "--lang", "de")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        f"Misslungen: {bad}: Der Server antwortete mit Status 500 für {bad}. "
        "Versuchen Sie es später noch einmal, oder öffnen Sie es im Browser.",
        f"{bad}: nächster Versuch nicht vor 01.03.2026 12:15 UTC",
        f"Misslungen: {gone}: {gone} gibt es endgültig nicht mehr (Status 410). Suchen Sie nach einer neuen Adresse.",
        f"{gone}: wird nicht mehr abgerufen.",
        f"Abgelehnt: {server.at('/nothing')}: Unter {server.at('/nothing')} liegt nichts (Status 404). "
        "Prüfen Sie die Schreibweise; vielleicht wurde es entfernt.",
        f"{good}: neu oder geändert: 1 von 1",
        f"{good}: bleiben für das nächste Mal: 1",
        "0 gespeichert, 0 unverändert, 1 abgelehnt · Aussagen: 0 · wortlaut.db",
    ]


def test_feeds_are_listed_and_forgotten(server: Server, watch: Callable[..., Ran]) -> None:
    address = server.put("/feed", feed(ITEM.format(number=1)))
    watch("--once", address)
    listed = watch("--list").out.splitlines()
    assert listed[1].split("  ") == [address, "Wattbote", "2026-03-01 12:00 UTC", "2026-03-01 12:15 UTC"]
    assert watch("--forget", address).err == f"{address}: is not followed any more.\n"
    assert watch("--list").out == ""
    assert watch("--forget", address).status == 3


def test_without_any_feed_there_is_nothing_to_watch(run: Run, watch: Callable[..., Ran], items: Path) -> None:
    assert (watch("--once").status, run("read", str(items), "-q").status, watch("--once").status) == (3, 0, 2)


@pytest.mark.parametrize("minutes", ["0", "0,5", "bald", "-1", "nan", "1e9"])
def test_minutes_must_be_such(watch: Callable[..., Ran], minutes: str) -> None:
    ran = watch("https://wattbote.example/", "--every", minutes)
    assert (ran.status, ran.err) == (2, f"Error: --every {minutes} is no number of minutes: write 1 or more.\n")


def test_a_feed_in_this_machines_network_is_not_asked(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["watch", "--once", server.put("/feed", feed())], reader=ToyReader())
    assert (status, server.accepted) == (1, 0)
    assert "only 80, 443, 8080 and 8443" in capsys.readouterr().err


# As a process of its own


def started(tmp_path: Path, *argv: str) -> "subprocess.Popen[bytes]":
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "en_US.UTF-8"}
    command = [sys.executable, str(DRIVER), "watch", *argv]
    return subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_while_it_waits(server: Server, tmp_path: Path, number: signal.Signals) -> None:
    address = server.put("/feed", feed(ITEM.format(number=1)))
    with started(tmp_path, address) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == f"{address}: new or changed: 1 of 1\n".encode()
        begun = time.monotonic()
        process.send_signal(number)
        err = process.stderr.read()
        assert process.wait(60) == 0
    assert time.monotonic() - begun < 15
    assert err == b"1 stored, 0 unchanged, 0 rejected \xc2\xb7 statements: 1 \xc2\xb7 wortlaut.db\n"


def test_a_signal_ends_it_while_a_page_trickles_and_what_came_before_is_kept(server: Server, tmp_path: Path) -> None:
    page = server.put("/page", Answer(body=b"<html>" + b" " * 10_000, headers=HTML, drip=0.05))
    address = server.put("/feed", feed(LINK.format(address=page), ITEM.format(number=1)))
    with started(tmp_path, "--once", address) as process:
        while "/page" not in server.paths():
            assert process.poll() is None
            time.sleep(0.02)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
    assert time.monotonic() - begun < 15
    assert process.returncode == 130
    assert err.decode().splitlines() == [
        f"{address}: new or changed: 2 of 2",
        f"{address}: left for the next look: 1",
        "1 stored, 0 unchanged, 0 rejected · statements: 1 · wortlaut.db",
    ]
