"""Rules on who may act: qualified, two, not recused, heads decide, nobody in two offices (§42, §43, §57)."""

from tests.lawful.chronicle import Chronicle, Penalty, said
from tests.lawful.chronicle.happenings import (
    Approved,
    Assigned,
    Decided,
    Gathered,
    Happening,
    Issued,
    Proposed,
    Published,
    RecusalAsked,
    RecusalDecided,
    Reviewed,
)
from tests.lawful.judge.example import (
    BOTH,
    CHAIR,
    CLERK,
    DEPUTY,
    HEAD,
    LEADER,
    ONE,
    REVIEWER,
    TWO,
    at,
    changed,
    fine,
    ordinary,
    paper_changed,
    plus,
)
from tests.lawful.judge.readings import (
    differs,
    handled,
    handling,
    heads,
    ordinary_decisions,
    people,
    worked_on,
)
from tests.lawful.judge.rule import Finds, rule

# papers that two officers make on the spot
RECORDS = frozenset({"D08", "D10", "D13", "D25", "D43", "D54", "D62", "D77"})


@rule(
    "1.1",
    article="行政处罚法第四十二条；河南省行政执法条例第二十条、第二十一条",
    says="执法人员签名栏里的人当日应当有执法资格",
    kind="unqualified_officer",
    certainty="原文",
)
def signed_without_qualification(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        for role, key in paper.signers:
            person = case.roster.get(key)
            if role == "officer" and person and not person.may_enforce_on(paper.day):
                yield paper, f"{paper.form}：{person.name}当日没有有效的执法资格"


signed_without_qualification.breach(
    lambda: plus(ordinary(), Issued(at=at(900), by=(ONE,), form="D08", signers=BOTH))
)
signed_without_qualification.lawful(
    lambda: plus(ordinary(), Issued(at=at(5), by=(ONE,), form="D08", signers=BOTH))
)


@rule(
    "1.2",
    article="行政处罚法第四十二条；河南省行政执法条例第二十一条",
    says="承办人员应当有执法资格",
    kind="unqualified_officer",
    certainty="原文",
)
def handles_without_qualification(case: Chronicle) -> Finds:
    for row in case.all(Assigned):
        for key in row.joined:
            person = case.roster.get(key)
            if person and not person.may_enforce_on(row.day):
                yield row, f"{person.name}没有有效的执法资格"


handles_without_qualification.breach(
    lambda: plus(ordinary(), Assigned(at=at(5), joined=(TWO,), on=at(900).date()))
)
handles_without_qualification.lawful(lambda: plus(ordinary(), Assigned(at=at(5), joined=(TWO,))))


@rule(
    "1.3",
    article="行政处罚法第四十二条、第五十五条；河南省行政执法条例第二十四条",
    says="调查、检查、当场处罚的笔录文书由两名以上执法人员签名",
    kind="one_officer",
    certainty="推论",
)
def one_officer_signed(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        count = len({key for role, key in paper.signers if role == "officer"})
        if paper.form in RECORDS and paper.signers and count < 2:
            yield paper, f"{paper.form}只有{count}名执法人员签名"


one_officer_signed.breach(
    lambda: plus(
        ordinary(), Issued(at=at(5), by=(ONE,), form="D10", signers=(("officer", ONE), ("officer", ONE)))
    )
)
one_officer_signed.lawful(lambda: plus(ordinary(), Issued(at=at(5), by=(ONE,), form="D10", signers=BOTH)))


@rule(
    "1.4",
    article="行政处罚法第四十二条",
    says="处罚由两名以上执法人员实施",
    kind="one_officer",
    certainty="原文",
)
def one_handler(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        now = handling(case, decided)
        if case.before(decided, Assigned) and len(now) < 2:
            yield decided, f"决定时承办人员只有{len(now)}名"


one_handler.breach(lambda: plus(ordinary(), Assigned(at=at(5), left=(TWO,))))
one_handler.lawful(lambda: plus(ordinary(), Assigned(at=at(5), joined=(LEADER,), left=(TWO,))))


@rule(
    "1.5",
    article="行政处罚法第五十五条；河南省行政执法条例第二十四条",
    says="笔录应当记载主动出示执法证件",
    kind="certificate_not_shown",
    certainty="推论",
)
def certificate_not_shown(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        if (
            "identity_shown" in (paper.content or {})
            and not str(paper.content["identity_shown"] or "").strip()
        ):
            yield paper, f"{paper.form}没有出示证件的记载"


certificate_not_shown.breach(
    lambda: plus(ordinary(), Issued(at=at(5), form="D08", content={"identity_shown": " "}))
)
certificate_not_shown.lawful(
    lambda: plus(ordinary(), Issued(at=at(5), form="D08", signers=BOTH, content={"identity_shown": "已出示"}))
)


@rule(
    "3.1",
    article="行政处罚法第四十三条；河南省行政执法条例第二十三条",
    says="回避申请没有决定之前，不得作出处罚决定",
    kind="recusal",
    certainty="推论",
)
def recusal_pending(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        for asked in case.before(decided, RecusalAsked):
            answers = [
                row
                for row in case.after(asked, RecusalDecided)
                if row in case.before(decided, RecusalDecided)
            ]
            if not any(people(case, (row.of,)) == people(case, (asked.of,)) for row in answers):
                yield decided, "回避申请还没有决定"


recusal_pending.breach(lambda: plus(ordinary(), RecusalAsked(at=at(5), of=ONE)))
recusal_pending.lawful(
    lambda: plus(ordinary(), RecusalAsked(at=at(5), of=ONE), RecusalDecided(at=at(6), by=(HEAD,), of=ONE))
)


def _acts(row: Happening) -> tuple[str, ...]:
    signers = tuple(key for _, key in row.signers) if isinstance(row, Issued) else ()
    return (*row.by, *signers)


@rule(
    "3.2",
    article="行政处罚法第四十三条",
    says="决定回避之后，该人不得再办理本案",
    kind="recusal",
    certainty="推论",
)
def recused_and_acting(case: Chronicle) -> Finds:
    for recused in case.all(RecusalDecided):
        who = people(case, (recused.of,)) if recused.is_granted else frozenset()
        for row in case.after(recused, Happening):
            if who & people(case, _acts(row)):
                yield row, f"已决定回避，仍有{row.word}"


recused_and_acting.breach(
    lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=ONE, is_granted=True))
)
recused_and_acting.lawful(
    lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=REVIEWER + "9", is_granted=True))
)


@rule(
    "3.3",
    article="行政处罚法第四十三条；河南省行政执法条例第二十三条",
    says="执法人员的回避由机关负责人决定，负责人的回避由上级决定",
    kind="recusal",
    certainty="原文",
)
def recusal_by_nobody(case: Chronicle) -> Finds:
    for row in case.all(RecusalDecided):
        in_office, who = heads(case, row.day), people(case, row.by)
        own = people(case, (row.of,)) <= in_office
        if who and in_office and (bool(who & in_office) if own else not who & in_office):
            yield row, "不是有权决定回避的人"


recusal_by_nobody.breach(lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(TWO,), of=ONE)))
recusal_by_nobody.breach(lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=HEAD)))
recusal_by_nobody.lawful(lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=ONE)))


