from collections.abc import Sequence
from dataclasses import replace

import pytest

from evaluation.corpus import RawText
from evaluation.spans import Form, FormResult, astray, check_form, raw_item
from wortlaut.intake import read_bytes
from wortlaut.settings import Settings
from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Origin,
    Part,
    Party,
    Provenance,
    Run,
    SourceMap,
    Span,
    Statement,
    StatementType,
)

TEXT = "Die Bürgermeisterin sagte: „Öl & Gas – nie!“\n\nDas gefällt Jörn Älvers nicht. Er ging."
EMOJI = "Moll sagte: „Ja 😀“, und ging."


class WordsReader:
    """Finds the second half of every article as one statement, said by its first word."""

    made_by = Provenance("by hand", "sha256:0", "0")

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        return [(self._statement(*each),) for each in zip(articles, documents, strict=True)]

    def _statement(self, article: Article, document: Document) -> Statement:
        half = document.tokens[len(document.tokens) // 2].start
        return Statement(
            id="s",
            article_id=article.id,
            type=StatementType.REPORTED,
            medium=Medium.SPEECH,
            quote=(Span(half, document.tokens[-1].end),),
            cue=Part((document.tokens[1],), 1.0),
            frame=Part(),
            speakers=(Party((document.tokens[0],), 1.0),),
            addressees=(),
            parent=None,
            confidence=Confidence(1.0, 1.0, 1.0),
            made_by=self.made_by,
        )


def taken_in(raw: bytes) -> Article:
    (article,) = read_bytes(raw, origin=Origin("test"), settings=Settings())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("form", [*Form])
def test_every_span_carries_back_in_every_form(form: Form) -> None:
    result = check_form([RawText("a", TEXT)], form, WordsReader(), Settings())
    assert result == FormResult(form, documents=1, left_out=0, statements=1, spans=3, tokens=result.tokens, astray=())
    assert result.tokens > 15


def test_text_that_a_form_cannot_hold_is_left_out() -> None:
    result = check_form([RawText("a", EMOJI), RawText("b", TEXT)], Form.LATIN, WordsReader(), Settings())
    assert (result.documents, result.left_out) == (1, 1)


def test_forms_are_really_different() -> None:
    raws = {raw_item(RawText("a", TEXT), form) for form in Form}
    assert len(raws) == len(Form)


def test_words_that_lie_elsewhere_in_the_bytes_are_found_astray() -> None:
    article = taken_in(TEXT.encode())
    span = Span(TEXT.index("Jörn"), TEXT.index("Jörn") + 4)
    one_off = SourceMap(
        article.source_map.length, tuple(Run(run.char, run.byte + 1, run.width) for run in article.source_map.runs)
    )
    assert astray(article, span, Form.PLAIN) is None
    assert astray(replace(article, source_map=one_off), span, Form.PLAIN) == "örn"


def test_span_of_another_text_is_found_astray() -> None:
    article = taken_in(TEXT.encode())
    other = replace(article, text=TEXT.replace("Jörn", "Jens"))
    assert astray(other, Span(TEXT.index("Jörn"), TEXT.index("Jörn") + 4), Form.PLAIN) == "Jörn"


def test_reader_that_reads_another_text_is_caught() -> None:
    class Shifting(WordsReader):
        """Gives positions into the text with a blank put before it."""

        def _statement(self, article: Article, document: Document) -> Statement:
            found = super()._statement(article, document)
            return replace(found, quote=(Span(0, len(article.text) + 1),))

    with pytest.raises(ValueError, match="ends behind the text"):
        check_form([RawText("a", TEXT)], Form.PLAIN, Shifting(), Settings())
