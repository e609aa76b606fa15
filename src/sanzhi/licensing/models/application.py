"""An application for a licence, as its proceeding holds it, and what was handed in with it (行政许可法 §§29–32)."""

from typing import ClassVar

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded
from sanzhi.licensing.models.licence import Licence


class Asks(models.TextChoices):
    """What is asked for (行政许可法 §29, §49, §50)."""

    NEW = "new", "新申请"
    CHANGE = "change", "变更"
    RENEWAL = "renewal", "延续"


class TurnedAway(models.TextChoices):
    """How an application ends that is not decided."""

    DECLINED = "declined", "不予受理"
    WITHDRAWN = "withdrawn", "申请人撤回申请"
    LAPSED = "lapsed", "逾期不补正，视为撤回申请"


class DeclinedFor(models.TextChoices):
    """行政许可法 §32(1)(1), §32(1)(2), §78, §79; the last one by the list of items."""

    NOT_NEEDED = "not_needed", "申请事项依法不需要取得行政许可"
    NOT_OURS = "not_ours", "申请事项依法不属于本机关职权范围"
    FALSE = "false", "隐瞒有关情况或者提供虚假材料申请"
    BANNED = "banned", "在不得再次申请的期限内"
    COOLING = "cooling", "同一地点的间隔期未满"


class LicenceApplication(Recorded):
    """`licence` is the one to be changed or renewed. `answers` are the item's questions by field.

    `accepted_on` is the day from which the time for the decision runs, `acceptance_told_on` that on which it was written.
    """

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="application", verbose_name="程序"
    )
    item_edition = models.BigIntegerField("许可事项清单版本")
    item_code = models.CharField("事项编码", max_length=20)
    item_title = models.CharField("事项", max_length=100)
    asks = models.CharField("申请类别", max_length=8, choices=Asks, default=Asks.NEW)
    licence = models.ForeignKey(
        Licence, models.PROTECT, null=True, related_name="applications", verbose_name="原许可"
    )
    portal_number = models.CharField("网上申请编号", max_length=30, blank=True)
    received_on = models.DateField("收到申请日")
    place = models.CharField("地点", max_length=200)
    content = models.TextField("申请内容")
    answers = models.JSONField("填写内容", default=dict)
    starts_on = models.DateField("申请期限自")
    ends_on = models.DateField("申请期限至")
    agent = models.CharField("代理人", max_length=60, blank=True)
    corrections_told_on = models.DateField("补正告知日", null=True)
    missing = models.JSONField("需要补正的材料", default=list)
    defects = models.TextField("需要补正的其他内容", blank=True)
    accepted_on = models.DateField("受理日", null=True)
    acceptance_told_on = models.DateField("受理登记日", null=True)
    visit_on = models.DateField("告知的现场核查日", null=True)
    notice_from = models.DateField("公示开始日", null=True)
    notice_until = models.DateField("公示结束日", null=True)
    notice_place = models.CharField("公示方式", max_length=200, blank=True)
    objections = models.TextField("公示期间的意见和处理", blank=True)
    turned_away = models.CharField("终止办理", max_length=10, choices=TurnedAway, blank=True)
    declined_for = models.CharField("不予受理的情形", max_length=12, choices=DeclinedFor, blank=True)
    turned_away_on = models.DateField("终止办理日", null=True)
    turned_away_because = models.TextField("终止办理的说明", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "许可办理申请"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.item_title}（{self.get_asks_display()}）"

    @property
    def state_caption(self) -> str:
        if self.turned_away:
            return str(self.get_turned_away_display())
        return "已受理" if self.accepted_on else "待补正" if self.corrections_told_on else "待受理"

    @property
    def answer_lines(self) -> list[str]:
        return [f"{label}：{text}" for label, text in self.answers.items()]


class HandedIn(Recorded):
    """A material that was handed in; `is_correction`: after it was told what is missing."""

    application = models.ForeignKey(
        LicenceApplication, models.PROTECT, related_name="handed_in", verbose_name="申请"
    )
    name = models.CharField("材料", max_length=100)
    note = models.CharField("说明", max_length=200, blank=True)
    handed_on = models.DateField("收到日")
    is_correction = models.BooleanField("补正", default=False)
    file_sha256 = models.CharField("文件散列", max_length=64, blank=True)
    received_by = models.CharField("收件人", max_length=60)

    kept_files: ClassVar[tuple[str, ...]] = ("file_sha256",)

    class Meta:
        verbose_name = verbose_name_plural = "申请材料收件"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
