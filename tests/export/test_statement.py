import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.builder import head, made, place
from wortlaut.export.lines import json_line, json_lines
from wortlaut.export.statement import StatementJson, statement_json, statement_of, statement_schema
from wortlaut.types import (
    Act,
    ArticleKind,
    Attribution,
    Candidate,
    ChannelKind,
    ChannelLink,
    Condition,
    Dispute,
    Found,
    Modality,
    PartyKind,
    ResolvedParty,
    SaidBefore,
    SaidOn,
    Sense,
    Stance,
    Standing,
    StatementPart,
    Venue,
    Verdict,
)

TEXT = "Ü🦐: „Ja“, sagte Ada zu Ben, „nein.“"
UNTOLD = {
    "author": None,
    "subtitle": None,
    "kicker": None,
    "published_at": None,
    "updated_at": None,
    "kind": "report",
    "revision": None,
    "withdrawn": False,
}
ARTICLE = head(TEXT, title="Streit", url="https://example.org/1")


def unresolved(start: int, end: int, text: str, confidence: float) -> dict[str, object]:
    """A party of whom nobody asked who is meant."""
    nobody = dict.fromkeys(("name", "office", "actor", "wikidata"))
    mention = [{"start": start, "end": end, "text": text}]
    return {"mention": mention, "kind": "unknown", **nobody, "confidence": confidence, "candidates": []}


def test_who_is_meant_stands_beside_what_was_marked() -> None:
    found = made(ARTICLE, ["„Ja“"], cue="sagte", speaker="Ada")
    mention = found.statement.speakers[0].mention
    ada, bo = Candidate("Ada Löhn", PartyKind.PERSON, 0.7), Candidate("Bo Tamm", PartyKind.PERSON, 0.2)
    party = ResolvedParty(
        mention, PartyKind.PERSON, "Ada Löhn", "Deichgräfin", 0.65, (ada, bo), actor="ada-loehn", wikidata="Q1"
    )
    made_json = statement_json(replace(found, attribution=Attribution("s1", (party,), ())))
    assert made_json["speakers"] == [
        {
            "mention": [{"start": 16, "end": 19, "text": "Ada"}],
            "kind": "person",
            "name": "Ada Löhn",
            "office": "Deichgräfin",
            "actor": "ada-loehn",
            "wikidata": "Q1",
            "confidence": 0.65,
            "candidates": [
                {"name": "Ada Löhn", "kind": "person", "confidence": 0.7},
                {"name": "Bo Tamm", "kind": "person", "confidence": 0.2},
            ],
        }
    ]
    assert statement_of(StatementJson.model_validate(made_json)) == found.statement


OF_SENSE = (
    *("act", "codes", "stance", "repeated", "earlier", "negated", "modality", "condition", "answers"),
    *("said_on", "venue"),
)
WORDS = {"quote": {"start": 4, "end": 8, "text": "„Ja“"}, "cue": {"start": 10, "end": 15, "text": "sagte"}}


def threatening() -> Found:
    """A statement of which everything is known that makes its kind."""
    found = made(ARTICLE, ["„Ja“"], cue="sagte", speaker="Ada")
    quote, cue = found.statement.quote, found.statement.cue.spans
    day = date(2026, 2, 28)
    sense = Sense(
        "s1",
        Act.THREATEN,
        0.8,
        stance=Stance.DISTANCING,
        is_repeated=True,
        modality=Modality.CONDITIONAL,
        condition=Condition(quote, cue, "s0"),
        answers="s2",
        said_on=SaidOn(day, day, cue, 0.9),
        venue=Venue(cue, "Rat in Örling", "Rat", "Örling"),
        via=(ChannelLink(ChannelKind.SPOKESMAN, cue, None, quote, "Rat", (Dispute(cue, quote),)),),
    )
    return replace(found, sense=sense)


