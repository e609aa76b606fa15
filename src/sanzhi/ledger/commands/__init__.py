"""The ledger's verbs. `record` is called inside every command of every app."""

from sanzhi.ledger.commands.erase_entry import EraseEntry, erase_entry
from sanzhi.ledger.commands.record import record

__all__ = ["EraseEntry", "erase_entry", "record"]
