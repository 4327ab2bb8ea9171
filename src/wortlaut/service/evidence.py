"""Why a statement of the record is somebody's: evidence made anew, beside what the record has and people decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wortlaut.service.meaning import GERMAN_MEANING, Links
from wortlaut.service.opening import asking
from wortlaut.types import Attribution, Found, ResolvedParty, Standing, StatementPart, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.meaning.linking import Linked
    from wortlaut.meaning.who.explaining import Explanation
    from wortlaut.messages import Message
    from wortlaut.record import Record
    from wortlaut.settings import Settings

__all__ = ["PartyWhy", "Why", "why"]

# As where the record asks who is meant: these say nothing about who speaks elsewhere.
_UNHEARD = frozenset({Standing.LOST, Standing.REJECTED})
_ABOUT_PARTIES = frozenset({StatementPart.SPEAKERS, StatementPart.ADDRESSEES, StatementPart.WHO})


@dataclass(frozen=True, slots=True)
class PartyWhy:
    """How one party is come by, and which actor that leads to; `linked` is None where no words lead to one."""

    explanation: Explanation
    linked: Linked | None

    @property
    def doubt(self) -> Message | None:
        """What is not certain about the actor, in words; None where nothing is."""
        from wortlaut.meaning.linking import DOUBTS

        return None if self.linked is None or self.linked.doubt is None else DOUBTS[self.linked.doubt]


@dataclass(frozen=True, slots=True)
class Why:
    """A statement as it holds, and how the present program comes by its parties."""

    found: Found
    parties: tuple[PartyWhy, ...]
    verdicts: tuple[Verdict, ...]  # of people, about mentions or about who is meant
    stored: Attribution | None  # what the record has of a run of the program; None where none looked
    made_by: str | None  # what made that
    now_by: str  # what makes `parties`

    @property
    def is_other(self) -> bool:
        """Whether the record has something else than the present program finds; actors do not count."""
        if self.stored is None:
            return False
        explained = [each.explanation for each in self.parties]
        return (_bare(self.stored.speakers), _bare(self.stored.addressees)) != (
            _bare([each.party for each in explained if not each.is_addressee]),
            _bare([each.party for each in explained if each.is_addressee]),
        )

    @property
    def is_decided(self) -> bool:
        """Whether a person said who is meant."""
        return any(each.part is StatementPart.WHO for each in self.verdicts)

    @property
    def is_unheard(self) -> bool:
        """Whether it is left out where the record asks who is meant, so that only this explanation looks at it."""
        return self.found.standing in _UNHEARD


def why(statement: str, *, settings: Settings | None = None) -> Why:
    """Why the statement of that id is whose it is; raises `RecordError`.

    The id may be cut short where it stays the only one that begins so. All is reckoned anew, from the statements of the
    article as they hold: with what people corrected, without what is lost or was rejected.
    """
    from wortlaut.language import analyse
    from wortlaut.meaning.who.explaining import explain

    with asking(settings) as record:
        found = record.statement(statement)
        beside = _of_version(record, found)
        meant = record.found_meaning(found.statement.id)
    heard = [each.statement for each in beside if each.standing not in _UNHEARD or each.statement == found.statement]
    article = found.article
    explained = explain(analyse(article.text), heard, found.statement.id, published=article.published)
    links = Links(() if meant is None else meant.attributions, article.text, article.published)
    stored = {} if meant is None else {each.statement: each for each in meant.attributions}
    return Why(
        found=found,
        parties=tuple(PartyWhy(each, links.linked(each.party)) for each in explained),
        verdicts=tuple(each for each in found.verdicts if each.part in _ABOUT_PARTIES),
        stored=stored.get(found.statement.id),
        made_by=None if meant is None else meant.made_by,
        now_by=GERMAN_MEANING.made_by,
    )


def _of_version(record: Record, asked: Found) -> tuple[Found, ...]:
    """All statements of the version that `asked` is of, whatever their standing."""
    versions = sorted(record.versions(asked.article.id), key=lambda each: (each.is_current, each.number), reverse=True)
    return next((each.found for each in versions if asked.statement in {one.statement for one in each.found}), (asked,))


def _bare(parties: Sequence[ResolvedParty]) -> list[ResolvedParty]:
    return [replace(each, actor=None, wikidata=None) for each in parties]
