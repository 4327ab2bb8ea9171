"""HTML text to a tree, closing what is left open as browsers do.

By the HTML Living Standard (13.2.6) as far as text needs it: no adoption of misnested formatting, no foster parents.
"""

from __future__ import annotations

from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.content import flow
from wortlaut.intake.markup.scanner import Kind, Tag, scan
from wortlaut.intake.markup.tree import OTHER, Element, Top
from wortlaut.intake.reasons import Refused

__all__ = ["MOST_TAGS", "SILENT", "fragment", "parse_html"]

# Elements whose text is not shown as text.
SILENT = frozenset(
    "script style template noscript iframe object embed applet noembed noframes svg math canvas audio video map select"
    " datalist textarea button head".split()
)
_CAPTIONS = frozenset("figcaption figure caption".split())
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
_BLOCK = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul"
).split()
# What an opening tag closes where it is open.
_CLOSES = dict.fromkeys(_BLOCK, frozenset(("p",))) | {
    "li": frozenset(("li", "p")),
    "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")),
    "option": frozenset(("option",)),
    "optgroup": frozenset(("option", "optgroup")),
    "tr": frozenset(("tr", "td", "th", "p")),
    "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")),
    "tbody": frozenset(("tbody", "thead", "tfoot", "tr", "td", "th", "p")),
    "tfoot": frozenset(("tbody", "thead", "tr", "td", "th", "p")),
}
# How far that reaches: an item closes the one before it in its list or table, whatever is open in that one.
_REACH = {
    "li": frozenset(("ul", "ol", "menu", "dir")),
    "dt": frozenset(("dl",)),
    "dd": frozenset(("dl",)),
    "tr": frozenset(("table",)),
    "td": frozenset(("tr", "table")),
    "th": frozenset(("tr", "table")),
    "tbody": frozenset(("table",)),
    "tfoot": frozenset(("table",)),
}
_WALLS = frozenset("table template object marquee applet svg math".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike"
    " strong sub sup time tt u var".split()
)
_IN_HEAD = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_DEEPEST = 512  # as browsers: what is deeper becomes a neighbour
# Opening and closing ones. Pages of news have some thousand, long tables and tickers some ten thousand. To find an
# article in 100,000 `<p>x` took 2.9 s and 140 MiB, in ten times as many 87 s and 1.4 GiB.
MOST_TAGS = 150_000
_CLOSE, _EMPTY, _OTHER = Kind.CLOSE, Kind.EMPTY, Kind.OTHER  # quicker than members of an Enum


def parse_html(text: str) -> Element:
    """The element around all of a page or of a piece of one; raises `Refused` where it has too many tags."""
    top = Top(text)
    stack: list[Element] = [top]
    for number, tag in enumerate(scan(text, html=True)):
        if number == MOST_TAGS:
            raise Refused("markup_too_intricate", limit=MOST_TAGS)
        kind = tag.kind
        if kind is _CLOSE:
            _closed(text, stack, tag)
        elif kind is _OTHER:
            stack[-1].add(Element(text, tag.start, tag.end, OTHER, stack[-1]))
        else:
            _opened(text, stack, tag)
    while len(stack) > 1:
        _end(stack, len(text), len(text))
    return top


def fragment(mapped: Mapped) -> Mapped:
    """The paragraphs of a piece of HTML, parted by blank lines, without scripts, pictures and their captions."""
    return flow(mapped, parse_html(mapped.text), without=SILENT | _CAPTIONS)


def _opened(text: str, stack: list[Element], tag: Tag) -> None:
    kind, name, start, inner = tag
    closed = _CLOSES.get(name)
    if stack[-1].name == "head" and name not in _IN_HEAD:
        _end(stack, start, start)
    if closed is not None:
        _close_implied(stack, name, closed, start)
    above = stack[-1]
    element = Element(text, start, inner, name, above)
    above.add(element)
    if name in _VOID or (kind is _EMPTY and _is_foreign(stack)):
        return
    if len(stack) <= _DEEPEST:
        stack.append(element)


def _close_implied(stack: list[Element], name: str, closed: frozenset[str], place: int) -> None:
    """Nothing; what the opening tag of `name` closes is closed."""
    reach = _REACH.get(name)
    last = None
    for depth in range(len(stack) - 1, 0, -1):
        open_name = stack[depth].name
        if open_name in closed:
            last = depth
            if reach is None:
                break
        elif open_name in (_WALLS if reach is None else reach) or (reach is None and open_name not in _INLINE):
            break
    if last is not None:
        while len(stack) > last:
            _end(stack, place, place)


def _closed(text: str, stack: list[Element], tag: Tag) -> None:
    name = tag.name
    if stack[-1].name == name and name not in ("body", "html", "#"):
        _end(stack, tag.start, tag.end)
        return
    is_page = name in ("body", "html")  # what follows their end still belongs to them
    depth = 0 if is_page else len(stack) - 1
    while depth and stack[depth].name != name:
        depth = 0 if stack[depth].name in _WALLS else depth - 1
    if depth == 0 and name in _HEADINGS:  # any of them closes any other
        depth = next((at for at in range(len(stack) - 1, 0, -1) if stack[at].name in _HEADINGS), 0)
    if depth == 0:
        stack[-1].add(Element(text, tag.start, tag.end, "br" if name == "br" else OTHER, stack[-1]))
        return
    while len(stack) - 1 > depth:
        _end(stack, tag.start, tag.start)
    _end(stack, tag.start, tag.end)


def _end(stack: list[Element], inner_end: int, end: int) -> None:
    element = stack.pop()
    element.inner_end, element.end = inner_end, end


def _is_foreign(stack: list[Element]) -> bool:
    """Whether the innermost elements are those of a drawing or formula, where `<a/>` is closed."""
    return any(each.name in ("svg", "math") for each in stack[-12:])
