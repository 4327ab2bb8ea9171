"""On what condition: clauses, verbs that stand first, phrases, and what points back to a demand."""

import pytest

from tests.meaning.acts.articles import Said, judged, one
from wortlaut.types import Span


def of(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("quote", "condition", "consequence"),
    [
        ("die Fähre fahre, wenn das Eis breche", "wenn das Eis breche", "die Fähre fahre"),
        ("Wenn das Eis breche, fahre die Fähre", "Wenn das Eis breche", "fahre die Fähre"),
        ("falls das Eis breche, fahre die Fähre wieder", "falls das Eis breche", "fahre die Fähre wieder"),
        ("die Fähre fahre nur, sofern das Eis breche", "sofern das Eis breche", "die Fähre fahre nur"),
        ("Sollte das Eis brechen, werde sie fahren", "Sollte das Eis brechen", "werde sie fahren"),
        ("Wäre das Eis dicker, könnte man gehen", "Wäre das Eis dicker", "könnte man gehen"),
        ("die Fähre fahre, sollte das Eis brechen", "sollte das Eis brechen", "die Fähre fahre"),
        ("die Fähre fahre im Falle eines Eisbruchs", "im Falle eines Eisbruchs", "die Fähre fahre"),
        ("die Fähre fahre, es sei denn, es stürme", "es sei denn, es stürme", "die Fähre fahre"),
        ("die Fähre fahre, vorausgesetzt, das Eis breche", "vorausgesetzt, das Eis breche", "die Fähre fahre"),
        (
            "die Fähre fahre unter der Bedingung, dass das Eis breche",
            "unter der Bedingung, dass das Eis breche",
            "die Fähre fahre",
        ),
        (
            "die Fähre fahre, wenn das Eis, das so dick sei, endlich breche",
            "wenn das Eis, das so dick sei, endlich breche",
            "die Fähre fahre",
        ),
        (
            "sie bedaure den Glauben, dass die Fähre fahre, wenn das Eis breche",
            "wenn das Eis breche",
            "dass die Fähre fahre",
        ),
        (
            "sie habe eine Liste, in der die Fähre stehen müsse, wenn das Eis breche",
            "wenn das Eis breche",
            "in der die Fähre stehen müsse",
        ),
        (
            "sie hoffe, dass man plane, mit der Fähre zu fahren, wenn das Eis breche",
            "wenn das Eis breche",
            "dass man plane, mit der Fähre zu fahren",
        ),
        (
            "die Fähre müsse, weil es eile, heute fahren, wenn das Eis breche",
            "wenn das Eis breche",
            "die Fähre müsse, weil es eile, heute fahren",
        ),
    ],
)
def test_condition_and_consequence_are_parted(quote: str, condition: str, consequence: str) -> None:
    text = f"Adler sagte: {quote}."
    found = one(text, quote, "sagte").condition
    assert found is not None
    assert (of(text, found.spans), of(text, found.consequence), found.refers_to) == (condition, consequence, None)


@pytest.mark.parametrize(
    "quote",
    [
        "die Fähre sollte fahren",
        "auch wenn es stürme, fahre die Fähre",
        "wenn es um die Fähre geht, schweige sie",
        "sie melde sich, wenn sie zurückkehre",
        "die Fähre, die fahren sollte, sei leck",
        "Ist die Fähre leck, wenn es um Eis geht?",
        "es gebe sonst nichts zu sagen",
        "man helfe ohne Wenn und Aber",
        "man müsse solange warten, dass das Eis breche",
    ],
)
def test_not_everything_is_a_condition(quote: str) -> None:
    assert one(f"Adler sagte: {quote}.", quote, "sagte").condition is None


def test_condition_in_the_report_is_one_of_the_content() -> None:
    text = "Falls das Eis breche, kündigte Adler an, werde die Fähre fahren."
    found = one(text, "werde die Fähre fahren", "kündigte…an", "Falls das Eis breche, kündigte Adler an").condition
    assert found is not None
    assert (of(text, found.spans), of(text, found.consequence)) == ("Falls das Eis breche", "werde die Fähre fahren")


def test_otherwise_refers_to_the_demand_before() -> None:
    text = "Adler forderte, die Stadt müsse zahlen. Es sei genug. Andernfalls werde sie die Brücke sperren."
    found = judged(
        text,
        Said("die Stadt müsse zahlen", "forderte"),
        Said("Es sei genug", type="indirect_free_indirect"),
        Said("Andernfalls werde sie die Brücke sperren", type="indirect_free_indirect"),
    )[2].condition
    assert found is not None
    assert (of(text, found.spans), of(text, found.consequence), found.refers_to) == (
        "Andernfalls",
        "werde sie die Brücke sperren",
        "s0",
    )


def test_otherwise_without_anything_before_refers_to_nothing() -> None:
    text = "Andernfalls werde sie die Brücke sperren, sagte Adler."
    found = one(text, "Andernfalls werde sie die Brücke sperren", "sagte").condition
    assert found is not None
    assert found.refers_to is None


def test_named_precondition_is_the_condition_for_what_it_is_named_for() -> None:
    text = "Als Voraussetzung für eine Einigung nannte Adler erneut einen Umbau der Brücke."
    (found,) = judged(text, Said(text[:-1], speaker="Adler", type="reported"))
    assert found.condition is not None
    assert (of(text, found.condition.spans), of(text, found.condition.consequence), found.repeated) == (
        "einen Umbau der Brücke",
        "eine Einigung",
        True,
    )


def test_statement_inside_another_shares_the_condition_of_its_sentence() -> None:
    text = "Adler sagte, sie werde „alles sperren“, wenn die Stadt nicht zahle."
    found = judged(
        text,
        Said("sie werde „alles sperren“, wenn die Stadt nicht zahle", "sagte"),
        Said("„alles sperren“", "sagte", type="direct", parent=0),
    )
    assert [each.condition is not None and of(text, each.condition.spans) for each in found] == [
        "wenn die Stadt nicht zahle"
    ] * 2


def test_what_points_back_has_just_its_own_clause_as_consequence() -> None:
    quote = "man solle die Fähre räumen, da sie sonst sinke"
    found = one(f"Adler sagte: {quote}.", quote, "sagte").condition
    assert found is not None
    assert of(f"Adler sagte: {quote}.", found.consequence) == "da sie … sinke"
