"""Decline to accept: no licence is needed, it is not ours, or the applicant may not apply; in writing, with remedies (行政许可法 §32)."""

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, TurnToEnd, issue_own_paper, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, intake, terms
from sanzhi.licensing.banning import ban
from sanzhi.licensing.models import BanGround, DeclinedFor, LicenceApplication, TurnedAway
from sanzhi.licensing.offering import LAW, is_waiting, the_application
from sanzhi.licensing.queries import application_of, ban_of, item_of
from sanzhi.licensing.telling import tell


class DeclineApplication(OnProceeding):
    ground: DeclinedFor
    reason: Told = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    since = terms.accepted_from(row) if row is not None else None
    return is_waiting(proceeding) & Verdict.when(
        since is None,
        f"没有按期告知，自{chinese_date(since) if since else ''}起即为受理，不能再不予受理。",
        citation=f"{LAW}第一款第四项",
        remedy="请登记受理；不符合条件、不得再次申请的，审查后作出不予许可的决定。",
    )


CARD = Card(
    captions={"ground": "情形", "reason": "理由，以及应当向哪个机关申请、何时可以再申请"},
    objects=_objects,
)


@act("licensing.decline_application", title="不予受理", card=CARD)
def decline_application(actor: Actor, order: DeclineApplication, *, on: Proceeding) -> LicenceApplication:
    require(_ground_is_true(on, order.ground))
    row = the_application(on)
    row.turned_away, row.turned_away_on = TurnedAway.DECLINED, clock.today()
    row.declined_for, row.turned_away_because = order.ground, order.reason
    row.save()
    place = {"case": on.case_id, "proceeding": on.pk}
    issue_own_paper(actor, IssuePaper(**place, purpose="license_acceptance"))
    if order.ground == DeclinedFor.FALSE:
        ban(on, BanGround.HIDING)
    tell(
        actor,
        row,
        progress=Progress.NOT_ACCEPTED,
        kind=MessageKind.NOT_ACCEPTED,
        text=f"不予受理：{DeclinedFor(order.ground).label}。{order.reason}",
        citation=LAW,
    )
    label = DeclinedFor(order.ground).label
    record(events.APPLICATION_DECLINED, actor=actor, subject=on.case, facts={"ground": label})
    turn_to_end(actor, TurnToEnd(**place, reason=f"不予受理：{label}"))
    return row


def _ground_is_true(proceeding: Proceeding, ground: DeclinedFor) -> Verdict:
    """What rows can show is asked of them."""
    row, item, party = the_application(proceeding), item_of(proceeding), proceeding.respondent
    code = proceeding.case.authority.code
    known = {
        DeclinedFor.BANNED: party is not None and ban_of(code, party, item=row.item_code) is not None,
        DeclinedFor.COOLING: item is not None
        and intake.cools_until(code, item, place=row.place, on=proceeding) is not None,
    }
    return Verdict.when(
        known.get(ground, True),
        f"没有“{DeclinedFor(ground).label}”的登记，不能以此不予受理。",
        citation=f"{LAW}、第七十八条、第七十九条",
        remedy="请核对；材料不齐全的告知补正，不符合条件的审查后决定。",
    )
