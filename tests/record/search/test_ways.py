"""The ways to what is wanted, each against a look at every statement."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection

from tests.record.builder import Words, article, keep, lemma, statement
from tests.record.cast import Cast, Knowing
from wortlaut.record import Filters, Record, Sort
from wortlaut.record.search.folding import fold_text
from wortlaut.record.search.query import parse
from wortlaut.record.search.searching import Bounds, count_keys, wanted, wanted_keys, wanted_query
from wortlaut.record.tables.loading import load_found
from wortlaut.record.tables.opening import open_engine
from wortlaut.types import Confidence, Found, PartyKind, ResolvedParty, StatementType

WORDS = ("Zoll", "Häuser", "Haus", "Krankenhaus", "Brücken", "ja", "nein", "zollfrei", "Mond", "Maut")
NAMES = ("Ada Öhm", "Abel", "die Oehme", "Rat der Stadt", "er")
SOURCES = (None, "Küstenkurier", "Küstenbote", "Nordpost")
TYPES = tuple(StatementType)
# Who is meant: by two of the names the same one, by one nobody.
MEANT = Cast(
    table={
        "Ada Öhm": (PartyKind.PERSON, "Ada Öhm", None, "person:öhm"),
        "er": (PartyKind.PERSON, "Ada Öhm", None, "person:öhm"),
        "Abel": (PartyKind.PERSON, "Kain Xyz", None, "person:abel"),
    }
)
# Every way is taken by some of these.
BOUNDS = [Bounds(*bounds) for bounds in product((0, 3, 5000), (0, 4, 1000), (0, 10, 1000), (0, 2))]


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ways") / "sammlung.db"
    random = Random(5)
    with Record.open(path, create=True, language=Knowing(MEANT)) as record:
        for number in range(25):
            quotes = [" ".join(random.choices(WORDS, k=random.randint(1, 4))) + f" {number}.{at}" for at in range(4)]
            names = [random.choice(NAMES) for _ in quotes]
            text = " ".join(f"„{quote}“, so {name}." for quote, name in zip(quotes, names, strict=True))
            published = None if number % 9 == 0 else date(2026, 1, 1) + timedelta(days=random.randrange(8))
            news = article(
                text, url=f"https://example.org/{number}", published=published, source=random.choice(SOURCES)
            )
            made = [
                replace(
                    statement(
                        news, quote, speaker=name, addressee=random.choice((None, name)), kind=random.choice(TYPES)
                    ),
                    confidence=Confidence(random.choice((0.2, 0.5, 0.9)), 0.8, 0.7),
                )
                for quote, name in zip(quotes, names, strict=True)
            ]
            keep(record, news, made)
            if number % 6 == 0:  # a former version, which nothing finds
                keep(record, replace(news, text=news.text + " Zoll."), [])
    return path


@pytest.fixture(scope="module")
def connection(stock: Path) -> Iterator[Connection]:
    engine = open_engine(stock, create=False, read_only=True, wait_seconds=1)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.fixture(scope="module")
def everything(connection: Connection) -> list[tuple[int, Found]]:
    """All statements with their keys, the newest first, however they are reached."""
    keys = sorted(connection.execute(wanted_query(connection, wanted(connection, Filters(), None))).scalars())[::-1]
    return list(zip(keys, load_found(connection, dict.fromkeys(keys), None), strict=True))


def fits(found: Found, filters: Filters) -> bool:
    statement, head = found.statement, found.article
    quote = statement.quote[0].of(head.text)

    def names(parties: Sequence[ResolvedParty], part: str | None) -> bool:
        said = [fold_text(party.mention[0].of(head.text)) for party in parties]
        said += [fold_text(party.name) for party in parties if party.name is not None]
        return part is None or any(fold_text(part) in each for each in said)

    forms = {
        form for word in quote.replace(".", " ").split() for form in (word, lemma(word), *Words().parts(lemma(word)))
    }
    forms |= {word for party in statement.speakers for word in party.mention[0].of(head.text).split()}
    forms |= {word for party in found.speakers for word in (party.name or "").split()}
    folded = {fold_text(form) for form in forms}
    certainty = min(statement.confidence.quote, statement.confidence.type, statement.speakers[0].confidence)
    return all(
        (
            names(found.speakers, filters.speaker),
            names(found.addressees, filters.addressee),
            filters.actor in (None, *(party.actor for party in found.speakers)),
            filters.type in (None, statement.type),
            filters.since is None or (head.published is not None and head.published >= filters.since),
            filters.until is None or (head.published is not None and head.published <= filters.until),
            filters.source is None or (head.source is not None and fold_text(filters.source) in fold_text(head.source)),
            filters.min_confidence is None or certainty >= filters.min_confidence,
            filters.max_confidence is None or certainty <= filters.max_confidence,
            filters.decided is not True,
            filters.words is None or _has(folded, filters.words),
        )
    )


def _has(folded: set[str], words: str) -> bool:
    def has(word: str) -> bool:
        if word.endswith("*"):
            return any(form.startswith(fold_text(word)) for form in folded)
        return not {fold_text(word), fold_text(lemma(word))}.isdisjoint(folded)

    return all(has(word) for word in words.split())


def some_filters(random: Random) -> Filters:
    def maybe(*values: object) -> object:
        return random.choice(values) if random.random() < 0.35 else None

    day = date(2026, 1, 1) + timedelta(days=random.randrange(8))
    return Filters(
        actor=maybe("person:öhm", "person:abel", "person:niemand") if random.random() < 0.5 else None,  # type: ignore[arg-type]
        speaker=maybe("öh", "Abel", "er", "xyz"),  # type: ignore[arg-type]
        addressee=maybe("öhm", "e"),  # type: ignore[arg-type]
        type=maybe(*TYPES),  # type: ignore[arg-type]
        since=maybe(day),  # type: ignore[arg-type]
        until=maybe(day + timedelta(days=2)),  # type: ignore[arg-type]
        source=maybe("küsten", "post", "xyz"),  # type: ignore[arg-type]
        words=maybe("Zoll", "Haus", "Häuser ja", "zo*", "z* Mond", "Krankenhaus", "Abel", "xyz"),  # type: ignore[arg-type]
        min_confidence=maybe(0.3, 0.8),  # type: ignore[arg-type]
        max_confidence=maybe(0.5, 0.1),  # type: ignore[arg-type]
        decided=maybe(True, False, False),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("seed", range(120))
def test_every_way_gives_what_a_look_at_every_statement_gives(
    connection: Connection, everything: list[tuple[int, Found]], seed: int
) -> None:
    random = Random(seed)
    filters = some_filters(random)
    terms = None if filters.words is None else parse(filters.words, language=Words())
    bounds = random.choice(BOUNDS)
    limit = random.choice((None, 0, 1, 5, 20))
    expected = [(key, found) for key, found in everything if fits(found, filters)]
    asked = wanted(connection, filters, terms, bounds=bounds)

    def certainty(found: Found) -> float:
        given = found.statement
        return min(given.confidence.quote, given.confidence.type, given.speakers[0].confidence)

    dated = [key for key, found in expected if found.article.published is not None][::-1]
    undated = [key for key, found in expected if found.article.published is None][::-1]
    orders = {
        Sort.NEWEST: [key for key, _ in expected],
        Sort.OLDEST: dated + undated,
        Sort.CERTAINTY: [key for key, found in sorted(expected, key=lambda pair: certainty(pair[1]))],
    }
    for sort, keys in orders.items():
        assert list(wanted_keys(connection, asked, sort, limit)) == keys[:limit]
    assert count_keys(connection, asked) == len(expected)
    assert sorted(connection.execute(wanted_query(connection, asked)).scalars()) == sorted(key for key, _ in expected)


def test_the_sample_has_much_and_little_of_everything(everything: list[tuple[int, Found]]) -> None:
    assert len(everything) == 80
    found = [sum(fits(each, some_filters(Random(seed))) for _, each in everything) for seed in range(120)]
    assert sum(0 < count < 80 for count in found) > 40
