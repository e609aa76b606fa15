"""A round of review; every submission is a new round, none is overwritten."""

from django.db import models

from sanzhi.cases.models import Case
from sanzhi.kernel.models import Recorded


class Verdict(models.TextChoices):
    """What the reviewer concludes (F7-08)."""

    AGREED = "agreed", "同意"
    SUPPLEMENT = "supplement", "补正（事实证据、程序、文书）"
    RECTIFY = "rectify", "纠正（法律适用、裁量、主体权限）"
    REFER = "refer", "移送（管辖、涉嫌犯罪）"
    REJECTED = "rejected", "不同意"


class Review(Recorded):
    case = models.ForeignKey(Case, models.PROTECT, related_name="reviews", verbose_name="案件")
    round = models.PositiveSmallIntegerField("次数")
    materials = models.JSONField("送审材料")
    explanation = models.TextField("送审说明")
    submitted_on = models.DateField("送审日")
    submitted_by = models.CharField("送审人", max_length=60)
    due_on = models.DateField("审核期限")
    points = models.JSONField("八项审核", default=dict)
    verdict = models.CharField("结论", max_length=12, choices=Verdict, blank=True)
    opinion = models.TextField("审核意见", blank=True)
    reviewed_on = models.DateField("审核日", null=True)
    reviewed_by = models.CharField("审核人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "法制审核"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="review_round_once"),
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(reviewed_on=None), name="one_open_review"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case.number}第{self.round}次审核"
