"""What the control words of RTF 1.9 mean for the text of a document."""

from __future__ import annotations

from functools import cache

__all__ = ["BREAKS", "LEFT_OUT", "PAGES", "SIGNS", "page_of", "table_of"]

# Words that stand for a sign.
SIGNS = {
    "tab": "\t", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
# Words that end a paragraph; cells of tables are paragraphs.
BREAKS = frozenset("par cell nestcell row nestrow sect page column shptxt dptxbxtext".split())
# Groups whose text is none of the document's, even without the mark `\*`.
LEFT_OUT = frozenset(
    "annotation atnauthor atndate atnid atnicn atnparent atnref atrfend atrfstart bkmkend bkmkstart colortbl"
    " datafield datastore do docvar falt fchars filetbl fldinst fontemb fontfile footer footerf footerl footerr"
    " footnote formfield ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc generator gridtbl header headerf headerl"
    " headerr latentstyles lchars levelnumbers leveltext listoverridetable listpicture listtable listtext mmathpr"
    " nonesttables nonshppict objalias objclass objdata objname objsect objtime oldcprops oldpprops oldsprops"
    " oldtprops pgptbl pict pnseclvl pntext pntxta pntxtb private revtbl rsidtbl rxe shprslt sn sp stylesheet sv"
    " tc template themedata colorschememapping txe userprops wgrffmtfilter xe xmlnstbl xmlopen".split()
)
# Code pages by `\fcharset`; 1 is the document's own, 2 are pictures in place of letters.
PAGES = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 78: "shift_jis", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_NUMBERED = {
    65001: "utf-8", 10000: "mac_roman", 10001: "shift_jis", 10006: "mac_greek", 10007: "mac_cyrillic",
    10029: "mac_latin2", 10081: "mac_turkish", 1361: "johab", 54936: "gb18030", 20866: "koi8_r", 21866: "koi8_u",
}  # fmt: skip
_KNOWN = frozenset(
    (
        437,
        708,
        720,
        737,
        775,
        850,
        852,
        855,
        857,
        858,
        860,
        861,
        862,
        863,
        864,
        865,
        866,
        869,
        874,
        932,
        936,
        949,
        950,
        1250,
        1251,
        1252,
        1253,
        1254,
        1255,
        1256,
        1257,
        1258,
    )
)
_USUAL = "cp1252"


def page_of(number: int) -> str:
    """The code page of that number by its name in Python; Windows-1252 for those that are not known."""
    return _NUMBERED.get(number) or (f"cp{number}" if number in _KNOWN - {708} else _USUAL)


@cache
def table_of(page: str) -> str | None:
    """The character of each byte in a code page of one byte a character, None for other pages."""
    signs = [bytes((octet,)).decode(page, "replace") for octet in range(256)]
    is_single = len(set(signs[128:])) > 64 and all(len(sign) == 1 for sign in signs)
    return "".join(signs) if is_single and page not in _WIDE else None


_WIDE = frozenset("utf-8 shift_jis cp932 cp936 cp949 cp950 johab gb18030".split())
