"""The case itself: who reported what, whom it concerns, who works on it, what was gathered."""

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.law.identity import is_a_residents
from sanzhi.organisation.models import Authority, Certificate, Officer, Unit


class CaseSource(models.TextChoices):
    """Where a case comes from (D02); those of no lead are an application and the authority's own motion."""

    PATROL = "patrol", "检查发现"
    TIP = "tip", "投诉举报"
    REFERRAL = "referral", "移送"
    ASSIGNED = "assigned", "交办"
    APPLICATION = "application", "申请"
    OWN_MOTION = "own_motion", "依职权"
    OTHER = "other", "其他"


OF_LEADS = tuple(row for row in CaseSource if row not in {CaseSource.APPLICATION, CaseSource.OWN_MOTION})


class PartyKind(models.TextChoices):
    PERSON = "person", "自然人"
    ORGANISATION = "organisation", "法人或者其他组织"
    INDIVIDUAL_BUSINESS = "individual_business", "个体工商户"


class IdType(models.TextChoices):
    """By what a natural person is known; only the first bears a date of birth and a check digit."""

    RESIDENT = "居民身份证", "居民身份证"
    PASSPORT = "护照", "护照"
    PERMIT = "港澳台居民居住证或者通行证", "港澳台居民居住证或者通行证"
    FOREIGN = "外国人永久居留身份证", "外国人永久居留身份证"
    UNKNOWN = "没有查明", "没有查明"


class RenamedBy(models.TextChoices):
    """What was checked of somebody whose number is known under a former name."""

    HOUSEHOLD = "household", "户口登记机关的姓名变更证明"
    REGISTRY = "registry", "登记机关的变更登记证明"


class Sex(models.TextChoices):
    MALE = "男", "男"
    FEMALE = "女", "女"


class PartyRole(models.TextChoices):
    """As what somebody takes part in a case."""

    RESPONDENT = "respondent", "当事人"
    APPLICANT = "applicant", "申请人"
    INTERESTED = "interested", "利害关系人"


class EvidenceKind(models.TextChoices):
    """The eight kinds of evidence (行政处罚法 §46)."""

    DOCUMENT = "document", "书证"
    OBJECT = "object", "物证"
    AUDIO_VISUAL = "audio_visual", "视听资料"
    ELECTRONIC = "electronic", "电子数据"
    TESTIMONY = "testimony", "证人证言"
    STATEMENT = "statement", "当事人的陈述"
    EXPERT = "expert", "鉴定意见"
    RECORD = "record", "勘验笔录、现场笔录"


class Case(Recorded):
    """A matter with its papers under one number. It has no step of its own: its proceedings have."""

    authority = models.ForeignKey(Authority, models.PROTECT, verbose_name="机关")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="承办机构")
    number = models.CharField("案号", max_length=40, unique=True)
    editions = models.JSONField("登记时施行的各清单版本", default=dict)
    source = models.CharField("案件来源", max_length=12, choices=CaseSource)
    happened_on = models.DateField("违法行为发生日（持续的为终了日）")
    found_on = models.DateField("发现日")
    place = models.CharField("地点", max_length=200)
    summary = models.TextField("简要案情")
    registered_on = models.DateField("登记日")
    closed_on = models.DateField("结案日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "案件"
        ordering = ["-id"]
        indexes = [models.Index(fields=["authority", "-registered_on"], name="case_by_day")]

    def __str__(self) -> str:
        return self.number


class Tip(Recorded):
    """Who reported, kept apart from the case and never in the dossier's main volume (F11-13)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="tip", verbose_name="案件")
    reporter = models.CharField("举报人", max_length=60, blank=True)
    reporter_phone = models.CharField("举报人电话", max_length=40, blank=True)
    content = models.TextField("举报内容")

    class Meta:
        verbose_name = verbose_name_plural = "举报"


class CaseParty(Recorded):
    """Somebody whom the case concerns, as he or she stood in it (行政处罚法 §59: name and address)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties", verbose_name="案件")
    role = models.CharField("身份", max_length=12, choices=PartyRole, default=PartyRole.RESPONDENT)
    kind = models.CharField("类别", max_length=20, choices=PartyKind)
    name = models.CharField("姓名或者名称", max_length=200)
    sex = models.CharField("性别", max_length=4, choices=Sex, blank=True)
    born_on = models.DateField("出生日期", null=True)
    id_type = models.CharField("证件类型", max_length=20, choices=IdType, blank=True)
    id_number = models.CharField("证件号码", max_length=30, blank=True)
    occupation = models.CharField("职业或者工作单位", max_length=100, blank=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    trade_name = models.CharField("字号", max_length=100, blank=True)
    representative = models.CharField("法定代表人（负责人、经营者）", max_length=60, blank=True)
    representative_title = models.CharField("职务", max_length=40, blank=True)
    address = models.CharField("住址或者住所", max_length=200)
    phone = models.CharField("电话", max_length=40, blank=True)
    guardian = models.CharField("监护人", max_length=60, blank=True)
    is_incapable = models.BooleanField("不能辨认自己行为的成年人", default=False)
    namesake_note = models.CharField("与本机关人员同名的核对情况", max_length=200, blank=True)
    former_name = models.CharField("改名以前的姓名、名称", max_length=200, blank=True)
    renamed_by = models.CharField("核对的改名证明", max_length=12, choices=RenamedBy, blank=True)
    renamed_number = models.CharField("改名证明的编号", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "当事人"
        ordering = ["id"]
        indexes = [  # the same party is looked for in every case
            models.Index(fields=["name"], name="party_by_name"),
            models.Index(fields=["representative"], name="party_by_representative"),
            models.Index(fields=["id_number"], name="party_by_id_number"),
            models.Index(fields=["credit_code"], name="party_by_credit_code"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def public_code(self) -> str:
        """The credit code, unless a person's number was entered for one."""
        is_private = is_a_residents(self.credit_code) or self.credit_code == self.id_number
        return "" if is_private else self.credit_code

    @property
    def names(self) -> frozenset[str]:
        """By whom the party is known: an individual business is also its owner (民法典 §56)."""
        owner = self.representative if self.kind == PartyKind.INDIVIDUAL_BUSINESS else ""
        return frozenset({self.name, owner} - {""})


class Assignment(Recorded):
    """An officer on a case, with the certificate that was valid when assigned."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="assignments", verbose_name="案件")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="执法人员")
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+", verbose_name="执法证")
    assigned_on = models.DateField("指派日")
    ended_on = models.DateField("退出日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "承办人"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "officer"], condition=models.Q(ended_on=None), name="officer_once_on_a_case"
            )
        ]


class Partner(Recorded):
    """Who was named on the street as the second officer; an officer of the case once he has confirmed it himself."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="partners", verbose_name="案件")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="执法人员")
    named_by = models.CharField("提名人", max_length=60)
    named_on = models.DateField("提名日")
    answered_at = models.DateTimeField("答复时间", null=True)
    is_confirmed = models.BooleanField("确认", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "同行执法人员"
        ordering = ["id"]


class Evidence(Recorded):
    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence", verbose_name="案件")
    kind = models.CharField("种类", max_length=14, choices=EvidenceKind)
    name = models.CharField("名称", max_length=200)
    proves = models.CharField("证明对象", max_length=300)
    recording_sha256 = models.CharField("音像文件散列", max_length=64, blank=True)
    file_sha256 = models.CharField("证据文件散列", max_length=64, blank=True)
    gathered_on = models.DateField("取得日")

    kept_files = ("file_sha256",)

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        ordering = ["id"]
