"""An edition of a catalogue, and its rows."""

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Authority


class Kind(models.TextChoices):
    PROCEDURE = "procedure", "执法流程"
    POWERS = "powers", "行政执法权责清单"
    DISCRETION = "discretion", "行政处罚裁量基准"
    RECORDING = "recording", "音像记录事项清单"
    MAJOR_DECISIONS = "major_decisions", "重大执法决定法制审核目录清单"
    DISCLOSURE = "disclosure", "行政执法公示目录"


class Status(models.TextChoices):
    DRAFT = "draft", "起草"
    SUBMITTED = "submitted", "报送审核"
    RETURNED = "returned", "退回修改"
    APPROVED = "approved", "审核通过"
    IN_FORCE = "in_force", "施行"
    SUPERSEDED = "superseded", "已被替代"


class Edition(Recorded):
    """One catalogue of one kind for one authority. `key` tells several of a kind apart (penalty/ordinary)."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="editions", verbose_name="机关")
    kind = models.CharField("种类", max_length=20, choices=Kind)
    key = models.CharField("键", max_length=60, blank=True)
    title = models.CharField("名称", max_length=120)
    ordinal = models.PositiveIntegerField("版次")
    status = models.CharField("状态", max_length=12, choices=Status, default=Status.DRAFT)
    head = models.JSONField("题头", default=dict)
    drafted_on = models.DateField("起草日")
    submitted_on = models.DateField("报送日", null=True)
    reviewed_on = models.DateField("审核日", null=True)
    reviewed_by = models.CharField("审核人", max_length=60, blank=True)
    remarks = models.TextField("审核意见", blank=True)
    in_force_on = models.DateField("施行日", null=True)
    ended_on = models.DateField("终止日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "清单版本"
        ordering = ["kind", "key", "-ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "kind", "key", "ordinal"], name="edition_ordinal_once"),
            models.UniqueConstraint(
                fields=["authority", "kind", "key"],
                condition=models.Q(status="in_force"),
                name="one_edition_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.ordinal}版）"


class Row(Recorded):
    """A row of an edition; `content` follows the schema of the edition's kind."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="rows", verbose_name="版本")
    position = models.PositiveIntegerField("序号")
    code = models.CharField("编码", max_length=40)
    title = models.CharField("名称", max_length=200)
    content = models.JSONField("内容")

    class Meta:
        verbose_name = verbose_name_plural = "清单项"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="row_code_once")]

    def __str__(self) -> str:
        return self.title
