"""Rules on seizure: power, approval, what happens on site, which things, at whose cost (行政强制法 §16–§26)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.other_kinds import (
    Seized,
    SeizureApproved,
    SeizureEnded,
    Thing,
)
from tests.lawful.judge.example import DEPUTY, HEAD, ONE, TWO, at, on, plus
from tests.lawful.judge.example_other import SITE, seizure
from tests.lawful.judge.named_law import named_in
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, Omission, rule
from tests.lawful.judge.seizures import approvals, ending_of
from tests.lawful.judge.who import unqualified


@rule(
    "37.1",
    article="行政强制法第十条、第十一条、第二十二条",
    says="查封扣押须有法律、法规的授权条款",
    kind="seizure_without_basis",
    certainty="原文",
)
def seized_without_basis(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        if not named_in(row.basis):
            yield row, f"依据是“{row.basis or '没有'}”"


seized_without_basis.breach(lambda: seizure(basis="城市管理执法办法"))
for _words in (
    "城市管理执法办法第三十条",
    "河南省大气污染防治条例",
    "大气污染防治法",
    "依法查封，见本局规定第三条",
):
    seized_without_basis.breach(lambda words=_words: seizure(basis=words))
for _words in (
    "《中华人民共和国大气污染防治法》（2018年修正）第三十条第一款",
    "依照固体废物污染环境防治法第27条",
    "《中华人民共和国生态环境法典》第五十二条",
    "城市市容和环境卫生管理条例第三十七条",
):
    seized_without_basis.lawful(lambda words=_words: seizure(basis=words))
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
    answers = {id(seized): row for seized, row in approvals(case)}
    for row in case.all(Seized):
        answer, limit = answers.get(id(row)), row.at + timedelta(hours=24)
        over = case.today is not None and case.today > limit.date()
        late = answer.at > limit if answer else over
        if row.is_urgent and late:
            what = "没有在二十四小时内补办批准"
            yield row, what if answer and answer.approves else Omission(what)


urgent_and_not_reported.breach(lambda: seizure(is_urgent=True, approved_at=None))
urgent_and_not_reported.breach(lambda: _urgent(HEAD, day=2, hour=10))
urgent_and_not_reported.lawful(lambda: _urgent(HEAD, day=2))


def _urgent(*by: str, day: int = 1, hour: int = 9) -> Chronicle:
    return seizure(SeizureApproved(at=at(day, hour), by=by), is_urgent=True, approved_at=None)


def _two_urgent() -> Chronicle:
    """Two urgent seizures on one morning, answered in the afternoon one after the other."""
    answers = [SeizureApproved(at=at(1, hour), by=(HEAD,)) for hour in (15, 16)]
    case = seizure(*answers, is_urgent=True, approved_at=None)
    more = replace(case.all(Seized)[0], at=at(1, 10), things=(Thing("三轮车"),))
    back = SeizureEnded(at=at(20), on=on(20), by=(ONE,), things=(Thing("三轮车", ended="returned"),))
    return plus(case, more, back)


urgent_and_not_reported.lawful(_two_urgent)


@rule(
    "38.4",
    article="行政强制法第十八条第一项、第十九条",
    says="补办的批准由机关负责人作出",
    kind="seizure_not_approved",
    certainty="原文",
)
def urgent_answered_by_others(case: Chronicle) -> Finds:
    for row in case.all(SeizureApproved):
        in_office = heads(case, row.day)
        if in_office and not people(case, row.by) & in_office:
            yield row, "补办批准的不是机关负责人" if row.by else "没有补办批准的人"


urgent_answered_by_others.breach(lambda: _urgent(ONE))
urgent_answered_by_others.breach(lambda: _urgent())
urgent_answered_by_others.lawful(lambda: _urgent(DEPUTY))


@rule(
    "38.3",
    article="行政强制法第十九条",
    says="负责人认为不应当采取的，立即解除",
    kind="seizure_not_lifted",
    certainty="原文",
)
def refused_and_kept(case: Chronicle) -> Finds:
    for seized, row in approvals(case):
        kept = [thing for thing in seized.things if _kept_after(case, seized, thing=thing, answer=row)]
        if not row.approves and kept:
            yield row, Omission(f"不批准，“{kept[0].name}”却没有立即解除")


def _kept_after(case: Chronicle, seized: Seized, *, thing: Thing, answer: SeizureApproved) -> bool:
    ended = ending_of(case, seized, thing=thing)
    return ended is None or ended.day > answer.day + timedelta(days=1)


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
seized_by_one.breach(lambda: seizure(officers=(ONE, "苏甲")))
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
        for name in unqualified(case, row.officers, day=row.day):
            yield row, f"{name}没有有效的执法资格"


def _card_until(day: int) -> Chronicle:
    """The certificate of the second officer is valid until that day, the last one included."""
    case = seizure()
    second = case.roster.people[TWO]
    card = replace(second.certificates[0], until=on(day))
    people = {**case.roster.people, TWO: replace(second, certificates=(card,))}
    return replace(case, roster=replace(case.roster, people=people))


seized_by_unqualified.breach(lambda: _card_until(0))
seized_by_unqualified.breach(lambda: seizure(officers=(ONE, "张临时")))
seized_by_unqualified.lawful(lambda: seizure(officers=("苏甲", TWO)))
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
            # what was not handed over there is lawful no more: nothing is kept, and that no program may refuse
            what = f"没有{'、'.join(sorted(gone))}"
            yield row, Omission(what) if gone <= PAPERS and _went_back(case, row) else what


PAPERS = frozenset({"minutes", "listed", "delivered"})


def _went_back(case: Chronicle, row: Seized) -> bool:
    ends = [ending_of(case, row, thing=thing) for thing in row.things]
    return all(end is not None and all(one.ended == "returned" for one in end.things) for end in ends)


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


@rule(
    "39.5",
    article="行政强制法第二十四条第一款、第二款第三项",
    says="查封扣押决定书和清单应当写明场所、设施或者财物",
    kind="seizure_on_site",
    certainty="原文",
)
def nothing_listed(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        if not any(thing.name.strip() for thing in row.things):
            yield row, "没有写明查封扣押了什么"


nothing_listed.breach(lambda: seizure(things=(), ended=None, today=20))
nothing_listed.lawful(lambda: seizure(ended=None, today=20))


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
