from tests.agreement.builder import coding, marked, said
from wortlaut.agreement import Aspect, Disagreement, Side, compare
from wortlaut.types import Span, Statement

TEXT = "„Wir bauen den Deich“, sagte Ilka Brons zu Jost Tamm. Tamm denkt, das sei zu teuer."


def disagreements(*readers: list[Statement] | None) -> list[Disagreement]:
    codings = [
        coding(name, {} if found is None else {"a1": (TEXT, found)})
        for name, found in zip(("Ada", "Ben", "Cem"), readers, strict=False)
    ]
    return list(compare(codings, resamples=1).disagreements())


def test_statement_that_one_reader_has_is_one_disagreement() -> None:
    only = said(1, TEXT, "das sei zu teuer", speaker="Tamm")
    assert disagreements([only], []) == [
        Disagreement("a1", Aspect.STATEMENT, Side("Ada", "s1", only.quote), Side("Ben", None, ()))
    ]


def test_spans_that_differ_are_shown_from_both_sides() -> None:
    first = said(1, TEXT, "„Wir bauen den Deich“", speaker="Ilka Brons", cue="sagte")
    second = said(7, TEXT, "„Wir bauen den Deich“", speaker="Brons", cue="sagte", addressee="Jost Tamm")
    assert disagreements([first], [second]) == [
        Disagreement("a1", Aspect.SPEAKER, Side("Ada", "s1", (Span(29, 39),)), Side("Ben", "s7", (Span(34, 39),))),
        Disagreement("a1", Aspect.ADDRESSEE, Side("Ada", "s1", ()), Side("Ben", "s7", (Span(43, 52),))),
    ]


def test_labels_that_differ_come_with_the_quote() -> None:
    quote = Span(66, 82)
    first = marked(1, quote, type="indirect", medium="thought")
    second = marked(2, quote, type="free_indirect", medium="thought", parent=9)
    assert disagreements([first], [second]) == [
        Disagreement(
            "a1", Aspect.TYPE, Side("Ada", "s1", (quote,), "indirect"), Side("Ben", "s2", (quote,), "free_indirect")
        ),
        Disagreement(
            "a1", Aspect.NESTED, Side("Ada", "s1", (quote,), "outermost"), Side("Ben", "s2", (quote,), "nested")
        ),
    ]


def test_every_two_of_three_readers_are_set_side_by_side_in_order_of_place() -> None:
    early, late = marked(1, Span(0, 21)), marked(2, Span(66, 82))
    found = disagreements([late, early], [late], [early])
    assert [
        (each.aspect, each.first.reader, each.second.reader, each.first.spans or each.second.spans) for each in found
    ] == [
        (Aspect.STATEMENT, "Ada", "Ben", (Span(0, 21),)),
        (Aspect.STATEMENT, "Ben", "Cem", (Span(0, 21),)),
        (Aspect.STATEMENT, "Ada", "Cem", (Span(66, 82),)),
        (Aspect.STATEMENT, "Ben", "Cem", (Span(66, 82),)),
    ]


def test_reader_who_did_not_code_the_article_disagrees_with_nobody() -> None:
    found = disagreements([marked(1, Span(0, 21))], None, [])
    assert [(each.first.reader, each.second.reader) for each in found] == [("Ada", "Cem")]


def test_readers_who_both_have_nothing_do_not_differ() -> None:
    found = disagreements([marked(1, Span(0, 21))], [], [])
    assert [(each.first.reader, each.second.reader) for each in found] == [("Ada", "Ben"), ("Ada", "Cem")]
