"""Archives and packed data that are cut off: what comes out was in them, and what is missing is said."""

from collections.abc import Iterator

from tests.intake.maps import in_short, taken
from tests.malformed_archives import Cut, cuts
from wortlaut.types import Article


def faults(cut: Cut) -> Iterator[str]:
    """What is not as it must be; none where all is well."""
    items = taken(cut.raw, cut.name)
    texts = [item.text for item in items if isinstance(item, Article)]
    said = [in_short(item) for item in items if not isinstance(item, Article)]
    place = f"{cut.name}, {len(cut.raw)} of {cut.whole} bytes"
    if not items:
        yield f"{place}: nothing came out"
    if texts != [text for text in cut.texts if text in texts]:
        yield f"{place}: a text that was not in it, or twice, or out of order"
    if not said and cut.is_seen and tuple(texts) != cut.texts:
        yield f"{place}: {len(cut.texts) - len(texts)} texts are missing, and nothing says so"


def test_four_hundred_cut_archives_lose_nothing_in_silence() -> None:
    assert [fault for cut in cuts(400) for fault in faults(cut)] == []


def test_the_check_notices_a_text_that_is_missing() -> None:
    (cut,) = cuts(1)
    whole = Cut("a.jsonl", b'{"text": "Eins."}\n{"text": "Zwei."}', 99, ("Eins.", "Zwei.", "Drei."), True)
    assert list(faults(whole)) == ["a.jsonl, 35 of 99 bytes: 1 texts are missing, and nothing says so"]
    assert list(faults(cut)) == []
