import pytest

from tests.meaning.where.told import channels, links, told, words
from wortlaut.types import ChannelLink


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "expected"),
    [
        ("Wie die Zeitung „Deichbote“ berichtet, dass der Damm halte.", "berichtet", "die Zeitung „Deichbote“",
         [("outlet", "Deichbote", "die Zeitung „Deichbote“")]),
        ("Laut dpa steht fest, dass der Damm halte.", "Laut", "dpa", [("agency", "Deutsche Presse-Agentur", "dpa")]),
        ("Einer dpa-Meldung zufolge steht fest, dass der Damm halte.", "zufolge", "Einer dpa-Meldung",
         [("agency", "Deutsche Presse-Agentur", "Einer dpa-Meldung")]),
        ("Wie der Kanalsender unter Berufung auf die Agentur Deichpress meldet, dass der Damm halte.", "meldet", None,
         [("agency", "Deichpress", "die Agentur Deichpress")]),
        ("Wie der Sender Kanalfunk unter Berufung auf die Agentur Deichpress meldet, dass der Damm halte.", "meldet",
         "der Sender Kanalfunk",
         [("agency", "Deichpress", "die Agentur Deichpress"), ("outlet", "Kanalfunk", "der Sender Kanalfunk")]),
        ("Medienberichten zufolge steht fest, dass der Damm halte.", "zufolge", "Medienberichten",
         [("outlet", "Medienbericht", "Medienberichten")]),
        ("Nach Angaben der Tagesschau steht fest, dass der Damm halte.", "Nach", "Angaben der Tagesschau",
         [("outlet", "Tagesschau", "der Tagesschau")]),
        ("Ada Wiesengrund wird von der Kleinstädter Rundschau zitiert, dass der Damm halte.", "zitiert",
         "Ada Wiesengrund", [("outlet", "Kleinstädter Rundschau", "der Kleinstädter Rundschau")]),
        ("In einem Brief schrieb Ada Wiesengrund, dass der Damm halte.", "schrieb", "Ada Wiesengrund",
         [("document", "Brief", "einem Brief")]),
        ("In einer gestern veröffentlichten Pressemitteilung des Kanalamts heißt es, dass der Damm halte.", "heißt es",
         None,
         [("document", "Pressemitteilung", "einer gestern veröffentlichten Pressemitteilung des Kanalamts")]),
        ("Laut einer Studie steht fest, dass der Damm halte.", "Laut", "einer Studie",
         [("document", "Studie", "einer Studie")]),
        ("Auf dem Mitschnitt sagte Ada Wiesengrund, dass der Damm halte.", "sagte", "Ada Wiesengrund",
         [("recording", "Mitschnitt", "dem Mitschnitt")]),
        ("Eine Sprecherin des Kanalamts sagte, dass der Damm halte.", "sagte", "Eine Sprecherin des Kanalamts",
         [("spokesman", None, "Eine Sprecherin des Kanalamts")]),
        ("Ada Wiesengrund ließ über ihren Anwalt mitteilen, dass der Damm halte.", "mitteilen", "Ada Wiesengrund",
         [("spokesman", None, "ihren Anwalt")]),
    ],
)  # fmt: skip
def test_words_of_a_report_tell_the_links(
    text: str, cue: str, speaker: str | None, expected: list[tuple[str, str | None, str]]
) -> None:
    assert links(text, cue=cue, speaker=speaker) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Wiesengrund sagte zu der Studie, dass sie falsch sei.", "Ada Wiesengrund"),
        ("Ada Wiesengrund sagte nach dem Urteil, dass es falsch sei.", "Ada Wiesengrund"),
        ("Der innenpolitische Sprecher der Deichpartei sagte, dass der Damm halte.", "Der innenpolitische Sprecher"),
        ("Der Chefredakteur der Zeitung „Deichbote“ sagte, dass der Damm halte.", "Der Chefredakteur"),
        ("Ernst Papier sagte, dass der Damm halte.", "Ernst Papier"),
        ("Die Welt sagte, dass der Damm halte.", "Die Welt"),
    ],
)
def test_what_is_no_channel_is_none(text: str, speaker: str) -> None:
    assert links(text, speaker=speaker) == []


@pytest.mark.parametrize(
    ("words_of", "name", "principal", "own"),
    [
        ("Ein Polizeisprecher", "Polizei", None, None),
        ("Ein Sprecher des wallonischen Deichministeriums", "wallonisches Deichministerium",
         "des wallonischen Deichministeriums", None),
        ("Eine Sprecherin der Kleinen Werke", "Kleine Werke", "der Kleinen Werke", None),
        ("Ein Sprecher von Deichbau", "Deichbau", "Deichbau", None),
        ("Regierungssprecherin Erna Lohfeld", "Regierung", None, "Erna Lohfeld"),
        ("Ein KBG-Sprecher", "KBG", None, None),
        ("Ein Sprecher Wiesengrunds", "Wiesengrund", "Wiesengrunds", None),
    ],
)  # fmt: skip
def test_spokesman_speaks_for_another(words_of: str, name: str, principal: str | None, own: str | None) -> None:
    text = f"{words_of} sagte, dass der Damm halte."
    (link,) = channels(text, told(text, "der Damm halte", frame=f"{words_of} sagte,", cue="sagte", speaker=words_of))[
        0
    ].via
    assert (link.principal_name, words(text, link.principal) or None, link.name) == (name, principal, own)


def test_spokesman_named_before_is_one_later() -> None:
    text = "Deichsprecher Arno Lohfeld sagte, der Damm halte. Laut Lohfeld sind die Fugen dicht."
    found = channels(
        text,
        told(text, "der Damm halte", frame="Deichsprecher Arno Lohfeld sagte,", cue="sagte", speaker="Arno Lohfeld"),
        told(text, "sind die Fugen dicht", frame="Laut Lohfeld", cue="Laut", speaker="Lohfeld sind"[:7]),
    )
    assert [[(link.name, link.principal_name) for link in each.via] for each in found] == [
        [("Arno Lohfeld", "Deich")],
        [("Arno Lohfeld", "Deich")],
    ]


def test_darin_means_the_document_before() -> None:
    text = "Das Amt legte einen Bericht vor. Darin heißt es, der Damm halte."
    (found,) = channels(text, told(text, "der Damm halte", frame="Darin heißt es,", cue="heißt es", speaker="Darin"))
    assert [(link.kind.value, words(text, link.spans), link.carried) for link in found.via] == [
        ("document", "einen Bericht", True)
    ]


def test_link_says_by_which_rule_it_was_found() -> None:
    text = "Laut dpa steht fest, dass der Damm halte."
    link: ChannelLink = channels(text, told(text, "der Damm halte", frame="Laut dpa steht fest,", cue="Laut"))[0].via[0]
    assert [(each.rule, words(text, each.spans)) for each in link.evidence] == [("media laut", "dpa")]
