import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from tests.builder import head, made
from wortlaut.decisions import Action, Entry
from wortlaut.export.page import page
from wortlaut.export.paint import levels
from wortlaut.types import ArticleHead, ArticleKind, Found, Standing, StatementPart, Verdict

VOID = {"meta", "br", "link", "img", "input"}
ATTACKS = [
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "]]>&lt;b&gt;&amp;",
]


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list["Element | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self, *, without: tuple[str, ...] = ()) -> str:
        return "".join(
            child if isinstance(child, str) else child.text(without=without)
            for child in self.children
            if isinstance(child, str) or not set(without) & {child.tag, *child.classes()}
        )

    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self, tag: str, *classes: str) -> list["Element"]:
        return [each for each in self.walk() if each.tag == tag and set(classes) <= set(each.classes())]


class Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: str) -> Element:
    parser = Parser()
    parser.feed(html)
    parser.close()
    assert parser.open == [parser.root]
    return parser.root


def words(text: str) -> str:
    return " ".join(text.split())


TEXT = "Kersten wies Vorwürfe Habermoors, der Deich sei marode, zurück.\n\n„Ja“, sagte Ada zu Ben, „gut.“\nEnde."
ARTICLE = head(TEXT, title="Der Deich", url="https://example.org/1")
OUTER = made(
    ARTICLE, ["Vorwürfe Habermoors, der Deich sei marode"], type="reported", cue="wies", speaker="Kersten", number=1
)
INNER = made(ARTICLE, ["der Deich sei marode"], type="indirect", speaker="Habermoors", number=2, parent=1)
SPLIT = made(
    ARTICLE, ["„Ja“", "„gut.“"], cue="sagte", frame="sagte Ada zu Ben", speaker="Ada", addressee="Ben", number=3
)
STATEMENTS = [OUTER, INNER, SPLIT]


def covered(root: Element, number: int, role: str) -> list[str]:
    """The words in the text that are marked as that role of that statement."""
    [article] = root.all("article")
    return [
        each.text(without=("a", "sup"))
        for each in article.all("span", role)
        if str(number) in (each.attributes.get("data-s") or "").split()
    ]


def test_text_is_whole_in_its_paragraphs() -> None:
    [article] = parsed(page(ARTICLE, STATEMENTS)).all("article")
    assert [paragraph.text(without=("a", "sup")) for paragraph in article.all("p")] == [
        "Kersten wies Vorwürfe Habermoors, der Deich sei marode, zurück.",
        "„Ja“, sagte Ada zu Ben, „gut.“Ende.",
    ]
    assert len(article.all("br")) == 1


def test_nested_statement_lies_inside_the_marks_of_both() -> None:
    root = parsed(page(ARTICLE, STATEMENTS))
    assert "".join(covered(root, 1, "q")) == "Vorwürfe Habermoors, der Deich sei marode"
    assert "".join(covered(root, 2, "q")) == "der Deich sei marode"


def test_split_statement_is_marked_in_both_places() -> None:
    assert covered(parsed(page(ARTICLE, STATEMENTS)), 3, "q") == ["„Ja“", "„gut.“"]


@pytest.mark.parametrize(
    ("role", "number", "expected"),
    [("speaker", 1, "Kersten"), ("cue", 3, "sagte"), ("frame", 3, "sagte Ada zu Ben"), ("addressee", 3, "Ben")],
)
def test_roles_are_marked(role: str, number: int, expected: str) -> None:
    assert "".join(covered(parsed(page(ARTICLE, STATEMENTS)), number, role)) == expected


def test_type_is_told_by_class_and_in_words() -> None:
    root = parsed(page(ARTICLE, STATEMENTS, language="de"))
    [article] = root.all("article")
    assert {each.attributes["data-s"] for each in article.all("span", "q", "reported")} == {"1"}
    cards = root.all("li", "card")
    assert [words(card.all("span", "q")[0].text()) for card in cards] == ["berichtet", "indirekt", "direkt"]


def test_enclosing_statement_has_the_lower_line() -> None:
    assert levels(STATEMENTS) == [1, 0, 0]


def test_cards_tell_all_that_is_known() -> None:
    card = parsed(page(ARTICLE, STATEMENTS)).all("li", "card")[2]
    assert words(card.all("blockquote")[0].text()) == "„Ja“ […] „gut.“"
    rows = {words(row.all("dt")[0].text()): words(row.all("dd")[0].text()) for row in card.all("div")}
    assert rows == {
        "speaker": "Ada 90%",
        "addressee": "Ben 60%",
        "cue": "sagte 80%",
        "frame": "sagte Ada zu Ben 70%",
    }
    assert words(card.all("span", "sure")[0].text()) == "95%"


