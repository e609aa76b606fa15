"""The frozen copy that the public reads."""

from django.db import models

from sanzhi.kernel import clock
from sanzhi.kernel.models import Recorded

OVER = "公示期满"  # no state: the day decides


class Status(models.TextChoices):
    LIVE = "live", "公示中"
    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回"


class Publication(Recorded):
    """A redacted copy. `content` is a list of [caption, text] pairs, frozen; `source_sha256` names the original.

    All copies that were ever made of one decision carry the same `record`; at most one of them is live. `subject`: the
    number of the licence of which a decision tells; the newest copy of a subject says how it stands.
    """

    record = models.CharField("公示记录", max_length=40)
    authority = models.CharField("机关编码", max_length=20)
    slug = models.CharField("地址", max_length=32, unique=True)
    kind = models.CharField("类别", max_length=30)
    number = models.CharField("文号", max_length=60)
    title = models.CharField("标题", max_length=300)
    respondent = models.CharField("行政相对人（已处理）", max_length=200)
    conclusion = models.CharField("执法结论", max_length=500)
    subject = models.CharField("所涉证件编号", max_length=60, blank=True)
    decided_on = models.DateField("决定日")
    content = models.JSONField("内容")
    source_sha256 = models.CharField("原件散列", max_length=64)
    published_on = models.DateField("公示日")
    ends_on = models.DateField("公示截止日", null=True)
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.LIVE)
    notice = models.TextField("更正、撤回说明", blank=True)
    changed_on = models.DateField("变动日", null=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="replaces", verbose_name="更正件"
    )

    class Meta:
        verbose_name = verbose_name_plural = "公示件"
        ordering = ["-decided_on", "-id"]
        indexes = [
            models.Index(
                fields=["authority", "status", "-decided_on", "-id", "ends_on"], name="publication_newest"
            ),
            models.Index(fields=["record"], name="publications_of_record"),
            models.Index(fields=["authority", "kind", "subject"], name="publications_of_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(status=Status.LIVE), name="one_live_copy_of_a_record"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether its period has run out at this moment; nothing was written when it did."""
        return self.ends_on is not None and self.ends_on < clock.today()

    @property
    def is_on_show(self) -> bool:
        return self.status == Status.LIVE and not self.is_over

    @property
    def state_caption(self) -> str:
        return OVER if self.status == Status.LIVE and self.is_over else Status(self.status).label


NOT_YET, VALID, RUN_OUT = "尚未生效", "有效", "有效期已满"


class Paper(Recorded):
    """What a stranger may check of an issued document: that it exists, whole and in force.

    Of its content only what its form gives to be checked (`tells`: [caption, text] pairs) and from when until when it
    holds; `state` is what became of it in one word, `since` in sentences.
    """

    token = models.CharField("查验码", max_length=32, unique=True)
    authority_name = models.CharField("制作机关", max_length=100)
    title = models.CharField("文书名称", max_length=60)
    number = models.CharField("文号", max_length=60, blank=True)
    issued_on = models.DateField("制发日")
    sha256 = models.CharField("文件散列", max_length=64)
    is_void = models.BooleanField("已作废", default=False)
    since = models.TextField("此后", blank=True)
    state = models.CharField("变动后的状态", max_length=20, blank=True)
    tells = models.JSONField("可以核对的内容", default=list)
    valid_from = models.DateField("有效期自", null=True)
    valid_until = models.DateField("有效期至", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "可查验文书"

    def __str__(self) -> str:
        return self.number or self.title

    @property
    def stands(self) -> bool:
        """Neither voided, nor did what it tells change."""
        return not self.is_void and not self.since

    @property
    def standing(self) -> str:
        """How what it permits stands today; empty where it has no days of its own."""
        if self.valid_from is None or self.valid_until is None:
            return ""
        if self.is_void:
            return "已作废"
        if self.state:
            return self.state
        today = clock.today()
        return NOT_YET if today < self.valid_from else RUN_OUT if today > self.valid_until else VALID

    @property
    def is_in_force(self) -> bool:
        return self.stands and self.standing in {"", VALID}
