"""A requisition, the things it took with their worth, their use, return and loss, and what is paid for them."""

from datetime import date, datetime
from decimal import Decimal

from django.db import models

from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.kernel import clock
from sanzhi.kernel.models import Recorded
from sanzhi.law.inventory import Thing
from sanzhi.law.valued import ValuedThing, valued_of


class ResponseLevel(models.TextChoices):
    """突发事件应对法 §74: levels of response."""

    FIRST = "1", "一级响应"
    SECOND = "2", "二级响应"
    THIRD = "3", "三级响应"
    FOURTH = "4", "四级响应"


class UseEndedFor(models.TextChoices):
    """突发事件应对法 §12: used, or the emergency is over; or the head did not approve what was done at once."""

    USED = "used", "使用完毕"
    OVER = "over", "应急处置工作结束"
    EXPIRED = "expired", "征用期限届满"
    REFUSED = "refused", "机关负责人没有批准"


class PaidBy(models.TextChoices):
    """How compensation reaches who is to get it."""

    TRANSFER = "transfer", "转账支付"
    DEPOSIT = "deposit", "提存（权利人下落不明或者拒绝受领）"


class RequisitionClosure(models.TextChoices):
    """How a requisition, or the compensation beside it, ends."""

    SETTLED = "settled", "财物已经返还，补偿已经支付"
    NOT_TAKEN = "not_taken", "决定以后没有征用"
    NOT_NEEDED = "not_needed", "不再需要征用"
    REFUSED = "refused", "没有批准，财物已经返还和补偿"
    COMPENSATED = "compensated", "补偿已经支付"


