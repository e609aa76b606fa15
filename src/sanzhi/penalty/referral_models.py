"""What becomes of the things that went with a referral and came back."""

from django.db import models

from sanzhi.kernel.models import Recorded


class BackWay(models.TextChoices):
    """What becomes of what came back: a decision anew, whatever was decided when it left."""

    RETURNED = "returned", "退还当事人"
    CONFISCATED = "confiscated", "依处罚决定没收"
    HANDED_ON = "handed_on", "再次移送有权机关"


class ThingsBack(Recorded):
    """The things that the receiver of a referral gave back, against its list; the head decides on them anew."""

    referral = models.OneToOneField(
        "penalty.Referral", models.PROTECT, related_name="things_back", verbose_name="移送"
    )
    things = models.JSONField("退回的物品")
    missing = models.CharField("没有退回的物品及原因", max_length=300, blank=True)
    back_on = models.DateField("退回日")
    receipt = models.CharField("退还清单、交接凭证号", max_length=60)
    recorded_by = models.CharField("登记人", max_length=60)
    way = models.CharField("处理方式", max_length=12, choices=BackWay, blank=True)
    settle_reason = models.TextField("处理理由", blank=True)
    settled_on = models.DateField("处理日", null=True)
    settled_by = models.CharField("处理决定人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "移送后退回的物品"
        ordering = ["id"]
