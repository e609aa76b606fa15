"""What the party says before the decision: plea and hearing (行政处罚法 §44, §45, §63–§65)."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Officer


class Plea(Recorded):
    """A statement or defence, or the express waiver of it; every point must be answered."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="plea", verbose_name="案件")
    is_waived = models.BooleanField("明确放弃", default=False)
    text = models.TextField("陈述申辩内容", blank=True)
    made_on = models.DateField("提出日")
    answer = models.TextField("复核意见", blank=True)
    is_accepted = models.BooleanField("采纳", null=True)
    answered_on = models.DateField("复核日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "陈述申辩"


class Hearing(Recorded):
    case = models.OneToOneField(Case, models.PROTECT, related_name="hearing", verbose_name="案件")
    requested_on = models.DateField("申请日")
    notified_on = models.DateField("通知日", null=True)
    held_on = models.DateField("举行日", null=True)
    place = models.CharField("地点", max_length=200, blank=True)
    chair = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+", verbose_name="主持人")
    is_abandoned = models.BooleanField("视为放弃", default=False)
    minutes = models.TextField("听证情况", blank=True)
    opinion = models.TextField("主持人意见", blank=True)
    concluded_on = models.DateField("终结日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "听证"
