"""A decision on coercion as the public may read it, before anything is masked (国办发〔2018〕118号二(六))."""

from sanzhi.cases import queries as cases
from sanzhi.cases.changed import change_rows
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.outcome import RESPONDENT, Outcome
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal

CONTENT, WHY = "强制内容", "理由"
SORTS = {
    Disposal.SEIZE: "行政强制措施（查封、扣押）",
    Disposal.PROXY: "行政强制执行（代履行）",
    Disposal.CLEAR: "行政强制执行（立即代履行）",
    Disposal.ENFORCE: "行政强制执行（强制拆除）",
    Disposal.DEMOLISH: "责令限期拆除违法建设",
}


def outcome(proceeding: Proceeding) -> Outcome | None:
    """Told the public as every other result of enforcement, within twenty working days."""
    decision: Decision | None = getattr(proceeding, "decision", None)
    if decision is None or proceeding.respondent is None or decision.disposal not in SORTS:
        return None
    return Outcome(
        kind="coercion_decision",
        title=(proceeding.main or proceeding).cause,
        clock="publication_other",
        rows=tuple(_rows(decision)),
        sanction=CONTENT,
        worded=frozenset({WHY, CONTENT}),
        free=frozenset({WHY, CONTENT}),
    )


def _rows(decision: Decision) -> list[tuple[str, str]]:
    proceeding, party = decision.proceeding, decision.proceeding.respondent
    assert party is not None  # its caller asks
    authority = proceeding.case.authority
    return [
        ("执法机关", authority.name),
        ("决定书文号", decision.number),
        (RESPONDENT, party.name),
        ("行政相对人类别", party.get_kind_display()),
        *([("统一社会信用代码", party.public_code)] if party.public_code else []),
        ("执法类别", SORTS[Disposal(decision.disposal)]),
        ("案由", (proceeding.main or proceeding).cause),
        (WHY, decision.proposal.reason),
        ("依据", cases.power_of(proceeding).penalty_basis),
        (CONTENT, decision.text),
        *change_rows(decision),
        ("决定日期", chinese_date(decision.decided_on)),
        ("救济渠道", f"可以依法向{authority.government}申请行政复议，或者依法提起行政诉讼。"),
    ]
