"""What is proposed, what the party says to it, what is decided and paid."""

from django.db import models

from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.kernel.models import Recorded


class Proposal(Recorded):
    """What is proposed at the end of the investigation, and on what basis; superseded ones stay.

    Whatever vouches for a decision (notice, plea, review, discussion, approval) names the proposal that it saw.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="proposals", verbose_name="程序")
    warns = models.BooleanField("警告", default=False)
    fine = models.DecimalField("罚款（元）", max_digits=14, decimal_places=2, null=True)
    measures = models.JSONField("其他处罚（代码）", default=list)
    other_measures = models.CharField("其他处罚", max_length=300, blank=True)
    confiscated = models.DecimalField(
        "没收的违法所得、财物价值（元）", max_digits=14, decimal_places=2, null=True
    )
    no_penalty = models.BooleanField("建议不予处罚", default=False)
    quantities = models.JSONField("计罚数量", default=dict)
    tier = models.CharField("裁量档次", max_length=40, blank=True)
    reason = models.TextField("裁量理由")
    mitigation = models.CharField("减轻处罚依据", max_length=200, blank=True)
    correction = models.CharField("责令改正", max_length=300, blank=True)
    public_interest = models.BooleanField("重大公共利益或者疑难复杂", default=False)
    proposed_on = models.DateField("提出日")
    proposed_by = models.CharField("提出人", max_length=60)
    basis = models.JSONField("所依据的当事人、事实、条款", default=dict)
    is_current = models.BooleanField("现行", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "拟处罚"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding"], condition=models.Q(is_current=True), name="one_current_proposal"
            )
        ]


class Plea(Recorded):
    """A statement or defence, or the express waiver of it; each stays, and each is answered (行政处罚法 §45)."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="pleas", verbose_name="程序")
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="pleas", verbose_name="所针对的处理建议"
    )
    is_waived = models.BooleanField("明确放弃", default=False)
    text = models.TextField("陈述申辩内容", blank=True)
    made_on = models.DateField("提出日")
    answer = models.TextField("复核意见", blank=True)
    is_accepted = models.BooleanField("采纳", null=True)
    answered_on = models.DateField("复核日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "陈述申辩"
        ordering = ["id"]
