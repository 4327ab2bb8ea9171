"""Codings built by hand, and alpha reckoned the slow way."""

from collections.abc import Mapping, Sequence

from tests.builder import MADE_BY, place
from wortlaut.agreement import CodedArticle, Coding
from wortlaut.types import Confidence, Medium, Part, Party, Span, Statement, StatementType

__all__ = ["coding", "expected_coincidences", "labelled", "marked", "said"]


def marked(number: int, *quote: Span, **parts: object) -> Statement:
    """A statement by its places; `type`, `medium`, `cue`, `frame`, `speakers`, `addressees`, `parent` as given."""

    def spans(name: str) -> tuple[Span, ...]:
        found = parts.get(name, ())
        assert isinstance(found, tuple)
        return found

    return Statement(
        id=f"s{number}",
        article_id="a1",
        type=StatementType(str(parts.get("type", "direct"))),
        medium=Medium(str(parts.get("medium", "speech"))),
        quote=quote,
        cue=Part(spans("cue"), 0.5),
        frame=Part(spans("frame"), 0.5),
        speakers=tuple(Party((span,), 0.5) for span in spans("speakers")),
        addressees=tuple(Party((span,), 0.5) for span in spans("addressees")),
        parent=f"s{parts['parent']}" if "parent" in parts else None,
        confidence=Confidence(0.5, 0.5, 0.5),
        made_by=MADE_BY,
    )


def said(number: int, text: str, *quote: str, **parts: str) -> Statement:
    """A statement by its words in `text`."""
    places: dict[str, object] = {
        {"speaker": "speakers", "addressee": "addressees"}.get(name, name): (
            words if name in {"type", "medium", "parent"} else (place(text, words),)
        )
        for name, words in parts.items()
    }
    return marked(number, *(place(text, words) for words in quote), **places)


def coding(name: str, articles: Mapping[str, tuple[str, Sequence[Statement]]]) -> Coding:
    """A reader's coding of articles, given as text and statements."""
    return Coding(name, {each: CodedArticle(text, tuple(found)) for each, (text, found) in articles.items()})


def labelled(rows: Mapping[str, str], types: Mapping[str, StatementType]) -> list[Coding]:
    """Reliability data as the literature prints them, a row a reader, a column a unit, `.` where a value is missing.

    Each unit is a statement that those who have a value marked, of the type that stands for the value.
    """
    length = max(map(len, rows.values()))
    text = "x " * length
    return [
        coding(
            name,
            {
                "a1": (
                    text,
                    [
                        marked(number, Span(2 * number, 2 * number + 1), type=types[value])
                        for number, value in enumerate(row)
                        if value != "."
                    ],
                )
            },
        )
        for name, row in rows.items()
    ]


def expected_coincidences(of_value: Sequence[float], within: Sequence[float]) -> list[list[float]]:
    """The matrix of coincidences expected by chance, cell by cell as it is printed (2016, equation 4)."""
    total, own = sum(of_value), sum(within)
    return [
        [total * (row * column - (within[c] if c == k else 0)) / (total**2 - own) for k, column in enumerate(of_value)]
        for c, row in enumerate(of_value)
    ]
