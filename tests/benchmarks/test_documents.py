import json

from benchmarks.documents import items, json_lines
from wortlaut.language import analyse


def test_same_seed_gives_the_same_items() -> None:
    assert list(items(5, seed=4)) == list(items(5, seed=4))


def test_items_differ_from_each_other_and_from_other_seeds() -> None:
    assert len({*items(50, seed=1), *items(50, seed=2)}) == 100


def test_items_weigh_like_news() -> None:
    documents = [analyse(text) for text in items(200)]
    tokens = sum(len(document.tokens) for document in documents)
    sentences = sum(len(document.sentences) for document in documents)
    assert 200 <= tokens / len(documents) <= 270
    assert 13 <= tokens / sentences <= 23
    words = {span.of(document.text) for document in documents for span in document.tokens}
    assert len(words) >= tokens / 10


def test_no_place_is_left_unfilled() -> None:
    assert not any("{" in text or "}" in text for text in items(200))


def test_json_lines_hold_one_record_an_item() -> None:
    texts = list(items(3))
    assert [json.loads(line)["text"] for line in json_lines(texts).splitlines()] == texts
