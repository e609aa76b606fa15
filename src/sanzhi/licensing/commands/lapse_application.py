"""Record that the applicant has corrected nothing in the time that the item gives: the application counts as taken back."""

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import LicenceApplication, TurnedAway
from sanzhi.licensing.offering import LAW, is_waiting, the_application
from sanzhi.licensing.queries import application_of
from sanzhi.licensing.telling import tell


class LapseApplication(OnProceeding):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    if row is None or not is_waiting(proceeding):
        return is_waiting(proceeding)
    if row.corrections_told_on is None:
        return Verdict.no("没有告知补正，不能视为撤回。", LAW, remedy="请在五个工作日内一次告知补正。")
    if terms.complete_on(row) is not None:
        return Verdict.no("申请人已经补正，应当受理。", LAW, remedy="请受理。")
    until = terms.correct_by(row)
    if until is None:
        return Verdict.no(
            "《补正材料一次性告知书》尚未送达，补正期限没有开始。", LAW, remedy="请送达并登记。"
        )
    return Verdict.when(
        clock.today() > until.on,
        f"申请人补正的期限到{chinese_date(until.on)}止，尚未届满。",
        citation=f"{LAW}；许可事项清单",
        remedy="请等待期限届满。",
    )


CARD = Card(objects=_objects)


@act("licensing.lapse_application", title="登记逾期不补正", card=CARD)
def lapse_application(actor: Actor, order: LapseApplication, *, on: Proceeding) -> LicenceApplication:
    row = the_application(on)
    row.turned_away, row.turned_away_on = TurnedAway.LAPSED, clock.today()
    row.turned_away_because = "告知补正以后，在事项清单规定的期限内没有补正。"
    row.save()
    tell(
        actor,
        row,
        progress=Progress.ENDED,
        kind=MessageKind.OTHER,
        text="逾期没有补正，视为撤回申请。",
        citation=LAW,
    )
    record(events.APPLICATION_LAPSED, actor=actor, subject=on.case, facts={})
    turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason="逾期不补正，视为撤回申请"))
    return row
