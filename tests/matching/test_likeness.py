import os
import random
import subprocess
import sys

import mmh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.matching import likeness as module
from wortlaut.matching.likeness import FORM, HOLDERS, Sketch, bands, candidates, is_reprint, likeness, sketch

BRIDGE = """\
Die Stadt Krumbach sperrt die Alte Brücke über die Lohne für den gesamten Verkehr. Das teilte Bürgermeisterin \
Rika Ammerling am Montag mit. Bei einer Prüfung hätten Fachleute Risse in zwei der fünf Pfeiler gefunden.

„Wir können nicht verantworten, dass dort auch nur ein einziger Bus weiterfährt, solange wir nicht wissen, wie tief \
die Schäden im Beton wirklich reichen“, sagte Ammerling. Die Sperrung gelte zunächst bis Ende Oktober, eine \
Verlängerung schloss sie nicht aus.

Der Einzelhandelsverband warnte vor Einbußen. Viele Geschäfte am Ufer lebten von Kunden aus den Dörfern jenseits des \
Flusses, erklärte Sprecher Tjark Hollmann. Er forderte eine Fähre, die wenigstens zu Fuß erreichbar sei. Die \
Opposition im Rat verlangt Auskunft, seit wann die Verwaltung von den Rissen gewusst habe."""

SEQUEL = """\
Die gesperrte Alte Brücke in Krumbach wird abgerissen. Der Rat stimmte am Donnerstag mit großer Mehrheit für \
einen Neubau, der frühestens in vier Jahren fertig sein soll. Die Kosten schätzt das Bauamt auf 31 Millionen Euro, von \
denen das Land mehr als die Hälfte tragen will. Eine Sanierung wäre nach Ansicht der Gutachterin Wencke Storm kaum \
billiger gekommen und hätte nur für zwei Jahrzehnte gereicht. Gegen den Beschluss stimmten drei Abgeordnete, die um \
das Bild der Altstadt fürchten. Bis dahin verkehrt ab Mai eine kleine Fähre zwischen beiden Ufern, kostenlos und an \
allen Tagen der Woche."""

QUOTING = """\
In Sandow streitet man über die Holzbrücke am Mühlenteich. Ortsvorsteher Pelle Wittig will sie offen halten \
und verweist auf ein Gutachten aus dem vergangenen Jahr. Anwohner sehen das anders und erinnern an die Worte der \
Krumbacher Bürgermeisterin: „Wir können nicht verantworten, dass dort auch nur ein einziger Bus weiterfährt, solange \
wir nicht wissen, wie tief die Schäden im Beton wirklich reichen“. Über Beton müsse in Sandow niemand reden, entgegnet \
Wittig, und Busse habe der Teich noch keine gesehen. Entscheiden soll nun der Kreis, der für den Frühling eine eigene \
Untersuchung angekündigt hat."""

LATER = BRIDGE.split("\n\n", maxsplit=1)[0]


def changed(text: str, every: int) -> str:
    """`text` with each so-manieth word replaced by one that it does not have."""
    words = text.split(" ")
    return " ".join("Ersatz" if number % every == every - 1 else word for number, word in enumerate(words))


def alike(first: str, second: str) -> bool:
    """Whether one is a reprint of the other, which must not depend on the order."""
    a, b = sketch(first), sketch(second)
    assert is_reprint(a, b) == is_reprint(b, a)
    return is_reprint(a, b)


def shared(longer: str, shorter: str) -> float:
    """The share of the values of `shorter` that `longer` has, too."""
    values = sketch(shorter).values
    return len(set(values) & set(sketch(longer).values)) / len(values)


def long_text(seed: int, words: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"wort{rng.randrange(5000)}" for _ in range(words))


def test_same_text_is_a_reprint_and_wholly_alike() -> None:
    assert alike(BRIDGE, BRIDGE)
    assert likeness(sketch(BRIDGE), sketch(BRIDGE)) == 1.0


@pytest.mark.parametrize("every", [30, 12, 8])
def test_text_with_words_changed_everywhere_is_a_reprint(every: int) -> None:
    assert alike(BRIDGE, changed(BRIDGE, every))


@pytest.mark.parametrize("kept", [0.85, 0.6, 0.35])
def test_text_cut_at_the_end_is_a_reprint(kept: float) -> None:
    assert alike(BRIDGE, BRIDGE[: round(kept * len(BRIDGE))])


def test_text_between_the_lines_of_a_paper_is_a_reprint() -> None:
    front = "Was heute wichtig wird, lesen Sie jeden Morgen kostenlos in unserem Überblick.\n\n"
    behind = "\n\nDieser Beitrag wurde von der Redaktion übernommen und nicht bearbeitet. Alle Rechte vorbehalten."
    assert alike(BRIDGE, front + changed(BRIDGE, 12) + behind)


