import random
import time

import pytest

from tests.agreement.builder import coding, marked, said
from wortlaut.agreement import Alpha, Aspect, Coding, Measure, PairMeasure, compare
from wortlaut.errors import NotComparable
from wortlaut.types import Span, Statement, StatementType

TEXT = "„Wir bauen den Deich“, sagte Ilka Brons zu Jost Tamm. Tamm denkt, das sei zu teuer."
DEICH, TEUER = "„Wir bauen den Deich“", "das sei zu teuer"


def deich(number: int = 1, **changed: str) -> Statement:
    known = {
        "cue": "sagte",
        "speaker": "Ilka Brons",
        "addressee": "Jost Tamm",
        "frame": "sagte Ilka Brons zu Jost Tamm",
    }
    return said(number, TEXT, DEICH, **(known | changed))


def teuer(number: int = 2, **changed: str) -> Statement:
    known = {"type": "indirect", "medium": "thought", "cue": "denkt", "speaker": "Tamm"}
    return said(number, TEXT, TEUER, **(known | changed))


def two(first: list[Statement], second: list[Statement]) -> list[Coding]:
    return [coding("Ada", {"a1": (TEXT, first)}), coding("Ben", {"a1": (TEXT, second)})]


def test_readers_who_agree_in_all_have_one_everywhere() -> None:
    found = compare(two([deich(), teuer()], [deich(), teuer()]))
    assert (found.readers, found.articles, found.left_out) == (("Ada", "Ben"), 1, 0)
    numbers = {measure.aspect: (measure.units, measure.alpha.value) for measure in found.measures}
    assert numbers == {
        Aspect.STATEMENT: (2, None),
        Aspect.QUOTE: (4, 1.0),
        Aspect.CUE: (4, 1.0),
        Aspect.FRAME: (2, 1.0),
        Aspect.SPEAKER: (4, 1.0),
        Aspect.ADDRESSEE: (2, 1.0),
        Aspect.TYPE: (2, 1.0),
        Aspect.MEDIUM: (2, 1.0),
        Aspect.NESTED: (2, None),  # none is nested: nothing to disagree about
    }
    assert {(measure.agreement, measure.f1) for measure in found.measures} == {(1.0, 1.0)}
    assert (found.quote_and_type, found.type_of_shared) == (Alpha(1.0), Alpha(1.0))
    assert list(found.disagreements()) == []


def test_statement_that_one_reader_misses_counts_against_both_scores() -> None:
    found = compare(two([deich(), teuer()], [deich()]))
    assert found.of(Aspect.STATEMENT) == Measure(
        Aspect.STATEMENT, 2, Alpha(None), 1 / 2, 2 / 3, (PairMeasure("Ada", "Ben", None, 1 / 2, 2 / 3),)
    )
    quote = found.of(Aspect.QUOTE)
    length, missed, both = len(TEXT), len(TEUER), len(DEICH)
    assert quote.agreement == pytest.approx(1 - missed / length)
    assert quote.f1 == pytest.approx(2 * both / (2 * both + missed))
    gap = 2 * length - 2 * both - missed
    total = 2 * length
    by_chance = total * (total**2 - gap**2 - (total - gap) ** 2) / (total**2 - gap - 2 * both**2 - missed**2)
    assert quote.alpha.value == pytest.approx(1 - 2 * missed / by_chance)


def test_label_counts_on_the_units_that_both_have() -> None:
    found = compare(two([deich(), teuer()], [deich(type="reported"), teuer()]))
    type_ = found.of(Aspect.TYPE)
    # Values: direct, reported, indirect twice; 2 of 4 judgements meet another one; by chance 4 (16 - 6) / (16 - 4).
    value = 1 - 2 / (4 * 10 / 12)
    assert (type_.units, type_.agreement, type_.f1) == (2, 0.5, 0.5)
    assert type_.alpha.value == pytest.approx(value)
    assert type_.pairs == (PairMeasure("Ada", "Ben", type_.alpha.value, 0.5, 0.5),)
    assert found.of(Aspect.QUOTE).alpha.value == 1.0
    assert found.quote_and_type.value is not None
    assert found.quote_and_type.value < 1.0


def test_part_given_to_another_statement_agrees_in_place_but_not_in_f1() -> None:
    exchanged = two([deich(cue="sagte"), teuer(cue="denkt")], [deich(cue="denkt"), teuer(cue="sagte")])
    cue = compare(exchanged).of(Aspect.CUE)
    assert (cue.alpha.value, cue.agreement, cue.f1) == (1.0, 1.0, 0.0)


def test_part_that_nobody_marked_has_no_alpha_and_no_f1() -> None:
    found = compare(two([teuer()], [teuer()])).of(Aspect.ADDRESSEE)
    assert (found.units, found.alpha, found.agreement, found.f1) == (0, Alpha(None), 1.0, None)


def test_article_that_one_reader_coded_is_left_out_and_counted() -> None:
    codings = [
        coding("Ada", {"a1": (TEXT, [deich()]), "a2": ("Ja.", [])}),
        coding("Ben", {"a1": (TEXT, [deich()]), "a3": ("Nein.", [])}),
    ]
    found = compare(codings)
    assert (found.articles, found.left_out, [article.id for article in found.compared]) == (1, 2, ["a1"])


