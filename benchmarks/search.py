"""Questions put to a record: search by words, statements by filters."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.documents import json_lines
from benchmarks.figures import Figure, time_once
from wortlaut import service
from wortlaut.reading import Reader
from wortlaut.record import Filters
from wortlaut.settings import Settings

__all__ = ["search"]

_QUESTIONS = ("Kosten", "Einigung", "ablenken", "Frage", "schließen", "Millionen Euro", "begänne", "Bericht falsch")
_SPEAKERS = ("Ines", "Jörn", "Ministerin", "Falk", "Bürgermeister", "Greta", "Käthe", "Botschafter")
_PAGE = 20


def search(texts: Sequence[str], reader: Reader, *, runs: int) -> list[Figure]:
    """Milliseconds until the first page of answers is there, in a record of `texts`."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "items.jsonl"
        source.write_bytes(json_lines(texts))
        settings = Settings(db=Path(folder) / "search.db")
        service.read([str(source)], settings=settings, reader=reader)

        def by_words(words: str) -> object:
            return list(service.search(words, settings=settings, limit=_PAGE))

        def by_speaker(speaker: str) -> object:
            return list(service.statements(Filters(speaker=speaker), settings=settings, limit=_PAGE))

        return [
            Figure.least(f"words, {len(texts):,} items", _milliseconds(by_words, _QUESTIONS, runs), unit="ms"),
            Figure.least(f"speaker, {len(texts):,} items", _milliseconds(by_speaker, _SPEAKERS, runs), unit="ms"),
        ]


def _milliseconds(ask: Callable[[str], object], questions: Sequence[str], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        for question in questions:
            times.append(1000 * time_once(partial(ask, question)).clock)
    return times
