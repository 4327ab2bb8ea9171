"""Checking everything: what is stored against the digests stored with it, and the parts against each other.

Nothing is mended and nothing guessed. Each check is one read transaction and gives its problems when it is through.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from functools import partial, reduce
from hashlib import sha256
from itertools import groupby, pairwise
from pathlib import Path

from sqlalchemy import Connection, Engine, Integer, bindparam, func, select, true, type_coerce

from wortlaut.decisions import Action
from wortlaut.errors import RecordDamaged, RecordError
from wortlaut.matching.likeness import bands, sketch
from wortlaut.record.keeping.coding import codebook_values, kept_of
from wortlaut.record.keeping.feeds import entry_seal, feed_seal
from wortlaut.record.keeping.reprints import original_values
from wortlaut.record.keeping.writing import follows
from wortlaut.record.people.erasures import ERASURE_SALT, erased_values
from wortlaut.record.problems import Problem, ProblemKind
from wortlaut.record.safety.auditing import Ledgers, check_actors, check_history, check_resolved, erased_from
from wortlaut.record.safety.relisting import MENTIONS, NAMES, check_listed, folded_words
from wortlaut.record.safety.retelling import check_occasions
from wortlaut.record.search.folding import fold_text
from wortlaut.record.search.indexing import HIDDEN, mention_spans, names_behind, spoken_words, surface, unpack_parts
from wortlaut.record.tables.keys import statement_key
from wortlaut.record.tables.loading import load_states, load_version
from wortlaut.record.tables.packing import unpack_raw, unpack_source_map
from wortlaut.record.tables.rows import (
    SHOWN,
    AnyRow,
    State,
    Values,
    article_of,
    article_seal,
    listed_values,
    seal_of,
    shown_among,
    statement_rows,
    statements_seal,
)
from wortlaut.record.tables.schema import (
    about,
    article,
    article_version,
    codebook,
    erased,
    feed,
    feed_entry,
    history,
    reading,
    reprint_band,
    saved_search,
    statement,
    words,
)
from wortlaut.record.tables.sqlite import broken_references, file_problems, index_problem, mapped_errors
from wortlaut.types import Article, SourceMap, Statement

__all__ = ["verify"]

_Check = Callable[[Connection], Iterator[Problem]]

_NEXT_VERSION = select(func.min(article_version.c.key)).where(article_version.c.key > bindparam("key"))
_STATEMENTS = (
    # As a number: any but 0 would be taken for true, but the listings look for 1.
    select(statement.c.key, type_coerce(statement.c.is_shown, Integer).label("is_shown"))
    .where(statement.c.version_key == bindparam("key"))
    .order_by(statement.c.position)
)
_TURNS = (
    select(reading.c.version_key, reading.c.turn, reading.c.is_current)
    .join(article_version)
    .where(article_version.c.article_key == bindparam("article_key"))
)
_BANDS = select(reprint_band.c.band).where(reprint_band.c.version_key == bindparam("key"))
_WORDS = select(words).where(words.c.rowid.in_(bindparam("keys", expanding=True)))


def verify(engine: Engine, path: Path, *, head: str | None = None) -> Iterator[Problem]:
    """All that is wrong with the record; raises `RecordError` where the file cannot be checked at all.

    `head` is number and digest of an entry of the history, noted elsewhere when it was the last.
    """
    for where, check in (
        ("file", _check_file),
        ("references", _check_references),
        ("versions", _check_currents),
        ("versions", _check_order),
        ("reprints", _check_originals),
        ("searches", _check_saved),
        ("feeds", _check_feeds),
        ("codebooks", _check_codebooks),
        ("erasures", _check_erased),
        ("index", _check_index),
        ("history", partial(check_history, anchor=head)),
        ("actors", check_actors),
        ("events", check_occasions),
    ):
        yield from _run(engine, path, check, where)
    ledgers = Ledgers()
    try:
        key = _next_version(engine, path, 0)
        while key is not None:
            yield from _run(engine, path, partial(_check_version, key=key, ledgers=ledgers), f"version {key}")
            key = _next_version(engine, path, key)
    except RecordDamaged as error:
        yield Problem(ProblemKind.UNREADABLE, "versions", {"what": error.values["what"]})


def _next_version(engine: Engine, path: Path, after: int) -> int | None:
    with mapped_errors(path), engine.begin() as connection:
        found: int | None = connection.execute(_NEXT_VERSION, {"key": after}).scalar_one()
        return found


def _run(engine: Engine, path: Path, check: _Check, where: str) -> list[Problem]:
    """What the check finds, and what stopped it where the file is too damaged for it to go on."""
    found: list[Problem] = []
    try:
        with mapped_errors(path), engine.begin() as connection:
            for problem in check(connection):  # one by one, so that what came before an error is kept
                found.append(problem)
    except RecordDamaged as error:
        found.append(Problem(ProblemKind.UNREADABLE, where, {"what": error.values["what"]}))
    except RecordError:
        raise  # a disk or another program is in the way
    except Exception as error:  # damaged rows have values of any type, and no list of what follows from them is whole
        found.append(Problem(ProblemKind.UNREADABLE, where, {"what": str(error)}))
    return found


def _check_file(connection: Connection) -> Iterator[Problem]:
    for line in file_problems(connection):
        yield Problem(ProblemKind.FILE, "file", {"what": line})


def _check_references(connection: Connection) -> Iterator[Problem]:
    for broken in broken_references(connection):
        yield Problem(ProblemKind.REFERENCE, f"{broken.table} {broken.row}", {"table": broken.points_to})


def _check_currents(connection: Connection) -> Iterator[Problem]:
    """Articles without exactly one current version, versions without exactly one current reading."""
    versions = func.count(article_version.c.key).filter(article_version.c.is_current == true())
    readings = func.count(reading.c.key).filter(reading.c.is_current == true())
    for query in (
        select(article.c.id, versions).outerjoin(article_version).group_by(article.c.key).having(versions != 1),
        select(article_version.c.key, readings)
        .outerjoin(reading)
        .group_by(article_version.c.key)
        .having(readings != 1),
    ):
        for where, found in connection.execute(query):
            name = where if isinstance(where, str) else f"version {where}"
            yield Problem(ProblemKind.VERSIONS, name, {"found": found})


def _check_order(connection: Connection) -> Iterator[Problem]:
    """Versions and readings that do not follow each other as they came in, or of which not the right one is current."""
    query = (
        select(
            article.c.id,
            article_version.c.number,
            article_version.c.is_current,
            article_version.c.revision,
            article.c.key,
        )
        .join(article)
        .order_by(article_version.c.article_key, article_version.c.key)
    )
    with_gaps = set(erased_from(connection))  # a version that erasing made like another goes, with its readings
    for name, versions in groupby(connection.execute(query), key=lambda row: row.id):
        rows = list(versions)
        readings = list(connection.execute(_TURNS, {"article_key": rows[0].key}))
        turns = sorted(each.turn for each in readings)
        numbers = [each.number for each in rows]
        gapless = list(range(1, len(numbers) + 1)) == numbers and list(range(1, len(turns) + 1)) == turns
        if numbers != sorted(numbers) or not (gapless or name in with_gaps):
            yield Problem(ProblemKind.ORDER, name, {"what": f"versions {numbers}, readings {turns}"})
        elif not reduce(_later, rows).is_current:
            yield Problem(ProblemKind.ORDER, name, {"what": "the last version is not the current one"})
        latest = {each.version_key: each.is_current for each in sorted(readings, key=lambda each: each.turn)}
        if not all(latest.values()):
            yield Problem(ProblemKind.ORDER, name, {"what": "the last reading is not the current one"})


def _later(current: AnyRow, version: AnyRow) -> AnyRow:
    """The one of two versions that is current after the second one came in."""
    return version if follows(version.revision, current.revision) else current


def _check_originals(connection: Connection) -> Iterator[Problem]:
    """Articles that are not said to repeat what they were found to, or one that repeats another itself."""
    original = article.alias("original")
    query = select(
        article.c.id,
        article.c.original_key,
        article.c.seal,
        original.c.id.label("original_id"),
        (original.c.original_key != original.c.key).label("is_chained"),
    )
    for row in connection.execute(query.outerjoin(original, original.c.key == article.c.original_key)):
        if row.seal != original_values(row.id, row.original_key)["seal"]:
            yield Problem(ProblemKind.REPRINT, row.id, {"what": "it is not what it was found to repeat"})
        elif row.is_chained:
            yield Problem(
                ProblemKind.REPRINT, row.id, {"what": f"{row.original_id}, which it repeats, repeats another"}
            )


def _check_saved(connection: Connection) -> Iterator[Problem]:
    """Saved searches that are not those that were saved."""
    for row in connection.execute(select(saved_search)):
        if row.seal != seal_of(row.name, row.query, row.made_at):
            yield Problem(ProblemKind.SAVED, f"search {row.key}")


def _check_feeds(connection: Connection) -> Iterator[Problem]:
    """Feeds that do not stand as they were left, so that entries could be missed or asked for again."""
    for row in connection.execute(select(feed)):
        if row.seal != feed_seal(row):
            yield Problem(ProblemKind.FEED, f"feed {row.key}")
    for row in connection.execute(select(feed_entry, feed.c.address).join(feed)):
        if row.seal != entry_seal(row.address, row.entry, row.fingerprint):
            yield Problem(ProblemKind.FEED, f"feed {row.feed_key}, entry {row.entry}")


def _check_codebooks(connection: Connection) -> Iterator[Problem]:
    """Codebooks that are not those that were added."""
    for row in connection.execute(select(codebook)):
        if row.seal != codebook_values(kept_of(row), is_going=row.is_going)["seal"]:
            yield Problem(ProblemKind.CODEBOOK, f"codebook {row.key}")


def _check_erased(connection: Connection) -> Iterator[Problem]:
    """Erasures that are not those that were made, so that what was erased could come in again."""
    salt = connection.execute(select(about.c.value).where(about.c.name == ERASURE_SALT)).scalar_one_or_none()
    query = select(erased, history.c.content).outerjoin(history, history.c.number == erased.c.number)
    for row in connection.execute(query):
        is_told = row.content is None or f'"action":"{Action.ERASE}"' in row.content
        if not is_told or row.seal != erased_values(salt or "", row.digest, row.words, row.number)["seal"]:
            yield Problem(ProblemKind.ERASED, f"erased {row.key}")


def _check_sketch(connection: Connection, row: AnyRow, where: str) -> Iterator[Problem]:
    """How what finds the version's reprints does not follow from its text."""
    made = sketch(row.text)
    if row.sketch != made.packed:
        yield Problem(ProblemKind.REPRINT, where, {"what": "its sketch is not that of its text"})
    found = sorted(connection.execute(_BANDS, {"key": row.key}).scalars())
    if found != (sorted(bands(made)) if row.is_current else []):
        yield Problem(ProblemKind.REPRINT, where, {"what": "it is filed under other bands than its sketch has"})


