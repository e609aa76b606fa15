"""Execution of what a party was ordered to do and did not (行政强制法 §§34–52): by proxy, and how it is halted."""

from datetime import date

from django.db import models

from sanzhi.cases.court_models import CourtRequest
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.scene import Present, day_of
from sanzhi.documents.models import Document
from sanzhi.kernel.models import Recorded


class Harm(models.TextChoices):
    """What not doing it endangers: without one of these nobody does it in the party's place (行政强制法 §50)."""

    TRAFFIC = "traffic", "危害交通安全"
    POLLUTION = "pollution", "造成环境污染"
    RESOURCES = "resources", "破坏自然资源"


class HaltKind(models.TextChoices):
    SUSPENDED = "suspended", "中止执行"
    RESUMED = "resumed", "恢复执行"
    ENDED = "ended", "终结执行"


class HaltGround(models.TextChoices):
    """行政强制法 §39(1), §39(2), §40, in their order."""

    HARDSHIP = "hardship", "当事人履行行政决定确有困难或者暂无履行能力"
    THIRD_PARTY = "third_party", "第三人对执行标的主张权利，确有理由"
    IRREPARABLE = "irreparable", "执行可能造成难以弥补的损失，且中止执行不损害公共利益"
    TO_SUSPEND = "to_suspend", "行政机关认为需要中止执行的其他情形"
    GONE = "gone", "中止执行的情形消失"
    BROKEN = "broken", "当事人不履行执行协议"
    DEAD = "dead", "公民死亡，无遗产可供执行，又无义务承受人"
    DISSOLVED = "dissolved", "法人或者其他组织终止，无财产可供执行，又无义务承受人"
    OBJECT_GONE = "object_gone", "执行标的灭失"
    OVERTURNED = "overturned", "据以执行的行政决定被撤销"
    THREE_YEARS = "three_years", "没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行"
    TO_TERMINATE = "to_terminate", "行政机关认为需要终结执行的其他情形"


GROUNDS = {
    HaltKind.SUSPENDED: (
        HaltGround.HARDSHIP,
        HaltGround.THIRD_PARTY,
        HaltGround.IRREPARABLE,
        HaltGround.TO_SUSPEND,
    ),
    HaltKind.RESUMED: (HaltGround.GONE, HaltGround.BROKEN),
    HaltKind.ENDED: (
        HaltGround.DEAD,
        HaltGround.DISSOLVED,
        HaltGround.OBJECT_GONE,
        HaltGround.OVERTURNED,
        HaltGround.THREE_YEARS,
        HaltGround.TO_TERMINATE,
    ),
}


class EnforcementClosure(models.TextChoices):
    """How a proceeding on execution ends."""

    FULFILLED = "fulfilled", "当事人自行履行"
    EXECUTED = "executed", "执行完毕"
    TERMINATED = "terminated", "终结执行"
    WITHDRAWN = "withdrawn", "撤回，没有执行"
    UNPAID = "unpaid", "执行完毕，费用经人民法院裁定处理"
    BORNE = "borne", "当事人无法查明，费用由本机关承担"


class Enforcement(Recorded):
    """What is to be done in the party's place, by which decision, how, by whom, at what cost (行政强制法 §50, §51).

    `duty` is what the paper `imposed_by` demands, `due_on` until when; `budget` and `cost` in yuan. What is cleared at
    once has neither such a paper nor a budget.
    """

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="enforcement", verbose_name="程序"
    )
    imposed_by = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="设定义务的决定"
    )
    served_on = models.DateField("决定送达日", null=True)
    due_on = models.DateField("履行期限", null=True)
    duty = models.TextField("应当履行的义务")
    harm = models.CharField("不履行的后果", max_length=10, choices=Harm, blank=True)
    harm_reason = models.TextField("后果的事实")
    target = models.CharField("标的", max_length=200)
    method = models.TextField("方式")
    executor = models.CharField("代履行人", max_length=100)
    planned_on = models.DateField("代履行日期", null=True)
    moved_to = models.DateField("改定的代履行日期", null=True)
    moved_for = models.TextField("改期的原因", blank=True)
    budget = models.DecimalField("费用预算（元）", max_digits=14, decimal_places=2, null=True)
    budget_reason = models.TextField("预算的构成", blank=True)
    fulfilled_on = models.DateField("当事人履行日", null=True)
    fulfilled_how = models.TextField("履行情况", blank=True)
    begun_at = models.DateTimeField("开始时间", null=True)
    ended_at = models.DateTimeField("完毕时间", null=True)
    urgent_for = models.TextField("夜间、法定节假日实施的紧急情况", blank=True)
    supervisors = models.CharField("到场监督人员", max_length=200, blank=True)
    executor_signed = models.CharField("代履行人签名", max_length=60, blank=True)
    present = models.CharField("到场情况", max_length=16, choices=Present, blank=True)
    present_name = models.CharField("到场人", max_length=60, blank=True)
    witness = models.CharField("见证人", max_length=60, blank=True)
    course = models.TextField("执行经过", blank=True)
    cost = models.DecimalField("实际费用（元）", max_digits=14, decimal_places=2, null=True)
    cost_rows = models.JSONField("费用明细", default=list)
    cost_lines = models.JSONField("费用的计算", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "强制执行"

    @property
    def begun_on(self) -> date | None:
        return day_of(self.begun_at)

    @property
    def ended_on(self) -> date | None:
        return day_of(self.ended_at)


class Site(models.TextChoices):
    """Where something may be cleared at once (行政强制法 §52)."""

    ROAD = "road", "道路"
    RIVER = "river", "河道"
    WATERWAY = "waterway", "航道"
    PUBLIC = "public", "公共场所"


class Clearing(Recorded):
    """What lay in the way and was cleared at once 立即代履行 (行政强制法 §52)."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="clearing", verbose_name="程序"
    )
    matter = models.CharField("遗洒物、障碍物或者污染物", max_length=200)
    site = models.CharField("场所", max_length=10, choices=Site)
    place = models.CharField("地点", max_length=200)
    why_at_once = models.TextField("需要立即清除、当事人不能清除的情况")

    class Meta:
        verbose_name = verbose_name_plural = "立即代履行"


class Halt(Recorded):
    """The execution was suspended, resumed or terminated by the head (行政强制法 §39, §40); the last row counts."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="halts", verbose_name="程序")
    kind = models.CharField("种类", max_length=10, choices=HaltKind)
    ground = models.CharField("情形", max_length=16, choices=HaltGround)
    reason = models.TextField("理由")
    halted_on = models.DateField("日期")
    halted_by = models.CharField("决定人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "中止、恢复、终结执行"
        ordering = ["id"]


class Agreement(Recorded):
    """An agreement on the execution 执行协议: in stages, with what remedies, kept or broken (行政强制法 §42)."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="agreements", verbose_name="程序")
    stages = models.JSONField("分阶段履行", default=list)
    remedy = models.TextField("补救措施", blank=True)
    agreed_on = models.DateField("订立日")
    agreed_by = models.CharField("机关代表", max_length=60)
    broken_on = models.DateField("不履行认定日", null=True)
    broken_for = models.TextField("不履行的事实", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "执行协议"
        ordering = ["id"]


class CostsAtCourt(CourtRequest):
    """The court was asked to collect what a proxy cost and the party did not pay (行政强制法 §51(2), §53)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="costs_at_court", verbose_name="程序"
    )

    class Meta:
        verbose_name = verbose_name_plural = "代履行费用的强制执行申请"
        ordering = ["id"]
