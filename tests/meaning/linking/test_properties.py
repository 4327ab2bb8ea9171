"""What holds for any evidence, however odd: names come from outside."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meaning.linking.evidence import linker
from wortlaut.meaning.actors import shipped
from wortlaut.meaning.linking import Evidence, KnownActor, Linker, divided, similar
from wortlaut.types import PartyKind

_FIRST = st.sampled_from(
    ["Erna", "Hans-Peter", "Jurij", "Yuri", "J.", "Dr. Ali", "Angela", "O'Neil", "Œdipa", "Юрий", "ﬁn"]
)
_LAST = st.sampled_from(
    ["Beispiel", "Merkel", "Ushakov", "Uschakow", "von der Höhe", "al-Muster", "Müller", "Ушаков", "Łś"]
)
_NAMES = st.one_of(st.text(max_size=40), st.builds("{} {}".format, _FIRST, _LAST), _LAST)
_OFFICES = (
    st.none() | st.text(max_size=30) | st.sampled_from(["Torwart", "Ministerin", "Ex-Kanzler", "Präsident der", "der "])
)
_DAYS = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
_EVIDENCE = st.builds(Evidence, st.sampled_from(PartyKind), _NAMES, _OFFICES, _DAYS)


@given(_EVIDENCE)
@settings(max_examples=400, deadline=None)
def test_nothing_fails_and_ids_can_be_written_anywhere(evidence: Evidence) -> None:
    linked = linker().link(evidence)
    if linked.actor is None:
        assert linked.doubt is not None
    else:
        assert linked.actor.isprintable()
        assert not any(sign.isspace() or sign in "/?#&\"'<>" for sign in linked.actor)
        assert len(linked.actor) < 120
        known = linked.actor in shipped().persons or linked.actor in shipped().bodies
        assert known or linked.actor.startswith(("person:", "organisation:"))
        assert linked.name
    assert list(linked.candidates) == sorted(set(linked.candidates))
    assert linked.actor not in linked.candidates


@given(st.lists(_EVIDENCE, max_size=12))
@settings(max_examples=50, deadline=None)
def test_the_order_of_articles_makes_no_difference(evidence: list[Evidence]) -> None:
    first = {each: linker().link(each) for each in evidence}
    again = Linker(shipped())
    assert {each: again.link(each) for each in reversed(evidence)} == first


@given(st.sampled_from([PartyKind.PERSON, PartyKind.ORGANISATION]), _NAMES)
@settings(max_examples=400, deadline=None)
def test_the_name_shown_leads_to_the_same_actor(kind: PartyKind, name: str) -> None:
    linked = linker().link(Evidence(kind, name))
    if linked.actor is not None:
        assert linker().link(Evidence(kind, linked.name)).actor == linked.actor


@given(st.lists(st.builds(KnownActor, st.text(max_size=9), st.sampled_from(PartyKind), _NAMES), max_size=20))
@settings(max_examples=60, deadline=None)
def test_pairs_of_any_record_are_in_order_and_no_actor_is_its_own(actors: list[KnownActor]) -> None:
    known = list({actor.id: actor for actor in actors}.values())
    pairs = similar(known)
    assert all(pair.first < pair.second and 0.55 <= pair.score <= 1 for pair in pairs)
    assert len({(pair.first, pair.second) for pair in pairs}) == len(pairs)
    assert divided(known) == []
