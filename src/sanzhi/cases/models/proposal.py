"""What is proposed, what the party says to it, what is decided and paid."""

from django.db import models

from sanzhi.cases.models.finding import Finding
from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.cases.models.terms import Disposing
from sanzhi.kernel.models import Recorded


class Proposal(Disposing):
    """What is proposed at the end of the investigation, and on what basis; superseded ones stay.

    Whatever vouches for a decision (notice, plea, review, discussion, approval) names the proposal that it saw.
    `grounds` are the kind's own: what it weighed, in its own typed words.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="proposals", verbose_name="程序")
    grounds = models.JSONField("裁量因素", default=dict)
    reason = models.TextField("理由")
    public_interest = models.BooleanField("重大公共利益或者疑难复杂", default=False)
    proposed_on = models.DateField("提出日")
    proposed_by = models.CharField("提出人", max_length=60)
    basis = models.JSONField("所依据的当事人、事实、条款、理由", default=dict)
    is_current = models.BooleanField("现行", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "处理建议"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding"], condition=models.Q(is_current=True), name="one_current_proposal"
            )
        ]

    @property
    def not_major_because(self) -> str:
        """Why it is no longer the major matter that the one before it was."""
        return str(self.grounds.get("not_major_because", ""))


class PleaManner(models.TextChoices):
    """How the party spoke up; what is said aloud is written down and counts as much (行政处罚法 §44, §45)."""

    ORAL = "oral", "口头"
    WRITTEN = "written", "书面"


class Plea(Recorded):
    """A statement or defence, or the express waiver of it; each stays, and each is answered (行政处罚法 §45).

    `corrects`: only the facts were accepted to be wrong, not that less is due; the facts as they stood at the answer.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="pleas", verbose_name="程序")
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="pleas", verbose_name="所针对的处理建议"
    )
    is_waived = models.BooleanField("明确放弃", default=False)
    manner = models.CharField("方式", max_length=8, choices=PleaManner, default=PleaManner.ORAL)
    text = models.TextField("陈述申辩内容", blank=True)
    made_on = models.DateField("提出日")
    answer = models.TextField("复核意见", blank=True)
    is_accepted = models.BooleanField("采纳", null=True)
    corrects = models.ForeignKey(
        Finding, models.PROTECT, null=True, related_name="+", verbose_name="采纳更正的事实"
    )
    answered_on = models.DateField("复核日", null=True)
    earlier_answers = models.JSONField("以前的复核意见", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "陈述申辩"
        ordering = ["id"]

    @property
    def corrects_facts(self) -> bool:
        return self.corrects_id is not None
