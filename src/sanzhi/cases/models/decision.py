"""Deliberation, decision, and what is paid."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded


class Deliberation(Recorded):
    """Collective discussion of a major decision by the heads (河南省行政执法条例 §28; 行政处罚法 §57)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="deliberation", verbose_name="案件")
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=100)
    chair = models.CharField("主持人", max_length=60)
    participants = models.JSONField("参加人")
    opinions = models.TextField("讨论意见")
    conclusion = models.TextField("结论")

    class Meta:
        verbose_name = verbose_name_plural = "集体讨论"


class Decision(Recorded):
    """The penalty decided; one per case, and for ever."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="decision", verbose_name="案件")
    warns = models.BooleanField("警告")
    fine = models.DecimalField("罚款（元）", max_digits=14, decimal_places=2, null=True)
    other_measures = models.CharField("其他处罚或者措施", max_length=300, blank=True)
    confiscated = models.DecimalField(
        "没收的违法所得、财物价值（元）", max_digits=14, decimal_places=2, null=True
    )
    text = models.TextField("处罚内容")
    is_simplified = models.BooleanField("当场处罚")
    is_major = models.BooleanField("重大执法决定")
    decided_on = models.DateField("决定日")
    decided_by = models.CharField("决定人", max_length=60)
    document_id = models.BigIntegerField("决定书", null=True)
    number = models.CharField("决定书文号", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "处罚决定"


class Payment(Recorded):
    case = models.ForeignKey(Case, models.PROTECT, related_name="payments", verbose_name="案件")
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    paid_on = models.DateField("缴款日")
    receipt_number = models.CharField("票据号", max_length=40)
    is_on_the_spot = models.BooleanField("当场收缴", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "缴款"
        ordering = ["id"]


class LatePenalty(Recorded):
    """A late penalty charged 加处罚款: 3 % a day, never above the fine itself (行政处罚法 §72)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="late_penalty", verbose_name="案件")
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    days = models.PositiveIntegerField("逾期日数")
    charged_on = models.DateField("加处日")

    class Meta:
        verbose_name = verbose_name_plural = "加处罚款"
