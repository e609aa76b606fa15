"""Rules on the penalty on the spot: what it may be, handed over at once, reported, on a numbered form (§51, §52)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Assigned, Closed, Decided, Issued, PartyNamed, Served, Voided
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.judge import lines
from tests.lawful.judge.example import (
    HEAD,
    LEADER,
    ONE,
    REVIEWER,
    TWO,
    adult,
    at,
    changed,
    fine,
    on,
    paper_changed,
    plus,
    without,
)
from tests.lawful.judge.example_grave import spot
from tests.lawful.judge.readings import handled, handling, papers_before, parties_at, people, services_of
from tests.lawful.judge.rule import Finds, Omission, rule
from tests.lawful.judge.who import unqualified


@rule(
    "33.1",
    article="行政处罚法第五十一条",
    says="当场罚款限公民二百元、单位三千元以下",
    kind="spot_over_limit",
    certainty="原文",
)
def spot_over_limit(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        party = next(iter(parties_at(case, decided)), None)
        limit = lines.SPOT_CITIZEN if party is None or party.is_natural else lines.SPOT_UNIT
        if decided.is_simplified and (decided.penalty.fine or 0) > limit:
            yield decided, f"当场罚款{decided.penalty.fine}元，限额{limit}元"


spot_over_limit.breach(lambda: spot(fine(201)))
spot_over_limit.lawful(lambda: spot(fine(200)))
spot_over_limit.breach(
    lambda: plus(spot(fine(201)), PartyNamed(at=at(30), by=(ONE,), party=adult(kind="organisation")))
)


@rule(
    "33.2",
    article="行政处罚法第五十一条",
    says="当场处罚只能是警告、罚款",
    kind="spot_other_measures",
    certainty="原文",
)
def spot_other_measures(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        more = decided.penalty.codes - {"warning", "fine"}
        if decided.is_simplified and more:
            yield decided, f"当场处罚另有{'、'.join(sorted(more))}"


spot_other_measures.breach(lambda: spot(fine(100, measures=read_measures("没收工具"), text="没收工具")))
spot_other_measures.lawful(
    lambda: spot(fine(100, measures=read_measures("责令立即清理"), text="责令立即清理"))
)


@rule(
    "34.1",
    article="行政处罚法第五十二条第一款",
    says="当场处罚决定书应当当场交付，拒收的注明",
    kind="spot_not_handed_over",
    certainty="原文",
)
def spot_not_handed_over(case: Chronicle) -> Finds:
    """Handed over later is as late as before; with the reason on record it is no longer hidden (推论)."""
    for decided in case.all(Decided):
        rows = services_of(case, decided) if decided.is_simplified else []
        days = [row.day for row in rows]
        if decided.is_simplified and not days and case.all(Closed):
            yield decided, f"{decided.day}决定，没有交付"
        elif decided.is_simplified and not days and case.today and case.today > decided.day:
            yield decided, Omission(f"{decided.day}决定，至今没有交付")
        elif days and min(days) > decided.day and not rows[0].note.strip():
            yield decided, f"{decided.day}决定，{min(days)}交付"


spot_not_handed_over.breach(lambda: changed(spot(), Served, at=at(1), on=on(1)))
spot_not_handed_over.lawful(lambda: changed(spot(), Served, relation="拒绝签收，已注明"))
spot_not_handed_over.lawful(
    lambda: changed(spot(), Served, at=at(0, 18), on=on(0), note="当事人当时离开，当日晚间交付。")
)


@rule(
    "34.2",
    article="行政处罚法第五十二条第三款",
    says="当场处罚应当报所属机关备案",
    kind="spot_not_reported",
    certainty="原文",
)
def spot_not_reported(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        closed = next(iter(case.after(decided, Closed)), None)
        ends = case.days.after(decided.day, lines.REPORT_SPOT)
        if not decided.is_simplified:
            continue
        if closed and not papers_before(case, closed, form="D44"):
            yield decided, "结案前没有D44备案"
        elif not closed and case.today and case.today > ends and not _reported(case):
            yield decided, Omission(f"{decided.day}决定，到{case.today}没有D44备案")


def _reported(case: Chronicle) -> bool:
    gone = {row.paper for row in case.all(Voided) if row.paper}
    return any(row.form == "D44" and row.ref not in gone for row in case.all(Issued))


def _unreported(today: int = 30) -> Chronicle:
    case = spot(today=on(today))
    return plus(without(case, Issued), *[row for row in case.all(Issued) if row.form != "D44"])


spot_not_reported.breach(_unreported)
spot_not_reported.breach(lambda: without(_unreported(10), Closed))
spot_not_reported.lawful(lambda: without(_unreported(9), Closed))
spot_not_reported.lawful(lambda: paper_changed(spot(), "D44", at=at(3, 20)))


@rule(
    "34.3",
    article="行政处罚法第五十二条第一款、第二款",
    says="当场处罚使用编号的决定书并由执法人员签名",
    kind="spot_without_paper",
    certainty="原文",
)
def spot_without_paper(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        if decided.is_simplified and not (decided.number and decided.paper):
            yield decided, "没有编号的当场处罚决定书"


spot_without_paper.breach(lambda: changed(spot(), Decided, number=""))
spot_without_paper.lawful(lambda: changed(spot(), Decided, number="当2号"))


@rule(
    "1.6",
    article="行政处罚法第四十二条第一款、第五十二条",
    says="当场处罚由两名以上有执法资格的本案承办人员作出",
    kind="one_officer",
    certainty="推论",
)
def spot_by_anybody(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        if not decided.is_simplified:
            continue
        papers = [row for row in case.all(Issued) if row.ref and row.ref == decided.paper]
        signed = [key for row in papers for role, key in row.signers if role == "officer"]
        who, hands = people(case, (*decided.by, *signed)), _hands(case, decided)
        # signed with pen on paper: who did is not known, and the ledger names only who entered it
        is_few = len(who) < 2 and not any(row.is_by_hand for row in papers)
        for name in unqualified(case, decided.by, day=decided.day):
            yield decided, f"{name}当日没有有效的执法资格"
        if not decided.by or is_few:
            yield decided, f"作出决定的执法人员{len(who) if decided.by else 0}名"
        elif hands and who - hands:
            yield decided, "作出决定的人没有被指派承办"


def _hands(case: Chronicle, decided: Decided) -> frozenset[str]:
    """Whoever handles it then; whoever was ever assigned, where that is entered only later."""
    return handling(case, decided) if case.before(decided, Assigned) else handled(case)


spot_by_anybody.breach(lambda: _assigned_later(HEAD, REVIEWER))
spot_by_anybody.lawful(lambda: _assigned_later(ONE, TWO))
for _by in ((), (HEAD, REVIEWER), ("officer:99",), (ONE, LEADER)):
    spot_by_anybody.breach(lambda by=_by: changed(spot(), Decided, by=by))
spot_by_anybody.breach(lambda: changed(without(spot(), Issued), Decided, by=(ONE,)))
spot_by_anybody.breach(lambda: changed(_by_hand(), Decided, by=(LEADER,)))
spot_by_anybody.lawful(lambda: changed(spot(), Decided, by=(ONE,)))
spot_by_anybody.lawful(lambda: changed(spot(), Decided, by=(ONE, "丁乙")))


def _by_hand() -> Chronicle:
    """As the platform gives it: one officer enters it, both sign the printed paper."""
    return changed(paper_changed(spot(), "D43", signers=(), is_by_hand=True), Decided, by=(ONE,))


def _assigned_later(*who: str) -> Chronicle:
    """They decide and sign; who handles the case is entered two days after."""
    case = changed(changed(spot(), Assigned, at=at(2)), Decided, by=who)
    return paper_changed(case, "D43", signers=tuple(("officer", key) for key in who))


spot_by_anybody.lawful(_by_hand)
