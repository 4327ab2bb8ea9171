import csv
import io
import json
from dataclasses import replace

import pytest
from pydantic import ValidationError

from tests.export.events import CANCELLED, ENTRY, HEAD, TEXT
from wortlaut.export.event import (
    EVENT_COLUMNS,
    EventJson,
    event_csv_lines,
    event_json,
    event_line,
    event_schema,
)
from wortlaut.export.page import page
from wortlaut.types import EventEntry, Outcome

LATER: EventEntry = replace(ENTRY, told=(HEAD, CANCELLED), outcome=Outcome.CANCELLED, decided=(("verdict", 3),))


def test_an_event_is_one_object_with_all_that_articles_tell_of_it() -> None:
    made = event_json(LATER)
    told = made.pop("told")
    assert made == {
        "version": 1,
        "id": "e1",
        "kind": "meeting",
        "title": "Gipfel der Flussländer, Anstadt; am Hafen",
        "status": "cancelled",
        "from": "2025-12-03",
        "to": "2025-12-05",
        "rejected": False,
        "decided": {"verdict": 3},
    }
    assert [(each["id"], each["says"], each["announced"], each["article"]["id"]) for each in told] == [
        ("e1", "announced", True, "a1"),
        ("e2", "cancelled", False, "a2"),
    ]
    first = told[0]
    assert first["words"] == {"start": 0, "end": len(TEXT), "text": TEXT}
    assert first["who"] == [
        {
            "span": {"start": 60, "end": 75, "text": "der Flussländer"},
            "name": "Flussländer",
            "kind": "organisation",
            "actor": "organisation:fluss",
        }
    ]
    assert [each["text"] for each in first["agenda"]] == ["die Fähre"]
    assert [each["name"] for each in first["said_by"]] == ["Ada Brand"]
    assert (first["from"], first["to"], first["statement"]) == ("2025-12-03", "2025-12-05", "s1")


def test_what_is_written_is_what_the_schema_says() -> None:
    written = json.loads(event_line(LATER))
    assert EventJson.model_validate(written) == EventJson.of(LATER)
    schema = event_schema()
    assert set(written) == set(schema["properties"])
    assert set(written["told"][0]) == set(schema["$defs"]["TellingJson"]["properties"])
    with pytest.raises(ValidationError):
        EventJson.model_validate(written | {"more": 1})


def test_hidden_characters_are_written_out_in_json() -> None:
    line = event_line(replace(ENTRY, title="Gipfel\u202e"))
    assert line.isprintable() is False  # it ends in a line feed
    assert line.rstrip("\n").isprintable()
    assert json.loads(line)["title"] == "Gipfel\u202e"


def test_a_row_is_an_event_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(event_csv_lines([LATER, replace(ENTRY, title="=1+1")])))))
    assert tuple(rows[0]) == EVENT_COLUMNS
    assert rows[0] == {
        "id": "e1",
        "kind": "meeting",
        "status": "cancelled",
        "from": "2025-12-03",
        "to": "2025-12-05",
        "title": "Gipfel der Flussländer, Anstadt; am Hafen",
        "who": "Flussländer",
        "actors": "organisation:fluss",
        "where": "Anstadt",
        "agenda": "die Fähre",
        "said_by": "Ada Brand",
        "article": "a1",
        "published": "2025-11-27",
        "source": "Anstädter Bote",
        "url": "https://bote.example/gipfel?a=1,2;3",
        "words": TEXT,
        "tellings": "2",
        "last_told": "2025-12-01",
        "decided": "verdict",
    }
    assert rows[1]["title"] == "'=1+1"


def test_a_page_has_the_events_that_its_article_announces() -> None:
    made = page(HEAD.article, (), events=(replace(ENTRY, title="Gipfel <b>&"),), language="de")
    section = made[made.index('<section class="events"') : made.index("</section>")]
    assert "Angekündigte Ereignisse" in section
    assert "<b>Gipfel &lt;b&gt;&amp;</b><br>Mi 2025-12-03 – Fr 2025-12-05 · steht bevor" in section
    assert f"<q>{TEXT}</q>" in section
    assert "<section" not in page(HEAD.article, (), language="de")
