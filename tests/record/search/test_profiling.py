from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import article, keep, statement
from tests.record.cast import BRANDIS, LIND, RAT, TABLE, WEDDEL, Cast, Knowing
from wortlaut.errors import NotInRecord
from wortlaut.record import Record, Total
from wortlaut.record.search.acting import NameUse, OfficeUse
from wortlaut.record.search.naming import ActorName
from wortlaut.record.search.profiling import Beside
from wortlaut.types import Candidate, Party, PartyKind, ResolvedParty

# Who speaks, what, to whom, on which day.
SAID = (
    ("Mara Lind", "Der Kai wird breiter", "dem Rat", date(2026, 1, 3)),
    ("die Lotsin", "Brandis zahlt das nicht", "dem Rat", date(2026, 1, 20)),
    ("Mara Lind-Öhm", "Nein", "Ole Brandis", date(2026, 2, 2)),
    ("Mara Lind", "Irgendwann ja", None, None),
    ("Ole Brandis", "Frau Lind irrt sich", "Mara Lind", date(2026, 2, 3)),
    ("Tanja Weddel", "Mara Lind-Öhm hat recht", "dem Rat", date(2026, 2, 4)),
    ("Tanja Weddel", "Die Linde steht im Weg", "Mara Lind", date(2026, 2, 5)),
    ("sie", "Das sehe ich anders", None, date(2026, 2, 6)),
    ("er", "Ganz anders", None, date(2026, 2, 7)),
)


class Doubting(Cast):
    """Knows of pronouns only who they may mean."""

    def _resolved(self, text: str, party: Party) -> ResolvedParty:
        words = " ".join(span.of(text) for span in party.mention)
        likely = {"sie": "Mara Lind", "er": "Ole Brandis"}.get(words)
        if likely is None:
            return super()._resolved(text, party)
        candidates = (Candidate("Jost", PartyKind.PERSON, 0.3), Candidate(likely, PartyKind.PERSON, 0.4))
        return ResolvedParty(party.mention, PartyKind.UNKNOWN, None, None, 0.5, candidates)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("profile") / "sammlung.db"
    with Record.open(path, create=True, language=Knowing(Doubting(table=TABLE))) as record:
        for number, (speaker, quote, addressee, day) in enumerate(SAID):
            whom = "" if addressee is None else f" zu {addressee}"
            news = article(f"„{quote}“, sagte {speaker}{whom}.", url=f"https://example.org/{number}", published=day)
            keep(record, news, [statement(news, quote, speaker=speaker, addressee=addressee)])
    return path


def person(actor: str, name: str) -> ActorName:
    return ActorName(actor, name, PartyKind.PERSON)


LIND_NAME = person(LIND, "Mara Lind-Öhm")
BRANDIS_NAME = person(BRANDIS, "Ole Brandis")
WEDDEL_NAME = person(WEDDEL, "Tanja Weddel-Groß")
RAT_NAME = ActorName(RAT, "Rat", PartyKind.ORGANISATION)


def test_what_is_said_is_told_by_month_and_act(record: Record) -> None:
    profile = record.profile(LIND)
    said = [each for each in record.statements() if LIND in {party.actor for party in each.speakers}]
    expected: dict[date, Counter[object]] = {}
    for each in said:
        if each.article.published is not None:
            month = expected.setdefault(each.article.published.replace(day=1), Counter())
            month[None if each.sense is None else each.sense.act] += 1
    assert {each.first: each.acts for each in profile.months} == expected
    assert [each.first for each in profile.months] == [date(2026, 1, 1), date(2026, 2, 1)]
    assert profile.undated == 1
    assert profile.latest == tuple(said)


def test_who_is_spoken_to_and_who_speaks_to_the_actor(record: Record) -> None:
    profile = record.profile(LIND)
    assert profile.addresses == (Beside(RAT_NAME, 2), Beside(BRANDIS_NAME, 1))
    assert set(profile.addressed_by) == {Beside(BRANDIS_NAME, 1), Beside(WEDDEL_NAME, 1)}


def test_who_has_the_name_in_their_words_whole_words_only(record: Record) -> None:
    profile = record.profile(LIND)
    assert set(profile.mentioned_by) == {Beside(BRANDIS_NAME, 1), Beside(WEDDEL_NAME, 1)}
    assert profile.mentioned == Total(2)
    assert record.profile(BRANDIS).mentioned_by == (Beside(LIND_NAME, 1),)


def test_mentions_of_nobody_known_that_may_be_the_actor(record: Record) -> None:
    profile = record.profile(LIND)
    assert [(each.found.statement.quote[0].of(each.found.article.text), each.confidence) for each in profile.maybe] == [
        ("Das sehe ich anders", 0.4)
    ]
    assert not profile.maybe_more
    assert record.profile(RAT).maybe == ()


def test_days_names_and_offices_come_with_it(record: Record) -> None:
    profile = record.profile(LIND)
    assert (profile.entry.first, profile.entry.last) == (date(2026, 1, 3), date(2026, 2, 5))
    assert (profile.entry.statements, profile.entry.addressed) == (4, 2)
    assert profile.names == (NameUse("Mara Lind", 5), NameUse("Mara Lind-Öhm", 1))
    assert profile.offices == (OfficeUse("Lotsin", 2, date(2026, 1, 20), date(2026, 2, 2)),)


def test_nobody_has_no_profile(record: Record) -> None:
    with pytest.raises(NotInRecord):
        record.profile("person:niemand")
