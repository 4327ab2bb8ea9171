import pytest

from wortlaut.language import analyse
from wortlaut.reading import Reader, load
from wortlaut.types import Article, Origin, Part, SourceMap, Statement, StatementType, article_id

TEXT = (
    "Die Hafenmeisterin Ilka Brons hat Vorwürfe der Reederei Tamm zurückgewiesen. „Wir haben die Pegel "
    "jeden Tag gemessen“, sagte Brons am Montag. Die Fahrrinne sei immer tief genug gewesen.\n\n"
    "Reeder Jost Tamm erklärte dagegen, seine Schiffe hätten mehrfach Grund berührt. „Wenn nicht gebaggert wird“, "
    "sagte Tamm dem Küstenfunk, „fahren wir einen anderen Hafen an.“"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load("shipped")


def article(text: str) -> Article:
    return Article(
        id=article_id(text=text, url=None, source=None, declared_id=None),
        text=text,
        raw=text.encode("utf-8", "surrogatepass"),
        source_map=SourceMap(0, ()),
        origin=Origin("-"),
        form="text",
        encoding="utf-8",
    )


def read(reader: Reader, *texts: str) -> list[tuple[Statement, ...]]:
    return reader.read([article(text) for text in texts], [analyse(text) for text in texts])


def words(part: Part, text: str = TEXT) -> str:
    return " … ".join(span.of(text) for span in part.spans)


def test_a_direct_quote_is_found_with_its_cue_and_speaker(reader: Reader) -> None:
    [found] = read(reader, TEXT)
    direct = next(one for one in found if one.quote[0].of(TEXT) == "„Wir haben die Pegel jeden Tag gemessen“")
    assert direct.type is StatementType.DIRECT
    assert words(direct.cue) == "sagte"
    assert [span.of(TEXT) for party in direct.speakers for span in party.mention] == ["Brons"]


def test_a_split_quote_is_one_statement_with_two_spans(reader: Reader) -> None:
    [found] = read(reader, TEXT)
    assert ["„Wenn nicht gebaggert wird“", "„fahren wir einen anderen Hafen an.“"] in [
        [span.of(TEXT) for span in one.quote] for one in found
    ]


def test_statements_are_ordered_and_their_ids_differ(reader: Reader) -> None:
    [found] = read(reader, TEXT)
    assert [one.quote[0].start for one in found] == sorted(one.quote[0].start for one in found)
    assert len({one.id for one in found}) == len(found) >= 4


def test_every_confidence_is_a_probability_of_three_digits(reader: Reader) -> None:
    [found] = read(reader, TEXT)
    numbers = [
        value
        for one in found
        for value in (
            one.confidence.quote,
            one.confidence.type,
            one.confidence.medium,
            one.cue.confidence,
            one.frame.confidence,
            *(party.confidence for party in (*one.speakers, *one.addressees)),
        )
    ]
    assert all(0 <= value <= 1 and round(value, 3) == value for value in numbers)


def test_an_article_reads_alike_alone_and_beside_others(reader: Reader) -> None:
    alone = read(reader, TEXT)[0]
    beside = read(reader, "Ja.", TEXT, TEXT + "\n\n" + TEXT * 5, "")
    assert beside[1] == alone
    assert beside[3] == ()


def test_nobody_is_both_speaker_and_addressee_of_a_statement(reader: Reader) -> None:
    text = "Am Mittwoch hat Karwenien begonnen, den Stausee zu füllen. Tamm sagte ihr, er gehe. " * 3
    [found] = read(reader, text)
    assert found
    for one in found:
        speakers = {place for party in one.speakers for span in party.mention for place in range(span.start, span.end)}
        told = {place for party in one.addressees for span in party.mention for place in range(span.start, span.end)}
        assert speakers.isdisjoint(told)


def test_no_statement_is_found_twice(reader: Reader) -> None:
    text = "Der Vorwurf sei „frei erfunden“, sagte Holm. Tamm nannte ihn „frei erfunden“. " * 4
    [found] = read(reader, text)
    assert len({(one.quote, one.type) for one in found}) == len(found) >= 4


def test_articles_without_words_have_no_statements(reader: Reader) -> None:
    assert read(reader, "", "  \n\n ") == [(), ()]
    assert reader.read([], []) == []


def test_a_parent_stands_before_what_stands_inside_it(reader: Reader) -> None:
    text = (
        "Ministerin Vera Holm sagte, die Werft habe „schamlos gelogen“ und müsse zahlen. Der Sprecher der Werft "
        "erklärte, der Vorwurf, man habe „Gift verklappt“, sei falsch. "
    ) * 3
    [found] = read(reader, text)
    place = {one.id: number for number, one in enumerate(found)}
    inner = [one for one in found if one.parent is not None]
    assert inner
    for one in inner:
        parent = found[place[one.parent or ""]]
        assert place[parent.id] < place[one.id]
        assert parent.quote[0].start <= one.quote[0].start
        assert one.quote[-1].end <= parent.quote[-1].end


@pytest.mark.parametrize(
    "text",
    [
        "„" * 500,
        "„Ja“, sagte er. " * 400,
        "a" * 50_000,
        "🙂 „Ça va? 👩‍👩‍👧“, fragte Zoë\u0301. \u202e»Nein«\u200b, sagte sie.\u2028",
        "\ud83d „x“ sagte \ufffd \x00",
        '"' + "wort " * 3000,
    ],
    ids=["marks", "many", "one word", "odd characters", "surrogate", "unclosed"],
)
def test_odd_texts_give_spans_inside_the_text(reader: Reader, text: str) -> None:
    [found] = read(reader, text)
    spans = [span for one in found for span in one.spans()]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_very_long_article_is_read_like_its_parts(reader: Reader) -> None:
    text = "\n\n".join([TEXT] * 400)  # over 30,000 tokens: encoded in pieces
    [found] = read(reader, text)
    step = len(TEXT) + 2
    per_part = [0] * 400
    for one in found:
        per_part[one.quote[0].start // step] += 1
    middle = per_part[10:390]
    assert max(set(middle), key=middle.count) >= 4
    assert sum(count == middle[0] for count in middle) >= 0.95 * len(middle)
