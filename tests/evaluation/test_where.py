import json
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.where import Item, Share, baseline, figures, read_articles, staged
from wortlaut.types import Span

TEXT = "Ada Wiesengrund sagte in einem Interview in Wien, dass der Damm halte. Laut dpa ist er dicht."
NAME = "1 - Damm (2025-11-27)"
NUMBER = "1"


def corpus(folder: Path) -> Path:
    """A document with two statements in the corpus' form."""
    tokens, place = [], 0
    for word in TEXT.replace(",", " ,").replace(".", " .").split():
        start = TEXT.index(word, place)
        place = start + len(word)
        tokens.append({"charBegin": start, "charEnd": place})

    def part(*ids: int) -> dict[str, list[int]]:
        return {"tokenIds": list(ids)}

    def annotation(quote: range, frame: range, cue: int, speaker: range) -> dict[str, object]:
        parts = {"quote": part(*quote), "frame": part(*frame), "cue": part(cue), "speaker": part(*speaker)}
        return {"type": "Indirect", "medium": "speech", "addressee": part(), **parts}

    annotations = [
        annotation(range(9, 13), range(8), 2, range(2)),
        annotation(range(16, 19), range(14, 16), 14, range(15, 16)),
    ]
    sentences = [{"begin": 0, "end": 14}, {"begin": 14, "end": len(tokens)}]
    document = {"documentName": NAME, "originalText": TEXT, "tokens": tokens, "sentences": sentences}
    path = folder / "corpus.jsonl"
    path.write_text(json.dumps(document | {"annotations": annotations}) + "\n", encoding="utf-8")
    return path


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def marked(folder: Path, *lines: dict[str, object]) -> Path:
    path = folder / "where.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def gold(folder: Path) -> Path:
    venue = {"spans": [span("in einem Interview")], "carried": False}
    link = {"kind": "agency", "spans": [span("dpa")], "carried": False}
    return marked(
        folder,
        {"doc": NUMBER, "ann": 0, "half": "kept", "venue": venue, "via": []},
        {"doc": NUMBER, "ann": 1, "half": "kept", "venue": None, "via": [link]},
    )


def by_name(rows: tuple[Share, ...]) -> dict[str, tuple[int, int]]:
    return {row.name: (row.part, row.whole) for row in rows if not row.name.startswith(" ")}


def test_what_is_found_is_held_against_what_is_marked(tmp_path: Path) -> None:
    articles = read_articles(gold(tmp_path), corpus(tmp_path), "kept")
    found = by_name(figures(articles, staged))
    assert {name: found[name] for name in ("venue: precision", "venue: recall", "link: precision", "link: recall")} == {
        "venue: precision": (1, 1),
        "venue: recall": (1, 1),
        "link: precision": (1, 1),
        "link: recall": (1, 1),
    }
    assert found["exactly, of those right"] == (1, 2)  # the venue is longer by "in Wien"
    assert found["statements without a fault"] == (2, 2)


def test_what_is_wrong_or_missed_counts(tmp_path: Path) -> None:
    articles = read_articles(gold(tmp_path), corpus(tmp_path), "kept")
    wrong = Item(1, "venue", (Span(*span("Wien")),))
    found = by_name(figures(articles, lambda article: [wrong]))
    assert (found["venue: precision"], found["venue: recall"]) == ((0, 1), (0, 1))
    assert found["statements without a fault"] == (0, 2)


def test_baseline_takes_every_preposition_with_a_noun(tmp_path: Path) -> None:
    (article,) = read_articles(gold(tmp_path), corpus(tmp_path), "kept")
    assert [(item.kind, item.spans[0].of(TEXT)) for item in baseline(article)] == [
        ("venue", "in einem Interview"),
        ("outlet", "Laut dpa"),
    ]


def test_half_picks_documents(tmp_path: Path) -> None:
    assert read_articles(gold(tmp_path), corpus(tmp_path), "build") == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"doc": NUMBER, "ann": 0, "half": "kept", "via": []}, "line 1: no marked statement (KeyError: 'venue')"),
        ({"doc": NUMBER, "ann": "a", "half": "kept", "venue": None, "via": []}, "ann must be a number"),
        ({"doc": NUMBER, "ann": 0, "half": "kept", "venue": None, "via": [{"kind": "x"}]}, "'x' is not a valid"),
        ({"doc": "2", "ann": 0, "half": "kept", "venue": None, "via": []}, "1 documents are not in"),
    ],
)
def test_file_that_marks_nothing_known_is_refused(tmp_path: Path, line: dict[str, object], problem: str) -> None:
    with pytest.raises(MalformedFile) as caught:
        read_articles(marked(tmp_path, line), corpus(tmp_path), "kept")
    assert problem in str(caught.value)