class Requisition(Recorded):
    """Proposed, decided, taken over; taken at once first where it could not wait, its papers made on the same day.

    `things` are the lines that were decided, as rows of a valued inventory; the emergency is told by whose decision,
    its number, day and level.
    """

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="requisition", verbose_name="程序"
    )
    emergency = models.CharField("突发事件", max_length=100)
    declared_by = models.CharField("应急决定机关", max_length=100)
    declared_number = models.CharField("应急决定文号", max_length=80)
    declared_on = models.DateField("应急决定日")
    level = models.CharField("响应级别", max_length=1, choices=ResponseLevel)
    reason = models.TextField("紧急需要")
    things = models.JSONField("征用的财物", default=list)
    place = models.CharField("使用地点", max_length=200)
    user = models.CharField("使用单位", max_length=100)
    until_on = models.DateField("征用期限至")
    is_urgent = models.BooleanField("先行征用", default=False)
    urgency = models.TextField("来不及事先书面决定的情形", blank=True)
    approved_by = models.CharField("口头同意的负责人", max_length=60, blank=True)
    late_for = models.TextField("没有当日补办手续的原因", blank=True)
    taken_at = models.DateTimeField("征用时间", null=True)
    present_name = models.CharField("到场的权利人、代理人", max_length=60, blank=True)
    witness = models.CharField("见证人", max_length=60, blank=True)
    valued_by = models.CharField("清点估价人", max_length=100, blank=True)
    revalued_for = models.TextField("估价与决定不同的理由", blank=True)
    owner_word = models.CharField("权利人对估价的意见", max_length=500, blank=True)
    refused_on = models.DateField("不批准日", null=True)
    refused_for = models.TextField("不批准的理由", blank=True)
    not_taken_for = models.TextField("没有征用的原因", blank=True)
    extended_until = models.DateField("延长至", null=True)
    extended_for = models.TextField("延长的理由", blank=True)
    extended_on = models.DateField("延长决定日", null=True)
    extended_by = models.CharField("延长决定人", max_length=60, blank=True)
    use_ended_on = models.DateField("使用结束日", null=True)
    use_ended_for = models.CharField("结束的情形", max_length=8, choices=UseEndedFor, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "征用"

    @property
    def decided(self) -> tuple[ValuedThing, ...]:
        return tuple(valued_of(row) for row in self.things)

    @property
    def taken_on(self) -> date | None:
        return day_of(self.taken_at)

    @property
    def last_on(self) -> date:
        return self.extended_until or self.until_on


class RequisitionedThing(Recorded):
    """A line of the inventory as it was taken; settled when what came back, was used up and is lost makes it whole."""

    requisition = models.ForeignKey(Requisition, models.PROTECT, related_name="taken", verbose_name="征用")
    name = models.CharField("名称", max_length=100)
    spec = models.CharField("规格型号", max_length=100, blank=True)
    count = models.DecimalField("数量", max_digits=12, decimal_places=3)
    unit = models.CharField("单位", max_length=8)
    condition = models.CharField("完好程度", max_length=200)
    worth = models.DecimalField("估价（元）", max_digits=14, decimal_places=2)
    daily = models.DecimalField("每日使用价（元）", max_digits=12, decimal_places=2, null=True)
    returned = models.DecimalField("返还数量", max_digits=12, decimal_places=3, null=True)
    consumed = models.DecimalField("消耗数量", max_digits=12, decimal_places=3, default=Decimal(0))
    lost = models.DecimalField("灭失数量", max_digits=12, decimal_places=3, default=Decimal(0))
    returned_condition = models.CharField("返还时的状况", max_length=200, blank=True)
    is_damaged = models.BooleanField("毁损", default=False)
    damage = models.CharField("毁损、消耗、灭失的经过", max_length=300, blank=True)
    settled_at = models.DateTimeField("返还、清点时间", null=True)
    received_by = models.CharField("接收人", max_length=100, blank=True)
    receiver_proof = models.CharField("接收人不是权利人本人的证明", max_length=300, blank=True)
    voucher = models.CharField("返还凭证号", max_length=40, blank=True)
    damage_worth = models.DecimalField("毁损、灭失的估价（元）", max_digits=14, decimal_places=2, null=True)
    remaining = models.DecimalField("残值（元）", max_digits=14, decimal_places=2, default=Decimal(0))
    damage_proof = models.TextField("毁损、灭失估价的证据", blank=True)
    damage_reason = models.TextField("毁损、灭失估价与清单不同的理由", blank=True)
    owner_word = models.CharField("权利人对毁损、灭失估价的意见", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "征用的财物"
        ordering = ["id"]
        indexes = [models.Index(fields=["voucher"], name="thing_by_voucher")]

    def __str__(self) -> str:
        return self.thing.text

    @property
    def thing(self) -> Thing:
        return Thing(self.name, self.spec, Decimal(self.count), self.unit, self.condition)

    @property
    def settled_on(self) -> date | None:
        return day_of(self.settled_at)

    @property
    def is_hurt(self) -> bool:
        """Damaged or lost: it is valued before it is compensated."""
        return self.is_damaged or bool(self.lost)


class UseEntry(Recorded):
    """使用登记: where a thing was used, by whom, for what, in what condition it is."""

    thing = models.ForeignKey(RequisitionedThing, models.PROTECT, related_name="uses", verbose_name="财物")
    used_on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    user = models.CharField("使用人", max_length=100)
    purpose = models.CharField("用途", max_length=200)
    condition = models.CharField("状况", max_length=200)
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "征用财物使用登记"
        ordering = ["id"]


class Objection(Recorded):
    """异议: what the owner objects to the requisition, the inventory, the compensation; each is answered."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="objections", verbose_name="程序")
    text = models.TextField("异议")
    made_on = models.DateField("提出日")
    answer = models.TextField("答复", blank=True)
    answered_on = models.DateField("答复日", null=True)
    answered_by = models.CharField("答复人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "征用异议"
        ordering = ["id"]


class CompensationAssessment(Recorded):
    """补偿核算: the rows of what is compensated, counted in law/compensation; `lines` as page and paper print them."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="compensations", verbose_name="程序"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, related_name="compensation", verbose_name="处理建议"
    )
    amount = models.DecimalField("补偿（元）", max_digits=14, decimal_places=2)
    lines = models.JSONField("计算步骤", default=list)
    assessed_on = models.DateField("核算日")
    assessed_by = models.CharField("核算人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "补偿核算"
        ordering = ["id"]


class CompensationPayment(Recorded):
    """What was paid to the owner, or deposited for him, by its voucher."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="compensation_payments", verbose_name="程序"
    )
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    paid_on = models.DateField("支付日")
    way = models.CharField("方式", max_length=8, choices=PaidBy)
    voucher = models.CharField("支付凭证号", max_length=40)
    receiver = models.CharField("收款人、提存机关", max_length=200)
    proof = models.CharField("不是权利人本人的证明", max_length=300, blank=True)
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "补偿支付"
        ordering = ["id"]
        indexes = [models.Index(fields=["voucher"], name="compensation_by_voucher")]


def day_of(moment: datetime | None) -> date | None:
    return moment.astimezone(clock.CHINA).date() if moment else None
