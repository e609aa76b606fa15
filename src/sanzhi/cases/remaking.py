"""Whether a voided paper may be made again."""

from sanzhi.cases.models import Paper
from sanzhi.cases.policies import may_write
from sanzhi.cases.queries import papers
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict


def may_remake(actor: Actor, old: Paper) -> Verdict:
    """A voided paper is made again once, where its form may be written now and none of it lies unfinished."""
    rows = papers(old.proceeding)
    made = any(row.document.replaces_id == old.document_id for row in rows)
    open_one = any(row.form == old.form and row.is_unfinished for row in rows)
    return (
        Verdict.when(old.is_void, "只有已经作废的文书可以重新制作。", remedy="请先作废原文书。")
        & Verdict.when(not made, f"《{old.title}》{old.number}已经重新制作。")
        & Verdict.when(made or not open_one, f"本案已有一份未完成的《{old.title}》，请先完成或者作废。")
        & may_write(actor, old.proceeding, form=old.form)
    )
