import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.corpus import CorpusDocument, MalformedFile, read_gold
from evaluation.questions import Half, Kind, Mark, Question
from evaluation.search import System, compare, require_marked
from evaluation.stock import Held, Stocked, gold_stock, kept_in_record, read_stock
from wortlaut.language import tokenize
from wortlaut.record import Filters
from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Part,
    Provenance,
    Span,
    Statement,
    StatementType,
    statement_id,
)

BRIDGE = "Die Brücken seien morsch, sagte Moll zu Jork. „Wir bauen neu“, so Moll."
FERRY = "Der Fährbetrieb ruhe, so Abel."
MORSCH, NEU, RUHE = "Die Brücken seien morsch", "„Wir bauen neu“", "Der Fährbetrieb ruhe"


def entry(name: str, text: str, *annotations: dict[str, object]) -> dict[str, object]:
    """A document in the corpus' form; the parts of its annotations are given by their words."""
    tokens = tokenize(text)

    def part(words: str) -> dict[str, object]:
        start = text.index(words) if words else len(text)
        end = start + len(words)
        return {"tokenIds": [number for number, token in enumerate(tokens) if start <= token.start < end]}

    parts = ("quote", "speaker", "addressee", "cue", "frame")
    return {
        "documentName": name,
        "originalText": text,
        "tokens": [{"charBegin": token.start, "charEnd": token.end} for token in tokens],
        "sentences": [{"begin": 0, "end": len(tokens)}],
        "annotations": [
            {"type": given["type"], "medium": "Speech"} | {name: part(str(given.get(name, ""))) for name in parts}
            for given in annotations
        ],
    }


ENTRIES = [
    entry(
        "7 - Rathaus sperrt Brücken (2026-01-05)",
        BRIDGE,
        {"type": "Indirect", "quote": MORSCH, "speaker": "Moll", "addressee": "Jork"},
        {"type": "Direct", "quote": NEU, "speaker": "Moll"},
        {"type": "Direct", "quote": NEU},
    ),
    entry("8 - Stille am Fluss (2026-02-05)", FERRY, {"type": "Indirect", "quote": RUHE, "speaker": "Abel"}),
]


def mark(document: str, *statements: int) -> frozenset[Mark]:
    return frozenset(Mark(document, number) for number in statements)


def ask(words: str, right: frozenset[Mark], filters: Filters | None = None) -> Question:
    return Question(words, Kind.FILTER, Half.BUILD, words, filters or Filters(), right, frozenset())


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in ENTRIES), encoding="utf-8")
    return path


@pytest.fixture
def documents(corpus: Path) -> tuple[CorpusDocument, ...]:
    return read_gold(corpus)


