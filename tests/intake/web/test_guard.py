"""Hosts: only such as stand in the public internet are asked, on whatever way an address leads elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from ipaddress import ip_address

import pytest

from tests.intake.web.forbidden import FORBIDDEN, FORBIDDEN_IPS
from tests.intake.web.server import HTML, Answer, FakeClock, Server, fetcher_for
from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Ip, address_of
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.intake.web.guard import PORTS, Guard, is_public, system_resolver
from wortlaut.settings import Settings

PUBLIC = ("1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.1", "198.17.255.255",
          "223.255.255.255", "2606:4700::1", "2a00:1450::1", "2001:4860::8888", "64:ff9b::101:101")  # fmt: skip
NAMES = {
    "private.example": ["127.0.0.1"],
    "mixed.example": ["1.1.1.1", "127.0.0.1"],
    "six.example": ["::ffff:127.0.0.1"],
}


def resolver(host: str) -> Sequence[str]:
    """Every name leads to this machine, some in other ways."""
    return NAMES.get(host, ["127.0.0.1"])


@pytest.fixture
def server() -> Iterator[Server]:
    """The one that must not be asked."""
    with Server() as server:
        yield server


@pytest.fixture
def first() -> Iterator[Server]:
    """The one that passes on."""
    if sys.platform != "linux":
        pytest.skip("only there all of 127.0.0.0/8 leads to this machine")
    with Server(ip="127.0.0.2") as server:
        yield server


def strict(ports: frozenset[int] | None = None) -> Fetcher:
    """A fetcher with the real rule for IPs; every name leads to this machine."""
    return Fetcher(Settings(), guard=Guard(resolver=resolver, ports=ports), clock=FakeClock())


def refusal(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(Refused) as caught:
        fetcher.fetch(address)
    return caught.value.why.code


@pytest.mark.parametrize("ip", FORBIDDEN_IPS)
def test_ips_of_other_networks_are_not_public(ip: str) -> None:
    assert not is_public(ip_address(ip))


@pytest.mark.parametrize("ip", PUBLIC)
def test_ips_beside_those_networks_are_public(ip: str) -> None:
    assert is_public(ip_address(ip))


def test_there_are_enough_forbidden_addresses() -> None:
    assert len(set(FORBIDDEN)) >= 60


@pytest.mark.parametrize("form", FORBIDDEN, ids=range(len(FORBIDDEN)))
def test_a_forbidden_address_is_not_asked(form: str, server: Server) -> None:
    code = refusal(strict(), form.format(port=server.port))
    assert server.accepted == 0
    assert code in (
        "web_forbidden", "web_local_name", "web_userinfo", "web_host", "web_scheme", "web_address", "web_address_hidden"
    )  # fmt: skip


def open_for_first() -> Fetcher:
    """A fetcher with the real rule, but that the server that passes on, on 127.0.0.2, counts as public."""

    def allows(ip: Ip) -> bool:
        return ip == ip_address("127.0.0.2") or is_public(ip)

    return Fetcher(Settings(), guard=Guard(resolver, allows, None), clock=FakeClock())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_to_forbidden_addresses_are_not_followed(status: int, server: Server, first: Server) -> None:
    for form in FORBIDDEN:
        location = form.format(port=server.port).strip()
        first.put("/", Answer(status, headers={"Location": location.encode("utf-8").decode("latin-1")}))
        with pytest.raises(Refused):
            open_for_first().fetch(first.at("/", host="127.0.0.2"))
    assert len(first.paths()) >= len(FORBIDDEN)
    assert server.accepted == 0


def test_redirects_of_robots_txt_to_forbidden_addresses_are_not_followed(server: Server, first: Server) -> None:
    for form in FORBIDDEN:
        location = form.format(port=server.port).strip()
        first.put("/robots.txt", Answer(302, headers={"Location": location.encode("utf-8").decode("latin-1")}))
        with pytest.raises(Refused):
            open_for_first().fetch(first.at("/", host="127.0.0.2"))
    assert server.accepted == 0


def test_the_server_could_be_asked_if_the_rule_let_it(server: Server) -> None:
    server.put("/", Answer(body=b"secret"))
    with fetcher_for().fetch(server.at("/")) as fetched:
        assert (fetched.body.read(), server.accepted) == (b"secret", 2)


def test_a_page_that_refreshes_to_a_forbidden_address_is_only_a_page(server: Server) -> None:
    with Server() as first:
        raw = f'<meta http-equiv="refresh" content="0;url={server.at("/")}">'.encode()
        first.put("/", Answer(body=raw, headers={**HTML, "Refresh": f"0;url={server.at('/')}"}))
        with fetcher_for(hosts={"open.example": "127.0.0.1"}).fetch(first.at("/", host="open.example")) as fetched:
            assert fetched.body.read() == raw
    assert server.accepted == 0


def test_a_name_that_leads_elsewhere_the_second_time_gains_nothing(server: Server) -> None:
    answers = [["127.0.0.3"], ["127.0.0.1"]]
    asked = []

    def rebinding(host: str) -> Sequence[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    def allows(ip: Ip) -> bool:  # where nobody listens plays the public IP
        return ip == ip_address("127.0.0.3") or is_public(ip)

    fetcher = Fetcher(Settings(), guard=Guard(rebinding, allows, None))
    first = refusal(fetcher, server.at("/", host="rebind.example"))
    second = refusal(Fetcher(Settings(), guard=Guard(rebinding, allows, None)), server.at("/", host="rebind.example"))
    assert (server.accepted, len(asked)) == (0, 2)
    assert (first, second) == ("web_unreachable", "web_forbidden")


def test_of_several_ips_one_that_is_not_public_closes_the_name() -> None:
    with pytest.raises(Refused) as caught:
        Guard(resolver=resolver).checked("mixed.example")
    assert caught.value.why.details == (("host", "mixed.example"), ("ip", "127.0.0.1"))


def test_a_name_is_resolved_once_for_a_connection(server: Server) -> None:
    asked = []

    def counting(host: str) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    server.put("/a", Answer(body=b"a"))
    guard = Guard(counting, lambda ip: ip == ip_address("127.0.0.1"), None)
    with Fetcher(Settings(), guard=guard, clock=FakeClock()).fetch(server.at("/a", host="elbe.example")) as fetched:
        assert fetched.body.read() == b"a"
    assert asked == ["elbe.example"] * server.accepted


@pytest.mark.parametrize("port", [21, 22, 25, 3306, 5432, 6379, 9200, 11211])
def test_ports_of_other_services_are_not_asked(port: int) -> None:
    assert refusal(strict(PORTS), f"http://elbkurier.example:{port}/") == "web_port"


def test_the_rule_is_what_holds_when_nothing_is_passed_in() -> None:
    guard = Guard()
    assert (guard.allows, guard.ports, guard.resolver) == (is_public, PORTS, system_resolver)
    with pytest.raises(Refused):
        guard.check(address_of("http://127.0.0.1/"))
