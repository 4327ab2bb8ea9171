import gzip
import io
import json
import re
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from tests.builder import ToyReader
from tests.intake.web.server import HTML, Answer, Server, fetcher_for
from tests.web.attacked import faults
from tests.web.attacks import ATTACKS
from tests.web.conftest import ADDRESS
from tests.web.importing import HELD, HeldReader, begun, over, token_in
from tests.web.serving import serving
from wortlaut import service
from wortlaut.service.opening import writing
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.imports.job import Job, State
from wortlaut.web.imports.jobs import Jobs
from wortlaut.web.options import Limits, WebOptions

PAGE = "<html><head><title>Der Deich</title></head><body><article><p>„Der Deich hält“, sagte Ada.</p></article></body>"


class Place:
    """A browser's place at a server that lets things come in."""

    def __init__(self, client: TestClient, jobs: Jobs, reader: HeldReader) -> None:
        self.client, self.jobs, self.reader = client, jobs, reader

    def read(self, way: str, **sent: object) -> tuple[Job, str]:
        """What became of what was sent that way, and the page that says so."""
        name = begun(self.client, way, **sent)
        return over(self.jobs, name), self.client.get(f"/import/{name}?lang=en").text


@pytest.fixture
def place(settings: Settings) -> Iterator[Place]:
    reader = HeldReader()
    jobs = Jobs(settings, reader=reader, fetcher=fetcher_for(seconds_between_requests=0))
    app = application(settings, WebOptions(write=True), jobs=jobs)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield Place(client, jobs, reader)
        reader.may_go.set()


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return made.getvalue()


