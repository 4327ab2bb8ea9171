"""A codebook as the record keeps it: JSON without the examples, which may quote what is erased later."""

from __future__ import annotations

from functools import lru_cache

from wortlaut.meaning.coding.books import Codebook

__all__ = ["packed", "unpacked"]


def packed(codebook: Codebook) -> str:
    """The codebook as JSON, without its examples: the same codebook always gives the same."""
    from wortlaut.meaning.coding.models import CodebookModel

    return CodebookModel.of(codebook).model_dump_json(exclude_defaults=True)


@lru_cache(maxsize=32)
def unpacked(kept: str) -> Codebook:
    """The codebook that was packed; raises `ValueError` where it is damaged."""
    from wortlaut.meaning.coding.models import CodebookModel

    return CodebookModel.model_validate_json(kept).codebook()
