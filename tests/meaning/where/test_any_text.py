from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meaning.where.told import told
from wortlaut.language import analyse
from wortlaut.meaning.where import disputed_channels, places_and_channels
from wortlaut.types import Span, StatementType

WORDS = (
    "in im auf der die dem den des einem einer laut nach unter Berufung gegenüber vor von zitiert berichtet sagte wie"
    " Spiegel Zeitung Bild „ “ ( ) , . : - ''  dpa Interview Pressekonferenz Mitschnitt echt ob"
    " gefälscht Brief Sprecher Polizeisprecher Wiesengrund Ada Wien Hauptstadt Twitter Rundschau zufolge heißt darin"
    " Darin ß 😀 \u00ad x.de dpa-Meldung"
    " Angaben Satz Rande am durch lässt Anwalt Journalisten er \n\n"
).split(" ")


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, str, StatementType]]]:
    """A text of words that mean something here, and statements made of stretches of it."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=60)))
    stretch = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)).map(lambda at: text[at[0] : sum(at)])
    statement = st.tuples(stretch, stretch, stretch, st.sampled_from(list(StatementType)))
    return text, draw(st.lists(statement, max_size=5))


@settings(max_examples=100, deadline=None)
@given(articles())
def test_whatever_the_text_every_span_lies_in_it(
    article: tuple[str, list[tuple[str, str, str, StatementType]]],
) -> None:
    text, parts = article
    statements = [
        told(text, quote, frame=frame, cue=frame, speaker=speaker, kind=kind) for quote, frame, speaker, kind in parts
    ]
    document = analyse(text)
    found = places_and_channels(document, statements)
    spans: list[Span] = []
    for channel in found:
        if channel.venue is not None:
            assert channel.venue.name
            spans += channel.venue.spans
        for link in channel.via:
            spans += [*link.spans, *link.principal, *(span for each in link.disputes for span in each.spans)]
    spans += [span for each in disputed_channels(document, statements) for span in (*each.spans, *each.dispute.by)]
    assert [channel.statement for channel in found] == [statement.id for statement in statements]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
