"""Packed data: one small module for each packing, all behind `Packing`; `unpacked` finds which by the content."""

from wortlaut.intake.packing.finding import is_brotli, packing_named, unpacked
from wortlaut.intake.packing.member import Damaged, Member, Packing
from wortlaut.intake.packing.unpacking import Unpacking

__all__ = ["Damaged", "Member", "Packing", "Unpacking", "is_brotli", "packing_named", "unpacked"]
