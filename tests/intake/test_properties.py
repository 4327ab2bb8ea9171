"""Whatever the text: every character's bytes, decoded by themselves, are that character."""

import html
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.maps import articles, sources

# Umlauts, emoji, combining marks, joiners, quotation marks: often; any other character: now and then.
SIGNS = st.one_of(
    st.sampled_from("aÄöüß„“»«–€ 😀👩\u200d👧\u0308\u0301\u00ad\u00a0🇩"),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff&<>\\"),
)
# Beginnings and ends that are letters: no form is taken for another, nothing is trimmed.
TEXTS = st.lists(SIGNS, max_size=60).map(lambda signs: "Ja " + "".join(signs).strip() + " nein")

# By their mark, or because they are UTF-8: nobody need name them.
RECOGNISED = ("utf-8", "utf-8-sig", "utf-16", "utf-32")


@settings(deadline=None)  # the first call loads all forms
@given(TEXTS, st.sampled_from([*RECOGNISED, "utf-16-be"]))
def test_plain_text_in_any_encoding(text: str, encoding: str) -> None:
    (item,) = articles(text.encode(encoding), encoding=None if encoding in RECOGNISED else encoding)
    assert (item.text, item.notes) == (text, ())
    assert [source.decode(item.encoding) for source in sources(item)] == list(text)


@settings(deadline=None)  # the first call loads all forms
@given(TEXTS, st.sampled_from(["cp1252", "latin-1", "iso8859-15", "mac-roman", "gb18030", "shift_jis", "utf-7"]))
def test_plain_text_in_an_encoding_that_the_user_names(text: str, encoding: str) -> None:
    text = text.encode(encoding, "ignore").decode(encoding).replace("\x85", "")
    (item,) = articles(text.encode(encoding), encoding=encoding)
    assert item.text == text
    if encoding != "utf-7":  # there several characters share bytes
        assert [source.decode(encoding) for source in sources(item)] == list(text)


@settings(deadline=None)  # the first call loads all forms
@given(TEXTS, st.booleans())
def test_json_strings(text: str, ascii_only: bool) -> None:
    raw = json.dumps({"title": text, "text": text, "x": [text]}, ensure_ascii=ascii_only)
    (item,) = articles(raw.encode(), "a.json")
    assert item.text == text
    assert [json.loads(b'"' + source + b'"') for source in sources(item)] == list(text)


def _told(sign: str) -> str:
    """What a reference to a sign means: of what is no character for HTML, nobody knows."""
    return html.unescape(f"&#{ord(sign)};") or "\ufffd"


@settings(deadline=None)  # the first call loads all forms
@given(TEXTS, st.data(), st.integers(1, 3))
def test_character_references_of_any_depth_within_json(text: str, data: st.DataObject, depth: int) -> None:
    chosen = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    deeper = "&" + "amp;" * (depth - 1)
    written = [f"{deeper}#{ord(sign)};" if pick else sign for sign, pick in zip(text, chosen, strict=True)]
    (item,) = articles(json.dumps({"text": "".join(written)}).encode(), "a.json")
    assert item.text == "".join(_told(s) if p else s for s, p in zip(text, chosen, strict=True))
    strings = [json.loads(b'"' + source + b'"') for source in sources(item)]
    assert strings == written


@settings(deadline=None)  # the first call loads all forms
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.json", "a.jsonl"]))
def test_any_bytes_give_articles_whose_maps_fit_or_refusals(raw: bytes, name: str) -> None:
    from tests.intake.test_malformed import faults
    from tests.malformed import Malformed

    assert faults(Malformed(name, raw, "any")) == []
