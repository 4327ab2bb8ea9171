from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from evaluation.corpus import Annotation, CorpusDocument
from evaluation.error_page import error_page
from evaluation.faults import cases
from evaluation.predicting import Sureness
from wortlaut.language.tokens import tokenize

TEXT = "<b>Moll</b> sagte: „Nein“. Jork schwieg."
TOKENS = tokenize(TEXT)
VOID = {"meta", "input", "br"}


class Parsed(HTMLParser):
    """The elements of a page, which must be closed in order, its visible text by language, and its addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.languages: list[str] = []
        self.names: list[str] = []
        self.ids: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.addresses: list[str] = []
        self.checked: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.names.append(tag)
        self.ids += [str(known["id"])] if "id" in known else []
        self.addresses += [str(value) for name, value in attrs if name in ("href", "src", "action")]
        self.checked += [str(known["id"])] if "checked" in known else []
        if tag not in VOID:
            self.open.append(tag)
            self.languages.append(known.get("lang") or (self.languages[-1] if self.languages else ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.languages.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] != "style":
            self.texts.append((self.languages[-1], " ".join(data.split())))


def token(word: str) -> int:
    return next(number for number, span in enumerate(TOKENS) if span.of(TEXT) == word)


def said(word: str, **parts: str) -> Annotation:
    roles = {name: frozenset({token(role)}) for name, role in parts.items()}
    return Annotation("Direct", "Speech", frozenset({token(word)}), **roles)


def made(gold: list[Annotation], predicted: list[Annotation], *, name: str = "1 - Streit") -> str:
    document = CorpusDocument(name, TEXT, TOKENS, (), tuple(gold))
    sure = [Sureness(0.97, 0.5, 0.25, 0.75, None, None, None) for _ in predicted]
    return error_page(cases([document], [predicted], [sure]), title="pred.jsonl against gold.jsonl")


def test_page_is_well_formed_and_loads_and_runs_nothing() -> None:
    page = made([said("Nein", speaker="Moll")], [said("Nein", speaker="Jork"), said("schwieg")])
    parsed = Parsed(page)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(parsed.names)
    assert all(address.startswith("#") for address in parsed.addresses)
    assert {address.removeprefix("#") for address in parsed.addresses} <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src &#39;none&#39;" in page


def test_text_of_the_corpus_is_escaped_and_marked_as_german() -> None:
    page = made([said("Nein")], [], name="2 - <i>Streit</i> & Zank")
    assert "<b>Moll" not in page
    assert ("de", "2 - <i>Streit</i> & Zank") in Parsed(page).texts
    words = " ".join(text for language, text in Parsed(page).texts if language == "de")
    assert "<b>Moll</b> sagte: „ [quote: Nein ] “. Jork schwieg." in words


def test_faults_are_counted_and_each_can_be_chosen() -> None:
    page = made([said("Nein", speaker="Moll"), said("schwieg")], [said("Nein", speaker="Jork")])
    parsed = Parsed(page)
    assert parsed.checked == ["only-all"]
    assert {"only-statement-missed", "only-speaker-wrong", "only-frame-extra"} <= set(parsed.ids)
    assert "body:has(#only-speaker-wrong:checked) .case:not(.speaker-wrong)" in page
    assert '<article class="case speaker-wrong" id="c1"' in page
    assert '<article class="case statement-missed" id="c2"' in page


def test_confidence_stands_beside_the_parts() -> None:
    texts = [text for _, text in Parsed(made([said("Nein", speaker="Moll")], [said("Nein", speaker="Jork")])).texts]
    assert "quote 97 %" in texts
    place = texts.index("Jork", texts.index("speaker", texts.index("Prediction") + 1))
    assert texts[place : place + 2] == ["Jork", "75 %"]


def test_statements_without_a_fault_are_counted_and_not_shown() -> None:
    page = made([said("Nein")], [said("Nein")])
    assert 'class="case' not in page
    assert "Nothing is wrong." in page
    assert "<dt>right in every part</dt><dd>1</dd>" in page


def test_style_that_the_policy_allows_is_the_one_on_the_page() -> None:
    page = made([said("Nein")], [])
    style = page.split("<style>")[1].split("</style>")[0]
    assert b64encode(sha256(style.encode()).digest()).decode() in page.replace("&#43;", "+")
