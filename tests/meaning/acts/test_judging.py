"""What kind of statement: by the cue, by what is said, by the statement around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meaning.acts.articles import Said, judged, one, statements
from wortlaut.language import analyse
from wortlaut.meaning.acts import judge
from wortlaut.meaning.acts.classifying import Classifier
from wortlaut.meaning.acts.cues import Entry, Lexicon
from wortlaut.types import Act, Effect, EvidenceKind, Modality, Stance


@pytest.mark.parametrize(
    ("text", "quote", "cue", "act"),
    [
        ("Ministerin Adler forderte, die Brücke zu sperren.", "die Brücke zu sperren", "forderte", Act.DEMAND),
        ("Adler kündigte an, die Brücke werde gesperrt.", "die Brücke werde gesperrt", "kündigte an", Act.ANNOUNCE),
        ("Adler drohte damit, die Elbe zu sperren.", "die Elbe zu sperren", "drohte damit", Act.THREATEN),
        ("Adler warnte davor, die Brücke zu betreten.", "die Brücke zu betreten", "warnte davor", Act.WARN),
        ("Adler bestritt, davon gewusst zu haben.", "davon gewusst zu haben", "bestritt", Act.DENY),
        ("Adler räumte ein, dass sie geschlafen habe.", "dass sie geschlafen habe", "räumte ein", Act.ADMIT),
        ("Adler warf Kranich vor, gelogen zu haben.", "gelogen zu haben", "warf…vor", Act.ACCUSE),
        ("Adler schlug vor, eine Fähre zu bauen.", "eine Fähre zu bauen", "schlug vor", Act.PROPOSE),
        ("Adler bezweifelte, dass das genüge.", "dass das genüge", "bezweifelte", Act.DOUBT),
        ("Adler fragte, ob die Brücke halte.", "ob die Brücke halte", "fragte", Act.ASK),
        ("Der Rat beschloss, die Brücke zu sperren.", "die Brücke zu sperren", "beschloss", Act.DECIDE),
        ("Adler ließ offen, ob sie kandidiert.", "ob sie kandidiert", "ließ offen", Act.LEAVE_OPEN),
        ("Adler hofft, dass die Brücke hält.", "dass die Brücke hält", "hofft", Act.EXPECT),
    ],
)
def test_cue_tells_the_act(text: str, quote: str, cue: str, act: Act) -> None:
    assert one(text, quote, cue).act is act


@pytest.mark.parametrize(
    ("quote", "act"),
    [
        ("die Stadt müsse die Brücke endlich sperren", Act.DEMAND),
        ("sie werde im Mai zurücktreten", Act.ANNOUNCE),
        ("das sei eine Katastrophe und völlig untragbar", Act.CRITICISE),
        ("die Brücke ist 80 Meter lang", Act.ASSERT),
    ],
)
def test_content_decides_after_a_neutral_cue(quote: str, act: Act) -> None:
    assert one(f"Adler sagte, {quote}.", quote, "sagte").act is act


def test_light_verb_phrase_tells_more_than_its_verb() -> None:
    text = "Kranich zog die Zahlen in Zweifel, sie seien zu hoch."
    assert one(text, "sie seien zu hoch", "zog…in Zweifel").act is Act.DOUBT


def test_word_of_a_phrase_may_stand_in_the_frame() -> None:
    text = "Kranich zeigte sich am Abend offen für eine Fähre, die täglich fahre."
    found = one(text, "die täglich fahre", "zeigte sich", "Kranich zeigte sich am Abend offen für eine Fähre")
    assert (found.act, found.evidence[0].name) == (Act.PROPOSE, "sich offen zeigen")


def test_bare_report_is_read_for_a_cue() -> None:
    text = "Der Verein fordert von der Stadt eine Fähre."
    found = one(text, text[:-1], type="reported")
    assert (found.act, found.evidence[0].kind) == (Act.DEMAND, EvidenceKind.REPORT)


def test_statement_inside_another_has_its_act() -> None:
    text = "Adler forderte, die Stadt müsse „endlich aufwachen“."
    first, second = judged(
        text,
        Said("die Stadt müsse „endlich aufwachen“", "forderte"),
        Said("„endlich aufwachen“", "forderte", type="direct", parent=0),
    )
    assert (first.act, second.act) == (Act.DEMAND, Act.DEMAND)
    assert second.confidence < first.confidence


@pytest.mark.parametrize(
    ("text", "cue", "stance", "effect"),
    [
        ("Adler sagte, es regne.", "sagte", Stance.NEUTRAL, Effect.CLAIMS),
        ("Adler behauptete, es regne.", "behauptete", Stance.DISTANCING, Effect.CLAIMS),
        ("Adler räumte ein, es regne.", "räumte ein", Stance.CONCEDING, Effect.CLAIMS),
        ("Adler polterte, es regne.", "polterte", Stance.EVALUATING, Effect.CLAIMS),
        ("Adler bestritt, es regne.", "bestritt", Stance.NEUTRAL, Effect.DENIES),
        ("Adler bestritt nicht, es regne.", "bestritt nicht", Stance.CONCEDING, Effect.CLAIMS),
        ("Adler fragte, es regne.", "fragte", Stance.NEUTRAL, Effect.OPEN),
    ],
)
def test_cue_tells_stance_and_effect(text: str, cue: str, stance: Stance, effect: Effect) -> None:
    found = one(text, "es regne", cue)
    assert (found.stance, found.effect) == (stance, effect)


@pytest.mark.parametrize(
    ("quote", "negated", "modality"),
    [
        ("die Brücke halte", False, None),
        ("die Brücke halte nicht", True, None),
        ("die Brücke halte nicht nur im Sommer", False, None),
        ("die Brücke könne halten", False, Modality.POSSIBLE),
        ("die Brücke müsse halten", False, Modality.NECESSARY),
        ("die Brücke werde halten", False, Modality.FUTURE),
        ("die Brücke halte, wenn niemand springe", False, Modality.CONDITIONAL),
        ("die Brücke soll gehalten haben", False, None),
    ],
)
def test_polarity_and_modality_of_the_content(quote: str, negated: bool, modality: Modality | None) -> None:
    found = one(f"Adler sagte, {quote}.", quote, "sagte")
    assert (found.negated, found.modality) == (negated, modality)


def test_evidence_names_the_entry_and_where_it_stands() -> None:
    text = "Adler kündigte am Montag an, die Brücke werde gesperrt."
    found = one(text, "die Brücke werde gesperrt", "kündigte…an")
    first = found.evidence[0]
    assert (first.kind, first.name) == (EvidenceKind.CUE, "an|kündigen")
    assert [span.of(text) for span in first.spans] == ["kündigte", "an"]
    assert all(evidence.weight > 0 for evidence in found.evidence)


def test_order_is_that_of_the_statements() -> None:
    text = "Adler forderte eine Fähre. Kranich warnte vor Hochwasser."
    said = [
        Said("Kranich warnte vor Hochwasser", type="reported"),
        Said("Adler forderte eine Fähre", type="reported"),
    ]
    found = judged(text, *said)
    assert [(each.statement, each.act) for each in found] == [("s0", Act.WARN), ("s1", Act.DEMAND)]


def test_own_lexicon_and_classifier_are_taken() -> None:
    text = "Adler flötete, es regne."
    lexicon = Lexicon([Entry("flöten", "verb", Act.APPROVE, Effect.CLAIMS, Stance.EVALUATING)])
    only = Classifier({"cue: approve": [0.0] * 10 + [5.0] + [0.0] * 7})  # type: ignore[dict-item]  # a list will do
    (found,) = judge(analyse(text), statements(text, [Said("es regne", "flötete")]), lexicon=lexicon, classifier=only)
    assert (found.act, found.stance, found.confidence > 0.85) == (Act.APPROVE, Stance.EVALUATING, True)


def test_nothing_is_judged_where_there_is_nothing() -> None:
    assert judge(analyse("Es regnet."), ()) == ()


def test_marks_without_words_are_no_trouble() -> None:
    text = "„…“ – so Adler. „😀 Äh …“, sagte Kranich."
    found = judged(text, Said("–", "so"), Said("😀 Äh ", "sagte"))
    assert len(found) == 2


@given(
    st.lists(st.sampled_from("wenn Ärger 😀 „ “ , . nicht müsse sagte Adler kündigte an zu ? !".split()), min_size=2),
    st.data(),
)
def test_every_span_lies_in_the_text_and_in_order(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (found,) = judged(text, Said(text[start:end]))
    spans = [span for evidence in found.evidence for span in evidence.spans]
    if found.condition is not None:
        spans += [*found.condition.spans, *found.condition.consequence]
        assert list(found.condition.spans) == sorted(found.condition.spans)
    assert all(0 <= span.start < span.end <= len(text) and span.of(text).strip() for span in spans)
