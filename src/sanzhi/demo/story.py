"""Walks a case through the procedure by its commands, stopping where asked; the clock moves with the story."""

from datetime import timedelta
from decimal import Decimal

from sanzhi.cases import commands as cases
from sanzhi.cases import queries
from sanzhi.cases.joinders import usable_evidence
from sanzhi.cases.models import ClosureKind, EvidenceKind
from sanzhi.demo.aftermath import Aftermath
from sanzhi.demo.asides import Asides
from sanzhi.demo.deeds import MILD, SCENES, Days, Stopped
from sanzhi.demo.demolishing import Demolishing
from sanzhi.demo.joining import Joining
from sanzhi.kernel import clock
from sanzhi.penalty import commands as penalty
from sanzhi.penalty.discretion import tier_of
from sanzhi.penalty.models import EducatedWho, SparedFor

GAINED = "按当日销售记录和收款凭证核算。"
NO_GAINS = "现场检查和询问均未发现违法所得。"
CORRECTED = "当事人收到责令改正通知后自行清理，复查时现场已经恢复原状。"
GRAVE = "违法行为持续时间较长、影响范围较大，经劝导仍未停止；当事人到案后能够配合调查。"
STILL_SO = "经复查，当事人仍未改正，违法状态持续。"
UNMENDED = {
    SparedFor.BLAMELESS: "经复查，设施尚未撤除；当事人误信产权单位已办审批，已书面要求该单位补办或者撤除。",
    SparedFor.UNFOUNDED: "经复查，现场设施仍在；当事人提出设施系经批准设置，正在调取审批文件核实。",
    SparedFor.CHILD: "经复查，现场尚未恢复；监护人承诺协助清理。",
}


