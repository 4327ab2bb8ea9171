"""Addresses, and what comes from them."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {}

NOTES: dict[str, Message] = {}
