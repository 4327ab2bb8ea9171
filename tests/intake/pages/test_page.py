"""Web pages: which of their text is the article, what is said of it, and that nothing made to hurt does."""

import json
import time
from datetime import date, datetime

import pytest

from tests.intake.maps import article, refusal, taken
from wortlaut.types import Article, ArticleKind

FIRST = "Die Brücke bleibe bis zum Frühjahr gesperrt, sagte Bürgermeisterin Mira Löhn am Dienstag in Örlingen."
SECOND = "„Wir haben keine andere Wahl“, erklärte sie. Der Rat hatte zuvor lange beraten und am Ende abgestimmt."
THIRD = "Die Anlieger kritisierten den Beschluss scharf; sie erwägen eine Klage gegen die Stadt und das Land."
TITLE = "Brücke bleibt gesperrt"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang=de><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def read(body: str, head: str = "") -> Article:
    return article(page(body, head), "a.html")


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | data)}</script>'


def text_of(body: str, head: str = "") -> list[str]:
    return read(body, head).text.split("\n\n")


ARTICLE = f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{{}}<p>{SECOND}</p><p>{THIRD}</p></article>"
WHOLE = [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "between",
    [
        '<div class="ad-slot"><p>Anzeige</p><p>Matratzen gibt es nur noch bis zum Donnerstag.</p></div>',
        "<aside><h3>Mehr zum Thema</h3><p>Was im vergangenen Jahr beschlossen wurde.</p></aside>",
        '<p><strong>Lesen Sie auch:</strong> <a href="/x">Warum die Brücke schon einmal gesperrt war</a></p>',
        '<ul class="linkliste"><li><a href="/x">Warum die Brücke gesperrt war</a></li></ul>',
        '<figure><img src="x.jpg"><figcaption>Die Brücke am Abend. Foto: pixelhof</figcaption></figure>',
        '<div class="image-container"><img src="x"><span>Die Brücke von oben. © Ruth Trautwig</span></div>',
        '<blockquote class="twitter-tweet"><p>Um 12 Uhr gibt es eine Pressekonferenz.</p></blockquote>',
        '<div class="newsletter-box"><h3>Newsletter</h3><p>Jeden Morgen das Wichtigste bestellen.</p></div>',
        "<noscript><p>Bitte schalten Sie in Ihrem Browser JavaScript ein, um alles zu sehen.</p></noscript>",
        "<template><p>Ein Text, den niemand sieht, weil er nur eine Vorlage für andere ist.</p></template>",
        "<div hidden><p>Ein Text, den niemand sieht, weil er verborgen ist, bis jemand klickt.</p></div>",
        "<details><summary>Was ist ein Pylon?</summary><p>So heißt der Pfeiler, an dem die Seile hängen.</p></details>",
        '<div class="verweise"><h3>Links:</h3><ul><li><a href="/x">Der Verband der Anlieger</a></li></ul></div>',
        '<div class="off-screen"><p>Ende des Artikels. Zum nächsten Beitrag kommen Sie mit der Taste P.</p></div>',
        '<button>Artikel anhören</button><label><input type="checkbox"> Automatisch aktualisieren</label>',
        '<div class="podcastPlayer"><p>Hören Sie hier die neue Folge über Brücken in ganz Europa.</p></div>',
        f'<blockquote class="pullquote"><p>„{SECOND[1:27]}“</p><cite>Mira Löhn</cite></blockquote>',
    ],
)
def test_what_stands_between_paragraphs_is_left_out(between: str) -> None:
    assert text_of(ARTICLE.format(between)) == WHOLE


