"""What may happen to a decision and to a record afterwards: overturned, corrected in its wording, recorded anew."""

from django.db import models

from sanzhi.cases.models.decision import Decision
from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.kernel.models import Recorded


class OverturnKind(models.TextChoices):
    """行政处罚法 §48."""

    REVOKED = "revoked", "撤销"
    CHANGED = "changed", "变更"
    UNLAWFUL = "unlawful", "确认违法"
    VOID = "void", "确认无效"


class OverturnedBy(models.TextChoices):
    SELF = "self", "本机关"
    RECONSIDERATION = "reconsideration", "行政复议机关"
    COURT = "court", "人民法院"


class OverturnedFor(models.TextChoices):
    """What was wrong with the decision (行政诉讼法 §70, §75; 行政复议法 §63, §64, §67)."""

    EVIDENCE = "evidence", "主要事实不清、证据不足"
    LAW = "law", "适用依据错误或者依据不合法"
    PROCEDURE = "procedure", "违反法定程序"
    BEYOND = "beyond", "超越职权"
    ABUSE = "abuse", "滥用职权"
    UNFIT = "unfit", "内容明显不当"
    GRAVE = "grave", "重大且明显违法"


class Overturn(Recorded):
    """A decision that does not stay as it was: proposed, reviewed where it was a major one, decided by the head.

    What reconsideration or a court has decided is entered by the same way; `reference` is their paper.
    What follows is decided by the kinds of its ground, `overturned_for`; `ground` says it in words.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="overturns", verbose_name="决定")
    kind = models.CharField("种类", max_length=10, choices=OverturnKind)
    by_whom = models.CharField("由谁作出", max_length=16, choices=OverturnedBy)
    overturned_for = models.JSONField("法定事由")
    ground = models.TextField("具体情形")
    reference = models.CharField("复议决定书、裁判文书文号", max_length=80, blank=True)
    fine = models.DecimalField("变更后的金额（元）", max_digits=14, decimal_places=2, null=True)
    proposed_on = models.DateField("提出日")
    proposed_by = models.CharField("提出人", max_length=60)
    opinion = models.TextField("法制审核意见", blank=True)
    is_agreed = models.BooleanField("审核同意", null=True)
    reviewed_on = models.DateField("审核日", null=True)
    reviewed_by = models.CharField("审核人", max_length=60, blank=True)
    decided_on = models.DateField("决定日", null=True)
    decided_by = models.CharField("决定人", max_length=60, blank=True)
    document_id = models.BigIntegerField("文书", null=True)
    dropped_on = models.DateField("不再办理日", null=True)
    dropped_by = models.CharField("终止办理人", max_length=60, blank=True)
    dropped_for = models.TextField("不再办理的理由", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "决定的撤销、变更"
        ordering = ["id"]

    @property
    def grounds(self) -> str:
        return "；".join(OverturnedFor(key).label for key in self.overturned_for)

    @property
    def is_for_procedure_only(self) -> bool:
        return set(self.overturned_for) == {OverturnedFor.PROCEDURE}


class ClericalCorrection(Recorded):
    """A slip of the pen in an issued paper, put right by a paper of its own; the original stays as it is."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="slips", verbose_name="程序")
    wrong_document_id = models.BigIntegerField("有误的文书")
    wrong_label = models.CharField("有误的文书及文号", max_length=120)
    field = models.CharField("栏目", max_length=40)
    wrong = models.CharField("误写", max_length=300)
    right = models.CharField("更正为", max_length=300)
    reason = models.CharField("原因", max_length=300)
    corrected_on = models.DateField("补正日")
    corrected_by = models.CharField("批准人", max_length=60)
    document_id = models.BigIntegerField("补正文书", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "文书补正"
        ordering = ["id"]


class RecordKind(models.TextChoices):
    SERVICE = "service", "送达"
    PAYMENT = "payment", "缴款"
    TERMINATION = "termination", "终止调查"
    ENFORCEMENT_END = "enforcement_end", "终结执行"
    CONTEST = "contest", "复议、诉讼"
    REFUND = "refund", "退款"
    TAKING = "taking", "收取物品、款项"
    COURT_ANSWER = "court_answer", "法院的答复"
    REVIEW = "review", "整改复查"


class RecordCorrection(Recorded):
    """That something was recorded wrongly: asked for by one, approved by another; both rows stay."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="record_corrections", verbose_name="程序"
    )
    kind = models.CharField("登记的种类", max_length=16, choices=RecordKind)
    wrong_id = models.BigIntegerField("有误的登记")
    says = models.CharField("更正内容", max_length=300)
    content = models.JSONField("更正后的登记")
    reason = models.TextField("更正理由")
    asked_on = models.DateField("申请日")
    asked_by = models.CharField("申请人", max_length=60)
    asked_by_key = models.CharField("申请人键", max_length=60)
    settled_on = models.DateField("审批日", null=True)
    settled_by = models.CharField("审批人", max_length=60, blank=True)
    is_approved = models.BooleanField("批准", null=True)
    opinion = models.CharField("审批意见", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "登记更正"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.says}"