def test_report_on_the_same_topic_is_no_reprint() -> None:
    assert not alike(BRIDGE, SEQUEL)


@pytest.mark.parametrize(
    "report", [SEQUEL[:310] + "\n\n" + LATER, LATER + "\n\n" + SEQUEL[:310]], ids=["after", "before"]
)
def test_report_that_goes_over_the_background_in_the_same_words_is_no_reprint(report: str) -> None:
    assert not alike(BRIDGE, report)
    assert shared(BRIDGE, report) > 0.35


def test_text_with_the_same_long_quotation_is_no_reprint() -> None:
    quoting = QUOTING[QUOTING.index("Anwohner") : QUOTING.index("Entscheiden")]
    assert not alike(BRIDGE, quoting)
    assert shared(BRIDGE, quoting) > 0.35


def test_text_that_begins_otherwise_and_has_the_same_lines_under_it_is_no_reprint() -> None:
    first = "Bei einem Brand in Sandow ist am Abend eine Scheune zerstört worden, verletzt wurde dabei niemand."
    second = "Der Turnverein Krumbach sucht für die kommende Saison noch Helfer, die am Wochenende Zeit haben."
    first, second = f"{first} Warum es brannte, weiß man nicht.", f"{second} Anmelden kann man sich im Büro."
    assert not alike(f"{first}\n\n{QUOTING[:480]}", f"{second}\n\n{QUOTING[:480]}")


def test_one_item_of_an_overview_is_no_reprint_of_it() -> None:
    overview = "\n\n".join([LATER, *(long_text(seed, 60) for seed in range(5))])
    assert not alike(LATER, overview)


def test_case_umlauts_accents_quotation_marks_and_blanks_make_no_difference() -> None:
    spelled = BRIDGE.upper().replace("Ü", "UE").replace("Ä", "Ae").replace("„", '"').replace("“", '"')
    assert sketch(spelled.replace(" ", "\u00a0 \n")) == sketch(BRIDGE)
    decomposed = BRIDGE.replace("ü", "u\u0308").replace("Fluss", "Flu\u00adss").replace("Alte", "Álte")
    assert sketch(decomposed) == sketch(BRIDGE)


@pytest.mark.parametrize(
    "written",
    [
        "Krumbach (dpa) - {}",
        "KRUMBACH/BAD SANDOW, 3. Mai (AFP/dpa) – {}",
        "{} (dpa)",
        "{}\n© dpa-infocom, dpa:990503-99-123456/3",
        "Aktualisiert um 14.35 Uhr\n\n{}",
        "{}\nQuelle: Agentur Nord",
    ],
)
def test_lines_of_agencies_make_no_difference(written: str) -> None:
    short = "Die Alte Brücke in Krumbach ist seit Montag gesperrt."
    assert sketch(written.format(short)) == sketch(short)


def test_agency_inside_a_sentence_takes_no_other_word_with_it() -> None:
    assert sketch("Rika Ammerling (dpa) lehnte ab.") != sketch("Tjark Hollmann (dpa) lehnte ab.")
    assert sketch("Rika Ammerling lehnte ab (dpa).") != sketch("Tjark Hollmann lehnte ab (dpa).")


def test_very_short_text_is_a_reprint_of_the_same_words_alone() -> None:
    short = "Die Alte Brücke in Krumbach ist seit Montag gesperrt."
    assert alike(short, "DIE ALTE BRUECKE in Krumbach ist seit Montag gesperrt")
    assert not alike(short, "Die Alte Brücke in Krumbach ist seit Dienstag gesperrt.")
    assert not alike(short, short + " " + BRIDGE)
    longer = " ".join(BRIDGE.split()[:18])
    assert not alike(longer, longer + " nicht")


def test_text_of_one_word_repeated_is_a_reprint_of_the_same_number_of_it() -> None:
    assert alike("nein " * 40, "Nein, " * 40)
    assert not alike("nein " * 40, "nein " * 41)


@pytest.mark.parametrize("empty", ["", " \n", "… +++ –", "\ud800"])
def test_text_without_words_is_like_none(empty: str) -> None:
    assert sketch(empty) == Sketch(0, ())
    assert bands(sketch(empty)) == ()
    assert not alike(empty, empty)
    assert likeness(sketch(empty), sketch(empty)) == 0.0


def test_likeness_is_the_share_of_what_both_have_together() -> None:
    words = long_text(1, 63).split()
    first, second = " ".join(words[:43]), " ".join(words[20:])  # 40 runs of four words each, 20 of them in both
    assert likeness(sketch(first), sketch(second)) == 20 / 60


def test_likeness_of_long_texts_is_estimated_from_the_sample() -> None:
    words = long_text(2, 3003).split()
    first, second = sketch(" ".join(words[:2003])), sketch(" ".join(words[1000:]))
    assert (first.shingles, len(first.values)) == (2000, 128)
    assert likeness(first, second) == pytest.approx(1 / 3, abs=0.12)  # three standard errors of 128 values


