from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from tests.builder import head, place
from wortlaut.decisions import Action, Entry, Withdrawal
from wortlaut.export.told import PartyTold, article_facts, taken_back, target_label, target_told
from wortlaut.texts import Texts, moment
from wortlaut.types import Act, ArticleKind, PartyKind, ResolvedParty, Sense

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


def test_a_target_is_told_by_name_and_only_those_who_are_somebody_with_the_words() -> None:
    text = "Sie warf der Bürgermeisterin den Stau vor."
    her, it = (place(text, words) for words in ("der Bürgermeisterin", "den Stau"))
    karla = ResolvedParty((her,), PartyKind.PERSON, "Karla Adler", "Bürgermeisterin", 0.8)
    assert target_told(karla, text) == PartyTold("Karla Adler", "Bürgermeisterin", "der Bürgermeisterin")
    stau = ResolvedParty((it,), PartyKind.THING, "der Stau", None, 0.8)
    assert target_told(stau, text) == PartyTold("der Stau", "", "")


def test_what_a_target_is_to_the_act_has_words_in_either_language() -> None:
    acts = (Act.ACCUSE, Act.DEFEND, Act.DEMAND, Act.ANNOUNCE)
    assert [target_label(Sense("s1", act, 1.0), Texts("de")) for act in acts] == [
        "gegen",
        "für",
        "verlangt von",
        "gerichtet auf",
    ]
    assert target_label(Sense("s1", Act.DOUBT, 1.0), Texts("en")) == "against"
    assert target_label(None, Texts("en")) == "directed at"
