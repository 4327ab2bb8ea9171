"""From a path to an engine on a record of the present schema, or an error that says why not."""

from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Connection, Engine, insert, inspect

from wortlaut.errors import RecordForeign, RecordMissing, RecordNewer, RecordReadOnly
from wortlaut.record.contents import Language
from wortlaut.record.tables import sqlite
from wortlaut.record.tables.schema import SCHEMA, about, metadata
from wortlaut.record.tables.sqlite import Mode

__all__ = ["RECORD_ID", "create_schema", "open_engine", "prepare"]

# The name under which `about` holds what tells this record and its backups from others.
RECORD_ID = "id"
_ID_BYTES = 8
# The step to this schema was the last that changed what is made of articles, readings and the history.
_REBUILT = 2


def open_engine(
    path: Path, *, create: bool, read_only: bool, wait_seconds: float, language: Language | None = None
) -> Engine:
    """An engine on the record at `path`, which is made, or brought up to the present schema, where that may be.

    What stands in the way of reading only (an interrupted write to undo, an older schema) is first set right by
    opening to write, where the file can be written. Raises the errors below `RecordError`.
    """
    mode: Mode = "ro" if read_only else "rwc" if create else "rw"
    _check_file(path, create=mode == "rwc")
    try:
        return _opened(path, mode, wait_seconds, language)
    except RecordReadOnly as error:
        if mode != "ro" or error.code not in ("record_interrupted", "record_too_old_to_read"):
            raise
        try:
            _opened(path, "rw", wait_seconds, language).dispose()
        except RecordReadOnly:
            raise error from None
        return _opened(path, mode, wait_seconds, language)


def _opened(path: Path, mode: Mode, wait_seconds: float, language: Language | None) -> Engine:
    engine = sqlite.connect(path, mode=mode, wait_seconds=wait_seconds)
    try:
        with sqlite.mapped_errors(path):
            prepare(engine, path, mode, language=language)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_file() and (create or path.stat().st_size > 0):
        return
    if path.exists() and not path.is_file():
        raise RecordForeign("record_no_file", path=path)
    if not create:
        raise RecordMissing("record_missing", path=path)
    if not path.parent.is_dir():
        raise RecordMissing("record_folder_missing", path=path, folder=path.parent)


def prepare(engine: Engine, path: Path, mode: Mode, *, language: Language | None = None) -> None:
    """Nothing; the engine is on a record of the present schema, or the error is raised that says why not.

    `language` analyses the texts where the words of an older record must be indexed anew.
    """
    with engine.connect() as connection:
        found = _found_schema(connection, path)
    if found == SCHEMA:
        if mode != "ro":
            _set_journal(engine)
        return
    if found is None and mode != "rwc":
        raise RecordMissing("record_missing", path=path)
    if mode == "ro":
        raise RecordReadOnly("record_too_old_to_read", path=path, found=found, known=SCHEMA)
    _set_journal(engine)
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        found = _found_schema(connection, path)  # another process may have been quicker
        if found is None:
            create_schema(connection)
        elif found < SCHEMA:
            from wortlaut.record.keeping.rebuilding import rebuild
            from wortlaut.record.tables.migrations import upgrade  # takes 0.25 s

            upgrade(connection)
            _mark(connection)
            if found < _REBUILT:
                rebuild(connection, language=language)


def _set_journal(engine: Engine) -> None:
    # Outside of a transaction, where SQLite heeds it.
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = TRUNCATE")
    finally:
        raw.close()


def _found_schema(connection: Connection, path: Path) -> int | None:
    """The number of the file's schema, None where the file is empty; raises `RecordForeign`, `RecordNewer`."""
    application_id = sqlite.get_pragma(connection, "application_id")
    found = sqlite.get_pragma(connection, "user_version")
    if application_id == 0 and found == 0 and not inspect(connection).get_table_names():
        return None
    if application_id != sqlite.APPLICATION_ID:
        raise RecordForeign("record_of_other_program", path=path, found=application_id)
    if found > SCHEMA:
        raise RecordNewer("record_newer", path=path, found=found, known=SCHEMA)
    return found


def create_schema(connection: Connection) -> None:
    """Nothing; the present schema stands in the empty file, as all migrations would have left it.

    A test holds the two together. Made at once because importing Alembic would double the time of a first run.
    """
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (f"{SCHEMA:04}",))
    metadata.create_all(connection, checkfirst=False)
    for ddl in sqlite.WORDS_DDL:
        connection.exec_driver_sql(ddl)
    values = {RECORD_ID: token_hex(_ID_BYTES), "made_at": datetime.now(UTC).isoformat(timespec="seconds")}
    connection.execute(insert(about), [{"name": name, "value": value} for name, value in values.items()])
    _mark(connection)


def _mark(connection: Connection) -> None:
    """Nothing; the file says that it is a record, and of which schema."""
    sqlite.set_pragma(connection, "application_id", sqlite.APPLICATION_ID)
    sqlite.set_pragma(connection, "user_version", SCHEMA)
