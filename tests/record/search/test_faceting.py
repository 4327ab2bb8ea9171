"""Facets against a look at every statement."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.record.builder import article, keep, statement
from tests.record.cast import BRANDIS, LIND, Knowing
from wortlaut.decisions import Confirm
from wortlaut.record import Filters, Record, Total
from wortlaut.record.search.certainty import BANDS, band_of
from wortlaut.record.search.faceting import FACETS_OF, FacetKind, Facets
from wortlaut.types import Act, Confidence, Found, Stance, StatementPart, StatementType

NAMES = ("Mara Lind", "Ole Brandis", "O. Brandis", "Jost", "die Bürgermeisterin")
SOURCES = (None, "Küstenkurier", "Küstenbote")
WORDS = ("Zoll", "Haus", "ja")
NO_FILTERS = Filters()


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("facets") / "sammlung.db"
    random = Random(8)
    with Record.open(path, create=True, language=Knowing()) as record:
        for number in range(30):
            quotes = [" ".join(random.choices(WORDS, k=random.randint(1, 6))) + f" {number}.{at}" for at in range(3)]
            told = [(quote, random.choice(NAMES), random.choice(NAMES)) for quote in quotes]
            text = " ".join(f"„{quote}“, so {one} zu {other}." for quote, one, other in told)
            day = None if number % 9 == 0 else date(2026, 1, 20) + timedelta(days=random.randrange(40))
            news = article(text, url=f"https://example.org/{number}", published=day, source=random.choice(SOURCES))
            made = [
                replace(
                    statement(news, quote, speaker=one, addressee=other, kind=random.choice(list(StatementType))),
                    confidence=Confidence(random.choice((0.3, 0.6, 0.75, 0.85)), 0.9, 0.9),
                )
                for quote, one, other in told
            ]
            keep(record, news, made)
            if number % 10 == 3:
                keep(record, replace(news, text=news.text + " Ende."), made[:1])
        for each in list(record.statements(limit=9)):
            record.decide(Confirm(each.statement.id, (StatementPart.TYPE,)), by="Ada")
    return path


def certainty(found: Found) -> float:
    given = found.statement
    parts = (given.confidence.quote, given.confidence.type, *(each.confidence for each in given.speakers))
    return min(parts)


def actors(parties: Sequence[object]) -> Iterator[str]:
    yield from {actor for each in parties if (actor := getattr(each, "actor", None)) is not None}


VALUES: Mapping[FacetKind, Callable[[Found], Iterator[str]]] = {
    FacetKind.ACT: lambda found: iter(() if found.sense is None else (str(found.sense.act),)),
    FacetKind.STANCE: lambda found: iter(() if found.sense is None else (str(found.sense.stance),)),
    FacetKind.TYPE: lambda found: iter((str(found.statement.type),)),
    FacetKind.SPEAKER: lambda found: actors(found.speakers),
    FacetKind.ADDRESSEE: lambda found: actors(found.addressees),
    FacetKind.SOURCE: lambda found: iter(() if found.article.source is None else (found.article.source,)),
    FacetKind.MONTH: lambda found: iter(() if (day := found.article.published) is None else (f"{day:%Y-%m}",)),
    FacetKind.DECIDED: lambda found: iter((str(bool(found.verdicts)).lower(),)),
}


def told(facets: Facets) -> dict[FacetKind, dict[str, int]]:
    return {each.kind: {value.value: value.statements for value in each.values} for each in facets.facets}


@pytest.mark.parametrize("words", [None, "Zoll", "Haus ja"])
@pytest.mark.parametrize(
    "filters",
    [
        NO_FILTERS,
        Filters(acts=(Act.DENY, Act.ACCUSE, Act.DEMAND, Act.CRITICISE)),
        Filters(act=Act.DENY, types=(StatementType.DIRECT, StatementType.REPORTED)),
        Filters(actor=LIND, since=date(2026, 2, 1)),
        Filters(addressed=BRANDIS, sources=("Küstenkurier",)),
        Filters(decided=True, stances=(Stance.NEUTRAL,)),
        Filters(source="küsten", min_confidence=0.5, max_confidence=0.8),
        Filters(speaker="lind", until=date(2026, 2, 3), sources=("kuestenbote", "Küstenkurier")),
    ],
)
def test_each_facet_is_what_a_look_at_every_statement_gives(
    record: Record, filters: Filters, words: str | None
) -> None:
    found = record.facets(filters, words)
    for kind, of in VALUES.items():
        without = replace(filters, words=words, **{each: getattr(NO_FILTERS, each) for each in FACETS_OF[kind]})
        expected = Counter(value for each in record.statements(without) for value in of(each))
        assert told(found)[kind] == expected, kind
    assert found.total == Total(record.count(replace(filters, words=words)))
    assert [each.kind for each in found.facets] == list(FacetKind)
    assert not any(each.at_least for each in found.facets)


def test_bands_of_certainty_are_told_by_the_least_in_them(record: Record) -> None:
    undecided = Filters(decided=False)
    expected = Counter(str(band_of(certainty(each))) for each in record.statements(undecided))
    assert told(record.facets(undecided))[FacetKind.CERTAINTY] == expected
    assert set(expected) == {"0.0", "0.5", "0.7", "0.8"}


def test_every_band_begins_with_its_own_least_value() -> None:
    assert [band_of(each) for each in BANDS] == list(BANDS)
    assert [band_of(each) for each in (0.49, 0.69, 0.79, 0.89, 1.0)] == list(BANDS)


def test_of_more_hits_than_the_bound_the_newest_are_counted_and_that_is_said(record: Record) -> None:
    found = record.facets(bound=7)
    newest = Counter(str(each.statement.type) for each in record.statements(limit=7))
    assert told(found)[FacetKind.TYPE] == newest
    assert {each.kind for each in found.facets if not each.at_least} == {FacetKind.MONTH}


def test_actors_have_their_names_and_the_foremost_come_first(record: Record) -> None:
    speakers = next(each for each in record.facets().facets if each.kind is FacetKind.SPEAKER)
    numbers = [each.statements for each in speakers.values]
    assert numbers == sorted(numbers, reverse=True)
    assert {each.value: each.label for each in speakers.values}[LIND] == "Mara Lind"


def test_nothing_is_spread_where_nothing_is_found(record: Record) -> None:
    found = record.facets(words="Xylophon")
    assert (found.total, set(map(len, told(found).values()))) == (Total(0), {0})
