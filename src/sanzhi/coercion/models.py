"""A seizure 查封、扣押 of a proceeding, the things it took hold of, and where they went (行政强制法 §§18–28)."""

from datetime import date
from decimal import Decimal

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.coercion.auction_models import Auction as Auction
from sanzhi.coercion.demolition_models import Demolition as Demolition
from sanzhi.coercion.demolition_models import Entrusting as Entrusting
from sanzhi.coercion.demolition_models import Item as Item
from sanzhi.coercion.demolition_models import LeftThing as LeftThing
from sanzhi.coercion.demolition_models import OrderClosure as OrderClosure
from sanzhi.coercion.demolition_models import Sort as Sort
from sanzhi.coercion.demolition_models import Structure as Structure
from sanzhi.coercion.enforcement_models import Agreement as Agreement
from sanzhi.coercion.enforcement_models import Clearing as Clearing
from sanzhi.coercion.enforcement_models import CostsAtCourt as CostsAtCourt
from sanzhi.coercion.enforcement_models import Enforcement as Enforcement
from sanzhi.coercion.enforcement_models import EnforcementClosure as EnforcementClosure
from sanzhi.coercion.enforcement_models import Halt as Halt
from sanzhi.coercion.enforcement_models import HaltGround as HaltGround
from sanzhi.coercion.enforcement_models import HaltKind as HaltKind
from sanzhi.coercion.enforcement_models import Harm as Harm
from sanzhi.coercion.enforcement_models import Site as Site
from sanzhi.coercion.scene import Present as Present
from sanzhi.coercion.scene import day_of
from sanzhi.kernel.models import Recorded
from sanzhi.law.inventory import Thing, things_of


class Manner(models.TextChoices):
    """行政强制法 §9(2), §9(3); the values are codes of law.measures."""

    SEAL = "seal", "查封"
    DETAIN = "detain", "扣押"


class Way(models.TextChoices):
    """What becomes of a thing (行政强制法 §§21, 27, 28; 行政处罚法 §74)."""

    RETURNED = "returned", "解除查封、扣押，退还"
    CONFISCATED = "confiscated", "依处罚决定没收"
    HANDED_OVER = "handed_over", "随涉嫌犯罪的案件移送"
    SOLD = "sold", "不易保管，先行变卖、拍卖"
    DESTROYED = "destroyed", "法律、行政法规规定应当销毁，依法销毁"
    SET_OFF = "set_off", "依法拍卖抵缴罚款"


class Lifted(models.TextChoices):
    """行政强制法 §28(1), in its order, and §19: the head saw no need for what was done on the spot."""

    INNOCENT = "innocent", "当事人没有违法行为"
    UNRELATED = "unrelated", "场所、设施或者财物与违法行为无关"
    DECIDED = "decided", "对违法行为已经作出处理决定，不再需要查封、扣押"
    EXPIRED = "expired", "查封、扣押期限已经届满"
    OTHER = "other", "其他不再需要采取查封、扣押措施的情形"
    REFUSED = "refused", "机关负责人认为不应当采取查封、扣押"


class MeasureClosure(models.TextChoices):
    """How a proceeding on a seizure ends."""

    SETTLED = "settled", "查封、扣押的财物已经处理完毕"
    FORGONE = "forgone", "没有实施查封、扣押"