def test_cards_of_nested_statements_point_to_each_other() -> None:
    outer, inner, _ = parsed(page(ARTICLE, STATEMENTS)).all("li", "card")
    assert [link.attributes["href"] for link in outer.all("a")] == ["#q1", "#s2"]
    assert [link.attributes["href"] for link in inner.all("a")] == ["#q2", "#s1"]


def test_statement_without_speaker_says_so() -> None:
    [card] = parsed(page(ARTICLE, [made(ARTICLE, ["„Ja“"])], language="de")).all("li", "card")
    assert words(card.all("dd")[0].text()) == "nicht genannt"


def test_every_inner_link_has_its_target() -> None:
    root = parsed(page(ARTICLE, STATEMENTS))
    ids = [each.attributes["id"] for each in root.walk() if "id" in each.attributes]
    links = {str(each.attributes["href"]) for each in root.all("a")} - {"https://example.org/1"}
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_numbers_in_the_text_are_links_with_labels() -> None:
    [article] = parsed(page(ARTICLE, STATEMENTS)).all("article")
    reachable = [each for each in article.all("a") if each.attributes.get("tabindex") != "-1"]
    assert [(each.attributes["href"], each.attributes["aria-label"]) for each in reachable] == [
        ("#s1", "statement 1, reported, speaker: Kersten"),
        ("#s2", "statement 2, indirect, speaker: Habermoors"),
        ("#s3", "statement 3, direct, speaker: Ada"),
    ]


@pytest.mark.parametrize(("language", "date"), [("de", "1. März 2026"), ("en", "1 March 2026")])
def test_head_of_the_page_is_in_its_language(language: str, date: str) -> None:
    root = parsed(page(ARTICLE, STATEMENTS, language=language))
    assert root.all("html")[0].attributes["lang"] == language
    assert (
        words(root.all("header")[0].all("p")[0].text())
        == f"Elbkurier{date}{'Original' if language == 'de' else 'original'}"
    )
    assert words(root.all("h1")[0].text()) == "Der Deich"
    assert words(root.all("title")[0].text()) == "Der Deich · wortlaut"


def test_footer_says_what_made_it() -> None:
    footer = words(parsed(page(ARTICLE, STATEMENTS)).all("footer")[0].text())
    assert "a1" in footer
    assert "toy 1 · sha256:00" in footer


def test_article_without_statements_says_so() -> None:
    root = parsed(page(head("Nichts."), [], language="de"))
    assert words(root.all("aside")[0].text()) == "Aussagen (0) In diesem Artikel wurde keine Aussage gefunden."


def test_article_without_anything_known_has_a_page() -> None:
    root = parsed(page(ArticleHead("a1", "Nichts.", None, None, None, None), []))
    assert words(root.all("h1")[0].text()) == "Article without a title"


def test_page_loads_nothing_and_the_policy_forbids_it() -> None:
    html = page(ARTICLE, STATEMENTS)
    root = parsed(html)
    [policy] = [each for each in root.all("meta") if each.attributes.get("http-equiv") == "Content-Security-Policy"]
    [style], [script] = root.all("style"), root.all("script")
    digests = [b64encode(sha256(each.text().encode()).digest()).decode() for each in (style, script)]
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not [each for each in root.walk() if {"src", "style"} & set(each.attributes) or each.tag == "link"]
    assert not re.search(r"url\(|@import", style.text())


def attacked(attack: str) -> tuple[ArticleHead, list[Found]]:
    text = f"Q{attack}q S{attack}s C{attack}c F{attack}f A{attack}a"
    article = ArticleHead(f"a{attack}", text, f"T{attack}", None, f"O{attack}", f"javascript:{attack}")
    article = replace(article, author=f"W{attack}", subtitle=f"U{attack}", kicker=f"K{attack}")
    parts = {
        part: f"{letter.upper()}{attack}{letter}"
        for part, letter in zip(("speaker", "cue", "frame", "addressee"), "scfa", strict=True)
    }
    return article, [made(article, [f"Q{attack}q"], **parts)]


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_in_every_field_stays_text(attack: str) -> None:
    root = parsed(page(*attacked(attack)))
    harmless = parsed(page(*attacked("ok")))
    assert [each.tag for each in root.walk()] == [each.tag for each in harmless.walk()]
    assert [sorted(each.attributes) for each in root.walk()] == [sorted(each.attributes) for each in harmless.walk()]
    [article] = root.all("article")
    assert article.text(without=("a", "sup")).strip() == attacked(attack)[0].text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "https://a\u202eb"])