def _check_index(connection: Connection) -> Iterator[Problem]:
    wanted = (
        select(func.count()).select_from(statement.join(article_version)).where(article_version.c.is_current == true())
    )
    expected = connection.execute(wanted).scalar_one()
    found = connection.execute(select(func.count()).select_from(words)).scalar_one()
    if found != expected:
        yield Problem(ProblemKind.INDEX, "index", {"what": f"{found} rows for {expected} statements"})
    if what := index_problem(connection):
        yield Problem(ProblemKind.INDEX, "index", {"what": what})


def _check_version(connection: Connection, key: int, ledgers: Ledgers) -> Iterator[Problem]:
    """What is wrong with one version of an article, its reading, statements and their words in the index."""
    row = load_version(connection, key)
    where = f"{row.id}/{row.number}"
    article = yield from _check_article(row, where)
    shown = {each.key: each.is_shown for each in connection.execute(_STATEMENTS, {"key": key})}
    loaded = list(load_states(connection, list(shown)))
    indexed: dict[int, AnyRow] = {}
    if row.is_current:
        keys = [each.key for each, _ in loaded]
        indexed = {each.rowid: each for each in connection.execute(_WORDS, {"keys": keys})}
    mentions, names = (folded_words(connection, query, key) for query in (MENTIONS, NAMES))
    seals = []
    listed: dict[int, Values] = {}
    for position, (statement_row, state) in enumerate(loaded):
        found = state.statement
        place = f"{where}/{found.id}"
        rows = statement_rows(state, article.text)
        seals.append(rows.statement["seal"])
        yield from _check_spans(found, article.text, place)
        if statement_row.seal != seals[-1]:
            yield Problem(ProblemKind.STATEMENT, place)
        if statement_row.position != position or statement_row.key != statement_key(row.published, key, position):
            yield Problem(ProblemKind.STATEMENT, place)
        if shown[statement_row.key] != rows.statement["is_shown"] or statement_row.certainty != state.certainty:
            yield Problem(ProblemKind.STATEMENT, place)
        if mentions[statement_row.key] != [party["folded"] for party in rows.parties]:
            yield Problem(ProblemKind.INDEX, place, {"what": "the words of a mention differ"})
        if names[statement_row.key] != [party["folded"] for party in rows.who]:
            yield Problem(ProblemKind.INDEX, place, {"what": "the words of a name differ"})
        if row.is_current:
            yield from _check_words(indexed.get(statement_row.key), state, article, place)
            listed |= {statement_row.key: listed_values(rows)} if state.standing in SHOWN else {}
    if row.statements_seal != statements_seal(seals) or row.shown != shown_among(state for _, state in loaded):
        yield Problem(ProblemKind.STATEMENTS, where, {"found": len(seals)})
    yield from check_listed(connection, row, where, listed)
    yield from _check_sketch(connection, row, where)
    yield from check_resolved(connection, row, where, ledgers)


