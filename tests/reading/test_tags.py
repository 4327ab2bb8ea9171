from hypothesis import given
from hypothesis import strategies as st

from wortlaut.reading.tags import OUTSIDE, TAGS, TYPES, TaggedQuote, allowed, quotes_from_tags, tags_from_quotes
from wortlaut.types import StatementType, TokenRange

DIRECT, INDIRECT = StatementType.DIRECT, StatementType.INDIRECT


def quote(kind: StatementType, *ranges: tuple[int, int]) -> TaggedQuote:
    return TaggedQuote(kind, tuple(TokenRange(*bounds) for bounds in ranges))


@st.composite
def quote_lists(draw: st.DrawFn) -> tuple[list[TaggedQuote], int]:
    """Quotes that do not overlap, some split, never two parts of one quote side by side."""
    position = 0
    quotes: list[TaggedQuote] = []
    for _ in range(draw(st.integers(0, 5))):
        ranges: list[tuple[int, int]] = []
        for _ in range(draw(st.integers(1, 3))):
            start = position + draw(st.integers(1 if ranges else 0, 4))
            position = start + draw(st.integers(1, 6))
            ranges.append((start, position))
        quotes.append(quote(draw(st.sampled_from(TYPES)), *ranges))
    return quotes, position + draw(st.integers(0, 3))


@given(quote_lists())
def test_quotes_come_back_from_their_tags(case: tuple[list[TaggedQuote], int]) -> None:
    quotes, length = case
    assert quotes_from_tags(tags_from_quotes(quotes, length)) == quotes


@given(quote_lists())
def test_tags_of_quotes_are_an_allowed_path(case: tuple[list[TaggedQuote], int]) -> None:
    quotes, length = case
    tags = tags_from_quotes(quotes, length)
    assert all(allowed(before, after) for before, after in zip([OUTSIDE, *tags], tags, strict=False))


@given(st.lists(st.integers(0, TAGS - 1), max_size=30))
def test_any_tags_give_ordered_parts_over_exactly_the_tagged_tokens(tags: list[int]) -> None:
    quotes = quotes_from_tags(tags)
    covered = [token for one in quotes for part in one.ranges for token in range(part.start, part.end)]
    assert sorted(covered) == [token for token, tag in enumerate(tags) if tag != OUTSIDE]
    assert all(a.end < b.start for one in quotes for a, b in zip(one.ranges, one.ranges[1:], strict=False))


def test_a_quote_split_around_its_frame_is_one_quote_with_two_parts() -> None:
    split = quote(DIRECT, (0, 3), (5, 8))
    tags = tags_from_quotes([split, quote(INDIRECT, (9, 11))], 12)
    assert quotes_from_tags(tags) == [split, quote(INDIRECT, (9, 11))]


def test_going_on_without_a_beginning_is_not_allowed() -> None:
    inside_direct = tags_from_quotes([quote(DIRECT, (0, 2))], 2)[1]
    inside_indirect = tags_from_quotes([quote(INDIRECT, (0, 2))], 2)[1]
    assert not allowed(OUTSIDE, inside_direct)
    assert not allowed(inside_indirect, inside_direct)
    assert allowed(inside_direct, inside_direct)
    assert allowed(inside_direct, OUTSIDE)