def test_address_that_is_no_web_address_is_no_link(url: str) -> None:
    root = parsed(page(head("Nichts.", url=url), []))
    assert [each.attributes["href"] for each in root.all("a")] == ["#statements"]


def test_hidden_characters_are_written_out() -> None:
    article = head("„gut\u202eesöb\u200b\x1b“", title="T\u202e", source="S\u200b", url="x:\u202e")
    article = replace(article, author="A\u202e", subtitle="U\u202e", kicker="K\u202e")
    entry = Entry(7, "", Action.WITHDRAW, datetime(2026, 3, 1, tzinfo=UTC), by="dp\u202ex", why="W\u200b")
    html = page(article, [made(article, [article.text])], withdrawn=entry)
    assert "„gut⟨U+202E⟩esöb⟨U+200B⟩⟨U+001B⟩“" in html
    assert not set("\u202e\u200b\x1b") & set(html)
    for name in ("T⟨U+202E⟩", "S⟨U+200B⟩", "x:⟨U+202E⟩", "A⟨U+202E⟩", "U⟨U+202E⟩", "K⟨U+202E⟩", "W⟨U+200B⟩"):
        assert name in html


def test_header_tells_what_is_known_of_the_article() -> None:
    at = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    article = head("Nichts.", title="Der Deich", kicker="Hafen", subtitle="Streit", author="Jo", published_at=at)
    root = parsed(page(replace(article, kind=ArticleKind.TICKER), [], language="de"))
    [header] = root.all("header")
    assert [words(each.text()) for each in header.all("p")] == [
        "Elbkurier1. März 2026, 8:30 Uhr (UTC)",
        "Hafen",
        "Streit",
        "von JoLive-Ticker",
    ]
    assert [each.attributes["datetime"] for each in header.all("time")] == ["2026-03-01T08:30:00+00:00"]


def test_an_article_that_was_taken_back_says_so() -> None:
    entry = Entry(7, "", Action.WITHDRAW, datetime(2026, 3, 1, 8, tzinfo=UTC), by="dpx", why="Ente")
    root = parsed(page(head("Nichts."), [], withdrawn=entry))
    [note] = root.all("p", "withdrawn")
    assert words(note.text()) == (
        "dpx took this article back on 1 March 2026, 8:00 (UTC) (entry 7 of the history). Because: Ente"
    )
    [none] = root.all("p", "none")
    assert words(none.text()) == "As the article was taken back, none of its statements is shown."


def test_parts_that_a_person_decided_have_a_tick_in_place_of_the_percentage() -> None:
    article = head("„Ja“, sagte Ada zu Ben.")
    at = datetime(2026, 4, 5, 6, 7, tzinfo=UTC)
    parts = (StatementPart.QUOTE, StatementPart.SPEAKERS)
    verdicts = tuple(Verdict(part, 3, "<Mira>", at) for part in parts)
    found = replace(
        made(article, ["„Ja“"], speaker="Ada", addressee="Ben"), verdicts=verdicts, standing=Standing.UPHELD
    )
    [card] = parsed(page(article, [found], language="de")).all("li", "card")
    assert card.all("span", "sure")[0].text() == "✓"
    details = [words(each.text()) for each in card.all("div")]
    assert details == [
        "Sprecher Ada ✓",
        "Adressat Ben 60 %",
        "Geltung von einem Menschen gehalten",
        "entschieden ✓ <Mira>, 5. April 2026 (Eintrag 3): Worte, Sprecher",
    ]


def test_speaker_that_a_person_said_is_not_named_has_a_tick() -> None:
    article = head("„Ja“, hieß es.")
    verdict = Verdict(StatementPart.SPEAKERS, 1, "Mira", datetime(2026, 4, 5, tzinfo=UTC))
    [card] = parsed(page(article, [replace(made(article, ["„Ja“"]), verdicts=(verdict,))])).all("li", "card")
    assert [words(each.text()) for each in card.all("dd", "none")] == ["not named ✓"]
