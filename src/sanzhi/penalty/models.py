"""Tables that only a penalty has: what is owed and paid, what is asked of others."""

from datetime import date

from django.db import models

from sanzhi.cases.models import ClosureKind, Payment, Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.models import Recorded
from sanzhi.penalty.correction_models import Correction as Correction
from sanzhi.penalty.court_models import CourtAnswer as CourtAnswer
from sanzhi.penalty.court_models import CourtApplication as CourtApplication
from sanzhi.penalty.court_models import CourtSays as CourtSays
from sanzhi.penalty.referral_models import ThingsBack as ThingsBack
from sanzhi.penalty.referral_models import ThingsReturned as ThingsReturned


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
        indexes = [models.Index(fields=["voucher"], name="transfer_by_voucher")]
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
        indexes = [models.Index(fields=["voucher"], name="penalty_refund_by_voucher")]


class ReturnedAs(models.TextChoices):
    """In what form what was confiscated comes back: itself, or its money where it was sold or is gone (国家赔偿法 §36)."""

    ITSELF = "itself", "原物返还"
    MONEY = "money", "返还款项（已经拍卖、变卖、灭失的，其价款、价值）"


class Confiscation(Recorded):
    """That what was confiscated was really taken: the goods into keeping, the gains into the treasury (行政处罚法 §74).

    `returned_…` is filled once the decision has fallen and it was given back.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="confiscations", verbose_name="程序"
    )
    measure = models.CharField("种类", max_length=24)
    what = models.CharField("没收的财物、款项", max_length=300)
    amount = models.DecimalField("金额或者价值（元）", max_digits=14, decimal_places=2, null=True)
    taken_on = models.DateField("收取日")
    kept_at = models.CharField("保管或者缴库处所", max_length=200)
    voucher = models.CharField("专用票据号", max_length=40)
    returned_on = models.DateField("返还日", null=True)
    returned_as = models.CharField("返还方式", max_length=8, choices=ReturnedAs, blank=True)
    returned_amount = models.DecimalField("返还的款项（元）", max_digits=14, decimal_places=2, null=True)
    returned_to = models.CharField("领取人", max_length=100, blank=True)
    return_receipt = models.CharField("领条、退款凭证号", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "没收的执行"
        ordering = ["id"]
        indexes = [models.Index(fields=["voucher"], name="confiscation_by_voucher")]


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


class UnenforcedFor(models.TextChoices):
    """Why what was decided is enforced no further (行政强制法 §40)."""

    DIED = "died", "公民死亡，无遗产可供执行，又无义务承受人"
    DISSOLVED = "dissolved", "法人或者其他组织终止，无财产可供执行，又无义务承受人"
    GONE = "gone", "执行标的灭失"
    COURT = "court", "人民法院裁定终结执行"
    DENIED = "denied", "人民法院裁定不予受理、不予执行，复议期满或者复议维持"

    @property
    def closes(self) -> ClosureKind:
        by_court = self in {UnenforcedFor.COURT, UnenforcedFor.DENIED}
        return ClosureKind.COURT if by_court else ClosureKind.ENDED


class EnforcementEnd(Recorded):
    """The enforcement of a decision ended before all was done: the head says why, on what proof (行政强制法 §40)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="enforcement_ends", verbose_name="程序"
    )
    ground = models.CharField("终结执行的情形", max_length=10, choices=UnenforcedFor)
    proof = models.CharField("证明材料或者裁定书文号", max_length=200)
    ended_on = models.DateField("终结日")
    approved_by = models.CharField("批准人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "终结执行"
        ordering = ["id"]


class SparedClosure(models.TextChoices):
    """How a proceeding ends in which the party was spared (D68; 行政处罚法 §57)."""

    CORRECTED = "corrected", "已改正，不予处罚"
    MINOR = "minor", "违法行为轻微，不予处罚"
    FIRST = "first", "初次违法，不予处罚"
    BLAMELESS = "blameless", "没有主观过错，不予处罚"
    NOT_LIABLE = "not_liable", "没有责任能力，不予处罚"
    EXPIRED = "expired", "超过追责时效，不予处罚"
    UNFOUNDED = "unfounded", "违法事实不成立"
    FINED = "fined", "同一行为已经罚款，不予处罚"
    IN_HAND = "in_hand", "同一行为另案办理，不予处罚"


class SparedFor(models.TextChoices):
    """Why there is no penalty, each by its article of 行政处罚法."""

    MINOR = "minor", "违法行为轻微并及时改正，没有造成危害后果（第三十三条第一款）"
    FIRST = "first", "初次违法且危害后果轻微并及时改正（第三十三条第一款）"
    BLAMELESS = "blameless", "当事人有证据足以证明没有主观过错（第三十三条第二款）"
    CHILD = "child", "违法时不满十四周岁（第三十条）"
    INCAPABLE = "incapable", "违法时不能辨认或者不能控制自己行为（第三十一条）"
    EXPIRED = "expired", "超过追责时效（第三十六条）"
    CORRECTED = "corrected", "责令改正期限内已经改正（第四条、第三十三条第一款）"
    UNFOUNDED = "unfounded", "违法事实不能成立（第五十七条第一款第三项）"
    FINED = "fined", "同一违法行为已经罚款，不再罚款（第二十九条）"
    IN_HAND = "in_hand", "同一违法行为另案办理，本案不再处罚（第二十九条）"

    @property
    def closes(self) -> SparedClosure:
        """How a case closes in which the party was spared on this ground."""
        unable = {SparedFor.CHILD, SparedFor.INCAPABLE}
        return SparedClosure.NOT_LIABLE if self in unable else SparedClosure(self.value)


class EducatedWho(models.TextChoices):
    """The party (行政处罚法 §33(3)), or the guardian who is ordered to discipline or to look after (§30, §31)."""

    PARTY = "party", "教育当事人"
    GUARDIAN = "guardian", "责令监护人管教、看管"


class Education(Recorded):
    """That the party was educated, or the guardian ordered to act, where no penalty is imposed."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="educations", verbose_name="程序")
    of = models.CharField("对象", max_length=8, choices=EducatedWho, default=EducatedWho.PARTY)
    name = models.CharField("受教育人", max_length=200)
    content = models.TextField("教育内容")
    given_on = models.DateField("日期")
    given_by = models.CharField("教育人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "教育记录"
        ordering = ["id"]


class Referred(models.TextChoices):
    """To whom a matter goes: where it belongs (行政处罚法 §22–§25), or to the police as a crime (§27, §57(1)(4))."""

    AGENCY = "agency", "有管辖权的机关"
    POLICE = "police", "公安机关（涉嫌犯罪）"


class Referral(Recorded):
    """A matter that goes elsewhere: reported by two officers, answered by the head, handed over against a receipt.

    Not taken up, or `returned` later: what is not prosecuted may still be punished here (行政处罚法 §27(1)).
    """

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="referrals", verbose_name="程序")
    to = models.CharField("移送种类", max_length=8, choices=Referred)
    receiver = models.CharField("接收机关", max_length=100)
    ground = models.CharField("管辖依据或者涉嫌的罪名、条款", max_length=300)
    reason = models.TextField("移送理由")
    things = models.JSONField("涉案物品", default=list)
    reporters = models.JSONField("报告人", default=list)
    reported_at = models.DateTimeField("报告时间")
    is_approved = models.BooleanField("批准移送", null=True)
    answer = models.TextField("审批意见", blank=True)
    answered_at = models.DateTimeField("审批时间", null=True)
    answered_by = models.CharField("审批人", max_length=60, blank=True)
    handed_at = models.DateTimeField("移交时间", null=True)
    receipt = models.CharField("回执", max_length=60, blank=True)
    received_by = models.CharField("接收人", max_length=60, blank=True)
    is_taken_up = models.BooleanField("公安机关立案", null=True)
    outcome = models.CharField("公安机关的通知书文号", max_length=60, blank=True)
    outcome_on = models.DateField("公安机关答复日", null=True)
    returned = models.CharField("受理以后退回的文号", max_length=60, blank=True)
    returned_on = models.DateField("受理以后退回日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "移送"
        ordering = ["id"]

    @property
    def is_settled(self) -> bool:
        """Refused by the head, or given back by the receiver: the matter is ours again."""
        return self.is_approved is False or self.is_taken_up is False or self.returned_on is not None

    @property
    def is_elsewhere(self) -> bool:
        """The matter has left the bureau for good."""
        if self.to == Referred.AGENCY:  # which need not answer, but may give it back (行政处罚法 §25)
            return bool(self.handed_at) and not self.is_settled
        return bool(self.handed_at and self.is_taken_up) and not self.is_settled


class KeptAs(models.TextChoices):
    """Two ways in which things are kept as evidence (行政处罚法 §56)."""

    REGISTRATION = "registration", "先行登记保存"
    SAMPLING = "sampling", "抽样取证"


class Settled(models.TextChoices):
    """What becomes of what was kept. Seizure needs a decision and a power of its own, in a proceeding beside."""

    RETURNED = "returned", "解除保存，退还物品"
    RECORDED = "recorded", "以拍照、复制等方式固定证据后，退还物品"
    APPRAISED = "appraised", "送交鉴定、检测"
    USED_UP = "used_up", "样品已在检测中耗用"
    HANDED_OVER = "handed_over", "移送有权机关处理"
    SEIZED = "seized", "转为查封、扣押"


class Preservation(Recorded):
    """Things kept as evidence: proposed, approved by the head in a paper, carried out, settled in seven working days.

    The moments say which papers and films are of this one: on one day there may be another of the same things.
    """

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="preservations", verbose_name="程序"
    )
    kept_as = models.CharField("方式", max_length=12, choices=KeptAs)
    reason = models.TextField("理由")
    place = models.CharField("地点", max_length=200)
    things = models.JSONField("物品", default=list)
    proposed_at = models.DateTimeField("提出时间")
    proposed_by = models.CharField("提出人", max_length=60)
    withdrawn_on = models.DateField("撤回日", null=True)
    withdrawn_for = models.TextField("撤回理由", blank=True)
    approved_on = models.DateField("批准日", null=True)
    begun_at = models.DateTimeField("实施时间", null=True)
    settled_at = models.DateTimeField("处理时间", null=True)
    way = models.CharField("处理方式", max_length=12, choices=Settled, blank=True)
    settle_reason = models.TextField("处理理由", blank=True)
    settled_by = models.CharField("处理决定人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "证据保存"
        ordering = ["id"]

    @property
    def begun_on(self) -> date | None:
        return self.begun_at.astimezone(clock.CHINA).date() if self.begun_at else None

    @property
    def settled_on(self) -> date | None:
        return self.settled_at.astimezone(clock.CHINA).date() if self.settled_at else None


class SameAct(Recorded):
    """A person's answer whether an act that was fined already, here or elsewhere, is the one of this proceeding (行政处罚法 §29)."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="same_acts", verbose_name="程序")
    other = models.ForeignKey(
        Proceeding, models.PROTECT, null=True, related_name="+", verbose_name="本机关的决定"
    )
    agency = models.CharField("其他机关及其决定", max_length=100, blank=True)
    is_same = models.BooleanField("同一违法行为")
    facts = models.TextField("判断时的时间、地点、行为")
    reason = models.TextField("理由")
    decided_on = models.DateField("判断日")
    decided_by = models.CharField("判断人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "同一行为的判断"
        ordering = ["id"]
