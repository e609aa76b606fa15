"""What the investigation gathers: evidence, the order to correct, the proposed penalty."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded


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


class Evidence(Recorded):
    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence", verbose_name="案件")
    kind = models.CharField("种类", max_length=14, choices=EvidenceKind)
    name = models.CharField("名称", max_length=200)
    proves = models.CharField("证明对象", max_length=300)
    recording_sha256 = models.CharField("音像文件散列", max_length=64, blank=True)
    gathered_on = models.DateField("取得日")

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        ordering = ["id"]


class Correction(Recorded):
    """An order to correct 责令改正 (行政处罚法 §28) and what the re-inspection found."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="correction", verbose_name="案件")
    content = models.TextField("改正内容")
    ordered_on = models.DateField("责令日")
    correct_by_on = models.DateField("改正期限")
    reviewed_on = models.DateField("复查日", null=True)
    is_corrected = models.BooleanField("已改正", null=True)
    result = models.TextField("复查情况", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "责令改正"


class Proposal(Recorded):
    """The penalty proposed at the end of the investigation; superseded ones stay."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="proposals", verbose_name="案件")
    warns = models.BooleanField("警告", default=False)
    fine = models.DecimalField("罚款（元）", max_digits=14, decimal_places=2, null=True)
    other_measures = models.CharField("其他处罚或者措施", max_length=300, blank=True)
    confiscated = models.DecimalField(
        "没收的违法所得、财物价值（元）", max_digits=14, decimal_places=2, null=True
    )
    no_penalty = models.BooleanField("建议不予处罚", default=False)
    quantities = models.JSONField("计罚数量", default=dict)
    tier = models.CharField("裁量档次", max_length=40, blank=True)
    reason = models.TextField("裁量理由")
    mitigation = models.CharField("减轻处罚依据", max_length=200, blank=True)
    public_interest = models.BooleanField("重大公共利益或者疑难复杂", default=False)
    proposed_on = models.DateField("提出日")
    proposed_by = models.CharField("提出人", max_length=60)
    is_current = models.BooleanField("现行", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "拟处罚"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(is_current=True), name="one_current_proposal"
            )
        ]
