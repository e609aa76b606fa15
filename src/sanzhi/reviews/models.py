"""A round of review, every submission a new one, none overwritten; and the discussion of the heads that follows."""

from django.db import models

from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Officer


class Verdict(models.TextChoices):
    """What the reviewer concludes (F7-08)."""

    AGREED = "agreed", "同意"
    SUPPLEMENT = "supplement", "补正（事实证据、程序、文书）"
    RECTIFY = "rectify", "纠正（法律适用、裁量、主体权限）"
    REFER = "refer", "移送（管辖、涉嫌犯罪）"
    REJECTED = "rejected", "不同意"


class Review(Recorded):
    """`saw`: evidence, records, pleas with their answers and hearing as they stood at the submission."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="reviews", verbose_name="程序")
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="reviews", verbose_name="所审核的处理建议"
    )
    round = models.PositiveSmallIntegerField("次数")
    saw = models.JSONField("所见证据、申辩、听证", default=dict)
    materials = models.JSONField("送审材料")
    explanation = models.TextField("送审说明")
    submitted_on = models.DateField("送审日")
    submitted_by = models.CharField("送审人", max_length=60)
    due_on = models.DateField("审核期限")
    points = models.JSONField("八项审核", default=dict)
    verdict = models.CharField("结论", max_length=12, choices=Verdict, blank=True)
    opinion = models.TextField("审核意见", blank=True)
    reviewed_at = models.DateTimeField("审核时间", null=True)
    reviewed_on = models.DateField("审核日", null=True)
    reviewed_by = models.CharField("审核人", max_length=60, blank=True)
    reviewer = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="+", verbose_name="审核人员"
    )

    class Meta:
        verbose_name = verbose_name_plural = "法制审核"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["proceeding", "round"], name="review_round_once"),
            models.UniqueConstraint(
                fields=["proceeding"], condition=models.Q(reviewed_on=None), name="one_open_review"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proceeding.case.number}第{self.round}次审核"


class Outcome(models.TextChoices):
    """To what the heads came (行政处罚法 §57)."""

    AGREED = "agreed", "同意拟处理意见"
    CHANGED = "changed", "应当变更拟处理意见"
    SPARED = "spared", "不予处罚"
    DEFERRED = "deferred", "补充调查后再议"


class Deliberation(Recorded):
    """A collective discussion of the heads (河南省行政执法条例 §28; 行政处罚法 §57); another one is another row.

    `participants`: [{"officer": id, "name", "position", "agrees"}], heads in office on the day; `conclusion` is made
    of the votes, the outcome and the proposal.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="deliberations", verbose_name="程序"
    )
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="deliberations", verbose_name="所讨论的处理建议"
    )
    held_on = models.DateField("日期")
    began_at = models.TimeField("开始时间")
    ended_at = models.TimeField("结束时间")
    place = models.CharField("地点", max_length=100)
    chair = models.CharField("主持人", max_length=60)
    reporter = models.CharField("汇报人", max_length=60)
    recorder = models.CharField("记录人", max_length=60)
    participants = models.JSONField("参加人")
    listeners = models.JSONField("列席人员", default=list)
    opinions = models.TextField("讨论意见")
    outcome = models.CharField("讨论结果", max_length=8, choices=Outcome)
    conclusion = models.TextField("结论")

    class Meta:
        verbose_name = verbose_name_plural = "集体讨论"
        ordering = ["id"]
