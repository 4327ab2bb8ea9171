from tests.meaning.where.told import channels, told
from wortlaut.types import Channel, Statement, StatementType


def venues(found: tuple[Channel, ...]) -> list[tuple[str, bool] | None]:
    return [None if each.venue is None else (each.venue.name, each.venue.carried) for each in found]


def said(text: str, quote: str, frame: str, speaker: str) -> Statement:
    return told(text, quote, frame=frame, cue="sagte" if "sagte" in frame else "betonte", speaker=speaker)


def test_venue_holds_on_while_the_same_one_speaks() -> None:
    text = (
        "Ada Wiesengrund sagte in einem Interview, der Damm halte. Die Fugen seien dicht.\n\n"
        "Wiesengrund betonte, man messe täglich."
    )
    found = channels(
        text,
        said(text, "der Damm halte", "Ada Wiesengrund sagte in einem Interview,", "Ada Wiesengrund"),
        told(text, "Die Fugen seien dicht.", kind=StatementType.INDIRECT_FREE_INDIRECT),
        said(text, "man messe täglich", "Wiesengrund betonte,", "Wiesengrund"),
    )
    assert venues(found) == [("Interview", False), ("Interview", True), ("Interview", True)]


def test_another_speaker_is_not_at_the_venue() -> None:
    text = "Ada Wiesengrund sagte in einem Interview, der Damm halte. Arno Lohfeld betonte, er halte nicht."
    found = channels(
        text,
        said(text, "der Damm halte", "Ada Wiesengrund sagte in einem Interview,", "Ada Wiesengrund"),
        said(text, "er halte nicht", "Arno Lohfeld betonte,", "Arno Lohfeld"),
    )
    assert venues(found) == [("Interview", False), None]


def test_what_was_said_on_another_day_was_said_elsewhere() -> None:
    text = "Ada Wiesengrund sagte in einem Interview, der Damm halte. Wiesengrund betonte zuvor, er halte nicht."
    found = channels(
        text,
        said(text, "der Damm halte", "Ada Wiesengrund sagte in einem Interview,", "Ada Wiesengrund"),
        said(text, "er halte nicht", "Wiesengrund betonte zuvor,", "Wiesengrund"),
    )
    assert venues(found) == [("Interview", False), None]


def test_sentence_without_statement_leads_to_those_that_follow() -> None:
    text = "Ada Wiesengrund äußerte sich im Deutschlandfunk zum Damm. Wiesengrund betonte, er halte."
    found = channels(text, said(text, "er halte", "Wiesengrund betonte,", "Wiesengrund"))
    assert venues(found) == [("Deutschlandfunk", True)]


def test_links_hold_on_only_where_no_report_of_its_own_follows() -> None:
    text = "Laut dpa hält der Damm. Die Fugen seien dicht.\n\nDie Pumpen liefen."
    found = channels(
        text,
        told(text, "hält der Damm", frame="Laut dpa", cue="Laut", speaker="dpa"),
        told(text, "Die Fugen seien dicht.", kind=StatementType.INDIRECT_FREE_INDIRECT),
        told(text, "Die Pumpen liefen.", kind=StatementType.INDIRECT_FREE_INDIRECT),
    )
    assert [[(link.kind.value, link.carried) for link in each.via] for each in found] == [
        [("agency", False)],
        [("agency", True)],
        [],
    ]


def test_statement_inside_another_came_by_its_links() -> None:
    text = "Die Zeitung „Deichbote“ berichtet, Ada Wiesengrund habe gesagt, der Damm halte."
    found = channels(
        text,
        told(
            text,
            "Ada Wiesengrund habe gesagt, der Damm halte",
            frame="Die Zeitung „Deichbote“ berichtet,",
            cue="berichtet",
            speaker="Die Zeitung „Deichbote“",
        ),
        told(text, "der Damm halte", frame="Ada Wiesengrund habe gesagt,", cue="gesagt", speaker="Ada Wiesengrund"),
    )
    assert [[(link.name, link.carried) for link in each.via] for each in found] == [
        [("Deichbote", False)],
        [("Deichbote", True)],
    ]


def test_answers_come_in_the_order_of_the_statements() -> None:
    text = "In Wien sagte Ada Wiesengrund, der Damm halte. In Rom sagte Arno Lohfeld, er breche."
    first = said(text, "der Damm halte", "In Wien sagte Ada Wiesengrund,", "Ada Wiesengrund")
    second = said(text, "er breche", "In Rom sagte Arno Lohfeld,", "Arno Lohfeld")
    assert [each.statement for each in channels(text, second, first)] == [second.id, first.id]
    assert venues(channels(text, second, first)) == [("Rom", False), ("Wien", False)]


def test_no_statements_have_no_channels() -> None:
    assert channels("Der Damm hält.") == ()
    assert channels("") == ()


def test_document_holds_on_while_the_same_one_is_quoted_in_the_paragraph() -> None:
    text = (
        "In einer Pressemitteilung schrieb Ada Wiesengrund, der Damm halte. Wiesengrund betonte, er halte lange. "
        "Weiter heißt es, die Fugen seien dicht.\n\nWiesengrund betonte, man baue weiter."
    )
    found = channels(
        text,
        told(
            text,
            "der Damm halte",
            frame="In einer Pressemitteilung schrieb Ada Wiesengrund,",
            cue="schrieb",
            speaker="Ada Wiesengrund",
        ),
        said(text, "er halte lange", "Wiesengrund betonte,", "Wiesengrund"),
        told(text, "die Fugen seien dicht", frame="Weiter heißt es,", cue="heißt es"),
    )
    assert [[(link.name, link.carried) for link in each.via] for each in found] == [
        [("Pressemitteilung", False)],
        [("Pressemitteilung", True)],
        [("Pressemitteilung", True)],
    ]
