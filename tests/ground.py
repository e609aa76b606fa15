"""The founded bureau as a database of its own in memory (SQLite): a test steps on it and leaves it as it was.

Putting the founded rows into each test's empty database took longer than most tests. What the house remembers of an
edition by its id stays true from test to test, as long as none has written to the editions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connection
from django.db.backends.signals import connection_created

from sanzhi.catalogues.models import Edition, Row
from tests.snapshot import all_rows, foundation, put_back

WATCHED = (Edition, Row)
CHANGES = ("INSERT", "UPDATE", "DELETE")


class Memory:
    """Whether what the process remembers of editions is what the founded bureau has."""

    is_true = False


def _spoil() -> None:
    Memory.is_true = False


@contextmanager
def standing() -> Iterator[None]:
    """Within the block the connection leads to the founded bureau, in the transaction that the test has begun."""
    if connection.vendor != "sqlite":
        put_back(foundation())
        yield
        return
    empty, ground = connection.connection, _ground()
    connection.connection = ground
    _begin_as_the_test_did(ground)
    try:
        yield
    finally:
        ground.rollback()
        connection.connection = empty


def _begin_as_the_test_did(base: Any) -> None:
    base.execute("BEGIN")
    for savepoint in filter(None, connection.savepoint_ids):
        base.execute(f'SAVEPOINT "{savepoint}"')


@cache
def _ground() -> Any:
    rows, empty = foundation(), connection.connection
    where = {**connection.get_connection_params(), "database": "file:founded?mode=memory&cache=shared"}
    ground = connection.get_new_connection(where)
    ground.isolation_level = None  # as Django has it: nothing begins by itself
    empty.rollback()  # a database that is being written to is not copied
    empty.backup(ground)
    _begin_as_the_test_did(empty)
    connection.connection = ground
    connection_created.send(sender=type(connection), connection=connection)
    assert not any(table.rows for table in all_rows().values())  # nothing was there before the bureau
    ground.execute("BEGIN")
    put_back(rows)
    ground.commit()
    ground.create_function("spoil", 0, _spoil)
    for table in (model._meta.db_table for model in WATCHED):
        for change in CHANGES:
            ground.execute(
                f"CREATE TEMP TRIGGER {table}_{change} AFTER {change} ON {table} BEGIN SELECT spoil(); END"
            )
    connection.connection = empty
    return ground
