from pathlib import Path

import pytest

from tests.builder import ToyReader
from tests.service.conftest import Put
from wortlaut import service
from wortlaut.errors import CodebookBroken, DecisionImpossible, InputError, NameTaken, NotInRecord
from wortlaut.record import Filters
from wortlaut.service import CodingRun, Wording
from wortlaut.settings import Settings
from wortlaut.types import Criterion, Found, Label, LabelEvidence, Labelled, Position, Span

BOOK = """
name = "deich"
version = "1"
[[categories]]
id = "bau"
words = ["Deich"]
[[categories.examples]]
text = "„Die Deiche halten“, sagte Ada."
[[categories.examples]]
text = "„Es regnet“, sagte Bo."
applies = false
[[categories]]
id = "note"
by_hand = true
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deich.toml"
    path.write_text(BOOK, "utf-8")
    return path


def spoken(settings: Settings) -> Found:
    [found] = service.statements(Filters(speaker="Ada"), settings=settings)
    return found


def test_examples_that_are_coded_as_they_must_be_are_met(file: Path) -> None:
    checked = service.check_codebook(file, reader=ToyReader())
    assert [(each.category, each.applies, each.statements, each.is_met) for each in checked.examples] == [
        ("bau", True, 1, True),
        ("bau", False, 1, True),
    ]
    assert checked.examples[0].labels == (
        Label("deich", "bau", 0.95, evidence=(LabelEvidence(Criterion.WORDS, (Span(5, 11),)),)),
    )
    assert checked.is_right


def test_examples_that_are_not_are_told_each(file: Path) -> None:
    wrong = BOOK.replace("Die Deiche halten", "Die Dämme halten").replace("Es regnet", "Der Deich bricht")
    file.write_text(wrong.replace("“, sagte Ada", "“ (Ada)"), "utf-8")
    checked = service.check_codebook(file, reader=ToyReader())
    assert [(each.applies, each.is_met) for each in checked.examples] == [(True, False), (False, False)]
    assert not checked.is_right


def test_an_example_of_a_heading_is_met_by_what_stands_below_it(file: Path) -> None:
    example = 'examples = [{ text = "„Der Deich hält“, sagte Ada." }]'
    head = f'[[categories]]\nid = "kopf"\n{example}\n[[categories]]\nid = "bau"'
    file.write_text(BOOK.replace('[[categories]]\nid = "bau"', head + '\nparent = "kopf"', 1), "utf-8")
    assert service.check_codebook(file, reader=ToyReader()).is_right


def test_a_codebook_without_examples_needs_no_reader(file: Path) -> None:
    file.write_text('name = "a"\nversion = "1"\n[[categories]]\nid = "b"\nby_hand = true\n', "utf-8")
    unusable = Settings(reader="gibt-es-nicht")
    assert service.check_codebook(file, settings=unusable).examples == ()


def test_adding_codes_what_is_there_and_tells_how_far_it_is(filled: Settings, file: Path) -> None:
    told: list[CodingRun] = []
    assert service.add_codebook(file, settings=filled, progress=told.append) == CodingRun(1, 1, 1)
    assert told == [CodingRun(1, 1, 1)]
    assert [str(each) for each in spoken(filled).labels] == ["deich:bau"]
    assert service.add_codebook(file, settings=filled) == CodingRun(1, 0, 1, is_new=False)
    assert service.apply_codebooks(settings=filled) == CodingRun(1, 0, 1)


def test_new_articles_are_coded_when_they_are_read(filled: Settings, file: Path, put: Put) -> None:
    service.add_codebook(file, settings=filled)
    put({"id": "2", "text": "„Alle Deiche brechen“, rief Bo."})
    [found] = service.statements(Filters(speaker="Bo"), settings=filled)
    assert [str(each) for each in found.labels] == ["deich:bau"]
    assert service.codebook("deich", settings=filled).counts["bau"] == 2


def test_what_is_kept_of_it_has_no_examples(filled: Settings, file: Path) -> None:
    service.add_codebook(file, settings=filled)
    (shown,) = service.codebooks(settings=filled)
    assert (shown.codebook.name, shown.removed) == ("deich", ())
    assert [each.examples for each in shown.codebook.categories] == [(), ()]
    assert b"Die Deiche halten" not in filled.db.read_bytes()


def test_a_broken_codebook_changes_nothing(filled: Settings, file: Path) -> None:
    file.write_text(BOOK.replace("words", "wörter"), "utf-8")
    with pytest.raises(CodebookBroken):
        service.add_codebook(file, settings=filled)
    assert service.codebooks(settings=filled) == []


def test_the_same_version_with_something_else_in_it_is_refused(filled: Settings, file: Path) -> None:
    service.add_codebook(file, settings=filled)
    file.write_text(BOOK.replace('"Deich"', '"Damm"'), "utf-8")
    with pytest.raises(NameTaken):
        service.add_codebook(file, settings=filled)


def test_labels_are_decided_in_words_and_a_removed_category_is_told(filled: Settings, file: Path) -> None:
    service.add_codebook(file, settings=filled)
    wording = Wording(labels=("deich:note:disagree",), no_labels=("deich:bau",))
    decided = service.correct(spoken(filled).statement.id, wording, settings=filled)
    assert decided.found is not None
    assert decided.found.labels == (Label("deich", "note", 1.0, Position.DISAGREE, entry=1, decided_by="Mira"),)
    assert decided.entry.values is not None
    assert decided.entry.values.labels == (
        Labelled("deich", "note", position=Position.DISAGREE),
        Labelled("deich", "bau", applies=False),
    )
    file.write_text(BOOK.replace('version = "1"', 'version = "2"').replace('id = "note"', 'id = "neu"'), "utf-8")
    service.add_codebook(file, settings=filled)
    assert service.codebook("deich", settings=filled).removed == ("note",)


@pytest.mark.parametrize("label", ["deich", "deich:", ":bau", "deich:bau:vielleicht", "deich:bau:agree:agree"])
def test_what_is_no_label_is_refused(filled: Settings, file: Path, label: str) -> None:
    service.add_codebook(file, settings=filled)
    with pytest.raises(InputError) as caught:
        service.correct(spoken(filled).statement.id, Wording(labels=(label,)), settings=filled)
    assert caught.value.code == "label_malformed"


def test_a_category_that_is_not_there_is_refused(filled: Settings, file: Path) -> None:
    service.add_codebook(file, settings=filled)
    with pytest.raises(DecisionImpossible):
        service.correct(spoken(filled).statement.id, Wording(labels=("deich:damm",)), settings=filled)


@pytest.mark.parametrize(
    ("label", "kind", "code"),
    [
        ("damm", NotInRecord, "codebook_not_known"),
        ("deich:damm", NotInRecord, "category_not_in_codebook"),
        ("deich:", InputError, "label_malformed"),
        ("deich:bau:nein", InputError, "label_malformed"),
    ],
)
def test_a_filter_that_no_codebook_knows_is_an_error(
    filled: Settings, file: Path, label: str, kind: type[Exception], code: str
) -> None:
    service.add_codebook(file, settings=filled)
    with pytest.raises(kind) as caught:
        list(service.statements(Filters(label=label), settings=filled))
    assert getattr(caught.value, "code", None) == code


def test_removing_takes_labels_and_codebook(filled: Settings, file: Path) -> None:
    service.add_codebook(file, settings=filled)
    assert service.remove_codebook("deich", settings=filled) == CodingRun(1, 1, 1)
    assert (service.codebooks(settings=filled), spoken(filled).labels) == ([], ())
    assert list(service.verify(settings=filled)) == []


def test_labels_of_two_records_and_of_an_export_are_compared(filled: Settings, file: Path, tmp_path: Path) -> None:
    service.add_codebook(file, settings=filled)
    other, export = tmp_path / "other.db", tmp_path / "export.jsonl"
    other.write_bytes(filled.db.read_bytes())
    export.write_text("".join(service.export_lines(settings=filled)), "utf-8")
    service.correct(spoken(filled).statement.id, Wording(no_labels=("deich:bau",)), settings=filled)
    for each in (other, export):
        found = service.compare([each], settings=filled)
        assert [(one.category, one.units, one.given, one.agreement) for one in found.labels] == [
            ("bau", 2, 1, 0.5),
            (None, 2, 1, 0.5),
        ]
        assert [(one.category, one.first_has, one.second_has) for one in found.label_disagreements()] == [
            ("bau", "", "present")
        ]
