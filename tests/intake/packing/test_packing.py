"""Packed data: found by content, several times, in several members, cut off, damaged, within the budget."""

import bz2
import gzip
import io
import lzma
import random
import struct
import zlib

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest
import zstandard

from tests.generated.archives import PACKERS
from tests.intake.maps import in_short, taken
from wortlaut.intake.budget import MAX_DEPTH, Budget
from wortlaut.intake.streams import Stream, opened
from wortlaut.types import Article, Origin, Reason, Rejected

LINES = "".join(f'{{"text": "Satz {number} von {number * 7919 % 1000}."}}\n' for number in range(5000)).encode()
WHOLE = [f"Satz {number} von {number * 7919 % 1000}." for number in range(5000)]
SIGNED = [ending for ending in PACKERS if ending != ".br"]


def texts(raw: bytes, name: str = "x") -> list[str]:
    return [in_short(item) for item in taken(raw, name)]


def why(raw: bytes, name: str = "x") -> Reason | None:
    last = taken(raw, name)[-1]
    assert isinstance(last, Rejected)
    return last.why


@pytest.mark.parametrize("ending", SIGNED)
def test_packed_data_are_found_by_content_and_the_form_inside_them_too(ending: str) -> None:
    packed = PACKERS[ending](b'{"text": "Eins."}\n{"text": "Zwei."}')
    found = taken(packed, "a.txt")
    assert [(item.text, item.raw, item.origin) for item in found if isinstance(item, Article)] == [
        ("Eins.", b'{"text": "Eins."}', Origin("a.txt", record=1, line=1, byte=0)),
        ("Zwei.", b'{"text": "Zwei."}', Origin("a.txt", record=2, line=2, byte=18)),
    ]


def test_brotli_is_found_by_its_name_or_where_bytes_that_are_nothing_else_unpack_to_text() -> None:
    packed = brotli.compress(b"".join(LINES.splitlines(keepends=True)[:300]))
    assert (texts(packed, "a.jsonl.br"), texts(packed, "a.jsonl")) == (WHOLE[:300], WHOLE[:300])


