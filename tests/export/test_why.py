import json
from typing import get_args, get_type_hints

import pytest

from tests.builder import head, place
from tests.meaning.who.articles import statement
from tests.saying import DAM
from wortlaut.export.why import PartyWhyJson, WhyJson, WordingJson, why_json, why_line, why_schema
from wortlaut.language import analyse
from wortlaut.meaning.who import attribute
from wortlaut.meaning.who.explaining import Gender, How, Outcome, explain
from wortlaut.meaning.who.phrases import Form
from wortlaut.service.evidence import PartyWhy, Why
from wortlaut.service.meaning import Links
from wortlaut.types import Found, Party


def why_of(text: str, quote: str, mention: str | None) -> Why:
    """Why the statement with that quote is whose it is, alone in its article."""
    article = head(text)
    speaker = () if mention is None else (Party((place(text, mention),), 0.9),)
    made = statement(text, quote, speaker)
    document = analyse(text)
    explained = explain(document, [made], made.id, published=article.published)
    (stored,) = attribute(document, [made], published=article.published)
    parties = tuple(PartyWhy(each, Links((), text, article.published).linked(each.party)) for each in explained)
    return Why(Found(made, article, attribution=stored), parties, (), stored, "1 ab", "1 ab")


def test_object_has_all_that_led_to_the_party() -> None:
    made = why_json(why_of(DAM, "„Wir messen täglich“", "der Kanalmeister"))
    (party,) = made["parties"]
    assert (made["version"], made["id"], made["standing"], made["differs"], made["decided"]) == (
        1,
        "s0",
        "found",
        False,
        [],
    )
    assert made["quote"] == [{"start": 104, "end": 124, "text": "„Wir messen täglich“"}]
    assert (party["role"], party["how"], party["way"], party["outcome"]) == (
        "speaker",
        "choice",
        "description",
        "named",
    )
    assert party["wording"] == {
        "words": {"start": 132, "end": 148, "text": "der Kanalmeister"},
        "head": {"start": 136, "end": 148, "text": "Kanalmeister"},
        "form": "noun",
        "agrees": ["masculine"],
        "definite": True,
        "of_utterance": False,
    }
    assert party["party"]["name"] == "Kurt Wiesengrund"
    assert party["party"]["actor"] == party["link"]["actor"]
    assert (party["name_from"]["text"], party["office_from"]["text"]) == ("Kurt Wiesengrund", "Kanalmeister")
    assert party["agrees"] == ["masculine"]
    best, *others = party["choosing"]["candidates"]
    assert (best["name"], best["mention"]["text"], best["itself"]) == ("Kurt Wiesengrund", "Kurt Wiesengrund", False)
    shares = [best["share"], *(each["share"] for each in others), party["choosing"]["nobody"]]
    assert sum(shares) == pytest.approx(1, abs=0.001)
    points = sum(each["points"] for each in best["features"])
    assert points == pytest.approx(best["score"], abs=0.001)
    assert all(each["points"] == pytest.approx(each["value"] * each["weight"], abs=0.001) for each in best["features"])


def test_statement_without_a_mention_has_no_words() -> None:
    (party,) = why_json(why_of(DAM, "„Die Fugen sind offen.“", None))["parties"]
    assert (party["wording"], party["mention_confidence"], party["way"]) == (None, None, "empty")


def test_line_is_one_object_that_the_model_takes_back() -> None:
    made = why_of(DAM, "„Der Damm hält“", "er.")
    line = why_line(made)
    assert line.endswith("}\n")
    assert "\n" not in line[:-1]
    assert WhyJson.model_validate(json.loads(line)) == WhyJson.of(made)


def test_hidden_characters_are_written_out() -> None:
    text = "Kurt Wiesen\u202egrund kam. „Es eilt“, sagte Kurt Wiesen\u202egrund."
    line = why_line(why_of(text, "„Es eilt“", "Kurt Wiesen\u202egrund"))
    assert "\u202e" not in line
    assert "\\u202e" in line


def test_model_knows_the_terms_of_the_stage() -> None:
    party, wording = get_type_hints(PartyWhyJson), get_type_hints(WordingJson)
    assert set(get_args(party["how"])) == set(How)
    assert set(get_args(party["outcome"])) == set(Outcome)
    assert set(get_args(wording["form"])) == {form.name.lower() for form in Form}
    assert set(get_args(get_args(wording["agrees"])[0])) == set(Gender)


def test_schema_is_of_the_object() -> None:
    schema = why_schema()
    assert set(schema["required"]) <= set(schema["properties"]) == set(why_json(why_of(DAM, "„Der Damm hält“", None)))
