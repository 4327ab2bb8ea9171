from datetime import date

import pytest

from tests.builder import MADE_BY
from wortlaut.language import analyse
from wortlaut.meaning.events import announced, mentioned
from wortlaut.meaning.when import times
from wortlaut.types import (
    AnnouncedEvent,
    Confidence,
    EventKind,
    EventStatus,
    Medium,
    Part,
    Span,
    Statement,
    StatementType,
)

TODAY = date(2025, 11, 27)  # a Thursday


def said(text: str, quote: str, name: str) -> Statement:
    """A statement whose quote is those words of the text."""
    start = text.index(quote)
    return Statement(
        name, "a", StatementType.INDIRECT, Medium.SPEECH, (Span(start, start + len(quote)),), Part(), Part(), (), (),
        None, Confidence(1.0, 1.0, 1.0), MADE_BY,
    )  # fmt: skip


def found(text: str) -> list[tuple[object, ...]]:
    """What is announced, each as kind, first word, who, where, days, agenda."""
    return [_told(event, text) for event in announced(analyse(text), TODAY)]


def _told(event: AnnouncedEvent, text: str) -> tuple[object, ...]:
    return (
        event.kind.value,
        event.what[0].of(text),
        [part.name for part in event.who],
        [part.name for part in event.where],
        (str(event.since), str(event.until)),
        [span.of(text) for span in event.agenda],
    )


# The days of coming weekdays are those of the week from Friday, 28 November, on.
ANNOUNCED = [
    (
        "In der kommenden Woche werden in Anstadt Vertreter von Ostrien zu Gesprächen über ein Ende des Streits"
        " erwartet. Dabei geht es auch um die Fähre.",
        ("talks", "Gesprächen", ["Vertreter von Ostrien"], ["Anstadt"], ("2025-12-01", "2025-12-07"),
         ["ein Ende des Streits", "die Fähre"]),
    ),
    (
        "Der Gipfel der Flussländer findet vom 3. bis 5. Dezember in Beburg statt.",
        ("meeting", "Gipfel", ["der Flussländer"], ["Beburg"], ("2025-12-03", "2025-12-05"), []),
    ),
    (
        "Der Stadtrat von Cedorf stimmt am Dienstag über den Haushalt ab.",
        ("vote", "stimmt", ["Stadtrat von Cedorf"], [], ("2025-12-02", "2025-12-02"), ["den Haushalt"]),
    ),
    (
        "Ministerin Ada Brand will im Januar nach Ostrien reisen.",
        ("visit", "reisen", ["Ministerin Ada Brand"], ["Ostrien"], ("2026-01-01", "2026-01-31"), []),
    ),
    (
        "Das Gericht will das Urteil am 9. Dezember verkünden.",
        ("hearing", "Urteil", ["Gericht"], [], ("2025-12-09", "2025-12-09"), []),
    ),
    (
        "Der Prozess gegen Otto Rieck beginnt am 9. Dezember.",
        ("hearing", "Prozess", ["Otto Rieck"], [], ("2025-12-09", "2025-12-09"), []),
    ),
    (
        "Für Samstag ist in Beburg eine Demonstration gegen den Deichbau angekündigt.",
        ("protest", "Demonstration", [], ["Beburg"], ("2025-11-29", "2025-11-29"), ["den Deichbau"]),
    ),
    (
        "Die für morgen geplante Taufe des Schiffes beginnt um zehn Uhr.",
        ("ceremony", "Taufe", [], [], ("2025-11-28", "2025-11-28"), []),
    ),
    (
        "Adler Anstadt trifft am Samstag auf Falke Beburg.",
        ("sport", "trifft", ["Adler Anstadt", "Falke Beburg"], [], ("2025-11-29", "2025-11-29"), []),
    ),
    (
        "Alle Fährleute müssen bis zum 31. Dezember ihre Papiere vorlegen.",
        ("deadline", "müssen", ["Alle Fährleute"], [], ("None", "2025-12-31"), ["ihre Papiere"]),
    ),
    (
        "Die Frist für Bewerbungen endet am 31. Dezember.",
        ("deadline", "Frist", [], [], ("None", "2025-12-31"), []),
    ),
    (
        "Ein zweites Treffen soll demnächst folgen.",
        ("meeting", "Treffen", [], [], ("None", "None"), []),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), ANNOUNCED, ids=[event[0] + " " + event[1] for _, event in ANNOUNCED])
