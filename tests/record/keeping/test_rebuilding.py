from tests.record.builder import Words, article, keep, statement
from wortlaut.record import Record
from wortlaut.record.keeping.rebuilding import rebuild

STORY = (
    "Die Hafenbehörde von Krumbach hat am Montag den alten Leuchtturm gesperrt. „Die Treppe hält keinen Besucher mehr "
    "aus“, sagte Hafenmeisterin Ilse Tornow. Der Verein der Turmfreunde sprach von einer Überraschung und verlangte "
    "ein Gutachten. Im Sommer waren noch dreitausend Gäste auf den Turm gestiegen."
)
QUOTE = "„Die Treppe hält keinen Besucher mehr aus“"


def rows(record: Record, query: str) -> list[object]:
    with record._reading() as connection:
        return list(connection.exec_driver_sql(query))


def test_what_repeats_another_still_does_when_all_is_made_anew(record: Record) -> None:
    for number in range(3):
        copy = article(STORY, url=f"https://example.org/{number}")
        keep(record, copy, [statement(copy, QUOTE)])
    originals = "SELECT key, original_key FROM article ORDER BY key"
    before = rows(record, originals)
    with record._writing() as connection:
        rebuild(connection, language=Words())
    assert rows(record, originals) == before == [(1, 1), (2, 1), (3, 1)]
    assert list(record.verify()) == []