def test_what_kind_of_statement_it_is_stands_in_plain_fields() -> None:
    made_json = statement_json(threatening())
    assert {key: made_json[key] for key in ("act", "stance", "repeated", "earlier", "negated", "modality")} == {
        "act": "threaten",
        "stance": "distancing",
        "repeated": True,
        "earlier": False,
        "negated": False,
        "modality": "conditional",
    }
    assert made_json["codes"] == {"cameo": "130", "name": "Threaten", "plover": "THREATEN"}
    condition = {"spans": [WORDS["quote"]], "consequence": [WORDS["cue"]], "refers_to": "s0"}
    assert (made_json["condition"], made_json["answers"]) == (condition, "s2")
    assert made_json["said_on"] == {"from": "2026-02-28", "to": "2026-02-28", "before": None, "spans": [WORDS["cue"]]}
    venue = {"spans": [WORDS["cue"]], "name": "Rat in Örling", "occasion": "Rat", "place": "Örling", "outlet": None}
    assert made_json["venue"] == venue
    assert made_json["via"] == [
        {
            "kind": "spokesman",
            "party": {"mention": [WORDS["cue"]], "name": None},
            "speaks_for": {"mention": [WORDS["quote"]], "name": "Rat"},
            "disputes": [{"spans": [WORDS["cue"]], "by": [WORDS["quote"]]}],
        }
    ]
    assert made_json["confidence"]["act"] == 0.8


def test_statement_tells_the_event_before_which_it_was_said() -> None:
    found = threatening()
    assert found.sense is not None
    before = SaidBefore("Wahl", date(2026, 3, 2), date(2026, 3, 1), found.statement.cue.spans)
    last = replace(found.sense, said_on=None, said_before=before)
    assert statement_json(replace(found, sense=last))["said_on"] == {
        "from": None,
        "to": "2026-03-01",
        "before": {"event": "Wahl", "day": "2026-03-02", "spans": [WORDS["cue"]]},
        "spans": [WORDS["cue"]],
    }


def test_statement_comes_back_from_json_that_tells_its_kind() -> None:
    found = threatening()
    assert statement_of(StatementJson.model_validate(statement_json(found))) == found.statement


def test_statement_has_all_that_was_found() -> None:
    found = made(ARTICLE, ["„Ja“", "„nein.“"], cue="sagte", frame="sagte Ada zu Ben", speaker="Ada", addressee="Ben")
    assert statement_json(found) == {
        "version": 1,
        "id": "s1",
        "article": {
            "id": "a1",
            "title": "Streit",
            "published": "2026-03-01",
            "source": "Elbkurier",
            "url": "https://example.org/1",
            **UNTOLD,
        },
        "type": "direct",
        "medium": "speech",
        "quote": [{"start": 4, "end": 8, "text": "„Ja“"}, {"start": 28, "end": 35, "text": "„nein.“"}],
        "cue": [{"start": 10, "end": 15, "text": "sagte"}],
        "frame": [{"start": 10, "end": 26, "text": "sagte Ada zu Ben"}],
        "parent": None,
        "speakers": [unresolved(16, 19, "Ada", 0.9)],
        "addressees": [unresolved(23, 26, "Ben", 0.6)],
        "targets": [],
        "marked": {
            "speakers": [{"mention": [{"start": 16, "end": 19, "text": "Ada"}], "confidence": 0.9}],
            "addressees": [{"mention": [{"start": 23, "end": 26, "text": "Ben"}], "confidence": 0.6}],
        },
        **dict.fromkeys(OF_SENSE),
        "via": [],
        "confidence": {"quote": 0.95, "type": 0.85, "medium": 0.75, "cue": 0.8, "frame": 0.7, "act": None},
        "made_by": {"reader": "toy", "weights": "sha256:00", "version": "1"},
        "decided_by": None,
        "labels": [],
        "decided": [],
        "standing": "found",
        "revision": "",
    }


