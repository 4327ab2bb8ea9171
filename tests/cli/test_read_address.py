"""`wortlaut read https://…`: addresses beside files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builder import ToyReader
from tests.intake.web.server import Answer, Server, fetcher_for
from wortlaut.cli import main


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def test_addresses_are_read_beside_files_and_a_second_time_change_nothing(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("„Eins“, sagte Ada.", "utf-8")
    address = server.put("/b.txt", Answer(body="„Zwei“, rief Bo.".encode()))
    for stored, unchanged in ((2, 0), (0, 2)):
        status = main(["read", "a.txt", address], reader=ToyReader(), fetcher=fetcher_for())
        captured = capsys.readouterr()
        assert (status, "„Eins“" in captured.out, "„Zwei“" in captured.out) == (0, True, True)
        assert captured.err.startswith(f"2 read = {stored} stored + {unchanged} unchanged + 0 rejected")


def test_an_address_of_this_machine_is_refused_in_words(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["read", "http://127.0.0.1/a", "--lang", "de"], reader=ToyReader())
    refused = capsys.readouterr().err.splitlines()[0]
    assert (status, server.accepted) == (1, 0)
    assert refused == (
        "Abgelehnt: http://127.0.0.1/a: 127.0.0.1 führt zu 127.0.0.1, das ist keine Adresse im öffentlichen Internet; "
        "sie wurde nicht angesprochen. Speichern Sie als Datei, was dort liegt, und lesen Sie diese ein."
    )
