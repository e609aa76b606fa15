"""Electronic data prove by how they were taken: each piece of the finding stands by its name in a record (行政处罚法 §46)."""

from sanzhi.cases.models import EvidenceKind, Proceeding
from sanzhi.cases.queries import proofs, subject_of
from sanzhi.documents import queries as documents
from sanzhi.kernel.verdict import Verdict


def electronic_recorded(proceeding: Proceeding) -> Verdict:
    """Whenever they came: the record is asked for with the finding, and again before the decision."""
    wanted = [row.name for row in proofs(proceeding) if row.kind == EvidenceKind.ELECTRONIC]
    if not wanted:
        return Verdict.yes()
    told = documents.issued_values(subject_of(proceeding.case), purpose="electronic_record")
    files = [str(row.get("name", "")) for values in told for row in values.get("files") or ()]
    bare = [name for name in wanted if not any(name in file for file in files)]
    return Verdict.when(
        not bare,
        f"电子数据“{bare[0] if bare else ''}”没有《电子数据提取笔录》写明怎样提取。",
        citation="行政处罚法第四十六条",
        remedy="请制作《电子数据提取笔录》，文件名中写明证据的名称，并完成签批。",
    )
