import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from evaluation.corpus import read_gold
from tests.builder import ToyReader, head, made
from training.corpus import GoldQuote
from training.own import OwnText, load_own, main, split_own
from wortlaut import service
from wortlaut.decisions import Values
from wortlaut.errors import InputError
from wortlaut.export.corpus import CompletedArticle, corpus_lines
from wortlaut.language import analyse, tokenize
from wortlaut.service import ExportFormat, Wording
from wortlaut.settings import Settings
from wortlaut.types import ArticleHead, Found, Medium, StatementPart, StatementType, Verdict

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TEXT = (
    "„Wir bauen“, sagte Ilka Brons zu Jost Tamm, „den Deich.“ Brons erklärte, Tamm habe gesagt, das sei zu teuer.\n\n"
    "Der Küstenfunk meldete 😀 nichts."
)
INNER = "das sei zu teuer"
OUTER = "Tamm habe gesagt, das sei zu teuer"


def decided(found: Found) -> Found:
    return replace(found, verdicts=(Verdict(StatementPart.QUOTE, 1, "Ada", AT),))


def statements(article: ArticleHead) -> tuple[Found, ...]:
    """A split direct statement, an indirect one, and one inside of that."""
    return (
        decided(
            made(
                article,
                ["„Wir bauen“", "„den Deich.“"],
                cue="sagte",
                frame=", sagte Ilka Brons zu Jost Tamm,",
                speaker="Ilka Brons",
                addressee="Jost Tamm",
            )
        ),
        decided(made(article, [OUTER], number=2, type="indirect", cue="erklärte", speaker="Brons")),
        decided(made(article, [INNER], number=3, type="indirect", parent=2, cue="gesagt", speaker="Tamm habe")),
    )


def line(text: str = TEXT, name: str = "a1") -> str:
    article = replace(head(text), id=name)
    found = statements(article) if text == TEXT else ()
    [made_line] = corpus_lines([CompletedArticle(article, analyse(text), found, "Ada", AT)])
    return made_line


def write(folder: Path, *lines: str) -> Path:
    path = folder / "own.jsonl"
    path.write_text("".join(lines), "utf-8", newline="\n")
    return path


def words(text: str, tokens: tuple[int, ...]) -> list[str]:
    return [tokenize(text)[token].of(text) for token in tokens]


def test_statements_come_back_as_the_same_tokens(tmp_path: Path) -> None:
    own = load_own(write(tmp_path, line()))
    [example] = own.examples
    assert (own.refused, own.too_deep) == ((), 0)
    assert (example.name, example.document.text, example.document.tokens) == ("a1", TEXT, tokenize(TEXT))
    direct = next(quote for quote in example.quotes if quote.type is StatementType.DIRECT)
    assert direct == GoldQuote(
        layer=0,
        type=StatementType.DIRECT,
        medium=Medium.SPEECH,
        quote=(0, 1, 2, 3, 12, 13, 14, 15, 16),
        cue=(5,),
        frame=(4, 5, 6, 7, 8, 9, 10, 11),
        speaker=(6, 7),
        addressee=(9, 10),
    )
    nested = {quote.layer: words(TEXT, quote.quote) for quote in example.quotes if quote is not direct}
    assert nested == {0: words(TEXT, tuple(range(20, 28))), 1: words(TEXT, tuple(range(24, 28)))}
    assert " ".join(nested[1]) == INNER


def test_who_completed_an_article_is_kept_with_it(tmp_path: Path) -> None:
    [text] = load_own(write(tmp_path, line())).texts
    assert (text.by, text.at, text.line) == ("Ada", AT, line().encode("utf-8"))


