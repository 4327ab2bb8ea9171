import re

from evaluation.corpus import Annotation, CorpusDocument
from evaluation.excerpts import excerpt, stretches, windows
from wortlaut.language.tokens import tokenize
from wortlaut.types import Span


def document(text: str) -> CorpusDocument:
    return CorpusDocument("a", text, tokenize(text), (), ())


def said(*quote: int, **parts: set[int]) -> Annotation:
    return Annotation("Direct", "Speech", frozenset(quote), **{name: frozenset(ids) for name, ids in parts.items()})


def test_parts_are_wrapped_the_quote_around_the_roles_and_named_for_who_cannot_see_them() -> None:
    of = document("Moll rief: „Komm, Jork!“")
    #              0    1   2 3 4  5 6   7 8
    shown = windows(of, [said(3, 4, 5, 6, 7, 8, speaker={0}, cue={1}, frame={0, 1, 2}, addressee={6})])
    marked = excerpt(of, shown, said(3, 4, 5, 6, 7, 8, speaker={0}, cue={1}, frame={0, 1, 2}, addressee={6}), None)
    assert re.sub(r'<span class="(\w+)">', r"<\1>", str(marked)).replace("</span>", "</>") == (
        "<frame><said>[frame: </><speaker><said>[speaker: </>Moll<said>]</></></><frame> </>"
        "<frame><cue><said>[cue: </>rief<said>]</></></><frame>:<said>]</></> "
        "<quote><said>[quote: </>„Komm, </><quote><addressee><said>[addressee: </>Jork<said>]</></></>"
        "<quote>!“<said>]</></>"
    )


def test_words_that_the_other_side_lacks_are_marked() -> None:
    of = document("Nein und nochmals nein")
    marked = excerpt(of, [Span(0, 22)], said(0, 1, 2), said(0, 1))
    assert '<span class="only"><span class="said">[only: </span>nochmals<span class="said">]</span></span>' in marked
    assert 'class="only"' not in excerpt(of, [Span(0, 22)], said(0, 1), said(0, 1, 2))


def test_markup_in_the_text_and_hidden_characters_stay_text() -> None:
    of = document("<script>alert(1)</script> & \u202enein")
    marked = excerpt(of, [Span(0, len(of.text))], said(0, 1, 2), None)
    assert "<script" not in marked
    assert "&amp; ⟨U+202E⟩nein" in re.sub(r"<[^>]+>", "", str(marked))


def test_distant_parts_are_shown_in_windows_of_their_own() -> None:
    of = document("Moll kam. " + "Es war kalt. " * 100 + "„Nein“, sagte er. " + "Es blieb kalt. " * 100)
    quote = next(number for number, token in enumerate(of.tokens) if token.of(of.text) == "Nein")
    first, second = windows(of, [said(quote, speaker={0})])
    assert (first.start, first.end < 160, second.end - second.start < 300) == (0, True, True)
    marked = excerpt(of, [first, second], said(quote, speaker={0}), None)
    assert ' <span class="gap">[…]</span> ' in marked
    assert marked.endswith(" …")
    assert of.text[second.start - 1] == of.text[second.end] == " "  # cut at words


def test_tokens_that_follow_each_other_are_one_stretch() -> None:
    of = document("a b c d e")
    assert stretches(of, frozenset({3, 0, 1})) == [Span(0, 3), Span(6, 7)]