def _check_article(row: AnyRow, where: str) -> Generator[Problem, None, Article]:
    """What is wrong with the article itself; returns as much of it as can be read."""
    raw, source_map = b"", SourceMap(0, ())
    with suppress(ValueError):  # its digest tells
        raw = unpack_raw(row.raw)
    if sha256(raw).digest() != row.raw_digest:
        yield Problem(ProblemKind.RAW, where)
    try:
        source_map = unpack_source_map(row.source_map)
    except ValueError as error:
        yield Problem(ProblemKind.SOURCE_MAP, where, {"what": str(error)})
    else:
        for what in _map_faults(source_map, len(row.text), len(raw)):
            yield Problem(ProblemKind.SOURCE_MAP, where, {"what": what})
    article = article_of(row, raw=raw, source_map=source_map)
    if article.digest != row.digest:
        yield Problem(ProblemKind.TEXT, where)
    if article_seal(article) != row.seal:
        yield Problem(ProblemKind.ARTICLE, where)
    if row.source_folded != (None if article.source is None else fold_text(article.source)):
        yield Problem(ProblemKind.INDEX, where, {"what": "the words of the source differ"})
    return article


def _map_faults(source_map: SourceMap, length: int, raw_length: int) -> Iterator[str]:
    """How the map does not keep to what `SourceMap` says of it."""
    runs = source_map.runs
    if source_map.length != length:
        yield f"it is for {source_map.length} characters, the text has {length}"
    if length and (not runs or runs[0].char != 0):
        yield "it does not begin with the first character"
    if any(after.char <= run.char or after.byte < run.byte for run, after in pairwise(runs)):
        yield "it goes back"
    ends = [run.char for run in runs[1:]] + [source_map.length]
    if any(run.byte + (end - run.char) * run.width > raw_length for run, end in zip(runs, ends, strict=False)):
        yield f"it goes beyond the {raw_length} raw bytes"


