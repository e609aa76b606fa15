"""The ledger's verbs. `record` is called inside every command of every app."""

from sanzhi.ledger.commands.record import record

__all__ = ["record"]
