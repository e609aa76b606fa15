"""Scenes that turn a case aside before its decision: it goes elsewhere, stands still, loses an officer, or ends."""

from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases.models import AskedBy, ClosureKind, EndedFor, PartyKind, SuspendedFor
from sanzhi.demo.deeds import Days, Deeds, Stopped
from sanzhi.kernel import clock
from sanzhi.penalty import commands as penalty
from sanzhi.penalty.models import KeptAs, Settled

CRIME: dict[str, Any] = {
    "to": "police",
    "receiver": "舞钢市公安局（演示）",
    "ground": "涉嫌故意毁坏财物罪，刑法第二百七十五条",
    "reason": "当事人的行为造成公共财物损失，数额可能达到刑事立案追诉标准。",
    "things": ["切割机一台"],
}
ELSEWHERE: dict[str, Any] = {
    "to": "agency",
    "receiver": "舞钢市交通运输局（演示）",
    "ground": "行政处罚法第二十二条、公路法第八十二条",
    "reason": "经核查，违法行为发生在公路用地范围内，不属于本机关管辖。",
}


class Asides(Deeds):
    """Scenes of the investigation, as far as the plan has them."""

    def asides(self) -> Days:
        for name in (
            "registration",
            "sampling",
            "recusal",
            "head_recusal",
            "suspension",
            "appraisal",
            "end",
            "seizure",
            "clearing",
        ):
            if name in self.plan.aside:
                yield from getattr(self, name)()
        if "told_apart" in self.plan.aside:
            self.told_apart()
        if self.plan.filed_as:
            self.another_cause()
        if self.plan.refers:
            yield from self.referral()

    def told_apart(self) -> None:
        """Another agency has fined the same party; the leader says why that was another act."""
        weighed = penalty.WeighSameAct(
            case=self.case_id,
            agency="舞钢市交通运输局（演示）演交罚字〔2026〕第1号",
            reason="该决定处罚的是另一日在公路上的超限运输，时间、地点、行为均不相同。",
        )
        penalty.weigh_same_act(self._leader, weighed)

    def another_cause(self) -> None:
        """What was found is not what the lead said."""
        change = cases.ChangeCause(
            case=self.case_id,
            cause_code=self.plan.cause,
            reason="查明的事实不符合立案时的案由，符合改定的案由。",
        )
        cases.change_cause(self.officer, change)

    def longer_check(self) -> Days:
        yield 12
        why = "需要向其他部门核实土地权属，十五个工作日内不能完成核查。"
        cases.extend_check(self._head, cases.ExtendCheck(case=self.case_id, reason=why))
        yield 8

    def recusal(self) -> Days:
        """The party asks that an officer stands back; the head agrees, and another takes over."""
        self._stop("recusal")
        ask = cases.AskRecusal(
            case=self.case_id, asked_by=AskedBy.PARTY, of=self._second, reason="该执法人员是当事人的近亲属。"
        )
        cases.ask_recusal(self.officer, ask)
        self._stop("recusal_asked")
        yield 1
        decide = cases.DecideRecusal(
            case=self.case_id, of=self._second, is_granted=True, answer="情况属实，影响公正执法。"
        )
        cases.decide_recusal(self._head, decide)
        self._stop("recusal_decided")
        other = "zhifa3" if self.plan.officers[0] == "zhifa1" else "zhifa1"
        ids = [self.bureau.officers[name].pk for name in (self.plan.officers[0], other)]
        cases.assign_officers(self._leader, cases.AssignOfficers(case=self.case_id, officers=ids))
        self.serve(self.paper("D07"))

    def head_recusal(self) -> Days:
        """Of a head the government decides; here it sees no reason."""
        deputy = self.bureau.officers["fujuzhang"].pk
        ask = cases.AskRecusal(
            case=self.case_id, asked_by=AskedBy.PARTY, of=deputy, reason="当事人称与该负责人有纠纷。"
        )
        cases.ask_recusal(self.officer, ask)
        yield 2
        decide = cases.DecideRecusal(
            case=self.case_id,
            of=deputy,
            answer="没有事实依据，不影响公正执法。",
            decided_by="舞钢市人民政府（演示）",
            decision_number="演政回字〔2026〕1号",
        )
        cases.decide_recusal(self._head, decide)
        self.serve(self.paper("D07"))

    def asks_suspended(self) -> Days:
        """The party asks in its own days, which no suspension stops."""
        suspend = cases.SuspendCase(
            case=self.case_id,
            ground=SuspendedFor.INTERPRETATION,
            reason="法律适用问题已经送请有权机关解释。",
        )
        cases.suspend_case(self._head, suspend)
        yield 1
        cases.request_hearing(self.officer, cases.RequestHearing(case=self.case_id))
        yield 20
        cases.resume_case(self._head, cases.ResumeCase(case=self.case_id, reason="有权机关已经答复。"))

    def suspension(self) -> Days:
        self._stop("suspension")
        suspend = cases.SuspendCase(
            case=self.case_id,
            ground=SuspendedFor.OTHER_CASE,
            reason="当事人与产权人的民事诉讼尚未审结，本案须以其裁判结果为依据。",
        )
        cases.suspend_case(self._head, suspend)
        self._stop("suspended")
        yield 30
        cases.resume_case(self._head, cases.ResumeCase(case=self.case_id, reason="民事判决已经生效。"))
        yield 1

    def appraisal(self) -> Days:
        self._stop("appraisal")
        self._commissions("鉴定设施的损坏程度和修复费用。")
        self._stop("appraised")
        yield 12
        result = cases.ReceiveAppraisal(case=self.case_id, result="设施表面破损，可以修复。")
        cases.receive_appraisal(self.officer, result)
        self._commissions("鉴定设施的剩余使用年限。")
        yield 3
        why = "没有设施的出厂资料，不能鉴定剩余使用年限。"
        back = cases.ReturnAppraisal(case=self.case_id, returned_on=clock.today(), reason=why)
        cases.return_appraisal(self.officer, back)

    def _commissions(self, question: str) -> None:
        order = cases.OrderAppraisal(
            case=self.case_id,
            subject="被损坏的公共设施",
            question=question,
            appraiser="演示工程质量检测中心",
        )
        cases.order_appraisal(self._head, order)
        self.paper("D21")
        self.serve(self.paper("D22"))

    def registration(self) -> Days:
        """Some things turn out not to be needed before the head has approved."""
        self._proposes("registration", "手推车一辆")
        why = penalty.WithdrawPreservation(case=self.case_id, reason="现场已经拍照固定，不需要保存原物。")
        penalty.withdraw_preservation(self.officer, why)
        yield from self._kept("registration", ("D17", "D18", "D19"), way=Settled.RECORDED)

    def sampling(self) -> Days:
        yield from self._kept("sampling", ("D14", "D15", "D16"), way=Settled.RETURNED)

    def _proposes(self, kept_as: str, *things: str) -> None:
        propose = penalty.ProposePreservation(
            case=self.case_id,
            kept_as=KeptAs(kept_as),
            reason="物品随时可能被转移、销毁，证据以后难以取得。",
            place="本机关物品保管室",
            things=list(things),
        )
        penalty.propose_preservation(self.officer, propose)

    def _kept(self, kept_as: str, papers: tuple[str, str, str], *, way: Settled) -> Days:
        """Proposed, approved, carried out with its list, settled in time."""
        approval, notice, disposal = papers
        self._stop(kept_as)
        self._proposes(kept_as, "遮阳伞一把，直径3米", "折叠桌两张")
        self.paper(approval)
        penalty.preserve_evidence(self.officer, penalty.PreserveEvidence(case=self.case_id))
        self._film("evidence_preservation")
        self._stop(f"{kept_as}_begun")
        self.serve(self.paper(notice))
        self._stop(f"{kept_as}_told")
        yield 3
        settle = penalty.SettlePreservation(
            case=self.case_id, way=way, settle_reason="已经拍照、清点，不再需要保存原物。"
        )
        penalty.settle_preservation(self._head, settle)
        self._stop(f"{kept_as}_settled")
        self.serve(self.paper(disposal))

    def end(self) -> Days:
        """The party is no more."""
        self._stop("end")
        legal = self.party.kind == PartyKind.ORGANISATION
        ground = EndedFor.DISSOLVED if legal else EndedFor.DIED
        proof = "市场监管部门注销登记通知书" if legal else "居民死亡医学证明书"
        order = cases.EndInvestigation(case=self.case_id, ground=ground, proof=proof)
        cases.end_investigation(self._head, order)
        what = "当事人终止，没有权利义务承受人" if legal else "当事人死亡"
        yield from self.closure(ClosureKind.ENDED, f"{what}，案件终止调查。")
        raise Stopped

    def referral(self) -> Days:
        """The matter belongs elsewhere: reported, approved, handed over against a receipt."""
        self._stop("referral")
        crime = self.plan.refers == "police"
        report = penalty.ReportReferral(
            case=self.case_id, **(CRIME if crime else ELSEWHERE), second=self._second
        )
        penalty.report_referral(self.officer, report)
        self._stop("referral_reported")
        yield 1
        answer = penalty.AnswerReferral(case=self.case_id, approves=True, answer="同意移送。")
        penalty.answer_referral(self._head, answer)
        self._stop("referral_approved")
        self.paper("D05" if crime else "D04")
        handing = penalty.HandOver(
            case=self.case_id, receipt=f"演收字〔{clock.today().year}〕{self.case_id}号", received_by="陆接收"
        )
        penalty.hand_over(self.officer, handing)
        self._stop("referral_handed")
        yield 2
        if crime or self.plan.is_returned:
            yield from self._police_answer()
        if not self.plan.is_returned:
            yield from self.closure(ClosureKind.REFERRED, "已移送有权处理的机关，取得回执。")
            raise Stopped

    def _police_answer(self) -> Days:
        answer = penalty.RecordPoliceAnswer(
            case=self.case_id,
            is_taken_up=not self.plan.is_returned,
            outcome=f"演公立字〔{clock.today().year}〕{self.case_id}号",
            outcome_on=clock.today(),
        )
        penalty.record_police_answer(self.officer, answer)
        if self.plan.is_returned and self.plan.refers == "police":
            yield 1
            self._things_back()
        yield 0

    def _things_back(self) -> None:
        back = penalty.TakeThingsBack(
            case=self.case_id, things=CRIME["things"], back_on=clock.today(), receipt="演公退物〔2026〕1号"
        )
        penalty.take_things_back(self.officer, back)
        self._stop("things_back")
        settle = penalty.DisposeThingsBack(
            case=self.case_id,
            things=CRIME["things"],
            settle_reason="不是违法所用的工具，退还当事人。",
            returned_on=clock.today(),
            returned_to=self.party.name,
            return_receipt=f"LT{self.case_id:06d}",
        )
        penalty.dispose_things_back(self._head, settle)
