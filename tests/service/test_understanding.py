from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest

from tests.builder import ToyReader
from tests.reading.texts import article_of
from wortlaut.errors import ReaderError
from wortlaut.service.understanding import Understood, understand
from wortlaut.types import Article, Document, Rejected, Span, Stage, Statement

TEXTS = ("„Eins“, sagte Ada.", "„Zwei“, rief Bo.", "Ohne jedes Zitat.")
Found = list[tuple[Statement, ...]]


class _Changed(ToyReader):
    """Gives something else than the toy found."""

    def __init__(self, change: Callable[[Found], object]) -> None:
        super().__init__()
        self._change = change

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> Found:
        return cast(Found, self._change(super().read(articles, documents)))


def read(reader: ToyReader, *texts: str) -> list[Understood | Rejected]:
    return understand([article_of(text) for text in texts or TEXTS], reader)


def told(each: Understood | Rejected) -> str | int:
    """How many statements there are, or by which code it was refused."""
    if isinstance(each, Understood):
        return len(each.statements)
    assert each.stage is Stage.READING
    assert each.why is not None
    assert dict(each.why.details)["reader"] == "toy"
    assert dict(each.why.details)["article"].startswith("a")
    return each.why.code


def second(change: Callable[[tuple[Statement, ...]], object]) -> Callable[[Found], object]:
    """Changes what was found in the article of Bo, wherever it stands."""

    def changed(found: Found) -> object:
        return [change(each) if each and each[0].article_id == article_of(TEXTS[1]).id else each for each in found]

    return changed


def test_every_article_keeps_its_place() -> None:
    assert [told(each) for each in read(ToyReader())] == [1, 1, 0]
    assert understand([], ToyReader()) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda found: None, "broken_list"),
        (lambda found: ("s1",), "broken_statement"),
        (lambda found: (replace(found[0], quote=()),), "broken_empty"),
        (lambda found: (replace(found[0], quote=(Span(0, 999),)),), "broken_reach"),
        (lambda found: (replace(found[0], id="1"),), "broken_id"),
        (lambda found: (*found, *found), "broken_id"),
        (lambda found: (replace(found[0], speakers=("Bo",)),), "broken_field"),
    ],
)
def test_a_bad_statement_refuses_its_article_only(change: Callable[[tuple[Statement, ...]], Any], code: str) -> None:
    reader = _Changed(second(change))
    assert [told(each) for each in read(reader)] == [1, code, 0]
    assert reader.texts == list(TEXTS)  # nothing was read twice


@pytest.mark.parametrize(
    "change",
    [lambda found: found[:2], lambda found: [*found, ()], lambda found: None, iter],
    ids=["too few", "too many", "nothing", "no list"],
)
def test_a_reader_that_gives_not_one_list_for_each_is_asked_for_each(change: Callable[[Found], object]) -> None:
    reader = _Changed(lambda found: change(found) if len(found) > 1 else found)
    assert [told(each) for each in read(reader)] == [1, 1, 0]


def test_a_reader_that_never_gives_a_list_has_all_refused_in_words() -> None:
    refused = read(_Changed(lambda found: []))
    assert [told(each) for each in refused] == ["broken_count"] * 3
    assert isinstance(refused[0], Rejected)
    assert refused[0].reason == (
        f"The reader toy broke its contract on article {article_of(TEXTS[0]).id}: it gave a list of 0 where a "
        "list of 1 is due, one tuple for each article from this one on. Report it to those who made the reader."
    )


def test_failure_on_one_names_reader_and_article_and_cuts_what_it_says() -> None:
    def fail(found: Found) -> object:
        if not found[-1]:
            raise RuntimeError("x" * 5_000)
        return found

    results = read(_Changed(fail))
    assert [told(each) for each in results] == [1, 1, "refused.reading"]
    assert isinstance(results[2], Rejected)
    assert len(results[2].reason) < 500


def test_error_of_the_reader_itself_ends_the_run() -> None:
    def fail(found: Found) -> object:
        raise ReaderError("out of order")

    with pytest.raises(ReaderError, match="out of order"):
        read(_Changed(fail))
