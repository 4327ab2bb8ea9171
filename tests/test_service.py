import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import wortlaut
from tests.builder import MADE_BY, ToyReader
from wortlaut import service
from wortlaut.errors import NothingToRead, NotInRecord, ReaderError, RecordMissing
from wortlaut.record import Filters
from wortlaut.service import ExportFormat, Outcome, Summary, Taken
from wortlaut.settings import Settings
from wortlaut.types import Article, Document, Origin, Reason, Rejected, Stage, Statement, article_id


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(db=tmp_path / "record.db", batch=2)


def write(folder: Path, *texts: str) -> list[str]:
    """The paths of new files with these texts."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return [str(path) for path in paths]


def quotes(outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Taken)
    return [" ".join(span.of(found.article.text) for span in found.statement.quote) for found in outcome.found]


def test_read_keeps_what_the_reader_finds(tmp_path: Path, settings: Settings) -> None:
    outcomes: list[Outcome] = []
    paths = write(tmp_path, "„Eins“, sagte Ada. „Zwei“, rief Bo.", "Ohne jedes Zitat.")
    summary = service.read(paths, settings=settings, reader=ToyReader(), progress=outcomes.append)
    assert summary == Summary(stored=2, unchanged=0, rejected=0, statements=2, tokens=18)
    assert [quotes(outcome) for outcome in outcomes] == [["„Eins“", "„Zwei“"], []]
    assert [quote for found in service.statements(settings=settings) for quote in [found.statement.id]] == [
        found.statement.id for found in reversed_by_article(outcomes)
    ]


def reversed_by_article(outcomes: Sequence[Outcome]) -> list[wortlaut.Found]:
    """The statements as the record lists them: the last article first."""
    return [found for outcome in reversed(outcomes) if isinstance(outcome, Taken) for found in outcome.found]


def test_second_run_reads_nothing_again(tmp_path: Path, settings: Settings) -> None:
    paths = write(tmp_path, "„Eins“, sagte Ada.", "„Zwei“, rief Bo.")
    first: list[Outcome] = []
    second: list[Outcome] = []
    service.read(paths, settings=settings, reader=ToyReader(), progress=first.append)
    reader = ToyReader()
    summary = service.read(paths, settings=settings, reader=reader, progress=second.append)
    assert summary == Summary(stored=0, unchanged=2, rejected=0, statements=2, tokens=0)
    assert reader.texts == []
    assert second == [replace(each, unchanged=True, tokens=0) for each in first if isinstance(each, Taken)]


def test_same_item_twice_is_stored_once(tmp_path: Path, settings: Settings) -> None:
    outcomes: list[Outcome] = []
    paths = write(tmp_path, "„Eins“, sagte Ada.", "„Eins“, sagte Ada.")
    summary = service.read(paths, settings=settings, reader=ToyReader(), progress=outcomes.append)
    assert (summary.stored, summary.unchanged) == (1, 1)
    assert [quotes(outcome) for outcome in outcomes] == [["„Eins“"], ["„Eins“"]]
    assert service.count(settings=settings) == 1


def test_two_versions_of_an_article_keep_their_own_statements_in_a_second_run(
    tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "items.jsonl"
    texts = ("„Eins“, sagte Ada.", "Berichtigt: „Zwei“, rief Bo.")
    path.write_text("\n".join(json.dumps({"url": "https://a.example/1", "text": text}) for text in texts), "utf-8")
    first: list[Outcome] = []
    second: list[Outcome] = []
    service.read([str(path)], settings=settings, reader=ToyReader(), progress=first.append)
    service.read([str(path)], settings=settings, reader=ToyReader(), progress=second.append)
    assert [quotes(outcome) for outcome in first] == [["„Eins“"], ["„Zwei“"]]
    assert second == [replace(each, unchanged=True, tokens=0) for each in first if isinstance(each, Taken)]
    assert [each.version for each in first if isinstance(each, Taken)] == [1, 2]


def test_failure_on_one_item_leaves_its_neighbours(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "record.db", batch=3)
    paths = write(tmp_path, "„Eins“, sagte Ada.", "„KAPUTT“, sagte Bo.", "„Drei“, rief Cleo.")
    outcomes: list[Outcome] = []
    summary = service.read(paths, settings=settings, reader=ToyReader(), progress=outcomes.append)
    assert (summary.read, summary.stored, summary.rejected) == (3, 2, 1)
    assert quotes(outcomes[0]) == ["„Eins“"]
    name = article_id(text="„KAPUTT“, sagte Bo.", url=None, source=None, declared_id=None)
    assert outcomes[1] == Rejected(
        f"The reader toy failed on article {name} (ValueError: the toy is broken). Report it to those who made the "
        "reader.",
        Stage.READING,
        Origin(paths[1]),
        Reason("refused.reading", (("reader", "toy"), ("article", name), ("problem", "ValueError: the toy is broken"))),
    )
    assert quotes(outcomes[2]) == ["„Drei“"]


def test_refused_items_stay_in_their_place(tmp_path: Path, settings: Settings) -> None:
    lines = ['{"text": "„Eins“, sagte Ada."}', '{"texxt": 1}', '{"text": "„Drei“, rief Cleo."}']
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    outcomes: list[Outcome] = []
    service.read([str(path)], settings=settings, reader=ToyReader(), progress=outcomes.append)
    assert [(type(outcome), outcome.origin.record) for outcome in outcomes] == [(Taken, 1), (Rejected, 2), (Taken, 3)]


def test_field_map_and_encoding_reach_the_intake(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "items.json"
    path.write_bytes('{"inhalt": "„Müßig“, sagte Ada."}'.encode("cp1252"))
    outcomes: list[Outcome] = []
    service.read(
        [str(path)],
        settings=settings,
        field_map={"text": "inhalt"},
        encoding="cp1252",
        reader=ToyReader(),
        progress=outcomes.append,
    )
    assert [quotes(outcome) for outcome in outcomes] == [["„Müßig“"]]


class _Liar(ToyReader):
    """Gives statements that reach behind the text of the article."""

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        found = super().read(articles, documents)
        return [tuple(replace(each, article_id="a0") for each in statements) for statements in found]


def test_impossible_statement_rejects_its_item_only(tmp_path: Path, settings: Settings) -> None:
    paths = write(tmp_path, "„Eins“, sagte Ada.", "Ohne jedes Zitat.")
    outcomes: list[Outcome] = []
    summary = service.read(paths, settings=settings, reader=_Liar(), progress=outcomes.append)
    assert (summary.stored, summary.rejected) == (1, 1)
    assert isinstance(outcomes[0], Rejected)
    assert outcomes[0].stage is Stage.READING
    assert "toy" in service.explain(outcomes[0], "de")


class _Counting(ToyReader):
    """Remembers how many articles it was given at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        self.sizes.append(len(articles))
        return super().read(articles, documents)


