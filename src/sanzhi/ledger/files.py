"""The files that rows name by their SHA-256: an issued paper, a public copy, a recording."""

from collections.abc import Iterator

from sanzhi.kernel.models import Recorded
from sanzhi.ledger.sealing import recorded_tables, rows_of


def naming_tables() -> list[type[Recorded]]:
    return [model for model in recorded_tables() if model.kept_files]


def rows_naming(model: type[Recorded], *, using: str = "default") -> Iterator[tuple[int, str]]:
    """The key of each row, with each file that it names."""
    for key, *named in (
        rows_of(model._meta.label_lower)
        .using(using)
        .order_by("pk")
        .values_list("pk", *model.kept_files)
        .iterator()
    ):
        yield from ((key, sha256) for sha256 in named if sha256)


def named_files(*, using: str = "default") -> set[str]:
    return {sha256 for model in naming_tables() for _, sha256 in rows_naming(model, using=using)}
