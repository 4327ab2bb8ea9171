"""What the record asks of codebooks, from `wortlaut.meaning.coding`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from wortlaut.types import Coded, ToCode

if TYPE_CHECKING:
    from wortlaut.meaning.coding import Codebook
    from wortlaut.record import Coder, KeptCodebook

__all__ = ["CODER", "kept_codebook"]

_DIGITS = 12  # of a digest


class _Coder:
    """Labels by codebooks as `kept_codebook` packs them."""

    @property
    def made_by(self) -> str:
        return _digest()

    def labels(self, codebook: str, article: ToCode) -> Sequence[Coded]:
        from wortlaut.meaning.coding import code, unpacked

        return code(unpacked(codebook), article)


def kept_codebook(codebook: Codebook) -> KeptCodebook:
    """The codebook as the record keeps it: without its examples."""
    from wortlaut.meaning.coding import packed
    from wortlaut.record import KeptCategory, KeptCodebook

    categories = tuple(KeptCategory(each.id, each.parent, each.is_exclusive) for each in codebook.categories)
    content = packed(codebook)
    return KeptCodebook(codebook.name, codebook.version, content, categories, codebook.is_exclusive)


@cache
def _digest() -> str:
    """The version of the program, and a digest of the rules by which codebooks are read."""
    from wortlaut import __version__

    digest = sha256()
    for each in sorted(files("wortlaut.meaning.coding").iterdir(), key=lambda path: path.name):
        if each.name.endswith(".py"):
            digest.update(each.name.encode() + b"\0" + each.read_bytes())
    return f"{__version__} {digest.hexdigest()[:_DIGITS]}"


CODER: Coder = _Coder()