def test_an_event_is_told_with_who_where_when_and_what_about(text: str, event: tuple[object, ...]) -> None:
    assert found(text) == [event]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Jan Reeder (FDP), Lia Specht und Otto Rieck treffen sich am Montag.",
            ["Jan Reeder", "Lia Specht", "Otto Rieck"],
        ),
        ("Am 9. Dezember findet ein Gipfel statt, an dem auch Jan Reeder teilnimmt.", ["Jan Reeder"]),
        (
            "Am 9. Dezember ist ein Gipfel geplant. Teilnehmen werden die Minister von Ostrien.",
            ["die Minister von Ostrien"],
        ),
        ("Das von Ostrien vermittelte Treffen zwischen Jan Reeder und Lia Specht soll am Montag beginnen.",
         ["Jan Reeder", "Lia Specht"]),
        ("Der Fahrer blieb in Anstadt und soll am Montag dem Richter vorgeführt werden.", ["Der Fahrer"]),
        ("Die Beamten wurden aufgefordert, Anstadt bis spätestens Montag zu verlassen.", ["Die Beamten"]),
    ],
)  # fmt: skip
def test_those_who_take_part_are_found_in_lists_and_beside_the_clause(text: str, who: list[str]) -> None:
    (event,) = announced(analyse(text), TODAY)
    assert [part.name for part in event.who] == who


NOTHING = [
    "Der Stadtrat tagte am Dienstag.",
    "Die Gespräche begannen am gestrigen Mittwoch.",
    "Die Opposition fordert Neuwahlen im Mai 2026.",
    "Wenn die Dämme halten, findet am 5. Dezember ein Fest statt.",
    "Der Stadtrat könnte am Dienstag abstimmen.",
    "Am 5. Dezember wird der neue Radweg freigegeben.",
    "Die Preise steigen im Dezember.",
    "Die Besucher kommen im Mai 2026 wieder.",
    "Jeden Montag tagt der Ausschuss.",
    "Der Fährbetrieb ruht bis zum 5. Dezember.",
    "Das Treffen war ein Erfolg.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_over_wanted_supposed_or_no_event_is_not_announced(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "who", "where", "agenda"),
    [
        (
            "Der Gipfel soll am 4. Dezember in Anstadt stattfinden. Teilnehmen werden Ada Brand und Jan Tamm.",
            ["Ada Brand", "Jan Tamm"],
            ["Anstadt"],
            [],
        ),
        ("Am Dienstag gibt es in Anstadt und Beburg einen Warnstreik.", [], ["Anstadt", "Beburg"], []),
        (
            "Im Januar verhandelt das Landgericht Anstadt über die Klage der Reederei Lund.",
            ["Landgericht Anstadt"],
            [],
            ["die Klage der Reederei Lund"],
        ),
        ("Bei dem Treffen am Dienstag in Anstadt soll es um die Fischerei gehen.", [], ["Anstadt"], ["die Fischerei"]),
        (
            "Auf dem Treffen der Verkehrsminister am Freitag in Cedorf soll die Maut beraten werden.",
            ["der Verkehrsminister"],
            ["Cedorf"],
            ["die Maut"],
        ),
    ],
)
def test_names_in_no_list_joined_places_and_what_is_conferred_about_are_found(
    text: str, who: list[str], where: list[str], agenda: list[str]
) -> None:
    (event,) = announced(analyse(text), TODAY)
    assert [part.name for part in event.who] == who
    assert [part.name for part in event.where] == where
    assert [span.of(text) for span in event.agenda] == agenda


def test_the_same_event_told_twice_is_one_with_all_its_words() -> None:
    text = (
        "Am 9. Dezember wird in Ostrien gewählt. Ada Brand wirbt um Stimmen."
        " Die Parlamentswahl am 9. Dezember ist die dritte in Ostrien."
    )
    events = announced(analyse(text), TODAY)
    assert [[span.of(text) for span in event.what] for event in events] == [["Parlamentswahl", "gewählt"]]