def test_what_people_corrected_in_a_record_is_what_is_trained_on(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "record.db", editor="Mira")
    (tmp_path / "a.txt").write_text("„Der Deich hält“, sagte Ada. Bo meinte, er sei marode.", "utf-8")
    (tmp_path / "b.txt").write_text("„Nein“, rief Cleo.", "utf-8")
    service.read([str(tmp_path)], settings=settings, reader=ToyReader())
    [ada] = [each for each in service.statements(settings=settings) if "Deich" in each.article.text]
    service.correct(ada.statement.id, Wording(cue=("sagte",), frame=()), settings=settings)
    service.add(ada.article.id, Wording(quote=("er sei marode",), type=StatementType.INDIRECT, speakers=("Bo",)),
                settings=settings)  # fmt: skip
    service.complete(ada.article.id, settings=settings)
    path = write(tmp_path, *service.export_lines(format=ExportFormat.CORPUS, settings=settings))
    own = load_own(path)
    [example] = own.examples  # the other article nobody completed
    assert own.refused == ()
    text = ada.article.text
    assert [(words(text, quote.quote), words(text, quote.speaker), quote.frame) for quote in example.quotes] == [
        (["„", "Der", "Deich", "hält", "“"], ["Ada"], ()),
        (["er", "sei", "marode"], ["Bo"], ()),
    ]


def test_packed_export_is_read_alike(tmp_path: Path) -> None:
    packed = tmp_path / "own.jsonl.gz"
    packed.write_bytes(gzip.compress(line().encode("utf-8")))
    assert load_own(packed) == load_own(write(tmp_path, line()))


def test_statements_deeper_than_two_are_counted(tmp_path: Path) -> None:
    article = head(TEXT)
    third = decided(made(article, ["zu teuer"], number=4, type="indirect", parent=3))
    lines = corpus_lines([CompletedArticle(article, analyse(TEXT), (*statements(article), third), "Ada", AT)])
    own = load_own(write(tmp_path, *lines))
    assert (own.too_deep, len(own.examples[0].quotes)) == (1, 3)


def changed(**values: Any) -> str:
    return json.dumps(json.loads(line(name="a2")) | values) + "\n"


def changed_statement(**values: Any) -> str:
    record = json.loads(line(name="a2"))
    record["annotations"][0] |= values
    return json.dumps(record) + "\n"


def without(key: str) -> str:
    record = json.loads(line(name="a2"))
    del record[key]
    return json.dumps(record) + "\n"


PART = {"begin": 0, "end": 1}


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("\n", "no JSON"),
        ("{\n", "no JSON"),
        ("[1]\n", "no article: export with `wortlaut export --format corpus`"),
        ('{"version": 1, "id": "s1"}\n', "no article: export with `wortlaut export --format corpus`"),
        (without("completed"), "nobody said that the article is complete (`wortlaut complete`)"),
        (without("tokens"), "tokens: Field required"),
        (changed(extra=1), "extra: Extra inputs are not permitted"),
        (changed(originalText=7), "originalText: Value error, a string is due"),
        (changed(completed={"by": " ", "at": "2026-03-02T09:30:00+00:00"}), "nobody's name stands at the completion"),
        (
            changed(completed={"by": "Ada", "at": "2026-03-02T09:30:00"}),
            "completed.at: Input should have timezone info",
        ),
        (changed(originalText=" " + TEXT), "statement s1: quote does not have its words at its places"),
        (changed(originalText="Kurz."), "statement s1: quote has the place 0-11 in 5 characters"),
        (changed_statement(type="Loud"), "statement s1: type 'Loud' or medium 'Speech' is unknown"),
        (changed_statement(standing="rejected"), "statement s1: its standing is 'rejected'"),
        (changed_statement(decided_by=[]), "statement s1: no person decided about it"),
        (changed_statement(parent=9), "statement s1: it stands inside number 9, which is not there"),
        (changed_statement(id=1), "two statements have the same number"),
        (changed_statement(quote={"spans": [], "text": "", "tokenIds": []}), "statement s1: it has no quote"),
        (
            changed_statement(cue={"spans": [PART | {"charBegin": 5, "charEnd": "9"}], "text": "", "tokenIds": []}),
            "annotations.0.cue.spans.0.charEnd: Input should be a valid integer",
        ),
        (
            changed_statement(
                cue={
                    "spans": [PART | {"charBegin": 1, "charEnd": 4}, PART | {"charBegin": 3, "charEnd": 5}],
                    "text": "Wir r ",
                    "tokenIds": [],
                }
            ),
            "statement s1: cue has places that overlap or are out of order",
        ),
        (line(), "article a1 stands in line 1 already"),
    ],
)
def test_bad_line_is_refused_with_its_place_and_its_neighbours_are_kept(tmp_path: Path, bad: str, why: str) -> None:
    path = write(tmp_path, line(), bad, line("Nein.", "a3"))
    own = load_own(path)
    assert [text.example.name for text in own.texts] == ["a1", "a3"]
    [refused] = own.refused
    assert refused.startswith(f"{path}, line 2: {why}")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes(b"\xff\xfe\n" + line().encode())
    own = load_own(path)
    assert (len(own.texts), len(own.refused)) == (1, 1)


