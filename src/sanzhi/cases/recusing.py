"""Whether what was decided of a recusal stands in a paper of its own (行政处罚法 §43)."""

from sanzhi.cases.models import Case, Recusal
from sanzhi.cases.queries import subject_of
from sanzhi.documents import queries as documents


def is_written(case: Case, row: Recusal) -> bool:
    """Whether an issued paper tells this decision: on whom, and of which day."""
    told = documents.issued_values(subject_of(case), purpose="recusal_decision")
    said = (row.of.name, row.decided_on.isoformat() if row.decided_on else "")
    return any((values.get("recused"), values.get("decided_on")) == said for values in told)
