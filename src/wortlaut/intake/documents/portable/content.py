"""The glyphs that the content streams of pages draw, with their places on the page and in the streams (PDF 1.7, 9)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pdfminer.pdftypes import PDFStream

from wortlaut.intake.documents.portable.fonts import Font, font_of
from wortlaut.intake.documents.portable.objects import Objects, Page, name_of, number_of
from wortlaut.intake.documents.portable.strings import Kind, String, Token, tokens
from wortlaut.intake.reasons import Refused

__all__ = ["Drawing", "Glyph"]

_DEEPEST_FORM = 10
_MOST_FORMS = 5_000
_MOST_GLYPHS = 2**21
_MOST_STATES = 1_000
_MOST_OPERANDS = 2_000
_LARGEST_RAW = 64 * 2**20
_DEEPEST_LIST = 50

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TURNED: dict[int, Matrix] = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}


class Glyph(NamedTuple):
    """What one code draws: its characters, its bytes, and where it stands: left, baseline, right, size."""

    text: str
    start: int
    end: int
    left: float
    base: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class _State:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Marked:
    """Marked content: what it says in place of its glyphs, and whether it belongs to the page and not to the text."""

    instead: str | None = None
    is_artifact: bool = False

    def said(self, text: str) -> str:
        """What a glyph of the stretch says that draws `text`; the first one says all that stands in place of it."""
        if self.instead is None:
            return text
        instead, self.instead = self.instead, ""
        return instead


@dataclass(slots=True)
class Drawing:
    """The glyphs of a document's pages, and the bytes that they are written in."""

    objects: Objects
    raw: bytearray = field(default_factory=bytearray)
    turned: int = 0  # glyphs of turned text, which are left out
    count: int = 0
    _glyphs: list[Glyph] = field(default_factory=list)
    _fonts: dict[object, Font] = field(default_factory=dict)
    _marks: list[_Marked] = field(default_factory=list)
    _forms: int = 0

    def page(self, page: Page) -> list[Glyph]:
        """The glyphs of a page in the order in which they are drawn; its bytes are added to `raw`."""
        self._glyphs, self._marks = [], []
        data = b"\n".join(each.get_data() for each in page.contents)
        matrix = _TURNED.get(page.rotation, _PLAIN)
        _Run(self, page.resources, _State(matrix), 0).draw(data)
        return self._glyphs

    def font(self, resources: dict[str, Any], name: str) -> Font:
        """The font of that name."""
        listed = self.objects.fetched(resources.get("Font"))
        value = listed.get(name) if isinstance(listed, dict) else None
        key = getattr(value, "objid", None) or id(value)
        if key not in self._fonts:
            self._fonts[key] = font_of(self.objects, value)
        return self._fonts[key]


