"""That somebody stands back from a case, or need not: who asked it of whom, and what was decided (行政处罚法 §43)."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Officer


class AskedBy(models.TextChoices):
    PARTY = "party", "当事人申请"
    SELF = "self", "本人申请"


class Recusal(Recorded):
    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals", verbose_name="案件")
    of = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="被申请回避人")
    asked_by = models.CharField("申请人", max_length=8, choices=AskedBy)
    reason = models.TextField("申请理由")
    asked_on = models.DateField("申请日")
    is_granted = models.BooleanField("决定回避", null=True)
    answer = models.TextField("审查意见", blank=True)
    decided_on = models.DateField("决定日", null=True)
    decided_by = models.CharField("决定人", max_length=100, blank=True)
    decision_number = models.CharField("上级决定文号", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回避"
        ordering = ["id"]
