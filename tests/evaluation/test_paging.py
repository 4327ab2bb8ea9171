import html
import json
import re
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.corpus import MalformedFile
from evaluation.extractors import EXTRACTORS, Extracted, Extractor, Fact
from evaluation.figures import Share
from evaluation.gold_pages import Gold, GoldPage, Half, digest_of, read_pages
from evaluation.page_facts import asked, is_right
from evaluation.paging import measure_pages
from evaluation.paragraphs import Overlap, compare_paragraphs, compare_words, words_of
from wortlaut.types import ArticleKind

_BUILD, _MEASURE = read_pages(Half.BUILD), read_pages(Half.MEASURE)


def gold(
    *,
    title: str = "Rat vertagt sich",
    subtitle: str | None = None,
    kicker: str | None = None,
    authors: tuple[str, ...] = ("Mira Löhn",),
    published: datetime | date | None = None,
    updated: datetime | date | None = None,
    outlet: str | None = None,
    canonical: str | None = None,
    kind: ArticleKind = ArticleKind.REPORT,
    habits: tuple[str, ...] = (),
    paragraphs: tuple[str, ...] = ("Eins.", "Zwei."),
    optional: tuple[str, ...] = (),
) -> Gold:
    return Gold(
        title=title,
        subtitle=subtitle,
        kicker=kicker,
        authors=authors,
        credits=("npa",),
        published=published,
        updated=updated,
        outlet=outlet,
        outlet_also=("Bote",) if outlet else (),
        canonical=canonical,
        kind=kind,
        habits=habits,
        paragraphs=paragraphs,
        optional=optional,
    )


def found_by(found: Extracted, *facts: Fact, tells_title_apart: bool = True) -> Extractor:
    return Extractor("fake", lambda raw, name: found, frozenset(facts), tells_title_apart)


def squeezed(text: str) -> str:
    return "".join(words_of(html.unescape(re.sub(r"<[^>]*>", "", text))))


def decoded(page: GoldPage) -> str:
    try:
        return page.raw.decode("utf-8")
    except UnicodeDecodeError:
        return page.raw.decode("windows-1252")


def test_each_half_holds_at_least_36_pages_of_at_most_150_kilobytes() -> None:
    assert min(len(_BUILD), len(_MEASURE)) >= 36
    assert [page.name for page in (*_BUILD, *_MEASURE) if not 500 <= len(page.raw) <= 150_000] == []


def test_every_habit_that_is_measured_can_be_built_with_and_no_page_is_in_both() -> None:
    build, measure = ({habit for page in half for habit in page.gold.habits} for half in (_BUILD, _MEASURE))
    assert measure <= build
    titles = [page.gold.title for page in (*_BUILD, *_MEASURE)]
    outlets = [page.gold.outlet for page in (*_BUILD, *_MEASURE)]
    assert (len(set(titles)), len(set(outlets))) == (len(titles), len(outlets))


@pytest.mark.parametrize("page", [*_BUILD, *_MEASURE], ids=lambda page: page.name)
def test_every_paragraph_of_the_gold_stands_on_its_page(page: GoldPage) -> None:
    text = squeezed(decoded(page))
    missing = [words for words in (*page.gold.paragraphs, *page.gold.optional) if squeezed(words) not in text]
    assert missing == []


@pytest.mark.parametrize("page", [*_BUILD, *_MEASURE], ids=lambda page: page.name)
def test_the_golds_strings_are_clean(page: GoldPage) -> None:
    texts = (page.gold.title, *page.gold.paragraphs, *page.gold.optional, *page.gold.authors)
    assert [text for text in texts if text != " ".join(text.split()) or "\u00ad" in text or not text] == []


def test_words_are_compared_without_case_hyphenation_and_punctuation() -> None:
    assert words_of("»Stra\u00adßen\u200bbau«, 4.800 – JA!") == ("strassenbau", "4", "800", "ja")


