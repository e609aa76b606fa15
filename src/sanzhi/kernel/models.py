"""The guarded base table: rows change only inside a command of their own app. And the table of jobs."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from sanzhi.kernel.commands import compare, open_command
from sanzhi.kernel.db import locked_row
from sanzhi.kernel.errors import NotVisible, WrittenOutsideCommand
from sanzhi.kernel.stamps import Stamped
from sanzhi.kernel.writing import write_row

Row = TypeVar("Row", bound="Recorded", covariant=True)


def _touch(row: "Recorded", *, deleted: bool = False) -> None:
    current = open_command()
    assert current is not None
    current.work.touched[(row._meta.label_lower, row.pk)] = None if deleted else row


def _demand_own_command(model: type[models.Model]) -> None:
    current = open_command()
    if current is None or current.app != model._meta.app_label:
        during = current.name if current else "no command"
        raise WrittenOutsideCommand(
            f"{model._meta.label} was written during {during}; call a command of its app"
        )


class RecordedQuerySet(models.QuerySet[Row]):
    """Reads freely; of the bulk writes only `bulk_create` inside the app's own command."""

    def update(self, **values: Any) -> int:
        raise WrittenOutsideCommand("QuerySet.update leaves no trace of rows: save() each row in a command")

    def bulk_update(self, *args: Any, **options: Any) -> int:
        raise WrittenOutsideCommand("bulk_update leaves no trace of rows: save() each row in a command")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise WrittenOutsideCommand("QuerySet.delete leaves no trace of rows: delete() each row in a command")

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        _demand_own_command(self.model)
        rows = super().bulk_create(objs, *args, **options)
        for row in rows:
            _touch(row)
        return rows


class Recorded(models.Model):
    """Base of every table whose rows are facts: the ledger seals each row that a command touched.

    `kept_files` are the columns that name a file of the store by its SHA-256: it must be there, and whole. `sealed_beside`
    are columns of other tables, by the foreign key that leads there, which no command writes alone: they are sealed with it.
    `told_once` is in memory only, for who has made the row: what stands nowhere and is never told again.
    """

    kept_files: ClassVar[tuple[str, ...]] = ()
    sealed_beside: ClassVar[tuple[str, ...]] = ()
    told_once = ""

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *, force_insert: bool = False, using: str | None = None) -> None:  # type: ignore[override]
        """The whole row; Django's `create` and `get_or_create` say that it is a new one, and where."""
        _demand_own_command(type(self))
        # what is sealed beside was changed just before: such a row is compared when it is locked
        if not self._state.adding and not self.sealed_beside:
            compare(self._meta.label_lower, self.pk)
        write_row(self)
        _touch(self)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        _demand_own_command(type(self))
        _touch(self, deleted=True)
        return super().delete(*args, **options)

    @classmethod
    def known(cls, pk: int) -> Self:
        """The row that an order names. Raises NotVisible where there is none."""
        row = cls._base_manager.filter(pk=pk).first()
        if row is None:
            raise NotVisible
        return row

    @classmethod
    def locked(cls, pk: int) -> Self:
        """The same, locked until the transaction ends (SQLite's IMMEDIATE transaction locks everything)."""
        row = locked_row(cls, pk)
        if row is None:
            raise NotVisible
        compare(cls._meta.label_lower, pk, row=row)
        return row


class Job(Stamped):
    """Work to be done after the commit. `key` makes it unique while it waits; the worker claims by lease."""

    name = models.CharField("任务", max_length=100)
    key = models.CharField("键", max_length=200)
    due_at = models.DateTimeField("最早时间")
    leased_until = models.DateTimeField("租约至", null=True)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    last_error = models.TextField("最近错误", blank=True)
    done_at = models.DateTimeField("完成时间", null=True)
    given_up_at = models.DateTimeField("放弃时间", null=True)

    sealed_columns = ("name", "key")  # what the command ordered; how far it is, the stamp holds

    class Meta:
        verbose_name = verbose_name_plural = "后台任务"
        constraints = [
            models.UniqueConstraint(
                fields=["name", "key"],
                condition=models.Q(done_at=None, given_up_at=None),
                name="one_waiting_job_per_key",
            )
        ]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(done_at=None), name="waiting_jobs")]


class Beat(Stamped):
    """When each periodic job last ran; the row is the lease that keeps two workers from beating twice."""

    name = models.CharField("任务", max_length=100, unique=True)
    next_at = models.DateTimeField("下次时间")

    class Meta:
        verbose_name = verbose_name_plural = "定时任务"


class ClockWatch(models.Model):
    """One row: the last moment that was believed, and the moment to which the clock jumped when it is in doubt."""

    seen_at = models.DateTimeField("最近一次正常时间")
    jumped_to = models.DateTimeField("跳变后的时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "时钟守望"


class SearchText(models.Model):
    """Derived, never evidence: the text under which a thing is found. Its bigrams stand in the index beside it."""

    kind = models.CharField("种类", max_length=40)
    key = models.CharField("键", max_length=80)
    text = models.TextField("文本")
    sorted_on = models.DateField("排序日")
    ends_on = models.DateField("最后一日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "检索文本"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_text_once")]
        indexes = [models.Index(fields=["kind", "-sorted_on", "-id"], name="search_newest")]
