"""An item of work for each list row, form and rule that cites an article which changed or ended."""

from django.db import models

from sanzhi.catalogues.models import Edition
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Authority


class Target(models.TextChoices):
    ROW = "row", "清单项"
    FORM = "form", "文书"
    RULE = "rule", "程序规则"


class Outcome(models.TextChoices):
    STILL_FITS = "still_fits", "仍然适用"
    AMENDED = "amended", "已随清单调整"
    ENDED = "ended", "不再适用"


class Adjustment(Recorded):
    """One target touched by one change. `change_key` as `statutes.board` announces it.

    `hits` is a list of {citation, change, old, new}: the citation in words, the change's kind, and the labels (12-1) of
    the article before and after. `edition` follows the row from edition to edition while the item is open.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="adjustments", verbose_name="机关")
    change_key = models.CharField("变化", max_length=40)
    target_kind = models.CharField("对象", max_length=8, choices=Target)
    target_key = models.CharField("对象键", max_length=200)
    target_title = models.CharField("对象名称", max_length=300)
    target_url = models.CharField("对象地址", max_length=300, blank=True)
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="+", verbose_name="清单版本")
    row_code = models.CharField("编码", max_length=40, blank=True)
    hits = models.JSONField("所涉引用")
    opened_on = models.DateField("提出日")
    settled_on = models.DateField("办结日", null=True)
    settled_by = models.CharField("办结人", max_length=60, blank=True)
    outcome = models.CharField("结果", max_length=12, choices=Outcome, blank=True)
    note = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "依据调整"
        ordering = ["target_kind", "target_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "change_key", "target_kind", "target_key"], name="adjustment_once"
            )
        ]
        indexes = [models.Index(fields=["edition", "settled_on"], name="adjustment_by_edition")]

    def __str__(self) -> str:
        return f"{self.get_target_kind_display()}“{self.target_title}”"

    @property
    def citations(self) -> str:
        return "、".join(hit["citation"] for hit in self.hits)
