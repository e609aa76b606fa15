"""What happens in fourteen months: the plans of all cases, drawn from the seed, and what is on the desks at the end."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import chain, cycle
from typing import Any

from sanzhi.cases.models import CaseSource
from sanzhi.demo import people
from sanzhi.demo.coerced import ENOUGH, coerced
from sanzhi.demo.deeds import Plan
from sanzhi.demo.media import record
from sanzhi.kernel.clock import CHINA
from sanzhi.law.measures import Measure
from sanzhi.law.penalties import ON_THE_SPOT_COLLECTION
from sanzhi.penalty.models import SparedFor

SQUADS = (
    ("duizhang1", ("zhifa1", "zhifa2")),
    ("duizhang2", ("zhifa3", "zhifa4")),
    ("duizhang3", ("zhifa5", "zhifa6")),
)
# cause, fine of a usual case, who, what was seen
ORDINARY = (
    ("C01", 500, people.person, "占用人行道约6平方米摆摊销售，经两次劝导仍未撤离"),
    ("C02", 600, people.individual_business, "将货架摆出门外约3米经营，占用人行道约8平方米"),
    ("C04", 800, people.individual_business, "未经同意和审批在人行道设置固定售货亭一处"),
    ("C08", 100, people.person, "在主要街道沿街阳台外吊挂杂物，影响市容"),
    ("C10", 300, people.individual_business, "在门前人行道设置地锁3个，圈占公共场地"),
    ("C15", 3000, people.individual_business, "在公告的禁止区域内从事露天烧烤经营"),
    ("C19", 500, people.individual_business, "门头牌匾破损、缺字，经通知未修复"),
    ("C20", 1500, people.organisation, "施工中损坏环卫果皮箱两只"),
    ("C23", 5000, people.organisation, "渣土运输车未覆盖篷布上路行驶"),
    ("C24", 8000, people.organisation, "渣土运输车沿途遗撒，污染路面约200米"),
    ("C27", 500, people.individual_business, "将餐厨泔水倾倒于门前雨水井"),
    ("C30", 600, people.individual_business, "门前责任区垃圾散落，未履行清扫责任"),
    ("C31", 1000, people.individual_business, "占道洗车，污水横流"),
    ("C33", 2000, people.organisation, "庆典活动结束后彩门、地毯未拆除清理"),
)
MAJOR = (
    ("C05", 8000, people.person, "擅自在道路侧石开口，宽约5米，供车辆出入"),
    ("C18", 60000, people.organisation, "未经审批设置大型立柱户外广告一处"),
    ("C22", 60000, people.organisation, "施工中擅自拆除公共厕所一座"),
    ("C06", 12000, people.person, "在临街外立面增设户外楼梯"),
)
SIMPLE = (
    ("C17", 50, people.person, "在电线杆上张贴小广告1张"),
    ("C57-3", 100, people.person, "在人行道随意堆放建筑垃圾约1平方米，现场已清理"),
    ("C56", 100, people.person, "将装修产生的建筑垃圾混入生活垃圾桶"),
    ("C56", 1000, people.organisation, "将施工产生的建筑垃圾混入生活垃圾收集点"),
    ("C20", 800, people.organisation, "装卸货物时擅自移动环卫果皮箱一只"),
    ("C23", 2000, people.organisation, "渣土运输车篷布未完全密闭，尚未遗撒"),
)
COMPETING = {"C57-3": "居民少量装修垃圾临时堆放，当日清理，不是擅自倾倒、抛撒。"}
# what lies on the desks on the last day: where the case stands, how many days before it began; a small demonstration
# has the first of them
DESK = (
    ("review_submitted", 19),
    ("plea", 9),
    ("notice", 6),
    ("lead", 1),
    ("decision_signing", 10),
    ("filing", 2),
    ("filing_signing", 3),
    ("filing_report", 2),
    ("investigation", 3),
    ("correction", 5),
    ("report", 10),
    ("hearing", 14),
    ("review", 16),
    ("deliberation", 25),
    ("decision", 9),
    ("decision_approved", 11),
    ("service", 14),
    ("performance", 20),
)
WANTED: dict[str, Any] = {"filing_report": SIMPLE, "correction": ORDINARY[:1]} | dict.fromkeys(
    ("hearing", "review", "review_submitted", "deliberation"), MAJOR
)
BEFORE_THE_DESK = 25  # no other case begins in so many last days


# what the investigation found, where the case ends otherwise than by a fine
DAMAGE = "当事人为此用切割机锯断道路隔离护栏十二米，经管养单位核算，修复费用约一万二千元。"
MISLED = "当事人持有产权单位书面出具的已办理审批手续的告知书和代办费收据，经向该单位核实，告知书属实，审批手续实际没有办理。"
FAULTLESS = "当事人委托产权单位代办审批，并按其书面告知使用场地，有告知书、代办费收据和该单位的说明，足以证明没有主观过错。"
# what turns a case aside, by the number of its opening: each twice among 120 cases
ASIDES: tuple[dict[str, Any], ...] = (
    {"refers": "agency"},
    {"refers": "police", "found": DAMAGE},
    {"refers": "police", "is_returned": True, "found": DAMAGE},
    {"aside": ("registration",)},
    {"aside": ("sampling",)},
    {"aside": ("recusal",)},
    {"aside": ("head_recusal",)},
    {"aside": ("suspension",)},
    {"aside": ("appraisal", "longer_check")},
    {"aside": ("end",)},
    {"aside": ("told_apart",)},
    {"filed_as": "C06"},
    {"aside": ("no_street",), "procedure": "penalty/simplified"},
    {"spares": True, "spared_for": SparedFor.UNFOUNDED, "reason": "现场设施系经批准设置，违法事实不能成立。"},
    {"spares": True, "spared_for": SparedFor.BLAMELESS, "reason": FAULTLESS, "found": MISLED},
    {"spares": True, "spared_for": SparedFor.CHILD, "reason": "当事人违法时不满十四周岁。"},
)
EVERY = 3  # one opening in so many, until each was twice
ENDED = 55  # days in which a case that was turned aside has come to its end
OLD = 130  # days in which every course after the decision has come to its end
# what came after the decision: each course twice, then mostly plain payment
AFTER = (
    "parts",
    "recounted",
    "deferred",
    "disputed",
    "cash",
    "corrected",
    "court",
    "denied",
    "slip",
    "changed",
    "revoked",
    "anew",
)
AFTER_LATER = ("", "", "parts", "", "", "deferred")
AFTER_CASH = ("", "cash", "", "")


def _takes_cash(plan: Plan) -> bool:
    return plan.fine is not None and plan.fine <= ON_THE_SPOT_COLLECTION.amount


@dataclass(frozen=True)
class Opening:
    """A plan and the moment at which it begins."""

    at: datetime
    plan: Plan


def openings(source: random.Random, *, until: datetime, cases: int) -> list[Opening]:
    """`cases` openings over the fourteen months before `until`, the earliest first."""
    start = until - timedelta(days=425)
    courses, cash = chain(AFTER * 2, cycle(AFTER_LATER)), cycle(AFTER_CASH)
    desk = DESK[: cases // 6]
    beside = [Opening(*row) for row in coerced(source, until=until)] if cases >= ENOUGH else []
    last = 425 - BEFORE_THE_DESK
    moments = sorted(
        start + timedelta(days=source.uniform(8, last)) for _ in range(cases - len(desk) - len(beside))
    )
    found = []
    for number, moment in enumerate(moments):
        at = datetime.combine(moment.date(), time(9, 10), CHINA) + timedelta(minutes=source.randrange(380))
        age = (until - at).days
        plan = _plan(source, number)
        if number % EVERY == 1 and number // EVERY < 2 * len(ASIDES) and age > ENDED:
            found.append(Opening(at, _turned_aside(source, number // EVERY, plan=plan)))
            continue
        if age > OLD and number % EVERY == 2:
            plan = replace(_usual(source, number, plan=plan), after=next(courses))
        elif age > OLD and plan.procedure == "penalty/simplified" and _takes_cash(plan):
            plan.after = next(cash)
        found.append(Opening(at, plan))
    found += beside
    return found + [_on_the_desk(source, stop, at=until - timedelta(days=days)) for stop, days in desk]


def _on_the_desk(source: random.Random, stop: str, *, at: datetime) -> Opening:
    """A case that stands where its stop says on the last day."""
    plan = _plan(source, 0)
    wanted = {row[0] for row in WANTED.get(stop, ORDINARY)}
    while plan.cause not in wanted or (plan.procedure == "penalty/simplified") != (stop == "filing_report"):
        plan = _plan(source, 0)
    moment = datetime.combine(at.date(), time(9, 10), CHINA) + timedelta(minutes=source.randrange(380))
    course: dict[str, Any] = {"hearing": stop == "hearing", "corrects": False, "plea": ""}
    return Opening(moment, replace(plan, stop=stop, **course))


def _turned_aside(source: random.Random, number: int, *, plan: Plan) -> Plan:
    """A usual case of the ordinary procedure, with what turns it aside."""
    plan, changes = _usual(source, number, plan=plan), ASIDES[number % len(ASIDES)]
    party = people.child(source) if changes.get("spared_for") == SparedFor.CHILD else plan.party
    return replace(plan, party=party, **changes)


def _usual(source: random.Random, number: int, *, plan: Plan) -> Plan:
    """The plan, or the next one drawn, that goes by the ordinary procedure to a fine that is paid."""
    while plan.procedure != "penalty/ordinary" or plan.cause in {row[0] for row in MAJOR}:
        plan = _plan(source, number)
    return replace(plan, hearing=False, corrects=False, pays=True)


def _plan(source: random.Random, number: int) -> Plan:
    leader, officers = SQUADS[source.randrange(3)]
    dice = source.random()
    kind = SIMPLE if dice < 0.62 else MAJOR if dice > 0.93 else ORDINARY
    cause, fine, who, seen = source.choice(kind)
    party = who(source)
    where = people.place(source)
    plan = Plan(
        cause=cause,
        party=party,
        place=where,
        summary=f"{party['name']}在{where}{seen}。",
        officers=officers,
        leader=leader,
        source=CaseSource.TIP if source.random() < 0.25 else CaseSource.PATROL,
        fine=Decimal(fine),
        reason="",
        record=record,
    )
    if kind is SIMPLE:
        plan.procedure = "penalty/simplified"
        plan.quantities = {"items": Decimal(1)} if cause == "C17" else {}
        plan.competing = COMPETING.get(cause, "")
        return plan
    if cause == "C15":  # the article itself confiscates the tools
        plan.measures, plan.confiscates = [Measure.CONFISCATION_OF_GOODS], "烧烤炉一台、烤架两副"
        plan.confiscated = Decimal(600)
    plan.plea = "当事人称生意困难，请求减免罚款。" if source.random() < 0.2 else ""
    plan.hearing = kind is MAJOR and source.random() < 0.4
    plan.corrects = source.random() < 0.15
    plan.pays = source.random() < 0.97
    if kind is ORDINARY and not plan.corrects and source.random() < 0.05:
        plan.again = plan.fine
    return plan
