"""What a form is: how a file is known to have it, and the way from its bytes to articles.

A form is one small module with a `FORM` in it. Those of other packages are found by the entry point `wortlaut.forms`,
which names such a `Form`; they are asked before the forms that come with the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from wortlaut.intake.articles import Wishes
from wortlaut.intake.decoding import Charset
from wortlaut.intake.streams import Budget, Stream
from wortlaut.types import Article, Origin, Rejected, Withdrawn

__all__ = ["Form", "Item", "Source", "noted_last", "read_inside", "unpacked_name"]

Item = Article | Rejected | Withdrawn

_MOST_HELD = 1_000  # items; of more refusals behind an article, the rest come before it


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is to be read: its bytes, where they come from, and what was seen of them.

    `head` is the first 64 KiB (`streams.HEAD`), which also stay in `stream`; `start` is their text, as far as it can be
    told. `declared` is an encoding that the transport names (the header of an HTTP answer or of a part of an e-mail).
    """

    stream: Stream
    origin: Origin
    charset: Charset
    wishes: Wishes
    head: bytes = field(repr=False)
    start: str = field(repr=False)
    budget: Budget = field(default_factory=Budget)
    declared: str | None = None
    url: str | None = None  # the address that the bytes came from

    @property
    def name(self) -> str:
        """The file's name in small letters without the endings of packed data (`.gz`)."""
        return unpacked_name(self.origin.path)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of files.

    `fits` tells by the content whether a file has it; it must not take anything from the stream. Of files that no form
    claims by their content, the first one with the right ending is it. `read` gives what is in the file, in order; it
    may raise `reasons.Refused` for the whole file and yields `Rejected` for a record that cannot be taken in.
    """

    name: str  # as `Article.form` has it
    fits: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Item]]
    endings: tuple[str, ...] = ()  # with their dot, in small letters
    is_text: bool = True  # False: bytes that are no text are expected


_PACKED_ENDINGS = (".gz", ".bz2", ".xz", ".zst", ".br")


def unpacked_name(path: str) -> str:
    """The path in small letters without the endings of packed data."""
    name = path.lower()
    while name.endswith(_PACKED_ENDINGS):
        name = name[: name.rindex(".")]
    return name


def read_inside(
    source: Source,
    stream: Stream,
    member: str,
    *,
    declared: str | None = None,
    url: str | None = None,
    record: int | None = None,
    byte: int = 0,
) -> Iterator[Item]:
    """What is in a file inside the file `source` (a member of an archive), whatever form that has.

    `member` is its name in there, `record` and `byte` say where it stands where names alone do not. The budget for
    unpacking is that of the whole; raises nothing.
    """
    from wortlaut.intake.forms import read_stream

    origin = replace(source.origin, path=f"{source.origin.path}!/{member}", record=record, line=None, byte=byte)
    return read_stream(stream, origin, source.wishes, budget=source.budget.deeper(), declared=declared, url=url)


def noted_last(items: Iterator[Item], notes: Callable[[], tuple[str, ...]]) -> Iterator[Item]:
    """`items`, the last article among them with what `notes` says then; it is given also where `items` fails."""
    held: list[Item] = []  # the latest article and what came behind it
    try:
        for item in items:
            if isinstance(item, Article):
                yield from held
                held = [item]
            elif 0 < len(held) < _MOST_HELD:
                held.append(item)
            else:
                yield item
    except Exception:
        yield from _noted(held, notes())
        raise
    yield from _noted(held, notes())


def _noted(held: list[Item], notes: tuple[str, ...]) -> Iterator[Item]:
    for item in held:
        yield replace(item, notes=(*item.notes, *notes)) if isinstance(item, Article) else item
