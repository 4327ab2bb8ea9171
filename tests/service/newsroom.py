"""A newsroom on this machine: a server with feeds and pages, a record that follows them, a clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.builder import ToyReader
from tests.intake.web.server import HTML, Answer, FakeClock, Server, fetcher_for
from wortlaut.record import Record
from wortlaut.service.reading import Outcome, Taken
from wortlaut.service.watching import Look, LookKind, watch
from wortlaut.settings import Settings
from wortlaut.types import FeedState, Rejected

__all__ = ["BEGIN", "RSS", "Newsroom", "Watched", "full", "linked", "page", "rss"]

BEGIN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
RSS = {"Content-Type": "application/rss+xml; charset=utf-8"}
LONG = "Der Deich bei Ostersiel ist nach Auskunft der Gemeinde seit dem Herbst an drei Stellen undicht geworden. " * 4


@dataclass
class Watched:
    """What a run told."""

    looks: list[Look] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def kinds(self) -> list[LookKind]:
        return [look.kind for look in self.looks]

    def rejected(self) -> list[str]:
        return [each.why.code for each in self.outcomes if isinstance(each, Rejected) and each.why is not None]

    def titles(self) -> list[str | None]:
        return [each.article.title for each in self.outcomes if isinstance(each, Taken)]


@dataclass
class Newsroom:
    """A server with feeds, a record, and a clock that nobody waits for."""

    server: Server
    settings: Settings
    clock: FakeClock

    def watch(self, *paths: str, once: bool = True, until: float | None = None, **more: Any) -> Watched:
        """What is told by following the feeds on these paths, until the clock is at `until` seconds."""
        watched = Watched()
        fetcher = fetcher_for(self.clock, db=self.settings.db)
        more.setdefault("is_stopped", lambda: until is not None and self.clock.seconds >= until)
        watch(
            [self.server.at(path) for path in paths], once=once, settings=self.settings, reader=ToyReader(),
            fetcher=fetcher, progress=watched.outcomes.append, looked=watched.looks.append, **more,
        )  # fmt: skip
        return watched

    def put(self, path: str, *entries: str, **headers: str) -> str:
        return self.server.put(path, Answer(body=rss(*entries), headers={**RSS, **headers}))

    def state(self, path: str = "/feed") -> FeedState:
        with Record.open(self.settings.db, read_only=True) as record:
            state = record.feed(self.server.at(path))
        assert state is not None
        return state


def rss(*entries: str) -> bytes:
    body = "".join(entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wattbote</title>'
        f"<link>/</link><description>Nachrichten</description>{body}</channel></rss>"
    ).encode()


def full(number: int, words: str = "Eins") -> str:
    """An entry with its full text."""
    return (
        f"<item><title>Titel {number}</title><guid>g{number}</guid><link>/artikel/{number}</link>"
        f"<pubDate>Sun, 01 Mar 2026 1{number % 10}:00:00 GMT</pubDate><content:encoded><![CDATA[<p>„{words}“, "
        f"sagte Ada. {LONG}</p><p>{LONG}</p>]]></content:encoded></item>"
    )


def linked(number: int, address: str) -> str:
    """An entry with no more than an address."""
    return (
        f"<item><title>Titel {number}</title><guid>g{number}</guid><link>{address}</link>"
        f"<pubDate>Sun, 01 Mar 2026 1{number % 10}:00:00 GMT</pubDate><description>Kurz.</description></item>"
    )


def page(words: str = "Eins", title: str = "Seite") -> Answer:
    text = (
        f"<!DOCTYPE html><html lang=de><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>„{words}“, sagte Ada. {LONG}</p><p>{LONG}</p></article></body></html>"
    )
    return Answer(body=text.encode(), headers=HTML)
