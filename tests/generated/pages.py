"""Generated web pages: an article among navigation, adverts and teasers, its signs written in all ways of HTML."""

from __future__ import annotations

import random
from collections.abc import Sequence
from html.entities import codepoint2name

from tests.generated.base import NAMES, PLACES, Atom, Generated, Maker, day_of, expected_of, paragraphs

__all__ = ["MAKERS"]

_BETWEEN = (
    '<div class="ad"><span>Anzeige</span></div>',
    '<aside class="related"><h3>Mehr zum Thema</h3><ul><li><a href="/x">Ein anderer Artikel dazu</a></li></ul></aside>',
    '<figure><img src="x.jpg" alt="ein Bild"><figcaption>Der Platz am Abend. Foto: pixelhof</figcaption></figure>',
    "<!-- <p>auskommentiert</p> -->",
    "<script>document.write('<p>Das ist kein Text.</p>')</script>",
    '<p><a href="/y">Lesen Sie auch: Was sonst noch geschah</a></p>',
    "\n\n",
    "",
)
_INLINE = (("<b>", "</b>"), ("<em class=x>", "</em>"), ('<a href="/thema?a=1&amp;b=2">', "</a>"), ("<span>", "</span>"))
_ENCODINGS = (("utf-8", "utf-8"), ("utf-8", "utf-8"), ("utf-16-le", "utf-16-le"), ("iso8859-15", "iso8859-15"))


def _page(chance: random.Random, number: int) -> Generated:
    charset, encoding = chance.choice(_ENCODINGS)
    narrow = encoding == "iso8859-15"
    title = f"{chance.choice(PLACES)} streitet über {chance.choice(NAMES)} Nummer {number}"
    day = day_of(chance)
    texts = [_long(chance, plain=narrow) for _ in range(chance.randint(2, 5))]
    declared = f'<meta charset="{charset}">' if chance.random() < 0.7 or narrow else ""
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    head = (
        f"{mark}<!DOCTYPE html>\n<html lang=de><head>{declared}<title>{title} | Örlinger Bote</title>"
        f'<meta property="article:published_time" content="{day}"><style>p {{color: red}}</style></head>\n'
    )
    opening, closing = chance.choice(
        (("<main><article>", "</article></main>"), ('<div class="article-body">', "</div>"), ("<div id=c>", "</div>"))
    )
    before = (
        f'{head}<body class="has-sidebar"><nav><ul><li><a href="/">Start</a><li><a href="/p">Politik</a></ul></nav>'
        f"{opening}<h1>{title}</h1>"
    )
    behind = f"{closing}<footer><p>Alle Rechte vorbehalten, heißt es hier am Ende der Seite.</p></footer></body></html>"
    expected = expected_of(
        _atoms(chance, texts, narrow=narrow), encoding, before=before, behind=behind, title=title, published=day
    )
    return Generated(f"{number:06}.html", expected.raw, "html", encoding, (expected,))


def _long(chance: random.Random, *, plain: bool) -> str:
    """A paragraph that reads like running text."""
    text = " ".join(" ".join(paragraphs(chance, plain=plain)) for _ in range(2))
    if plain:
        text = "".join(sign for sign in text if ord(sign) < 128 or sign in "äöüÄÖÜßéÉ€")
        text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _atoms(chance: random.Random, texts: Sequence[str], *, narrow: bool) -> list[Atom]:
    atoms = []
    habit = chance.choice((0.0, 0.02, 0.3))
    for number, text in enumerate(texts):
        if number:
            between = chance.choice(_BETWEEN)
            atoms.append(
                Atom("\n\n", chance.choice(("</p>\n", "")) + between + chance.choice(("<p>", "<P CLASS=t>\n ")))
            )
        else:
            atoms.append(Atom("", "<p>"))
        atoms += _signs(chance, text, habit, narrow=narrow)
    return [*atoms, Atom("", chance.choice(("</p>", "</p>\n", " ")))]


def _signs(chance: random.Random, text: str, habit: float, *, narrow: bool) -> list[Atom]:
    atoms = []
    for word in text.split(" "):
        before, behind = chance.choice(_INLINE) if chance.random() < 0.08 else ("", "")
        atoms += [Atom("", before), *(Atom(sign, _written(chance, sign, habit)) for sign in word), Atom("", behind)]
        atoms.append(Atom(" ", chance.choice((" ", " ", " ", "\n", "  ", "\t\n   ", "\r\n"))))
    return atoms[:-1]


def _written(chance: random.Random, sign: str, habit: float) -> str:
    if sign in "&<":
        return {"&": "&amp;", "<": "&lt;"}[sign]
    if chance.random() > (habit * 2 if ord(sign) > 127 else habit / 4):
        return sign
    ways = [f"&#{ord(sign)};", f"&#x{ord(sign):x};", f"&#X{ord(sign):X};"]
    if ord(sign) in codepoint2name:
        ways.append(f"&{codepoint2name[ord(sign)]};")
    return chance.choice(ways)


MAKERS: tuple[Maker, ...] = (_page,)