@rule(
    "20.1",
    article="行政处罚法第五十七条第一款；河南省行政执法条例第二十八条第一款",
    says="普通程序的决定由机关负责人作出",
    kind="not_a_head",
    certainty="原文",
)
def decided_by_others(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        in_office = heads(case, decided.day)
        if in_office and not people(case, decided.by) & in_office:
            yield decided, "作出决定的不是机关负责人"


decided_by_others.breach(lambda: changed(ordinary(), Decided, by=(REVIEWER,)))
decided_by_others.breach(lambda: changed(ordinary(), Decided, by=()))
decided_by_others.lawful(lambda: changed(ordinary(), Decided, by=(DEPUTY,)))


@rule(
    "20.2",
    article="行政处罚法第五十七条第一款",
    says="承办人员不得审批、决定自己承办的案件",
    kind="two_offices",
    certainty="推论",
)
def handler_decides(case: Chronicle) -> Finds:
    hands = worked_on(case)
    rows: tuple[Happening, ...] = (*case.all(Approved), *ordinary_decisions(case))
    for row in rows:
        if people(case, row.by) & hands:
            yield row, f"承办、调查过本案的人又{row.word}"


handler_decides.breach(lambda: changed(ordinary(), Approved, by=(ONE,)))
handler_decides.breach(lambda: _inspected_by(HEAD))
handler_decides.breach(
    lambda: plus(ordinary(), Gathered(at=at(2, 16), by=(ONE, HEAD), kind="testimony", name="证言"))
)
handler_decides.breach(lambda: changed(ordinary(), Proposed, by=(HEAD,)))
handler_decides.lawful(lambda: _inspected_by(DEPUTY))
handler_decides.lawful(lambda: changed(ordinary(), Approved, by=(DEPUTY,)))


def _inspected_by(key: str) -> Chronicle:
    return paper_changed(ordinary(), "D08", signers=(("officer", ONE), ("officer", key)))


@rule(
    "20.3",
    article="行政处罚法第五十七条第一款",
    says="决定之前由机关负责人审批调查结果",
    kind="not_approved",
    certainty="原文",
)
def not_approved(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        rows = [row for row in case.before(decided, Approved) if row.form == "D40"]
        if not rows and decided.penalty.punishes:
            yield decided, "没有D40处罚决定审批"


not_approved.breach(lambda: changed(ordinary(), Approved, form="D03"))
not_approved.lawful(lambda: plus(ordinary(), Approved(at=at(1), by=(HEAD,), form="D03")))


@rule(
    "20.5",
    article="行政处罚法第五十七条第一款；河南省行政执法条例第二十八条第一款",
    says="审批调查结果的应当是机关负责人",
    kind="not_a_head",
    certainty="原文",
)
def approved_by_others(case: Chronicle) -> Finds:
    for row in case.all(Approved):
        in_office = heads(case, row.day)
        if row.form == "D40" and in_office and not people(case, row.by) & in_office:
            yield row, "批准的不是机关负责人" if row.by else "没有批准人"


for _by in ((LEADER,), (CLERK,), (CHAIR,), (TWO,), ()):
    approved_by_others.breach(lambda by=_by: changed(ordinary(), Approved, by=by))
approved_by_others.lawful(lambda: changed(ordinary(), Approved, by=(DEPUTY,)))
approved_by_others.lawful(lambda: changed(ordinary(), Approved, by=(LEADER, HEAD)))


@rule(
    "20.4",
    article="行政处罚法第五十七条第一款",
    says="批准的与决定的应当是同一个处罚",
    kind="approved_not_decided",
    certainty="推论",
)
def approved_something_else(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        saw = [row.saw for row in case.before(decided, Approved) if row.form == "D40" and row.saw]
        if saw and differs(decided.penalty, saw[-1]):
            yield decided, f"批准{said(saw[-1])}，决定{said(decided.penalty)}"


approved_something_else.breach(lambda: changed(ordinary(), Approved, saw=fine(700)))
approved_something_else.breach(
    lambda: changed(ordinary(), Approved, saw=fine(800, measures=frozenset({"halt"})))
)
approved_something_else.lawful(lambda: changed(ordinary(), Approved, saw=Penalty(is_known=False)))


@rule(
    "61.1",
    article="行政处罚法第四十二条、第五十七条",
    says="一份文书上同一个人不得以两种职务签名",
    kind="two_offices",
    certainty="推论",
)
def two_roles_on_one_paper(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        roles: dict[str, set[str]] = {}
        for role, key in paper.signers:
            for person in people(case, (key,)):
                roles.setdefault(person, set()).add(role)
        if any(len(found) > 1 for found in roles.values()):
            yield paper, f"{paper.form}上一人签了两种职务"


two_roles_on_one_paper.breach(
    lambda: plus(ordinary(), Issued(at=at(5), form="D27", signers=(("officer", ONE), ("squad_leader", ONE))))
)
two_roles_on_one_paper.lawful(lambda: plus(ordinary(), Issued(at=at(5), form="D27", signers=BOTH)))


@rule(
    "61.2",
    article="国办发〔2018〕118号；河南省行政执法公示办法",
    says="公示由他人审核发布，整理的人不得自己批准",
    kind="two_offices",
    certainty="记忆",
)
def prepared_and_released(case: Chronicle) -> Finds:
    for row in case.all(Published):
        if row.prepared_by and people(case, (row.prepared_by,)) & people(case, row.by):
            yield row, "整理人自己批准了公示"


prepared_and_released.breach(lambda: changed(ordinary(), Published, by=(CLERK,)))
prepared_and_released.lawful(lambda: changed(ordinary(), Published, by=(HEAD,)))


@rule(
    "61.3",
    article="行政处罚法第四十二条",
    says="收集证据的人应当是本案承办人员",
    kind="stranger_acts",
    certainty="推论",
)
def stranger_gathers(case: Chronicle) -> Finds:
    hands = handled(case)
    for row in case.all(Gathered):
        if hands and row.by and not people(case, row.by) & hands:
            yield row, "取证的人没有被指派承办"


stranger_gathers.breach(lambda: changed(ordinary(), Gathered, by=(REVIEWER,)))
stranger_gathers.lawful(lambda: plus(ordinary(), Reviewed(at=at(13), by=(REVIEWER,))))
