"""That the court was asked to enforce a decision, and what it answers."""

from django.db import models

from sanzhi.cases.court_models import CourtAsked
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded


class CourtSays(models.TextChoices):
    """What the court answers to an application (行政强制法 §56–§58)."""

    ACCEPTED = "accepted", "受理"
    NOT_ACCEPTED = "not_accepted", "裁定不予受理"
    GRANTED = "granted", "裁定准予执行"
    DENIED = "denied", "裁定不予执行"
    WITHDRAWN = "withdrawn", "裁定准许撤回申请"

    @property
    def is_no(self) -> bool:
        return self in {CourtSays.NOT_ACCEPTED, CourtSays.DENIED}


class CourtApplication(CourtAsked):
    """The court was asked to enforce what is owed (行政处罚法 §72; 行政强制法 §53–§55)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="court_applications", verbose_name="程序"
    )

    class Meta:
        verbose_name = verbose_name_plural = "申请法院强制执行"
        ordering = ["id"]


class CourtAnswer(Recorded):
    """What the court, or on review the higher one, has answered; the rows of an application tell its course."""

    application = models.ForeignKey(
        CourtApplication, models.PROTECT, related_name="answers", verbose_name="申请"
    )
    says = models.CharField("答复", max_length=14, choices=CourtSays)
    review_asked_on = models.DateField("向上一级法院申请复议日", null=True)
    number = models.CharField("裁定书、通知书文号", max_length=80)
    received_on = models.DateField("收到日")
    reason = models.TextField("理由", blank=True)
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "法院的答复"
        ordering = ["id"]

    @property
    def is_of_higher(self) -> bool:
        return self.review_asked_on is not None

    def __str__(self) -> str:
        court = "上一级人民法院复议" if self.is_of_higher else ""
        return f"{court}{self.get_says_display()}（{self.number}）"
