from starlette.requests import Request

from wortlaut.web.addresses import Address


def asked(query: str) -> Address:
    return Address.of(Request({"type": "http", "path": "/", "query_string": query.encode(), "headers": []}))


def test_empty_fields_pages_and_language_are_left_out() -> None:
    assert str(asked("q=&acts=deny&after=x&lang=en&acts=demand")) == "/?acts=deny&acts=demand"


def test_values_are_added_dropped_and_replaced() -> None:
    address = asked("acts=deny&acts=demand&since=2026-01-01")
    assert [
        str(address.adding("types", "direct")),
        str(address.dropping("acts", "deny")),
        str(address.without("acts")),
        str(address.having([("since", "2026-02-01"), ("until", "2026-02-28")])),
    ] == [
        "/?acts=deny&acts=demand&since=2026-01-01&types=direct",
        "/?acts=demand&since=2026-01-01",
        "/?since=2026-01-01",
        "/?acts=deny&acts=demand&since=2026-02-01&until=2026-02-28",
    ]
    assert (address.has("acts", "demand"), address.has("acts", "warn")) == (True, False)


def test_same_question_at_another_path() -> None:
    assert str(asked("q=der+Deich").at("/api/v1/export")) == "/api/v1/export?q=der+Deich"
    assert str(asked("").at("/events")) == "/events"


def test_what_is_asked_is_escaped() -> None:
    assert str(Address("/", (("q", '"&ä'),))) == "/?q=%22%26%C3%A4"
