"""Documents, their signatures, their service, the number series. An issued row is frozen by its commands."""

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Authority, Officer


class Status(models.TextChoices):
    DRAFT = "draft", "草稿"
    SIGNING = "signing", "签批中"
    ISSUED = "issued", "已签发"
    VOIDED = "voided", "已作废"


class Document(Recorded):
    """One paper. `subject` is the key of what it belongs to (`cases.case:12`); `sha256` names the frozen PDF.

    A voided document keeps its number, so the series shows no gap; `replaces` names the voided predecessor.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="机关")
    subject = models.CharField("所属", max_length=60, db_index=True)
    form = models.CharField("文书式样", max_length=4)
    form_edition = models.CharField("式样版本", max_length=64)
    title = models.CharField("名称", max_length=60)
    values = models.JSONField("内容", default=dict)
    status = models.CharField("状态", max_length=8, choices=Status, default=Status.DRAFT)
    round = models.PositiveSmallIntegerField("签批轮次", default=1)
    number = models.CharField("文号", max_length=60, blank=True)
    drafted_by = models.CharField("起草人", max_length=60)
    drafted_at = models.DateTimeField("起草时间")
    issued_at = models.DateTimeField("签发时间", null=True)
    sha256 = models.CharField("散列值", max_length=64, blank=True)
    size = models.PositiveIntegerField("字节数", null=True)
    warnings = models.JSONField("缺字提示", default=list)
    token = models.CharField("核验码", max_length=24, null=True, unique=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="替代"
    )
    voided_at = models.DateTimeField("作废时间", null=True)
    void_reason = models.CharField("作废理由", max_length=300, blank=True)

    kept_files = ("sha256",)

    class Meta:
        verbose_name = verbose_name_plural = "文书"
        ordering = ["id"]
        indexes = [models.Index(fields=["authority", "status"], name="document_by_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "number"], condition=~models.Q(number=""), name="document_number_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="issued")
                | (models.Q(issued_at__isnull=False) & ~models.Q(sha256="")),
                name="issued_document_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}{self.number}"


class Signature(Recorded):
    """A signature in the system. Signatures of an earlier `round` belong to a version that was returned."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="signatures", verbose_name="文书")
    round = models.PositiveSmallIntegerField("签批轮次")
    order = models.PositiveSmallIntegerField("次序")
    role = models.CharField("岗位", max_length=20)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="签署人")
    certificate = models.CharField("执法证号", max_length=20, blank=True)
    opinion = models.CharField("意见", max_length=500, blank=True)
    signed_at = models.DateTimeField("签署时间")

    class Meta:
        verbose_name = verbose_name_plural = "签批"
        ordering = ["round", "order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "round", "order"], name="one_signature_per_place")
        ]


class ServiceMethod(models.TextChoices):
    """How a paper reaches its addressee (民事诉讼法 §88–§95, F2-711)."""

    DIRECT = "direct", "直接送达"
    LEFT = "left", "留置送达"
    POSTAL = "postal", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    FORWARDED = "forwarded", "转交送达"
    PUBLIC_NOTICE = "public_notice", "公告送达"


class Service(Recorded):
    """That a document was served, on which day, and what proves it.

    One that was recorded wrongly stays, and the row that `corrects` it counts.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="services", verbose_name="文书")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="更正的登记"
    )
    method = models.CharField("方式", max_length=14, choices=ServiceMethod)
    served_on = models.DateField("送达日")
    served_at = models.TimeField("送达时间", null=True)
    place = models.CharField("送达地点", max_length=200, blank=True)
    received_by = models.CharField("收件人", max_length=60, blank=True)
    relation = models.CharField("与受送达人关系", max_length=60, blank=True)
    receipt_number = models.CharField("回执或者邮件号", max_length=60, blank=True)
    witness = models.CharField("见证人", max_length=60, blank=True)
    recording_sha256 = models.CharField("送达录像散列值", max_length=64, blank=True)
    note = models.CharField("原因和经过", max_length=1000, blank=True)
    published_on = models.DateField("公告发出日", null=True)
    recorded_by = models.CharField("登记人", max_length=60)
    recorded_on = models.DateField("登记日")

    class Meta:
        verbose_name = verbose_name_plural = "送达"
        ordering = ["id"]
        indexes = [models.Index(fields=["receipt_number"], name="service_by_receipt")]


class NumberSeries(Recorded):
    """The last number taken of one word in one year: contiguous, as it is taken in the issuing transaction."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="机关")
    word = models.CharField("文种", max_length=12)
    year = models.PositiveSmallIntegerField("年")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "文号序列"
        constraints = [
            models.UniqueConstraint(fields=["authority", "word", "year"], name="one_series_a_year")
        ]
