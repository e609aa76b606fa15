"""A paper of a proceeding."""

from datetime import date

from django.db import models

from sanzhi.cases.models.proceeding import Proceeding
from sanzhi.cases.models.proposal import Proposal
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document, ServiceMethod, Status
from sanzhi.kernel import clock
from sanzhi.kernel.models import Recorded


class Paper(Recorded):
    """A document as the paper of a proceeding: what it is for, how far it is, which proposal it speaks of."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="papers", verbose_name="程序")
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, null=True, related_name="papers", verbose_name="所依据的处理建议"
    )
    document = models.OneToOneField(Document, models.PROTECT, related_name="+", verbose_name="文书")

    class Meta:
        verbose_name = verbose_name_plural = "卷内文书"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.label

    @property
    def form(self) -> str:
        return self.document.form

    @property
    def purpose(self) -> str:
        """What the form is for: filing, plea_notice, decision …; empty for most."""
        return documents.form(self.document.form).purpose

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def number(self) -> str:
        return self.document.number

    @property
    def is_issued(self) -> bool:
        return self.document.status == Status.ISSUED

    @property
    def is_void(self) -> bool:
        return self.document.status == Status.VOIDED

    @property
    def is_unfinished(self) -> bool:
        return self.document.status in {Status.DRAFT, Status.SIGNING}

    @property
    def issued_on(self) -> date | None:
        return documents.issued_on(self.document)

    @property
    def served_on(self) -> date | None:
        """The day on which it counts as served; nothing while an announcement still runs (民事诉讼法 §95)."""
        service = documents.service_of(self.document)
        if service is None or (
            service.method == ServiceMethod.PUBLIC_NOTICE and service.served_on > clock.today()
        ):
            return None
        return service.served_on

    @property
    def counts_from(self) -> date | None:
        """From which day the party's periods run: the day of service, or the day that the record can prove.

        民事诉讼法 §91: the receipt's day is the day of service; but what came to the file long after it is
        not held against the party.
        """
        service = documents.service_of(self.document)
        return documents.proved_on(service) if service and self.served_on else None

    @property
    def label(self) -> str:
        return f"{self.title}{self.number and '（' + self.number + '）'}"

    @property
    def state_label(self) -> str:
        return Status(self.document.status).label


class PaperScan(Recorded):
    """The scan of a paper that was signed or sealed by hand: an inner copy, the issued PDF stays what it is."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="scans", verbose_name="卷内文书")
    sha256 = models.CharField("散列值", max_length=64)
    size = models.PositiveIntegerField("字节数")
    mime = models.CharField("格式", max_length=40)
    attached_by = models.CharField("上传人", max_length=60)
    attached_at = models.DateTimeField("上传时间")

    kept_files = ("sha256",)

    class Meta:
        verbose_name = verbose_name_plural = "签名件扫描"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["paper", "sha256"], name="paper_scan_once")]

    def __str__(self) -> str:
        return f"{self.paper.label} {self.sha256[:16]}"
