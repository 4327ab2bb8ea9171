"""Text from outside made harmless to look at: nothing hidden stays hidden, nothing commands a terminal."""

import re

__all__ = ["escape_hidden", "one_line", "shortened", "visible", "visible_runs", "web_link"]

# The Unicode categories Cc, Cf, Cs, Zl and Zp (ESC and the other controls, zero width, text direction, soft hyphen,
# tags, lone surrogates, line separators) as of Unicode 15, the letters and signs that show nothing, and what else is
# "default ignorable" (DerivedCoreProperties.txt: variation selectors, unassigned code points that are to show nothing).
# Tab and line feed are left to their meaning. A test compares this with `unicodedata`.
_HIDDEN = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2"
    "\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ud800-\\udfff"
    "\\ufe00-\\ufe0d\\ufeff\\uffa0\\ufff0-\\ufffb\\U000110bd\\U000110cd\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3"
    "\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
# The two selectors that make a sign a picture or plain are hidden where they stand behind no sign, or one another.
_SIGNS = "#*0-9\\u00a9\\u00ae\\u203c-\\u3299\\U0001f000-\\U0001faff"
_hidden = re.compile(f"[{_HIDDEN}]|(?<![{_SIGNS}])[\\ufe0e\\ufe0f]")
_runs = re.compile(f"({_hidden.pattern})")
# Without the separators that are controls, or would break the line unseen.
_white = re.compile(r"[^\S\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")


def visible(text: str) -> str:
    """`text` with every hidden character, but tab and line feed, written as `⟨U+202E⟩`."""
    return _hidden.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def visible_runs(text: str) -> list[str]:
    """`text` cut at its hidden characters: what shows, a hidden character, what shows, and so on."""
    return _runs.split(text)


def one_line(text: str) -> str:
    """`visible(text)` on one line: each run of white space is one blank."""
    return visible(_white.sub(" ", text).strip())


def shortened(text: str, width: int) -> str:
    """`one_line(text)`, cut at a word near `width` characters and closed by `…` where it is longer."""
    line = one_line(text)
    if len(line) <= width:
        return line
    head = line[: width - 1]
    word_end = head.rfind(" ")
    return (head[:word_end] if word_end > width // 2 else head).rstrip() + "…"


def escape_hidden(json_text: str) -> str:
    r"""`json_text` with its hidden characters as `\uXXXX`: the same JSON value, harmless on a terminal.

    To be used on the output of `json.dumps`, where such characters stand inside strings only.
    """
    return _hidden.sub(_json_escape, json_text)


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def web_link(url: str | None) -> str | None:
    """`url` where following it can do no more than open a page, else None."""
    return url if url and url.lower().startswith(("http://", "https://")) and visible(url) == url else None
