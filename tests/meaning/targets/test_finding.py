"""Whom or what statements are directed at, of invented people."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.meaning.acts.articles import Said, spans, statements
from wortlaut.language import analyse
from wortlaut.meaning.targets import Directed, targets
from wortlaut.meaning.targets.choosing import Choice, Weights, choose, weights_of
from wortlaut.meaning.targets.finding import chosen_by
from wortlaut.meaning.targets.view import View, options
from wortlaut.meaning.who import attribute
from wortlaut.types import Act, Party, PartyKind, ResolvedParty

ACCUSED = (
    "Bürgermeisterin Anna Brodersen sprach im Rat. Jan Tamm warf Anna Brodersen vor, Fördergeld unterschlagen zu haben."
)
SAID = Said("Fördergeld unterschlagen zu haben", "warf…vor", "Jan Tamm warf Anna Brodersen vor", "Jan Tamm")


def asked(text: str, acts: Mapping[str, Act], *said: Said, addressee: str = "", answers: str | None = None) -> Directed:
    made = statements(text, said)
    if addressee:
        mention = spans(text, addressee, after=text.index("warf"))
        made = (replace(made[0], addressees=(Party(mention, 0.9),)), *made[1:])
    document = analyse(text)
    answered = {each.id: answers if each is made[-1] else None for each in made}
    return Directed(document, made, tuple(attribute(document, made)), acts, answered)


def names(parties: tuple[tuple[ResolvedParty, ...], ...]) -> list[str | None]:
    return [each[0].name if each else None for each in parties]


def seen(question: Directed, choosing: Callable[[View], str | None]) -> list[str | None]:
    """What is chosen where each choice is made by a name, for the statements in their order."""

    def by_name(view: View) -> Choice:
        wanted = choosing(view)
        return Choice(next((each for each in options(view) if each.name == wanted), None), 1.0)

    chosen = chosen_by(question, by_name)[1]
    made = [chosen[each.id].option for each in question.statements]
    return [None if option is None else option.name for option in made]


def test_the_accused_is_named_in_full_where_the_article_mentions_her() -> None:
    text = ACCUSED.replace("warf Anna Brodersen vor", "warf Brodersen vor")
    said = replace(SAID, frame="Jan Tamm warf Brodersen vor")
    question = asked(text, {"s0": Act.ACCUSE}, said, addressee="…Brodersen vor".split(maxsplit=1)[0])
    ((party,),) = targets(question)
    assert (party.kind, party.name, party.office) == (PartyKind.PERSON, "Anna Brodersen", "Bürgermeisterin")
    assert [span.of(text) for span in party.mention] == ["Brodersen"]
    assert 0.3 <= party.confidence <= 1


def test_a_thing_that_is_criticised_stands_in_the_nominative() -> None:
    text = "Die Gewerkschaft kritisierte den geplanten Stellenabbau."
    ((party,),) = targets(
        asked(text, {"s0": Act.CRITICISE}, Said(text[:-1], type="reported", speaker="Die Gewerkschaft"))
    )
    assert (party.kind, party.name) == (PartyKind.THING, "der geplante Stellenabbau")
    assert [span.of(text) for span in party.mention] == ["den geplanten Stellenabbau"]


def test_an_act_that_is_directed_at_nobody_has_no_target() -> None:
    assert targets(asked(ACCUSED, {"s0": Act.ANNOUNCE}, SAID, addressee="Anna Brodersen")) == ((),)


def test_what_is_likely_but_unsure_is_not_told() -> None:
    question = asked(ACCUSED, {"s0": Act.ACCUSE}, SAID, addressee="Anna Brodersen")
    assert names(targets(question, weights=Weights({"addressee": 9.0}))) == ["Anna Brodersen"]
    assert names(targets(question, weights=Weights({}))) == [None]
    assert names(targets(question, weights=Weights({"none": 9.0}))) == [None]


def test_a_statement_inside_another_has_the_target_of_that_one() -> None:
    text = "Der Rat sei „eine Schande für Anstadt“, sagte Jan Tamm."
    outer = Said("Der Rat sei „eine Schande für Anstadt“", "sagte", "sagte Jan Tamm", "Jan Tamm")
    inner = replace(outer, quote="„eine Schande für Anstadt“", parent=0)
    question = asked(text, {"s0": Act.CRITICISE, "s1": Act.CRITICISE}, outer, inner)
    asked_of: list[str] = []

    def choosing(view: View) -> str:
        asked_of.append(view.each.statement.id)
        return "Rat"

    assert seen(question, choosing) == ["Rat", "Rat"]
    assert asked_of == ["s0"]


def test_who_is_answered_may_be_the_target() -> None:
    text = f"{ACCUSED} Das sei gelogen, sagte Brodersen."
    reply = Said("Das sei gelogen", "sagte", ", sagte Brodersen", "Brodersen")
    question = asked(text, {"s0": Act.ACCUSE, "s1": Act.DENY}, SAID, reply, answers="s0")
    views: dict[str, View] = {}

    def choosing(view: View) -> str | None:
        views[view.each.statement.id] = view
        return "Anna Brodersen" if view.act is Act.ACCUSE else None

    seen(question, choosing)
    answered = views["s1"].answered
    assert answered is not None
    assert [each.name for each in answered.speakers] == ["Jan Tamm"]
    assert answered.target is not None
    assert answered.target.name == "Anna Brodersen"
    weights = Weights({"answered": 9.0})
    assert names(targets(question, weights=weights))[1] == "Jan Tamm"


def test_what_stands_in_a_genitive_may_be_the_target_too() -> None:
    text = "Jan Tamm forderte den Rücktritt der Ministerin."
    said = Said(text[:-1], type="reported", speaker="Jan Tamm")
    found: list[str] = []

    def choosing(view: View) -> None:
        found.extend(each.name for each in options(view))

    seen(asked(text, {"s0": Act.DEMAND}, said), choosing)
    assert {"der Rücktritt der Ministerin", "die Ministerin", "Jan Tamm"} <= set(found)


def test_choice_is_shared_by_all_that_may_be_meant() -> None:
    question = asked(ACCUSED, {"s0": Act.ACCUSE}, SAID, addressee="Anna Brodersen")
    shares: list[float] = []

    def choosing(view: View) -> None:
        shares.append(choose(view, Weights({})).confidence * (len(options(view)) + 1))

    seen(question, choosing)
    assert [round(share, 6) for share in shares] == [1.0]


def test_weights_are_read_without_comments() -> None:
    assert weights_of(["# ein Satz", "", "none\t-0.5", "demand: addressee\t1.25"]) == Weights(
        {"none": -0.5, "demand: addressee": 1.25}
    )
