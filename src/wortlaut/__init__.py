"""The record of who said what, from German-language news."""

__version__ = "0.1.0"
