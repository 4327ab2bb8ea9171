"""Everybody who may be meant in an article."""

from wortlaut.language import analyse
from wortlaut.meaning.who.cast import Cast
from wortlaut.meaning.who.people import Mention
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import PLURAL
from wortlaut.types import PartyKind

WORDS = "Anna Lohfeldt kam. Kurt Moosheim ging. Die Polizei schwieg. Lohfeldt lachte."


def names(entities: list[object]) -> list[str]:
    return [str(getattr(entity, "name")) for entity in entities]  # noqa: B009  any entity


def test_those_mentioned_last_before_a_place_and_first_behind_it() -> None:
    text = Text(analyse(WORDS))
    cast = Cast.of(text)
    place = text.forms.index("Polizei")
    assert names([*cast.around(place, before=1, behind=0)]) == ["Kurt Moosheim"]
    assert names([*cast.around(place, before=9, behind=1)]) == ["Anna Lohfeldt", "Kurt Moosheim", "Polizei"]


def test_same_name_is_the_same_entity_with_one_more_mention() -> None:
    cast = Cast.of(Text(analyse(WORDS)))
    first = cast.other(PartyKind.GROUP, "die Anwohner", PLURAL, (3, 5))
    again = cast.other(PartyKind.GROUP, "die Anwohner", PLURAL, (1, 2))
    assert again is first
    assert first.mentions == [Mention(1, 2), Mention(3, 5)]
    assert first.nearest(3) == Mention(1, 2)
    assert first.nearest(1) is None


def test_joint_speakers_are_one_entity_each_time() -> None:
    cast = Cast.of(Text(analyse(WORDS)))
    parts = (cast.entities[0], cast.entities[1])
    assert cast.joint(parts, (0, 2)) is cast.joint(parts, (4, 6))
    assert cast.joint(parts, (0, 2)).name == "Anna Lohfeldt und Kurt Moosheim"
