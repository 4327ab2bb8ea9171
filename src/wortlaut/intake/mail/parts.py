"""The parts of a message as a tree (MIME, RFC 2045 to 2049), each with the place of its body in the message's bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wortlaut.intake.mail.headers import Headers, Value, split_headers

__all__ = ["Part", "Tree", "tree_of"]

# Real messages nest parts four deep and have some dozens; forwards within forwards are messages of their own.
_DEEPEST = 20
_MOST = 1_000
_ANY_BOUNDARY = re.compile(rb"^--([^\s-][^\r\n]{0,200}?)[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: its headers, its type, and its body at `start` to `end`; `children` where it has parts."""

    headers: Headers
    kind: Value
    start: int
    end: int
    children: tuple[Part, ...] = ()

    @property
    def coding(self) -> str:
        """How the body is coded for its travel, in small letters."""
        return self.headers.value("content-transfer-encoding").name

    @property
    def is_attached(self) -> bool:
        """Whether the part says that it is an attachment, or has the name of a file."""
        return self.headers.value("content-disposition").name == "attachment" or bool(self.file_name)

    @property
    def file_name(self) -> str:
        """The name of the file that the part is; empty where it has none."""
        return (
            self.headers.value("content-disposition").parameters.get("filename")
            or self.kind.parameters.get("name")
            or ""
        )


@dataclass(slots=True)
class Tree:
    """The parts of a message below `root`, and what was wrong with them."""

    root: Part
    has_ends: bool = True  # False: the end of some list of parts is missing
    left_out: int = 0  # parts beyond the bounds
    count: int = field(default=0, repr=False)


def tree_of(octets: bytes, headers: Headers, end: int) -> Tree:
    """The tree of the message in `octets` that has these headers and reaches to `end`."""
    tree = Tree(Part(headers, _kind(headers, "text/plain"), headers.body, end))
    tree.root = _grown(octets, tree.root, tree, 0)
    return tree


def _kind(headers: Headers, usual: str) -> Value:
    kind = headers.value("content-type")
    if kind.name == "text":
        return Value("text/plain", kind.parameters)
    return kind if "/" in kind.name else Value(usual, kind.parameters)


def _grown(octets: bytes, part: Part, tree: Tree, depth: int) -> Part:
    """The part with its children, and theirs."""
    if not part.kind.name.startswith("multipart/"):
        return part
    if depth >= _DEEPEST:
        tree.left_out += 1
        return part
    usual = "message/rfc822" if part.kind.name == "multipart/digest" else "text/plain"
    children = []
    for start, end in _bodies(octets, part, tree):
        tree.count += 1
        if tree.count > _MOST:
            tree.left_out += 1
            break
        headers = split_headers(octets, start, end)
        children.append(_grown(octets, Part(headers, _kind(headers, usual), headers.body, end), tree, depth + 1))
    if not children:  # what says that it has parts and has none is read as text
        return Part(part.headers, Value("text/plain", part.kind.parameters), part.start, part.end)
    return Part(part.headers, part.kind, part.start, part.end, tuple(children))


def _bodies(octets: bytes, part: Part, tree: Tree) -> Iterator[tuple[int, int]]:
    """Where the parts within a part begin and end; the line end before a boundary belongs to the boundary."""
    boundary = part.kind.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")
    if not boundary:
        guessed = _ANY_BOUNDARY.search(octets, part.start, part.end)
        if guessed is None:
            return
        boundary = guessed[1].removesuffix(b"--")
    line = re.compile(rb"(?:\r?\n|(?<![^\n]))--" + re.escape(boundary) + rb"(?P<last>--)?[ \t]*+(?:\r?\n|\Z)")
    open_at: int | None = None
    at = part.start
    while (found := line.search(octets, at, part.end)) is not None:
        if open_at is not None:
            yield open_at, max(open_at, found.start())
        if found["last"]:
            return
        open_at = found.end()
        at = max(found.end() - 1, found.start() + 1)  # the line end may begin the next boundary
    if open_at is not None:
        tree.has_ends = False
        yield open_at, part.end
