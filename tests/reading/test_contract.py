from dataclasses import replace
from typing import Any

import pytest

from tests.builder import MADE_BY
from tests.reading.texts import article_of
from wortlaut.errors import ContractBroken
from wortlaut.reading.contract import checked, described
from wortlaut.types import (
    Confidence,
    Medium,
    Part,
    Party,
    Span,
    Statement,
    StatementType,
    statement_id,
)

TEXT = "„Wir ‚bleiben‘“, sagte Ada Löhn.  „Hier“, rief Bo."
ARTICLE = article_of(TEXT)


def statement(*quote: Span, ordinal: int = 0, **parts: Any) -> Statement:
    values: dict[str, Any] = {
        "id": statement_id(ARTICLE, quote, ordinal),
        "article_id": ARTICLE.id,
        "type": StatementType.DIRECT,
        "medium": Medium.SPEECH,
        "quote": quote,
        "cue": Part((Span(17, 22),), 0.5),
        "frame": Part(),
        "speakers": (Party((Span(23, 31),), 1.0),),
        "addressees": (),
        "parent": None,
        "confidence": Confidence(quote=1, type=0.0, medium=0.25),
        "made_by": MADE_BY,
    }
    return Statement(**(values | parts))


OUTER = statement(Span(0, 15))
INNER = statement(Span(5, 14), parent=OUTER.id)
LAST = statement(Span(34, 40), cue=Part(), speakers=())


def broken(found: object) -> ContractBroken:
    with pytest.raises(ContractBroken) as caught:
        checked(ARTICLE, found, MADE_BY)
    assert caught.value.values["reader"] == "toy"
    assert caught.value.values["article"] == ARTICLE.id
    assert caught.value.text("de").startswith(f"Der Leser toy hielt sich beim Artikel {ARTICLE.id} nicht an")
    return caught.value


def test_what_keeps_to_the_contract_comes_back_as_a_tuple() -> None:
    assert checked(ARTICLE, [OUTER, INNER, LAST], MADE_BY) == (OUTER, INNER, LAST)
    assert checked(ARTICLE, (), MADE_BY) == ()


def test_the_same_quote_twice_has_two_ordinals() -> None:
    again = statement(Span(0, 15), ordinal=1, type=StatementType.INDIRECT)
    assert checked(ARTICLE, (OUTER, again), MADE_BY) == (OUTER, again)
    assert broken((OUTER, replace(again, id=OUTER.id))).code == "broken_id"


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (None, "broken_list"),
        ("text", "broken_list"),
        (iter((OUTER,)), "broken_list"),
        ((None,), "broken_statement"),
        ((OUTER, {"id": "s1"}), "broken_statement"),
        ((INNER, OUTER), "broken_parent"),
        ((LAST, OUTER), "broken_order"),
        ((replace(OUTER, parent=OUTER.id),), "broken_parent"),
        ((OUTER, replace(LAST, parent=OUTER.id)), "broken_outside"),
        ((replace(OUTER, id="s1"),), "broken_id"),
        ((OUTER, OUTER), "broken_id"),
        ((replace(OUTER, article_id="a0"),), "broken_field"),
        ((replace(OUTER, made_by=replace(MADE_BY, version="2")),), "broken_field"),
        ((statement(),), "broken_empty"),
        ((statement(Span(32, 34)),), "broken_blank"),
        ((statement(Span(40, len(TEXT) + 1)),), "broken_reach"),
        ((statement(Span(5, 9), Span(0, 4)),), "broken_pieces"),
        ((statement(Span(0, 9), Span(8, 12)),), "broken_pieces"),
    ],
)
def test_what_no_reader_may_give_is_refused(found: object, code: str) -> None:
    assert broken(found).code == code


@pytest.mark.parametrize(
    ("part", "code", "field"),
    [
        ({"type": "direct"}, "broken_field", "type"),
        ({"medium": None}, "broken_field", "medium"),
        ({"quote": [Span(0, 15)]}, "broken_field", "quote"),
        ({"quote": ((0, 15),)}, "broken_field", "quote"),
        ({"quote": (Span(0, 15.0),)}, "broken_field", "quote"),  # type: ignore[arg-type]  # as a plug-in may have it
        ({"quote": (Span(False, True),)}, "broken_field", "quote"),
        ({"cue": (Span(17, 22),)}, "broken_field", "cue"),
        ({"cue": Part((Span(17, 99),), 0.5)}, "broken_reach", "cue"),
        ({"frame": Part((Span(3, 9), Span(3, 9)), 0.5)}, "broken_pieces", "frame"),
        ({"frame": Part((), 1.5)}, "broken_confidence", "frame"),
        ({"speakers": (Span(23, 31),)}, "broken_field", "speakers"),
        ({"speakers": (Party((), 0.5),)}, "broken_empty", "speakers"),
        ({"addressees": (Party((Span(1, 2),), float("nan")),)}, "broken_confidence", "addressees"),
        ({"addressees": (Party((Span(98, 99),), 0.5),)}, "broken_reach", "addressees"),
        ({"confidence": 0.5}, "broken_field", "confidence"),
        ({"confidence": Confidence(quote=0.5, type=-0.1, medium=0.5)}, "broken_confidence", "type"),
        ({"confidence": Confidence(quote=0.5, type=0.5, medium="0.5")}, "broken_confidence", "medium"),  # type: ignore[arg-type]
    ],
)
def test_a_part_that_cannot_be_is_refused_with_its_field(part: dict[str, Any], code: str, field: str) -> None:
    error = broken((replace(OUTER, **part),))
    assert (error.code, error.values["field"]) == (code, field)


def test_no_message_quotes_a_whole_text() -> None:
    assert len(broken(TEXT * 100).text()) < 300
    assert len(broken((replace(OUTER, id=TEXT * 100),)).text()) < 400


@pytest.mark.parametrize(
    ("value", "words"), [(None, "None"), (1.5, "1.5"), ([1], "a list"), ("x" * 200, "'" + "x" * 79 + "…")]
)
def test_foreign_value_is_told_in_few_words(value: object, words: str) -> None:
    assert described(value) == words
