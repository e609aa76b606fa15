"""A requisition, and its compensation, as the public may read them: 其他执法结果 (国办发〔2018〕118号二(六))."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.outcome import RESPONDENT, Outcome
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.requisition.queries import requisition_of

SANCTION = "决定内容"
NEED = "紧急需要"
WORDED = frozenset({NEED, SANCTION})
KINDS = {
    Disposal.REQUISITION: ("requisition_decision", "行政征用"),
    Disposal.COMPENSATE: ("compensation_decision", "行政征用补偿"),
}


def outcome(proceeding: Proceeding) -> Outcome | None:
    decision: Decision | None = getattr(proceeding, "decision", None)
    if decision is None or decision.disposal not in KINDS or proceeding.respondent is None:
        return None
    kind, category = KINDS[Disposal(decision.disposal)]
    return Outcome(
        kind=kind,
        title=proceeding.cause,
        clock="publication_other",
        rows=tuple(_rows(proceeding, decision, category=category)),
        sanction=SANCTION,
        worded=WORDED,
        free=WORDED,
    )


def _rows(proceeding: Proceeding, decision: Decision, *, category: str) -> list[tuple[str, str]]:
    party, row = proceeding.respondent, requisition_of(proceeding)
    assert party is not None and row is not None  # its caller asks; nothing is decided without it
    authority = proceeding.case.authority
    return [
        ("执法机关", authority.name),
        ("决定书文号", decision.number),
        (RESPONDENT, party.name),
        ("行政相对人类别", party.get_kind_display()),
        *([("统一社会信用代码", party.public_code)] if party.public_code else []),
        ("执法类别", category),
        ("突发事件", f"{row.emergency}（{row.get_level_display()}）"),
        (NEED, row.reason),
        ("征用依据", cases.power_of(proceeding).penalty_basis),
        (SANCTION, decision.text),
        ("决定日期", chinese_date(decision.decided_on)),
        ("救济渠道", f"可以依法向{authority.government}申请行政复议，或者依法提起行政诉讼。"),
    ]