def _check_spans(found: Statement, text: str, where: str) -> Iterator[Problem]:
    for span in found.spans():
        if span.end > len(text):
            values = {"start": span.start, "end": span.end, "length": len(text)}
            yield Problem(ProblemKind.SPAN, where, values)


def _check_words(indexed: AnyRow | None, state: State, article: Article, where: str) -> Iterator[Problem]:
    """How the index has other words than the statement; lemmas can only be counted, as they came from outside."""
    if indexed is None:
        yield Problem(ProblemKind.INDEX, where, {"what": "it is missing"})
        return
    if indexed.title != fold_text(article.title or ""):
        yield Problem(ProblemKind.INDEX, where, {"what": "the words of the title differ"})
    if indexed.hidden != ("" if state.standing in SHOWN else HIDDEN):
        yield Problem(ProblemKind.INDEX, where, {"what": "it is found where it is hidden, or hidden where it stands"})
    found = state.statement
    quote, speaker = spoken_words(article.text, found.quote), spoken_words(article.text, mention_spans(found))
    said = surface(speaker)
    named = " ".join(filter(None, (said, *names_behind(state, said))))
    for part, expected, stored, lemmas in (
        ("quote", surface(quote), indexed.quote, indexed.quote_lemmas),
        ("speaker", named, indexed.speaker, indexed.speaker_lemmas),
    ):
        if stored != expected or len(lemmas.split()) != len(expected.split()):
            yield Problem(ProblemKind.INDEX, where, {"what": f"the words of the {part} differ"})
    if len(unpack_parts(indexed.quote_parts)) not in (0, len(quote)):
        yield Problem(ProblemKind.INDEX, where, {"what": "the parts of the quote's compounds differ"})
