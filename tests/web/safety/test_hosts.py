import pytest
from starlette.testclient import TestClient

from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions
from wortlaut.web.safety.hosts import host_name, is_loopback


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost@evil.example", ""]
)
def test_foreign_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/static/site.css", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8765", "127.0.0.1:1", "[::1]:8765"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/static/site.css", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(("host", "status"), [("192.0.2.7", 200), ("desk.example", 200), ("other.example", 421)])
def test_server_for_others_answers_to_its_name_and_to_ips(settings: Settings, host: str, status: int) -> None:
    app = application(settings, WebOptions(host="desk.example"))
    with TestClient(app, base_url="http://desk.example") as client:
        assert client.get("/static/site.css", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("header", "name"),
    [("a:1", "a"), ("[::1]:1", "::1"), ("[::1", None), ("[a]:1", None), ("a:b", None), (":1", None), ("[::1]x", None)],
)
def test_name_is_what_stands_before_the_port(header: str, name: str | None) -> None:
    assert host_name(header) == name


def test_loopback_is_this_machine() -> None:
    told = {
        host: is_loopback(host) for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost", "0.0.0.0", "desk.example")
    }
    assert [host for host, is_here in told.items() if is_here] == ["127.0.0.1", "127.9.9.9", "::1", "localhost"]