def test_half_a_surrogate_pair_is_no_reason_to_refuse(tmp_path: Path) -> None:
    [example] = load_own(write(tmp_path, line("Ada sagt\ud83d ja."))).examples
    assert example.document.text == "Ada sagt\ud83d ja."


def test_export_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.jsonl cannot be read"):
        load_own(tmp_path / "gone.jsonl")


def news(number: int) -> str:
    """A text that is like no other."""
    return " ".join(f"Meldung{number}x{word} vom Deich" for word in range(40))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[OwnText, ...]:
    folder = tmp_path_factory.mktemp("own")
    return load_own(write(folder, *(line(news(number), f"a{number}") for number in range(200)))).texts


def test_about_a_fifth_is_held_out_and_nothing_is_in_both(texts: tuple[OwnText, ...]) -> None:
    parts = split_own(texts)
    assert 25 <= len(parts.held_out) <= 55
    assert sorted(map(id, (*parts.training, *parts.held_out))) == sorted(map(id, texts))
    assert [text.example for text in parts.training] == parts.examples
    assert [text.example for text in parts.held_out] == parts.held_out_examples


def test_what_is_completed_later_moves_no_article(texts: tuple[OwnText, ...]) -> None:
    earlier, later = split_own(texts[:120]), split_own(texts)
    assert set(earlier.held_out) <= set(later.held_out)
    assert set(earlier.training) <= set(later.training)


def test_reprints_stay_together(tmp_path: Path) -> None:
    lines = [line(news(number) + (" Von uns." if copy else ""), f"{copy}-{number}") for copy in range(2)
             for number in range(60)]  # fmt: skip
    parts = split_own(load_own(write(tmp_path, *lines)).texts)
    out = {text.example.name for text in parts.held_out}
    assert {name[2:] for name in out if name[0] == "0"} == {name[2:] for name in out if name[0] == "1"}


def test_too_few_articles_are_refused(texts: tuple[OwnText, ...]) -> None:
    with pytest.raises(InputError, match="1 completed articles are too few"):
        split_own(texts[:1])


def test_both_parts_are_files_that_evaluation_and_training_read(
    tmp_path: Path, texts: tuple[OwnText, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, *(text.line.decode() for text in texts), "{\n")
    assert main([str(path), "--target", str(tmp_path / "parts")]) == 1
    parts = split_own(texts)
    held_out = tmp_path / "parts" / "held-out.jsonl.gz"
    assert load_own(held_out).texts == parts.held_out
    assert load_own(tmp_path / "parts" / "training.jsonl.gz").texts == parts.training
    assert [document.name for document in read_gold(held_out)] == [text.example.name for text in parts.held_out]
    told = capsys.readouterr()
    assert f"{held_out}: {len(parts.held_out)} articles, 0 statements" in told.out
    assert "line 201: no JSON" in told.err


def test_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "gone"), "--target", str(tmp_path / "parts")]) == 2
    assert "gone cannot be read" in capsys.readouterr().err
    assert not (tmp_path / "parts").exists()


def test_places_of_a_person_are_tokens_too(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "record.db", editor="Mira")
    (tmp_path / "a.txt").write_text("„Der Deich hält“, sagte Ada.", "utf-8")
    service.read([str(tmp_path / "a.txt")], settings=settings, reader=ToyReader())
    [found] = service.statements(settings=settings)
    inside = replace(found.statement.quote[0], start=2, end=7)  # cuts two words
    service.correct(found.statement.id, Values(quote=(inside,)), settings=settings)
    service.complete(found.article.id, settings=settings)
    path = write(tmp_path, *service.export_lines(format=ExportFormat.CORPUS, settings=settings))
    [example] = load_own(path).examples
    assert words(found.article.text, example.quotes[0].quote) == ["Der", "Deich"]
