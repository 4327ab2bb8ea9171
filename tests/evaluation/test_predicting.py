import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.corpus import Annotation, RawText, TokenText, read_predictions
from evaluation.predicting import article_of, corpus_form, predict, write
from wortlaut.language.tokens import tokenize
from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
)

MADE_BY = Provenance("by hand", "sha256:0", "0")
TEXT = "„Nein“, sagte Moll, „das glaube er: Jork habe es ‚nie‘ gewollt.“"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement(name: str, *quote: Span, parent: str | None = None, **parts: Sequence[Span]) -> Statement:
    return Statement(
        id=name,
        article_id="a1",
        type=StatementType.INDIRECT_FREE_INDIRECT,
        medium=Medium.SPEECH_WRITING,
        quote=quote,
        cue=Part(tuple(parts.get("cue", ())), 1.0),
        frame=Part(tuple(parts.get("frame", ())), 1.0),
        speakers=tuple(Party((mention,), 1.0) for mention in parts.get("speakers", ())),
        addressees=tuple(Party((mention,), 1.0) for mention in parts.get("addressees", ())),
        parent=parent,
        confidence=Confidence(1.0, 1.0, 1.0),
        made_by=MADE_BY,
    )


class Naysayer:
    """A reader that finds the word „Nein“ in every article, and notes how many it was given at a time."""

    made_by = MADE_BY

    def __init__(self) -> None:
        self.batches: list[int] = []

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        assert [article.text for article in articles] == [document.text for document in documents]
        self.batches.append(len(articles))
        return [(statement("s", span("Nein", article.text)),) for article in articles]


def test_article_has_the_corpus_text_and_maps_back_to_its_bytes() -> None:
    text = "Äh — „nö“\u0308 😀\n\nEnde"
    article = article_of(RawText("17 - Streit", text))
    assert article.text == text
    assert [
        article.raw[place.start : place.end].decode()
        for place in (article.source_map.char_bytes(position) for position in range(len(text)))
    ] == list(text)


def test_article_of_an_empty_text_has_an_empty_map() -> None:
    assert article_of(RawText("a", "")).source_map.runs == ()


def in_corpus_form() -> Mapping[str, Any]:
    """A split statement with another inside, as the corpus writes them."""
    outer = statement(
        "outer",
        span("„Nein“"),
        span("„das glaube er: Jork habe es ‚nie‘ gewollt.“"),
        cue=[span("sagte")],
        frame=[span(", sagte Moll,")],
        speakers=[span("Moll"), span("er:")],
        addressees=[],
    )
    inner = statement("inner", span("Jork habe es ‚nie‘ gewollt."), parent="outer", speakers=[span("er")])
    document = TokenText("17 - Streit", TEXT, tokenize(TEXT))
    return corpus_form(document, [inner, outer])


def test_document_and_its_nesting_take_the_form_of_the_corpus() -> None:
    form = in_corpus_form()
    nesting = [(each["id"], each["isNested"], each["hasNested"]) for each in form["annotations"]]
    assert (form["documentName"], nesting) == ("17 - Streit", [(0, False, True), (1, True, False)])


def test_split_statement_takes_the_form_of_the_corpus() -> None:
    assert in_corpus_form()["annotations"][0] == {
        "id": 0,
        "type": "IndirectFreeIndirect",
        "medium": "SW",
        "quote": {
            "spans": [
                {"begin": 0, "end": 3, "charBegin": 0, "charEnd": 6},
                {"begin": 7, "end": 21, "charBegin": 20, "charEnd": 64},
            ],
            "text": "„Nein“ „das glaube er: Jork habe es ‚nie‘ gewollt.“",
            "tokenIds": [0, 1, 2, *range(7, 21)],
        },
        "cue": {
            "spans": [{"begin": 4, "end": 5, "charBegin": 8, "charEnd": 13}],
            "text": "sagte",
            "tokenIds": [4],
        },
        "frame": {
            "spans": [{"begin": 3, "end": 7, "charBegin": 6, "charEnd": 19}],
            "text": ", sagte Moll,",
            "tokenIds": [3, 4, 5, 6],
        },
        "speaker": {
            "spans": [
                {"begin": 5, "end": 6, "charBegin": 14, "charEnd": 18},
                {"begin": 10, "end": 12, "charBegin": 32, "charEnd": 35},
            ],
            "text": "Moll er:",
            "tokenIds": [5, 10, 11],
        },
        "addressee": {"spans": [], "text": "", "tokenIds": []},
        "isNested": False,
        "hasNested": True,
    }


def test_tokens_are_found_by_position_where_the_corpus_cuts_otherwise() -> None:
    # the corpus has "EU-Rat" as three tokens and "Nein“" as one
    text = "EU-Rat: „Nein“"
    tokens = (Span(0, 2), Span(2, 3), Span(3, 6), Span(6, 7), Span(8, 9), Span(9, 14))
    found = statement("s", Span(9, 13), speakers=[Span(0, 6)])
    (annotation,) = corpus_form(TokenText("a", text, tokens), [found])["annotations"]
    assert (annotation["quote"]["tokenIds"], annotation["speaker"]["tokenIds"]) == ([5], [0, 1, 2])


def test_written_predictions_are_read_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "pred.jsonl"
    document = TokenText("17 - Streit", TEXT, tokenize(TEXT))
    write([document], [[statement("s", span("Nein"), speakers=[span("Moll")])]], path)
    (prediction,) = read_predictions(path)
    assert prediction.annotations == (
        Annotation("IndirectFreeIndirect", "SW", quote=frozenset({1}), speaker=frozenset({5})),
    )
    assert json.loads(path.read_text(encoding="utf-8"))["annotations"][0]["speaker"]["text"] == "Moll"


def test_documents_go_to_the_reader_in_batches_and_come_back_in_order() -> None:
    reader = Naysayer()
    texts = [RawText(str(number), "x" * number + " Nein.") for number in range(5)]
    found = list(predict(texts, reader, batch=2))
    assert reader.batches == [2, 2, 1]
    assert [statements[0].quote for statements in found] == [(Span(n + 1, n + 5),) for n in range(5)]
