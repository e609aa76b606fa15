"""What every kind keeps of an application to the court, and how the court answered (行政强制法 §§53–58)."""

from django.db import models

from sanzhi.kernel.models import Recorded


class CourtSays(models.TextChoices):
    """How the court answered (行政强制法 §§56–58)."""

    NOT_ACCEPTED = "not_accepted", "不予受理"
    GRANTED = "granted", "准予执行"
    DENIED = "denied", "不予执行"
    ENFORCED = "enforced", "执行完毕"
    TERMINATED = "terminated", "终结执行"


AWAITED = frozenset({"", CourtSays.GRANTED})  # more is to come
CLOSING = frozenset({CourtSays.ENFORCED, CourtSays.TERMINATED})  # only what was granted
ENDED_BY_COURT = frozenset({CourtSays.DENIED, CourtSays.ENFORCED, CourtSays.TERMINATED})


class CourtAsked(Recorded):
    """An application; a kind adds the proceeding."""

    court = models.CharField("法院", max_length=100)
    amount = models.DecimalField("申请执行（元）", max_digits=14, decimal_places=2)
    statement = models.TextField("当事人的意见及催告情况")
    object_state = models.TextField("标的情况")
    late_reason = models.TextField("逾期申请的理由", blank=True)
    asked_on = models.DateField("申请日")
    asked_by = models.CharField("申请人", max_length=60)
    document_id = models.BigIntegerField("申请书", null=True)

    class Meta:
        abstract = True


class CourtRequest(CourtAsked):
    """With the last answer in the same row."""

    says = models.CharField("答复", max_length=12, choices=CourtSays, blank=True)
    reference = models.CharField("裁定书文号", max_length=80, blank=True)
    answered_on = models.DateField("收到答复日", null=True)

    class Meta:
        abstract = True