@pytest.mark.parametrize(
    ("between", "added"),
    [
        ("<h2>Streit im Rat</h2>", ["Streit im Rat"]),
        (
            "<ul><li>Die Brücke ist gesperrt.</li><li>Der Bus fährt.</li></ul>",
            ["Die Brücke ist gesperrt.", "Der Bus fährt."],
        ),
        ("<table><tr><th>Jahr<th>Kosten<tr><td>2024<td>3 Mio.</table>", ["Jahr | Kosten", "2024 | 3 Mio."]),
        (
            "<blockquote><p>Niemand hat uns vorher gefragt.</p><cite>Jörg Äßle, Anlieger</cite></blockquote>",
            ["Niemand hat uns vorher gefragt.", "Jörg Äßle, Anlieger"],
        ),
        (
            "<blockquote>Niemand hat uns vorher gefragt.<cite>Jörg Äßle, Anlieger</cite></blockquote>",
            ["Niemand hat uns vorher gefragt.", "Jörg Äßle, Anlieger"],
        ),
        (
            '<div class="rating rating--false"><h2>Bewertung</h2><p>Falsch. Die Brücke steht noch.</p></div>',
            ["Bewertung", "Falsch. Die Brücke steht noch."],
        ),
        ("<p>Erste Zeile,<br>zweite Zeile desselben Absatzes.</p>", ["Erste Zeile,\nzweite Zeile desselben Absatzes."]),
        (
            "<p>Ein Absatz steht hier.<br><br>Ein zweiter folgt ihm.",
            ["Ein Absatz steht hier.", "Ein zweiter folgt ihm."],
        ),
        ("<p><b>Frage:</b> Und nun?</p>", ["Frage: Und nun?"]),
        ('<p><span class="dropcap">D</span>er Streit geht weiter.</p>', ["Der Streit geht weiter."]),
    ],
)
def test_what_belongs_to_the_text_stays(between: str, added: list[str]) -> None:
    assert text_of(ARTICLE.format(between)) == [FIRST, *added, SECOND, THIRD]


def test_comments_teasers_and_footers_stay_out_even_where_they_are_longer() -> None:
    comment = f'<div class="comment"><p>{"Das Problem ist seit Jahren bekannt, getan hat sich nichts. " * 5}</p></div>'
    teaser = '<div><h3><a href="/y">Neues Hallenbad eröffnet</a></h3><p>Es kamen viele Gäste zu der Feier.</p></div>'
    body = f"<div><h1>{TITLE}</h1>{''.join(f'<p>{each}</p>' for each in WHOLE)}</div>"
    around = (
        f'<div class="comments">{comment * 10}</div><div class="x">{teaser * 12}</div><footer><p>{FIRST}</p></footer>'
    )
    assert text_of(f"<div id=page>{body}{around}</div>") == WHOLE


def test_a_class_that_names_a_box_does_not_hide_the_whole_page() -> None:
    body = f'<div class="page has-sidebar comments-open ad-free newsletter">{ARTICLE.format("")}</div>'
    assert text_of(body) == WHOLE


def test_the_lead_in_the_header_belongs_to_the_text() -> None:
    header = f'<header><h1>{TITLE}</h1><p class="article-teaser">{FIRST}</p><p>Von Mira Löhn</p></header>'
    assert text_of(f"<main>{header}<div class=body><p>{SECOND}</p><p>{THIRD}</p></div></main>") == WHOLE


def test_text_without_paragraphs_is_parted_at_double_breaks() -> None:
    body = f"<table><tr><td><b>{TITLE}</b><br><br>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td></tr></table>"
    item = read(body, f"<title>{TITLE} - Örlinger Bote</title>")
    assert (item.title, item.source, item.text.split("\n\n")) == (TITLE, "Örlinger Bote", WHOLE)


def test_a_page_that_scripts_fill_gives_its_text_from_its_structured_data() -> None:
    body = "\n".join(WHOLE).replace("ü", "\\u00fc")
    data = linked(headline=TITLE, articleBody="TEXT").replace("TEXT", body.replace("\n", "\\n"))
    item = read('<div id="root"></div>', data)
    assert item.text.split("\n\n") == WHOLE
    assert [note for note in item.notes if "JSON-LD" in note] == list(item.notes)


