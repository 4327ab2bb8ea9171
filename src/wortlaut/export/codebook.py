"""A codebook of the record as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wortlaut.meaning.coding import Codebook

__all__ = ["codebook_json"]


def codebook_json(codebook: Codebook, counts: Mapping[str, int]) -> dict[str, Any]:
    """The JSON object of a codebook, version 1, without its criteria; `statements` are those that have a category."""
    return {
        "version": 1,
        "name": codebook.name,
        "codebook_version": codebook.version,
        "title": {"de": codebook.title.de, "en": codebook.title.en},
        "description": codebook.description,
        "exclusive": codebook.is_exclusive,
        "categories": [
            {
                "id": each.id,
                "label": {"de": each.label.de, "en": each.label.en},
                "definition": each.definition,
                "parent": each.parent,
                "exclusive": each.is_exclusive,
                "by_hand": each.by_hand,
                "statements": counts.get(each.id, 0),
            }
            for each in codebook.categories
        ],
        "removed": {name: counts[name] for name in sorted(counts.keys() - {each.id for each in codebook.categories})},
    }
