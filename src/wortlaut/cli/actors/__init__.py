"""`wortlaut actors`: who is in the record, and what people say about it."""

from wortlaut.cli.actors.group import group

__all__ = ["group"]
