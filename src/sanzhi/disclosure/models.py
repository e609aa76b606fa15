"""A release: one decision on its way through the gate."""

from datetime import date

from django.db import models

from sanzhi.cases.models import Case, Decision, Proceeding
from sanzhi.kernel.models import Recorded
from sanzhi.publications.models import OVER, Publication


class State(models.TextChoices):
    WAITING = "waiting", "待整理"
    SUBMITTED = "submitted", "待审批"
    PUBLISHED = "published", "已公示"
    EXEMPT = "exempt", "依法不公示"
    WITHDRAWN = "withdrawn", "已撤回"


class Ground(models.TextChoices):
    """Why a decision stays inside (F11-03, F8-04)."""

    MINOR = "minor", "被处罚人是未成年人"
    SECRET = "secret", "主要事实涉及国家秘密、商业秘密或者个人隐私"
    SAFETY = "safety", "公开可能危及国家安全、公共安全、经济安全、社会稳定"
    SIMPLIFIED = "simplified", "对自然人适用简易程序的处罚"
    OVERTURNED = "overturned", "决定已被撤销、变更、确认违法或者无效"


class Release(Recorded):
    """`content` is the redacted copy as it will be or is published: a list of [caption, text] pairs.

    While a correction waits for approval, `content` stays what the public reads and `correction` holds the new text.
    """

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="release", verbose_name="决定")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    due_on = models.DateField("公示期限")
    opened_on = models.DateField("开始日")
    content = models.JSONField("公示文本", default=list)
    prepared_by = models.CharField("整理人键", max_length=60, blank=True)
    prepared_by_name = models.CharField("整理、保密审查人", max_length=60, blank=True)
    submitted_on = models.DateField("报批日", null=True)
    confirmed = models.JSONField("整理人已核对的各处", default=list)
    approved_by = models.CharField("审批人", max_length=60, blank=True)
    approved_on = models.DateField("审批日", null=True)
    first_public_on = models.DateField("首次公示日", null=True)
    delay_reason = models.TextField("逾期公示原因", blank=True)
    correction = models.JSONField("待审批的更正文本", default=list)
    correction_reason = models.TextField("更正理由", blank=True)
    corrected_by = models.CharField("更正人键", max_length=60, blank=True)
    corrected_by_name = models.CharField("更正人", max_length=60, blank=True)
    corrected_on = models.DateField("更正报批日", null=True)
    returned_by_name = models.CharField("退回人", max_length=60, blank=True)
    returned_on = models.DateField("退回日", null=True)
    returned_reason = models.TextField("退回意见", blank=True)
    ground = models.CharField("不公示事由", max_length=12, choices=Ground, blank=True)
    ground_text = models.TextField("不公示说明", blank=True)
    taken_down_by = models.CharField("撤回待他人确认的人", max_length=60, blank=True)
    withdraw_by_on = models.DateField("撤回期限", null=True)
    withdraw_for = models.TextField("撤回的原因", blank=True)
    publication = models.ForeignKey(
        Publication, models.PROTECT, null=True, related_name="+", verbose_name="公示件"
    )

    class Meta:
        verbose_name = verbose_name_plural = "公示办理"
        ordering = ["due_on", "id"]

    @property
    def proceeding(self) -> Proceeding:
        return self.decision.proceeding

    @property
    def case(self) -> Case:
        return self.decision.proceeding.case

    @property
    def is_correction(self) -> bool:
        """Whether a correction of what is already public waits for approval."""
        return self.state == State.SUBMITTED and self.publication_id is not None

    @property
    def approval_caption(self) -> str:
        return "批准更正" if self.is_correction else "批准并公示"

    @property
    def waits_for_a_second_look(self) -> bool:
        """One took it down, and nobody else has confirmed that or put it back."""
        return bool(self.taken_down_by and self.ground)

    @property
    def term(self) -> date | None:
        """Until when it is to go public; None once it has, in whatever state it is now: no term runs a second time."""
        return self.due_on if self.first_public_on is None else None

    @property
    def is_to_withdraw(self) -> bool:
        """The copy is still public though its decision was overturned."""
        is_live = self.publication is not None and self.publication.is_on_show
        return is_live and self.withdraw_by_on is not None and self.state != State.WITHDRAWN

    @property
    def preparer(self) -> str:
        """The key of who prepared the text that waits for approval, or stands."""
        return self.corrected_by if self.is_correction else self.prepared_by

    @property
    def state_caption(self) -> str:
        if self.is_correction:
            return "更正待审批"
        is_over = self.state == State.PUBLISHED and self.publication is not None and self.publication.is_over
        return OVER if is_over else State(self.state).label

    def forget_correction(self) -> None:
        """Of a correction that was approved, returned or overtaken by a withdrawal, nothing stays here."""
        self.correction, self.correction_reason = [], ""
        self.corrected_by, self.corrected_by_name, self.corrected_on = "", "", None

    def forget_ground(self) -> None:
        """Another did not agree; who took it down is kept until the copy is public again, or stays inside by another's word."""
        self.ground, self.ground_text = "", ""

    def forget_withdrawal(self) -> None:
        """Another has approved that it goes public again."""
        self.forget_ground()
        self.taken_down_by = ""

    def forget_return(self) -> None:
        self.returned_by_name, self.returned_on, self.returned_reason = "", None, ""

    def __str__(self) -> str:
        return f"{self.decision.number}公示"