def test_paragraphs_match_one_to_one_and_in_order() -> None:
    assert compare_paragraphs(["b", "a", "a", "x"], ["a", "b", "a"]) == Overlap(2, 4, 3)


def test_a_paragraph_that_is_not_asked_for_may_be_there() -> None:
    assert compare_paragraphs(["14 Uhr", "a", "–"], ["a"], free=["14 Uhr"]) == Overlap(1, 1, 1)


def test_what_is_asked_for_counts_even_where_the_same_words_are_free() -> None:
    assert compare_paragraphs(["a"], ["a"], free=["a"]) == Overlap(1, 1, 1)


def test_words_match_however_they_are_parted() -> None:
    assert compare_words(["eins zwei", "drei drei"], ["drei", "eins zwei vier"]) == Overlap(3, 4, 4)


def test_nothing_found_of_nothing_is_right() -> None:
    assert (Overlap(0, 0, 0).f1, Overlap(0, 1, 0).f1, Overlap(1, 2, 2).f1) == (1.0, 0.0, 0.5)


@pytest.mark.parametrize(
    ("fact", "page", "found", "right"),
    [
        (Fact.TITLE, gold(title="Wer zahlt?"), Extracted(title="„Wer zahlt“"), True),
        (Fact.TITLE, gold(title="Wer zahlt?"), Extracted(title="Wer zahlt? | Bote"), False),
        (Fact.SUBTITLE, gold(), Extracted(subtitle="Eins."), True),  # the lead
        (Fact.SUBTITLE, gold(), Extracted(subtitle="Zwei."), False),
        (Fact.SUBTITLE, gold(subtitle="Ein Streit"), Extracted(), False),
        (Fact.KICKER, gold(kicker="Rat"), Extracted(kicker="Rat"), True),
        (Fact.KICKER, gold(), Extracted(kicker="Rat"), False),
        (Fact.AUTHORS, gold(), Extracted(authors=("Mira Löhn", "npa")), True),
        (Fact.AUTHORS, gold(authors=()), Extracted(authors=("npa",)), True),
        (Fact.AUTHORS, gold(authors=("A B", "C D")), Extracted(authors=("A B",)), False),
        (Fact.OUTLET, gold(outlet="Örlinger Bote"), Extracted(outlet="Bote"), True),
        (Fact.OUTLET, gold(), Extracted(outlet="Bote"), False),
        (Fact.CANONICAL, gold(canonical="https://a.example/b"), Extracted(canonical="https://a.example/b/#c"), True),
        (Fact.KIND, gold(kind=ArticleKind.STUB), Extracted(kind=ArticleKind.REPORT), False),
    ],
)
def test_facts_are_right_or_wrong(fact: Fact, page: Gold, found: Extracted, right: bool) -> None:
    assert is_right(fact, page, found) is right


@pytest.mark.parametrize(
    ("fact", "right", "found", "verdict"),
    [
        (Fact.MINUTE, "2025-11-27T14:05:00+01:00", "2025-11-27T13:05:59+00:00", True),
        (Fact.MINUTE, "2025-11-27T14:05:00", "2025-11-27T14:05:00+01:00", True),  # without a zone it is Berlin's
        (Fact.MINUTE, "2025-11-27T14:05:00+01:00", "2025-11-27T14:05:00+00:00", False),
        (Fact.DAY, "2025-11-27T00:30:00+01:00", "2025-11-26T23:30:00+00:00", True),
        (Fact.DAY, "2025-11-27", "2025-11-27T08:00:00+01:00", True),
        (Fact.DAY, "2025-11-27", "2025-11-28", False),
    ],
)
def test_times_are_compared_as_moments(fact: Fact, right: str, found: str, verdict: bool) -> None:
    def moment(text: str) -> datetime | date:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)

    assert is_right(fact, gold(published=moment(right)), Extracted(published=moment(found))) is verdict


