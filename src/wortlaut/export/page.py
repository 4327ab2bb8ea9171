"""One article as one self-contained page: its text with the statements marked, and the list of them beside it.

The page loads nothing: style and script stand in it, and a Content-Security-Policy with their digests forbids
everything else. It reads without script; the script only ties the parts of a statement together under the pointer.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wortlaut import __version__
from wortlaut.decisions import Entry
from wortlaut.export.cards import Card, cards_of, mark_labels
from wortlaut.export.paint import painted
from wortlaut.export.segments import Role, marks_of, segments
from wortlaut.export.told import appeared, article_facts, event_days, taken_back
from wortlaut.export.visible import one_line, visible, web_link
from wortlaut.texts import Texts
from wortlaut.types import ArticleHead, EventEntry, Found, StatementType

__all__ = ["page"]


@dataclass(frozen=True, slots=True)
class _Event:
    title: str
    days: str
    status: str
    words: str  # the sentence of the article that announces it


def page(
    article: ArticleHead,
    statements: Sequence[Found],
    *,
    events: Sequence[EventEntry] = (),
    withdrawn: Entry | None = None,
    language: str = "en",
) -> str:
    """The page as HTML text, in `language` (`en` or `de`); `statements` are those of `article`, by place.

    `events` are those that the article announces.
    `withdrawn` is the entry of the history that tells who took the article back.
    """
    texts, style, script = Texts(language), _packaged("page.css"), _packaged("page.js")
    cards, cut = cards_of(statements, texts), segments(len(article.text), marks_of(statements))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            article=article,
            body=painted(article.text, cut, statements, mark_labels(cards, texts)),
            cards=cards,
            counts=_counts(cards),
            **_legend(texts),
            date=appeared(article, language),
            events=[_event(each, article.id, texts) for each in events],
            language=language,
            link=web_link(article.url),
            made_by=sorted({_provenance(found) for found in statements}),
            policy=_policy(style, script),
            program=__version__,
            script=Markup(script),  # noqa: S704  our own file
            style=Markup(style),  # noqa: S704  our own file
            facts=article_facts(article, texts, dated=True),
            taken_back=taken_back(withdrawn, texts) if withdrawn is not None else None,
            **_titles(article),
            t=texts,
            visible=visible,
        )
    )


def _legend(texts: Texts) -> dict[str, list[tuple[str, str]]]:
    """What the colours mean: types of statements, and roles of words."""
    return {
        "types": [(kind.value, texts(f"type.{kind.value}")) for kind in StatementType],
        "roles": [(role.value, texts(f"role.{role.value}")) for role in Role if role is not Role.QUOTE],
    }


def _titles(article: ArticleHead) -> dict[str, str | None]:
    """Title, subtitle and kicker, each on one line."""
    given = {"title": article.title, "subtitle": article.subtitle, "kicker": article.kicker}
    return {name: one_line(value) if value else None for name, value in given.items()}


def _event(entry: EventEntry, article: str, texts: Texts) -> _Event:
    told = next((each for each in entry.told if each.article.id == article), entry.head)
    words = "" if told.telling.words is None else one_line(told.telling.words.of(told.article.text))
    days = event_days(entry, texts) or texts("events.vague")
    return _Event(one_line(entry.title), days, texts(f"event.outcome.{entry.outcome}"), words)


def _counts(cards: Sequence[Card]) -> dict[str, int]:
    return {kind.value: sum(card.type == kind.value for card in cards) for kind in StatementType}


def _provenance(found: Found) -> str:
    made_by = found.statement.made_by
    return one_line(f"{made_by.reader} {made_by.version} · {made_by.weights}")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _packaged(name: str) -> str:
    return files("wortlaut.export").joinpath("templates", name).read_text("utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wortlaut.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
