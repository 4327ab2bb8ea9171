"""Mapped text: edits carry the bytes along, however they are stacked."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.types import ByteRange, Run, SourceMap, Span


def of(text: str) -> Mapped:
    """A text whose bytes are its UTF-8."""
    return Mapped.from_widths(text, np.array([len(sign.encode()) for sign in text], dtype=np.int32))


def ranges(mapped: Mapped) -> list[tuple[int, int]]:
    return list(zip(mapped.starts.tolist(), mapped.ends.tolist(), strict=True))


def test_an_edit_gives_all_its_bytes_to_its_first_character() -> None:
    mapped = of("aäöb").edited([Edit(1, 3, "xyz")])
    assert (mapped.text, ranges(mapped)) == ("axyzb", [(0, 1), (1, 5), (5, 5), (5, 5), (5, 6)])


def test_edits_side_by_side_at_both_ends_and_empty_ones_fit_together() -> None:
    mapped = of("abcdef").edited([Edit(0, 1, ""), Edit(1, 2, "X"), Edit(2, 4, ""), Edit(4, 5, "YZ"), Edit(5, 6, "")])
    assert (mapped.text, ranges(mapped)) == ("XYZ", [(1, 2), (4, 5), (5, 5)])


def test_edits_on_edits_lead_to_the_first_bytes() -> None:
    mapped = of("a&amp;lt;b").edited([Edit(1, 6, "&")]).edited([Edit(1, 5, "<")])
    assert (mapped.text, ranges(mapped)) == ("a<b", [(0, 1), (1, 9), (9, 10)])


def test_a_text_can_be_edited_away() -> None:
    mapped = of("ab").edited([Edit(0, 2, "")])
    assert (mapped.text, ranges(mapped), mapped.source_map()) == ("", [], SourceMap(0, ()))


def test_the_map_is_packed_into_runs() -> None:
    mapped = of("abäöc").edited([Edit(1, 2, "")])
    assert mapped.source_map() == SourceMap(4, (Run(0, 0, 1), Run(1, 2, 2), Run(3, 6, 1)))
    assert mapped.source_map().byte_range(Span(0, 2)) == ByteRange(0, 4)


@st.composite
def edit_lists(draw: st.DrawFn, length: int) -> list[Edit]:
    borders = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = list(pairwise(borders))
    chosen = [pair for pair in pairs if draw(st.booleans())]
    return [Edit(start, end, draw(st.text(max_size=3))) for start, end in chosen]


@given(st.text(max_size=30), st.data())
def test_edits_do_what_a_slow_plain_version_does(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "replace").decode()
    mapped = of(text)
    plain = list(zip(text, ranges(mapped), strict=True))
    for _ in range(2):
        edits = data.draw(edit_lists(len(plain)))
        mapped = mapped.edited(edits)
        for start, end, new in reversed(edits):
            first, last = plain[start][1][0], plain[end - 1][1][1]
            plain[start:end] = [(sign, (last if at else first, last)) for at, sign in enumerate(new)]
    assert (mapped.text, ranges(mapped)) == ("".join(sign for sign, _ in plain), [place for _, place in plain])
    packed = mapped.source_map()
    assert [packed.char_bytes(at) for at in range(len(plain))] == [ByteRange(*place) for _, place in plain]
