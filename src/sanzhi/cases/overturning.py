"""What it takes to revoke or change a decision: who, on what ground, what stands against it (行政处罚法 §75; 河南省行政执法条例 §32)."""

from decimal import Decimal
from typing import Any

from sanzhi.cases import board, queries
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Overturn, OverturnedBy, OverturnedFor, OverturnKind, PartyKind, Proceeding
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.derivation import NOTHING
from sanzhi.law.money import money_text, yuan
from sanzhi.law.penalties import ordinary_remedy
from sanzhi.law.redaction import mask_identifiers
from sanzhi.law.wording import sentence, without_opening

LAW = "行政处罚法第七十五条第二款；河南省行政执法条例第三十二条"

CHANGEABLE = frozenset({OverturnedFor.UNFIT, OverturnedFor.LAW, OverturnedFor.EVIDENCE})


def waiting(proceeding: Proceeding) -> Overturn | None:
    """What is proposed and not yet decided; what reviewer or head did not agree to is over and may be proposed anew.

    So is our own proposal once what others have decided was entered after it (行政处罚法 §75(2)).
    """
    for row in reversed(queries.overturns(proceeding)):
        if row.decided_on is None and row.dropped_on is None and row.is_agreed is not False:
            return row
        if row.by_whom != OverturnedBy.SELF:
            return None
    return None


def public_reference(row: Overturn) -> str:
    """The number of others' paper without any person of the case, of whom not even the surname stays: one may be a minor."""
    proceeding = row.decision.proceeding
    tip = getattr(proceeding.case, "tip", None)
    names = [tip.reporter if tip else ""]
    for party in rows_of(proceeding.case.parties):
        names += [party.name if party.kind == PartyKind.PERSON else "", party.representative, party.guardian]
    return mask_identifiers(row.reference, hidden=tuple(filter(None, names)), on=proceeding.happened_on)


def can_be_overturned(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        hasattr(proceeding, "decision"),
        "本案没有作出决定，没有可以撤销、变更的。",
        citation=LAW,
        remedy="拟处理意见有误的，请退回，重新提出。",
    ) & Verdict.when(
        not queries.has_fallen(proceeding),
        "决定已经被撤销。",
        citation=LAW,
        remedy="需要重新作出决定的，请办理“撤销后重新办理”。",
    )


def none_waits(proceeding: Proceeding, by_whom: OverturnedBy) -> Verdict:
    """What others have decided is entered also over a proposal of our own, which it ends."""
    row = waiting(proceeding)
    ends = row is not None and row.by_whom == OverturnedBy.SELF and by_whom != OverturnedBy.SELF
    return Verdict.when(
        row is None or ends,
        "已有一份撤销、变更意见正在办理。",
        citation=LAW,
        remedy="请先审核、决定该意见；不同意的、与复议机关、人民法院的文书不一致的，由机关负责人登记不同意，另行提出。",
    )


def nothing_is_to_be_overturned(proceeding: Proceeding) -> Verdict:
    """What may be revoked or changed the next moment is neither enforced nor closed."""
    return Verdict.when(
        waiting(proceeding) is None,
        "撤销、变更决定的意见正在办理，决定以前不能申请强制执行、不能结案。",
        citation=LAW,
        remedy="请先审核、决定该意见；机关负责人不同意的，登记不同意的理由。",
    )


def to_be_told(proceeding: Proceeding) -> tuple[Overturn, ...]:
    """Of a decision that has fallen only that; else all that was decided of it, but for changes that others have changed."""
    rows = [row for row in queries.overturns(proceeding) if row.decided_on]
    if queries.has_fallen(proceeding):
        return tuple(rows[-1:])
    changed = [row for row in rows if row.kind == OverturnKind.CHANGED]
    last = max((row.pk for row in changed if row.by_whom != OverturnedBy.SELF), default=0)
    return tuple(row for row in rows if row not in changed or row.pk >= last)


