import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.builder import head, made
from wortlaut.export.table import COLUMNS, csv_lines
from wortlaut.types import Act, Attribution, Found, PartyKind, ResolvedParty, Sense, Standing, StatementPart, Verdict

ARTICLE = {
    "article": "a1",
    "published": "2026-03-01",
    "source": "Elbkurier",
    "title": "Streit; Zank",
    "url": "https://example.org/1",
}
SENSE = (
    *("act", "act_confidence", "cameo", "plover", "stance", "repeated", "condition"),
    *("said_since", "said_until"),
)
DIRECTED = {"addressee": "Ben", "addressee_name": "", "target_kind": "thing", "target_name": "der Stau"}
UNDECIDED = {
    "reader": "toy",
    "weights": "sha256:00",
    "version": "1",
    "standing": "found",
    "decided": "",
    "decided_by": "",
    "labels": "",
    "labels_decided_by": "",
}


def rows(*statements: Found) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(statements)), newline="")))


def test_row_has_the_words_of_every_part() -> None:
    text = '„Ja“, sagte Ada zu Ben,\n„"nein", nie.“'
    article = head(text, title="Streit; Zank", url="https://example.org/1")
    found = made(
        article, ["„Ja“", '„"nein", nie.“'], cue="sagte", frame="sagte Ada zu Ben", speaker="Ada", addressee="Ben"
    )
    ada = ResolvedParty(
        found.statement.speakers[0].mention,
        *(PartyKind.PERSON, "Ada Löhn", "Deichgräfin", 0.75),
        actor="person:ada-loehn",
    )
    ben = ResolvedParty(found.statement.addressees[0].mention, PartyKind.UNKNOWN, None, None, 0.4)
    stau = ResolvedParty((), PartyKind.THING, "der Stau", None, 0.5)
    found = replace(found, attribution=Attribution("s1", (ada,), (ben,), (stau,)))
    assert rows(found) == [
        {
            "id": "s1",
            **ARTICLE,
            "type": "direct",
            "medium": "speech",
            "speaker": "Ada",
            "speaker_kind": "person",
            "speaker_name": "Ada Löhn",
            "speaker_office": "Deichgräfin",
            "speaker_actor": "person:ada-loehn",
            "speaker_wikidata": "",
            "speaker_confidence": "0.7500",
            **DIRECTED,
            **dict.fromkeys(SENSE, ""),
            "cue": "sagte",
            "frame": "sagte Ada zu Ben",
            "quote": '„Ja“ […] „"nein", nie.“',
            "start": "0",
            "end": "38",
            "parent": "",
            "confidence": "0.9500",
            **UNDECIDED,
        }
    ]


def test_row_tells_what_people_decided() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    verdicts = (
        Verdict(StatementPart.TYPE, 3, "=Mira", at),
        Verdict(StatementPart.SPEAKERS, 3, "=Mira", at),
        Verdict(StatementPart.PARENT, 4, "Uwe", at),
    )
    found = replace(made(head("„Ja“"), ["„Ja“"]), standing=Standing.UPHELD, verdicts=verdicts)
    [row] = rows(found)
    assert (row["standing"], row["decided"], row["decided_by"]) == ("upheld", "type; speakers; parent", "'=Mira; Uwe")


def test_row_of_a_rejected_statement_says_so() -> None:
    verdicts = (Verdict(None, 3, "Mira", datetime(2026, 3, 2, tzinfo=UTC)),)
    [row] = rows(replace(made(head("„Ja“"), ["„Ja“"]), standing=Standing.REJECTED, verdicts=verdicts))
    assert (row["standing"], row["decided"], row["decided_by"]) == ("rejected", "all", "Mira")


def test_heading_stands_even_above_nothing() -> None:
    assert list(csv_lines([])) == [",".join(COLUMNS) + "\r\n"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\n=1"])
def test_cell_that_could_be_a_formula_is_disarmed(text: str) -> None:
    [row] = rows(made(head(text, title=text, source=text, published=date(2026, 3, 1)), [text]))
    assert (row["quote"], row["title"], row["source"]) == (f"'{text}", f"'{text}", f"'{text}")


def test_hidden_characters_are_written_out() -> None:
    [row] = rows(made(head("\x1b[31m\u202eJa"), ["\x1b[31m\u202eJa"]))
    assert row["quote"] == "⟨U+001B⟩[31m⟨U+202E⟩Ja"


def test_row_tells_the_act_with_the_codes_that_event_data_has_for_it() -> None:
    threat = replace(made(head("„Ja“"), ["„Ja“"]), sense=Sense("s1", Act.THREATEN, 0.8))
    doubt = replace(made(head("„Ja“"), ["„Ja“"]), sense=Sense("s1", Act.DOUBT, 0.7))
    assert [[row[name] for name in SENSE[:4]] for row in rows(threat, doubt)] == [
        ["threaten", "0.8000", "130", "THREATEN"],
        ["doubt", "0.7000", "", ""],
    ]