class _Run:
    """One content stream being drawn: the streams of a page, or a form within one."""

    def __init__(self, drawing: Drawing, resources: dict[str, Any], state: _State, depth: int) -> None:
        self._drawing = drawing
        self._resources = resources
        self._state = state
        self._depth = depth
        self._stack: list[_State] = []
        self._text: Matrix = _PLAIN
        self._line: Matrix = _PLAIN
        self._shift = 0  # from places in this stream to those in `raw`
        self._kept = 0  # so much of this stream is in `raw`

    def draw(self, data: bytes) -> None:
        drawing = self._drawing
        self._shift = len(drawing.raw)
        operands: list[Any] = []
        lists: list[list[Any]] = []
        for token in tokens(data, drawing.objects.bounds.check):
            if token.kind is Kind.WORD:
                self._do(data, token, operands)
                operands, lists = [], []
            elif token.kind is Kind.OPEN and len(lists) < _DEEPEST_LIST:
                lists.append(operands)
                operands = []
            elif token.kind is Kind.CLOSE:
                if lists:
                    inner, operands = operands, lists.pop()
                    operands.append(inner)
            elif token.kind is not Kind.OPEN and len(operands) < _MOST_OPERANDS:
                operands.append(token.value)
        self._keep(data, len(data))
        drawing.raw += b"\n"

    def _keep(self, data: bytes, end: int) -> None:
        """Nothing; the stream up to `end` is in the bytes then."""
        raw = self._drawing.raw
        if len(raw) + end - self._kept > _LARGEST_RAW:
            raise Refused("document_too_large", size=len(raw), limit=_LARGEST_RAW)
        raw += data[self._kept : end]
        self._kept = end

    def _do(self, data: bytes, token: Token, operands: list[Any]) -> None:
        word = token.value
        numbers = [each for each in operands if isinstance(each, float)]
        if word in (b"Tj", b"'", b'"', b"TJ"):
            self._show(word, operands, numbers)
        elif word == b"Do":
            name = next((each for each in operands if isinstance(each, bytes)), b"")
            self._form(data, name.decode("latin-1"), token.end)
        elif word == b"Tf":
            name = next((each for each in operands if isinstance(each, bytes)), b"")
            font = self._drawing.font(self._resources, name.decode("latin-1"))
            self._state = replace(self._state, font=font, size=_bounded(numbers[-1]) if numbers else 0.0)
        elif word in (b"q", b"Q", b"cm", b"BT"):
            self._frame(word, numbers)
        elif word in (b"Td", b"TD", b"Tm", b"T*"):
            self._move(word, numbers)
        elif word in (b"Tc", b"Tw", b"Tz", b"TL", b"Ts") and numbers:
            self._set(word, _bounded(numbers[0]))
        elif word in (b"BMC", b"BDC", b"EMC"):
            self._mark(word, operands)

    def _frame(self, word: bytes, numbers: list[float]) -> None:
        if word == b"q" and len(self._stack) < _MOST_STATES:
            self._stack.append(self._state)
        elif word == b"Q" and self._stack:
            self._state = self._stack.pop()
        elif word == b"cm" and len(numbers) == 6:
            self._state = replace(self._state, matrix=_times(_matrix(numbers), self._state.matrix))
        elif word == b"BT":
            self._text = self._line = _PLAIN

    def _move(self, word: bytes, numbers: list[float]) -> None:
        if word == b"Tm":
            if len(numbers) == 6:
                self._line = _matrix(numbers)
        elif word == b"T*":
            self._line = _times((1, 0, 0, 1, 0, -self._state.leading), self._line)
        elif len(numbers) == 2:
            across, up = map(_bounded, numbers)
            if word == b"TD":
                self._state = replace(self._state, leading=-up)
            self._line = _times((1, 0, 0, 1, across, up), self._line)
        self._text = self._line

    def _set(self, word: bytes, value: float) -> None:
        if word == b"Tc":
            self._state = replace(self._state, spacing=value)
        elif word == b"Tw":
            self._state = replace(self._state, word_spacing=value)
        elif word == b"Tz":
            self._state = replace(self._state, stretch=value / 100)
        elif word == b"TL":
            self._state = replace(self._state, leading=value)
        else:
            self._state = replace(self._state, rise=value)

    def _mark(self, word: bytes, operands: list[Any]) -> None:
        marks = self._drawing._marks
        if word == b"EMC":
            if marks:
                marks.pop()
            return
        if len(marks) >= _MOST_STATES:
            return
        said = next((each for each in operands if isinstance(each, list)), [])
        instead = None
        for key, value in zip(said[::2], said[1::2], strict=False):
            if key == b"ActualText" and isinstance(value, String):
                octets = value.octets
                is_wide = octets[:2] == b"\xfe\xff"
                instead = octets[2:].decode("utf-16-be", "replace") if is_wide else octets.decode("latin-1")
        is_artifact = bool(operands) and operands[0] == b"Artifact"
        marks.append(_Marked(instead, is_artifact or any(each.is_artifact for each in marks[-1:])))

    def _form(self, data: bytes, name: str, end: int) -> None:
        """The form of that name is drawn; its bytes stand behind those of the operator."""
        drawing = self._drawing
        objects = drawing.objects
        listed = objects.fetched(self._resources.get("XObject"))
        form = objects.fetched(listed.get(name)) if isinstance(listed, dict) else None
        if not isinstance(form, PDFStream) or name_of(objects.fetched(form.get("Subtype"))) != "Form":
            return
        drawing._forms += 1
        if self._depth >= _DEEPEST_FORM or drawing._forms > _MOST_FORMS:
            return
        inner = form.get_data()
        if b"T" not in inner and b"Do" not in inner:  # it draws no text
            return
        self._keep(data, end)
        matrix = objects.fetched(form.get("Matrix"))
        numbers = [number_of(objects.fetched(each), 0.0) for each in matrix] if isinstance(matrix, list) else []
        state = self._state
        if len(numbers) == 6:
            state = replace(state, matrix=_times(_matrix(numbers), state.matrix))
        resources = objects.fetched(form.get("Resources"))
        _Run(drawing, resources if isinstance(resources, dict) else self._resources, state, self._depth + 1).draw(inner)
        self._shift = len(drawing.raw) - end

    def _show(self, word: object, operands: list[Any], numbers: list[float]) -> None:
        if word in (b"'", b'"'):
            if word == b'"' and len(numbers) >= 2:
                self._state = replace(self._state, word_spacing=_bounded(numbers[0]), spacing=_bounded(numbers[1]))
            self._move(b"T*", [])
        shown = operands[-1] if operands else None
        for each in shown if isinstance(shown, list) else [shown]:
            if isinstance(each, String):
                self._string(each)
            elif isinstance(each, float):
                across = -_bounded(each) / 1000 * self._state.size * self._state.stretch
                self._text = _times((1, 0, 0, 1, across, 0), self._text)

    def _string(self, string: String) -> None:
        state, drawing = self._state, self._drawing
        if state.font is None:
            return
        glyphs = drawing._glyphs
        mark = drawing._marks[-1] if drawing._marks else None
        a, b, c, d, e, f = _times(self._text, state.matrix)
        size = (c * c + d * d) ** 0.5 * abs(state.size)
        is_turned = a <= 0 or abs(b) > 0.2 * a
        lift_x, lift_y = c * state.rise, d * state.rise
        at, across, shift = 0, 0.0, self._shift
        for text, length, width, is_space in state.font.cut(string.octets):
            wide = width * state.size * state.stretch
            place = at
            at += length
            if is_turned:
                drawing.turned += bool(text.strip())
            elif mark is None or not mark.is_artifact:
                glyphs.append(
                    Glyph(
                        text if mark is None else mark.said(text),
                        string.starts[place] + shift,
                        string.ends[min(at, len(string.ends)) - 1] + shift,
                        e + lift_x + a * across,
                        f + lift_y + b * across,
                        e + lift_x + a * (across + wide),
                        size,
                    )
                )
            across += wide + (state.spacing + (state.word_spacing if is_space else 0.0)) * state.stretch
        drawing.count += at
        if drawing.count > _MOST_GLYPHS:
            raise Refused("document_too_long", limit=_MOST_GLYPHS)
        self._text = _times((1, 0, 0, 1, across, 0), self._text)


def _bounded(value: float) -> float:
    return max(-1e6, min(1e6, value))


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = map(_bounded, numbers)
    return a, b, c, d, e, f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what `first` does, then what `second` does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        _huge(a * g + b * i), _huge(a * h + b * j), _huge(c * g + d * i), _huge(c * h + d * j),
        _huge(e * g + f * i + k), _huge(e * h + f * j + m),
    )  # fmt: skip


def _huge(value: float) -> float:
    return value if -1e12 < value < 1e12 else 0.0
