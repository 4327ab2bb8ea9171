"""Malformed inputs: no crash, no hang, and each gives articles or refusals that say where and what."""

import time
from collections import Counter

import pytest

from tests.intake.maps import places, taken
from tests.malformed import Malformed, malformed
from wortlaut.intake import message
from wortlaut.types import Article, Rejected, Stage

# The slowest (a megabyte of backslashes) takes 0.3 s on an idle core.
SECONDS = 10.0


def faults(given: Malformed) -> list[str]:
    """What is not as it must be; empty where all is well."""
    start = time.perf_counter()
    found = taken(given.raw, given.name, encoding=given.encoding)
    seconds = time.perf_counter() - start
    wrong = [] if seconds < SECONDS else [f"took {seconds:.1f} s"]
    if not found:
        wrong.append("nothing came out")
    for item in found:
        if isinstance(item, Rejected):
            wrong += refusal_faults(item, given.name)
        elif isinstance(item, Article):
            wrong += article_faults(item)
    return [f"{given.name} ({given.damage}): {fault}" for fault in wrong]


def refusal_faults(item: Rejected, name: str) -> list[str]:
    texts = (str(item), message(item, "en"), message(item, "de"))
    has_failed = item.why is None or item.why.code == "form_failed"
    is_good = not has_failed and item.stage is Stage.INTAKE and all(text.startswith(name) for text in texts)
    return [] if is_good and len(item.reason) < 1500 else [f"bad refusal {item!r}"]


def article_faults(item: Article) -> list[str]:
    starts, ends = places(item.source_map)
    wrong = []
    if not item.text.strip() or item.text != item.text.strip():
        wrong.append("text with white space around")
    if any(sign in item.text for sign in "\0\r\x85\u2028\u2029") or "\n\n\n" in item.text:
        wrong.append("text not clean")
    if len(starts) != len(item.text) or starts != sorted(starts) or ends != sorted(ends):
        wrong.append("map goes back or is of another length")
    if starts and not (starts[0] >= 0 and ends[-1] <= len(item.raw)):
        wrong.append("map leaves the bytes")
    item.text.encode()
    return wrong


@pytest.mark.parametrize("part", range(4))
def test_malformed_inputs_give_articles_or_clear_refusals(part: int) -> None:
    assert [fault for given in malformed(112, start=112 * part) for fault in faults(given)] == []


def test_the_malformed_inputs_reach_most_kinds_of_refusal() -> None:
    codes = Counter(
        item.why.code
        for given in malformed(280)
        for item in taken(given.raw, given.name, encoding=given.encoding)
        if isinstance(item, Rejected) and item.why is not None
    )
    assert set(codes) >= {
        "binary_unknown",
        "broken_json",
        "empty_text",
        "packed_damaged",
        "packed_truncated",
        "no_letters",
        "no_text_field",
        "too_deep",
        "undecodable",
    }


@pytest.mark.parametrize("size", [1, 2, 3])
def test_files_of_a_few_bytes_never_crash(size: int) -> None:
    inputs = [bytes([first, second, 0x22][:size]) for first in range(256) for second in (0x0A, 0xE4)]
    assert [fault for raw in inputs for fault in faults(Malformed("few", raw, "few"))] == []
