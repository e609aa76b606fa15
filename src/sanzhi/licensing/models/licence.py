"""A licence, what became of it, who may not apply, and what is looked at afterwards (行政许可法 §§39, 49, 50, 61, 69, 70, 78, 79)."""

from datetime import date

from django.db import models

from sanzhi.cases.models import CaseParty, Proceeding
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Authority


class Ended(models.TextChoices):
    """The four ends of a licence are four acts: three by the authority (行政许可法 §69, §8, §70), one a penalty (行政处罚法 §9)."""

    RESCINDED = "rescinded", "撤销"
    RECALLED = "recalled", "撤回"
    CANCELLED = "cancelled", "注销"
    REVOKED = "revoked", "吊销"


class Licence(Recorded):
    """`valid_until` as it is written in the certificate; what was renewed by silence runs on (`lasting`, 行政许可法 §50(2)).

    `ended_as` is the first act that ended it; a cancellation that follows is a LicenceEvent.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="机关")
    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="licence", verbose_name="程序")
    number = models.CharField("许可证编号", max_length=40, unique=True)
    item_edition = models.BigIntegerField("许可事项清单版本")
    item_code = models.CharField("事项编码", max_length=20)
    item_title = models.CharField("事项", max_length=100)
    certificate = models.CharField("许可证件名称", max_length=60)
    holder = models.ForeignKey(CaseParty, models.PROTECT, related_name="licences", verbose_name="被许可人")
    place = models.CharField("地点", max_length=200)
    content = models.TextField("许可内容")
    conditions = models.TextField("附加条件", blank=True)
    granted_on = models.DateField("准予日")
    valid_from = models.DateField("有效期自")
    valid_until = models.DateField("有效期至")
    ended_as = models.CharField("终止方式", max_length=10, choices=Ended, blank=True)
    ended_on = models.DateField("终止日", null=True)
    cancelled_on = models.DateField("注销日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "许可"
        ordering = ["-id"]
        indexes = [models.Index(fields=["authority", "item_code"], name="licences_by_item")]

    def __str__(self) -> str:
        return f"{self.certificate}（{self.number}）"


class Happened(models.TextChoices):
    GRANTED = "granted", "准予"
    AMENDED = "amended", "变更"
    RENEWED = "renewed", "延续"
    RESCINDED = "rescinded", "撤销"
    RECALLED = "recalled", "撤回"
    CANCELLED = "cancelled", "注销"
    REVOKED = "revoked", "吊销"


class LicenceEvent(Recorded):
    """What happened to a licence, by which paper; the rows tell its whole story."""

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="story", verbose_name="许可")
    kind = models.CharField("事项", max_length=10, choices=Happened)
    happened_on = models.DateField("日期")
    number = models.CharField("文书文号", max_length=60)
    text = models.TextField("内容")

    class Meta:
        verbose_name = verbose_name_plural = "许可变动"
        ordering = ["id"]


class BanGround(models.TextChoices):
    """行政许可法 §78 (one year), §79 (three years)."""

    HIDING = "hiding", "隐瞒有关情况或者提供虚假材料申请"
    FRAUD = "fraud", "以欺骗、贿赂等不正当手段取得许可"


class Ban(Recorded):
    """Until when somebody may not apply again for the same item, where it concerns safety, health, life or property."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="机关")
    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="ban", verbose_name="程序")
    party = models.ForeignKey(CaseParty, models.PROTECT, related_name="+", verbose_name="申请人")
    item_code = models.CharField("事项编码", max_length=20)
    ground = models.CharField("情形", max_length=8, choices=BanGround)
    since = models.DateField("起算日")
    until = models.DateField("届满日")

    class Meta:
        verbose_name = verbose_name_plural = "不得再次申请"
        ordering = ["id"]

    def runs_on(self, day: date) -> bool:
        return self.since <= day <= self.until


class FollowUp(Recorded):
    """What is to be looked at after a licence was granted, and by when (行政许可法 §61): a task for the inspections."""

    licence = models.ForeignKey(Licence, models.PROTECT, related_name="follow_ups", verbose_name="许可")
    what = models.CharField("检查内容", max_length=200)
    due_on = models.DateField("应检查日")
    done_on = models.DateField("检查日", null=True)
    officers = models.JSONField("检查人员", default=list)
    found = models.TextField("检查情况", blank=True)
    fits = models.BooleanField("按准予的内容和条件从事活动", null=True)
    unmet = models.TextField("不符合的内容和要求", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "许可后检查"
        ordering = ["due_on", "id"]
