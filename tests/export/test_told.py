from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from tests.builder import head
from wortlaut.decisions import Action, Entry, Withdrawal
from wortlaut.export.told import article_facts, taken_back
from wortlaut.texts import Texts, moment
from wortlaut.types import ArticleKind

HALF_PAST = datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=1)))
TOLD = replace(
    head("Nichts."),
    author="Jost Harms\u202e",
    published_at=HALF_PAST,
    updated_at=datetime(2026, 3, 1, 9, 5, tzinfo=UTC),
    kind=ArticleKind.TICKER,
    revision=3,
)


def test_what_is_known_of_an_article_is_told_in_either_language() -> None:
    assert article_facts(TOLD, Texts("de")) == [
        "von Jost Harms⟨U+202E⟩",
        "erschienen 1. März 2026, 8:30 Uhr (UTC+1)",
        "aktualisiert 1. März 2026, 9:05 Uhr (UTC)",
        "Live-Ticker",
        "Agenturfassung 3",
    ]
    assert article_facts(TOLD, Texts("en"), dated=True) == [
        "by Jost Harms⟨U+202E⟩",
        "updated 1 March 2026, 9:05 (UTC)",
        "live ticker",
        "agency version 3",
    ]
    assert article_facts(replace(head(""), kind=ArticleKind.STUB), Texts("de")) == [
        "nur der Anfang, hinter Bezahlschranke"
    ]


def test_of_what_nothing_is_known_nothing_is_told() -> None:
    assert article_facts(head("Nichts."), Texts("de")) == []


def test_a_time_has_its_zone() -> None:
    west = timezone(-timedelta(hours=3, minutes=30))
    assert moment(datetime(2026, 3, 1, 0, 5, tzinfo=west), "en") == "1 March 2026, 0:05 (UTC-3:30)"
    assert moment(datetime(2026, 3, 1, 0, 5, tzinfo=timezone(timedelta(minutes=45))), "en").endswith("(UTC+0:45)")


def test_who_took_it_back_when_and_why_is_told() -> None:
    entry = Entry(7, "", Action.WITHDRAW, HALF_PAST, by="dp\u200bx", why="Fal\u202esch", withdraws=Withdrawal())
    assert taken_back(entry, Texts("de")) == (
        "dp⟨U+200B⟩x hat diesen Artikel am 1. März 2026, 8:30 Uhr (UTC+1) zurückgezogen (Eintrag 7 des Verlaufs). "
        "Grund: Fal⟨U+202E⟩sch"
    )
    withheld = replace(entry, why="withheld until further notice: Prüfung läuft")
    assert taken_back(withheld, Texts("de")).endswith("Grund: bis auf Weiteres gesperrt: Prüfung läuft")
    assert taken_back(withheld, Texts("en")).endswith("Because: withheld until further notice: Prüfung läuft")
    said = replace(entry, why=None, withdraws=Withdrawal(at=datetime(2026, 2, 28, 7, 0, tzinfo=UTC)))
    assert taken_back(said, Texts("en")) == (
        "dp⟨U+200B⟩x took this article back on 28 February 2026, 7:00 (UTC) (entry 7 of the history)."
    )