def ground_fits(kind: OverturnKind, grounds: list[OverturnedFor]) -> Verdict:
    """Void is only what is gravely and plainly unlawful; changed is what is wrong in its content (行政诉讼法 §75, §77)."""
    return Verdict.when(
        kind != OverturnKind.VOID or OverturnedFor.GRAVE in grounds,
        "确认无效限于重大且明显违法。",
        citation="行政处罚法第三十八条；行政诉讼法第七十五条；行政复议法第六十七条",
        remedy="不属于重大且明显违法的，请选择撤销、变更或者确认违法。",
    ) & Verdict.when(
        kind != OverturnKind.CHANGED or set(grounds) <= CHANGEABLE,
        "变更限于内容明显不当、适用依据或者认定事实有误；程序违法、超越职权的应当撤销。",
        citation="行政诉讼法第七十条、第七十七条；行政复议法第六十三条、第六十四条",
        remedy="请按查明的事由选择种类。",
    )


def change_fits(proceeding: Proceeding, row: Overturn) -> Verdict:
    """Only a change has a new fine, ours a lower one: whoever wants a heavier one decides anew.

    What others have changed is held against their paper (`judged.is_as_judged`).
    """
    changes, fine, own = row.kind == OverturnKind.CHANGED, row.fine, row.by_whom == OverturnedBy.SELF
    has_sum = board.sum_of(proceeding) is not None
    called, old = board.sum_caption(proceeding), _fine_before(proceeding, None)
    return (
        Verdict.when(
            has_sum or not changes or not own,
            "本决定没有数额，本机关不能自行变更。",
            citation=LAW,
            remedy="请撤销后重新办理。",
        )
        & Verdict.when(
            (changes and has_sum) == (fine is not None),
            "变更数额的，请填写变更后的数额；不是变更数额的，请不要填写。",
            citation=LAW,
        )
        & Verdict.when(
            not own or not changes or board.is_owed(proceeding),
            "补偿数额有误的，撤销后重新核算、重新决定。",
            citation=LAW,
        )
    ) & Verdict.when(
        not changes or fine is None or fine < old or not own,
        f"变更后的{called}应当低于原{called}{yuan(old)}元；需要加重或者改作其他决定的，撤销后重新告知、重新决定。",
        citation="行政处罚法第四十四条、第七十五条第二款；行政诉讼法第七十七条；行政复议法第六十三条",
    )


def _fine_before(proceeding: Proceeding, row: Overturn | None) -> Decimal:
    """The fine as it stood before `row` changed it; as it stands now for None."""
    if not hasattr(proceeding, "decision"):
        return NOTHING
    rows = [one for one in queries.overturns(proceeding) if row is None or one.pk < row.pk]
    changed = [one.fine for one in rows if one.decided_on and one.fine is not None]
    return changed[-1] if changed else board.sum_of(proceeding) or NOTHING


@facts(
    "overturn",
    "kind grounds ground text on number decided_on decided_text remedy",
    by={"": "cases.propose_overturn"},
)
def overturn_known(proceeding: Proceeding) -> dict[str, Any]:
    """What the paper of the revocation says."""
    row = queries.overturn_of(proceeding)
    if row is None:
        return {}
    authority = proceeding.case.authority
    change = (
        f"{board.sum_caption(proceeding)}由{yuan(_fine_before(proceeding, row))}元变更为{money_text(row.fine)}"
        if row.fine is not None
        else ""
    )
    return {
        "kind": row.get_kind_display(),
        "grounds": row.grounds,
        "ground": sentence(without_opening(row.ground)),
        "text": change or _done_to_it(row),
        "on": row.decided_on,
        "number": row.decision.number,
        "decided_on": row.decision.decided_on,
        "decided_text": row.decision.text,
        # 行政复议法 §23 speaks of what is decided on the spot; a revocation never is
        "remedy": ordinary_remedy(authority.government, authority.court),
    }


def _done_to_it(row: Overturn) -> str:
    """撤销上述决定, 确认上述决定违法."""
    kind = row.get_kind_display()
    held = kind.removeprefix("确认")
    return f"{kind}上述决定" if held == kind else f"确认上述决定{held}"
