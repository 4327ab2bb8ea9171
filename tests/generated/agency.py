"""Generated feeds and agency items: RSS, Atom, JSON Feed, NewsML-G2, NewsML 1, NITF, ninjs."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date
from html import escape
from html.entities import codepoint2name

from tests.generated.base import (
    NAMES,
    PLACES,
    Atom,
    Expected,
    Generated,
    Maker,
    day_of,
    encoding_of,
    expected_of,
    in_json,
    paragraphs,
)

__all__ = ["MAKERS", "html_atoms", "in_xml"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_INLINE = (("<b>", "</b>"), ('<a href="https://bote.example/?a=1&amp;b=2" title="x > y">', "</a>"), ("<em\n>", "</em>"))


def html_atoms(chance: random.Random, paragraphs: Sequence[str], *, xml: bool) -> list[Atom]:
    """Paragraphs in HTML: inline tags, references, comments, white space of all kinds; `xml`: well-formed, no names."""
    space = chance.choice(("", "\n", "\n  "))
    habit = chance.choice((0.0, 0.02, 0.3))
    tag = "p" if xml else chance.choice(("p", "div", "P", "li"))
    atoms = [Atom("", f"{space}<{tag}>{space}")]
    for number, paragraph in enumerate(paragraphs):
        if number:
            between = f"</{tag}>{space}<{tag} class='x'>"
            atoms.append(Atom("\n\n", chance.choice((between, f" {between}\n"))))
            atoms.append(Atom("", chance.choice(("", "", "<!-- a > b -->"))))
        words = paragraph.split(" ")
        for at, word in enumerate(words):
            before, behind = chance.choice(_INLINE) if chance.random() < 0.1 else ("", "")
            atoms += [Atom("", before), *(Atom(sign, _sign(chance, sign, habit, xml=xml)) for sign in word)]
            atoms += [Atom("", behind)]
            if at < len(words) - 1:
                atoms.append(_between(chance))
    return [*atoms, Atom("", f"</{tag}>{space}")]


def _between(chance: random.Random) -> Atom:
    kind = chance.random()
    if kind < 0.02:
        return Atom("\n", chance.choice(("<br/>", "<br />\n", " <br/> ")))
    return Atom(" ", chance.choice(("\n", "\r\n  ", "\t", " \n")) if kind < 0.1 else " ")


def _sign(chance: random.Random, sign: str, habit: float, *, xml: bool) -> str:
    if sign == "&":
        return chance.choice(("&amp;", "&#38;", "&#x26;"))
    if chance.random() > (habit if ord(sign) > 127 else habit / 8):
        return sign
    code = ord(sign)
    ways = [f"&#{code};", f"&#x{code:x};", f"&#{code:05};"]
    if code in codepoint2name and not xml:
        ways.append(f"&{codepoint2name[code]};")
    return chance.choice(ways)


def in_xml(chance: random.Random, atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms as text of an XML element: escaped, or in CDATA."""
    if chance.random() < 0.5:
        return [Atom("", "<![CDATA["), *atoms, Atom("", "]]>")]
    return [Atom(atom.text, _escaped(chance, atom.written)) for atom in atoms]


def _escaped(chance: random.Random, written: str) -> str:
    if len(written) == 1 and ord(written) > 127 and chance.random() < 0.05:
        return f"&#{ord(written)};"
    return escape(written, quote=False)


def _title(chance: random.Random) -> str:
    return f"{chance.choice(NAMES)} & {chance.choice(PLACES)}: „{chance.choice(PLACES)}“"


def _mail_date(day: date) -> str:
    return f"Mon, {day.day:02} {_MONTHS[day.month - 1]} {day.year} 11:00:00 +0100"


def _declaration(chance: random.Random, encoding: str, mark: str) -> str:
    name = "UTF-16" if encoding.startswith("utf-16") else "utf-8"
    return mark + chance.choice(
        ("", f'<?xml version="1.0" encoding="{name}"?>\n', f"<?xml version='1.0' encoding='{name}'?>")
    )


def _joined(before: str, records: Sequence[Expected], behind: str, encoding: str, between: str) -> bytes:
    inner = between.encode(encoding).join(record.raw for record in records)
    return before.encode(encoding) + inner + behind.encode(encoding)