def test_the_minute_is_asked_for_only_where_the_page_tells_it() -> None:
    assert not asked(Fact.MINUTE, gold(published=date(2025, 11, 27)))
    assert asked(Fact.MINUTE, gold(published=datetime(2025, 11, 27, 14, 5)))


def test_an_update_that_is_the_publication_is_none() -> None:
    published = datetime(2025, 11, 27, 14, 5)
    assert is_right(Fact.UPDATED, gold(published=published), Extracted(updated=published))
    assert not is_right(Fact.UPDATED, gold(published=published), Extracted(updated=datetime(2025, 11, 28)))


def test_pages_are_averaged_and_shares_counted() -> None:
    pages = [
        GoldPage("1", b"", gold(habits=("list",))),
        GoldPage("2", b"", gold(paragraphs=("Drei.",), title="Anderes")),
    ]
    scores = measure_pages(pages, found_by(Extracted(("Eins.", "Zwei."), title="Rat vertagt sich"), Fact.TITLE))
    assert (scores.paragraphs, scores.words) == (0.5, 0.5)
    assert (scores.share(Fact.TITLE), scores.share(Fact.KICKER)) == (Share(1, 2), Share(0, 0))
    assert [each.page.name for each in scores.by_habit("list")] == ["1"]
    assert (scores.interval.low, scores.interval.high) == (0.0, 1.0)


def test_a_title_in_the_text_is_wrong_only_where_titles_are_told_apart() -> None:
    pages = [GoldPage("1", b"", gold())]
    found = Extracted(("Rat vertagt sich", "Eins.", "Zwei."))
    assert measure_pages(pages, found_by(found)).pages[0].paragraphs == Overlap(2, 3, 2)
    assert measure_pages(pages, found_by(found, tells_title_apart=False)).pages[0].paragraphs == Overlap(2, 2, 2)


def test_intake_reads_a_plain_page() -> None:
    raw = b"<html><body><article><h1>Rat vertagt sich</h1><p>%s</p><p>%s</p></article></body></html>" % (
        "Der Rat von Örlingen hat sich am Dienstag auf die kommende Woche vertagt.".encode(),
        "„Wir sind nicht fertig“, sagte Bürgermeisterin Mira Löhn nach der Sitzung.".encode(),
    )
    found = EXTRACTORS[0].extract(raw, "1")
    assert (found.title, len(found.paragraphs)) == ("Rat vertagt sich", 2)


def test_the_command_prints_figures_for_programs() -> None:
    done = CliRunner().invoke(app, ["pages", "--half", "build", "--json"])
    printed = json.loads(done.stdout)
    assert (done.exit_code, printed["half"], printed["pages"]) == (0, "build", len(_BUILD))
    assert [*printed["extractors"]] == ["wortlaut"]


def test_the_pages_to_measure_with_are_not_shown() -> None:
    done = CliRunner().invoke(app, ["pages", "--half", "measure", "--verbose"])
    assert done.exit_code == 2


def test_a_gold_that_is_no_gold_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "001-x.html").write_bytes(b"<p>x")
    with pytest.raises(MalformedFile, match=r"001-x\.json"):
        read_pages(Half.BUILD, tmp_path)
    (tmp_path / "build" / "001-x.json").write_text('{"title": "x"}', encoding="utf-8")
    with pytest.raises(MalformedFile, match=r"001-x\.json"):
        read_pages(Half.BUILD, tmp_path)


def test_a_half_without_pages_is_named(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="no pages"):
        read_pages(Half.BUILD, tmp_path)


def test_the_digest_knows_names_and_bytes(tmp_path: Path) -> None:
    digests = []
    for name, content in (("a", b"1"), ("a", b"2"), ("b", b"2")):
        folder = tmp_path / f"{name}{content!r}"
        folder.mkdir()
        (folder / name).write_bytes(content)
        digests.append(digest_of(folder))
    assert all(left != right for left, right in pairwise(digests))
