import pytest

from wortlaut.language.tokens import tokenize
from wortlaut.reading.splits import join_split_quotes
from wortlaut.reading.tags import TaggedQuote
from wortlaut.types import Document, StatementType, TokenRange


def halves(text: str, kind: StatementType = StatementType.DIRECT) -> tuple[Document, list[TaggedQuote]]:
    """The text and one quote from every „ to the next “."""
    document = Document(text, tokenize(text), ())
    words = [token.of(text) for token in document.tokens]
    starts = [number for number, word in enumerate(words) if word == "„"]
    return document, [TaggedQuote(kind, (TokenRange(start, words.index("“", start) + 1),)) for start in starts]


def test_a_quote_that_goes_on_behind_its_frame_is_one() -> None:
    document, quotes = halves("„Wenn das Wasser steigt“, sagte Brons, „schließen wir die Tore.“")
    assert join_split_quotes(document, quotes) == [
        TaggedQuote(StatementType.DIRECT, (quotes[0].ranges[0], quotes[1].ranges[0]))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "„Das Wasser steigt“, sagte Brons. „Wir schließen die Tore.“",
        "„Das Wasser steigt“, sagte Brons, „Wir schließen die Tore.“",
        "„Das Wasser steigt“ und „die Tore sind zu“",
        "„Ja“, „nein“",
        "„Es steigt“, sagte die Sprecherin des Amtes für Häfen und Wasserwege im Norden der Insel Varn am Abend, „ja.“",
    ],
    ids=["new sentence", "capital", "no frame", "list", "long way"],
)
def test_two_quotes_stay_two(text: str) -> None:
    document, quotes = halves(text)
    assert join_split_quotes(document, quotes) == quotes


def test_only_direct_quotes_are_joined() -> None:
    document, quotes = halves("„Wenn es steigt“, sagte Brons, „schließen wir.“", StatementType.REPORTED)
    assert join_split_quotes(document, quotes) == quotes