class Seizure(Recorded):
    """Proposed, approved, carried out; done on the spot first where it was urgent (行政强制法 §19).

    `things` are those that were decided, as inventory rows whose `said` tells how each belongs to the case.
    """

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="seizure", verbose_name="程序")
    manner = models.CharField("方式", max_length=8, choices=Manner)
    is_urgent = models.BooleanField("情况紧急当场实施", default=False)
    reason = models.TextField("理由")
    urgency = models.TextField("情况紧急的情形", blank=True)
    things = models.JSONField("决定的场所、设施、财物", default=list)
    place = models.CharField("保管地点", max_length=200)
    custodian = models.CharField("保管人", max_length=100)
    days = models.PositiveSmallIntegerField("期限（日）")
    begun_at = models.DateTimeField("实施时间", null=True)
    present = models.CharField("到场情况", max_length=16, choices=Present, blank=True)
    present_name = models.CharField("到场人", max_length=60, blank=True)
    witness = models.CharField("见证人", max_length=60, blank=True)
    plea = models.TextField("当场陈述申辩", blank=True)
    plea_answer = models.TextField("对陈述申辩的复核", blank=True)
    fewer_for = models.TextField("没有实施、少于决定的原因", blank=True)
    forgone_for = models.TextField("没有实施的原因", blank=True)
    regularised_at = models.DateTimeField("补办审批时间", null=True)
    is_regularised = models.BooleanField("补办批准", null=True)
    regularised_by = models.CharField("补办审批人", max_length=60, blank=True)
    regularised_for = models.TextField("补办审批意见", blank=True)
    extended_at = models.DateTimeField("延长批准时间", null=True)
    extended_days = models.PositiveSmallIntegerField("延长（日）", null=True)
    extended_for = models.TextField("延长的理由", blank=True)
    extended_by = models.CharField("延长批准人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "查封、扣押"

    @property
    def decided(self) -> tuple[Thing, ...]:
        return things_of(self.things)

    @property
    def begun_on(self) -> date | None:
        return day_of(self.begun_at)

    @property
    def extended_on(self) -> date | None:
        return day_of(self.extended_at)

    @property
    def is_refused(self) -> bool:
        return self.is_regularised is False


class SeizedThing(Recorded):
    """A line of the inventory 清单 as it was taken: its condition, what was decided on it, where it went."""

    seizure = models.ForeignKey(Seizure, models.PROTECT, related_name="taken", verbose_name="查封、扣押")
    name = models.CharField("名称", max_length=100)
    spec = models.CharField("规格型号", max_length=100, blank=True)
    count = models.DecimalField("数量", max_digits=12, decimal_places=3)
    unit = models.CharField("单位", max_length=8)
    condition = models.CharField("完好程度", max_length=200)
    auction = models.ForeignKey(Auction, models.PROTECT, null=True, related_name="lots", verbose_name="拍卖")
    way = models.CharField("处理方式", max_length=12, choices=Way, blank=True)
    lifted_for = models.CharField("解除的情形", max_length=10, choices=Lifted, blank=True)
    settle_basis = models.CharField("变卖、销毁的依据", max_length=200, blank=True)
    settle_reason = models.TextField("处理的理由", blank=True)
    settled_at = models.DateTimeField("处理决定时间", null=True)
    settled_by = models.CharField("处理决定人", max_length=60, blank=True)
    gone_at = models.DateTimeField("离开保管时间", null=True)
    received_by = models.CharField("接收人", max_length=100, blank=True)
    voucher = models.CharField("交接凭证号", max_length=40, blank=True)
    handed_condition = models.CharField("交接时的状况", max_length=200, blank=True)
    proceeds = models.DecimalField("变卖所得（元）", max_digits=14, decimal_places=2, null=True)

    class Meta:
        verbose_name = verbose_name_plural = "查封、扣押的财物"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.thing.text

    @property
    def thing(self) -> Thing:
        return Thing(self.name, self.spec, Decimal(self.count), self.unit, self.condition)

    @property
    def settled_on(self) -> date | None:
        return day_of(self.settled_at)

    @property
    def gone_on(self) -> date | None:
        return day_of(self.gone_at)


class Movement(Recorded):
    """A thing in custody was moved or looked at: it may be neither used nor damaged (行政强制法 §26)."""

    thing = models.ForeignKey(SeizedThing, models.PROTECT, related_name="movements", verbose_name="财物")
    moved_at = models.DateTimeField("时间")
    place = models.CharField("移至", max_length=200)
    custodian = models.CharField("保管人", max_length=100)
    condition = models.CharField("状况", max_length=200)
    reason = models.CharField("原因", max_length=300)
    recording_sha256 = models.CharField("照片散列", max_length=64, blank=True)
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "财物移动、查看记录"
        ordering = ["id"]
