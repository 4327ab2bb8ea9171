"""`wortlaut codebook`: codebooks of one's own, and the labels that they give."""

from wortlaut.cli.codebook.group import group

__all__ = ["group"]
