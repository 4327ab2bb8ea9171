"""What the errors of `wortlaut.errors` say, in English and German next to each other, by their codes."""

from wortlaut.error_texts import asking, coding, deciding, reading, record

__all__ = ["MESSAGES"]

MESSAGES = record.TEXTS | deciding.TEXTS | reading.TEXTS | asking.TEXTS | coding.TEXTS
