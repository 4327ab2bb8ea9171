from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement.builder import coding, marked
from wortlaut.agreement import Agreement, Aspect, Coding, compare
from wortlaut.types import Medium, Part, Span, Statement, StatementType

LENGTH = 60
READERS = 3


@st.composite
def statements(draw: st.DrawFn, number: int) -> Statement:
    start = draw(st.integers(0, LENGTH - 8))
    end = draw(st.integers(start + 1, min(LENGTH, start + 25)))
    cue = draw(st.integers(0, LENGTH - 4))
    return marked(
        number,
        Span(start, end),
        type=draw(st.sampled_from([StatementType.DIRECT, StatementType.INDIRECT])),
        medium=draw(st.sampled_from([Medium.SPEECH, Medium.WRITING])),
        cue=(Span(cue, cue + 4),),
        **({"parent": 0} if number and draw(st.booleans()) else {}),
    )


def articles() -> st.SearchStrategy[list[list[list[Statement]]]]:
    """Of up to four articles the statements of each of the readers."""
    found = st.integers(0, 4).flatmap(
        lambda count: st.tuples(*(statements(number) for number in range(count))).map(list)
    )
    return st.lists(st.lists(found, min_size=READERS, max_size=READERS), min_size=1, max_size=4)


def codings(found: Sequence[Sequence[Sequence[Statement]]], order: Sequence[int]) -> list[Coding]:
    return [
        coding(
            f"reader {reader}",
            {f"a{number}": ("x" * LENGTH, coded[reader]) for number, coded in enumerate(found)},
        )
        for reader in order
    ]


def numbers(found: Agreement) -> list[float]:
    """Every number of the result, NaN where there is none."""
    values = [value for each in found.measures for value in (each.units, each.alpha.value, each.agreement, each.f1)]
    values += [found.quote_and_type.value, found.type_of_shared.value]
    return [np.nan if value is None else value for value in values]


def close(first: Agreement, second: Agreement) -> None:
    assert numbers(second) == pytest.approx(numbers(first), rel=1e-9, abs=1e-9, nan_ok=True)


@settings(deadline=None, max_examples=60)
@given(found=articles())
def test_reader_compared_with_itself_agrees_perfectly(found: list[list[list[Statement]]]) -> None:
    first, *_ = codings(found, range(READERS))
    result = compare([first, Coding("again", first.articles)], resamples=1)
    assert {measure.alpha.value for measure in result.measures} <= {1.0, None}
    assert {measure.agreement for measure in result.measures} <= {1.0, None}
    assert {measure.f1 for measure in result.measures} <= {1.0, None}
    assert {result.quote_and_type.value, result.type_of_shared.value} <= {1.0, None}
    assert list(result.disagreements()) == []


@settings(deadline=None, max_examples=60)
@given(found=articles(), order=st.permutations(range(READERS)))
def test_order_of_the_readers_makes_no_difference(found: list[list[list[Statement]]], order: list[int]) -> None:
    close(
        compare(codings(found, range(READERS)), resamples=1),
        compare(codings(found, order), resamples=1),
    )


def shifted(statement: Statement, by: int) -> Statement:
    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    return Statement(
        f"{statement.id}-{by}",
        statement.article_id,
        statement.type,
        statement.medium,
        moved(statement.quote),
        Part(moved(statement.cue.spans), 0.5),
        statement.frame,
        statement.speakers,
        statement.addressees,
        statement.parent,
        statement.confidence,
        statement.made_by,
    )


@settings(deadline=None, max_examples=60)
@given(found=articles())
def test_one_long_article_is_worth_as_much_as_its_pieces(found: list[list[list[Statement]]]) -> None:
    starts = list(accumulate([0] + [LENGTH] * (len(found) - 1)))
    joined = [
        coding(
            f"reader {reader}",
            {
                "all": (
                    "x" * LENGTH * len(found),
                    [
                        shifted(statement, start)
                        for start, coded in zip(starts, found, strict=True)
                        for statement in coded[reader]
                    ],
                )
            },
        )
        for reader in range(READERS)
    ]
    close(compare(codings(found, range(READERS)), resamples=1), compare(joined, resamples=1))


def at_random(generator: np.random.Generator, articles: int, length: int, *, typed: Sequence[StatementType]) -> Coding:
    """Articles on which quotes of random length stand at random places, of random types."""
    found = {}
    for number in range(articles):
        cuts = np.sort(generator.choice(length, size=12, replace=False))
        found[f"a{number}"] = (
            "x" * length,
            [
                marked(index, Span(int(start), int(end)), type=str(generator.choice(list(typed))))
                for index, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=True))
            ],
        )
    return coding(f"reader {generator.integers(10**9)}", found)


def test_readers_who_throw_dice_have_an_alpha_near_zero() -> None:
    generator = np.random.default_rng(5)
    results = [
        compare([at_random(generator, 40, 600, typed=list(StatementType)) for _ in range(3)], resamples=1)
        for _ in range(5)
    ]
    for values in (
        [result.of(Aspect.QUOTE).alpha.value for result in results],
        [result.quote_and_type.value for result in results],
        [result.type_of_shared.value for result in results],
        [result.of(Aspect.TYPE).alpha.value for result in results],
    ):
        assert abs(np.mean(np.array(values, dtype=np.float64))) < 0.04, values


def test_interval_covers_the_value_of_all_articles_nearly_as_often_as_it_says() -> None:
    generator = np.random.default_rng(6)
    types = [StatementType.DIRECT, StatementType.INDIRECT]
    first, second = (at_random(generator, 500, 300, typed=types) for _ in range(2))
    # The second reader agrees in every other article.
    mixed = Coding(
        "mixed",
        {article: (first if number % 2 else second).articles[article] for number, article in enumerate(first.articles)},
    )
    whole = compare([first, mixed], resamples=1).of(Aspect.QUOTE).alpha.value
    assert whole is not None
    covered = 0
    samples = 30
    for _ in range(samples):
        chosen = [f"a{number}" for number in generator.choice(500, size=40, replace=False)]
        sample = [Coding(each.name, {article: each.articles[article] for article in chosen}) for each in (first, mixed)]
        interval = compare(sample, resamples=200).of(Aspect.QUOTE).alpha.interval
        assert interval is not None
        covered += interval.low <= whole <= interval.high
    assert covered >= 0.85 * samples
