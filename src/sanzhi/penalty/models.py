"""Tables that only a penalty has: the order to correct, and the late penalty."""

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded


class Correction(Recorded):
    """An order to correct 责令改正 (行政处罚法 §28) and what the re-inspection found; a later order is another row."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="corrections", verbose_name="程序"
    )
    content = models.TextField("改正内容")
    ordered_on = models.DateField("责令日")
    correct_by_on = models.DateField("改正期限")
    reviewed_on = models.DateField("复查日", null=True)
    is_corrected = models.BooleanField("已改正", null=True)
    result = models.TextField("复查情况", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "责令改正"
        ordering = ["id"]


class LatePenalty(Recorded):
    """A late penalty charged 加处罚款: 3 % a day, never above the fine itself (行政处罚法 §72)."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="late_penalty", verbose_name="程序"
    )
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    days = models.PositiveIntegerField("逾期日数")
    charged_on = models.DateField("加处日")

    class Meta:
        verbose_name = verbose_name_plural = "加处罚款"


class Education(Recorded):
    """That the party was educated where no penalty is imposed (行政处罚法 §33(3))."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="educations", verbose_name="程序")
    content = models.TextField("教育内容")
    given_on = models.DateField("日期")
    given_by = models.CharField("教育人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "教育记录"
        ordering = ["id"]
