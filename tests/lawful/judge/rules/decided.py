"""Rules on the decision itself: what it says, on the spot, not to punish, changed later (§30–§33, §51–§59)."""

import re

from tests.lawful.chronicle import Chronicle, Penalty
from tests.lawful.chronicle.happenings import Closed, Decided, Educated, Published
from tests.lawful.chronicle.sums import sums_in
from tests.lawful.judge.example import ONE, TOLD, at, changed, fine, ordinary, plus, without
from tests.lawful.judge.example_grave import referred, spared, spot
from tests.lawful.judge.remedy import is_right_remedy
from tests.lawful.judge.rule import Finds, rule

# 行政处罚法 §59: what a decision must say, as the paper's fields are called
WANTED = {
    "party_name": "当事人姓名或者名称",
    "party_address": "当事人地址",
    "conduct": "违法事实",
    "penalty_basis": "处罚依据",
    "decision_text": "处罚内容",
    "remedy_text": "救济途径和期限",
    "authority_name": "机关名称",
}
# §59(四): of a fine; the field of the spot decision holds both
PAYMENT = {
    "D41": {"payment_days": "履行期限", "bank_name": "履行方式"},
    "D43": {"payment": "履行方式和期限"},
}
# §59(六): where the chronicle has a field for it
ONLY_IF_TOLD = {"decided_on": "决定日期", "seal": "印章"}


def _said(decided: Decided, name: str) -> str:
    return str((decided.says or {}).get(name) or "")


RIGHT = "六十日内向人民政府申请行政复议，或者六个月内向人民法院起诉"


def whole_paper() -> dict[str, str]:
    """All that a decision must say, for a fine of 800 yuan."""
    more = {"party_address": "演示路1号", "penalty_basis": "条例第四十五条第一款", "authority_name": "演示局"}
    more |= {"payment_days": "15", "bank_name": "演示银行", "decided_on": "2026-09-15", "seal": "有"}
    return {**TOLD, "form": "D41", "decision_text": "罚款800元", "remedy_text": RIGHT, **more}


