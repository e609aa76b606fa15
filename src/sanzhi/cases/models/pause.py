"""What stops a proceeding or its clock: a suspension, an appraisal, an end without a decision."""

from django.db import models

from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.kernel.models import Recorded


class SuspendedFor(models.TextChoices):
    """Why an investigation is suspended (住房和城乡建设行政处罚程序规定, 记忆)."""

    OTHER_CASE = "other_case", "须以相关案件的裁判结果或者其他行政决定为依据"
    INTERPRETATION = "interpretation", "需要送请有权机关作出解释或者确认"
    FORCE = "force", "因不可抗力暂时无法调查"
    MISSING = "missing", "当事人下落不明，暂时无法调查"
    OTHER = "other", "其他应当中止调查的情形"


class Suspension(Recorded):
    """The proceeding stands still from `since` until the day on which it is resumed; that day counts again."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="suspensions", verbose_name="程序"
    )
    ground = models.CharField("中止情形", max_length=16, choices=SuspendedFor)
    reason = models.TextField("中止理由")
    since = models.DateField("中止日")
    approved_by = models.CharField("批准人", max_length=60)
    until = models.DateField("恢复日", null=True)
    resumed_by = models.CharField("批准恢复人", max_length=60, blank=True)
    resumed_because = models.TextField("恢复理由", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "中止调查"
        ordering = ["id"]


class Appraisal(Recorded):
    """An appraisal that was commissioned; `until` is the day on which its result came in, or it came back without."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="appraisals", verbose_name="程序")
    subject = models.CharField("鉴定（检测）对象", max_length=200)
    question = models.TextField("委托事项")
    appraiser = models.CharField("鉴定（检测）机构", max_length=100)
    since = models.DateField("委托日")
    approved_by = models.CharField("批准人", max_length=60)
    until = models.DateField("收到结果或者退回日", null=True)
    result = models.TextField("鉴定意见", blank=True)
    returned_for = models.TextField("退回理由", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "鉴定"
        ordering = ["id"]


class EndedFor(models.TextChoices):
    """Why there is nobody left to decide against (住房和城乡建设行政处罚程序规定, 记忆)."""

    DIED = "died", "自然人死亡"
    DISSOLVED = "dissolved", "法人或者其他组织终止，没有权利义务承受人"


class Termination(Recorded):
    """The investigation ended because the party is no more; no decision can be made against nobody.

    One that was registered wrongly stays, beside the correction that was approved.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="terminations", verbose_name="程序"
    )
    ground = models.CharField("终止情形", max_length=16, choices=EndedFor)
    proof = models.CharField("证明材料", max_length=200)
    ended_on = models.DateField("终止日")
    approved_by = models.CharField("批准人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "终止调查"
        ordering = ["id"]
