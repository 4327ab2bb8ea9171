"""Records in which every field of every article is an attack, and what there must not be in a page."""

import json
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.settings import Settings

__all__ = ["asked_pages", "attacked", "faults", "pages_of", "review_pages_of"]

_ELEMENTS = set(
    "html head meta title link script body a header span nav ul li main div p b time h1 h2 h3 details summary article "
    "sup br aside ol blockquote dl dt dd q small footer section table thead tbody tr th td meter code pre button ins "
    "del form input label select option textarea fieldset legend output svg g rect path text line circle "
    "mark figure title caption kbd datalist progress noscript".split()
)
_LISTS = ("/", "/actors", "/ledger", "/events", "/overview", "/history")
_ASKED = (
    "/?q=",
    "/?speaker=x&actor=",
    "/?sources=",
    "/actors?name=",
    "/ledger?actor=x&target=",
    "/events?status=held&words=",
    "/history?kind=x&by=",
)
_LINKS = ("/", "#", "http://", "https://", "?")


def attacked(folder: Path, attacks: Sequence[str]) -> Settings:
    """The settings of a record with an article for each attack, decided about under that name and for that reason."""
    items = folder / "items.jsonl"
    items.write_text("".join(json.dumps(_item(*each)) + "\n" for each in enumerate(attacks)), "utf-8")
    settings = Settings(db=folder / "record.db")
    service.read([str(items)], settings=settings, reader=ToyReader())
    named = {each.article.url: each.statement.id for each in service.statements(settings=settings)}
    for number, attack in enumerate(attacks):
        service.confirm(named[_address(number, attack)], by=attack.strip() or "x", why=attack, settings=settings)
        name = f"{number} {' '.join(filter(str.isprintable, attack))}"
        service.save_search(name, attack, settings=settings)
        service.add_alias("Ada", name, by="Mira", why=attack, settings=settings)
    return settings


def _item(number: int, attack: str) -> dict[str, str]:
    return {
        "text": f"„Satz {attack} Ende“, sagte Ada zu Ben, „{attack}“.\n\n{attack}",
        "title": attack,
        "subtitle": attack,
        "kicker": attack,
        "source": attack,
        "author": attack,
        "url": _address(number, attack),
        "date": "2026-01-02",
    }


def _address(number: int, attack: str) -> str:
    """An address that is the attack where it looks like one, else has it behind a number."""
    return attack if attack.startswith("javascript:") else f"https://example.org/{number}/{quote(attack)}"


def pages_of(settings: Settings) -> Iterator[str]:
    """The path of every page that shows something of the record."""
    yield from _LISTS
    seen: set[str] = set()
    for found in service.statements(settings=settings):
        article, statement = f"/articles/{found.article.id}", f"/statements/{found.statement.id}"
        if article not in seen:
            seen.add(article)
            yield from (article, f"{article}/source", f"{article}/versions", f"{statement}/why")
        yield statement
    yield from (f"/actors/{each.id}" for each in service.actors(settings=settings))


def review_pages_of(settings: Settings) -> Iterator[str]:
    """The path of every page by which the record is changed that shows something of it."""
    yield from ("/review", "/review/actors", "/review/waiting", "/history")
    for found in service.statements(settings=settings):
        yield f"/review/{found.statement.id}"
        yield f"/review/add/{found.article.id}"


def asked_pages(attacks: Sequence[str]) -> Iterator[str]:
    """The path of every page that repeats what it is asked, with each attack."""
    for attack in attacks:
        asked = quote(attack, safe="")
        yield from (f"{path}{asked}" for path in _ASKED)


def faults(html: str) -> list[str]:
    """Everything in a page that may run, load from elsewhere, or is no element of ours."""
    looker = _Looker()
    looker.feed(html)
    looker.close()
    return looker.faults


class _Looker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            is_own = (value or "").startswith(("/static/", "/vendor/"))
            if name.startswith("on") or name in ("style", "srcdoc", "formaction") or name.startswith("hx-on"):
                self.faults.append(f"<{tag} {name}>")
            elif name == "src" and not is_own:
                self.faults.append(f"<{tag} src={value}>")
            elif name in ("href", "action", "xlink:href") and not (value or "").startswith(_LINKS):
                self.faults.append(f"<{tag} {name}={value}>")
        if tag == "script" and "src" not in dict(attrs):
            self.faults.append("<script> without an address")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}")
