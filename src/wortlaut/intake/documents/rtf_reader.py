"""The text of an RTF document (specification 1.9) with its bytes, and what the document says about itself."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from enum import Enum, auto

from wortlaut.intake.documents.pieces import Pieces
from wortlaut.intake.documents.rtf_words import BREAKS, LEFT_OUT, PAGES, SIGNS, page_of, table_of
from wortlaut.intake.reasons import Refused

__all__ = ["RtfReader"]

_MOST_TOKENS = 2**23  # read in about eight seconds; a page has some thousands
_DEEPEST = 10_000  # word processors nest groups some ten deep
_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})? ?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|(?P<end>[\r\n\0]+)|(?P<text>[^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)
_KEPT_STARS = frozenset(("shpinst", "ud", "shptxt"))
_MOST_FONTS = 10_000
_LONGEST_FACT = 2_000
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓"}  # bullets of the fonts Symbol and Wingdings
_SIGNS = {ord("~"): "\u00a0", ord("_"): "\u2011", ord("\\"): "\\", ord("{"): "{", ord("}"): "}"}
_INFO = frozenset(("title", "author", "subject", "company", "operator"))
_TIMES = frozenset(("creatim", "revtim"))
_TIME_PARTS = frozenset(("yr", "mo", "dy"))


class _Sink(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    NOWHERE = auto()
    FONTS = auto()
    INFO = auto()


@dataclass(slots=True)
class _State:
    """What holds within a group and those in it, until they say otherwise."""

    sink: _Sink = _Sink.TEXT
    fact: str = ""  # which one the group tells
    skipped: int = 1  # characters that stand in for one of `\u`
    page: str | None = None  # of the font; None: the document's own
    is_symbol: bool = False
    is_hidden: bool = False
    is_starred: bool = False  # `\*` was read: leave the group out unless its word is known
    drops_next: bool = False  # the next group within is a stand-in for the one behind it

    def inner(self) -> _State:
        """The state at the beginning of a group in this one."""
        sink = _Sink.NOWHERE if self.drops_next else self.sink
        return _State(sink, self.fact, self.skipped, self.page, self.is_symbol, self.is_hidden)


@dataclass(slots=True)
class RtfReader:
    """The text of an RTF document, filled by `read`."""

    octets: bytes
    pieces: Pieces = field(default_factory=Pieces)
    facts: dict[str, str] = field(default_factory=dict)
    times: dict[str, dict[str, int]] = field(default_factory=dict)
    footnotes: int = 0
    hidden: int = 0
    is_whole: bool = False
    page: str = "cp1252"
    _fonts: dict[int, tuple[str | None, bool]] = field(default_factory=dict)
    _font: int = 0
    _waiting: int = 0  # characters still to be passed over behind `\u`
    _pending: bytes = b""  # the first bytes of a character of several
    _pending_at: int = 0

    def read(self) -> None:
        """Nothing; the attributes then hold what is in the document. Raises `Refused`."""
        octets, size = self.octets, len(self.octets)
        stack: list[_State] = []
        state = _State()
        at = steps = 0
        while at < size and (found := _TOKEN.match(octets, at)) is not None:  # every byte begins a token
            steps += 1
            if steps > _MOST_TOKENS:
                raise Refused("document_too_intricate", limit=_MOST_TOKENS)
            start, at = at, found.end()
            kind = found.lastgroup
            if kind == "brace":
                self._waiting, self._pending = 0, b""
                if octets[start] == 0x7B:
                    stack.append(state)
                    if len(stack) > _DEEPEST:
                        raise Refused("document_too_deep", limit=_DEEPEST, byte=start)
                    inner = state.inner()
                    state.drops_next = False
                    state = inner
                elif stack:
                    state = stack.pop()
                    if not stack:
                        self.is_whole = True
                        self.pieces.break_paragraph(start, at)
            elif not stack:
                continue
            elif kind == "text":
                self._text(state, start, at)
            elif kind in ("word", "number"):
                number = None if found["number"] is None else int(found["number"])
                at = self._word(state, found["word"].decode("ascii"), number, start, at)
            elif kind == "hex":
                self._octets(state, bytes((int(found["hex"], 16),)), start, at)
            elif kind == "sign":
                self._sign(state, found["sign"][0], start, at)
        self.is_whole = self.is_whole and not stack

    def _text(self, state: _State, start: int, end: int) -> None:
        if self._waiting:
            passed = min(self._waiting, end - start)
            self._waiting -= passed
            start += passed
            if self._is_shown(state):
                self.pieces.lengthen(start)
            if start == end:
                return
        if state.sink is _Sink.NOWHERE or state.sink is _Sink.FONTS:
            return
        octets = self.octets[start:end]
        if octets.isascii() and not self._pending:
            self._put_run(state, octets.decode("ascii"), start)
        else:
            for place, octet in enumerate(octets, start):
                self._octets(state, bytes((octet,)), place, place + 1)

    def _octets(self, state: _State, octet: bytes, start: int, end: int) -> None:
        """One byte of text, written as it is or in hexadecimal digits."""
        if self._waiting:
            self._passed(state, end)
            return
        if state.sink is _Sink.NOWHERE or state.sink is _Sink.FONTS:
            return
        if state.is_symbol:
            self._put(state, _SYMBOLS.get(octet[0], octet.decode("cp1252", "replace")), start, end)
            return
        page = state.page or self.page
        table = table_of(page)
        if table is not None:
            self._put(state, table[octet[0]], start, end)
            return
        if not self._pending:
            self._pending_at = start
        self._pending += octet
        decoder = codecs.getincrementaldecoder(page)("replace")
        signs = decoder.decode(self._pending, len(self._pending) > 4)
        if signs:
            self._put(state, signs, self._pending_at, end)
            self._pending = b""

    def _passed(self, state: _State, end: int) -> None:
        """One of the characters that stand in for a Unicode one; its bytes are that one's."""
        self._waiting -= 1
        if self._is_shown(state):
            self.pieces.lengthen(end)

    def _is_shown(self, state: _State) -> bool:
        return state.sink is _Sink.TEXT and not state.is_hidden

    def _put_run(self, state: _State, text: str, start: int) -> None:
        if not self._is_shown(state):
            self._put(state, text, start, start + len(text))
        else:
            self.pieces.run(text, start)

    def _put(self, state: _State, text: str, start: int, end: int) -> None:
        if state.sink is _Sink.INFO:
            if state.fact and len(self.facts.get(state.fact, "")) < _LONGEST_FACT:
                self.facts[state.fact] = self.facts.get(state.fact, "") + text
        elif state.sink is _Sink.TEXT:
            if state.is_hidden:
                self.hidden += len(text)
            else:
                self.pieces.sign(text, start, end)

    def _sign(self, state: _State, sign: int, start: int, end: int) -> None:
        """A control symbol: a backslash and one sign."""
        if self._waiting:
            self._passed(state, end)
        elif sign == 0x2A:  # *
            state.is_starred = True
        elif sign in (0x0A, 0x0D):
            if state.sink is _Sink.TEXT:
                self.pieces.break_paragraph(start, end)
        elif sign in _SIGNS:
            self._put(state, _SIGNS[sign], start, end)

    def _word(self, state: _State, word: str, number: int | None, start: int, end: int) -> int:
        """Where reading goes on behind a control word, which has been obeyed."""
        if word == "bin":
            end = min(len(self.octets), end + max(0, number or 0))
        if self._waiting and word != "u":
            self._passed(state, end)
            return end
        if state.is_starred:
            state.is_starred = False
            if word not in _KEPT_STARS:
                state.sink = _Sink.NOWHERE
        if word == "u":
            self._unicode(state, number or 0, start, end)
        elif word in SIGNS:
            self._put(state, SIGNS[word], start, end)
        elif word in BREAKS:
            if state.sink is _Sink.TEXT:
                self.pieces.break_paragraph(start, end)
        elif word in LEFT_OUT:
            self.footnotes += word == "footnote" and state.sink is _Sink.TEXT
            state.sink = _Sink.NOWHERE
        else:
            self._property(state, word, number)
        return end

    def _unicode(self, state: _State, number: int, start: int, end: int) -> None:
        self._waiting = state.skipped
        sign = chr(number & 0xFFFF) if number < 0x10000 else chr(min(number, 0x10FFFF))
        last = self.pieces.last()
        if "\udc00" <= sign <= "\udfff" and len(last) == 1 and "\ud800" <= last <= "\udbff" and self._is_shown(state):
            both = 0x10000 + ((ord(last) - 0xD800) << 10) + (ord(sign) - 0xDC00)
            self.pieces.replace_last(chr(both), end)
        elif state.is_symbol and 0xF020 <= ord(sign) <= 0xF0FF:
            self._put(state, _SYMBOLS.get(ord(sign) - 0xF000, "•"), start, end)
        else:
            self._put(state, sign, start, end)

    def _property(self, state: _State, word: str, number: int | None) -> None:
        is_on = number != 0
        if word in ("v", "deleted"):
            state.is_hidden = is_on
        elif word == "plain":
            state.is_hidden = False
            state.page, state.is_symbol = self._fonts.get(self._font, (None, False))
        elif word == "uc":
            state.skipped = max(0, min(number if number is not None else 1, 100))
        elif word in ("f", "fcharset", "cpg", "fonttbl", "deff"):
            self._font_word(state, word, number or 0)
        elif word == "ansicpg":
            self.page = page_of(number or 1252)
        elif word in ("mac", "pc", "pca"):
            self.page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "upr":
            state.drops_next = True
        elif word == "info":
            state.sink, state.fact = _Sink.INFO, ""
        elif state.sink is _Sink.INFO:
            self._info(state, word, number or 0)

    def _font_word(self, state: _State, word: str, number: int) -> None:
        if word == "fonttbl":
            state.sink = _Sink.FONTS
        elif word == "deff":
            self._font = number
        elif state.sink is _Sink.FONTS:
            if word == "f":
                state.fact = str(number)  # which font is described
            elif len(self._fonts) < _MOST_FONTS and state.fact.lstrip("-").isdecimal():
                page = page_of(number) if word == "cpg" else PAGES.get(number)
                self._fonts[int(state.fact)] = (page, word == "fcharset" and number == 2)
        elif word == "f":
            state.page, state.is_symbol = self._fonts.get(number, (None, False))

    def _info(self, state: _State, word: str, number: int) -> None:
        if word in _INFO:
            state.fact = word
        elif word in _TIMES:
            state.fact = ""
            self.times[word] = {}
        elif word in _TIME_PARTS and self.times:
            self.times[next(reversed(self.times))][word] = number
        else:
            state.fact = state.fact if word in ("rtlch", "ltrch", "uc") else ""
