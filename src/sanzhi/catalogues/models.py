"""An edition of a catalogue, its rows, and what the justice bureau remarks on them."""

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Authority


class Kind(models.TextChoices):
    """The catalogues that a bureau compiles, in the order in which they are read."""

    POWERS = "powers", "行政执法权责清单"
    DUTIES = "duties", "职责清单"
    PROCEDURE = "procedure", "执法流程"
    GUIDES = "guides", "行政执法服务指南"
    LICENCE_ITEMS = "licence_items", "行政许可事项清单"
    SPOT_CHECKS = "spot_checks", "随机抽查事项清单"
    RECORDING = "recording", "音像记录事项清单"
    MAJOR_DECISIONS = "major_decisions", "重大执法决定法制审核目录清单"
    DISCRETION = "discretion", "行政处罚裁量基准"
    LENIENT = "lenient", "不予处罚和从轻减轻清单"
    TARIFFS = "tariffs", "行政征收收费标准清单"
    FORM_SAMPLES = "form_samples", "执法文书样本"
    POSTS = "posts", "窗口岗位公示"
    CHANNELS = "channels", "救济渠道和监督方式"
    DELEGATIONS = "delegations", "委托执法公示"
    MONITORING = "monitoring", "电子技术监控设备设置地点"
    DISCLOSURE = "disclosure", "行政执法公示目录"


class Status(models.TextChoices):
    DRAFT = "draft", "起草"
    SUBMITTED = "submitted", "报送审核"
    RETURNED = "returned", "退回修改"
    APPROVED = "approved", "审核通过"
    IN_FORCE = "in_force", "施行"
    SUPERSEDED = "superseded", "已被替代"


class Edition(Recorded):
    """One catalogue of one kind for one authority. `key` tells several of a kind apart (penalty/ordinary).

    `revision` counts its changes, so that nobody judges what has been changed behind their back. In force from
    `in_force_on` (in the future while it only waits for its day) to `ended_on`, the last day.
    """

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
    revision = models.PositiveIntegerField("修改次数", default=0)
    submissions = models.PositiveIntegerField("报送次数", default=0)
    in_force_on = models.DateField("施行日", null=True)
    ended_on = models.DateField("终止日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "清单版本"
        ordering = ["kind", "key", "-ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "kind", "key", "ordinal"], name="edition_ordinal_once"
            ),
            models.UniqueConstraint(
                fields=["authority", "kind", "key"],
                condition=models.Q(status="in_force"),
                name="one_edition_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.ordinal}版）"


class Row(Recorded):
    """A row of an edition; `content` follows the schema of the edition's kind.

    A row read from a statute by the program names the clause in `origin`, and stays unchecked until a person kept it.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="rows", verbose_name="版本")
    position = models.PositiveIntegerField("序号")
    code = models.CharField("编码", max_length=40)
    title = models.CharField("名称", max_length=200)
    content = models.JSONField("内容")
    origin = models.CharField("读自条文", max_length=200, blank=True)
    unread = models.JSONField("没有读懂的文字", default=list)
    is_unchecked = models.BooleanField("待核对", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "清单项"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="row_code_once")]

    def __str__(self) -> str:
        return self.title


class Remark(Recorded):
    """What the justice bureau says of a row; the row's code stands by itself, for rows may be removed."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="row_remarks", verbose_name="版本")
    code = models.CharField("编码", max_length=40)
    submission = models.PositiveIntegerField("第几次报送")
    text = models.TextField("意见")
    made_by = models.CharField("提出人", max_length=60)
    made_on = models.DateField("提出日")
    answer = models.TextField("答复", blank=True)
    answered_by = models.CharField("答复人", max_length=60, blank=True)
    answered_on = models.DateField("答复日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "逐行审核意见"
        ordering = ["submission", "id"]
