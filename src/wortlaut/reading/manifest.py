"""The weights in the package: their digest, and the reader made from them."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut import __version__
from wortlaut.errors import WeightsDamaged
from wortlaut.types import Provenance

if TYPE_CHECKING:
    from wortlaut.reading.reader import ShippedReader

__all__ = ["FILES", "WEIGHTS", "Manifest", "digest", "load_shipped", "read_manifest"]

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("encoder.onnx", "roles.onnx", "tables.safetensors", "vocabulary.json")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` beside the weights says: their digest and the thresholds chosen for them."""

    digest: str
    cue: float
    frame: float
    addressee: float


def digest(folder: Path) -> str:
    """SHA-256, in hex, over the weight files' names and contents."""
    total = sha256()
    for name in FILES:
        total.update(name.encode() + b"\0" + sha256((folder / name).read_bytes()).digest())
    return total.hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder of weights; raises `WeightsDamaged` where it cannot be read."""
    try:
        values = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        chosen = {name: float(values[name]) for name in ("cue", "frame", "addressee")}
        return Manifest(digest=values["digest"], **chosen)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsDamaged("weights_unreadable", folder=folder, what=error) from error


def load_shipped(folder: Path = WEIGHTS, *, threads: int = 1) -> "ShippedReader":
    """The reader made from the weights in `folder`; raises `WeightsDamaged` where they do not have their digest."""
    from wortlaut.reading.reader import ShippedReader, Thresholds

    manifest = read_manifest(folder)
    try:
        found = digest(folder)
    except OSError as error:
        raise WeightsDamaged("weights_unreadable", folder=folder, what=error) from error
    if found != manifest.digest:
        raise WeightsDamaged("weights_changed", folder=folder, found=found, expected=manifest.digest)
    thresholds = Thresholds(cue=manifest.cue, frame=manifest.frame, addressee=manifest.addressee)
    made_by = Provenance(reader="shipped", weights=f"sha256:{manifest.digest}", version=__version__)
    return ShippedReader(folder, made_by, thresholds, threads=threads)