def test_statement_names_who_decided_which_part_and_who_did_so_last() -> None:
    at = datetime(2026, 4, 5, 6, 7, tzinfo=UTC)
    verdicts = (Verdict(StatementPart.QUOTE, 3, "Bo", at), Verdict(StatementPart.TYPE, 2, "Ada", at))
    found = replace(made(ARTICLE, ["„Ja“"]), verdicts=verdicts, standing=Standing.UPHELD, revision="0a1b")
    keys = ("decided_by", "decided", "standing", "revision")
    assert {key: statement_json(found)[key] for key in keys} == {
        "decided_by": "Bo",
        "decided": [
            {"part": "quote", "by": "Bo", "at": "2026-04-05T06:07:00Z", "entry": 3},
            {"part": "type", "by": "Ada", "at": "2026-04-05T06:07:00Z", "entry": 2},
        ],
        "standing": "upheld",
        "revision": "0a1b",
    }


def test_what_was_not_found_is_null_or_empty() -> None:
    made_json = statement_json(made(head(TEXT, published=None, source=None), ["„Ja“"]))
    bare = {"id": "a1", "title": None, "published": None, "source": None, "url": None}
    assert made_json["article"] == bare | UNTOLD
    assert [made_json[key] for key in ("cue", "frame", "speakers", "addressees", "parent")] == [[], [], [], [], None]
    assert made_json["confidence"] == {
        "quote": 0.95,
        "type": 0.85,
        "medium": 0.75,
        "cue": None,
        "frame": None,
        "act": None,
    }


def test_all_that_is_told_of_the_article_is_there() -> None:
    told = replace(
        ARTICLE,
        author="Jost Harms",
        subtitle="Rat tagt",
        kicker="Hafen",
        published_at=datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=1))),
        updated_at=datetime(2026, 3, 1, 9, tzinfo=UTC),
        kind=ArticleKind.STUB,
        revision=3,
        withdrawn_by=7,
    )
    given = statement_json(made(told, ["„Ja“"]))["article"]
    assert {name: given[name] for name in UNTOLD} == {
        "author": "Jost Harms",
        "subtitle": "Rat tagt",
        "kicker": "Hafen",
        "published_at": "2026-03-01T08:30:00+01:00",
        "updated_at": "2026-03-01T09:00:00Z",
        "kind": "stub",
        "revision": 3,
        "withdrawn": True,
    }


def test_what_was_written_before_articles_told_more_is_still_read() -> None:
    written = statement_json(made(ARTICLE, ["„Ja“"]))
    written["article"] = {name: value for name, value in written["article"].items() if name not in UNTOLD}
    assert StatementJson.model_validate(written).article.kind is ArticleKind.REPORT


def test_searched_statement_has_marks_and_rank() -> None:
    found = replace(made(ARTICLE, ["„Ja“"]), marks=(place(TEXT, "Ja"),), rank=-1.5)
    assert {key: statement_json(found)[key] for key in ("marks", "rank")} == {
        "marks": [{"start": 5, "end": 7, "text": "Ja"}],
        "rank": -1.5,
    }


def test_model_refuses_unknown_and_missing_keys() -> None:
    good = statement_json(made(ARTICLE, ["„Ja“"]))
    assert StatementJson.model_validate(good).id == "s1"
    for bad in (good | {"quotes": []}, {key: value for key, value in good.items() if key != "quote"}):
        with pytest.raises(ValidationError):
            StatementJson.model_validate(bad)


def test_line_is_the_object_with_hidden_characters_escaped() -> None:
    article = head("„\x1b[31m\u202eJa“")
    line = json_line(made(article, ["„\x1b[31m\u202eJa“"]))
    assert "\\u001b[31m\\u202eJa" in line
    assert json.loads(line)["quote"][0]["text"] == "„\x1b[31m\u202eJa“"


def test_lines_are_one_object_each() -> None:
    statements = [made(ARTICLE, ["„Ja“"], number=1), made(ARTICLE, ["„nein.“"], number=2)]
    lines = list(json_lines(statements))
    assert [line.count("\n") for line in lines] == [1, 1]
    assert [json.loads(line) for line in lines] == [statement_json(found) for found in statements]


def test_documented_schema_is_that_of_the_model() -> None:
    documented = Path(__file__).parents[2] / "docs" / "statement.schema.json"
    assert json.loads(documented.read_text("utf-8")) == statement_schema()