def test_article_coded_without_a_statement_counts_as_coded() -> None:
    found = compare(two([deich()], []))
    assert found.articles == 1
    assert found.of(Aspect.STATEMENT).f1 == 0.0
    value = found.of(Aspect.QUOTE).alpha.value
    assert value is not None
    assert value < 0


def test_nothing_in_common_gives_nothing() -> None:
    found = compare([coding("Ada", {"a1": (TEXT, [])}), coding("Ben", {"a2": (TEXT, [])})])
    assert (found.articles, found.left_out) == (0, 2)
    assert {(m.units, m.alpha, m.agreement, m.f1) for m in found.measures} == {(0, Alpha(None), None, None)}


def test_reader_who_coded_some_articles_counts_only_there() -> None:
    both = {"a1": (TEXT, [deich(), teuer()]), "a2": (TEXT, [deich(), teuer()])}
    codings = [coding("Ada", both), coding("Ben", both), coding("Cem", {"a2": (TEXT, [teuer()])})]
    found = compare(codings)
    statement = found.of(Aspect.STATEMENT)
    assert [(pair.first, pair.second, pair.f1) for pair in statement.pairs] == [
        ("Ada", "Ben", 1.0),
        ("Ada", "Cem", 2 / 3),
        ("Ben", "Cem", 2 / 3),
    ]
    assert found.of(Aspect.TYPE).units == 4
    length, missed, quoted = len(TEXT), len(DEICH), len(DEICH) + len(TEUER)
    # Five readings of the text. In the article that all three coded Cem's gap meets the others' quote: 2 of 3 pairs.
    total, in_quotes = 5 * length, 4 * quoted + len(TEUER)
    within = total - in_quotes + 4 * len(DEICH) ** 2 + 5 * len(TEUER) ** 2
    by_chance = total * (total**2 - in_quotes**2 - (total - in_quotes) ** 2) / (total**2 - within)
    assert found.of(Aspect.QUOTE).alpha.value == pytest.approx(1 - 2 * missed / by_chance)


def test_single_reader_cannot_be_compared() -> None:
    with pytest.raises(NotComparable, match="two readers or more, there is only 1"):
        compare([coding("Ada", {})])


def test_two_codings_of_one_name_cannot_be_compared() -> None:
    with pytest.raises(NotComparable, match="Two codings have the name 'Ada'"):
        compare([coding("Ada", {}), coding("Ben", {}), coding("Ada", {})])


@pytest.mark.parametrize(
    ("other", "place"),
    [("Das ist neu.", 8), ("Das ist alt", 11), ("Das ist alt. Ja.", 12)],
    ids=["word", "end", "more"],
)
def test_different_texts_of_one_article_are_an_error(other: str, place: int) -> None:
    codings = [coding("Ada", {"a1": ("Das ist alt.", [])}), coding("Ben", {"a1": (other, [])})]
    with pytest.raises(
        NotComparable, match=f"article a1 has another text with 'Ben' than with 'Ada', from character {place}"
    ):
        compare(codings)


def test_statement_behind_the_end_of_its_text_is_an_error() -> None:
    codings = [coding("Ada", {"a1": ("Ja.", [])}), coding("Ben", {"a1": ("Ja.", [marked(3, Span(0, 4))])})]
    with pytest.raises(
        NotComparable, match="statement s3 of 'Ben' ends at character 4, but the text of the article a1 has"
    ):
        compare(codings)


def generated(articles: int, readers: int, *, length: int, seed: int) -> list[Coding]:
    """Codings that share most statements, each reader with some of their own."""
    generator = random.Random(seed)
    text = "x" * length
    types = list(StatementType)
    codings: list[dict[str, tuple[str, list[Statement]]]] = [{} for _ in range(readers)]
    for article in range(articles):
        starts = range(0, length - 200, 400)
        for coded in codings:
            found = [
                marked(
                    number,
                    Span(start + generator.randrange(3), start + 150),
                    type=str(generator.choice(types)) if generator.random() < 0.2 else "indirect",
                    cue=(Span(start + 150, start + 155),),
                    frame=(Span(start + 150, start + 180),),
                    speakers=(Span(start + 160, start + 165 + generator.randrange(9)),),
                )
                for number, start in enumerate(starts)
                if generator.random() < 0.9
            ]
            coded[f"a{article}"] = (text, found)
    return [coding(f"reader {number}", coded) for number, coded in enumerate(codings)]


def test_thousand_articles_of_three_readers_take_less_than_ten_seconds() -> None:
    codings = generated(1000, 3, length=2000, seed=1)
    start = time.process_time()
    found = compare(codings)
    assert sum(1 for _ in found.disagreements()) > 1000
    assert time.process_time() - start < 10
    value, interval = found.of(Aspect.QUOTE).alpha.value, found.of(Aspect.QUOTE).alpha.interval
    assert value is not None
    assert interval is not None
    assert interval.low < value < interval.high < interval.low + 0.02
