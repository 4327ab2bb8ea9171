"""What is around a statement: the sentence that names its speaker."""

from tests.meaning.acts.articles import Said, seen

_TEXT = "Die Gewerkschaft kritisierte den Plan. Er gehe an der Sache vorbei."


def test_sentence_that_names_the_speaker_is_read() -> None:
    found = seen(_TEXT, Said("Er gehe an der Sache vorbei", speaker="Die Gewerkschaft"))
    assert [match.entry.cue for match in found.mentioned] == ["kritisieren"]


def test_own_sentence_is_not_read_again_where_a_cue_is_marked() -> None:
    text = "Die Gewerkschaft kritisierte den Plan und sagte, er gehe an der Sache vorbei."
    found = seen(text, Said("er gehe an der Sache vorbei", "sagte", speaker="Die Gewerkschaft"))
    assert found.mentioned == []


def test_without_a_speaker_nothing_is_read() -> None:
    assert seen(_TEXT, Said("Er gehe an der Sache vorbei")).mentioned == []
