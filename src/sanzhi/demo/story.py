"""Walks a case through the procedure by its commands, stopping where asked; the clock moves with the story."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases import deadlines, queries
from sanzhi.cases.models import Case, ClosureKind, EvidenceKind
from sanzhi.demo.aftermath import Aftermath
from sanzhi.demo.deeds import Stopped
from sanzhi.kernel import clock
from sanzhi.penalty import commands as penalty
from sanzhi.reviews import commands as reviews
from sanzhi.reviews.models import Outcome, Verdict
from sanzhi.reviews.rules import POINTS

Days = Iterator[int]
CORRECTED = "当事人在责令改正期限内已经改正，依照行政处罚法第三十三条不予处罚。"
ORDINARY = [
    "lead",
    "filing",
    "investigation",
    "correction",
    "report",
    "notice",
    "plea",
    "hearing",
    "review",
    "deliberation",
    "decision",
    "service",
    "performance",
    "closure",
]
SIMPLIFIED = ["on_the_spot", "filing_report", "collection", "finish"]


class Story(Aftermath):
    """One case on its way. Every method is what people do at one step."""

    def tell(self) -> Case:
        """Tell the whole story, or as far as the plan's stop."""
        for days in self.scenes():
            clock.advance(timedelta(days=days, minutes=7))
        return self.case

    def scenes(self) -> Days:
        """The story, pausing with the number of days that pass before it goes on."""
        scenes = ORDINARY if self.plan.procedure == "penalty/ordinary" else SIMPLIFIED
        try:
            for scene in scenes:
                yield from getattr(self, scene)()
        except Stopped:
            return

    # ---- scenes

    def register(self) -> None:
        """Lead, party, officers: how every case begins."""
        plan = self.plan
        order = cases.RegisterLead(
            procedure=plan.procedure,
            cause_code=plan.cause,
            source=plan.source,
            happened_on=plan.found_on or clock.today(),
            found_on=plan.found_on or clock.today(),
            place=plan.place,
            summary=plan.summary,
        )
        self.case_id = cases.register_lead(self.officer, order).pk
        cases.register_party(self.officer, cases.RegisterParty(case=self.case_id, **plan.party))
        ids = [self.bureau.officers[name].pk for name in plan.officers]
        cases.assign_officers(self._leader, cases.AssignOfficers(case=self.case_id, officers=ids))

    def lead(self) -> Days:
        self.register()
        self._stop("lead")
        self.paper("D02")
        self.go()
        yield 0

    def filing(self) -> Days:
        self._stop("filing")
        self._leave_unsigned("filing_signing", "D03")
        self.paper("D03")
        self.go()
        yield 1

    def investigation(self) -> Days:
        self._stop("investigation")
        self._film("site_inspection")
        self._film("interview")
        for kind, name, proves in (
            (EvidenceKind.RECORD, "现场检查笔录", "违法行为的时间、地点和现场情况"),
            (EvidenceKind.STATEMENT, "询问笔录", "当事人对违法事实的陈述"),
            (EvidenceKind.AUDIO_VISUAL, "现场照片及执法记录仪录像", "违法行为的客观状态"),
        ):
            order = cases.AddEvidence(case=self.case_id, kind=kind, name=name, proves=proves)
            cases.add_evidence(self.officer, order)
        self.paper("D08")
        self.paper("D10")
        self.establish()
        self.go()
        yield 1

    def establish(self) -> None:
        """What the evidence proves; the lead only reported it."""
        order = cases.EstablishFacts(
            case=self.case_id,
            happened_on=self.case.happened_on,
            place=self.case.place,
            conduct=self.case.summary.replace(f"在{self.case.place}", ""),
            consequence="影响市容秩序和公共通行，未造成人员伤害。",
            evidence=[row.pk for row in queries.evidence(self.case)],
        )
        cases.establish_facts(self.officer, order)

    def correction(self) -> Days:
        if self.proceeding.step != "correction":
            return
        self._stop("correction")
        by = clock.today() + timedelta(days=3)
        content = f"立即停止{self.proceeding.cause}的行为，恢复原状，保持市容整洁。"
        penalty.order_correction(
            self.officer, penalty.OrderCorrection(case=self.case_id, content=content, correct_by_on=by)
        )
        self.serve(self.paper("D23"))
        yield 4
        result = (
            "经复查，当事人已按要求改正。" if self.plan.corrects else "经复查，当事人仍未改正，违法状态持续。"
        )
        penalty.record_correction_review(
            self.officer,
            penalty.RecordCorrectionReview(case=self.case_id, is_corrected=self.plan.corrects, result=result),
        )
        self.paper("D25", {"conclusion": "已按要求改正" if self.plan.corrects else "未改正"})
        self.go()

    def report(self) -> Days:
        self._stop("report")
        plan = self.plan
        spares = plan.spares or (plan.corrects and self._was_ordered())
        order = penalty.ProposePenalty(
            case=self.case_id,
            fine=None if spares else plan.fine,
            no_penalty=spares,
            measures=[] if spares else plan.measures,
            confiscates="" if spares else plan.confiscates,
            confiscated=None if spares else plan.confiscated,
            public_interest=plan.public_interest,
            quantities=plan.quantities,
            tier="" if spares else "一般",
            correction="" if spares else plan.correction,
            reason=CORRECTED if plan.corrects else plan.reason,
        )
        penalty.propose_penalty(self.officer, order)
        self.paper("D27")
        self.go()
        if spares:
            yield from self.spare()
            raise Stopped
        yield 1

    def _was_ordered(self) -> bool:
        return self.proceeding.visits.filter(step="correction").exists()

    def spare(self) -> Days:
        """No penalty: educated, approved, decided by the head, served."""
        self._stop("spare")
        content = "已向当事人宣讲有关法律规定，说明违法行为的危害，当事人表示今后遵守。"
        penalty.record_education(self.officer, penalty.RecordEducation(case=self.case_id, content=content))
        self.paper("D40")
        penalty.decide_no_penalty(self._head, penalty.DecideNoPenalty(case=self.case_id))
        self.go()
        yield 1
        self._serve_decision()
        self.paper("D46")
        self.go()
        kind = ClosureKind.CORRECTED if self.plan.corrects else ClosureKind.MINOR
        yield from self.closure(kind, "已作出不予行政处罚决定并送达当事人。")

    def notice(self) -> Days:
        self._stop("notice")
        form = "D30" if self._hearing_line() else "D29"
        self._film("service")
        self.serve(self.paper(form))
        self.go()
        yield 1

    def plea(self) -> Days:
        self._stop("plea")
        if self.plan.hearing:
            cases.request_hearing(self.officer, cases.RequestHearing(case=self.case_id))
        if self.plan.plea:
            cases.record_plea(self.officer, cases.RecordPlea(case=self.case_id, text=self.plan.plea))
            answer = "经复核，当事人所述经济困难不属于法定从轻、减轻情形，原拟处罚适当，不予采纳。"
            cases.answer_plea(
                self.officer, cases.AnswerPlea(case=self.case_id, is_accepted=False, answer=answer)
            )
            self.paper("D31")
            self.paper("D32")
        if self.plan.hearing:
            pass
        elif not self.plan.plea and not self._hearing_line():
            self._film("statement_defence")
            cases.record_plea(self.officer, cases.RecordPlea(case=self.case_id, is_waived=True))
        else:
            yield from self._plea_period()
        self.go()

    def hearing(self) -> Days:
        if self.proceeding.step != "hearing":
            return
        self._stop("hearing")
        reviewer = self.bureau.actor("fazhi2")
        day = deadlines.earliest_hearing_day(clock.today())
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
            attendees=f"{self.party.name}；{self._names()}",
            minutes="调查人员陈述违法事实、证据和拟处罚意见。\n当事人申辩并质证。\n双方作最后陈述。",
            opinion="事实清楚，证据充分，拟处罚适当，建议按拟处罚意见作出决定。",
        )
        cases.conclude_hearing(reviewer, conclude)
        self.paper("D37", writer="fazhi2")
        self.paper("D38", writer="fazhi2")
        self.go(reviewer)

    def review(self) -> Days:
        if self.proceeding.step != "review":
            return
        self._stop("review")
        explain = "本案拟罚款达到重大执法决定标准，请予审核。"
        reviews.submit_for_review(
            self.officer, reviews.SubmitForReview(case=self.case_id, explanation=explain)
        )
        self._stop("review_submitted")
        yield 2
        points: Any = {key: {"holds": True} for key in POINTS}
        opinion = reviews.GiveOpinion(
            case=self.case_id, points=points, verdict=Verdict.AGREED, opinion="同意承办机构的处理意见。"
        )
        reviews.give_opinion(self.bureau.actor("fazhi"), opinion)
        self.paper("D28", writer="fazhi")
        self.go()

    def deliberation(self) -> Days:
        if self.proceeding.step != "deliberation":
            return
        self._stop("deliberation")
        heads = [self.bureau.officers[name].pk for name in ("juzhang", "fujuzhang")]
        order = reviews.RecordDeliberation(
            case=self.case_id,
            place="局会议室",
            began_at=(clock.now() - timedelta(minutes=40)).time(),
            ended_at=clock.now().time(),
            chair=heads[0],
            participants=heads,
            reporter=self.bureau.officers["fazhi"].pk,
            recorder=self.bureau.officers["dangan"].pk,
            listeners=[self.bureau.officers[name].pk for name in self.plan.officers],
            opinions="与会人员认为本案事实清楚，证据确凿，适用法律正确，裁量适当。",
            outcome=Outcome.AGREED,
        )
        reviews.record_deliberation(self._head, order)
        self.paper("D39", writer="juzhang")
        self.go()
        yield 1

    def decision(self) -> Days:
        self._stop("decision")
        if self.plan.again:
            yield from self._told_anew(self.plan.again)
        self._leave_unsigned("decision_signing", "D40")
        self.paper("D40")
        self._stop("decision_approved")
        penalty.decide_penalty(self._head, penalty.DecidePenalty(case=self.case_id))
        self.go()
        yield 1

    def _told_anew(self, fine: Decimal) -> Days:
        """The head sends the case back; what is proposed then is told, heard, reviewed and discussed anew."""
        reason = "当事人已经部分改正，拟处罚偏重，请重新提出处理建议。"
        cases.send_back(self._head, cases.SendBack(case=self.case_id, reason=reason))
        self.plan.fine = fine
        for scene in ("report", "notice", "plea", "review", "deliberation"):
            yield from getattr(self, scene)()

    def service(self) -> Days:
        self._stop("service")
        self._serve_decision()
        self.paper("D46")
        self._film("service")
        self.go()
        yield 1

    def _serve_decision(self) -> None:
        document = self.proceeding.decision.document_id
        assert document is not None  # the decision has made its paper
        self.serve_paper(document)

    def performance(self) -> Days:
        self._stop("performance")
        self.paper("D48")
        yield 3
        if not self.plan.pays:
            raise Stopped
        yield from self._pay()
        self.go()

    def again(self) -> Days:
        for scene in ORDINARY[ORDINARY.index("investigation") :]:
            yield from getattr(self, scene)()

    def _pay(self) -> Days:
        if self.plan.after:
            yield from self.after()
            return
        if self.plan.pays_late:
            yield 20
            late = penalty.charge_late_penalty(self.officer, penalty.ChargeLatePenalty(case=self.case_id))
            self.pay(late.amount, receipt="L")
        if self.plan.fine:
            self.pay(self.plan.fine)

    def closure(self, kind: ClosureKind = ClosureKind.PERFORMED, reason: str = "") -> Days:
        self._stop("closure")
        self.paper("D68", {"closure_kind": kind.value, "closure_reason": reason})
        cases.close_case(self._leader, cases.CloseCase(case=self.case_id, kind=kind, reason=reason))
        yield 0

    # ---- the simplified procedure

    def on_the_spot(self) -> Days:
        plan = self.plan
        self.register()
        self._stop("on_the_spot")
        photo = cases.AddEvidence(
            case=self.case_id, kind=EvidenceKind.AUDIO_VISUAL, name="现场照片", proves="违法行为的现场状态"
        )
        cases.add_evidence(self.officer, photo)
        order = penalty.PenaliseOnTheSpot(
            case=self.case_id,
            warns=plan.fine is None,
            fine=plan.fine,
            quantities=plan.quantities,
            correction=plan.correction,
            conduct=plan.summary.replace(f"在{plan.place}", ""),
            reason=plan.reason,
            rights_told=True,
            plea_text=plan.plea,
            plea_answer="已当场复核，事实清楚，不予采纳。" if plan.plea else "",
        )
        penalty.penalise_on_the_spot(self.officer, order)
        paper = next(
            paper for paper in queries.papers(self.proceeding) if paper.purpose == "decision_on_the_spot"
        )
        self.serve_paper(paper.document_id)
        self._film("on_the_spot_penalty")
        self.go()
        yield 1

    def filing_report(self) -> Days:
        self._stop("filing_report")
        self.paper("D44")
        self.go()
        yield 1

    def collection(self) -> Days:
        self._stop("performance")
        yield from self._pay()
        self.go()
        yield 0

    def finish(self) -> Days:
        self._stop("closure")
        cases.close_case(self._leader, cases.CloseCase(case=self.case_id, kind=ClosureKind.PERFORMED))
        yield 0

    def _plea_period(self) -> Days:
        until = deadlines.deadline(self.proceeding, "plea")
        assert until is not None
        yield (until.on - clock.today()).days + 1
