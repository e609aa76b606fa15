"""Authorities, units, officers, certificates and the official working calendar."""

from django.conf import settings
from django.db import models

from sanzhi.kernel.models import Recorded


class Authority(Recorded):
    """An enforcing authority 执法主体; every row of every app belongs to one."""

    code = models.CharField("机关编码", max_length=20, unique=True)
    name = models.CharField("名称", max_length=100)
    region_code = models.CharField("区划代码", max_length=6)
    number_prefix = models.CharField("机关代字", max_length=10)
    government = models.CharField("本级人民政府", max_length=100)
    court = models.CharField("管辖法院", max_length=100)
    justice_bureau = models.CharField("司法行政部门", max_length=100)
    address = models.CharField("地址", max_length=200)
    postcode = models.CharField("邮编", max_length=6, blank=True)
    phone = models.CharField("电话", max_length=40)
    bank_name = models.CharField("代收银行", max_length=100)
    bank_account_name = models.CharField("收款户名", max_length=100)
    bank_account = models.CharField("收款账号", max_length=40)
    bank_address = models.CharField("代收银行地址", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "执法主体"

    def __str__(self) -> str:
        return self.name


class Unit(Recorded):
    """A squad, section, window or archive of an authority."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="units", verbose_name="机关")
    name = models.CharField("名称", max_length=60)
    is_squad = models.BooleanField("执法中队", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "中队科室"
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name


class Employment(models.TextChoices):
    """Only established staff may enforce; contract and support staff may not (河南省行政执法条例 §20)."""

    ESTABLISHED = "established", "在编在职"
    CONTRACT = "contract", "合同工"
    SUPPORT = "support", "工勤"


class Officer(Recorded):
    """A person who works in the bureau; `roles` are the keys of roles.Role."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="officers", verbose_name="机关")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="officers", verbose_name="中队科室")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="officer", verbose_name="登录"
    )
    name = models.CharField("姓名", max_length=60)
    position = models.CharField("职务", max_length=40, blank=True)
    area = models.CharField("执法区域", max_length=60, blank=True)
    roles = models.JSONField("岗位", default=list)
    employment = models.CharField("编制", max_length=12, choices=Employment, default=Employment.ESTABLISHED)
    qualified_on = models.DateField("执法资格考试合格日", null=True, blank=True)
    has_legal_qualification = models.BooleanField("法律职业资格", default=False)
    left_on = models.DateField("离岗日", null=True, blank=True)

    # who signs in as this person, and with what: a command that changes it saves the officer too
    sealed_beside = (
        "user__username",
        "user__password",
        "user__is_active",
        "user__is_staff",
        "user__is_superuser",
    )

    class Meta:
        verbose_name = verbose_name_plural = "人员"
        ordering = ["unit_id", "id"]

    def __str__(self) -> str:
        return self.name


class Certificate(Recorded):
    """An enforcement certificate 执法证 with its validity; suspension is a fact with a day."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="certificates", verbose_name="人员")
    number = models.CharField("证号", max_length=20, unique=True)
    issued_on = models.DateField("发证日")
    valid_until = models.DateField("有效期至")
    suspended_on = models.DateField("暂扣日", null=True, blank=True)
    suspended_reason = models.CharField("暂扣理由", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "执法证"
        ordering = ["-valid_until"]

    def __str__(self) -> str:
        return self.number


class LookKind(models.TextChoices):
    READ = "read", "查阅"
    REVEALED = "revealed", "查看完整信息"
    PLAYED = "played", "调阅音像"
    DOWNLOADED = "downloaded", "下载"
    EXPORTED = "exported", "导出"


class Look(Recorded):
    """That somebody read, opened, downloaded or exported something that is not public: who looked, at what, when."""

    authority = models.CharField("机关编码", max_length=20)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="looks", verbose_name="人员")
    kind = models.CharField("方式", max_length=12, choices=LookKind)
    subject = models.CharField("对象键", max_length=60)
    what = models.CharField("内容", max_length=120)
    looked_at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "查阅记录"
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject", "officer", "-looked_at"], name="looks_at_subject")]


class SignInOutcome(models.TextChoices):
    ENTERED = "entered", "登录"
    FITTED = "fitted", "密码相符"
    WRONG = "wrong", "未成功"


class SignIn(Recorded):
    """One try to sign in. Never the typed name, which may be a password typed into the wrong field: its keyed digest."""

    name_key = models.CharField("登录名摘要", max_length=64)
    officer = models.ForeignKey(
        Officer, models.PROTECT, null=True, related_name="sign_ins", verbose_name="人员"
    )
    address = models.CharField("网络地址", max_length=64)
    device = models.CharField("设备", max_length=32, blank=True)
    outcome = models.CharField("结果", max_length=8, choices=SignInOutcome)
    tried_at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "登录记录"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["name_key", "-tried_at"], name="sign_ins_of_name"),
            models.Index(fields=["address", "-tried_at"], name="sign_ins_of_address"),
        ]


class PasswordReset(Recorded):
    """A code, shown once, with which a person sets a new password; kept as a digest."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="resets", verbose_name="人员")
    code_digest = models.CharField("重设码摘要", max_length=128)
    valid_until = models.DateTimeField("有效期至")
    used_at = models.DateTimeField("使用时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "重设密码"


class CalendarYear(Recorded):
    """A year whose official holiday notice has been published and entered; others count as estimated."""

    year = models.PositiveSmallIntegerField("年", unique=True)
    source = models.CharField("来源", max_length=200)
    entered_at = models.DateTimeField("录入时间")

    class Meta:
        verbose_name = verbose_name_plural = "放假安排年度"


class CalendarDay(Recorded):
    """A day on which the official notice departs from the plain week: a day off, or a 调休 working day."""

    day = models.DateField("日期", unique=True)
    is_working = models.BooleanField("上班")
    name = models.CharField("名称", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "放假与调休"
