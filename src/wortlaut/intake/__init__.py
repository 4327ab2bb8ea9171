"""Bytes to articles, each with a map from every character back to the raw bytes.

The way of the data::

    paths, addresses ── files, web ──▶ streams (unpacked) ── forms ──▶ the form that fits: one small module each
        texts      wire text, plain text, Markdown
        records    JSON and JSON Lines: a record at a time
        pages      HTML                                  agency     NewsML-G2, NewsML 1, NITF, ninjs
        feeds      RSS, Atom, JSON Feed, sitemaps        archives   ZIP, TAR, WARC, WACZ, of any of these
        tables     CSV, Parquet, Excel                   documents  DOCX, ODT, RTF, PDF
        exports    of press databases                    wikis      dumps of MediaWiki
        mail       single messages and mailboxes
    each: decoding (bytes to characters) ──▶ markup, texts (characters to clean text) ──▶ articles

Every step keeps a `mapped.Mapped`: a text and the bytes of each of its characters. A form raises
`reasons.Refused`, which becomes a `Rejected` in the item's place; `message` words it in German or English.
"""

from wortlaut.intake.facts import Facts
from wortlaut.intake.given import Link, Upload
from wortlaut.intake.reasons import message, say, say_note, say_place
from wortlaut.intake.sources import read, read_bytes

__all__ = ["Facts", "Link", "Upload", "message", "read", "read_bytes", "say", "say_note", "say_place"]
