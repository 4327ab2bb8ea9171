"""Bytes to articles, each with a map from every character back to the raw bytes.

The way of the data::

    paths ── files ──▶ streams (gzip) ── forms ──▶ texts          one wire text, plain text or Markdown
                                            └────▶ json_items     JSON and JSON Lines: a record at a time
                decoding (bytes to characters) ──▶ wire, markdown (characters to clean text) ──▶ articles

Every step keeps a `mapped.Mapped`: a text and the bytes of each of its characters. A form raises
`reasons.Refused`, which becomes a `Rejected` in the item's place; `message` words it in German or English.
"""

from wortlaut.intake.reasons import message, say, say_note, say_place
from wortlaut.intake.sources import read, read_bytes

__all__ = ["message", "read", "read_bytes", "say", "say_note", "say_place"]