def test_structured_data_of_any_shape_tell_the_facts() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Örlinger Bote"},
            {"@type": "Person", "@id": "#mira", "name": "Mira Löhn"},
            {
                "@type": ["ReportageNewsArticle", "Article"],
                "headline": "Gesperrt: die Brücke",
                "author": [{"@id": "#mira"}, {"@type": "Person", "name": "Jörg Äßle"}],
                "datePublished": "2025-11-27T23:30:00Z",
                "dateModified": "2025-11-28T08:00:00+01:00",
                "publisher": {"@type": "NewsMediaOrganization", "name": "Örlinger Bote"},
                "mainEntityOfPage": {"@id": "https://bote.example/bruecke"},
            },
        ],
    }
    item = read(ARTICLE.format(""), f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert (item.title, item.author, item.source, item.url, item.published) == (
        TITLE,
        "Mira Löhn, Jörg Äßle",
        "Örlinger Bote",
        "https://bote.example/bruecke",
        date(2025, 11, 28),  # by German clocks
    )
    assert item.published_at == datetime.fromisoformat("2025-11-27T23:30:00+00:00")
    assert item.updated_at == datetime.fromisoformat("2025-11-28T08:00:00+01:00")


def test_meta_elements_tell_the_facts() -> None:
    head = (
        f'<title>{TITLE} | Bote</title><meta property="og:title" content="Etwas anderes">'
        '<meta name="author" content="Von Mira Löhn und Jörg Äßle"><meta property="og:site_name" content="Bote">'
        '<meta property="article:published_time" content="2025-11-27T14:05:00+01:00">'
        '<link rel="canonical" href="/bruecke"><meta property="og:url" content="https://bote.example/bruecke?x=1">'
    )
    item = read(ARTICLE.format(""), head)
    assert (item.title, item.author, item.source, item.url) == (
        TITLE,
        "Mira Löhn, Jörg Äßle",
        "Bote",
        "https://bote.example/bruecke",
    )
    assert item.published_at == datetime.fromisoformat("2025-11-27T14:05:00+01:00")


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("27. November 2025, 14:05 Uhr", "2025-11-27T14:05:00+01:00"),
        ("Örlingen | 27.07.2025, 14.05 Uhr", "2025-07-27T14:05:00+02:00"),
        ('<time datetime="2025-11-27T14:05:00+01:00">vor zwei Stunden</time>', "2025-11-27T14:05:00+01:00"),
    ],
)
def test_times_and_bylines_are_read_from_the_page_itself(line: str, at: str) -> None:
    body = f"<article><h1>{TITLE}</h1><p>Von Mira Löhn</p><p>{line}</p><p>{FIRST}</p><p>{SECOND}</p></article>"
    item = read(body)
    assert (item.author, item.published_at, item.text) == (
        "Mira Löhn",
        datetime.fromisoformat(at),
        f"{FIRST}\n\n{SECOND}",
    )


def test_kicker_title_and_subtitle_are_told_apart() -> None:
    heading = (
        '<h1><span class="head__kicker">Verkehr</span> <span class="head__main">Brücke bleibt gesperrt</span></h1>'
        '<p class="subtitle">Rat entscheidet nach langem Streit</p>'
    )
    item = read(f"<article><header>{heading}</header><p>{FIRST}</p><p>{SECOND}</p></article>")
    assert (item.kicker, item.title, item.subtitle) == ("Verkehr", TITLE, "Rat entscheidet nach langem Streit")


