"""What may happen after the decision: each a scene of its own that a plan names in `after`."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases import queries
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import (
    ClosureKind,
    ContestOutcome,
    ContestWay,
    OverturnedBy,
    OverturnedFor,
    OverturnKind,
)
from sanzhi.demo.deeds import ORDINARY, Days, Deeds, Stopped
from sanzhi.disclosure import commands as disclosure
from sanzhi.disclosure.models import Ground, Release, State
from sanzhi.documents.models import ServiceMethod
from sanzhi.kernel import clock
from sanzhi.law.measures import CONFISCATIONS, Measure
from sanzhi.penalty import commands as penalty
from sanzhi.penalty.models import CashGround, CashTransfer, CourtSays, ReturnedAs, UnenforcedFor
from sanzhi.penalty.owed import outstanding, payment_due_on
from sanzhi.penalty.queries import left_to_return

FAR = "当事人住在山区，到指定的银行缴纳确有困难，当事人提出当场缴纳。"
GROUND = "经复查，认定违法主体的证据不足，原决定认定事实错误。"


class Aftermath(Deeds):
    """One case after its decision."""

    def after(self) -> Days:
        """What the plan says comes in the place of plain payment."""
        yield from getattr(self, f"after_{self.plan.after}")()

    def _place(self) -> dict[str, Any]:
        return {"case": self.case_id, "proceeding": self.proceeding.pk}

    def _until(self, day: date | None, *, days: int = 0) -> Days:
        assert day is not None
        yield max((day - clock.today()).days + days, 0)

    def _charge(self) -> None:
        penalty.charge_late_penalty(self.officer, penalty.ChargeLatePenalty(case=self.case_id))

    def _pay_rest(self) -> None:
        if (rest := outstanding(self.proceeding)) > 0:
            self.pay(rest, receipt="R")

    def _refund(self) -> None:
        back = -outstanding(self.proceeding)
        if back > 0:
            order = penalty.RefundPayment(
                **self._place(), amount=back, refunded_on=clock.today(), voucher=f"TK{self.case_id:06d}"
            )
            penalty.refund_payment(self.officer, order)

    def _take_confiscated(self) -> None:
        for measure in self.plan.measures:
            if measure in CONFISCATIONS:
                order = penalty.TakeConfiscated(
                    case=self.case_id,
                    measure=measure,
                    taken_on=clock.today(),
                    kept_at="本机关罚没物品保管室",
                    voucher=f"{clock.today():%Y}{'S' if measure == Measure.CONFISCATION_OF_GAINS else 'G'}{self.case_id:08d}",
                )
                penalty.take_confiscated(self.officer, order)

    def _return_confiscated(self) -> None:
        for row in left_to_return(self.proceeding):
            gains = row.measure == Measure.CONFISCATION_OF_GAINS
            order = penalty.ReturnConfiscated(
                **self._place(),
                confiscation=row.pk,
                returned_as=ReturnedAs.MONEY if gains else ReturnedAs.ITSELF,
                returned_amount=row.amount if gains else None,
                returned_on=clock.today(),
                returned_to=self.party.name,
                return_receipt=f"LT{row.pk:06d}",
            )
            penalty.return_confiscated(self.officer, order)

    # ---- money

    def after_parts(self) -> Days:
        """A part in time, the rest late with its late penalty."""
        fine = self.plan.fine or Decimal(0)
        self.pay(fine / 2, receipt="A")
        yield from self._until(payment_due_on(self.proceeding), days=4)
        self._charge()
        self._pay_rest()

    def after_recounted(self) -> Days:
        """Charged, though it had been paid in part at the bank some days before: counted anew, the rest given back."""
        fine = self.plan.fine or Decimal(0)
        yield from self._until(payment_due_on(self.proceeding), days=8)
        self._charge()
        self.pay(outstanding(self.proceeding) - fine, receipt="L")
        self.pay(fine, back=2)
        yield 1
        self._refund()

    def after_deferred(self) -> Days:
        days = [clock.today() + timedelta(days=n) for n in (20, 40)]
        half = (self.plan.fine or Decimal(0)) / 2
        ask = penalty.RequestDeferral(
            case=self.case_id,
            reason="当事人家中有人重病，收入中断，确有经济困难。",
            proof="诊断证明、社区证明",
            instalments=[f"{day} {half}" for day in days],
        )
        penalty.request_deferral(self.officer, ask)
        self.paper("D49")
        penalty.decide_deferral(self._head, penalty.DecideDeferral(case=self.case_id, is_granted=True))
        for number, day in enumerate(days):
            yield from self._until(day)
            self.pay(half, receipt=f"F{number}")

    def after_disputed(self) -> Days:
        """A reconsideration in between: its days do not count for the late penalty."""
        yield from self._until(payment_due_on(self.proceeding), days=3)
        self._charge()
        remedy = cases.RecordContest(
            case=self.case_id,
            way=ContestWay.RECONSIDERATION,
            body="舞钢市人民政府",
            number=f"舞政复受〔{clock.today().year}〕{self.case_id}号",
            accepted_on=clock.today(),
        )
        cases.record_contest(self.officer, remedy)
        yield 6
        reply = cases.AnswerContest(
            case=self.case_id,
            copy_on=remedy.accepted_on,
            reply="决定认定事实清楚，证据确凿，适用依据正确，程序合法，请求维持。",
            evidence=[row.pk for row in queries.evidence(self.case)],
            bases="平顶山市城市市容和环境卫生管理条例、河南省住房城乡建设系统行政处罚裁量基准",
            replied_on=clock.today(),
        )
        cases.answer_contest(self.officer, reply)
        yield 24
        today = clock.today()
        end = cases.EndContest(
            case=self.case_id, ended_on=today, received_on=today, outcome=ContestOutcome.UPHELD
        )
        cases.end_contest(self.officer, end)
        yield 2
        self._charge()
        self._pay_rest()

    def after_cash(self) -> Days:
        """On the spot; by the ordinary procedure only far away, where the party asks for it (行政处罚法 §69)."""
        fine = self.plan.fine or Decimal(0)
        if self.plan.procedure == "penalty/simplified":
            payment = self.pay(fine, on_the_spot=True)
        else:
            remote = CashGround.REMOTE_ASKED
            payment = self.pay(fine, is_on_the_spot=True, cash_ground=remote, cash_note=FAR)
        for target in (CashTransfer.Target.AUTHORITY, CashTransfer.Target.BANK):
            order = penalty.TransferCash(
                case=self.case_id,
                payment=payment.pk,
                target=target,
                transferred_on=clock.today(),
                voucher=f"JK{self.case_id:06d}{target[0]}",
            )
            penalty.transfer_cash(self.officer, order)
            yield 1

    # ---- recorded wrongly

    def after_corrected(self) -> Days:
        """The clerk mistyped: place and day of the service, amount and receipt of the payment."""
        document, party = self.proceeding.decision.document_id, self.party
        assert document is not None
        service = cases.CorrectService(
            case=self.case_id,
            document=document,
            method=ServiceMethod.DIRECT,
            served_on=decision_served_on(self.proceeding),
            place=f"{party.address}门前",
            **self._receiver(),
            reason="送达回证上的送达地点录入有误。",
        )
        self._settle(cases.correct_service(self.officer, service).pk)
        fine = self.plan.fine or Decimal(0)
        wrong = self.pay(fine / 10, receipt="W")
        yield 1
        right = penalty.CorrectPayment(
            case=self.case_id,
            payment=wrong.pk,
            amount=fine,
            paid_on=wrong.paid_on,
            receipt_number=f"{clock.today():%Y}V{self.case_id:08d}",
            reason="票据号和金额录入有误。",
        )
        self._settle(penalty.correct_payment(self.officer, right).pk)

    def _settle(self, correction: int) -> None:
        order = cases.SettleCorrection(case=self.case_id, correction=correction, is_approved=True)
        cases.settle_correction(self._leader, order)

    # ---- the court

    def after_court(self) -> Days:
        """Sued for nothing and never paid: demanded, the court asked, and paid at last."""
        yield from self._to_court()
        yield 6
        self._answered(CourtSays.ACCEPTED, "受")
        yield 14
        self._answered(CourtSays.GRANTED, "裁")
        self._pay_rest()

    def after_denied(self) -> Days:
        """The court does not enforce, nor does the higher court: nothing more is to be done."""
        yield from self._to_court()
        yield 6
        self._answered(CourtSays.DENIED, "裁", reason="被执行人主体资格已经发生变化。")
        asked_on = clock.today()
        yield 20
        reason = "复议理由不能成立，维持原裁定。"
        self._answered(CourtSays.DENIED, "复裁", reason=reason, review_asked_on=asked_on)
        end = penalty.EndEnforcement(
            **self._place(), ground=UnenforcedFor.DENIED, proof="不予执行裁定书、复议裁定书"
        )
        penalty.end_enforcement(self._head, end)
        yield from self.closure(ClosureKind.COURT, "人民法院裁定不予执行，复议维持。")
        raise Stopped

    def _answered(self, says: CourtSays, word: str, **more: Any) -> None:
        answer = penalty.RecordCourtAnswer(
            **self._place(),
            says=says,
            number=f"（{clock.today().year}）豫0481行审{self.case_id}号{word}",
            received_on=clock.today(),
            **more,
        )
        penalty.record_court_answer(self.officer, answer)

    def _to_court(self) -> Days:
        remedy = cases.RecordContest(
            case=self.case_id,
            way=ContestWay.LITIGATION,
            body="舞钢市人民法院",
            number=f"（{clock.today().year}）豫0481行初{self.case_id}号",
            accepted_on=clock.today(),
        )
        cases.record_contest(self.officer, remedy)
        yield 25
        end = cases.EndContest(
            case=self.case_id, ended_on=clock.today(), outcome=ContestOutcome.UPHELD, is_effective=True
        )
        cases.end_contest(self.officer, end)
        yield 1
        self.serve(self.paper("D51"))
        yield 25
        ask = penalty.ApplyToCourt(
            case=self.case_id,
            statement="经催告，当事人没有提出意见，也没有缴纳。",
            object_state=f"罚款{self.plan.fine}元。",
        )
        penalty.apply_to_court(self._head, ask)

    # ---- the decision itself

    def after_slip(self) -> Days:
        document = self.proceeding.decision.document_id
        assert document is not None
        order = cases.CorrectSlip(
            **self._place(),
            document=document,
            field="authority_phone",
            right="0375-7000002",
            reason="决定书中的联系电话误写。",
        )
        slip = cases.correct_slip(self._head, order)
        assert slip.document_id is not None
        self.serve_paper(slip.document_id)
        self._pay_rest()
        yield 0

    def _overturn(self, **said: Any) -> None:
        order = cases.ProposeOverturn(
            **self._place(), **{"overturned_for": [OverturnedFor.EVIDENCE], "ground": GROUND, **said}
        )
        cases.propose_overturn(self.officer, order)
        place = self._place()
        own = "by_whom" not in said
        if own and self.proceeding.decision.is_major:
            agreed = cases.ReviewOverturn(**place, is_agreed=True, opinion="事由属实，同意撤销。")
            cases.review_overturn(self.bureau.actor("fazhi"), agreed)
        gone = cases.overturn_decision(self._head, cases.OverturnDecision(**place))
        self._withdraw()
        if gone.document_id is not None:
            self.serve_paper(gone.document_id)

    def _withdraw(self) -> None:
        public = Release.objects.filter(
            decision__proceeding=self.proceeding, state=State.PUBLISHED, publication__isnull=False
        ).first()
        if public is not None:
            order = disclosure.WithdrawRelease(
                release=public.pk, ground=Ground.OVERTURNED, reason="该行政处罚决定已被依法撤销、变更。"
            )
            disclosure.withdraw_release(self.bureau.actor("fazhi"), order)

    def after_changed(self) -> Days:
        """The fine is lowered by the authority itself."""
        lower = (self.plan.fine or Decimal(0)) * 3 / 4  # not below the range of the cause
        self._overturn(
            kind=OverturnKind.CHANGED,
            overturned_for=[OverturnedFor.UNFIT],
            ground="变更罚款数额：原决定没有考虑从轻情节。",
            fine=lower,
        )
        yield 1
        self._pay_rest()

    def after_revoked(self) -> Days:
        """Paid and taken, then found wrong: revoked, given back, closed."""
        self.pay(self.plan.fine or Decimal(0))
        self._take_confiscated()
        yield 3
        self._overturn(kind=OverturnKind.REVOKED)
        yield 1
        self._refund()
        self._return_confiscated()
        close = cases.CloseCase(
            **self._place(), kind=ClosureKind.OVERTURNED, reason="处罚决定已经撤销，款项已经退还。"
        )
        cases.close_case(self._leader, close)
        raise Stopped

    def after_anew(self) -> Days:
        """A court revokes it; after more evidence and a new notice a lower fine is decided."""
        judgment = f"（{clock.today().year}）豫0481行初{self.case_id}号"
        remedy = cases.RecordContest(
            case=self.case_id,
            way=ContestWay.LITIGATION,
            body="舞钢市人民法院",
            number=judgment,
            accepted_on=clock.today(),
        )
        cases.record_contest(self.officer, remedy)
        yield 20
        end = cases.EndContest(
            case=self.case_id,
            ended_on=clock.today(),
            outcome=ContestOutcome.REVOKED,
            outcome_number=judgment,
            is_effective=True,
            overturned_for=[OverturnedFor.EVIDENCE],
        )
        cases.end_contest(self.officer, end)
        self._overturn(
            kind=OverturnKind.REVOKED,
            by_whom=OverturnedBy.COURT,
            ground="主要证据不足。",
            reference=judgment,
        )
        yield 1
        again = cases.DecideAnew(**self._place(), reason="补充调查取证后重新作出决定。")
        cases.decide_anew(self._leader, again)
        self.plan.after, self.plan.fine = "", (self.plan.fine or Decimal(0)) * Decimal("0.7")
        if self.plan.procedure == "penalty/simplified":
            yield from self.leave_the_street()
        yield from self.told(ORDINARY[ORDINARY.index("investigation") :])
        raise Stopped