def test_short_brotli_that_looks_like_text_is_found_by_its_name() -> None:
    assert texts(brotli.compress(b"Ein kurzer Text."), "a.txt.br") == ["Ein kurzer Text."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_short_brotli_is_found_by_its_name_in_every_encoding_and_cut(encoding: str) -> None:
    chance = random.Random(1)
    for _ in range(300):
        text = " ".join(chance.choice(("Der Rat", "tagte.", "Örlingen", "R&D", "„so“", "52")) for _ in range(20))
        packed = brotli.compress(text.encode(encoding))
        assert texts(packed, "a.txt.br") == [text]
        assert texts(packed[: chance.randrange(4, len(packed))], "a.txt.br") == ["(packed_truncated)"]


def test_a_text_whose_name_only_says_brotli_is_read_as_it_is() -> None:
    assert texts(b"Das war schon entpackt, nur der Name nicht.", "a.txt.br") == [
        "Das war schon entpackt, nur der Name nicht."
    ]


def test_random_bytes_are_not_taken_for_brotli() -> None:
    assert texts(bytes(range(128, 256)) + bytes(range(32)) * 9) == ["(binary_unknown)"]


@pytest.mark.parametrize("outer", PACKERS)
@pytest.mark.parametrize("inner", PACKERS)
def test_what_is_packed_twice_is_unpacked_twice(inner: str, outer: str) -> None:
    lines = b"".join(LINES.splitlines(keepends=True)[:300])
    assert texts(PACKERS[outer](PACKERS[inner](lines)), f"a.jsonl{inner}{outer}") == WHOLE[:300]


@pytest.mark.parametrize("ending", SIGNED)
def test_members_that_follow_each_other_are_one_text(ending: str) -> None:
    pack = PACKERS[ending]
    assert texts(pack(b"Eins ") + pack(b"") + pack(b"zwei ") + pack(b"drei.")) == ["Eins zwei drei."]


def test_padding_between_and_behind_gzip_members_is_passed_over() -> None:
    members = gzip.compress(b"Eins ") + b"\0" * 5000 + gzip.compress(b"zwei.") + b"\0" * 7
    assert texts(members) == ["Eins zwei."]


def test_many_small_members_are_read_whole() -> None:
    members = b"".join(PACKERS[".bz2"](line) for line in LINES.splitlines(keepends=True)[:300])
    assert texts(members) == WHOLE[:300]


def test_the_name_counts_without_the_endings_of_packings() -> None:
    for ending, pack in PACKERS.items():
        (item,) = taken(pack(b"Ein **Wort** und noch eines"), f"a.md{ending}")
        assert isinstance(item, Article)
        assert (item.form, item.text) == ("markdown", "Ein Wort und noch eines")


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_truncated_packed_json_lines_keep_whole_lines_and_it_is_said(share: float, ending: str) -> None:
    packed = PACKERS[ending](LINES)
    found = texts(packed[: int(len(packed) * share)], f"a.jsonl{ending}")
    assert (found[-1], found[:-1]) == ("(packed_truncated)", WHOLE[: len(found) - 1])


def test_what_stands_before_the_cut_in_gzip_is_had() -> None:
    packed = gzip.compress(LINES, mtime=0)
    assert len(texts(packed[: len(packed) // 2])) > 1250


@pytest.mark.parametrize("ending", SIGNED)
def test_damaged_packed_data_keep_what_came_before(ending: str) -> None:
    packed = bytearray(PACKERS[ending](LINES) + PACKERS[ending](LINES))
    packed[-len(packed) // 4] ^= 0xFF
    found = texts(bytes(packed))
    assert (found[-1], found[:5000]) == ("(packed_damaged)", WHOLE)


def test_damaged_gzip_of_json_keeps_what_came_before() -> None:
    packed = bytearray(gzip.compress(b"[" + LINES.strip().replace(b"\n", b",\n") + b"]", mtime=0))
    packed[len(packed) // 2] ^= 0xFF
    *kept, last = texts(bytes(packed))
    assert last == "(packed_damaged)"
    assert "Satz 1000 von 0." in kept


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("cut", [12, -1])
def test_a_truncated_text_is_refused(cut: int, ending: str) -> None:
    packed = PACKERS[ending](b"Ein Text, der lang genug ist, und in dem immer etwas anderes steht: 8, 17, 25.")
    assert texts(packed[:cut], f"a.txt{ending}") == ["(packed_truncated)"]


@pytest.mark.parametrize("ending", SIGNED)
def test_something_else_behind_packed_data_is_said(ending: str) -> None:
    assert texts(PACKERS[ending](b'{"text": "Eins."}\n{"text": "Zwei."}\n') + b"Rest") == [
        "Eins.",
        "Zwei.",
        "(packed_damaged)",
    ]


def test_a_bomb_is_stopped_and_its_packing_is_named() -> None:
    bomb = gzip.compress(b'{"text": "Eins."}\n{"text": "' + b" " * (100 * 2**20) + b'"}')
    found = why(bomb)
    assert found is not None
    assert (found.code, found.details[0]) == ("packed_bomb", ("kind", "gzip"))


def test_packed_data_nested_too_deep_are_refused() -> None:
    raw = b"Text."
    for _ in range(MAX_DEPTH):
        raw = gzip.compress(raw)
    assert (texts(raw), texts(gzip.compress(raw))) == (["Text."], ["(nested_too_deep)"])


def test_a_zstandard_window_that_is_too_large_is_refused() -> None:
    wide = zstandard.ZstdCompressionParameters(window_log=30, enable_ldm=False)
    packer = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    packed = packer.compress(LINES) + packer.flush()
    assert why(packed) == Reason("packed_memory", (("kind", "Zstandard"), ("size", "0")))


def test_the_frames_that_zstandard_skips_are_passed_over() -> None:
    skipped = b"\x50\x2a\x4d\x18" + struct.pack("<L", 3) + b"abc"
    assert texts(skipped + PACKERS[".zst"](b"Eins ") + skipped + PACKERS[".zst"](b"zwei.")) == ["Eins zwei."]


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_dictionary_in_a_frame_in_front_is_that_of_all_frames(is_packed: bool) -> None:
    held = b"Der Rat von Orlingen tagte am Dienstag und beschloss den Haushalt. " * 20
    dictionary = zstandard.ZstdCompressionDict(held)
    pack = zstandard.ZstdCompressor(dict_data=dictionary).compress
    kept = zstandard.compress(held) if is_packed else held
    frame = b"\x5d\x2a\x4d\x18" + struct.pack("<L", len(kept)) + kept
    text = b"Der Rat von Orlingen tagte am Dienstag."
    assert texts(frame + pack(text) + pack(b" Er beschloss den Haushalt.")) == [
        "Der Rat von Orlingen tagte am Dienstag. Er beschloss den Haushalt."
    ]


def test_memory_is_bounded_for_xz() -> None:
    packed = lzma.compress(LINES, preset=9)
    assert texts(packed) == WHOLE
    header = bytearray(packed[12:24])
    header[4] = 39  # a dictionary of 3 GiB
    hurt = packed[:12] + bytes(header[:8]) + struct.pack("<L", zlib.crc32(header[:8])) + packed[24:]
    assert why(hurt) == Reason("packed_memory", (("kind", "xz"), ("size", "0")))


def test_text_that_begins_as_bzip2_does_is_text() -> None:
    assert texts(b"BZh9 ist der Name einer Haltestelle.") == ["BZh9 ist der Name einer Haltestelle."]


def test_what_is_unpacked_at_all_levels_counts_together() -> None:
    budget = Budget()
    raw = gzip.compress(gzip.compress(bytes(range(256)) * 1000))
    stream = opened(io.BytesIO(raw), budget)
    assert (len(stream.take(10**6)), stream.layers, budget.exhausted) == (256_000, 2, None)
    assert not budget.spend(2**26)
    assert budget.exhausted is not None


def test_a_stream_that_comes_in_pieces_can_be_sought_in_and_still_be_read() -> None:
    stream = opened(io.BytesIO(bz2.compress(LINES)))
    head = stream.peek(100)
    file = stream.file(10**7)
    file.seek(-20, io.SEEK_END)
    assert (file.read(), file.seek(0), file.read(100), stream.take(10**7)) == (LINES[-20:], 0, head, LINES)


def test_a_file_can_be_sought_in_without_a_copy_and_its_stream_stays_where_it_is() -> None:
    stream = Stream(io.BytesIO(b"abc" + LINES))
    assert stream.take(3) == b"abc"
    file = stream.file(1)
    assert (file.seek(0, io.SEEK_END), stream.take(10), file.seek(3), file.read(10)) == (
        len(LINES) + 3,
        LINES[:10],
        3,
        LINES[:10],
    )