def test_values_stand_in_the_order_of_the_text() -> None:
    front, back = long_text(3, 40), long_text(4, 40)
    values = sketch(f"{front} {back}").values
    assert values[:37] == sketch(front).values
    assert values[-37:] == sketch(back).values


@pytest.mark.parametrize(
    "text", ["", "Nur ein Satz.", BRIDGE, long_text(5, 900)], ids=["empty", "short", "all", "sample"]
)
def test_sketch_comes_back_from_its_bytes(text: str) -> None:
    packed = sketch(text).packed
    assert len(packed) <= 517
    assert Sketch.unpack(packed) == sketch(text)


@pytest.mark.parametrize("packed", [b"", b"\x01\x00\x00\x00", sketch(BRIDGE).packed[:-1]])
def test_bytes_of_no_sketch_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=f"no sketch has {len(packed)} bytes; make it anew from the text"):
        Sketch.unpack(packed)


def test_sketch_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match=f"the sketch has form 9, this program knows {FORM}; make it anew"):
        Sketch.unpack(b"\x09" + sketch(BRIDGE).packed[1:])


def test_sketch_is_the_same_on_every_machine_and_for_good() -> None:
    # Records hold such values: where this fails, `FORM` must rise, and records must be brought up to it.
    short = "Die Alte Brücke in Krumbach ist seit Montag gesperrt."
    assert (sketch(short).packed.hex(), bands(sketch(LATER))[:3]) == (
        "0100000000ccda40b4189095ab84a67c69c5dbbbf4",
        (79836308, 331762464, 380626292),
    )


def test_sketch_does_not_depend_on_the_process() -> None:
    program = f"from wortlaut.matching.likeness import sketch; print(sketch({BRIDGE!r}).packed.hex())"
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == sketch(BRIDGE).packed.hex()


def test_bands_are_few_and_fit_into_a_column() -> None:
    for text, count in ((long_text(6, 900), 16), (BRIDGE, 16), ("Nur ein Satz.", 1)):
        found = bands(sketch(text))
        assert len(found) == len(set(found)) == count
        assert list(found) == sorted(found)
        assert all(0 <= band < 2**32 for band in found)


@pytest.mark.parametrize("copy", [changed(BRIDGE, 8), BRIDGE[: len(BRIDGE) // 2], "Vorweg gesagt. " + BRIDGE])
def test_reprints_have_a_band_in_common(copy: str) -> None:
    assert set(bands(sketch(BRIDGE))) & set(bands(sketch(copy)))


def test_candidates_come_with_those_first_who_share_what_few_hold() -> None:
    crowd = [f"c{number}" for number in range(HOLDERS)]
    assert candidates([["a", "b"], ["a"], [*crowd[:-1], "b"], crowd])[:2] == ("a", "b")


def test_no_more_than_32_candidates_are_named() -> None:
    crowds = [[f"{band}-{number}" for number in range(HOLDERS)] for band in range(16)]
    assert len(candidates([["a"], *crowds])) == 32
    assert candidates([["a"], *crowds])[0] == "a"
    assert candidates([]) == ()


@given(st.text(st.sampled_from("abcdäöüßéкиїñ中 .-\u0308\u00ad"), min_size=100, max_size=400))
def test_the_values_are_hashes_of_each_four_words_in_a_row(text: str) -> None:
    words = module._words(text)
    runs = [" ".join(words[at : at + 4]) for at in range(len(words) - 3)]
    hashes = list(dict.fromkeys(mmh3.hash(run.encode(), 0x776F7274, signed=False) for run in runs))
    made = sketch(text)
    if made.shingles:
        kept = set(sorted(hashes)[:128])
        assert made == Sketch(len(hashes), tuple(value for value in hashes if value in kept))
    else:
        assert len(words) < 20 or len(hashes) < 8


_values = st.lists(st.integers(0, 60), unique=True, min_size=1, max_size=40)
_few_values = st.lists(st.integers(0, 24), unique=True, min_size=8, max_size=11)
_sketches = (_few_values | _values).flatmap(
    lambda values: st.integers(len(values), 2 * len(values)).map(lambda count: Sketch(count, tuple(values)))
)


@settings(max_examples=500)
@given(_sketches, _sketches)
def test_no_reprint_is_missed_because_little_is_shared_at_first_sight(a: Sketch, b: Sketch) -> None:
    shorter, longer = (b, a) if a.shingles > b.shingles else (a, b)
    own, others = module._comparable(shorter, longer)
    found = [value in others for value in own]
    is_long_enough = shorter.shingles >= 0.25 * longer.shingles and len(own) >= 8
    is_found = sum(found) >= 0.3 * len(found) and module._spread(found) >= 0.7
    assert is_reprint(a, b) == (is_long_enough and is_found)
