"""A levy as the public may read it, before anything is masked: 其他执法结果 (国办发〔2018〕118号二(六))."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.outcome import RESPONDENT, Outcome
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.levy.queries import assessment_of

SANCTION = "征收内容"
WORDED = frozenset({"事实和理由"})


def outcome(proceeding: Proceeding) -> Outcome | None:
    decision: Decision | None = getattr(proceeding, "decision", None)
    if decision is None or decision.disposal != Disposal.LEVY or proceeding.respondent is None:
        return None
    return Outcome(
        kind="levy_decision",
        title=proceeding.cause,
        clock="publication_other",
        rows=tuple(_rows(proceeding, decision)),
        sanction=SANCTION,
        worded=WORDED,
        free=WORDED,
    )


def _rows(proceeding: Proceeding, decision: Decision) -> list[tuple[str, str]]:
    party, assessed = proceeding.respondent, assessment_of(proceeding)
    assert party is not None and assessed is not None  # its caller asks; nothing is decided without it
    authority = proceeding.case.authority
    return [
        ("执法机关", authority.name),
        ("决定书文号", decision.number),
        (RESPONDENT, party.name),
        ("行政相对人类别", party.get_kind_display()),
        *([("统一社会信用代码", party.public_code)] if party.public_code else []),
        ("执法类别", "行政征收"),
        ("收费项目", assessed.item),
        ("事实和理由", decision.proposal.reason),
        ("征收依据", cases.power_of(proceeding).penalty_basis),
        ("收费标准", f"{assessed.standard}（{assessed.mark}）"),
        (SANCTION, decision.text),
        ("决定日期", chinese_date(decision.decided_on)),
        ("救济渠道", f"可以依法向{authority.government}申请行政复议，或者依法提起行政诉讼。"),
    ]