class Story(Asides, Joining, Demolishing, Aftermath):
    """One case on its way. Every method is what people do at one step."""

    def scenes(self) -> Days:
        """The story, pausing with the number of days that pass before it goes on."""
        try:
            yield from self.told(SCENES[self.plan.procedure])
        except Stopped:
            return

    # ---- scenes

    def lead(self) -> Days:
        if not self.case_id:
            self.register()
        self._stop("lead")
        if "longer_check" in self.plan.aside:
            yield from self.longer_check()
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
        more = "补充" if queries.evidence(self.case) else ""
        for kind, name, proves in (
            (EvidenceKind.RECORD, f"{more}现场检查笔录", "违法行为的时间、地点和现场情况"),
            (EvidenceKind.STATEMENT, f"{more}询问笔录", "当事人对违法事实的陈述"),
            (EvidenceKind.AUDIO_VISUAL, f"{more}现场照片及执法记录仪录像", "违法行为的客观状态"),
        ):
            order = cases.AddEvidence(case=self.case_id, kind=kind, name=name, proves=proves)
            cases.add_evidence(self.officer, order)
        self.paper("D08")
        self.paper("D10")
        if "joinder" in self.plan.aside:
            yield from self.joinder()
        self.establish()
        yield from self.asides()
        self.go()
        yield 1

    def establish(self) -> None:
        """What the evidence proves; the lead only reported it."""
        order = cases.EstablishFacts(
            case=self.case_id,
            happened_on=self.case.happened_on,
            place=self.case.place,
            conduct=self.case.summary.replace(f"在{self.case.place}", "") + self.plan.found,
            consequence="影响市容秩序和公共通行，未造成人员伤害。",
            gains=self.plan.gains,
            gains_note=GAINED if self.plan.gains else NO_GAINS,
            corrected_on=clock.today() if self.plan.is_mended else None,
            evidence=[row.pk for row in usable_evidence(self.case)],
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
        left = UNMENDED.get(self.plan.spared_for, STILL_SO) if self.plan.spares else STILL_SO
        result = "经复查，当事人已按要求改正。" if self.plan.corrects else left
        penalty.record_correction_review(
            self.officer,
            penalty.RecordCorrectionReview(case=self.case_id, is_corrected=self.plan.corrects, result=result),
        )
        self.paper("D25")
        self.go()

    def report(self) -> Days:
        self._stop("report")
        plan = self.plan
        spares = plan.spares or (plan.corrects and self._was_ordered())
        if spares:
            ground = SparedFor.CORRECTED if plan.corrects else plan.spared_for
            proofs = [row.pk for row in queries.proofs(self.proceeding)][:1]
            spare = penalty.ProposeSparing(
                case=self.case_id,
                ground=ground,
                reason=CORRECTED if plan.corrects else plan.reason or MILD,
                ground_proofs=proofs if ground in {SparedFor.BLAMELESS, SparedFor.INCAPABLE} else [],
            )
            penalty.propose_sparing(self.officer, spare)
        else:
            self._propose()
        self.paper("D27")
        self.go()
        if spares:
            yield from self.spare()
            raise Stopped
        yield 1

    def _propose(self) -> None:
        plan = self.plan
        order = penalty.ProposePenalty(
            case=self.case_id,
            fine=plan.fine,
            measures=plan.measures,
            confiscates=plan.confiscates,
            confiscated=plan.confiscated,
            public_interest=plan.public_interest,
            quantities=plan.quantities,
            lighter=plan.lighter,
            ground_proofs=[row.pk for row in queries.proofs(self.proceeding)][:1] if plan.lighter else [],
            correction=plan.correction,
            competing=plan.competing,
            reason=plan.reason or self._weighs(),
        )
        penalty.propose_penalty(self.officer, order)

    def _weighs(self) -> str:
        """What speaks of the tier to which the fine belongs."""
        is_grave = "严重" in tier_of(self.proceeding, self.plan.fine)
        return GRAVE if is_grave else MILD

    def _was_ordered(self) -> bool:
        return self.proceeding.visits.filter(step="correction").exists()

    def spare(self) -> Days:
        """No penalty: educated, approved, decided by the head, served."""
        self._stop("spare")
        self._educate()
        self.paper("D40")
        penalty.decide_no_penalty(self._head, penalty.DecideNoPenalty(case=self.case_id))
        self.go()
        yield 1
        self._serve_decision()
        self.paper("D46")
        self.go()
        ground = SparedFor.CORRECTED if self.plan.corrects else self.plan.spared_for
        yield from self.closure(ground.closes, "已作出不予行政处罚决定并送达当事人。")

    def _educate(self) -> None:
        content = "已向当事人宣讲有关法律规定，说明违法行为的危害，当事人表示今后遵守。"
        of = EducatedWho.PARTY
        if self.plan.spared_for in {SparedFor.CHILD, SparedFor.INCAPABLE}:
            content, of = "责令监护人加以管教，严加看管，防止再次发生。", EducatedWho.GUARDIAN
        if self.plan.spared_for != SparedFor.UNFOUNDED:
            order = penalty.RecordEducation(case=self.case_id, of=of, content=content)
            penalty.record_education(self.officer, order)

    def notice(self) -> Days:
        self._stop("notice")
        if "severance" in self.plan.aside:
            self.severance()
        form = "D30" if self._hearing_line() else "D29"
        self.serve(self.paper(form))
        self._film("service")
        self.go()
        yield 1

    def plea(self) -> Days:
        self._stop("plea")
        if "asks_suspended" in self.plan.aside:
            yield from self.asks_suspended()
        elif self.plan.hearing:
            cases.request_hearing(self.officer, cases.RequestHearing(case=self.case_id))
        if self.plan.plea:
            cases.record_plea(self.officer, cases.RecordPlea(case=self.case_id, text=self.plan.plea))
            answer = "经复核，当事人所述经济困难不属于法定从轻、减轻情形，原拟处罚适当。"
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
            yield from self.days_to_speak()
        self.go()

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
        reason = "裁量理由没有写清，请核对裁量情节后重新提出处理建议。"
        cases.send_back(self._head, cases.SendBack(case=self.case_id, reason=reason))
        self.plan.fine = fine
        self.plan.reason = f"{self._weighs()}裁量情节已经逐项核对，按对应的裁量幅度提出。"
        for scene in ("report", "notice", "plea", "review", "deliberation"):
            yield from getattr(self, scene)()

    def service(self) -> Days:
        self._stop("service")
        self._serve_decision()
        self._film("service")
        self.paper("D46")
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
        yield from self.things_leave()
        if "proxy" in self.plan.aside:
            yield from self.proxy()
        if "auction" not in self.plan.aside:
            yield from self._pay()
        self._take_confiscated()
        self.go()

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

    # ---- the simplified procedure

    def on_the_spot(self) -> Days:
        plan = self.plan
        self.register()
        photo = cases.AddEvidence(
            case=self.case_id, kind=EvidenceKind.AUDIO_VISUAL, name="现场照片", proves="违法行为的现场状态"
        )
        cases.add_evidence(self.officer, photo)
        self._stop("on_the_spot")
        if "no_street" in plan.aside:
            yield from self.leave_the_street()
        order = penalty.PenaliseOnTheSpot(
            case=self.case_id,
            warns=plan.fine is None,
            fine=plan.fine,
            quantities=plan.quantities,
            gains=Decimal(0),
            gains_note=NO_GAINS,
            correction=plan.correction,
            competing=plan.competing,
            conduct=plan.summary.replace(f"在{plan.place}", ""),
            reason=plan.reason or MILD,
            rights_told=True,
            plea_text=plan.plea,
            plea_answer="已当场复核，事实清楚。" if plan.plea else "",
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
