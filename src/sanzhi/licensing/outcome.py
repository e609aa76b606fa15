"""A licence as the public may read it, before anything is masked (行政许可法 §40): granted, changed, renewed, ended; a refusal never."""

from sanzhi.cases.models import Decision, PartyKind, Proceeding
from sanzhi.cases.outcome import RESPONDENT, Outcome
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.licensing.models import Licence
from sanzhi.licensing.queries import licence_of

KIND = "licence_decision"
CONTENT, NUMBER, UNTIL, STATE = "许可内容", "许可证编号", "有效期至", "当前状态"
GIVES = {Disposal.GRANT: "准予许可", Disposal.AMEND: "准予变更", Disposal.RENEW: "准予延续"}
ENDS = {Disposal.RESCIND: "撤销许可", Disposal.RECALL: "撤回许可", Disposal.CANCEL: "注销许可"}
PLACE = "地点"
WORDED = frozenset({CONTENT, PLACE})


def outcome(proceeding: Proceeding) -> Outcome | None:
    decision: Decision | None = getattr(proceeding, "decision", None)
    licence = licence_of(proceeding)
    if decision is None or licence is None or decision.disposal not in {**GIVES, **ENDS}:
        return None
    return Outcome(
        kind=KIND,
        title=licence.item_title,
        clock="publication",
        rows=_rows(decision, licence),
        sanction=CONTENT,
        worded=WORDED,
        # the house number of a place stays, unless it may be where a person lives
        free=WORDED - (set() if licence.holder.kind == PartyKind.PERSON else {PLACE}),
        subject=licence.number,
    )


def _rows(decision: Decision, licence: Licence) -> tuple[tuple[str, str], ...]:
    """The fields of the national table that are public (facts 8.2): no number of a natural person's paper."""
    disposal = Disposal(decision.disposal)
    party, gives = licence.holder, disposal in GIVES
    return (
        ("执法机关", licence.authority.name),
        ("许可决定文书号", decision.number),
        (RESPONDENT, party.name),
        ("行政相对人类别", party.get_kind_display()),
        *([("统一社会信用代码", party.public_code)] if party.public_code else []),
        ("执法类别", "行政许可"),
        ("许可类别", "普通"),
        ("决定", {**GIVES, **ENDS}[disposal]),
        ("许可事项", licence.item_title),
        ("许可证件名称", licence.certificate),
        (NUMBER, licence.number),
        (PLACE, licence.place),
        (CONTENT, decision.text),
        ("决定日期", chinese_date(decision.decided_on)),
        ("有效期自", chinese_date(licence.valid_from)),
        (UNTIL, chinese_date(licence.valid_until)),
        (STATE, "有效" if gives else "无效"),
    )
