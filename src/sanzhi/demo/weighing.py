"""Scenes in which others weigh a proposal: the hearing, the legal review, the heads' deliberation."""

from datetime import timedelta
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases import deadlines
from sanzhi.cases.models import HearingOutcome
from sanzhi.demo.deeds import Days, Deeds
from sanzhi.kernel import clock
from sanzhi.reviews import commands as reviews
from sanzhi.reviews.models import Outcome, Verdict
from sanzhi.reviews.rules import POINTS


class Weighing(Deeds):
    """Each is told where the procedure has come to its step."""

    def hearing(self) -> Days:
        if self.proceeding.step != "hearing":
            return
        self._stop("hearing")
        reviewer = self.bureau.actor("fazhi2")
        if self.plan.hearing_ends == HearingOutcome.WITHDRAWN:
            yield from self._withdrawn()
            return
        day = deadlines.earliest_hearing_day(self.proceeding, clock.today())
        chair = self.bureau.officers["fazhi2"].pk
        notify = cases.NotifyHearing(
            case=self.case_id,
            held_on=day,
            place="本机关三楼听证室",
            chair=chair,
            recorder=self.bureau.officers["dangan"].pk,
        )
        cases.notify_hearing(reviewer, notify)
        self.serve(self.paper("D34", writer="fazhi2"))
        self.paper("D36", writer="fazhi2")
        yield (day - clock.today()).days
        self._film("hearing")
        conclude = cases.ConcludeHearing(
            case=self.case_id,
            outcome=self.plan.hearing_ends,
            attendees=f"{self.party.name}；{self._names()}",
            minutes="调查人员陈述违法事实、证据和拟处罚意见。\n当事人申辩并质证。\n双方作最后陈述。",
            opinion="事实清楚，证据充分，拟处罚适当，建议按拟处罚意见作出决定。",
        )
        cases.conclude_hearing(reviewer, conclude)
        self.paper("D37", writer="fazhi2")
        self.paper("D38", writer="fazhi2")
        self.go(reviewer)

    def _withdrawn(self) -> Days:
        self._film("statement_defence")
        opinion = "当事人以书面撤回听证要求，核对本人签名无误。"
        order = cases.ConcludeHearing(case=self.case_id, outcome=HearingOutcome.WITHDRAWN, opinion=opinion)
        cases.conclude_hearing(self.bureau.actor("fazhi2"), order)
        self.go(self.bureau.actor("fazhi2"))
        yield 8  # the party may ask again in its five working days

    def days_to_speak(self) -> Days:
        """Until the party's time is over."""
        until = deadlines.deadline(self.proceeding, "plea")
        assert until is not None  # it was told
        yield (until.on - clock.today()).days + 1

    def review(self) -> Days:
        if self.proceeding.step != "review":
            return
        self._stop("review")
        self.submit_to_review()
        self._stop("review_submitted")
        yield 2
        self.give_opinion()
        self.paper("D28", writer="fazhi")
        self.go()
        yield 1

    def submit_to_review(self) -> None:
        explain = "本案达到重大执法决定标准，请予审核。"
        reviews.submit_for_review(self.officer, reviews.SubmitForReview(**self.place, explanation=explain))

    def give_opinion(self) -> None:
        points: Any = {key: {"holds": True} for key in POINTS}
        opinion = reviews.GiveOpinion(
            **self.place, points=points, verdict=Verdict.AGREED, opinion="同意承办机构的处理意见。"
        )
        reviews.give_opinion(self.bureau.actor("fazhi"), opinion)

    def deliberation(self) -> Days:
        if self.proceeding.step != "deliberation":
            return
        self._stop("deliberation")
        self.deliberate()
        self.paper("D39", writer="juzhang")
        self.go()
        yield 1

    def deliberate(self) -> None:
        heads = [self.bureau.officers[name].pk for name in ("juzhang", "fujuzhang")]
        order = reviews.RecordDeliberation(
            **self.place,
            place="局会议室",
            began_at=(clock.now() - timedelta(minutes=40)).time(),
            ended_at=clock.now().time(),
            chair=heads[0],
            participants=heads,
            reporter=self.bureau.officers["fazhi"].pk,
            recorder=self.bureau.officers["dangan"].pk,
            listeners=[self.bureau.officers[name].pk for name in self.crew],
            opinions="与会人员认为本案事实清楚，证据确凿，适用法律正确，裁量适当。",
            outcome=Outcome.AGREED,
        )
        reviews.record_deliberation(self._head, order)
