"""Reads a chronicle from what the platform holds: ledger entries, rows, the data inside issued PDFs. Judges nothing."""

from tests.lawful.adapter.reading import chronicle_of

__all__ = ["chronicle_of"]
