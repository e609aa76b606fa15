"""The papers of a case as the case sees them: which form, how far, served when."""

from dataclasses import dataclass
from datetime import date

from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document, Status


@dataclass(frozen=True)
class Paper:
    pk: int
    form: str
    title: str
    status: str
    number: str
    issued_on: date | None
    served_on: date | None
    sha256: str
    token: str

    @property
    def is_issued(self) -> bool:
        return self.status == Status.ISSUED

    @property
    def is_void(self) -> bool:
        return self.status == Status.VOIDED

    @property
    def label(self) -> str:
        return f"{self.title}{self.number and '（' + self.number + '）'}"

    @property
    def state_label(self) -> str:
        return Status(self.status).label


def papers_of(subject: str) -> tuple[Paper, ...]:
    """All papers of the subject, oldest first (1 query; contents stay where they are)."""
    rows = documents.documents_of(subject).defer("values", "warnings")
    return tuple(_paper(row) for row in rows)


def _paper(row: Document) -> Paper:
    service = getattr(row, "service", None)
    return Paper(
        pk=row.pk,
        form=row.form,
        title=row.title,
        status=row.status,
        number=row.number,
        issued_on=documents.issued_on(row),
        served_on=service.served_on if service else None,
        sha256=row.sha256,
        token=row.token or "",
    )
