"""How the record is served."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Limits", "WebOptions"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may ask."""

    # Fifty readers on this machine, who share one address, each with a page and its files a second, stay well below.
    reads_per_second: float = 400.0
    reads_at_once: int = 2000
    writes_per_second: float = 10.0
    writes_at_once: int = 60
    body_bytes: int = 64 * 2**20  # an upload; as much as an address may answer (`Settings.max_fetch_bytes`)


@dataclass(frozen=True, slots=True)
class WebOptions:
    """Where the server listens, and what may be done there."""

    host: str = "127.0.0.1"
    port: int = 8765
    write: bool = False  # whether the record may be changed
    limits: Limits = field(default_factory=Limits)