def test_reader_is_given_no_more_than_a_batch(tmp_path: Path, settings: Settings) -> None:
    reader = _Counting()
    service.read(write(tmp_path, *(f"„Satz {n}“, sagte Ada." for n in range(5))), settings=settings, reader=reader)
    assert reader.sizes == [2, 2, 1]


def test_long_articles_make_small_batches(tmp_path: Path) -> None:
    reader = _Counting()
    long = f"{'a' * 60}, " * 10_000
    settings = Settings(db=tmp_path / "record.db", batch=8)
    service.read(write(tmp_path, f"{long}1", f"{long}2", f"{long}3"), settings=settings, reader=reader)
    assert reader.sizes == [2, 1]


class _Unusable(ToyReader):
    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        raise ReaderError("out of order")


def test_reader_that_cannot_be_used_ends_the_run(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(ReaderError, match="out of order"):
        service.read(write(tmp_path, "„Eins“, sagte Ada."), settings=settings, reader=_Unusable())


def test_item_is_in_the_record_when_progress_hears_of_it(tmp_path: Path, settings: Settings) -> None:
    counts: list[int] = []
    service.read(
        write(tmp_path, "„Eins“, sagte Ada.", "„Zwei“, rief Bo.", "„Drei“, sagte Cleo."),
        settings=settings,
        reader=ToyReader(),
        progress=lambda outcome: counts.append(service.count(settings=settings)),
    )
    assert counts == [2, 2, 3]  # a batch of two is kept at once


def test_nothing_to_read_is_an_error(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(NothingToRead):
        service.read([str(tmp_path / "nothing*.txt")], settings=settings, reader=ToyReader())


@pytest.fixture
def filled(tmp_path: Path, settings: Settings) -> Settings:
    lines = [
        {"id": "1", "text": "„Der Deich hält“, sagte Ada zu Ben.", "date": "2026-01-02", "source": "Elbkurier"},
        {"id": "2", "text": "„Die Deiche sind alt, ‚marode‘ gar“, rief Bo.", "date": "2026-03-04", "source": "Watt"},
    ]
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    service.read([str(path)], settings=settings, reader=ToyReader())
    return settings


def test_statements_pass_the_filters(filled: Settings) -> None:
    def speakers(filters: Filters) -> list[str]:
        return [
            party.mention[0].of(found.article.text)
            for found in service.statements(filters, settings=filled)
            for party in found.statement.speakers
        ]

    assert speakers(Filters()) == ["Bo", "Ada"]
    assert speakers(Filters(speaker="ada")) == ["Ada"]
    assert speakers(Filters(source="watt")) == ["Bo"]
    assert service.count(Filters(source="watt"), settings=filled) == 2


def test_search_marks_inflected_words(filled: Settings) -> None:
    found = list(service.search("Deich", settings=filled))
    marks = sorted(mark.of(each.article.text) for each in found for mark in each.marks)
    assert marks == ["Deich", "Deiche"]


def test_article_is_shown_by_its_id_its_beginning_and_a_statement(filled: Settings) -> None:
    [found] = service.statements(Filters(speaker="Ada"), settings=filled)
    whole = service.show(found.article.id, settings=filled)
    assert whole == service.Shown(found.article, (found,))
    assert service.show(found.article.id[:9], settings=filled) == whole
    assert service.show(found.statement.id[:9], settings=filled) == whole


def test_statement_of_a_former_version_is_shown_in_that_version(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "item.json"
    outcomes: list[Outcome] = []
    for text in ("„Eins“, sagte Ada. „Drei“, rief Cleo.", "Berichtigt: „Zwei“, rief Bo."):
        path.write_text(json.dumps({"url": "https://a.example/1", "text": text}), "utf-8")
        service.read([str(path)], settings=settings, reader=ToyReader(), progress=outcomes.append)
    former, current = (each for each in outcomes if isinstance(each, Taken))
    shown = service.show(former.found[0].statement.id, settings=settings)
    assert shown == service.Shown(former.article, former.found, is_current=False)
    assert service.show(former.article.id, settings=settings) == service.Shown(current.article, current.found)


@pytest.mark.parametrize("unknown", ["a0000", "s0000", "", "%"])
def test_unknown_article_is_an_error(filled: Settings, unknown: str) -> None:
    with pytest.raises(NotInRecord):
        service.show(unknown, settings=filled)


def test_page_has_the_words(filled: Settings) -> None:
    [found] = service.statements(Filters(speaker="Ada"), settings=filled)
    page = service.page(found.article.id, settings=filled, language="de")
    assert "Der Deich hält" in page
    assert '<html lang="de">' in page


def test_export_has_every_statement(filled: Settings) -> None:
    objects = [json.loads(line) for line in service.export_lines(settings=filled)]
    rows = list(service.export_lines(format=ExportFormat.CSV, settings=filled))
    assert [each["id"] for each in objects] == [found.statement.id for found in service.statements(settings=filled)]
    assert [row.partition(",")[0] for row in rows] == ["id", *(each["id"] for each in objects)]


def test_sound_record_has_no_problems(filled: Settings) -> None:
    assert list(service.verify(settings=filled)) == []


def test_missing_record_is_an_error(settings: Settings) -> None:
    with pytest.raises(RecordMissing):
        list(service.statements(settings=settings))


def test_refusal_is_explained_in_both_languages() -> None:
    reason = Reason("refused.reading", (("reader", "toy"), ("article", "a1"), ("problem", "ValueError: x")))
    rejected = Rejected("…", Stage.READING, Origin("a.jsonl", record=3, line=4), reason)
    assert service.explain(rejected, "de") == (
        "a.jsonl, Datensatz 3, Zeile 4: Der Leser toy scheiterte am Artikel a1 (ValueError: x). "
        "Melden Sie es denen, die ihn gemacht haben."
    )
    assert service.explain(rejected, "en").startswith("a.jsonl, record 3, line 4: The reader toy failed on article a1")


def test_summary_adds_up() -> None:
    summary = Summary(stored=3, unchanged=2, rejected=1)
    assert summary.read == 6
    assert summary.plus(Rejected("…", Stage.INTAKE, Origin("a"))) == Summary(stored=3, unchanged=2, rejected=2)


@pytest.mark.parametrize("name", wortlaut.__all__)
def test_package_offers_every_public_name(name: str) -> None:
    assert getattr(wortlaut, name) is not None
    assert name in dir(wortlaut)


def test_package_has_the_verbs_of_the_service() -> None:
    assert (wortlaut.read, wortlaut.search) == (service.read, service.search)


def test_package_refuses_other_names() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(wortlaut, "nonsense")  # noqa: B009  the point


def test_toy_reader_says_who_it_is() -> None:
    assert ToyReader().made_by == MADE_BY