def _rss(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    space = chance.choice(("", "\n", "\r\n\t"))
    items = []
    for _ in range(chance.randint(1, 4)):
        day, title = day_of(chance), _title(chance)
        atoms = in_xml(chance, html_atoms(chance, paragraphs(chance, plain=False), xml=False))
        facts = f"<title>{escape(title)}</title>{space}<link>https://bote.example/a/{chance.randrange(10**6)}?x&amp;y</link>"
        facts += f"<description>Kurz – {escape(title)} …</description><pubDate>{_mail_date(day)}</pubDate>{space}"
        before, behind = chance.choice((("<item>" + facts, "</item>"), ("<item\n>", facts + "</item >")))
        tag = chance.choice(("content:encoded", "c:encoded")) if space else "content:encoded"
        declared = '<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">' if tag[:2] == "c:" else f"<{tag}>"
        items.append(
            expected_of(
                atoms, encoding, before=before + declared, behind=f"</{tag}>{behind}", title=title, published=day
            )
        )
    front = (
        _declaration(chance, encoding, mark)
        + '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    )
    front += f"<channel><title>Der Bote</title><link>https://bote.example/</link>{space}"
    raw = _joined(front, items, f"{space}</channel></rss>\n", encoding, space)
    return Generated(f"{number:06}.xml", raw, "rss", encoding, tuple(items))


def _atom(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    space = chance.choice(("", "\n", "\r\n\t"))
    items = []
    for at in range(chance.randint(1, 4)):
        day, title = day_of(chance), _title(chance)
        written = paragraphs(chance, plain=False)
        kind = chance.choice(("html", "xhtml"))
        if kind == "html":
            atoms = in_xml(chance, html_atoms(chance, written, xml=False))
        else:
            inner = html_atoms(chance, written, xml=True)
            atoms = [Atom("", '<div xmlns="http://www.w3.org/1999/xhtml">'), *inner, Atom("", "</div>")]
        before = f'<entry xml:lang="de"><title>{escape(title)}</title><id>urn:bote:{number}-{at}</id>{space}'
        before += f'<published>{day}T09:00:00.5Z</published><content type="{kind}">'
        items.append(
            expected_of(atoms, encoding, before=before, behind="</content></entry>", title=title, published=day)
        )
    front = (
        _declaration(chance, encoding, mark) + '<feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title>' + space
    )
    raw = _joined(front, items, f"{space}</feed>", encoding, space)
    return Generated(f"{number:06}.atom", raw, "atom", encoding, tuple(items))


def _json_feed(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    space = chance.choice(("", " ", "\n    "))
    items = []
    for at in range(chance.randint(1, 4)):
        day, title = day_of(chance), _title(chance)
        atoms = in_json(chance, html_atoms(chance, paragraphs(chance, plain=False), xml=False))
        before = f'{{"id":{space}"{number}-{at}", "title": {json.dumps(title)},{space}"content_html": "'
        behind = f'", "date_published": "{day}T08:00:00+02:00"{space}}}'
        items.append(expected_of(atoms, encoding, before=before, behind=behind, title=title, published=day))
    front = f'{mark}{{"version": "https://jsonfeed.org/version/1.1",{space}"title": "Bote", "items": [{space}'
    raw = _joined(front, items, f'{space}], "x": {{}}}}', encoding, f",{space}")
    return Generated(f"{number:06}.json", raw, "jsonfeed", encoding, tuple(items))


def _newsml(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    space = chance.choice(("", "\n", "\r\n  "))
    items = []
    for at in range(chance.randint(1, 3)):
        day, title = day_of(chance), _title(chance)
        written = paragraphs(chance, plain=False)
        before = f'<newsItem guid="urn:newsml:npa.example:{number}-{at}" version="{at + 1}">{space}<itemMeta>'
        before += '<itemClass qcode="ninat:text"/><provider literal="npa"/>'
        before += f"<versionCreated>{day}T10:00:00+01:00</versionCreated></itemMeta><contentMeta>"
        before += f"<headline>{escape(title)}</headline></contentMeta>{space}<contentSet>"
        kind = chance.choice(("xhtml", "prefixed", "nitf", "html"))
        if kind == "html":
            before += '<inlineData contenttype="text/html">'
            atoms, behind = in_xml(chance, html_atoms(chance, written, xml=False)), "</inlineData>"
        else:
            atoms = html_atoms(chance, written, xml=True)
            opening, closing = _AROUND[kind]
            before, behind = f"{before}<inlineXML>{opening}", f"{closing}</inlineXML>"
            if kind == "prefixed":
                atoms = [Atom(atom.text, _prefixed(atom.written)) for atom in atoms]
        behind += "</contentSet></newsItem>"
        items.append(expected_of(atoms, encoding, before=before, behind=behind, title=title, published=day))
    front = _declaration(chance, encoding, mark)
    front += f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">{space}<itemSet>'
    raw = _joined(front, items, "</itemSet></newsMessage>", encoding, space)
    return Generated(f"{number:06}.xml", raw, "newsml", encoding, tuple(items))


_AROUND = {
    "xhtml": ('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>', "</body></html>"),
    "prefixed": ('<x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:body>', "</x:body></x:html>"),
    "nitf": ("<nitf><body><body.content>", "</body.content></body></nitf>"),
}


def _prefixed(written: str) -> str:
    """Tags with a prefix before their names."""
    for name in ("p", "b", "a", "em", "br"):
        for end in (">", " ", "/", "\n"):
            written = written.replace(f"<{name}{end}", f"<x:{name}{end}").replace(f"</{name}{end}", f"</x:{name}{end}")
    return written


def _nitf(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    day, title = day_of(chance), _title(chance)
    before = _declaration(chance, encoding, mark)
    before += chance.choice(("", '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.3//EN" "nitf-3-3.dtd">\n'))
    before += f'<nitf><head><docdata><doc-id id-string="npa-{number}" regsrc="npa"/>'
    before += f'<date.issue norm="{day:%Y%m%d}T100000+0100"/></docdata></head>\n<body><body.head><hedline>'
    before += f"<hl1>{escape(title)}</hl1></hedline></body.head><body.content>"
    media = Atom("", '<media media-type="image"><media-caption><p>Ein Bild &amp; mehr</p></media-caption></media>')
    atoms = html_atoms(chance, paragraphs(chance, plain=False), xml=True)
    atoms = [media, *atoms] if chance.random() < 0.5 else [*atoms, media]
    behind = "</body.content><body.end><tagline>npa</tagline></body.end></body></nitf>"
    expected = expected_of(atoms, encoding, before=before, behind=behind, title=title, published=day)
    return Generated(f"{number:06}.xml", expected.raw, "nitf", encoding, (expected,))


def _newsml1(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    day, title = day_of(chance), _title(chance)
    before = (
        f"<NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>{day:%Y%m%d}</DateId>"
    )
    before += (
        f"<NewsItemId>{number}</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification><NewsManagement>"
    )
    before += f'<FirstCreated>{day:%Y%m%d}T100000+0100</FirstCreated><Status FormalName="Usable"/></NewsManagement>'
    before += f"<NewsComponent><NewsLines><HeadLine>{escape(title)}</HeadLine></NewsLines><ContentItem><DataContent>"
    atoms = html_atoms(chance, paragraphs(chance, plain=False), xml=True)
    behind = "</DataContent></ContentItem></NewsComponent></NewsItem>"
    expected = expected_of(atoms, encoding, before=before, behind=behind, title=title, published=day)
    front = _declaration(chance, encoding, mark) + '<NewsML Version="1.2"><NewsEnvelope/>'
    raw = _joined(front, (expected,), "\n</NewsML>", encoding, "")
    return Generated(f"{number:06}.xml", raw, "newsml1", encoding, (expected,))


def _ninjs(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    kind = chance.choice(("list", "lines"))
    space = "" if kind == "lines" else chance.choice(("", " ", "\n    "))
    items = []
    for at in range(chance.randint(2, 4)):
        day, title = day_of(chance), _title(chance)
        atoms = in_json(chance, html_atoms(chance, paragraphs(chance, plain=False), xml=False))
        before = f'{{"uri":{space}"urn:npa:{number}-{at}", "version": "{at + 1}",{space}'
        before += f'"versioncreated": "{day}T10:00:00+01:00",'
        if chance.random() < 0.5:
            before += f'"headline": {json.dumps(title)}, "pubstatus": "usable", "body_xhtml": "'
            behind = f'"{space}, "urgency": 4}}'
        else:
            before += f'"headlines": [{{"role": "main", "value": {json.dumps(title)}}}],{space}"bodies": ['
            before += '{"role": "text", "contenttype": "text/plain", "value": "Kurz"}, '
            before += '{"contenttype": "text/html", "value": "'
            behind = '"}], "associations": [{"uri": "urn:npa:bild", "type": "picture", "body_text": "Ein Bild"}]}'
        items.append(expected_of(atoms, encoding, before=before, behind=behind, title=title, published=day))
    if kind == "lines":
        raw = mark.encode(encoding) + b"".join(item.raw + "\n".encode(encoding) for item in items)
    else:
        raw = _joined(mark + "[", items, "]", encoding, f",{space}")
    return Generated(f"{number:06}.{chance.choice(('json', 'ninjs'))}", raw, "ninjs", encoding, tuple(items))


MAKERS: tuple[Maker, ...] = (_rss, _atom, _json_feed, _newsml, _nitf, _newsml1, _ninjs)
