"""The decision, and what is paid."""

from django.db import models

from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.cases.models.proposal import Proposal
from sanzhi.cases.models.terms import Disposing
from sanzhi.kernel.models import Recorded


class Decision(Disposing):
    """What was decided: the terms of one proposal; one per proceeding, and for ever."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="decision", verbose_name="程序"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, related_name="decision", verbose_name="所依据的处理建议"
    )
    is_simplified = models.BooleanField("当场决定")
    is_major = models.BooleanField("重大执法决定")
    decided_on = models.DateField("决定日")
    decided_by = models.CharField("决定人", max_length=60)
    document_id = models.BigIntegerField("决定书", null=True)
    number = models.CharField("决定书文号", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "决定"


class Payment(Recorded):
    """A payment by its receipt; one that was recorded wrongly stays, and the row that `corrects` it counts."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="payments", verbose_name="程序")
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    paid_on = models.DateField("缴款日")
    recorded_on = models.DateField("登记日")
    receipt_number = models.CharField("票据号", max_length=40)
    is_on_the_spot = models.BooleanField("当场收缴", default=False)
    cash_ground = models.CharField("当场收缴的情形", max_length=12, blank=True)
    cash_note = models.CharField("当场收缴的经过", max_length=300, blank=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="更正的登记"
    )

    class Meta:
        verbose_name = verbose_name_plural = "缴款"
        ordering = ["id"]
        indexes = [models.Index(fields=["receipt_number"], name="payment_by_receipt")]
