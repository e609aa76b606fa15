"""A proceeding 程序: one run of one edition of a procedure for one respondent, its steps and its papers."""

from datetime import date
from functools import cached_property

from django.db import models

from sanzhi.cases.models.case import Case, CaseParty
from sanzhi.cases.models.finding import Finding
from sanzhi.catalogues.models import Edition
from sanzhi.kernel.models import Recorded
from sanzhi.law.days import Calendar
from sanzhi.organisation import queries as organisation


class ClosureKind(models.TextChoices):
    """How a proceeding of any kind ends (D68; 行政处罚法 §57); a kind adds its own (`cases.board`)."""

    PERFORMED = "performed", "履行完毕"
    REFERRED = "referred", "移送其他机关"
    NOT_FILED = "not_filed", "不予立案"
    COURT = "court", "法院终结"
    ENDED = "ended", "终止"
    OVERTURNED = "overturned", "决定被撤销"


class Proceeding(Recorded):
    """`step` is the key of the procedure's step where it stands; empty once it is closed.

    `goes_on_from`: the proceeding whose decision fell, where it is decided anew. `main`: the one that this serves, as a
    seizure serves a penalty, or whose decision it carries out.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="proceedings", verbose_name="案件")
    respondent = models.ForeignKey(
        CaseParty, models.PROTECT, null=True, related_name="proceedings", verbose_name="当事人"
    )
    goes_on_from = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name="重新办理的程序"
    )
    main = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="serving", verbose_name="所服务的程序"
    )
    procedure_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name="流程版本")
    procedure_key = models.CharField("程序", max_length=40)
    power_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name="权责清单版本")
    cause_code = models.CharField("案由代码", max_length=20)
    cause = models.CharField("案由", max_length=100)
    finding = models.ForeignKey(
        Finding, models.PROTECT, null=True, related_name="proceedings", verbose_name="现认定的事实"
    )
    step = models.CharField("环节", max_length=40, blank=True)
    step_since = models.DateField("进入环节日")
    filed_on = models.DateField("立案日", null=True)
    corrected_on = models.DateField("本当事人改正日", null=True)
    decided_on = models.DateField("决定日", null=True)
    closed_on = models.DateField("结束日", null=True)
    closure_kind = models.CharField("结案情形", max_length=12, blank=True)
    closure_reason = models.TextField("结案说明", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "程序"
        ordering = ["id"]
        indexes = [models.Index(fields=["step"], name="proceeding_by_step")]

    def __str__(self) -> str:
        return f"{self.case.number} {self.cause}"

    @property
    def happened_on(self) -> date:
        """The day of the act: as established, as reported until then."""
        return self.finding.happened_on if self.finding else self.case.happened_on

    @property
    def title(self) -> str:
        return f"{self.respondent.name}{self.cause}案" if self.respondent else f"{self.cause}案"

    @cached_property
    def calendar(self) -> Calendar:
        """The official calendar, asked once for each loaded proceeding."""
        return organisation.calendar()


class StepVisit(Recorded):
    """A step that the proceeding entered and perhaps left; the step bar and the deadlines read these rows."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="visits", verbose_name="程序")
    step = models.CharField("环节", max_length=40)
    entered_on = models.DateField("进入日")
    left_on = models.DateField("离开日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "环节记录"
        ordering = ["id"]


class Delay(Recorded):
    """More time for a proceeding: granted in time as the rule allows, or explained once it is over.

    `clock` is the key of the deadline that was extended.
    `days` is what was granted; nothing where the head only put the reason of a delay on record.
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="delays", verbose_name="程序")
    clock = models.CharField("期限", max_length=30, default="case_decision")
    days = models.PositiveSmallIntegerField("延长日数", null=True)
    reason = models.TextField("原因")
    recorded_on = models.DateField("日期")
    recorded_by = models.CharField("批准人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "延期"
        ordering = ["id"]


class CauseChange(Recorded):
    """The cause was changed 改定案由: what was found fits another, or a lighter provision has followed."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="cause_changes", verbose_name="程序"
    )
    before = models.CharField("原案由", max_length=200)
    after = models.CharField("改定的案由", max_length=200)
    reason = models.TextField("理由")
    changed_on = models.DateField("改定日")
    changed_by = models.CharField("改定人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "案由改定"
        ordering = ["id"]
