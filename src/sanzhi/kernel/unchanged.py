"""What was worked out once holds until the database changes, or the day: SQLite tells by its data version, without a query.

Each thread keeps its own, on its own connection: the version that another connection reads says nothing here. Whatever
anybody commits, in whichever process, everything is asked anew.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from sanzhi.kernel import clock

MOST = 128  # answers that a thread keeps
Answer = TypeVar("Answer")


def while_unchanged(key: Hashable, *, ask: Callable[[], Answer]) -> Answer:
    """The answer kept under `key`, or what `ask` says now. Nobody may change it.

    Always asked within a transaction, whose own writes may still be taken back, and on PostgreSQL.
    """
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite" or here.in_atomic_block:
        return ask()
    kept = _kept(here)
    if key in kept:
        kept.move_to_end(key)
    else:
        kept[key] = ask()
        if len(kept) > MOST:
            kept.popitem(last=False)
    answer: Answer = kept[key]
    return answer


def _kept(here: BaseDatabaseWrapper) -> OrderedDict[Hashable, Any]:
    here.ensure_connection()
    base: Any = here.connection
    version = base.execute("PRAGMA data_version").fetchone()[
        0
    ]  # others' commits; total_changes: our own writes
    mark = (version, base.total_changes, clock.today())
    holder: Any = here
    if getattr(holder, "_unchanged_since", None) != (base, mark):
        holder._unchanged_since, holder._kept_unchanged = (base, mark), OrderedDict()
    kept: OrderedDict[Hashable, Any] = holder._kept_unchanged
    return kept
