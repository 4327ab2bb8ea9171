"""An article about a dam, and a reader that marks pronouns and descriptions as speakers, too."""

import re
from collections.abc import Sequence

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
    statement_id,
)

__all__ = ["DAM", "SayingReader"]

DAM = (
    "Kanalmeister Kurt Wiesengrund empfing am Montag den Ingenieur Arno Lohfeld. „Der Damm hält“, sagte er.\n\n"
    "„Wir messen täglich“, sagte der Kanalmeister zu Lohfeld. „Die Fugen sind offen.“\n\n"
    "„Wir prüfen das“, sagten die Anwohner."
)
_SAID = re.compile(r"„[^“]*“(?:, (?P<cue>sagten?) (?P<speaker>[^.,]+?)(?: zu (?P<addressee>[^.,]+))?[.,])?")


class SayingReader:
    """Finds `„…“, sagte WER zu WEM.`, with a mention of which it is `sure`."""

    def __init__(self, *, sure: float = 0.9) -> None:
        self.made_by = Provenance("saying", f"sha256:{round(sure * 100):02}", "1")
        self._sure = sure

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article."""
        return [tuple(self._made(article, match) for match in _SAID.finditer(article.text)) for article in articles]

    def _made(self, article: Article, match: re.Match[str]) -> Statement:
        def party(name: str) -> tuple[Party, ...]:
            return (Party((Span(*match.span(name)),), self._sure),) if match[name] else ()

        quote = (Span(match.start(), match.group().index("“") + 1 + match.start()),)
        return Statement(
            id=statement_id(article, quote, 0),
            article_id=article.id,
            type=StatementType.DIRECT,
            medium=Medium.SPEECH,
            quote=quote,
            cue=Part((Span(*match.span("cue")),), 0.8) if match["cue"] else Part(),
            frame=Part(),
            speakers=party("speaker"),
            addressees=party("addressee"),
            parent=None,
            confidence=Confidence(quote=0.95, type=0.85, medium=0.75),
            made_by=self.made_by,
        )
