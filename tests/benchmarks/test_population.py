from itertools import islice
from pathlib import Path

from benchmarks.population import Population, made_vocabulary, read_vocabulary


def test_as_many_statements_come_as_were_asked_for_each_within_its_article() -> None:
    items = list(Population(made_vocabulary(), str.lower).items(200))
    assert sum(len(item.statements) for item in items) == 200
    for item in items:
        text = item.article.text
        assert [token.of(text).lower() for token in item.document.tokens] == list(item.lemmas)
        assert all(span.end <= len(text) for statement in item.statements for span in statement.spans())
        assert len({statement.id for statement in item.statements}) == len(item.statements)


def test_the_same_seed_makes_the_same_articles() -> None:
    first, again = (list(islice(Population(made_vocabulary(), str).items(50), 5)) for _ in range(2))
    assert first == again


def test_words_come_as_often_as_their_counts_say(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_text("oft\t99\nselten\t1\n", encoding="utf-8")
    population = Population(read_vocabulary(path), str)
    words = " ".join(item.article.text for item in population.items(100)).split()
    assert 0 < words.count("selten") < words.count("oft") / 20
