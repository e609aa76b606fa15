"""What is done on the way to a decision: examination, others who are heard, hearing, time left out or granted, an ending (行政许可法 §§34–48)."""

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded
from sanzhi.licensing.models.licence import Licence
from sanzhi.organisation.models import Officer


class Examination(Recorded):
    """What two found who looked whether the applicant's papers are true (行政许可法 §34(3)); the newest counts."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="examinations", verbose_name="程序"
    )
    is_on_site = models.BooleanField("现场核查")
    examined_on = models.DateField("核查日")
    officers = models.JSONField("核查人员", default=list)
    found = models.TextField("核查情况")
    fits = models.BooleanField("符合法定条件")
    unmet = models.TextField("不符合的条件", blank=True)
    present_name = models.CharField("到场的申请人", max_length=60, blank=True)
    other_day_because = models.TextField("与告知的核查日不同的原因", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "许可核查"
        ordering = ["id"]


class InterestedView(Recorded):
    """Somebody whom the licence concerns directly: told of it, and what was said and answered (行政许可法 §36)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="interested_views", verbose_name="程序"
    )
    name = models.CharField("利害关系人", max_length=100)
    contact = models.CharField("联系方式", max_length=100)
    interest = models.CharField("利害关系", max_length=300)
    told_on = models.DateField("告知日")
    said = models.TextField("意见", blank=True)
    said_on = models.DateField("提出日", null=True)
    answer = models.TextField("审查意见", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "利害关系人意见"
        ordering = ["id"]


class LeftOutFor(models.TextChoices):
    """What is not counted: these and nothing else (行政许可法 §45); a check on the spot is none of them."""

    HEARING = "hearing", "听证"
    TENDER = "tender", "招标"
    AUCTION = "auction", "拍卖"
    INSPECTION = "inspection", "检验"
    TEST = "test", "检测"
    QUARANTINE = "quarantine", "检疫"
    APPRAISAL = "appraisal", "鉴定"
    EXPERTS = "experts", "专家评审"


class TimeLeftOut(Recorded):
    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="times_left_out", verbose_name="程序"
    )
    ground = models.CharField("事由", max_length=12, choices=LeftOutFor)
    what = models.CharField("内容和承办单位", max_length=300)
    days = models.PositiveSmallIntegerField("所需时间（工作日）")
    begun_on = models.DateField("开始日")
    ended_on = models.DateField("结束日", null=True)
    result = models.TextField("结果", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "不计入期限的时间"
        ordering = ["id"]


class TimeGranted(Recorded):
    """An extension; without `days` the reason of a delay that the head has put on record (行政许可法 §42)."""

    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, related_name="times_granted", verbose_name="程序"
    )
    days = models.PositiveSmallIntegerField("延长（工作日）", null=True)
    reason = models.TextField("理由")
    granted_on = models.DateField("批准日")
    granted_by = models.CharField("批准人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "许可期限延长"
        ordering = ["id"]


class LicenceHearing(Recorded):
    """A hearing on a licence: rights told, asked for or given up, set, held by somebody who does not examine (行政许可法 §§46–48)."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="licence_hearing", verbose_name="程序"
    )
    because = models.CharField("听证的事由", max_length=300)
    is_owed = models.BooleanField("应当听证（不待申请）", default=False)
    told_on = models.DateField("告知日")
    asked_on = models.DateField("申请日", null=True)
    asked_by = models.CharField("申请听证的人", max_length=100, blank=True)
    waived_on = models.DateField("放弃日", null=True)
    held_on = models.DateField("举行日", null=True)
    place = models.CharField("听证地点", max_length=200, blank=True)
    chair = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+", verbose_name="主持人")
    notified_on = models.DateField("通知日", null=True)
    attendees = models.TextField("参加人", blank=True)
    minutes = models.TextField("笔录", blank=True)
    opinion = models.TextField("听证意见", blank=True)
    concluded_on = models.DateField("终结日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "许可听证"


class EndingGround(models.TextChoices):
    """Why a licence ends: 行政许可法 §69(1), §69(2), §8(2), §70, in their order."""

    ABUSE = "abuse", "滥用职权、玩忽职守作出准予决定"
    BEYOND = "beyond", "超越法定职权作出准予决定"
    PROCEDURE = "procedure", "违反法定程序作出准予决定"
    UNFIT = "unfit", "对不具备申请资格或者不符合法定条件的申请人准予许可"
    FRAUD = "fraud", "以欺骗、贿赂等不正当手段取得许可"
    LAW_CHANGED = "law_changed", "所依据的法律、法规、规章修改或者废止"
    FACTS_CHANGED = "facts_changed", "准予所依据的客观情况发生重大变化"
    EXPIRED = "expired", "有效期届满未延续"
    DEAD = "dead", "公民死亡或者丧失行为能力"
    DISSOLVED = "dissolved", "法人或者其他组织依法终止"
    ENDED = "ended", "许可依法被撤销、撤回，或者许可证件依法被吊销"
    IMPOSSIBLE = "impossible", "因不可抗力导致许可事项无法实施"
    GIVEN_UP = "given_up", "被许可人书面放弃许可"


class Ending(Recorded):
    """A proceeding by which a licence is to end. `compensation` says what is done for the loss (行政许可法 §8(2), §69(4))."""

    proceeding = models.OneToOneField(Proceeding, models.PROTECT, related_name="ending", verbose_name="程序")
    licence = models.ForeignKey(Licence, models.PROTECT, related_name="endings", verbose_name="许可")
    disposal = models.CharField("拟作处理", max_length=10)
    ground = models.CharField("情形", max_length=14, choices=EndingGround)
    facts = models.TextField("事实和理由")
    compensation = models.TextField("补偿、赔偿", blank=True)
    aftermath = models.TextField("恢复原状、返还", blank=True)
    begun_on = models.DateField("提出日")

    class Meta:
        verbose_name = verbose_name_plural = "许可终止办理"
