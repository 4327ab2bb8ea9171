"""One article as one self-contained page: its text with the statements marked, and the list of them beside it.

The page loads nothing: style and script stand in it, and a Content-Security-Policy with their digests forbids
everything else. It reads without script; the script only ties the parts of a statement together under the pointer.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wortlaut import __version__
from wortlaut.decisions import Entry
from wortlaut.export.labels import label_told
from wortlaut.export.paint import levels, painted
from wortlaut.export.segments import Role, marks_of, segments
from wortlaut.export.sense import sense_facts, sense_told
from wortlaut.export.told import PartyTold, article_facts, decides_speaker, party_told, taken_back
from wortlaut.export.visible import one_line, visible
from wortlaut.texts import Texts, day, moment
from wortlaut.types import ArticleHead, Found, Span, Standing, StatementPart, StatementType, is_whole

__all__ = ["page"]

_SPLIT = " […] "
_FACT = "fact"  # what is known of a statement and has no colour in the text
_TICK = "✓"  # behind the parts that a person decided


@dataclass(frozen=True, slots=True)
class _Role:
    name: str  # as in the style sheet, or `_FACT`; empty where there is none
    label: str
    words: str
    office: str
    beside: str  # the words of the article, or what is known of who is not named
    sure: str  # how sure the reader is, or that a person decided


@dataclass(frozen=True, slots=True)
class _Decision:
    by: str  # who, when
    parts: str


@dataclass(frozen=True, slots=True)
class _Card:
    number: int
    id: str
    type: str
    type_label: str
    medium_label: str
    level: int
    quote: str
    roles: tuple[_Role, ...]
    sure: int | None  # percent; None where a person decided about the words
    standing: str | None  # why it is here where the present reading does not find it
    decisions: tuple[_Decision, ...]
    parent: int | None  # number of the statement that it stands inside
    children: tuple[int, ...]


def page(
    article: ArticleHead, statements: Sequence[Found], *, withdrawn: Entry | None = None, language: str = "en"
) -> str:
    """The page as HTML text, in `language` (`en` or `de`); `statements` are those of `article`, by place.

    `withdrawn` is the entry of the history that tells who took the article back.
    """
    texts = Texts(language)
    style, script = _packaged("page.css"), _packaged("page.js")
    cards = _cards(statements, texts)
    cut = segments(len(article.text), marks_of(statements))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            article=article,
            body=painted(article.text, cut, statements, _labels(cards, texts)),
            cards=cards,
            counts=_counts(cards),
            types=[(kind.value, texts(f"type.{kind.value}")) for kind in StatementType],
            roles=[(role.value, texts(f"role.{role.value}")) for role in Role if role is not Role.QUOTE],
            date=_date(article, language),
            language=language,
            link=_safe_link(article.url),
            made_by=sorted({_provenance(found) for found in statements}),
            policy=_policy(style, script),
            program=__version__,
            script=Markup(script),  # noqa: S704  our own file
            style=Markup(style),  # noqa: S704  our own file
            facts=article_facts(article, texts, dated=True),
            kicker=one_line(article.kicker) if article.kicker else None,
            subtitle=one_line(article.subtitle) if article.subtitle else None,
            taken_back=taken_back(withdrawn, texts) if withdrawn is not None else None,
            title=one_line(article.title) if article.title else None,
            t=texts,
            visible=visible,
        )
    )


def _cards(statements: Sequence[Found], texts: Texts) -> list[_Card]:
    numbers = {found.statement.id: number for number, found in enumerate(statements, 1)}
    level = levels(statements)
    return [
        _Card(
            number=number,
            id=found.statement.id,
            type=found.statement.type.value,
            type_label=texts(f"type.{found.statement.type.value}"),
            medium_label=texts(f"medium.{found.statement.medium.value}"),
            level=level[number - 1],
            quote=_words(found.statement.quote, found),
            roles=tuple(_roles(found, texts)),
            sure=None if _is_decided(found, StatementPart.QUOTE) else _percent(found.statement.confidence.quote),
            standing=None if found.standing is Standing.FOUND else texts(f"standing.{found.standing}"),
            decisions=tuple(_decisions(found, texts)),
            parent=numbers.get(found.statement.parent or ""),
            children=tuple(
                numbers[child.statement.id] for child in statements if child.statement.parent == found.statement.id
            ),
        )
        for number, found in enumerate(statements, 1)
    ]


def _roles(found: Found, texts: Texts) -> list[_Role]:
    statement, text = found.statement, found.article.text
    given = [
        *((Role.SPEAKER, decides_speaker(each, text), each.confidence, each) for each in found.speakers),
        *((Role.ADDRESSEE, StatementPart.ADDRESSEES, each.confidence, each) for each in found.addressees),
    ]
    roles = [
        _role(role, party_told(party, text, texts), _sure(found, part, confidence, texts), texts)
        for role, part, confidence, party in given
    ]
    for role, part, its in (
        (Role.CUE, StatementPart.CUE, statement.cue),
        (Role.FRAME, StatementPart.FRAME, statement.frame),
    ):
        if its.spans:
            told = PartyTold(_words(its.spans, found), "", "")
            roles.append(_role(role, told, _sure(found, part, its.confidence, texts), texts))
    roles += [*_of_sense(found, texts), *_of_labels(found, texts)]
    if not found.speakers:
        sure = _TICK if _is_decided(found, StatementPart.SPEAKERS) else ""
        roles.insert(0, _Role("", texts("role.speaker"), texts("page.no_speaker"), "", "", sure))
    return roles


def _of_sense(found: Found, texts: Texts) -> list[_Role]:
    """What kind of statement it is: roles without words in the text."""
    if found.sense is None:
        return []
    sure = _sure(found, StatementPart.ACT, found.sense.confidence, texts)
    facts = sense_facts(found.sense, found.article.text, texts)
    return [
        _Role(_FACT, texts("role.act"), sense_told(found.sense, texts), "", "", sure),
        *(_Role(_FACT, texts(key), value, "", "", "") for key, value in facts),
    ]


def _of_labels(found: Found, texts: Texts) -> Iterator[_Role]:
    """Its labels: roles without words in the text; a tick where a person gave one."""
    for each in found.labels:
        sure = _TICK if each.entry is not None else texts("percent", number=_percent(each.confidence))
        yield _Role(_FACT, texts("role.label"), label_told(each, texts), "", "", sure)


def _role(role: Role, told: PartyTold, sure: str, texts: Texts) -> _Role:
    return _Role(role.value, texts(f"role.{role.value}"), told.shown, told.office, told.beside, sure)


def _sure(found: Found, part: StatementPart, confidence: float, texts: Texts) -> str:
    """How sure the program is of a part, a tick where a person decided it."""
    return _TICK if _is_decided(found, part) else texts("percent", number=_percent(confidence))


def _is_decided(found: Found, part: StatementPart) -> bool:
    return any(verdict.part is part for verdict in found.verdicts)


def _decisions(found: Found, texts: Texts) -> Iterator[_Decision]:
    """Who decided when, and which parts, one a decision, in their order."""
    verdicts = sorted(found.verdicts, key=lambda each: each.entry)
    for entry, group in groupby(verdicts, key=lambda each: each.entry):
        parts = list(group)
        by = texts("card.decider", name=one_line(parts[0].by), at=day(parts[0].at, texts.language), number=entry)
        names = ["all"] if is_whole(each.part for each in parts) else [each.part or "rejected" for each in parts]
        yield _Decision(by, ", ".join(texts(f"part.{name}") for name in names))


def _labels(cards: Sequence[_Card], texts: Texts) -> list[str]:
    """What a screen reader says at each statement's number in the text."""
    return [
        texts("page.mark_label", number=card.number, type=card.type_label, speaker=card.roles[0].words)
        for card in cards
    ]


def _counts(cards: Sequence[_Card]) -> dict[str, int]:
    return {kind.value: sum(card.type == kind.value for card in cards) for kind in StatementType}


def _words(spans: tuple[Span, ...], found: Found) -> str:
    return _SPLIT.join(one_line(span.of(found.article.text)) for span in spans)


def _percent(confidence: float) -> int:
    return round(confidence * 100)


def _provenance(found: Found) -> str:
    made_by = found.statement.made_by
    return one_line(f"{made_by.reader} {made_by.version} · {made_by.weights}")


def _date(article: ArticleHead, language: str) -> str | None:
    """When it was published, to the minute where that is known."""
    if article.published_at is not None:
        return moment(article.published_at, language)
    return day(article.published, language) if article.published else None


def _safe_link(url: str | None) -> str | None:
    """`url` where following it can do no more than open a page, else None."""
    return url if url and url.lower().startswith(("http://", "https://")) and visible(url) == url else None


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _packaged(name: str) -> str:
    return files("wortlaut.export").joinpath("templates", name).read_text("utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wortlaut.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
