"""Tokens by one regular expression.

Measured on the tokens of the quotation corpus' training part (Petersen-Frey and Biemann 2024): F1 0.996 at
4.8 million characters a second (`python -m evaluation tokens`).
"""

import re

from wortlaut.types import Span

__all__ = ["TOKEN", "tokenize"]

# Letters, digits and underscore, with combining marks and the invisible joiners that real copy contains.
_WORD = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_MONTH = (
    "Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    "|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez"
)
# Abbreviations that practically never end a sentence.
_ABBREVIATION = (
    "Dr|Prof|St|ca|bzw|Hr|Fr|Nr|Abs|Art|Bd|Mio|Mrd|Std|evtl|ggf|usw|etc|vgl|sog|inkl|zzgl|max|min|Inc|Ltd|Corp|Co"
    "|Jr|Sr|Mr|Mrs|Ms|Tel|Str|geb|gest|Chr|Jh|Jhd|Kfz|Abb|Hrsg|Aufl|Ing|Dipl|rd|Tsd|insb|allg|dt|engl|frz|ehem"
    "|urspr|jun|sen|hl|Gen|Lt|Col|Maj|Sen|Gov|Rep|bspw"
)

TOKEN = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}                                   # z.B., u.a., d.h.
    | \b[A-ZÄÖÜ]\.(?=\s|-)                                  # initials: J. Müller
    | \b(?:{_ABBREVIATION})\.
    | \b\d{{1,3}}\.(?=\s+(?:[a-zäöüß]|(?:{_MONTH})\b))      # ordinals: am 25. Mai, im 3. und 4. Quartal
    | {_WORD}+
      (?:
        (?: [-‐‑'’&](?=\w)                                  # US-Dollar, O’Keefe, S&P
          | \.(?=[a-zäöüß\d])                               # ver.di, 1.000
          | [,:](?=\d)(?<=\d.)                              # 2,5 and 1:0
          | [:*](?=in(?:nen)?\b)                            # Schüler:innen
        ){_WORD}+
      )*
      (?:-(?=[\s,/)]))?                                     # Luft- und Raumfahrt
    | \.{{2,}} | '' | `` | --+
    | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> tuple[Span, ...]:
    """The tokens of `text` in order; every character that is no white space belongs to exactly one."""
    return tuple(Span(*match.span()) for match in TOKEN.finditer(text))
