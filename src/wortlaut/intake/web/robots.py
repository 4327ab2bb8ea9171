"""What the operators of a host allow programs to ask for: robots.txt, by RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Address
from wortlaut.intake.web.asking import MOST_REDIRECTS, NAME, Answer, Asker
from wortlaut.intake.web.contents import unpacked

__all__ = ["Robots"]

_LARGEST = 512 * 2**10  # bytes that are looked at; RFC 9309 asks for at least 500 KiB
_LONGEST_DELAY = 30.0  # seconds between two requests; where operators ask for more, a page would take all day
_HOLDS = 24 * 3600.0  # seconds; RFC 9309: no longer than a day
_UNKNOWN_HOLDS = 600.0  # seconds until a robots.txt that could not be had is asked for again
# What the page itself would be refused for, too: said as it is, it tells more than that robots.txt cannot be had.
_TELLING = ("web_forbidden", "web_name_unknown", "web_unreachable", "web_tls", "web_port", "web_local_name")


@dataclass(frozen=True, slots=True)
class _Known:
    """What a host's robots.txt says, None where it says nothing; or why it could not be had. It holds `until`."""

    until: float
    rules: Protego | None = None
    problem: Refused | None = None


class Robots:
    """The rules of the hosts that a run comes by; each is asked for once a day."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._known: dict[str, _Known] = {}

    def check(self, address: Address) -> None:
        """None where the address may be asked for; raises `Refused`, and `Stopped` when somebody asks to end."""
        known = self._known.get(address.origin)
        if known is None or known.until <= self._asker.clock.monotonic():
            known = self._known[address.origin] = self._asked(address)
            self._heed_delay(address, known.rules)
        if known.problem is not None:
            if known.problem.why.code in _TELLING:
                raise Refused.of(known.problem.why)
            raise Refused("web_robots_unknown", address=address) from known.problem
        if known.rules is not None and not known.rules.can_fetch(str(address), NAME):
            raise Refused("web_robots", address=address)

    def _heed_delay(self, address: Address, rules: Protego | None) -> None:
        delay = None if rules is None else rules.crawl_delay(NAME)
        if delay is not None and delay > 0:
            self._asker.delays[address.host] = min(delay, _LONGEST_DELAY)

    def _asked(self, page: Address) -> _Known:
        """What the rules for `page` are now; from the last of the redirects that are followed."""
        address = Address(page.scheme, page.host, page.port, "/robots.txt")
        allowance = self._asker.allowance()
        now = self._asker.clock.monotonic
        try:
            for _ in range(MOST_REDIRECTS + 1):
                with self._asker.asked(address, allowance) as answer:
                    if not answer.passes_on:
                        return _Known(now() + _HOLDS, _rules_in(answer))
                    address = answer.next()
        except Refused as refused:
            return _Known(now() + _UNKNOWN_HOLDS, problem=refused)
        return _Known(now() + _HOLDS)  # RFC 9309, 2.3.1.2: as if there were none


def _rules_in(answer: Answer) -> Protego | None:
    """The rules; None where there are none (status 4xx). Raises `Refused` where the server cannot say."""
    if 400 <= answer.status < 500 and answer.status != 429:
        return None
    if answer.status != 200:
        raise Refused("web_status", status=answer.status, address=answer.address)
    raw = bytearray()
    for piece in unpacked(answer.pieces, answer.headers.packing, limit=2 * _LARGEST):
        raw += piece
        if len(raw) >= _LARGEST:
            break
    return Protego.parse(raw[:_LARGEST].decode("utf-8-sig", "replace"))
