"""Entries, the seals of the rows that they touched, the leaves of the tree, the sequencer's queue, witnesses.

The first four do not derive from Recorded: they are written by the closing of a command and by the sequencer
only, and database triggers refuse every other change, even by hand.
"""

from django.db import models

from sanzhi.kernel.models import Recorded


class Entry(models.Model):
    """One thing that happened. `facts` and `salt` become null when it is erased; `digest` stays for ever.

    `digest` is SHA-256(salt || canonical entry), 64 hexadecimal digits: the data of the entry's leaf. `stamp` says that
    this installation wrote it: who has the database alone cannot make one.
    """

    authority = models.CharField("机关编码", max_length=20, blank=True)
    event = models.CharField("事项", max_length=100)
    facts = models.JSONField("内容", null=True)
    actor_key = models.CharField("行为人键", max_length=60)
    actor_name = models.CharField("行为人", max_length=60)
    subject_kind = models.CharField("对象类别", max_length=60)
    subject_id = models.BigIntegerField("对象编号")
    happened_at = models.DateTimeField("时间")
    salt = models.CharField("盐", max_length=64, null=True)
    digest = models.CharField("摘要", max_length=64)
    stamp = models.CharField("戳记", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "日志条目"
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="entries_of_subject"),
            models.Index(fields=["authority", "id"], name="entries_of_authority"),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.subject}"

    @property
    def subject(self) -> str:
        """The subject's key, e.g. `cases.case:12`."""
        return f"{self.subject_kind}:{self.subject_id}"

    @property
    def is_erased(self) -> bool:
        return self.salt is None


class RowSeal(models.Model):
    """What a row looked like when an entry closed: a salted digest of its columns, or "" for *deleted*."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="seals", verbose_name="条目")
    table = models.CharField("表", max_length=60)
    row = models.BigIntegerField("行")
    salt = models.CharField("盐", max_length=64, null=True)
    digest = models.CharField("摘要", max_length=64, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "行封印"
        indexes = [models.Index(fields=["table", "row", "id"], name="seals_of_row")]


class Waiting(models.Model):
    """An entry that is committed and has no place in the tree yet; the sequencer's queue."""

    entry = models.OneToOneField(
        Entry, models.PROTECT, primary_key=True, related_name="waiting", verbose_name="条目"
    )

    class Meta:
        verbose_name = verbose_name_plural = "待编号条目"


class Leaf(models.Model):
    """The entry's place in the tree, for ever. `hash` is SHA-256(0x00 || digest), RFC 6962."""

    index = models.BigIntegerField("序号", primary_key=True)
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="leaf", verbose_name="条目")
    hash = models.CharField("叶散列", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "树叶"


class Witness(Recorded):
    """Somebody outside, e.g. the justice bureau, whose cosignature on a checkpoint is kept beside it."""

    key = models.CharField("公钥", max_length=200, unique=True)
    title = models.CharField("名称", max_length=100)
    retired_on = models.DateField("停用日", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "见证方"

    def __str__(self) -> str:
        return self.title


class JointAct(Recorded):
    """What nobody does alone: one person proposes it, another confirms or declines; `fields` is the order as JSON."""

    authority = models.CharField("机关编码", max_length=20)
    act = models.CharField("操作", max_length=100)
    fields = models.JSONField("内容")
    sentence = models.TextField("事项")
    reason = models.CharField("理由", max_length=200)
    seen = models.CharField("提出时所见", max_length=64, blank=True)
    proposed_by = models.CharField("提出人键", max_length=60)
    proposed_by_name = models.CharField("提出人", max_length=60)
    proposed_at = models.DateTimeField("提出时间")
    settled_by = models.CharField("确认人键", max_length=60, blank=True)
    settled_by_name = models.CharField("确认人", max_length=60, blank=True)
    settled_at = models.DateTimeField("办结时间", null=True)
    is_confirmed = models.BooleanField("确认", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "双人事项"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.sentence


class Cosignature(Recorded):
    """A checkpoint as a witness signed it: the whole note, with the log's and the witness's lines."""

    witness = models.ForeignKey(Witness, models.PROTECT, related_name="cosignatures", verbose_name="见证方")
    size = models.BigIntegerField("条数")
    note = models.TextField("检查点")
    accepted_at = models.DateTimeField("收到时间")

    class Meta:
        verbose_name = verbose_name_plural = "见证联签"
        constraints = [models.UniqueConstraint(fields=["witness", "size"], name="cosigned_once")]