@pytest.mark.parametrize(
    ("text", "status", "days"),
    [
        (
            "Die für Freitag geplante Sitzung ist abgesagt worden.",
            EventStatus.CANCELLED,
            (date(2025, 11, 28), date(2025, 11, 28)),
        ),
        (
            "Der Prozess gegen Otto Rieck wurde auf den 9. Januar vertagt.",
            EventStatus.POSTPONED,
            (date(2026, 1, 9), date(2026, 1, 9)),
        ),
        (
            "Das Konzert am 5. Dezember findet nicht statt.",
            EventStatus.CANCELLED,
            (date(2025, 12, 5), date(2025, 12, 5)),
        ),
    ],
)
def test_what_is_put_off_or_called_off_is_told_with_that_status(
    text: str, status: EventStatus, days: tuple[date, date]
) -> None:
    (event,) = announced(analyse(text), TODAY)
    assert (event.status, (event.since, event.until)) == (status, days)


def test_a_clause_that_goes_on_about_an_event_gives_its_time() -> None:
    text = "Der Bericht ist die Grundlage der Verhandlungen, die vom 3. bis 14. Dezember in Beburg geführt werden."
    assert found(text) == [("talks", "Verhandlungen", [], ["Beburg"], ("2025-12-03", "2025-12-14"), [])]


def test_the_day_of_the_article_counts_where_the_event_is_still_to_come() -> None:
    assert [event[:2] for event in found("Heute Abend tagt der Rat von Anstadt.")] == [("meeting", "tagt")]
    assert found("Heute hat der Rat von Anstadt getagt.") == []


def test_without_a_day_of_publication_only_times_that_tell_themselves_are_left() -> None:
    text = "Der Rat tagt am Dienstag. Das Urteil wird demnächst erwartet."
    assert [(event.kind, event.since) for event in announced(analyse(text), None)] == [(EventKind.HEARING, None)]


def test_who_says_it_is_the_innermost_statement_around_the_event() -> None:
    text = "Brand sagte, am Dienstag werde der Rat von Anstadt tagen. Am Mittwoch tagt der Rat von Beburg."
    statements = [
        said(text, "am Dienstag werde der Rat von Anstadt tagen", "outer"),
        said(text, "der Rat von Anstadt tagen", "inner"),
    ]
    events = announced(analyse(text), TODAY, statements=statements)
    assert [event.statement for event in events] == ["inner", None]


def test_times_that_are_known_need_not_be_found_again() -> None:
    text = "Der Rat von Anstadt tagt am Dienstag."
    document = analyse(text)
    assert announced(document, TODAY, refs=times(document, TODAY)) == announced(document, TODAY)
    assert announced(document, TODAY, refs=()) == ()


def test_every_word_stands_where_its_span_says_through_umlauts_and_emoji() -> None:
    text = "😀 „Öl für Übersee“: Am 9. Dezember trifft sich Jürgen Öhler mit Ärzten in Köln-Überfeld.\n\nEnde."
    (event,) = announced(analyse(text), TODAY)
    assert [span.of(text) for span in event.what] == ["trifft"]
    assert [part.span.of(text) for part in event.who] == ["Jürgen Öhler", "Ärzten"]
    assert [part.span.of(text) for part in event.where] == ["Köln-Überfeld"]


def test_all_events_that_are_spoken_of_are_mentioned_with_what_is_said_of_them() -> None:
    text = "Die Gespräche in Anstadt haben begonnen. Der Gipfel fällt aus. Morgen tagt der Rat."
    events = mentioned(analyse(text), TODAY)
    assert [(event.kind, event.status) for event in events] == [
        (EventKind.TALKS, EventStatus.HELD),
        (EventKind.MEETING, EventStatus.CANCELLED),
        (EventKind.MEETING, EventStatus.ANNOUNCED),
    ]


def test_time_is_in_proportion_to_the_text_whatever_stands_in_it() -> None:
    for text in ("der am von in " * 4_000, "Wahl am 5. Mai, " * 3_000, "(" * 20_000, "die für " * 5_000 + "Wahl"):
        announced(analyse(text), TODAY)
