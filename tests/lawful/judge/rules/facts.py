"""Rules on facts and evidence: each fact has a lawful piece, gathered before the decision; preservation ends in time."""

import re

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Found,
    Gathered,
    Overturned,
    PreservationSettled,
    Preserved,
    Published,
)
from tests.lawful.chronicle.text import plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import ONE, at, changed, on, ordinary, plus, without
from tests.lawful.judge.readings import ordinary_decisions
from tests.lawful.judge.rule import Finds, Omission, rule

# 行政处罚法 §46
KINDS = frozenset(
    {"document", "object", "audio_visual", "electronic", "testimony", "statement", "expert", "record"}
)


@rule(
    "29.1",
    article="行政处罚法第四十条、第四十六条",
    says="没有证据，不得处罚",
    kind="no_evidence",
    certainty="原文",
)
def no_evidence(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        if decided.penalty.punishes and not case.before(decided, Gathered):
            yield decided, "决定之前没有收集任何证据"


no_evidence.breach(lambda: without(ordinary(), Gathered))
no_evidence.lawful(lambda: changed(ordinary(), Gathered, at=at(13)))


@rule(
    "29.2",
    article="行政处罚法第四十六条第一款",
    says="证据须属于法定的八种之一",
    kind="evidence_kind",
    certainty="原文",
)
def evidence_of_no_kind(case: Chronicle) -> Finds:
    for row in case.all(Gathered):
        if row.kind not in KINDS:
            yield row, f"“{row.name}”的种类是“{row.kind}”"


evidence_of_no_kind.breach(lambda: changed(ordinary(), Gathered, kind="rumour"))
evidence_of_no_kind.lawful(lambda: changed(ordinary(), Gathered, kind="testimony"))


@rule(
    "29.3",
    article="行政处罚法第四十六条第三款",
    says="非法取得的证据不得作为认定事实的根据",
    kind="evidence_unlawful",
    certainty="原文",
)
def unlawful_evidence(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        found = case.before(decided, Found)
        used = {name for row in found for name in row.evidence} | {
            str(name) for name in _named(decided.says or {})
        }
        rows = case.before(decided, Gathered)
        bad = [row for row in rows if not row.is_lawful and (row.name in used or len(rows) == 1)]
        if bad and decided.penalty.punishes:
            yield decided, f"采用了非法取得的“{bad[0].name}”"


def _named(says: object) -> list[object]:
    table = says.get("evidence") if isinstance(says, dict) else None
    rows = table if isinstance(table, list | tuple) else []
    return [row.get("name") for row in rows if isinstance(row, dict)]


unlawful_evidence.breach(lambda: changed(ordinary(), Gathered, is_lawful=False))
unlawful_evidence.lawful(
    lambda: plus(ordinary(), Gathered(at=at(5), by=(ONE,), kind="document", name="甲", is_lawful=False))
)


@rule(
    "29.4",
    article="行政处罚法第四十条",
    says="查明所用的证据应当已经收集",
    kind="no_evidence",
    certainty="推论",
)
def found_on_nothing(case: Chronicle) -> Finds:
    for found in case.all(Found):
        names = {row.name for row in case.before(found, Gathered)}
        gone = [name for name in found.evidence if name not in names]
        if gone:
            yield found, f"“{gone[0]}”还没有收集"


found_on_nothing.breach(lambda: plus(ordinary(), Found(at=at(2, 20), by=(ONE,), evidence=("证言",))))
found_on_nothing.lawful(lambda: plus(ordinary(), Found(at=at(2, 20), by=(ONE,), evidence=("现场检查笔录",))))


@rule(
    "29.5",
    article="行政处罚法第四十条、第四十六条第二款",
    says="证据应当说明证明什么",
    kind="evidence_proves_nothing",
    certainty="推论",
)
def evidence_proves_nothing(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        rows = case.before(decided, Gathered)
        if rows and not any(row.proves.strip() for row in rows):
            yield decided, "没有一件证据写明证明对象"


evidence_proves_nothing.breach(lambda: changed(ordinary(), Gathered, proves=""))
evidence_proves_nothing.lawful(
    lambda: plus(ordinary(), Gathered(at=at(5), by=(ONE,), kind="document", name="营业执照"))
)


# what can only be seen after the decision: that it was served, obeyed, paid, enforced
OF_PERFORMANCE = re.compile(
    "履行|执行|送达|缴款|缴纳|缴清|已(?:经|自行)?(?:改正|整改|清理|拆除|恢复)|整改后|改正后|清理后|拆除后"
)


@rule(
    "29.6",
    article="行政处罚法第五十四条、第五十七条第一款、第四十条",
    says="决定之后才收集的证据不能补足处罚",
    kind="evidence_after_decision",
    certainty="推论",
)
def evidence_after_decision(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        fallen = next(iter(case.after(decided, Overturned)), None)  # from then on the inquiry is a new one
        since = case.after(fallen, Gathered) if fallen else ()
        rows = [row for row in case.after(decided, Gathered) if row.day >= decided.day and row not in since]
        late = [row for row in rows if not OF_PERFORMANCE.search(plain(row.name + row.proves))]
        if late and decided.penalty.punishes:
            yield late[0], f"{decided.day}已决定，又收集“{late[0].name}”"


evidence_after_decision.breach(
    lambda: plus(ordinary(), Gathered(at=at(16), by=(ONE,), kind="document", name="补", proves="x"))
)
evidence_after_decision.lawful(
    lambda: plus(
        without(ordinary(), Published),
        Overturned(at=at(20), by_whom="court", ground="主要证据不足", orders_anew=True),
        Gathered(at=at(22), by=(ONE,), kind="document", name="补", proves="x"),
    )
)
for _kind, _name, _proves in (
    ("audio_visual", "现场照片", "决定送达后当事人已自行清理"),
    ("document", "缴款凭证", "罚款已经缴清"),
):
    evidence_after_decision.lawful(
        lambda kind=_kind, name=_name, proves=_proves: plus(
            ordinary(), Gathered(at=at(16), by=(ONE,), kind=kind, name=name, proves=proves)
        )
    )


@rule(
    "36.1",
    article="行政处罚法第五十六条",
    says="先行登记保存须经机关负责人批准",
    kind="preservation",
    certainty="原文",
)
def preserved_without_approval(case: Chronicle) -> Finds:
    for row in case.all(Preserved):
        if row.approved_on is None or row.approved_on > row.day:
            yield row, f"批准：{row.approved_on or '没有'}"


def _preserved(approved: int | None, settled: int | None, *, today: int = 30) -> Chronicle:
    kept = Preserved(at=at(2, 16), by=(ONE,), approved_on=None if approved is None else on(approved))
    done = [] if settled is None else [PreservationSettled(at=at(settled), by=(ONE,), way="退还")]
    return plus(ordinary(today=on(today)), kept, *done)


preserved_without_approval.breach(lambda: _preserved(None, 5))
preserved_without_approval.breach(lambda: _preserved(3, 5))
preserved_without_approval.lawful(lambda: _preserved(2, 5))


@rule(
    "36.2",
    article="行政处罚法第五十六条、第八十五条",
    says="先行登记保存七个工作日内作出处理决定",
    kind="preservation",
    certainty="原文",
)
def preserved_too_long(case: Chronicle) -> Finds:
    for row in case.all(Preserved):
        ends = case.days.after(row.day, lines.PRESERVED)
        settled = case.after(row, PreservationSettled)
        open_still = not settled and case.today is not None and case.today > ends
        if open_still or (settled and settled[0].day > ends):
            yield row, Omission(f"应当在{ends}之前处理")


preserved_too_long.breach(lambda: _preserved(2, 14))
preserved_too_long.breach(lambda: _preserved(2, None))
preserved_too_long.lawful(lambda: _preserved(2, 13))