@pytest.fixture
def questions(tmp_path: Path, corpus: Path) -> Path:
    lines: list[dict[str, object]] = [
        {"corpus": "corpus.jsonl", "sha256": sha256(corpus.read_bytes()).hexdigest()},
        {"id": "1", "kind": "inflection", "half": "build", "words": "Brücken", "right": {"7": [0, 1, 2]}},
        {
            "id": "2",
            "kind": "filter",
            "half": "kept",
            "words": "ruhe",
            "filters": {"since": "2026-02-01"},
            "right": {"8": [0]},
        },
        {
            "id": "3",
            "kind": "party",
            "half": "build",
            "words": "Zyx",
            "right": {"7": [0]},
            "in_other_words": {"7": [1]},
        },
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


class Ferryman:
    """Finds the ferry's statement without its first word, and one in the other article that nobody marked."""

    made_by = Provenance("ferryman", "sha256:0", "0")

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        return [(self._statement(article),) for article in articles]

    def _statement(self, article: Article) -> Statement:
        words = "Fährbetrieb ruhe" if "Fährbetrieb" in article.text else "so Moll"
        start = article.text.index(words)
        quote = (Span(start, start + len(words)),)
        return Statement(
            id=statement_id(article, quote, 0),
            article_id=article.id,
            type=StatementType.INDIRECT,
            medium=Medium.SPEECH,
            quote=quote,
            cue=Part(),
            frame=Part(),
            speakers=(),
            addressees=(),
            parent=None,
            confidence=Confidence(1.0, 1.0, 1.0),
            made_by=self.made_by,
        )


def words(stocked: Stocked, held: Held) -> list[str]:
    """The words of quote, speakers and addressees."""
    return [span.of(stocked.article.text) for span in held.statement.spans()]


def test_gold_statements_come_with_their_articles(documents: tuple[CorpusDocument, ...]) -> None:
    bridge, ferry = gold_stock(documents)
    assert [(words(bridge, held), held.mark) for held in bridge.held] == [
        ([MORSCH, "Moll", "Jork"], Mark("7", 0)),
        ([NEU, "Moll"], Mark("7", 1)),
        ([NEU], Mark("7", 2)),
    ]
    assert [(words(ferry, held), held.mark) for held in ferry.held] == [([RUHE, "Abel"], Mark("8", 0))]
    assert len({held.statement.id for held in bridge.held}) == 3
    assert (bridge.article.title, bridge.article.published, bridge.article.source) == (
        "Rathaus sperrt Brücken",
        date(2026, 1, 5),
        "Wikinews",
    )


def test_a_document_without_number_and_day_is_refused(documents: tuple[CorpusDocument, ...]) -> None:
    nameless = CorpusDocument("Rathaus", BRIDGE, documents[0].tokens, (), ())
    with pytest.raises(MalformedFile, match="'Rathaus'"):
        gold_stock([nameless])


def test_what_a_reader_finds_is_known_by_the_gold_it_matches(documents: tuple[CorpusDocument, ...]) -> None:
    stock = read_stock(documents, Ferryman(), batch=1)
    assert [(words(each, held), held.mark) for each in stock for held in each.held] == [
        (["so Moll"], None),
        (["Fährbetrieb ruhe"], Mark("8", 0)),
    ]


def test_every_system_answers_through_the_same_filters(documents: tuple[CorpusDocument, ...]) -> None:
    stock = gold_stock(documents)
    asked = [
        ask("Brücken", mark("7", 0, 1, 2)),
        ask("Brücken", mark("7", 1, 2), Filters(type=StatementType.DIRECT)),
        ask("morsch Moll", mark("7", 0), Filters(speaker="moll")),
        ask("ruhe", mark("8", 0), Filters(until=date(2026, 1, 31))),
    ]
    with kept_in_record(stock) as record:
        outcomes = compare(asked, stock, record)
    assert {system: [each.recall for each in given] for system, given in outcomes.items()} == {
        System.OURS: [1.0, 1.0, 1.0, 0.0],
        System.QUOTE_ALL: [pytest.approx(1 / 3), 0.0, 0.0, 0.0],
        System.QUOTE_ANY: [pytest.approx(1 / 3), 0.0, 1.0, 0.0],
        System.WHOLE_ALL: [1.0, 1.0, 1.0, 0.0],
        System.WHOLE_ANY: [1.0, 1.0, 1.0, 0.0],
    }


@pytest.mark.parametrize(
    "wrong",
    [
        ask("Brücken", mark("7", 3)),
        ask("Brücken", mark("9", 0)),
        ask("Brücken", mark("7", 0), Filters(type=StatementType.DIRECT)),
    ],
)
def test_a_mark_without_a_statement_is_refused(documents: tuple[CorpusDocument, ...], wrong: Question) -> None:
    stock = gold_stock(documents)
    with kept_in_record(stock) as record, pytest.raises(MalformedFile, match=r"question 'Brücken': there is no"):
        require_marked([wrong], stock, record)


def test_figures_are_printed_as_json(corpus: Path, questions: Path) -> None:
    arguments = ["search", "--corpus", str(corpus), "--questions", str(questions), "--json"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    printed = json.loads(done.stdout)
    assert set(printed) == {"ours", "quote_all", "quote_any", "whole_all", "whole_any"}
    nothing = {"recall": 0.0, "interval": [0.0, 0.0], "precision": 0.0, "reciprocal": 0.0}
    whole = {"recall": 100.0, "interval": [100.0, 100.0], "precision": 100.0, "reciprocal": 100.0}
    mean = {"recall": 66.67, "precision": 66.67, "reciprocal": 66.67}
    assert printed["ours"] == {
        "all": {"questions": 3, "interval": [0.0, 100.0]} | mean,
        "build": {"questions": 2, "recall": 50.0, "interval": [0.0, 100.0], "precision": 50.0, "reciprocal": 50.0},
        "kept": {"questions": 1} | whole,
        "inflection": {"questions": 1} | whole,
        "filter": {"questions": 1} | whole,
        "party": {"questions": 1} | nothing,
    }


def test_tables_and_what_was_missed_are_printed(corpus: Path, questions: Path) -> None:
    arguments = ["search", "--corpus", str(corpus), "--questions", str(questions), "--verbose"]
    done = CliRunner().invoke(app, arguments, env={"COLUMNS": "160"})
    assert done.exit_code == 0, done.output
    rows = [[cell.strip() for cell in line.split("│")] for line in done.stdout.splitlines()]
    assert "3 questions, 4 statements in 2 articles; 4 of the 4 statements" in done.stdout
    assert ["search (all)", "3", "66.7", "0.0–100.0", "66.7", "66.7"] in rows
    assert ["party", "1", "0.0", "0.0", "–", "0.0"] in rows
    assert "right statements found: 4 of 5 in the question's words, 0 of 1 in other words" in done.stdout
    assert f"    missed 7/0: {MORSCH}\n    missed 7/1 (in other words): {NEU}\n" in done.stdout
    assert "2 (kept)" not in done.stdout
    kept = CliRunner().invoke(app, [*arguments, "--kept"], env={"COLUMNS": "160"})
    assert '2 (kept): ruhe {"since": "2026-02-01"}' in kept.stdout


def test_other_articles_than_those_marked_are_refused(corpus: Path, questions: Path) -> None:
    corpus.write_text(corpus.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["search", "--corpus", str(corpus), "--questions", str(questions)])
    assert isinstance(done.exception, MalformedFile)
