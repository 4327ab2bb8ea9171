"""What generated articles tell of events: every fourth announces one, and some go on about one of before."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from benchmarks.documents import proper_names
from wortlaut.types import (
    AnnouncedEvent,
    Article,
    EventKind,
    EventPart,
    EventStatus,
    PartyKind,
    Signs,
    Span,
    Statement,
    Telling,
    event_id,
)

__all__ = ["Diary"]

_TELLS = 0.25  # of the articles
_BY_STATEMENT = 0.5  # of the events: somebody says so, else the article itself
_KINDS = tuple(EventKind)
_KIND_WEIGHTS = (22, 10, 12, 10, 8, 10, 8, 8, 6, 6)
_STATUSES = tuple(EventStatus)
_STATUS_WEIGHTS = (75, 4, 4, 17)
_VAGUE = 0.1  # of the events: no day is told
_PLACES = 2000
_FAR = 60  # days, at most


class Diary:
    """Tells of events at invented places, the same ones for the same seed; what else is drawn does not depend on it."""

    def __init__(self, *, seed: int) -> None:
        self._random = Random(seed)
        names = proper_names(self._random)
        self._places = [next(names) for _ in range(_PLACES)]

    def tellings(self, article: Article, casts: Sequence[str], statements: Sequence[Statement]) -> list[Telling]:
        """What the article tells of events, in which one of its cast takes part."""
        random = self._random
        if random.random() >= _TELLS:
            return []
        kind = random.choices(_KINDS, _KIND_WEIGHTS)[0]
        status = random.choices(_STATUSES, _STATUS_WEIGHTS)[0]
        name, place = random.choice(casts), self._places[int(len(self._places) ** random.random()) - 1]
        said = statements[0] if random.random() < _BY_STATEMENT else None
        topic = article.text.split(maxsplit=1)[0].capitalize()
        first = self._day(article.published, status)
        where = Span(0, len(topic))  # any place in the text does
        event = AnnouncedEvent(
            kind=kind,
            status=status,
            title=f"{kind.value.capitalize()} {topic}, {place}",
            what=(where,),
            who=(EventPart(where, name, PartyKind.PERSON),),
            where=(EventPart(where, place),),
            when=(),
            since=first,
            until=first,
            agenda=(),
            statement=None if said is None else said.id,
            certainty=0.8,
        )
        signs = Signs(
            who=frozenset(name.lower().split()),
            where=frozenset({place.lower()}),
            topics=frozenset({topic.lower()}),
            words=frozenset({kind.value[:5]}),
        )
        is_announced = status in (EventStatus.ANNOUNCED, EventStatus.POSTPONED)
        actors = (f"person:{name.lower()}",)
        return [Telling(event_id(article.id, event), event, is_announced, signs, actors, where)]

    def _day(self, published: date | None, status: EventStatus) -> date | None:
        """When it is, or was."""
        if published is None or self._random.random() < _VAGUE:
            return None
        far = timedelta(days=self._random.randint(0, _FAR))
        return published - timedelta(days=1) if status is EventStatus.HELD else published + far
