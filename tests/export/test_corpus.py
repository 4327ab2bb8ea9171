import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.corpus import CorpusDocument, read_gold
from tests.builder import MADE_BY, head, made, place
from training.corpus import GoldQuote, load
from wortlaut.errors import InputError
from wortlaut.export.corpus import MEDIA, TYPES, CompletedArticle, corpus_lines
from wortlaut.language import analyse
from wortlaut.types import (
    ArticleHead,
    Found,
    Medium,
    Part,
    Party,
    Span,
    Standing,
    Statement,
    StatementPart,
    StatementType,
    TokenRange,
    Verdict,
)

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TEXT = (
    "„Wir bauen“, sagte Ilka Brons zu Jost Tamm, „den Deich.“ Brons erklärte, Tamm habe gesagt, das sei zu teuer.\n\n"
    "Der Küstenfunk meldete 😀 nichts."
)


def completed(article: ArticleHead, *statements: Found) -> CompletedArticle:
    return CompletedArticle(article, analyse(article.text), statements, "Ada", AT)


def line_of(article: ArticleHead, *statements: Found) -> dict[str, Any]:
    [line] = corpus_lines([completed(article, *statements)])
    assert line.endswith("}\n")
    parsed: dict[str, Any] = json.loads(line)
    return parsed


def found(article: ArticleHead) -> tuple[Found, ...]:
    """The statements of `TEXT`: a split direct one, an indirect one, and one inside of that."""
    outer = "Tamm habe gesagt, das sei zu teuer"
    return (
        made(article, ["das sei zu teuer"], number=3, parent=2, type="indirect", cue="gesagt", speaker="Tamm habe"),
        made(article, [outer], number=2, type="indirect", cue="erklärte", frame="Brons erklärte", speaker="Brons erk"),
        made(
            article,
            ["„Wir bauen“", "„den Deich.“"],
            cue="sagte",
            frame=", sagte Ilka Brons zu Jost Tamm,",
            speaker="Ilka Brons",
            addressee="Jost Tamm",
        ),
    )


@pytest.fixture
def article() -> ArticleHead:
    return head(TEXT)


def read_both(folder: Path, *articles: CompletedArticle) -> Iterator[tuple[CorpusDocument, tuple[GoldQuote, ...]]]:
    """What evaluation and training read from the lines."""
    path = folder / "corrected.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8", newline="\n") as file:
        file.writelines(corpus_lines(articles))
    for gold, example in zip(read_gold(path), load(path), strict=True):
        assert (gold.name, gold.text, gold.tokens) == (example.name, example.document.text, example.document.tokens)
        yield gold, example.quotes


def words(text: str, tokens: tuple[Span, ...], ids: tuple[int, ...] | frozenset[int]) -> str:
    return " ".join(tokens[token].of(text) for token in sorted(ids))


def test_training_and_evaluation_read_the_statements_as_they_were(article: ArticleHead, tmp_path: Path) -> None:
    [(gold, quotes)] = read_both(tmp_path, completed(article, *found(article)))
    assert (gold.name, gold.text) == ("a1", TEXT)
    tokens = gold.tokens
    expected = [
        (
            "Direct",
            "„ Wir bauen “ „ den Deich . “",
            "sagte",
            ", sagte Ilka Brons zu Jost Tamm ,",
            "Ilka Brons",
            "Jost Tamm",
        ),
        ("Indirect", "Tamm habe gesagt , das sei zu teuer", "erklärte", "Brons erklärte", "Brons erklärte", ""),
        ("Indirect", "das sei zu teuer", "gesagt", "", "Tamm habe", ""),
    ]
    parts = ("quote", "cue", "frame", "speaker", "addressee")
    assert [
        (each.type, *(words(TEXT, tokens, getattr(each, name)) for name in parts)) for each in gold.annotations
    ] == expected
    assert {each.medium for each in gold.annotations} == {"Speech"}
    trained = sorted(quotes, key=lambda quote: (quote.quote[0], quote.layer))
    assert [tuple(words(TEXT, tokens, getattr(each, name)) for name in parts) for each in trained] == [
        each[1:] for each in expected
    ]
    assert [(each.layer, each.type, each.medium) for each in trained] == [
        (0, StatementType.DIRECT, Medium.SPEECH),
        (0, StatementType.INDIRECT, Medium.SPEECH),
        (1, StatementType.INDIRECT, Medium.SPEECH),
    ]


