"""Segments as HTML: every stretch of the article inside one element for each mark that covers it."""

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from wortlaut.export.segments import Mark, Role, Segment
from wortlaut.export.visible import visible, visible_runs
from wortlaut.types import Found, Span

__all__ = ["levels", "painted"]

# Deeper nesting shares the lowest line; real articles reach three levels.
_MOST_LEVELS = 5
_lines = re.compile(r"(\n+)")
# A number follows the words of these roles, so that a reader without script sees whose they are.
_NUMBERED = (Role.SPEAKER, Role.ADDRESSEE, Role.CUE)


def levels(statements: Sequence[Found]) -> list[int]:
    """How low the line of each statement runs: 0 for the innermost, one more for whatever encloses or crosses it."""
    result = [0] * len(statements)
    quotes = [found.statement.quote for found in statements]
    by_length = sorted(range(len(quotes)), key=lambda number: (_length(quotes[number]), -number))
    for place, number in enumerate(by_length):
        below = [result[other] for other in by_length[:place] if _overlap(quotes[number], quotes[other])]
        result[number] = min(1 + max(below), _MOST_LEVELS - 1) if below else 0
    return result


def _length(spans: tuple[Span, ...]) -> int:
    return sum(span.end - span.start for span in spans)


def _overlap(these: tuple[Span, ...], those: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in these for b in those)


def painted(
    text: str,
    cut: Sequence[Segment],
    statements: Sequence[Found],
    labels: Sequence[str],
    *,
    classes: Sequence[str] | None = None,
    placed: bool = False,
) -> Markup:
    """`text` as paragraphs of HTML; `labels` say what a screen reader says at each statement's number.

    `classes` has one more class for the quotes of each statement. With `placed` every stretch of words says where it
    stands in the text (`data-at`), so that a page can tell what somebody selects.
    """
    painter = _Painter(statements, labels, classes, placed=placed)
    for segment in cut:
        painter.paint(text, segment)
    return painter.paragraphs()


class _Painter:
    """Writes segments one after the other and begins a new paragraph at blank lines."""

    def __init__(
        self, statements: Sequence[Found], labels: Sequence[str], classes: Sequence[str] | None, *, placed: bool
    ) -> None:
        self._statements = statements
        self._labels = labels
        self._more = classes
        self._is_placed = placed
        self._levels = levels(statements)
        self._paragraphs: list[list[Markup]] = [[]]

    def paragraphs(self) -> Markup:
        return Markup("\n").join(
            Markup("<p>{}</p>").format(Markup("").join(parts)) for parts in self._paragraphs if parts
        )

    def paint(self, text: str, segment: Segment) -> None:
        pieces = _lines.split(segment.span.of(text))
        written = [place for place, piece in enumerate(pieces) if piece and not piece.startswith("\n")]
        at = segment.span.start
        for place, piece in enumerate(pieces):
            if place in written:
                opens = segment.opens if place == written[0] else ()
                closes = segment.closes if place == written[-1] else ()
                self._paragraphs[-1].append(self._wrapped(self._words(piece, at), segment.marks, opens, closes))
            elif piece:
                self._break(piece)
            at += len(piece)

    def _break(self, lines: str) -> None:
        if len(lines) > 1:
            self._paragraphs.append([])
        elif self._paragraphs[-1]:
            self._paragraphs[-1].append(Markup("<br>"))

    def _words(self, piece: str, at: int) -> Markup:
        """The words that stand at that place; with their places, a hidden character apart, as it shows as several."""
        if not self._is_placed:
            return escape(visible(piece))
        made = Markup("")
        for number, run in enumerate(visible_runs(piece)):
            hidden = Markup(' class="unseen"') if number % 2 else Markup("")
            if run:
                made += Markup('<span data-at="{}"{}>{}</span>').format(at, hidden, visible(run) if hidden else run)
            at += len(run)
        return made

    def _wrapped(self, inner: Markup, marks: Sequence[Mark], opens: Sequence[Mark], closes: Sequence[Mark]) -> Markup:
        for together in _same_place(marks):
            first = together[0]
            if first.role is Role.QUOTE:
                number = self._number(first) if first in opens else Markup("")
                inner = Markup('<span class="{}" data-s="{}">{}{}</span>').format(
                    self._quote_classes(first), first.statement + 1, number, inner
                )
            else:
                numbers = [mark.statement + 1 for mark in together]
                inner = Markup('<span class="r {}" data-s="{}">{}</span>').format(
                    first.role.value, " ".join(map(str, numbers)), inner
                )
                if first in closes and first.role in _NUMBERED:
                    inner += Markup('<sup aria-hidden="true">{}</sup>').format(",".join(map(str, numbers)))
        return inner

    def _quote_classes(self, mark: Mark) -> str:
        more = "" if self._more is None else f" {self._more[mark.statement]}"
        return f"q {self._statements[mark.statement].statement.type.value} l{self._levels[mark.statement]}{more}"

    def _number(self, mark: Mark) -> Markup:
        """The number at the head of a quote, a link to its card; of further parts of a split quote with dots."""
        number = mark.statement + 1
        if mark.span == self._statements[mark.statement].statement.quote[0]:
            return Markup(
                '<a class="h d{1}" id="q{0}" href="#s{0}" aria-label="{2}"><span class="n">{0}</span></a>'
            ).format(number, min(len(str(number)), 3), self._labels[mark.statement])
        return Markup(
            '<a class="h more d{1}" href="#s{0}" tabindex="-1" aria-hidden="true"><span class="n">…{0}</span></a>'
        ).format(number, min(len(str(number)) + 1, 3))


def _same_place(marks: Sequence[Mark]) -> list[list[Mark]]:
    """`marks`, the innermost first; the same role of several statements at the same place together."""
    groups: dict[tuple[object, ...], list[Mark]] = {}
    for mark in reversed(marks):
        key = (mark.role, mark.span) if mark.role is not Role.QUOTE else (mark.role, mark.span, mark.statement)
        groups.setdefault(key, []).insert(0, mark)
    return list(groups.values())
