"""Codebooks by hand, and articles for them: statements by their words, with what is meant in them."""

from collections.abc import Sequence

from wortlaut.language import analyse
from wortlaut.meaning.coding import Codebook, code, parse
from wortlaut.types import (
    Act,
    Attribution,
    Confidence,
    Label,
    Labelled,
    Medium,
    Part,
    Party,
    PartyKind,
    Provenance,
    ResolvedParty,
    Sense,
    Span,
    Stance,
    Statement,
    StatementType,
    ToCode,
)

__all__ = ["HEAD", "book", "labels", "person", "place", "said"]

HEAD = 'name = "fähre"\nversion = "1"\n'


def book(*categories: str, head: str = HEAD) -> Codebook:
    """The codebook with these categories, each written without its heading."""
    return parse((head + "".join(f"[[categories]]\n{each}\n" for each in categories)).encode(), path="buch.toml")


def place(text: str, words: str) -> tuple[Span, ...]:
    """Where the words first stand; none for none."""
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def said(
    text: str,
    *quote: str,
    cue: Sequence[str] = (),
    speaker: ResolvedParty | None = None,
    addressee: ResolvedParty | None = None,
    target: ResolvedParty | None = None,
    act: Act | None = Act.ASSERT,
    stance: Stance = Stance.NEUTRAL,
    negated: bool = False,
    kind: StatementType = StatementType.DIRECT,
    source: str | None = None,
    decided: Sequence[Labelled] = (),
) -> ToCode:
    """An article of that text with one statement `s1`: quote 0.9, type 0.8, cue 0.7, act 0.6 sure."""
    statement = Statement(
        id="s1",
        article_id="a1",
        type=kind,
        medium=Medium.SPEECH,
        quote=tuple(span for each in quote for span in place(text, each)),
        cue=Part(tuple(span for each in cue for span in place(text, each)), 0.7 if cue else 0.0),
        frame=Part(),
        speakers=() if speaker is None else (Party(speaker.mention, 0.5),),
        addressees=(),
        parent=None,
        confidence=Confidence(0.9, 0.8, 0.5),
        made_by=Provenance("toy", "sha256:00", "1"),
    )
    attribution = Attribution("s1", *(() if each is None else (each,) for each in (speaker, addressee, target)))
    senses = [] if act is None else [Sense("s1", act, 0.6, stance=stance, is_negated=negated)]
    return ToCode(analyse(text), [statement], [attribution], senses, source, {"s1": decided})


def person(text: str, mention: str, name: str, actor: str | None = None, office: str | None = None) -> ResolvedParty:
    """Somebody who is meant by these words, 0.55 sure."""
    return ResolvedParty(place(text, mention), PartyKind.PERSON, name, office, 0.55, actor=actor)


def labels(codebook: Codebook, article: ToCode) -> tuple[Label, ...]:
    """The labels of the statement."""
    (coded,) = code(codebook, article)
    assert coded.statement == "s1"
    return coded.labels