NOTHING: dict[str, object] = {"spans": [], "text": "", "tokenIds": []}
ANNOTATION = {
    "id": 0,
    "type": "Reported",
    "medium": "Speech",
    "quote": {
        "spans": [{"begin": 0, "end": 1, "charBegin": 0, "charEnd": 4}],
        "text": "Nein",
        "tokenIds": [0],
    },
    "cue": NOTHING,
    "frame": NOTHING,
    "speaker": NOTHING,
    "addressee": NOTHING,
    "isNested": False,
    "hasNested": False,
    "statement": "s1",
    "parent": None,
    "standing": "upheld",
    "made_by": {"reader": "toy", "weights": "sha256:00", "version": "1"},
    "decided_by": [{"part": "type", "by": "Ben", "at": "2026-03-02T09:30:00+00:00"}],
}


def test_line_has_the_keys_of_the_corpus_and_says_who_stands_for_it(article: ArticleHead) -> None:
    verdict = Verdict(StatementPart.TYPE, 7, "Ben", AT)
    line = line_of(
        head("Nein!", title="Streit", url=None),
        replace(made(head("Nein!"), ["Nein"], type="reported"), standing=Standing.UPHELD, verdicts=(verdict,)),
    )
    assert line == {
        "documentName": "a1",
        "originalText": "Nein!",
        "article": {"title": "Streit", "published": "2026-03-01", "source": "Elbkurier", "url": None},
        "completed": {"by": "Ada", "at": "2026-03-02T09:30:00+00:00"},
        "annotations": [ANNOTATION],
        "sentences": [
            {
                "id": 0,
                "begin": 0,
                "end": 2,
                "charBegin": 0,
                "charEnd": 5,
                "text": "Nein!",
                "tokenIds": [0, 1],
                "tokens": ["Nein", "!"],
            }
        ],
        "tokens": [
            {"id": 0, "charBegin": 0, "charEnd": 4, "sentence": 1, "text": "Nein", "word": 1},
            {"id": 1, "charBegin": 4, "charEnd": 5, "sentence": 1, "text": "!", "word": 2},
        ],
    }


def test_nesting_is_told_by_flags_and_by_the_number_of_the_parent(article: ArticleHead) -> None:
    annotations = line_of(article, *found(article))["annotations"]
    assert [(each["id"], each["isNested"], each["hasNested"], each["parent"]) for each in annotations] == [
        (0, False, False, None),
        (1, False, True, None),
        (2, True, False, 1),
    ]


def test_tokens_and_sentences_are_those_of_the_document(article: ArticleHead, tmp_path: Path) -> None:
    document = analyse(TEXT)
    [(gold, _)] = read_both(tmp_path, completed(article))
    assert (gold.tokens, gold.sentences, gold.annotations) == (document.tokens, document.sentences, ())
    line = line_of(article)
    assert [sentence["text"] for sentence in line["sentences"]][-1] == "Der Küstenfunk meldete 😀 nichts."
    assert [token["text"] for token in line["tokens"]] == [token.of(TEXT) for token in document.tokens]
    assert {TokenRange(each["begin"], each["end"]) for each in line["sentences"]} == set(document.sentences)


@pytest.mark.parametrize("standing", [Standing.REJECTED, Standing.LOST])
def test_what_is_no_statement_any_more_is_left_out(article: ArticleHead, standing: Standing) -> None:
    inner, outer, direct = found(article)
    annotations = line_of(article, inner, replace(outer, standing=standing), direct)["annotations"]
    assert [(each["statement"], each["isNested"], each["parent"]) for each in annotations] == [
        ("s1", False, None),
        ("s3", False, None),
    ]


def test_token_that_a_span_cuts_belongs_to_it_and_the_span_stands_beside(tmp_path: Path) -> None:
    text = "Der Deichbau-Streit, so Brons, sei bei."
    article = head(text)
    cut = made(article, ["bau-Streit"], speaker="Bro", cue="so", type="indirect")
    [annotation] = line_of(article, cut)["annotations"]
    assert annotation["quote"] == {
        "spans": [{"begin": 1, "end": 2, "charBegin": 4, "charEnd": 19}],
        "text": "Deichbau-Streit",
        "tokenIds": [1],
        "exact": [{"charBegin": 9, "charEnd": 19}],
    }
    assert annotation["speaker"]["exact"] == [{"charBegin": 24, "charEnd": 27}]
    assert "exact" not in annotation["cue"]
    [(gold, [quote])] = read_both(tmp_path, completed(article, cut))
    assert gold.annotations[0].quote == frozenset(quote.quote) == {1}
    assert gold.annotations[0].speaker == frozenset(quote.speaker) == {4}


