"""The things that went with a referral: what came back of them, and what of that was given to the party."""

from django.db import models

from sanzhi.kernel.models import Recorded


class ThingsBack(Recorded):
    """Things that the receiver of a referral gave back, against its list; what comes later is a row of its own."""

    referral = models.ForeignKey(
        "penalty.Referral", models.PROTECT, related_name="things_back", verbose_name="移送"
    )
    things = models.JSONField("退回的物品")
    missing = models.CharField("没有退回的物品及原因", max_length=300, blank=True)
    back_on = models.DateField("退回日")
    receipt = models.CharField("退还清单、交接凭证号", max_length=60)
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "移送后退回的物品"
        ordering = ["id"]


class ThingsReturned(Recorded):
    """What came back and was given to the party, as the head decided (行政处罚法 §57)."""

    back = models.ForeignKey(ThingsBack, models.PROTECT, related_name="returns", verbose_name="退回的物品")
    things = models.JSONField("退还的物品")
    settle_reason = models.TextField("退还理由")
    returned_on = models.DateField("退还日")
    returned_to = models.CharField("领取人", max_length=100)
    return_receipt = models.CharField("领条、凭证号", max_length=60)
    settled_by = models.CharField("处理决定人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "退还当事人的退回物品"
        ordering = ["id"]
