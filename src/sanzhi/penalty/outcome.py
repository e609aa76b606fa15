"""A penalty as the public may read it, before anything is masked (F1-04: who, against whom, what kind, with what result)."""

from sanzhi.cases import queries
from sanzhi.cases.changed import CHANGE, change_rows, terms_now, text_now
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.outcome import RESPONDENT, Outcome
from sanzhi.catalogues import queries as catalogues
from sanzhi.law.measures import Disposal, Weight

SANCTION = "处罚内容"
# in whole sentences: parts may be masked beyond what was masked by rule
WORDED = frozenset({"违法事实", "裁量说明"})
# where people wrote; the rest comes from lists
FREE = WORDED | {SANCTION, CHANGE}


def outcome(proceeding: Proceeding) -> Outcome | None:
    """Nothing where the party was spared: no penalty was decided."""
    decision: Decision | None = getattr(proceeding, "decision", None)
    if decision is None or decision.disposal != Disposal.PUNISH or proceeding.respondent is None:
        return None
    # a fine is masked by nobody, a thing that is named may be
    names_things = any(term.thing for term in terms_now(decision))
    return Outcome(
        kind="penalty_decision",
        title=proceeding.cause,
        clock="publication",
        rows=tuple(_rows(decision)),
        sanction=SANCTION,
        worded=WORDED | {SANCTION} if names_things else WORDED,
        free=FREE,
        months=_months(decision),
    )


def _months(decision: Decision) -> int:
    proceeding, party = decision.proceeding, decision.proceeding.respondent
    assert party is not None  # its caller asks
    weight = Weight.of(terms_now(decision))
    level = catalogues.publication_level(weight, kind=party.kind, simplified=decision.is_simplified)
    return catalogues.publication_months(proceeding.case.authority.code, level)


def _rows(decision: Decision) -> list[tuple[str, str]]:
    proceeding, case = decision.proceeding, decision.proceeding.case
    party, found, power = proceeding.respondent, proceeding.finding, queries.power_of(proceeding)
    assert party is not None  # its caller asks
    proposal = queries.current_proposal(proceeding)
    return [
        ("执法机关", case.authority.name),
        ("决定书文号", decision.number),
        (RESPONDENT, party.name),
        ("行政相对人类别", party.get_kind_display()),
        *([("统一社会信用代码", party.public_code)] if party.public_code else []),
        ("执法类别", "行政处罚（简易程序）" if decision.is_simplified else "行政处罚（普通程序）"),
        ("违法行为类型", proceeding.cause),
        ("违法事实", found.conduct if found else case.summary),
        ("违反条款", power.prohibition),
        ("处罚依据", power.penalty_basis),
        (SANCTION, text_now(decision)),
        *change_rows(decision),
        *([("裁量说明", proposal.reason)] if proposal and proposal.reason else []),
        ("决定日期", f"{decision.decided_on.year}年{decision.decided_on.month}月{decision.decided_on.day}日"),
        ("救济渠道", _remedies(decision)),
    ]


def _remedies(decision: Decision) -> str:
    """What was decided on the spot goes to reconsideration first (行政复议法 §23(1))."""
    government = decision.proceeding.case.authority.government
    if decision.is_simplified:
        return f"可以依法向{government}申请行政复议；对行政复议决定不服的，可以再依法提起行政诉讼。"
    return f"可以依法向{government}申请行政复议，或者依法提起行政诉讼。"
