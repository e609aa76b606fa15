"""What the recordings answer to a case's procedure."""

from collections.abc import Iterable
from datetime import date, datetime

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.recordings.queries import Coverage, State, coverage

LAW = "行政处罚法第四十七条"


def moments_covered(
    proceeding: Proceeding, moments: Iterable[str], *, on: date | None = None, since: datetime | None = None
) -> Verdict:
    """Yes when every moment is recorded, or its gap explained by one and accepted by another.

    From the day `on`, and by films that did not begin before the moment `since`.

    A late upload is shown, not refused: it cannot be mended.
    """
    verdict = Verdict.yes()
    for found in coverage(proceeding, moments, on=on, since=since):
        verdict &= is_satisfied(found)
    return verdict


def is_satisfied(found: Coverage) -> Verdict:
    recorded = found.state in {State.COVERED, State.LATE}
    if found.gap is None or recorded:
        return Verdict.when(
            recorded,
            found.sentence,
            citation=LAW,
            remedy="请上传音像记录；因设备故障、天气或者人身危险未能记录的，请说明原因，由他人审定。",
        )
    if found.gap.returned_at is not None:
        return Verdict.no(
            f"{found.sentence}{found.gap.explained_by_name}说明的原因被退回：{found.gap.returned_for}",
            citation=LAW,
            remedy="请重新说明，或者上传音像记录。",
        )
    return Verdict.when(
        found.is_explained,
        f"{found.sentence}{found.gap.explained_by_name}说明的原因还没有审定。",
        citation=LAW,
        remedy="请由没有承办过本案的中队长或者法制审核人员审定，或者上传音像记录。",
    )