@pytest.mark.parametrize(
    ("heading", "kicker", "title"),
    [
        ('<h1><span class="kicker">Ab 10. Mai</span> <span class="line">Preise 2026 bleiben, wie sie sind</span></h1>',
         "Ab 10. Mai", "Preise 2026 bleiben, wie sie sind"),
        ('<h3><span class="dachzeile">Verkehr</span>Rat fragt nach der Brücke und den Kosten</h3>',
         "Verkehr", "Rat fragt nach der Brücke und den Kosten"),
    ],
    ids=["a year", "a smaller heading"],
)  # fmt: skip
def test_kicker_and_title_in_one_heading_are_told_apart(heading: str, kicker: str, title: str) -> None:
    body = f"<main><h4>Presse</h4>{heading}<p>{FIRST}</p><p>{SECOND}</p></main>"
    found = read(body, f"<title>Örlingen - {title}</title>")
    assert (found.kicker, found.title, found.text) == (kicker, title, f"{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize(("shown", "subtitle"), [("Ein Rat in Not", "Ein Rat in Not"), ("Mehr", None)])
def test_another_headline_is_the_subtitle_only_where_the_page_shows_it(shown: str, subtitle: str | None) -> None:
    body = f"<article><h1>{TITLE}</h1><div>{shown}</div><p>{FIRST}</p><p>{SECOND}</p></article>"
    assert read(body, linked(headline=TITLE, alternativeHeadline="Ein Rat in Not")).subtitle == subtitle


def test_a_short_paragraph_beside_a_very_long_one_stays() -> None:
    long = " ".join([FIRST, SECOND, THIRD] * 6)
    assert text_of(f"<div><h1>{TITLE}</h1><p>{long}</p><p>Das teilte sie der Zeitung mit.</p></div>")[1:] == [
        "Das teilte sie der Zeitung mit."
    ]


def test_parts_of_one_kind_are_all_of_the_article() -> None:
    parts = [
        f"<h1>{TITLE}</h1>",
        f"<div><p>{FIRST} {SECOND}</p><p>{SECOND} {THIRD}</p><p>{THIRD} {FIRST}</p></div>",
        "<p>Gesperrt ist die Brücke nun noch bis zum Ende des Monats Mai.</p>",
    ]
    body = "".join(f'<div class="part" id="c{number}">{part}</div>' for number, part in enumerate(parts))
    assert (
        text_of(f'<div id="content">{body}</div><div id="right"><p>Termine</p></div>')[-1]
        == "Gesperrt ist die Brücke nun noch bis zum Ende des Monats Mai."
    )


def test_what_only_those_see_who_pay_is_told() -> None:
    offer = '<div class="paywall"><h2>Jetzt weiterlesen</h2><p>Mit Bote+ einen Monat kostenlos lesen.</p></div>'
    item = read(
        f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>{offer}</article>", linked(isAccessibleForFree=False)
    )
    assert (item.kind, item.text) == (ArticleKind.STUB, f"{FIRST}\n\n{SECOND}")
    assert [note for note in item.notes if "those who pay" in note] == list(item.notes)


def test_an_article_that_all_can_read_is_no_stub_for_an_offer_beside_it() -> None:
    item = read(ARTICLE.format('<div class="abo-box"><p>Jetzt das Abo testen und keine Ausgabe verpassen.</p></div>'))
    assert (item.kind, item.text.split("\n\n")) == (ArticleKind.REPORT, WHOLE)


def test_live_tickers_are_told_and_keep_all_entries() -> None:
    entries = "".join(
        f'<li class="entry"><time>1{number}:05</time><h3><a href="#{number}">Lage {number}</a></h3><p>{text}</p></li>'
        for number, text in enumerate(WHOLE)
    )
    item = read(f"<main><h1>Die Lage im Liveticker</h1><ul class=liveblog>{entries}</ul></main>")
    assert (item.kind, [part for part in item.text.split("\n\n") if part in WHOLE]) == (ArticleKind.TICKER, WHOLE)


def test_the_same_text_for_two_devices_counts_once() -> None:
    body = "".join(f"<p>{each}</p>" for each in WHOLE)
    assert text_of(f"<article><h1>{TITLE}</h1><div class=d>{body}</div><div class=m>{body}</div></article>") == WHOLE


def test_soft_hyphens_and_spaces_without_width_stay_as_they_came() -> None:
    word = "Bürger\u00admeis\u00adterin\u200b sagte"
    item = read(ARTICLE.format(f"<p>Die {word}, es bleibe dabei.</p>"))
    assert word in item.text


@pytest.mark.parametrize(
    "body", ["", "<nav><a href=/>Start</a></nav>", "<script>x</script>", '<div class="comments"></div>', "<p>…</p>"]
)
def test_pages_without_an_article_are_refused(body: str) -> None:
    found = refusal(page(body), "a.html")
    assert found.why is not None
    assert found.why.code in ("page_without_text", "no_letters")


HURTING = {
    "nested": "<div>" * 60_000 + "Text.",
    "headings": "<h1>x</h1>" * 20_000,
    "links": f"<p><a href=x>{FIRST}</a></p>" * 3_000,
    "paragraphs": f"<p>{FIRST}</p>" * 5_000,
    "quotes": f"<blockquote><p>{FIRST}</p></blockquote>" * 2_000,
    "kickers": f"<div class=kicker>x</div><h1>{TITLE}</h1>" * 5_000,
    "dates": "<p>27.11.2025, 14:05 Uhr</p>" * 20_000,
    "bylines": '<p class="author">Von Mira Löhn</p>' * 20_000,
    "data": linked(author=[[[{"name": "x"}]]] * 2_000, articleBody=FIRST * 2_000) * 3,
    "deep data": '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    "spans": f"<p>{'<span>x</span>' * 100_000}</p>",
    "rows": "<table>" + "<tr><td>x<td>y" * 30_000,
}


@pytest.mark.parametrize("name", HURTING)
def test_no_page_takes_long(name: str) -> None:
    raw = page(HURTING[name])[: 2**21]
    start = time.process_time()
    assert taken(raw, "a.html")
    assert time.process_time() - start < 20.0  # idle, the slowest takes about 3 s
