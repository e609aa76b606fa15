"""Electronic data prove by how they were taken: each piece of the finding stands by its name in a record (行政处罚法 §46)."""

from sanzhi.cases.models import Case, EvidenceKind, Proceeding
from sanzhi.cases.queries import proofs, subject_of
from sanzhi.documents import queries as documents
from sanzhi.kernel.verdict import Verdict


def electronic_recorded(proceeding: Proceeding) -> Verdict:
    """Whenever they came: the record is asked for with the finding, and again before the decision."""
    wanted = [row for row in proofs(proceeding) if row.kind == EvidenceKind.ELECTRONIC]
    files = {
        case: _files_told(case) for case in {row.case for row in wanted}
    }  # each in its own case's record
    bare = [row.name for row in wanted if not any(row.name in file for file in files[row.case])]
    return Verdict.when(
        not bare,
        f"电子数据“{bare[0] if bare else ''}”没有《电子数据提取笔录》写明怎样提取。",
        citation="行政处罚法第四十六条",
        remedy="请制作《电子数据提取笔录》，文件名中写明证据的名称，并完成签批。",
    )


def _files_told(case: Case) -> list[str]:
    told = documents.issued_values(subject_of(case), purpose="electronic_record")
    return [str(row.get("name", "")) for values in told for row in values.get("files") or ()]
