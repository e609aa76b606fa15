"""What a levy amounts to and why, what lowers it, what was given back, what the court was asked (城市道路管理条例 §37, §38)."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from sanzhi.cases.court_models import CourtRequest
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.catalogues.models import Edition
from sanzhi.kernel.models import Recorded
from sanzhi.law.levies import Reduction, Use


class LoweredFor(models.TextChoices):
    """Why less is owed than was assessed."""

    RELIEF = "relief", "减免"
    CUT_SHORT = "cut_short", "决定缩小占用面积、缩短占用时间或者停止占用"


class EndedFor(models.TextChoices):
    """Why nothing is collected any more (行政强制法 §40)."""

    NOT_OWED = "not_owed", "经核实不应当征收"
    DIED = "died", "公民死亡，没有遗产可供缴纳，又没有义务承受人"
    DISSOLVED = "dissolved", "法人或者其他组织终止，没有财产可供缴纳，又没有义务承受人"


class SucceededBy(models.TextChoices):
    """How another came to owe it."""

    MERGER = "merger", "合并"
    DIVISION = "division", "分立"
    INHERITANCE = "inheritance", "继承"


class LevyClosure(models.TextChoices):
    """How a levy ends beside being paid."""

    NOT_OWED = "not_owed", "不应当征收"
    GIVEN_UP = "given_up", "无人可以缴纳，终止征收"


class Assessment(Recorded):
    """核定: quantities by a tariff; `lines` are the derivation as page and paper print it, the last one the result.

    `uses` are rows of quantity and days, or one quantity on one day; `edition` is the list of tariffs that was applied.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="assessments", verbose_name="程序"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, related_name="assessment", verbose_name="处理建议"
    )
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name="收费标准清单版本")
    item = models.CharField("收费项目", max_length=60)
    unit = models.CharField("计费单位", max_length=12)
    by_day = models.BooleanField("按日计")
    uses = models.JSONField("数量和期间", default=list)
    reductions = models.JSONField("核定时适用的减免", default=list)
    amount = models.DecimalField("应缴（元）", max_digits=14, decimal_places=2)
    lines = models.JSONField("计算步骤", default=list)
    citation = models.CharField("收费依据", max_length=300)
    standard = models.CharField("标准文件", max_length=200, blank=True)
    mark = models.CharField("把握程度", max_length=20)
    evidence = models.JSONField("数量的证据", default=list)
    late_per_day = models.DecimalField("滞纳金（每日）", max_digits=9, decimal_places=7, null=True)
    late_basis = models.CharField("滞纳金依据", max_length=200, blank=True)
    assessed_on = models.DateField("核定日")
    assessed_by = models.CharField("核定人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "征收核定"
        ordering = ["id"]

    @property
    def used(self) -> tuple[Use, ...]:
        return uses_of(self.uses)

    @property
    def reduced(self) -> tuple[Reduction, ...]:
        return tuple(reduction_of(row) for row in self.reductions)


class Lowering(Recorded):
    """减免、缩短占用: asked for or proposed, decided by the head; `owed` is what is owed by it from then on."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="lowerings", verbose_name="程序")
    kind = models.CharField("种类", max_length=10, choices=LoweredFor)
    reduction = models.JSONField("适用的减免", default=dict)
    uses = models.JSONField("实际的数量和期间", default=list)
    reason = models.TextField("事实和理由")
    proof = models.CharField("证明材料", max_length=300)
    owed = models.DecimalField("减少以后应缴（元）", max_digits=14, decimal_places=2)
    lines = models.JSONField("计算步骤", default=list)
    asked_on = models.DateField("提出日")
    asked_by = models.CharField("登记人", max_length=60)
    is_granted = models.BooleanField("准予", null=True)
    opinion = models.TextField("审批意见", blank=True)
    decided_on = models.DateField("审批日", null=True)
    decided_by = models.CharField("审批人", max_length=60, blank=True)
    document_id = models.BigIntegerField("审批表", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "减免、缩短占用"
        ordering = ["id"]


class Refund(Recorded):
    """退费: what was paid beyond what is owed; decided by the head, paid back by a voucher of its own."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="levy_refunds", verbose_name="程序"
    )
    amount = models.DecimalField("退还（元）", max_digits=14, decimal_places=2)
    lines = models.JSONField("计算步骤", default=list)
    reason = models.TextField("理由")
    decided_on = models.DateField("决定日")
    decided_by = models.CharField("决定人", max_length=60)
    document_id = models.BigIntegerField("审批表", null=True)
    voucher = models.CharField("退款凭证号", max_length=40, blank=True)
    receiver = models.CharField("收款人", max_length=200, blank=True)
    paid_on = models.DateField("退还日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "退费"
        ordering = ["id"]
        indexes = [models.Index(fields=["voucher"], name="levy_refund_by_voucher")]


class Succession(Recorded):
    """Another owes it in the party's place: by merger, division or inheritance."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="successions", verbose_name="程序"
    )
    how = models.CharField("方式", max_length=12, choices=SucceededBy)
    name = models.CharField("义务承受人", max_length=200)
    proof = models.CharField("证明材料", max_length=300)
    recorded_on = models.DateField("登记日")
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "义务承受"
        ordering = ["id"]


class LevyEnd(Recorded):
    """The head ends it without collecting: nothing was owed, or nobody is left who could pay (行政强制法 §40)."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="levy_end", verbose_name="程序"
    )
    ground = models.CharField("情形", max_length=10, choices=EndedFor)
    proof = models.CharField("证明材料", max_length=300)
    reason = models.TextField("理由")
    ended_on = models.DateField("决定日")
    ended_by = models.CharField("决定人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "终止征收"


class LevyApplication(CourtRequest):
    """The application to the court, and how it answered (行政强制法 §§53–58)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="levy_applications", verbose_name="程序"
    )

    class Meta:
        verbose_name = verbose_name_plural = "征收的强制执行申请"
        ordering = ["id"]


def uses_of(rows: list[dict[str, Any]]) -> tuple[Use, ...]:
    return tuple(
        Use(Decimal(row["quantity"]), date.fromisoformat(row["from_on"]), date.fromisoformat(row["to_on"]))
        for row in rows
    )


def uses_as_rows(uses: tuple[Use, ...]) -> list[dict[str, str]]:
    return [
        {"quantity": str(row.quantity), "from_on": row.from_on.isoformat(), "to_on": row.to_on.isoformat()}
        for row in uses
    ]


def reduction_of(row: dict[str, Any]) -> Reduction:
    return Reduction(row["title"], row["citation"], percent=Decimal(row["percent"]), mark=row["mark"])


def reduction_as_row(row: Reduction) -> dict[str, str]:
    return {
        "title": row.title,
        "citation": row.citation,
        "percent": str(row.percent),
        "mark": row.mark,
    }
