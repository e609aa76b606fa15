"""How a proceeding may end: asked of the approval before anybody signs it, and of the closure itself (行政处罚法 §57)."""

from django.db.models import TextChoices

from sanzhi.cases import board, queries
from sanzhi.cases.models import ClosureKind, Paper, Proceeding
from sanzhi.documents import queries as documents
from sanzhi.kernel.verdict import Reason, Verdict

CLOSURE, ANY_REASON = "closure", "写明的理由"
UNDECIDED = (ClosureKind.NOT_FILED, ClosureKind.REFERRED, ClosureKind.ENDED)
AT_ANY_TIME = frozenset({ClosureKind.REFERRED, ClosureKind.ENDED})


def closures(proceeding: Proceeding) -> tuple[TextChoices, ...]:
    """How the proceeding may end, by what was decided in it and whether that stands."""
    if queries.has_fallen(proceeding):
        return (ClosureKind.OVERTURNED,)
    decision = getattr(proceeding, "decision", None)
    if decision and queries.termination_of(proceeding):
        return (ClosureKind.ENDED,)  # the party is no more, and was not told
    if decision is None:
        return board.closures_undecided(proceeding) or UNDECIDED
    return board.closures_after(proceeding, decision.disposal)


def possible_closures(proceeding: Proceeding) -> tuple[TextChoices, ...]:
    """Those among them that nothing speaks against today."""
    return tuple(row for row in closures(proceeding) if board.may_close(proceeding, row.value))


def open_closures(proceeding: Proceeding) -> tuple[TextChoices, ...]:
    """Those that would be taken today, once their reason is said."""
    return tuple(row for row in closures(proceeding) if _against(proceeding, row.value) == ())


def some_closure_is_open(proceeding: Proceeding) -> Verdict:
    """What keeps back each kind of ending that there is; of none that is open, everything that is in its way."""
    against = [_against(proceeding, row.value) for row in closures(proceeding)]
    if () not in against:
        return Verdict(tuple(dict.fromkeys(reason for reasons in against for reason in reasons)))
    return Verdict.yes()


def _against(proceeding: Proceeding, kind: str) -> tuple[Reason, ...]:
    fits = kind_fits(proceeding, kind, reason=ANY_REASON) & board.may_close(proceeding, kind)
    return fits.reasons


def usual_closure(proceeding: Proceeding) -> str:
    """With what the approval begins once it is decided."""
    if not hasattr(proceeding, "decision"):
        return ""
    return str((possible_closures(proceeding) or closures(proceeding))[0].value)


def approval_fits(paper: Paper) -> Verdict:
    """Nobody signs an ending that the case does not take, where it takes another; what keeps back all is asked when it ends."""
    if documents.form(paper.form).purpose != CLOSURE:
        return Verdict.yes()
    said = {name: str(paper.document.values.get(f"closure_{name}") or "") for name in ("kind", "reason")}
    if not said["kind"]:
        return Verdict.yes()  # the gap is named by the paper
    fits = kind_fits(paper.proceeding, said["kind"], reason=said["reason"].strip())
    return (
        fits & board.may_close(paper.proceeding, said["kind"])
        if possible_closures(paper.proceeding)
        else fits
    )


def kind_fits(proceeding: Proceeding, kind: str, *, reason: str) -> Verdict:
    """Whether the proceeding may end so, by what was decided in it, and the reason is said."""
    fallen = queries.has_fallen(proceeding)
    if fallen or kind == ClosureKind.OVERTURNED:
        return Verdict.when(
            fallen and kind == ClosureKind.OVERTURNED,
            "决定被撤销、确认无效的，以决定被撤销结案；决定没有被撤销的，不能这样结案。",
            citation="行政处罚法第七十五条第二款",
        )
    offered = closures(proceeding)
    named = next((row.label for row in board.closures() if row == kind), kind)
    verdict = Verdict.when(
        kind in offered,
        f"按本案的处理结果，不能以“{named}”结案。",
        citation="行政处罚法第五十七条",
        remedy=f"请选择：{'、'.join(row.label for row in offered)}。",
    )
    verdict &= Verdict.when(
        kind not in ClosureKind.values
        or (proceeding.filed_on is None) == (kind == ClosureKind.NOT_FILED)
        or kind in AT_ANY_TIME,
        "尚未立案的以不予立案结案（移送、终止的除外），已经立案的不能以不予立案结案。",
        citation="行政处罚法第五十四条",
    )
    verdict &= Verdict.when(
        kind != ClosureKind.ENDED or hasattr(proceeding, "decision") or queries.termination_of(proceeding),
        "没有批准终止调查的记录，不能以终止结案。",
        citation="行政处罚法第五十七条",
        remedy="当事人死亡或者终止的，请由机关负责人批准终止调查。",
    )
    return verdict & Verdict.when(
        kind == ClosureKind.PERFORMED or len(reason) >= 5,
        "请写明结案理由（不少于5个字）。",
        citation="行政处罚法第五十七条",
    )
