"""Rules on who may act: qualified, two, not recused, heads decide, nobody in two offices (§42, §43, §57)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Answered,
    Approved,
    Assigned,
    Decided,
    Found,
    Gathered,
    Happening,
    Issued,
    Ordered,
    Proposed,
    Published,
    Rechecked,
    RecusalDecided,
    Reviewed,
)
from tests.lawful.judge.example import (
    BOTH,
    CLERK,
    DEPUTY,
    HEAD,
    LEADER,
    ONE,
    REVIEWER,
    TWO,
    at,
    changed,
    ordinary,
    paper_changed,
    plus,
    without,
)
from tests.lawful.judge.example_grave import corrected_first, pleaded, spot
from tests.lawful.judge.readings import handled, handling, heads, ordinary_decisions, people, worked_on
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import in_office, is_known, unqualified

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
        officers = [key for role, key in paper.signers if role == "officer"]
        for name in unqualified(case, officers, day=paper.day):
            yield paper, f"{paper.form}：{name}当日没有有效的执法资格"


signed_without_qualification.breach(
    lambda: plus(ordinary(), Issued(at=at(900), by=(ONE,), form="D08", signers=BOTH))
)
for _form, _case in (("D08", ordinary), ("D43", spot)):
    signed_without_qualification.breach(
        lambda form=_form, case=_case: paper_changed(
            case(), form, signers=(("officer", ONE), ("officer", "张临时"))
        )
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
        for name in unqualified(case, row.joined, day=row.day):
            yield row, f"{name}没有有效的执法资格"


handles_without_qualification.breach(
    lambda: plus(ordinary(), Assigned(at=at(5), joined=(TWO,), on=at(900).date()))
)
handles_without_qualification.breach(lambda: changed(ordinary(), Assigned, joined=(ONE, TWO, "张临时")))
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
        count = len(people(case, (key for role, key in paper.signers if role == "officer")))
        if paper.form in RECORDS and paper.signers and count < 2:
            yield paper, f"{paper.form}只有{count}名执法人员签名"


one_officer_signed.breach(
    lambda: plus(
        ordinary(), Issued(at=at(5), by=(ONE,), form="D10", signers=(("officer", ONE), ("officer", ONE)))
    )
)
one_officer_signed.breach(
    lambda: paper_changed(ordinary(), "D08", signers=(("officer", ONE), ("officer", "苏甲")))
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
one_handler.breach(lambda: plus(ordinary(), _recusal()))
one_handler.lawful(lambda: plus(ordinary(), _recusal(), Assigned(at=at(5), by=(LEADER,), joined=(LEADER,))))
one_handler.lawful(lambda: plus(ordinary(), _recusal(is_granted=False)))
one_handler.lawful(lambda: plus(ordinary(), Assigned(at=at(5), joined=(LEADER,), left=(TWO,))))


def _recusal(*, is_granted: bool = True) -> RecusalDecided:
    return RecusalDecided(at=at(4), by=(HEAD,), of=TWO, is_granted=is_granted)


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
        alone = row.prepared_by and people(case, (row.prepared_by,)) & people(case, row.by)
        if alone or not row.by:
            yield row, "整理人自己批准了公示" if row.by else "没有批准公示的人"


prepared_and_released.breach(lambda: changed(ordinary(), Published, by=(CLERK,)))
prepared_and_released.breach(lambda: changed(ordinary(), Published, by=()))
prepared_and_released.lawful(lambda: changed(ordinary(), Published, by=(HEAD,)))


@rule(
    "61.3",
    article="行政处罚法第四十二条",
    says="取证、查明、责令改正、复查、提出拟处理意见的人应当是本案承办人员",
    kind="stranger_acts",
    certainty="推论",
)
def stranger_inquires(case: Chronicle) -> Finds:
    """Where nobody was assigned at all, at least somebody of the bureau."""
    hands = handled(case)
    for kind in INQUIRY:
        for row in case.all(kind):
            own = hands or people(case, (person.key for person in in_office(case, row.by, day=row.day)))
            if (hands or is_known(case)) and not people(case, row.by) & own:
                yield row, f"{row.word}的人没有被指派承办" if row.by else f"没有写明{row.word}的人"


INQUIRY: tuple[type[Happening], ...] = (Gathered, Found, Ordered, Rechecked, Proposed)
for _kind in (Gathered, Ordered, Rechecked, Proposed):
    for _by in ((REVIEWER,), ("张临时",), ()):
        stranger_inquires.breach(lambda kind=_kind, by=_by: changed(corrected_first(), kind, by=by))
stranger_inquires.lawful(lambda: plus(ordinary(), Reviewed(at=at(13), by=(REVIEWER,))))
stranger_inquires.lawful(lambda: changed(corrected_first(), Rechecked, by=(TWO,)))
stranger_inquires.breach(lambda: changed(without(ordinary(), Assigned), Gathered, by=("外人",)))
stranger_inquires.lawful(lambda: without(ordinary(), Assigned))


@rule(
    "61.12",
    article="行政处罚法第四十五条第一款",
    says="陈述申辩由行政机关复核：复核的人应当是本机关在任的人员",
    kind="stranger_acts",
    certainty="推论",
)
def stranger_answers(case: Chronicle) -> Finds:
    for row in case.all(Answered):
        if is_known(case) and not in_office(case, row.by, day=row.day):
            yield row, "复核申辩的不是本机关的人员" if row.by else "没有写明复核申辩的人"


for _by in (("外人",), ("officer:99",), ()):
    stranger_answers.breach(lambda by=_by: changed(pleaded(), Answered, by=by))
for _by in ((TWO,), (LEADER,), (REVIEWER,)):
    stranger_answers.lawful(lambda by=_by: changed(pleaded(), Answered, by=by))
