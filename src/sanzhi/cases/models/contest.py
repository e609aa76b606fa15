"""A reconsideration or a suit against a decision, of whatever kind (行政复议法; 行政诉讼法)."""

from datetime import date

from django.db import models

from sanzhi.cases.models.aftermath import OverturnKind
from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.kernel.models import Recorded


class ContestWay(models.TextChoices):
    RECONSIDERATION = "reconsideration", "行政复议"
    LITIGATION = "litigation", "行政诉讼"


class ContestOutcome(models.TextChoices):
    UPHELD = "upheld", "维持或者驳回"
    WITHDRAWN = "withdrawn", "撤回或者终止"
    REVOKED = "revoked", "撤销"
    CHANGED = "changed", "变更"
    UNLAWFUL = "unlawful", "确认违法"
    VOID = "void", "确认无效"

    @property
    def overturns(self) -> bool:
        """Whether the decision does not stay as it was; the word is then that of an `OverturnKind`."""
        return self in OverturnKind.values


class Contest(Recorded):
    """From its acceptance to its end: our reply with the evidence, a stay of execution, the outcome.

    `copy_on`: when the copy of the application or of the complaint reached us; the reply is due from then on.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="contests", verbose_name="程序")
    way = models.CharField("途径", max_length=16, choices=ContestWay)
    body = models.CharField("受理机关", max_length=100)
    number = models.CharField("受理文号", max_length=60)
    accepted_on = models.DateField("受理日")
    copy_on = models.DateField("收到申请书、起诉状副本之日", null=True)
    is_simplified = models.BooleanField("复议简易程序", default=False)
    recorded_on = models.DateField("登记日")
    reply = models.TextField("答复、答辩意见", blank=True)
    proofs = models.JSONField("提交的证据、依据", default=list)
    replied_on = models.DateField("提出答复之日", null=True)
    replied_by = models.CharField("答复人", max_length=60, blank=True)
    late_because = models.TextField("逾期答复的原因", blank=True)
    stayed_on = models.DateField("停止执行之日", null=True)
    stayed_by = models.CharField("停止执行的决定机关", max_length=100, blank=True)
    stayed_because = models.TextField("停止执行的情形", blank=True)
    resumed_on = models.DateField("恢复执行之日", null=True)
    ended_on = models.DateField("审结日", null=True)
    received_on = models.DateField("当事人收到复议决定书之日", null=True)
    outcome = models.CharField("结果", max_length=12, choices=ContestOutcome, blank=True)
    outcome_number = models.CharField("复议决定书、裁判文书文号", max_length=80, blank=True)
    is_effective = models.BooleanField("裁判已经生效", default=False)
    overturned_for = models.JSONField("认定的事由", default=list)
    fine = models.DecimalField("变更后的金额（元）", max_digits=14, decimal_places=2, null=True)
    contrary_by = models.CharField("提出相反请求的人", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "行政复议、行政诉讼"
        ordering = ["id"]

    @property
    def over_on(self) -> date | None:
        """A reconsideration has its effect when the party gets it (行政复议法 §75(2)); a judgment is entered in force."""
        return self.received_on or self.ended_on

    @property
    def is_stayed(self) -> bool:
        """Execution rests: by a stay that was not lifted and that did not end with the contest (行政复议法 §42; 行政诉讼法 §56)."""
        return self.stayed_on is not None and self.resumed_on is None and self.ended_on is None
