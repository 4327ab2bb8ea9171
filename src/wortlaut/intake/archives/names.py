"""The names that archives give their members, and what is told by them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wortlaut.intake.reasons import Refused, reject
from wortlaut.types import Origin, Rejected

__all__ = ["LeftOut", "check_name", "is_hidden", "shown_name"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST = 300  # signs of a name that are shown
_NAMED = 3  # members that a message names at most


def shown_name(name: str, longest: int = _LONGEST) -> str:
    """The name as it may stand in an origin: on one line, with `/`, not too long."""
    clean = _CONTROL.sub("\ufffd", name.replace("\\", "/"))
    return clean if len(clean) <= longest else f"{clean[:longest]}…"


def check_name(name: str) -> None:
    """None where the name leads to a place inside the archive; raises `Refused` for `/etc/x`, `C:x` and `../x`."""
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/") or "\0" in path:
        raise Refused("member_unsafe")


def is_hidden(name: str) -> bool:
    """Whether folders are read without such a file: its name or that of a folder around it begins with a dot."""
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or any(part.startswith(".") and part not in (".", "..") for part in parts)


@dataclass(slots=True)
class LeftOut:
    """What of an archive was not read for a reason that many members can have, told once for all of them."""

    _names: dict[str, list[str]] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, code: str, name: str) -> None:
        """None; one more member was left out for the reason `code`."""
        self._counts[code] = self._counts.get(code, 0) + 1
        names = self._names.setdefault(code, [])
        if len(names) < _NAMED:
            names.append(shown_name(name))

    def said(self, origin: Origin) -> list[Rejected]:
        """A refusal for each reason, with the number of members and the names of the first."""
        return [
            reject(Refused(code, count=count, names=_joined(self._names[code], count)).why, origin)
            for code, count in self._counts.items()
        ]


def _joined(names: list[str], count: int) -> str:
    return ", ".join(names) + ", …" * (count > len(names))
