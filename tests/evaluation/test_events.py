import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.events import Half, MarkedArticle, Tally, baseline, interval, pairs, read_marks, tally
from wortlaut.types import AnnouncedEvent, EventKind, EventPart, EventStatus, Span

TEXT = "Am Montag tagt der Rat von Anstadt. Am 5. Mai wird in Ostrien gewählt."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def place(words: str) -> list[int]:
    return [span(words).start, span(words).end]


MARKS = [
    {
        "kind": ["meeting"],
        "what": place("tagt"),
        "who": [place("Rat von Anstadt")],
        "when": [place("Montag")],
        "days": [["2025-12-01", "2025-12-01"]],
        "also": [place("Rat")],
    },
    {"kind": ["vote"], "what": place("gewählt"), "where": [[*place("Ostrien"), True]], "optional": True},
]


def written(folder: Path, events: object = MARKS, **values: object) -> tuple[Path, Path]:
    marks, corpus = folder / "marks.jsonl", folder / "corpus.jsonl.gz"
    line = {"doc": "17", "drawn": "sample", "half": "build", "events": events} | values
    marks.write_text(json.dumps(line) + "\n", encoding="utf-8")
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"documentName": "17 - Rat (2025-11-27)", "originalText": TEXT}) + "\n")
    return marks, corpus


@pytest.fixture
def article(tmp_path: Path) -> MarkedArticle:
    (read,) = read_marks(*written(tmp_path), Half.BUILD)
    return read


def found(words: str, who: str | None = None, day: int = 1) -> AnnouncedEvent:
    return AnnouncedEvent(
        EventKind.MEETING, EventStatus.ANNOUNCED, words, (span(words),),
        (EventPart(span(who), who),) if who else (), (), (span("Montag"),),
        date(2025, 12, day), date(2025, 12, day), (), None, 0.9,
    )  # fmt: skip


def test_marks_are_read_with_the_article_that_they_mark(article: MarkedArticle) -> None:
    meeting, vote = article.events
    assert (article.published, article.drawn) == (date(2025, 11, 27), "sample")
    assert (meeting.what, meeting.given["who"], meeting.days) == (
        (span("tagt"), span("Rat")),
        (span("Rat von Anstadt"),),
        ((date(2025, 12, 1), date(2025, 12, 1)),),
    )
    assert (vote.is_optional, vote.free["where"], vote.given["where"]) == (True, (span("Ostrien"),), ())


def test_only_the_half_that_is_asked_for_is_read(tmp_path: Path) -> None:
    assert read_marks(*written(tmp_path), Half.MEASURE) == []
    assert len(read_marks(*written(tmp_path), Half.ALL)) == 1


def test_each_mark_is_met_once_and_optional_ones_count_neither_way(article: MarkedArticle) -> None:
    events = [found("Rat"), found("tagt", "Anstadt"), found("gewählt"), found("Mai")]
    assert [mark is not None for _, mark in pairs(article, events)] == [False, True, True, False]
    figures = tally([article], lambda _: events)
    assert (figures.marked, figures.found, figures.right) == (1, 3, 1)


def test_slots_are_right_where_all_that_must_be_given_is_and_nothing_else(article: MarkedArticle) -> None:
    def one(event: AnnouncedEvent) -> Tally:
        return tally([article], lambda _: [event])

    assert one(found("tagt", "Anstadt")).slot_right["who"] == 1
    assert one(found("tagt")).slot_right["who"] == 0
    assert one(found("tagt", "Ostrien")).slot_right["who"] == 0
    assert one(found("tagt", day=2)).slot_right["when"] == 0
    assert one(found("tagt")).asked["where"] == 0
    assert one(found("tagt")).all_right["where"] == 1


def test_the_baseline_takes_the_nearest_noun_of_an_event(article: MarkedArticle) -> None:
    assert baseline(article) == ()


def test_an_interval_lies_around_its_share() -> None:
    assert interval(0, 0) == (0.0, 1.0)
    low, high = interval(8, 10)
    assert (round(low, 2), round(high, 2)) == (0.49, 0.94)


@pytest.mark.parametrize("events", [[{"kind": ["party"], "what": [0, 1]}], [{"kind": ["vote"]}], [{"what": "x"}], 5])
def test_marks_that_are_none_are_refused_with_their_line(tmp_path: Path, events: object) -> None:
    with pytest.raises(MalformedFile, match="line 1"):
        read_marks(*written(tmp_path, events), Half.ALL)


def test_marks_of_an_article_that_the_corpus_lacks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="1 documents are not in"):
        read_marks(*written(tmp_path, doc="18"), Half.ALL)
