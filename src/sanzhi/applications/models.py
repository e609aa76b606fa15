"""An application, its uploads, what the authority tells, what the applicant answers, and who tried to open one.

What is personal stands in columns of these rows only, which `emptied` blanks; the log names numbers and items.
"""

from typing import ClassVar

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.kernel.questions import Question, readable
from sanzhi.organisation.models import Authority


class State(models.TextChoices):
    DRAFT = "draft", "草稿"
    FILED = "filed", "已提交"
    WITHDRAWN = "withdrawn", "已撤回"
    DROPPED = "dropped", "已清除"


class Progress(models.TextChoices):
    """How far it is; written by the kind that decides, and by an answer to a correction."""

    RECEIVED = "received", "已收到"
    CORRECTING = "correcting", "等待补正"
    CORRECTED = "corrected", "已补正"
    ACCEPTED = "accepted", "已受理"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    DECIDED = "decided", "已作出决定"
    ENDED = "ended", "已办结"


class ApplicantKind(models.TextChoices):
    PERSON = "person", "个人"
    BUSINESS = "business", "个体工商户"
    ORGANISATION = "organisation", "企业或者其他组织"


class IdKind(models.TextChoices):
    RESIDENT = "resident", "居民身份证"
    OTHER = "other", "其他有效证件"


class Application(Recorded):
    """`asked` is the item as its guide stood when it was shown: questions, materials, basis, limit. `code_digest` is a slow
    salted hash; `once_digest` names the form from which it came, so that the same form begins it once."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="applications", verbose_name="机关")
    number = models.CharField("申请编号", max_length=30, unique=True)
    item_code = models.CharField("事项编码", max_length=40)
    item_title = models.CharField("事项", max_length=100)
    edition = models.PositiveIntegerField("服务指南版本")
    asked = models.JSONField("服务指南内容")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    progress = models.CharField("进度", max_length=14, choices=Progress, default=Progress.RECEIVED)
    version = models.PositiveIntegerField("修改次数", default=0)
    kind = models.CharField("申请人类别", max_length=14, choices=ApplicantKind, blank=True)
    name = models.CharField("申请人", max_length=120, blank=True)
    id_kind = models.CharField("证件类别", max_length=10, choices=IdKind, blank=True)
    id_number = models.CharField("证件号码", max_length=40, blank=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    representative = models.CharField("法定代表人、负责人、经营者", max_length=60, blank=True)
    agent = models.CharField("代理人", max_length=60, blank=True)
    agent_id_number = models.CharField("代理人身份证号", max_length=40, blank=True)
    agent_power = models.CharField("代理权限", max_length=200, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    place = models.CharField("地点", max_length=200, blank=True)
    answers = models.JSONField("填写内容", default=list)
    code_digest = models.CharField("查询码摘要", max_length=128, blank=True)
    once_digest = models.CharField("申请表标记摘要", max_length=64, unique=True)
    begun_from = models.CharField("来处摘要", max_length=64, blank=True)
    created_at = models.DateTimeField("开始时间")
    changed_at = models.DateTimeField("最近修改时间")
    filed_at = models.DateTimeField("提交时间", null=True)
    taken_at = models.DateTimeField("接收时间", null=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True)
    statutory_on = models.DateField("法定期限届满日", null=True)
    promised_on = models.DateField("承诺期限届满日", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "许可申请"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["begun_from", "-created_at"], name="applications_begun_from"),
            models.Index(fields=["state", "changed_at"], name="applications_by_state"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def questions(self) -> list[str]:
        return list(self.asked.get("questions", []))

    @property
    def ranges(self) -> list[Question]:
        """The questions with what may answer them; what was asked before there were ranges takes any text."""
        lines = self.asked.get("ranges") or self.questions
        return [readable(line) for line in lines]

    @property
    def wanted(self) -> list[str]:
        """The materials that the item asks for, in its words."""
        return list(self.asked.get("materials", []))


PERSONAL = [
    "kind",
    "name",
    "id_kind",
    "id_number",
    "credit_code",
    "representative",
    "agent",
    "agent_id_number",
    "agent_power",
    "address",
    "phone",
    "place",
    "code_digest",
    "begun_from",
]


def emptied(row: Application) -> None:
    """Blank what is personal; the number stays, so that it is never given out again."""
    for name in PERSONAL:
        setattr(row, name, "")
    row.answers = []


class FileKind(models.TextChoices):
    PDF = "pdf", "PDF"
    JPEG = "jpg", "JPEG照片"
    PNG = "png", "PNG图片"


class Reply(Recorded):
    """What the applicant answers to a correction that was told: words, and the materials that point here."""

    application = models.ForeignKey(
        Application, models.PROTECT, related_name="replies", verbose_name="许可申请"
    )
    words = models.TextField("说明", blank=True)
    replied_at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "申请人补正"
        ordering = ["id"]


class Material(Recorded):
    """One uploaded file; `wanted` is the item's word for it, `reply` the correction with which it came."""

    application = models.ForeignKey(
        Application, models.PROTECT, related_name="materials", verbose_name="许可申请"
    )
    reply = models.ForeignKey(
        Reply, models.PROTECT, null=True, related_name="materials", verbose_name="申请人补正"
    )
    wanted = models.CharField("材料", max_length=100)
    name = models.CharField("文件名", max_length=100)
    kind = models.CharField("类型", max_length=4, choices=FileKind)
    sha256 = models.CharField("文件散列", max_length=64)
    size = models.PositiveIntegerField("字节")
    added_at = models.DateTimeField("上传时间")

    kept_files: ClassVar[tuple[str, ...]] = ("sha256",)

    class Meta:
        verbose_name = verbose_name_plural = "申请材料"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "wanted", "sha256"], name="material_once")
        ]

    def __str__(self) -> str:
        return self.name


class MessageKind(models.TextChoices):
    CORRECTION = "correction", "补正告知"
    ACCEPTED = "accepted", "受理"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    VISIT = "visit", "现场核查"
    HEARING = "hearing", "听证"
    EXTENDED = "extended", "延长期限"
    DECISION = "decision", "决定"
    CERTIFICATE = "certificate", "许可证件"
    OTHER = "other", "告知"


class Message(Recorded):
    """What the authority tells the applicant; `paper` is the code under which its paper can be verified."""

    application = models.ForeignKey(
        Application, models.PROTECT, related_name="messages", verbose_name="许可申请"
    )
    kind = models.CharField("类别", max_length=14, choices=MessageKind)
    text = models.TextField("内容")
    citation = models.CharField("依据", max_length=200, blank=True)
    due_on = models.DateField("期限", null=True)
    paper = models.CharField("文书查验码", max_length=32, blank=True)
    told_at = models.DateTimeField("时间")
    read_at = models.DateTimeField("申请人看到的时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "申请告知"
        ordering = ["id"]


class Attempt(Recorded):
    """One try to open an application by number and code: never what was typed, its keyed digest. It counts as a failure
    until it has fitted."""

    number_key = models.CharField("申请编号摘要", max_length=64)
    address_key = models.CharField("来处摘要", max_length=64)
    fitted = models.BooleanField("相符", default=False)
    tried_at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "申请查询记录"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["number_key", "-tried_at"], name="attempts_by_number"),
            models.Index(fields=["address_key", "-tried_at"], name="attempts_by_address"),
        ]
