"""Word, RTF and PDF documents, text exports and wikis."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {}

NOTES: dict[str, Message] = {}
