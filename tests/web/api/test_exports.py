import threading
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.service import ExportFormat
from wortlaut.settings import Settings
from wortlaut.web.api.exports import in_thread


@pytest.mark.parametrize("form", list(ExportFormat)[:2])
def test_export_is_what_the_command_writes(client: TestClient, settings: Settings, form: ExportFormat) -> None:
    answer = client.get(f"/api/v1/export?format={form}")
    assert answer.content.decode() == "".join(service.export_lines(format=form, settings=settings))
    assert answer.headers["content-disposition"] == f'attachment; filename="wortlaut.{form}"'


def test_export_can_be_asked_for_again_and_again(client: TestClient) -> None:
    assert {client.get("/api/v1/export?speaker=Bo").status_code for _ in range(20)} == {200}


def test_export_of_what_cannot_be_is_refused_at_once(client: TestClient) -> None:
    assert client.get("/api/v1/export?article=a0000").status_code == 404


def test_all_lines_are_made_in_one_thread() -> None:
    threads = set()

    def made() -> Iterator[str]:
        for number in range(1000):
            threads.add(threading.get_ident())
            yield f"{number}\n"

    assert "".join(in_thread(made)).splitlines() == [str(number) for number in range(1000)]
    assert threads != {threading.get_ident()}
    assert len(threads) == 1


def test_thread_ends_when_nobody_reads_on() -> None:
    has_ended = threading.Event()

    def made() -> Iterator[str]:
        try:
            while True:
                yield "line\n"
        finally:
            has_ended.set()

    lines = in_thread(made)
    next(lines)
    lines.close()  # type: ignore[attr-defined]  # it is a generator
    assert has_ended.wait(10)


def test_error_in_the_thread_is_raised_where_it_is_read() -> None:
    def made() -> Iterator[str]:
        yield "line\n"
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(in_thread(made))
