"""Rules on seizure: power, approval, what happens on site, how long, what becomes of each thing (行政强制法 §16–§28)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Suspected
from tests.lawful.chronicle.other_kinds import (
    Seized,
    SeizureApproved,
    SeizureEnded,
    SeizureExtended,
    Tested,
    Thing,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, TWO, at, changed, on
from tests.lawful.judge.example_other import SITE, seizure
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, rule

LAWS = ("法", "条例")


@rule(
    "37.1",
    article="行政强制法第十条、第十一条、第二十二条",
    says="查封扣押须有法律、法规的授权条款",
    kind="seizure_without_basis",
    certainty="原文",
)
def seized_without_basis(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        if not any(word in row.basis for word in LAWS) or "条" not in row.basis:
            yield row, f"依据是“{row.basis or '没有'}”"


seized_without_basis.breach(lambda: seizure(basis="城市管理执法办法"))
seized_without_basis.lawful(lambda: seizure(basis="河南省大气污染防治条例第三十条"))


@rule(
    "37.2",
    article="行政强制法第十七条第一款",
    says="行政强制措施权不得委托",
    kind="seizure_delegated",
    certainty="原文",
)
def seized_by_delegates(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        if row.is_delegated:
            yield row, "由受委托的组织实施"


seized_by_delegates.breach(lambda: seizure(is_delegated=True))
seized_by_delegates.lawful(lambda: seizure())


@rule(
    "38.1",
    article="行政强制法第十八条第一项",
    says="实施前须经机关负责人批准",
    kind="seizure_not_approved",
    certainty="原文",
)
def seized_without_approval(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        approved = row.approved_at is not None and row.approved_at <= row.at
        if not row.is_urgent and not approved:
            yield row, "没有批准，或者批准在实施之后"


seized_without_approval.breach(lambda: seizure(approved_at=None))
seized_without_approval.breach(lambda: seizure(approved_at=at(2)))
seized_without_approval.lawful(lambda: seizure(approved_at=at(1)))


@rule(
    "38.2",
    article="行政强制法第十九条",
    says="紧急实施的，二十四小时内报告并补办批准",
    kind="seizure_not_approved",
    certainty="原文",
)
def urgent_and_not_reported(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        answers = case.after(row, SeizureApproved)
        limit = row.at + timedelta(hours=24)
        over = case.today is not None and case.today > limit.date()
        if row.is_urgent and ((not answers and over) or (answers and answers[0].at > limit)):
            yield row, "没有在二十四小时内补办批准"


urgent_and_not_reported.breach(lambda: seizure(is_urgent=True, approved_at=None))
urgent_and_not_reported.lawful(
    lambda: seizure(SeizureApproved(at=at(2), by=(HEAD,)), is_urgent=True, approved_at=None)
)


@rule(
    "38.3",
    article="行政强制法第十九条",
    says="负责人认为不应当采取的，立即解除",
    kind="seizure_not_lifted",
    certainty="原文",
)
def refused_and_kept(case: Chronicle) -> Finds:
    for row in case.all(SeizureApproved):
        ended = case.after(row, SeizureEnded)
        if not row.approves and (not ended or ended[0].day > row.day + timedelta(days=1)):
            yield row, "不批准，却没有立即解除"


refused_and_kept.breach(
    lambda: seizure(
        SeizureApproved(at=at(1, 12), by=(HEAD,), approves=False), is_urgent=True, approved_at=None
    )
)
refused_and_kept.lawful(
    lambda: seizure(
        SeizureApproved(at=at(1, 12), by=(HEAD,), approves=False), is_urgent=True, approved_at=None, ended=2
    )
)


@rule(
    "39.1",
    article="行政强制法第十八条第二项",
    says="由两名以上执法人员实施",
    kind="one_officer",
    certainty="原文",
)
def seized_by_one(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        if len(people(case, row.officers)) < 2:
            yield row, f"执法人员{len(people(case, row.officers))}名"


seized_by_one.breach(lambda: seizure(officers=(ONE,)))
seized_by_one.lawful(lambda: seizure(officers=("苏甲", TWO)))


@rule(
    "39.2",
    article="行政强制法第十七条第三款、第十八条第三项",
    says="实施的人当日应当有执法资格",
    kind="unqualified_officer",
    certainty="原文",
)
def seized_by_unqualified(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        for key in row.officers:
            person = case.roster.get(key)
            if person and not person.may_enforce_on(row.day):
                yield row, f"{person.name}没有有效的执法资格"


def _card_until(day: int) -> Chronicle:
    """The certificate of the second officer is valid until that day, the last one included."""
    case = seizure()
    second = case.roster.people[TWO]
    card = replace(second.certificates[0], until=on(day))
    people = {**case.roster.people, TWO: replace(second, certificates=(card,))}
    return replace(case, roster=replace(case.roster, people=people))


seized_by_unqualified.breach(lambda: _card_until(0))
seized_by_unqualified.lawful(lambda: _card_until(1))


@rule(
    "39.3",
    article="行政强制法第十八条、第二十四条",
    says="当场告知、听取申辩、制作现场笔录并签名，当场交付决定书和清单",
    kind="seizure_on_site",
    certainty="原文",
)
def not_done_on_site(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        wanted = (
            {"told", "heard", "minutes", "listed", "delivered"}
            if row.is_party_present
            else {"minutes", "listed"}
        )
        gone = wanted - row.site
        if gone:
            yield row, f"没有{'、'.join(sorted(gone))}"


not_done_on_site.breach(lambda: seizure(site=SITE - {"listed"}))
not_done_on_site.lawful(
    lambda: seizure(is_party_present=False, site=frozenset({"minutes", "listed", "witnessed"}))
)


@rule(
    "39.4",
    article="行政强制法第十八条第八项、第九项",
    says="笔录由当事人签名，拒绝的注明；不到场的有见证人签名",
    kind="seizure_on_site",
    certainty="原文",
)
def minutes_not_signed(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        signed = row.site & {"signed", "refusal_noted"} if row.is_party_present else row.site & {"witnessed"}
        if not signed:
            yield row, "笔录没有签名、注明或者见证"


minutes_not_signed.breach(lambda: seizure(is_party_present=False))
minutes_not_signed.lawful(lambda: seizure(site=(SITE - {"signed"}) | {"refusal_noted"}))


def _ends_on(case: Chronicle, seized: Seized) -> date:
    """Thirty days, what was extended in time, without the tests that were told in writing."""
    length = lines.SEIZE
    for row in case.after(seized, SeizureExtended):
        length += (
            min(max(row.days, 0), lines.EXTEND_SEIZURE)
            if row.day <= seized.day + timedelta(days=length)
            else 0
        )
        break
    for test in case.after(seized, Tested):
        if test.is_told and test.until and test.until >= test.day:
            length += (test.until - test.day).days
    return seized.day + timedelta(days=length)


@rule(
    "40.1",
    article="行政强制法第二十五条、第二十七条",
    says="查封扣押不得超过三十日，期满须处理或者解除",
    kind="seizure_too_long",
    certainty="原文",
)
def seized_too_long(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        ends, ended = _ends_on(case, row), case.after(row, SeizureEnded)
        open_still = not ended and case.today is not None and case.today > ends
        if open_still or (ended and ended[0].day > ends):
            yield row, f"期满{ends}，{ended[0].day if ended else '至今没有'}处理"


seized_too_long.breach(lambda: seizure(ended=32))
seized_too_long.breach(lambda: seizure(ended=None, today=32))
seized_too_long.lawful(lambda: seizure(ended=31))
seized_too_long.lawful(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=30), ended=61))


@rule(
    "40.2",
    article="行政强制法第二十五条第一款、第二款",
    says="延长不得超过三十日、限一次，须情况复杂、负责人期满前批准、书面告知理由",
    kind="seizure_extended_wrongly",
    certainty="推论",
)
def extended_wrongly(case: Chronicle) -> Finds:
    seized = case.first(Seized)
    for n, row in enumerate(case.all(SeizureExtended)):
        in_office = heads(case, row.day)
        late = seized is not None and row.day > seized.day + timedelta(days=lines.SEIZE)
        stranger = bool(in_office and row.by and not people(case, row.by) & in_office)
        if n or late or stranger or row.days > lines.EXTEND_SEIZURE or not (row.is_told and row.is_complex):
            yield row, f"第{n + 1}次延长{row.days}日"


extended_wrongly.breach(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=31)))
extended_wrongly.breach(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=10, is_told=False)))
extended_wrongly.lawful(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=30)))


@rule(
    "40.3",
    article="行政强制法第二十五条第三款",
    says="检测鉴定的期间应当明确并书面告知",
    kind="seizure_test_not_told",
    certainty="原文",
)
def period_of_test_not_told(case: Chronicle) -> Finds:
    for row in case.all(Tested):
        if not row.is_told or row.until is None:
            yield row, "没有书面告知期间"


period_of_test_not_told.breach(lambda: seizure(Tested(at=at(5), until=on(10), is_told=False)))
period_of_test_not_told.lawful(lambda: seizure(Tested(at=at(5), until=on(10)), ended=36))


@rule(
    "41.1",
    article="行政强制法第二十三条",
    says="不得查封扣押无关财物、生活必需品、已被查封的财物",
    kind="seizure_of_wrong_things",
    certainty="原文",
)
def wrong_things(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        bad = [
            thing
            for thing in row.things
            if thing.is_necessity or not thing.is_related or thing.is_seized_elsewhere
        ]
        if bad:
            yield row, f"“{bad[0].name}”不得查封扣押"


wrong_things.breach(lambda: seizure(things=(Thing("烤炉", is_necessity=True),)))
wrong_things.lawful(lambda: seizure())


@rule(
    "41.2",
    article="行政强制法第二十五条第三款、第二十六条第三款",
    says="保管费、检测费由机关承担",
    kind="seizure_fee",
    certainty="原文",
)
def fee_charged(case: Chronicle) -> Finds:
    for row in (*case.all(Seized), *case.all(SeizureEnded)):
        if any(thing.fee_charged > 0 for thing in row.things):
            yield row, "向当事人收取保管费、检测费"


fee_charged.breach(lambda: seizure(things=(Thing("烤炉", fee_charged=Decimal(50)),)))
fee_charged.lawful(lambda: seizure())


@rule(
    "41.3",
    article="行政强制法第二十七条、第二十八条；行政处罚法第七十四条",
    says="每件物品都要有去向：退还、没收、销毁、移送、拍卖",
    kind="seizure_things_lost",
    certainty="推论",
)
def things_lost(case: Chronicle) -> Finds:
    ended = case.all(SeizureEnded)
    given = {thing.name for row in ended for thing in row.things if thing.ended}
    for row in case.all(Seized):
        lost = [thing.name for thing in row.things if ended and thing.name not in given]
        if lost:
            yield row, f"“{lost[0]}”没有去向"


things_lost.breach(lambda: seizure(things=(Thing("烤炉"), Thing("三轮车"))))
things_lost.lawful(
    lambda: changed(
        seizure(things=(Thing("烤炉"), Thing("三轮车"))),
        SeizureEnded,
        things=(Thing("烤炉", ended="returned"), Thing("三轮车", ended="confiscated")),
    )
)


@rule(
    "42.2",
    article="行政强制法第二十一条",
    says="移送犯罪的，查扣的财物一并移送并书面告知当事人",
    kind="seizure_not_transferred",
    certainty="原文",
)
def not_transferred(case: Chronicle) -> Finds:
    moved = [row for row in case.all(Suspected) if row.stage == "transferred"]
    for row in case.all(SeizureEnded) if moved else ():
        kept = [thing for thing in row.things if thing.ended and thing.ended != "transferred"]
        if kept and row in case.after(moved[0], SeizureEnded):
            yield row, f"案件已移送，“{kept[0].name}”却{kept[0].ended}"


not_transferred.breach(lambda: seizure(Suspected(at=at(9), by=(HEAD,), stage="transferred")))
not_transferred.lawful(
    lambda: changed(
        seizure(Suspected(at=at(9), by=(HEAD,), stage="transferred")),
        SeizureEnded,
        things=(Thing("烤炉", ended="transferred"),),
    )
)