def test_quote_with_no_word_is_refused() -> None:
    article = head("Ja.  Nein.")
    blank = Found(replace(made(article, ["Ja"]).statement, quote=(Span(3, 5),)), article)
    with pytest.raises(InputError, match="statement s1 in the article a1 has no word in it"):
        list(corpus_lines([completed(article, blank)]))


def test_mentions_of_several_speakers_are_one_part(article: ArticleHead) -> None:
    direct = found(article)[2]
    both = tuple(Party((place(TEXT, name),), 0.5) for name in ("Ilka Brons", "Jost Tamm"))
    [annotation] = line_of(article, Found(replace(direct.statement, speakers=both), article))["annotations"]
    assert (annotation["speaker"]["text"], len(annotation["speaker"]["spans"])) == ("Ilka Brons Jost Tamm", 2)


def test_hidden_characters_and_half_pairs_come_back_as_they_were() -> None:
    text = "Ada\u202e sagt\ud83d ja.\x1b"
    [line] = corpus_lines([completed(head(text))])
    assert line[:-1].isprintable()
    assert json.loads(line.encode("utf-8"))["originalText"] == text


def test_every_type_and_medium_has_a_name_that_training_knows(tmp_path: Path) -> None:
    article = head("Ja. " * 30)
    pairs = [(type_, medium) for type_ in StatementType for medium in Medium]
    statements = [
        Found(
            replace(
                made(article, ["Ja"], number=number).statement,
                quote=(Span(4 * number, 4 * number + 2),),
                type=type_,
                medium=medium,
            ),
            article,
        )
        for number, (type_, medium) in enumerate(pairs)
    ]
    [(gold, quotes)] = read_both(tmp_path, completed(article, *statements))
    assert [(each.type, each.medium) for each in sorted(quotes, key=lambda quote: quote.quote)] == pairs
    assert [(each.type, each.medium) for each in gold.annotations] == [(TYPES[a], MEDIA[b]) for a, b in pairs]


def test_tokens_of_another_text_are_refused(article: ArticleHead) -> None:
    with pytest.raises(ValueError, match="tokens of article a1 are those of another text"):
        CompletedArticle(article, analyse("Nein."), (), "Ada", AT)


def test_article_that_nobody_went_through_is_refused(article: ArticleHead) -> None:
    with pytest.raises(ValueError, match="article a1 needs the name of the person"):
        CompletedArticle(article, analyse(TEXT), (), "", AT)


@st.composite
def spans(draw: st.DrawFn, *, least: int = 0) -> tuple[Span, ...]:
    starts = draw(st.lists(st.integers(0, len(TEXT) - 3), min_size=least, max_size=3))
    return tuple(sorted({Span(start, min(len(TEXT), start + draw(st.integers(3, 30)))) for start in starts}))


@settings(deadline=None, max_examples=50)
@given(quote=spans(least=1), cue=spans(), speaker=spans())
def test_spans_come_back_as_the_tokens_that_they_touch(
    tmp_path_factory: pytest.TempPathFactory, quote: tuple[Span, ...], cue: tuple[Span, ...], speaker: tuple[Span, ...]
) -> None:
    article = ArticleHead("a1", TEXT, None, date(2026, 3, 1), None, None)
    statement: Statement = replace(
        made(article, ["Deich"]).statement,
        quote=quote,
        cue=Part(cue, 0.5),
        speakers=(Party(speaker, 0.5),) if speaker else (),
        made_by=MADE_BY,
    )

    def touched(marked: tuple[Span, ...]) -> set[int]:
        places = {place for span in marked for place in range(span.start, span.end)}
        tokens = analyse(TEXT).tokens
        return {number for number, token in enumerate(tokens) if places & set(range(token.start, token.end))}

    folder = tmp_path_factory.mktemp("corpus")
    [(gold, [trained])] = read_both(folder, completed(article, Found(statement, article)))
    [annotation] = gold.annotations
    for name, marked in (("quote", quote), ("cue", cue), ("speaker", speaker)):
        assert set(getattr(annotation, name)) == set(getattr(trained, name)) == touched(marked), name
