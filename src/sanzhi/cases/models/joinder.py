"""That a case is handled together with another 并案, until it is severed from it 分案; a row for each of the two."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded


class JoinedFor(models.TextChoices):
    """Why two cases belong together. No statute names the grounds: 建议."""

    SAME_PARTY = "same_party", "同一当事人"
    ONE_ACT = "one_act", "同一行为的不同当事人"
    ONE_SCENE = "one_scene", "同一日、同一地点"


class Joinder(Recorded):
    """As `case` has it; `other` has a row of its own. `kept` are the keys of what `other` had gathered when they parted."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="joinders", verbose_name="案件")
    other = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="与之并案的案件")
    ground = models.CharField("并案的情形", max_length=12, choices=JoinedFor)
    reason = models.TextField("并案的理由")
    joined_on = models.DateField("并案日")
    joined_by = models.CharField("决定并案的人", max_length=60)
    severed_on = models.DateField("分案日", null=True)
    severed_because = models.TextField("分案的理由", blank=True)
    severed_by = models.CharField("决定分案的人", max_length=60, blank=True)
    kept = models.JSONField("分案时另案已有的证据", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "并案"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "other"], condition=models.Q(severed_on=None), name="joined_once_at_a_time"
            )
        ]
