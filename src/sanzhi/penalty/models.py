"""Tables that only a penalty has: the order to correct, what is owed and paid, what is asked of others."""

from django.db import models

from sanzhi.cases.models import Payment, Proceeding
from sanzhi.kernel.models import Recorded


class Correction(Recorded):
    """An order to correct 责令改正 (行政处罚法 §28) and what the re-inspection found; a later order is another row."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="corrections", verbose_name="程序"
    )
    content = models.TextField("改正内容")
    ordered_on = models.DateField("责令日")
    correct_by_on = models.DateField("改正期限")
    reviewed_on = models.DateField("复查日", null=True)
    is_corrected = models.BooleanField("已改正", null=True)
    result = models.TextField("复查情况", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "责令改正"
        ordering = ["id"]


class LatePenalty(Recorded):
    """A late penalty 加处罚款 up to a day: each row is the whole, the last one stands (行政处罚法 §72).

    `recounted_for` says what has become known since, where the row is a recount.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="late_penalties", verbose_name="程序"
    )
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    days = models.PositiveIntegerField("逾期日数")
    charged_on = models.DateField("计至日")
    recounted_for = models.CharField("重新计算的原因", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "加处罚款"
        ordering = ["id"]


class CashGround(models.TextChoices):
    """When officers may take a fine in cash themselves (行政处罚法 §68, §69)."""

    SMALL = "small", "当场作出的一百元以下罚款"
    HARD_LATER = "hard_later", "不当场收缴事后难以执行"
    REMOTE_ASKED = "remote_asked", "边远、水上、交通不便地区，当事人提出"


class CashTransfer(Recorded):
    """That cash taken on the spot went on: from the officers to the authority, from there to the bank (行政处罚法 §71)."""

    class Target(models.TextChoices):
        AUTHORITY = "authority", "交至行政机关"
        BANK = "bank", "缴付指定的银行"

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="transfers", verbose_name="缴款")
    target = models.CharField("去向", max_length=10, choices=Target)
    transferred_on = models.DateField("日期")
    voucher = models.CharField("交款凭证号", max_length=40)
    delay_reason = models.CharField("逾期原因", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "当场收缴罚款的上交"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["payment", "target"], name="cash_goes_there_once")]


class Refund(Recorded):
    """What was paid too much, or for a decision that fell, is given back (行政处罚法 §66, §75)."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="refunds", verbose_name="程序")
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    refunded_on = models.DateField("退还日")
    voucher = models.CharField("退款凭证号", max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "退还"
        ordering = ["id"]


class Deferral(Recorded):
    """More time to pay, at once or by instalments, asked for by the party, granted by the head (行政处罚法 §66(2))."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="deferrals", verbose_name="程序")
    reason = models.TextField("当事人的理由")
    proof = models.CharField("证明材料", max_length=300)
    instalments = models.JSONField("缴纳方案", default=list)
    until = models.DateField("最后缴款日")
    asked_on = models.DateField("申请日")
    decided_on = models.DateField("审批日", null=True)
    decided_by = models.CharField("审批人", max_length=60, blank=True)
    is_granted = models.BooleanField("批准", null=True)
    opinion = models.CharField("审批意见", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "延期、分期缴纳罚款"
        ordering = ["id"]


class RemedyWay(models.TextChoices):
    RECONSIDERATION = "reconsideration", "行政复议"
    LITIGATION = "litigation", "行政诉讼"


class RemedyOutcome(models.TextChoices):
    UPHELD = "upheld", "维持或者驳回"
    WITHDRAWN = "withdrawn", "撤回或者终止"
    OVERTURNED = "overturned", "撤销、变更、确认违法或者无效"


class Remedy(Recorded):
    """A reconsideration or a suit against the decision, from its acceptance to its end (行政处罚法 §73)."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="remedies", verbose_name="程序")
    way = models.CharField("途径", max_length=16, choices=RemedyWay)
    body = models.CharField("受理机关", max_length=100)
    number = models.CharField("受理文号", max_length=60)
    accepted_on = models.DateField("受理日")
    ended_on = models.DateField("审结日", null=True)
    outcome = models.CharField("结果", max_length=12, choices=RemedyOutcome, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "行政复议、行政诉讼"
        ordering = ["id"]


class CourtApplication(Recorded):
    """The court was asked to enforce what is owed (行政处罚法 §72; 行政强制法 §53–§55)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="court_applications", verbose_name="程序"
    )
    court = models.CharField("受理法院", max_length=100)
    amount = models.DecimalField("申请执行金额（元）", max_digits=14, decimal_places=2)
    statement = models.TextField("当事人的意见和催告情况")
    object_state = models.TextField("申请强制执行标的情况")
    asked_on = models.DateField("申请日")
    asked_by = models.CharField("机关负责人", max_length=60)
    document_id = models.BigIntegerField("申请书", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "申请法院强制执行"
        ordering = ["id"]


class Education(Recorded):
    """That the party was educated where no penalty is imposed (行政处罚法 §33(3))."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="educations", verbose_name="程序")
    content = models.TextField("教育内容")
    given_on = models.DateField("日期")
    given_by = models.CharField("教育人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "教育记录"
        ordering = ["id"]
