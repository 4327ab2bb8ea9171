from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.record.tables.packing import (
    map_bytes,
    pack_raw,
    pack_source_map,
    pack_spans,
    unpack_raw,
    unpack_source_map,
    unpack_spans,
)
from wortlaut.types import Run, SourceMap, Span

SPANS = st.tuples(st.integers(0, 10**7), st.integers(1, 10**6)).map(lambda pair: Span(pair[0], sum(pair)))
STEPS = st.lists(st.tuples(st.integers(1, 300), st.integers(0, 70_000), st.integers(0, 12)))


def source_map(steps: list[tuple[int, int, int]]) -> SourceMap:
    runs = []
    char = byte = 0
    for char_step, byte_step, width in steps:
        runs.append(Run(char, byte, width))
        char, byte = char + char_step, byte + byte_step
    return SourceMap(char, tuple(runs))


@given(st.lists(SPANS))
def test_spans_come_back_equal(spans: list[Span]) -> None:
    assert unpack_spans(pack_spans(spans)) == tuple(spans)


def test_spans_can_be_read_by_people() -> None:
    assert pack_spans([Span(71, 133), Span(150, 160)]) == "71-133 150-160"


@pytest.mark.parametrize("packed", ["7", "7-", "-7", "9-7", "a-b", "1-2  3-4", "1-2,3-4"])
def test_what_is_no_span_is_refused(packed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack_spans(packed)


@given(STEPS)
def test_source_maps_come_back_equal(steps: list[tuple[int, int, int]]) -> None:
    assert unpack_source_map(pack_source_map(source_map(steps))) == source_map(steps)


def spelled_out(number: int) -> list[int]:
    """Seven bits a byte, the lowest first, the top bit where more follow."""
    return [number] if number < 128 else [number % 128 + 128, *spelled_out(number // 128)]


@given(
    st.lists(st.tuples(st.integers(1, 150), st.integers(0, 150), st.integers(0, 4)))
    | st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60), st.just(1)))
)
def test_a_source_map_has_the_bytes_that_the_form_says(steps: list[tuple[int, int, int]]) -> None:
    numbers = [sum(chars for chars, _, _ in steps)]
    for (chars, byte_step, width_before), (_, _, width) in pairwise([(0, 0, 0), *steps]):
        skipped = byte_step - chars * width_before
        numbers += [chars, 2 * skipped if skipped >= 0 else -2 * skipped - 1, width]
    assert map_bytes(source_map(steps)) == bytes(byte for number in numbers for byte in spelled_out(number))


def test_a_source_map_of_german_text_is_small() -> None:
    steps = [step for _ in range(50) for step in ((33, 33, 1), (1, 2, 2))]
    assert len(pack_source_map(source_map(steps))) < 50


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        (b"no zlib at all", "compressed bytes are damaged"),
        (pack_raw(b""), "ends within a run"),
        (pack_raw(b"\x05\x00\x00"), "ends within a run"),
        (pack_raw(b"\x05\x80"), "ends within a number"),
    ],
)
def test_a_damaged_source_map_is_refused(packed: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        unpack_source_map(packed)


@given(st.binary())
def test_raw_bytes_come_back_equal(raw: bytes) -> None:
    assert unpack_raw(pack_raw(raw)) == raw
