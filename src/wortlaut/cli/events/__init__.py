"""`wortlaut events`: what is announced, what became of it, and what people say about it."""

from wortlaut.cli.events.group import group

__all__ = ["group"]
