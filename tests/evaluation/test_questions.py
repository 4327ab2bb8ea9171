import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.questions import QUESTIONS, Half, Kind, Mark, Question, QuestionSet, read_questions, require_corpus
from wortlaut.record import Filters
from wortlaut.types import StatementType

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # SHA-256 of no bytes
HEAD = {"corpus": "none.jsonl", "sha256": EMPTY}
PLAIN = {"id": "a", "kind": "phrase", "half": "kept", "words": '"volle Fahrt"', "right": {"7": [0]}}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_its_filters_and_marks(tmp_path: Path) -> None:
    line = {
        "id": "b",
        "kind": "filter",
        "half": "build",
        "words": "Brücken",
        "filters": {"type": "free_indirect", "since": "2026-01-31", "speaker": "Moll"},
        "right": {"12": [0, 3], "7": [1]},
        "in_other_words": {"12": [4]},
    }
    right = frozenset({Mark("12", 0), Mark("12", 3), Mark("7", 1)})
    filters = Filters(type=StatementType.FREE_INDIRECT, since=date(2026, 1, 31), speaker="Moll")
    question = Question("b", Kind.FILTER, Half.BUILD, "Brücken", filters, right, frozenset({Mark("12", 4)}))
    assert read_questions(written(tmp_path, HEAD, line)) == QuestionSet("none.jsonl", EMPTY, (question,))
    assert question.wanted == right | {Mark("12", 4)}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], "is empty"),
        ([PLAIN], "line 1"),
        ([HEAD, PLAIN | {"rigth": {}}], "line 2"),
        ([HEAD, PLAIN | {"right": {}}], "line 2"),
        ([HEAD, PLAIN | {"kind": "hard"}], "line 2"),
        ([HEAD, PLAIN | {"filters": {"until": "gestern"}}], "line 2"),
        ([HEAD, PLAIN, PLAIN], "line 3: the id 'a' stands there twice"),
    ],
)
def test_what_is_not_in_form_is_refused(tmp_path: Path, lines: list[object], told: str) -> None:
    with pytest.raises(MalformedFile, match=told):
        read_questions(written(tmp_path, *lines))


def test_another_corpus_is_refused(tmp_path: Path) -> None:
    asked = read_questions(written(tmp_path, HEAD, PLAIN))
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_bytes(b"")
    require_corpus(asked, corpus)
    corpus.write_bytes(b"\n")
    with pytest.raises(MalformedFile, match=f"marked over none.jsonl with {EMPTY}"):
        require_corpus(asked, corpus)


def test_the_sixty_questions_are_halved_within_each_kind() -> None:
    questions = read_questions(QUESTIONS).questions
    counts = Counter((question.kind, question.half) for question in questions)
    assert len(questions) == 60
    assert all(counts[kind, Half.BUILD] == counts[kind, Half.KEPT] > 0 for kind in Kind)


def test_the_sixty_questions_are_short_and_mark_nothing_twice() -> None:
    for question in read_questions(QUESTIONS).questions:
        assert 1 <= len(question.words.split()) <= 6, question.id
        assert not question.right & question.in_other_words, question.id