@rule(
    "22.1",
    article="行政处罚法第五十九条",
    says="决定书应当载明法定事项",
    kind="decision_incomplete",
    certainty="原文",
)
def decision_incomplete(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        says = decided.says or {}
        whole = "form" in says  # a paper read from its bytes: what it does not hold it does not say
        must = WANTED | (PAYMENT.get(_said(decided, "form"), {}) if decided.penalty.fine else {})
        wanted = {name: text for name, text in must.items() if whole or name in says}
        wanted |= {name: text for name, text in ONLY_IF_TOLD.items() if name in says}
        gone = [text for name, text in wanted.items() if not str(says.get(name) or "").strip()]
        if gone:
            yield decided, f"没有{'、'.join(gone)}"


decision_incomplete.breach(lambda: changed(ordinary(), Decided, says={"party_name": "王某", "conduct": ""}))
decision_incomplete.breach(lambda: changed(ordinary(), Decided, says={"form": "D41", "party_name": "王某"}))
for _name in ("decided_on", "seal"):
    decision_incomplete.breach(
        lambda name=_name: changed(ordinary(), Decided, says={**whole_paper(), name: ""})
    )
for _name in (*WANTED, *PAYMENT["D41"]):
    decision_incomplete.breach(
        lambda name=_name: changed(
            ordinary(), Decided, says={key: text for key, text in whole_paper().items() if key != name}
        )
    )
decision_incomplete.breach(lambda: _spot_paper(""))
decision_incomplete.lawful(lambda: _spot_paper("自收到本决定书之日起十五日内到指定银行缴纳"))
decision_incomplete.lawful(lambda: changed(ordinary(), Decided, says=whole_paper()))
decision_incomplete.lawful(
    lambda: changed(ordinary(), Decided, says={"party_name": "王某", "conduct": "设摊"})
)


def _spot_paper(payment: str) -> Chronicle:
    words = {"decision_text": "罚款100元", "remedy_text": "六十日内先申请行政复议"}
    return changed(spot(), Decided, says={**whole_paper(), **words, "form": "D43", "payment": payment})


@rule(
    "22.2",
    article="罚款决定与罚款收缴分离实施办法第七条；行政处罚法第五十九条第一款第四项",
    says="罚款决定书应当载明代收机构、数额、期限和是否加处",
    kind="decision_incomplete",
    certainty="记忆",
)
def bank_not_named(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        says = decided.says or {}
        gone = [name for name in ("bank_name", "late_text") if name in says and not _said(decided, name)]
        if decided.penalty.fine and gone and not decided.is_simplified:
            yield decided, "没有代收机构或者逾期加处的告知"


bank_not_named.breach(lambda: changed(ordinary(), Decided, says={"bank_name": ""}))
bank_not_named.lawful(lambda: changed(ordinary(), Decided, says={"bank_name": "演示银行"}))


@rule(
    "22.3",
    article="行政处罚法第五十九条；河南省行政执法条例第二十九条",
    says="决定应当制作决定书（不予处罚、移送也一样）",
    kind="step_without_papers",
    certainty="原文",
)
def decision_without_paper(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        gone = decided.penalty.disposal != "refer" and not decided.paper
        if gone:
            yield decided, "没有决定书"


decision_without_paper.breach(lambda: changed(ordinary(), Decided, paper=""))
decision_without_paper.breach(lambda: changed(spared(), Decided, paper=""))
decision_without_paper.lawful(lambda: changed(referred(), Decided, paper=""))


@rule(
    "22.4",
    article="行政处罚法第五十九条",
    says="决定书的罚款数额应当与决定一致",
    kind="paper_differs",
    certainty="推论",
)
def amount_differs(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        for name in ("amount", "amount_capital"):
            written = _said(decided, name).strip()
            sums = sums_in(written) | sums_in(f"{written}元")
            if decided.penalty.fine is not None and sums and decided.penalty.fine not in sums:
                yield decided, f"决定书写{written}，决定罚款{decided.penalty.fine}元"


amount_differs.breach(lambda: changed(ordinary(), Decided, says={"amount": "8000"}))
amount_differs.breach(lambda: changed(ordinary(), Decided, says={"amount_capital": "捌仟元整"}))
amount_differs.lawful(lambda: changed(ordinary(), Decided, says={"amount_capital": "人民币捌佰元整"}))
amount_differs.lawful(lambda: changed(ordinary(), Decided, says={"amount": "800.00"}))


@rule(
    "23.1",
    article="行政复议法第二十条、第二十四条第一款；行政诉讼法第四十六条",
    says="决定书应当告知六十日内向本级人民政府申请复议、六个月内向法院起诉",
    kind="remedy_wrong",
    certainty="推论",
)
def remedy_wrong(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        words = _said(decided, "remedy_text")
        if words and not decided.is_simplified and not is_right_remedy(words):
            yield decided, "没有告知法定的复议机关和复议、起诉期限"


remedy_wrong.breach(lambda: changed(ordinary(), Decided, says={"remedy_text": "十五日内申请复议或者起诉"}))
for _words in (
    "六十日内向上一级城市管理局申请行政复议，或者六个月内向人民法院起诉",
    "六十日内向上一级人民政府申请行政复议，或者六个月内向人民法院起诉",
    "六十日内向人民法院起诉，或者六个月内申请行政复议",
    "六个月内向人民政府申请行政复议，六十日内向人民法院起诉",
    "六十日内申请行政复议，或者六个月内向人民法院起诉",
    "六十日内向人民政府申请行政复议，或者六个月内向公安机关申诉",
    "一百六十日内向人民政府申请行政复议，或者十六个月内向人民法院起诉",
    "六十日内向人民政府申请行政复议，或者16个月内向人民法院起诉",
    "六十日内向本局申请复议，六个月内向人民政府起诉",
):
    remedy_wrong.breach(lambda words=_words: changed(ordinary(), Decided, says={"remedy_text": words}))
for _words in (
    "可以自收到本决定书之日起60日内依法向演示市人民政府申请行政复议，也可以自收到本决定书之日起6个月内"
    "依法直接向演示市人民法院提起行政诉讼。行政复议、行政诉讼期间，本决定不停止执行。",
    "可以向演示市人民政府申请行政复议，期限为六十日；也可以向人民法院提起诉讼，期限为六个月。",
    "60天内向卫东区人民政府申请行政复议，或者6个月内向卫东区人民法院提起行政诉讼，但行政处罚不停止执行，法律另有规定的除外。",
    "六十日内向人民政府申请行政复议，对复议决定不服的，十五日内向人民法院起诉；也可以六个月内直接向人民法院起诉",
    "六十日内向人民政府申请行政复议，六个月内向人民法院起诉；对复议决定不服的，十五日内向人民法院起诉",
):
    remedy_wrong.lawful(lambda words=_words: changed(ordinary(), Decided, says={"remedy_text": words}))
remedy_wrong.lawful(lambda: changed(ordinary(), Decided, says={"remedy_text": RIGHT}))


@rule(
    "23.2",
    article="行政复议法第二十三条第一款第一项",
    says="当场处罚的救济是先申请复议，不得写可以直接起诉",
    kind="remedy_wrong",
    certainty="推论",
)
def spot_remedy_wrong(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        words = _said(decided, "remedy_text")
        direct = re.search("(?<!不)(?<!不[得能可])(?<!不可以)(?:直接|径行|径直)|六个月|6个月", words)
        if words and decided.is_simplified and ("先" not in words or direct):
            yield decided, "没有写明先申请行政复议"


spot_remedy_wrong.breach(lambda: changed(spot(), Decided, says={"remedy_text": RIGHT}))
SPOT_RIGHT = "应当自收到之日起六十日内先向区人民政府申请行政复议，{}向人民法院提起诉讼"
for _words in ("也可以直接", "可以径行"):
    spot_remedy_wrong.breach(
        lambda words=_words: changed(spot(), Decided, says={"remedy_text": SPOT_RIGHT.format(words)})
    )
for _words in ("不得直接", "不能径行", "不可以直接"):
    spot_remedy_wrong.lawful(
        lambda words=_words: changed(spot(), Decided, says={"remedy_text": SPOT_RIGHT.format(words)})
    )
spot_remedy_wrong.lawful(lambda: changed(spot(), Decided, says={"remedy_text": "六十日内先申请行政复议"}))


@rule(
    "30.1",
    article="行政处罚法第五十七条第一款",
    says="不予处罚的决定不得有罚没",
    kind="spared_and_punished",
    certainty="推论",
)
def spared_and_punished(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        if decided.penalty.disposal != "punish" and decided.penalty.codes:
            yield decided, "不予处罚却有罚没内容"


spared_and_punished.breach(
    lambda: changed(spared(), Decided, penalty=Penalty(disposal="spare", fine=fine(1).fine))
)
spared_and_punished.lawful(
    lambda: changed(spared(), Decided, penalty=Penalty(disposal="spare", reason="轻微"))
)


@rule(
    "30.2",
    article="行政处罚法第三十三条第三款",
    says="依法不予处罚的，应当教育当事人",
    kind="no_education",
    certainty="原文",
)
def not_educated(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        if decided.penalty.disposal == "spare" and case.all(Closed) and not case.all(Educated):
            yield decided, "没有教育记录"
    for closed in case.all(Closed):
        if closed.kind in {"minor", "corrected"} and not case.all(Decided) and not case.all(Educated):
            yield closed, "没有教育记录"


not_educated.breach(lambda: without(spared(), Educated))
not_educated.lawful(lambda: changed(spared(), Educated, at=at(18)))


@rule(
    "30.3",
    article="行政处罚法第五十七条第一款第三项、第三十三条第三款",
    says="违法事实不成立的，没有什么可教育的",
    kind="educated_unfounded",
    certainty="推论",
)
def educated_without_fault(case: Chronicle) -> Finds:
    unfounded = any(row.penalty.disposal == "unfounded" for row in case.all(Decided))
    for row in case.all(Educated) if unfounded else ():
        yield row, "事实不成立，却有教育记录"


educated_without_fault.breach(lambda: plus(spared("unfounded"), Educated(at=at(15), by=(ONE,))))
educated_without_fault.lawful(lambda: plus(spared(), Educated(at=at(15), by=(ONE,))))


@rule(
    "30.4",
    article="行政处罚法第三十条、第三十一条、第三十三条、第三十六条",
    says="不予处罚应当写明法定事由",
    kind="spared_without_reason",
    certainty="推论",
)
def spared_without_reason(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        penalty = decided.penalty
        words = (penalty.reason, penalty.mitigation, penalty.text, *map(str, (decided.says or {}).values()))
        if penalty.is_known and penalty.disposal == "spare" and not any(word.strip() for word in words):
            yield decided, "没有写明不予处罚的事由"


spared_without_reason.breach(lambda: changed(spared(), Decided, penalty=Penalty(disposal="spare"), says={}))
spared_without_reason.lawful(
    lambda: changed(spared(), Decided, penalty=Penalty(disposal="spare", reason="违法行为轻微"), says={})
)


@rule(
    "30.5",
    article="行政处罚法第五十七条第一款第二项、第三项",
    says="立案之后不予处罚的，由负责人作出决定，不能只是结案",
    kind="spared_without_decision",
    certainty="推论",
)
def spared_without_decision(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        if closed.kind in {"corrected", "minor", "unfounded"} and not case.before(closed, Decided):
            yield closed, f"以{closed.kind}结案，没有不予处罚决定书"


spared_without_decision.breach(lambda: without(spared(), Decided))
spared_without_decision.lawful(
    lambda: changed(without(spared(), Decided, Published), Closed, kind="transferred")
)
