import asyncio
from collections.abc import Iterator

from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from tests.web.conftest import ADDRESS
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import Limits, WebOptions
from wortlaut.web.safety.limits import Bodies, Rates


async def answering(scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass
    await PlainTextResponse("done")(scope, receive, send)


def asked(
    app: Rates | Bodies, *, method: str = "GET", client: str = "c", chunks: tuple[bytes, ...] = ()
) -> list[Message]:
    """What the layer sent for one request."""
    scope = {
        "type": "http",
        "method": method,
        "path": "/api/v1/x",
        "query_string": b"",
        "headers": [],
        "scheme": "http",
        "client": (client, 1),
        "server": ("127.0.0.1", 1),
    }
    sent: list[Message] = []
    coming = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    messages: Iterator[Message] = iter([*coming, {"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        return next(messages)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


def status_of(sent: list[Message]) -> int:
    return int(sent[0]["status"])


def test_client_who_asks_too_fast_is_told_when_to_come_back() -> None:
    now = [0.0]
    rates = Rates(answering, limits=Limits(reads_per_second=0.5, reads_at_once=2), clock=lambda: now[0])
    first = [status_of(asked(rates)) for _ in range(3)]
    refused = asked(rates)
    others = status_of(asked(rates, client="d")), status_of(asked(rates, method="POST"))
    now[0] = 2.0
    assert (first, others, status_of(asked(rates))) == ([200, 200, 429], (200, 200), 200)
    assert (b"retry-after", b"3") in refused[0]["headers"]


def test_body_that_grows_too_large_is_refused() -> None:
    bodies = Bodies(answering, limits=Limits(body_bytes=10))
    assert [status_of(asked(bodies, chunks=chunks)) for chunks in ((b"12345",), (b"123456", b"789012"))] == [200, 413]


def test_length_that_is_too_large_is_refused_unread(settings: Settings) -> None:
    app = application(settings, WebOptions(write=True, limits=Limits(body_bytes=10)))
    with TestClient(app, base_url=ADDRESS) as client:
        told = [
            client.post(
                "/api/v1/x", content=b"1", headers={"content-type": "application/json", "content-length": length}
            )
            for length in ("11", "-1", "9" * 30)
        ]
    assert [each.status_code for each in told] == [413, 413, 413]


def test_more_than_may_come_is_refused_whatever_is_made_of_it_inside() -> None:
    async def swallowing(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            while (await receive()).get("more_body"):
                pass
        except Exception:
            await PlainTextResponse("no form", 400)(scope, receive, send)

    bodies = Bodies(swallowing, limits=Limits(body_bytes=10))
    assert status_of(asked(bodies, method="POST", chunks=(b"a" * 6, b"b" * 6))) == 413
