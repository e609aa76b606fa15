"""The order to correct and what became of it (行政处罚法 §28)."""

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded


class Correction(Recorded):
    """An order to correct 责令改正 (行政处罚法 §28) and what the re-inspection found; a later order is another row.

    `corrects`: the row of the same order whose re-inspection was entered wrongly.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="corrections", verbose_name="程序"
    )
    cause_code = models.CharField("责令时的案由代码", max_length=20)
    violated = models.TextField("责令时的违反条款")
    content = models.TextField("改正内容")
    ordered_on = models.DateField("责令日")
    correct_by_on = models.DateField("改正期限")
    extended_for = models.CharField("当事人申请延长的理由", max_length=300, blank=True)
    reviewed_on = models.DateField("复查日", null=True)
    is_corrected = models.BooleanField("已改正", null=True)
    result = models.TextField("复查情况", blank=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name="更正的登记"
    )

    class Meta:
        verbose_name = verbose_name_plural = "责令改正"
        ordering = ["id"]

    @property
    def outcome(self) -> str:
        """What its record of the re-inspection concludes."""
        return "已按要求改正" if self.is_corrected else "未改正"
