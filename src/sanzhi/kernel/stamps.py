"""Tables that the worker writes, not a command: each row carries a stamp that only this installation can make.

Whoever puts in or changes such a row by hand in the database is named by `manage.py verify`, and a job without its stamp
is not run. Port: the ledger sets `stamp_with`, the making of a stamp.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import models

_stamper: list[Callable[[bytes], str]] = []


def stamp_with(stamper: Callable[[bytes], str]) -> None:
    _stamper[:] = [stamper]


class Stamped(models.Model):
    """Base of such a table. A row is read as it was saved, or it is not ours."""

    stamp = models.CharField("戳记", max_length=64, default="", editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        self.stamp = self._own_stamp()
        super().save(*args, **options)

    @property
    def is_ours(self) -> bool:
        return self.stamp == self._own_stamp()

    def _own_stamp(self) -> str:
        said = [self._meta.label_lower]
        for field in self._meta.concrete_fields:
            if not field.primary_key and field.name != "stamp":
                said.append(f"{field.attname}={_spelt(getattr(self, field.attname))!r}")
        return _stamper[0]("\n".join(said).encode())


def _spelt(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def stamped_tables() -> list[type[Stamped]]:
    return sorted(Stamped.__subclasses__(), key=lambda model: model._meta.label_lower)
