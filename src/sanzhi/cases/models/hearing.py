"""A hearing that the party asked for: where, when and before whom it is held, and how it ended (行政处罚法 §63–§65)."""

from django.db import models

from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.cases.models.proposal import Proposal
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Officer


class ClosedFor(models.TextChoices):
    """Why a hearing is not held in public (行政处罚法 §64(3))."""

    STATE_SECRET = "state_secret", "涉及国家秘密"
    TRADE_SECRET = "trade_secret", "涉及商业秘密"
    PRIVACY = "privacy", "涉及个人隐私"


class HearingOutcome(models.TextChoices):
    """How a hearing that was asked for ended (行政处罚法 §64(6))."""

    HELD = "held", "已举行"
    ABSENT = "absent", "当事人无正当理由未出席，视为放弃"
    LEFT = "left", "当事人未经许可中途退出，视为放弃"
    WITHDRAWN = "withdrawn", "当事人撤回听证要求"


class Hearing(Recorded):
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="hearings", verbose_name="程序")
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="hearings", verbose_name="所针对的处理建议"
    )
    requested_on = models.DateField("申请日")
    notified_on = models.DateField("通知日", null=True)
    held_on = models.DateField("举行日", null=True)
    begins_at = models.CharField("开始时间", max_length=5, blank=True)
    place = models.CharField("地点", max_length=200, blank=True)
    is_public = models.BooleanField("公开举行", default=True)
    closed_for = models.CharField("不公开的事由", max_length=20, choices=ClosedFor.choices, blank=True)
    closed_reason = models.CharField("不公开的理由", max_length=200, blank=True)
    chair = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+", verbose_name="主持人")
    recorder = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+", verbose_name="记录员")
    put_off_because = models.TextField("改期的正当理由", blank=True)
    outcome = models.CharField("结果", max_length=10, choices=HearingOutcome, blank=True)
    attendees = models.TextField("听证参加人", blank=True)
    minutes = models.TextField("听证情况", blank=True)
    opinion = models.TextField("主持人意见", blank=True)
    concluded_on = models.DateField("终结日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "听证"
        ordering = ["id"]

    @property
    def is_withdrawn(self) -> bool:
        """The party itself asked for no hearing any more: none is held, and none was missed."""
        return self.outcome == HearingOutcome.WITHDRAWN

    @property
    def is_unattended(self) -> bool:
        return self.outcome == HearingOutcome.ABSENT