def told(html: str) -> str:
    """The words of a page."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_only_those_who_may_write_see_it(client: TestClient, place: Place) -> None:
    assert client.get("/import").status_code == 403
    assert 'href="/import"' not in client.get("/").text
    assert 'href="/import" aria-current="page"' in place.client.get("/import").text
    assert client.post("/import/text", data={"text": "x"}).status_code == 403


def test_text_comes_in_with_what_is_known_of_it(place: Place, settings: Settings) -> None:
    known = {"title": "Am  Deich", "source": "Wattbote", "published": "2026-03-04", "url": "https://example.org/deich"}
    job, page = place.read("text", data={"text": "„Der Deich hält“, sagte Ada.\r\n\r\nEnde.", **known})
    (arrived,) = job.arrived
    whole = service.show(arrived.id, settings=settings)
    head = whole.article
    assert (head.title, head.source, str(head.published), head.url, head.text) == (
        "Am Deich",
        "Wattbote",
        "2026-03-04",
        known["url"],
        "„Der Deich hält“, sagte Ada.\n\nEnde.",
    )
    assert "done 1 new 1 statement" in told(page)
    assert f'href="/articles/{arrived.id}"' in page
    assert "„Der Deich hält“" in told(place.client.get("/?q=Deich&source=Wattbote").text)


def test_text_in_another_form_is_read_in_that(place: Place) -> None:
    job, _ = place.read("text", data={"text": " date 2026-01-19 „Eins“, sagte Ada. <BR \\/><BR \\/>„Zwei“, rief Bo."})
    assert [(str(each.published), each.statements) for each in job.arrived] == [("2026-01-19", 2)]
    job, page = place.read("text", data={"text": '{"text": "A sagt."}\n{"text": "B sagt."}\n', "title": "Titel"})
    assert [each.title for each in job.arrived] == ["A sagt.", "B sagt."]
    assert "there is more than one item in it" in page


@pytest.mark.parametrize(
    ("way", "sent", "said"),
    [
        ("text", {"text": " \n"}, "There is no text."),
        ("text", {"text": "Bleibt <b>", "published": "4.3.26"}, "The day of publication cannot be understood."),
        ("text", {"text": "Bleibt <b>", "url": "javascript:alert(1)"}, "The address must begin with"),
        ("addresses", {"addresses": " \n"}, "There is no address."),
        ("addresses", {"addresses": "a.example/Bleibt <b>\n" * 101}, "More than 100 addresses."),
        ("files", {}, "No file was chosen."),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_stays(
    place: Place, way: str, sent: dict[str, str], said: str
) -> None:
    answer = place.client.post(f"/import/{way}?lang=en", data={"token": token_in(place.client), **sent})
    assert (answer.status_code, said in answer.text, faults(answer.text)) == (422, True, [])
    assert ("Bleibt &lt;b&gt;" in answer.text) is any("Bleibt" in each for each in sent.values())
    assert place.jobs.all() == []


def test_nothing_comes_in_without_token_or_from_elsewhere(place: Place) -> None:
    token, files = token_in(place.client), {"files": ("a.txt", b"Text.")}
    assert place.client.post("/import/files", files=files).status_code == 403
    foreign = {"origin": "https://elsewhere.example"}
    assert place.client.post("/import/text", data={"token": token, "text": "x"}, headers=foreign).status_code == 403
    assert place.jobs.all() == []


def test_files_of_many_forms_come_in_and_the_broken_are_told(place: Place) -> None:
    archive = zipped(**{"in/eins.txt": b"Ein Satz.", "../zwei.txt": b"Noch einer.", "drei.md": b"# Drei\n\nText."})
    sent = [
        ("a.txt", "„Eins“, sagte Ada.".encode()),
        ("b.json", json.dumps({"text": "„Zwei“, rief Bo.", "title": "Zwei"}).encode()),
        ("c.txt.gz", gzip.compress(b"Gepackt.")),
        ("d.zip", archive),
        ("leer.txt", b""),
        ("kaputt.zip", b"PK\3\4kaputt"),
        ("kaputt.txt", b"KAPUTT"),
        ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(400)),
    ]
    job, page = place.read("files", files=[("files", each) for each in sent])
    places = [each.origin.path for each in job.arrived]
    assert places == ["a.txt", "b.json", "c.txt.gz", "d.zip!/in/eins.txt", "d.zip!/drei.md"]
    refused = {each.origin.path: each.why.code if each.why else "" for each in job.refused}
    assert sorted(refused) == ["bild.png", "d.zip!/../zwei.txt", "kaputt.txt", "kaputt.zip", "leer.txt"]
    assert (refused["leer.txt"], refused["kaputt.txt"]) == ("empty", "refused.reading")
    assert "leer.txt</b> <span>The file is empty. Check that it was copied whole." in page


def test_item_that_is_too_big_is_refused_by_itself(place: Place, settings: Settings) -> None:
    big, small = b"x" * (settings.max_item_bytes + 1), b"Klein."
    job, page = place.read("files", files=[("files", ("gross.txt", big)), ("files", ("klein.txt", small))])
    assert ([each.origin.path for each in job.arrived], job.summary.rejected) == (["klein.txt"], 1)
    assert "raise WORTLAUT_MAX_ITEM_BYTES" in page


def test_upload_that_is_too_big_is_refused(settings: Settings) -> None:
    options = WebOptions(write=True, limits=replace(Limits(), body_bytes=20_000))
    with TestClient(application(settings, options), base_url=ADDRESS) as client:
        sent = {"files": ("a.txt", b"x" * 20_000)}
        answer = client.post("/import/files", data={"token": token_in(client)}, files=sent)
    assert answer.status_code == 413


def test_form_that_holds_too_much_is_refused_with_what_to_do(place: Place) -> None:
    token = token_in(place.client)
    long = place.client.post("/import/text?lang=en", files={"text": (None, b"x" * (2**20 + 1)), "token": (None, token)})
    many = [("files", (f"{number}.txt", b"x")) for number in range(1001)]
    crowd = place.client.post("/import/files?lang=en", data={"token": token}, files=many)
    assert [each.status_code for each in (long, crowd)] == [400, 400]
    assert all("many files in a ZIP archive" in each.text for each in (long, crowd))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..", "-", "https://example.org/x", "*.txt"])
def test_name_of_a_file_never_leads_anywhere(place: Place, name: str) -> None:
    job, page = place.read("files", files={"files": (name, b"Nur dieser Text.")})
    (arrived,) = job.arrived
    assert job.names == (re.split("[/]", name)[-1],)
    assert "Nur dieser Text." in place.client.get(f"/articles/{arrived.id}").text
    assert (faults(page), "root:" in page) == ([], False)


def test_addresses_are_asked_and_refusals_told(place: Place) -> None:
    with Server() as server:
        given = [
            server.put("/deich", Answer(body=PAGE.encode(), headers=HTML)),
            server.at("/none"),
            "file:///etc/passwd",
        ]
        job, page = place.read("addresses", data={"addresses": "\n".join(given)})
    assert [(each.title, each.statements) for each in job.arrived] == [("Der Deich", 1)]
    assert [each.why.code for each in job.refused if each.why] == ["web_missing", "web_scheme"]
    assert "Addresses that begin with file: are not asked for" in page


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "localhost/x", "http://[::1]/", "http://169.254.169.254/"])
def test_page_is_no_way_into_the_local_network(settings: Settings, address: str) -> None:
    jobs = Jobs(settings, reader=ToyReader())  # with the checks that users have
    with TestClient(application(settings, WebOptions(write=True), jobs=jobs), base_url=ADDRESS) as client:
        job = over(jobs, begun(client, "addresses", data={"addresses": address}))
    assert ([each.why.code for each in job.refused if each.why], job.arrived) == (
        ["web_local_name" if "localhost" in address else "web_forbidden"],
        (),
    )


def test_what_was_there_and_what_changed_is_told_apart(place: Place) -> None:
    known = {"url": "https://example.org/neu"}
    page = [place.read("text", data={"text": text, **known})[1] for text in ("„Eins“, sagte Ada.",) * 2 + ("Anders.",)]
    assert ["was there already" in page[1], "new version" in page[2]] == [True, True]
    assert "done 0 new 1 changed 0 statements" in told(page[2])


def test_page_asks_for_itself_until_the_import_is_over(place: Place) -> None:
    name = begun(place.client, "text", data={"text": HELD})
    assert place.reader.has_begun.wait(20)
    page, part = (place.client.get(f"/import/{name}{end}").text for end in ("", "/state"))
    assert 'http-equiv="refresh"' in page
    assert f'hx-get="/import/{name}/state"' in page
    assert ("hx-trigger" in part, "<html" in part, "hx-swap-oob" in part) == (True, False, False)
    place.reader.may_go.set()
    over(place.jobs, name)
    page, part = (place.client.get(f"/import/{name}{end}").text for end in ("", "/state"))
    assert ("refresh" in page, "hx-trigger" in page + part) == (False, False)
    assert '<div id="told" hx-swap-oob="innerHTML">' in part


def test_import_is_stopped(place: Place) -> None:
    name = begun(place.client, "text", data={"text": HELD})
    assert place.reader.has_begun.wait(20)
    waiting = begun(place.client, "text", data={"text": "Text."})
    assert "in the queue: place 1" in place.client.get(f"/import/{waiting}?lang=en").text
    token = {"token": token_in(place.client)}
    answer = place.client.post(f"/import/{waiting}/stop", data=token, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/import/{waiting}")
    place.reader.may_go.set()
    assert [over(place.jobs, each).state for each in (name, waiting)] == [State.DONE, State.STOPPED]
    assert "Read the same again to go on" in place.client.get(f"/import/{waiting}?lang=en").text


def test_too_many_at_once_are_refused(place: Place) -> None:
    begun(place.client, "text", data={"text": HELD})
    assert place.reader.has_begun.wait(20)
    token = token_in(place.client)
    sent = [place.client.post("/import/text", data={"token": token, "text": f"Text {n}."}) for n in range(21)]
    assert [each.status_code for each in sent] == [200] * 20 + [503]
    assert sent[-1].headers["retry-after"] == "60"


def test_import_that_is_unknown_is_no_page(place: Place) -> None:
    answers = [place.client.get(f"/import/none{end}?lang=en") for end in ("", "/state")]
    answers.append(place.client.post("/import/none/stop?lang=en", data={"token": token_in(place.client)}))
    assert [(each.status_code, "There is no such import" in each.text) for each in answers] == [
        (404, True),
        (286, True),  # htmx asks no more
        (404, True),
    ]


def test_failure_is_told(place: Place, settings: Settings) -> None:
    settings.db.write_bytes(b"no record any more" * 500)
    job, _ = place.read("text", data={"text": "Text."})
    assert job.state is State.FAILED
    assert job.error is not None
    assert job.error.text("en")[:40] in place.client.get("/import/" + job.id + "?lang=en").text.replace("&#39;", "'")


def test_empty_record_leads_here(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "new.db")
    with writing(settings, create=True):
        pass
    for write, path in [(True, "/"), (True, "/overview"), (False, "/"), (False, "/overview")]:
        with TestClient(application(settings, WebOptions(write=write)), base_url=ADDRESS) as client:
            page = client.get(path).text
        assert ('href="/import"' in page.partition("<main")[2], "wortlaut read" in page) == (write, not write)


def test_two_imports_and_readers_do_not_hinder_each_other(settings: Settings) -> None:
    article = next(service.statements(settings=settings)).article.id
    lines = b"".join(
        json.dumps({"id": f"eigene-{number}", "text": f"„Satz {number}“, sagte Ada."}).encode() + b"\n"
        for number in range(150)
    )
    answered: list[int | str] = []

    def read_on(address: str) -> None:
        for path in (f"/articles/{article}", "/?q=Satz", "/overview"):
            try:
                with urlopen(address + path, timeout=60) as answer:
                    answered.append(answer.status)
            except OSError as error:
                answered.append(str(error))

    jobs = Jobs(settings, reader=ToyReader())
    with (
        serving(settings, WebOptions(write=True)) as address,
        TestClient(application(settings, WebOptions(write=True), jobs=jobs), base_url=ADDRESS) as client,
    ):
        sent = [("files", (f"{word}.jsonl", lines.replace(b"Satz", word.encode()))) for word in ("Wort", "Wink")]
        names = [begun(client, "files", files=[each]) for each in sent]
        readers = [threading.Thread(target=read_on, args=(address,)) for _ in range(8)]
        for each in readers:
            each.start()
        service.read([__file__], settings=settings, reader=ToyReader())
        done = [over(jobs, name) for name in names]
        for each in readers:
            each.join()
    assert answered == [200] * 24
    assert [(job.state, job.summary.read, job.summary.rejected) for job in done] == [(State.DONE, 150, 0)] * 2


@pytest.mark.parametrize("attack", ATTACKS[::25])
def test_no_page_of_it_holds_what_an_attack_brings(place: Place, attack: str) -> None:
    written = "".join(each for each in attack if each.isprintable())
    sent = {"text": f"{attack} sagt.", "title": attack[:2000], "source": attack[:2000]}
    pages = [place.read("text", data=sent)[1]]
    files = [("files", (f"{written}.txt", b"")), ("files", (f"{written}!", b"Text."))]
    pages.append(place.read("files", files=files)[1])
    pages.append(place.read("addresses", data={"addresses": attack.strip() or "x"})[1])
    token = token_in(place.client)
    pages.append(place.client.post("/import/text", data={"token": token, **sent, "url": f"x{attack}"}).text)
    pages.append(place.client.get("/import").text)
    assert [faults(each) for each in pages] == [[]] * 5
