from pathlib import Path
from random import Random

from tests.record.builder import READER, Words, article, document, keep, statement
from wortlaut.record import Kept, Record, ToKeep
from wortlaut.types import Article

WORDS = Words()
STORY = (
    "Die Hafenbehörde von Krumbach hat am Montag den alten Leuchtturm gesperrt. „Die Treppe hält keinen Besucher mehr "
    "aus“, sagte Hafenmeisterin Ilse Tornow. Der Verein der Turmfreunde sprach von einer Überraschung und verlangte "
    "ein Gutachten. Im Sommer waren noch dreitausend Gäste auf den Turm gestiegen. Die Behörde will im Frühjahr über "
    "eine Sanierung entscheiden; sie kostet nach ersten Schätzungen eine halbe Million."
)
OTHER = (
    "In Bad Sandow streiten Rat und Kurverwaltung über den Preis der neuen Kurkarte. „Zwei Euro sind zu viel“, meinte "
    "Hotelier Bodo Krahl. Die Verwaltung verwies auf gestiegene Löhne und auf die Kosten der Promenade, die im "
    "vergangenen Winter von einer Sturmflut beschädigt worden war. Entschieden werden soll im Dezember."
)


def item(text: str, number: int, source: str) -> Article:
    return article(text, url=f"https://example.org/{number}", source=source)


def originals(record: Record) -> dict[str, str]:
    """The outlet of each article's original by its own outlet."""
    with record._reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT v.source, o.source FROM article AS a JOIN article_version AS v ON v.article_key = a.key "
            "JOIN article_version AS o ON o.article_key = a.original_key WHERE v.is_current AND o.is_current"
        )
        return dict(rows.all())


def test_a_reprint_has_the_first_article_of_its_kind_as_its_original(record: Record) -> None:
    keep(record, item(STORY, 1, "Nordpost"), [statement(item(STORY, 1, "Nordpost"), "„Die Treppe")])
    keep(record, item(OTHER, 2, "Kurblatt"))
    keep(record, item(f"Krumbach (dpx) - {STORY.replace('Montag', 'Dienstag')}", 3, "Südblatt"))
    keep(record, item(STORY[: STORY.index("Im Sommer")], 4, "Tagblatt"))
    assert originals(record) == {
        "Nordpost": "Nordpost",
        "Kurblatt": "Kurblatt",
        "Südblatt": "Nordpost",
        "Tagblatt": "Nordpost",
    }
    assert len(list(record.articles())) == 4
    assert list(record.verify()) == []


def test_a_later_version_that_says_something_else_is_a_reprint_no_more(record: Record) -> None:
    keep(record, item(STORY, 1, "Nordpost"))
    keep(record, item(STORY, 2, "Südblatt"))
    keep(record, item(OTHER, 2, "Südblatt"))
    assert originals(record) == {"Nordpost": "Nordpost", "Südblatt": "Südblatt"}


def test_an_erased_original_leaves_its_place_to_the_next(record: Record) -> None:
    for number, source in enumerate(("Nordpost", "Südblatt", "Tagblatt")):
        keep(record, item(STORY, number, source))
    record.erase_article(item(STORY, 0, "Nordpost").id, by="Anna")
    assert originals(record) == {"Südblatt": "Südblatt", "Tagblatt": "Südblatt"}
    keep(record, item(STORY, 3, "Kurblatt"))
    assert originals(record)["Kurblatt"] == "Südblatt"


def test_two_versions_that_come_in_together_each_have_their_own_sketch(record: Record) -> None:
    first, second = item(STORY, 1, "Nordpost"), item(OTHER, 1, "Nordpost")
    to_keep = [
        ToKeep(each, document(each.text), WORDS.lemmas(document(each.text)), (), READER) for each in (first, second)
    ]
    assert record.keep_all(to_keep) == [Kept.STORED, Kept.STORED]
    assert record.article(first.id) == second
    assert list(record.verify()) == []


def test_an_original_that_says_something_else_leaves_its_followers_to_themselves(record: Record) -> None:
    keep(record, item(OTHER, 1, "Kurblatt"))
    keep(record, item(STORY, 2, "Nordpost"))
    keep(record, item(STORY, 3, "Südblatt"))
    keep(record, item(OTHER, 2, "Nordpost"))
    assert originals(record) == {"Kurblatt": "Kurblatt", "Nordpost": "Kurblatt", "Südblatt": "Südblatt"}
    assert list(record.verify()) == []


def test_what_repeats_a_version_that_came_in_with_it_has_that_one_as_its_original(record: Record) -> None:
    keep(record, item(OTHER, 1, "Nordpost"))
    both = item(STORY, 1, "Nordpost"), item(STORY, 2, "Südblatt")
    record.keep_all(ToKeep(each, document(each.text), WORDS.lemmas(document(each.text)), (), READER) for each in both)
    assert originals(record) == {"Nordpost": "Nordpost", "Südblatt": "Nordpost"}


def test_articles_kept_together_have_the_originals_that_they_have_one_by_one(tmp_path: Path) -> None:
    random = Random(7)
    words = [f"wort{number}" for number in range(400)]
    pieces = [" ".join(random.choices(words, k=30)) for _ in range(12)]
    texts = [" ".join(random.sample(pieces, k=random.randint(1, 4))) for _ in range(60)]
    items = [item(text, number, f"Blatt {number}") for number, text in enumerate(texts)]
    found = []
    for size in (1, 7, 60):
        with Record.open(tmp_path / f"{size}.db", create=True, language=WORDS) as record:
            for start in range(0, len(items), size):
                record.keep_all(
                    ToKeep(each, document(each.text), WORDS.lemmas(document(each.text)), (), READER)
                    for each in items[start : start + size]
                )
            found.append(originals(record))
    assert found[0] == found[1] == found[2]
    assert 20 < sum(of != by for by, of in found[0].items()) < 60
