"""A case that is investigated together with another, opened apart by another squad: two people and one act."""

import random
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases.models import EvidenceKind, JoinedFor
from sanzhi.demo import people
from sanzhi.demo.deeds import ORDINARY, Days, Deeds, Plan, Stopped
from sanzhi.demo.media import record
from sanzhi.kernel.clock import CHINA

OTHER_SQUAD: dict[str, Any] = {"officers": ("zhifa3", "zhifa4"), "leader": "duizhang2"}
WHY = "两案查的是同一处设施：一人设置，另一人出资并分成，证言和收款记录须一并核对。"
FILED = ORDINARY[:2]  # how far the other case has come when both are joined
APART = "本案事实已经查清，另案当事人申请延期说明情况，分开办理以免延误。"


class Joining(Deeds):
    """`other` is the story of the other case, once it has been opened."""

    other: Deeds | None = None

    def joinder(self) -> Days:
        """The other squad has a lead of its own; the head lets both be investigated together."""
        party = people.person(random.Random(self.plan.place))
        plan = replace(self.plan, party=party, aside=(), **OTHER_SQUAD)
        other = type(self)(self.bureau, plan)
        yield from other.told(FILED)
        order = cases.AddEvidence(
            case=other.case_id,
            kind=EvidenceKind.TESTIMONY,
            name="出资人的证言",
            proves="设施由谁出资、怎样分成",
        )
        cases.add_evidence(other.officer, order)
        self._stop("joinder")
        joined = cases.JoinCase(
            case=self.case_id, joined_case=other.case_id, ground=JoinedFor.ONE_ACT, reason=WHY
        )
        cases.join_case(self._head, joined)
        self.other = other
        yield 1

    def severance(self) -> None:
        cases.sever_case(self._head, cases.SeverCase(case=self.case_id, reason=APART))

    def other_goes_on(self) -> Days:
        """From its investigation to its end, beside this story."""
        while self.other is None:
            yield 1
        try:
            yield from self.other.told(ORDINARY[len(FILED) :])
        except Stopped:
            return


def joined(*, until: datetime) -> list[tuple[datetime, Plan]]:
    """Two who were fined each by a decision of its own, after they were parted; two that are still investigated together."""
    source = random.Random(41)
    found = []
    for days, aside, stop in ((50, ("joinder", "severance"), ""), (6, ("joinder",), "report")):
        where = people.place(source)
        plan = Plan(
            cause="C04",
            party=people.person(source),
            place=where,
            summary=f"未经同意和审批，在{where}人行道设置固定售货亭一处。",
            fine=Decimal(800),
            aside=aside,
            stop=stop,
            record=record,
        )
        found.append((datetime.combine((until - timedelta(days=days)).date(), time(10), CHINA), plan))
    return found
