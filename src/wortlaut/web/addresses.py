"""The address of a page with other parameters: what a facet, a chip or a next page leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

__all__ = ["Address"]

# What tells of a page only, not of what is asked.
_OF_PAGES = frozenset({"after", "lang"})


@dataclass(frozen=True, slots=True)
class Address:
    """A path with the parameters that narrow what is shown there, in their order."""

    path: str
    given: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, request: Request) -> Address:
        """The address of the request, without what tells of a page only and without empty fields of a form."""
        given = request.query_params.multi_items()
        return cls(request.url.path, tuple((name, value) for name, value in given if value and name not in _OF_PAGES))

    def __str__(self) -> str:
        """The address as links have it."""
        return f"{self.path}?{urlencode(self.given)}" if self.given else self.path

    def at(self, path: str) -> Address:
        """The same parameters at another path."""
        return replace(self, path=path)

    def has(self, name: str, value: str) -> bool:
        """Whether it has that parameter with that value."""
        return (name, value) in self.given

    def without(self, *names: str) -> Address:
        """The same without these parameters."""
        return replace(self, given=tuple(pair for pair in self.given if pair[0] not in names))

    def dropping(self, name: str, value: str) -> Address:
        """The same without that value of the parameter."""
        return replace(self, given=tuple(pair for pair in self.given if pair != (name, value)))

    def adding(self, name: str, value: str) -> Address:
        """The same with that value besides."""
        return replace(self, given=(*self.given, (name, value)))

    def having(self, values: Iterable[tuple[str, str]]) -> Address:
        """The same with these values in place of those that the parameters had."""
        pairs = tuple(values)
        return replace(self.without(*(name for name, _ in pairs)), given=(*self._kept(pairs), *pairs))

    def _kept(self, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        names = {name for name, _ in pairs}
        return tuple(pair for pair in self.given if pair[0] not in names)
