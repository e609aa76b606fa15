"""Decline to accept: no licence is needed, it is not ours, or the applicant may not apply; in writing, with remedies (行政许可法 §32)."""

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, TurnToEnd, issue_own_paper, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.wording import sentence
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
    apply_to: str = Field(default="", max_length=100)


def _objects(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    since = terms.accepted_from(row) if row is not None else None
    if not (waiting := is_waiting(proceeding)):
        return waiting
    return Verdict.when(
        since is None,
        f"没有按期告知，自{chinese_date(since) if since else ''}起即为受理，不能再不予受理。",
        citation=f"{LAW}第一款第四项",
        remedy="请登记受理；不符合条件、不得再次申请的，审查后作出不予许可的决定。",
    )


CARD = Card(
    captions={"ground": "情形", "reason": "理由，以及何时可以再申请", "apply_to": "应当向哪个机关申请"},
    helps={"apply_to": "不属于本机关职权范围的填写，写入通知书。"},
    objects=_objects,
)


@act("licensing.decline_application", title="不予受理", card=CARD)
def decline_application(actor: Actor, order: DeclineApplication, *, on: Proceeding) -> LicenceApplication:
    require(_ground_is_true(on, order.ground), _is_sent_on(on, order))
    row = the_application(on)
    because = f"{sentence(order.reason)}请向{order.apply_to}申请。" if order.apply_to else order.reason
    row.turned_away, row.turned_away_on = TurnedAway.DECLINED, clock.today()
    row.declined_for, row.turned_away_because = order.ground, because
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
        text=f"不予受理：{DeclinedFor(order.ground).label}。{because}",
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
    listed = catalogues.licence_items(code).get(row.item_code)
    known = {
        DeclinedFor.BANNED: party is not None and ban_of(code, party, item=row.item_code) is not None,
        DeclinedFor.COOLING: item is not None and intake.cools_until(code, item, row=row) is not None,
    }
    return (
        Verdict.when(
            known.get(ground, True),
            f"没有“{DeclinedFor(ground).label}”的登记，不能以此不予受理。",
            citation=f"{LAW}、第七十八条、第七十九条",
            remedy="请核对；材料不齐全的告知补正，不符合条件的审查后决定。",
        )
        & Verdict.when(
            ground != DeclinedFor.NOT_NEEDED or listed is None,
            f"“{row.item_title}”在施行中的许可事项清单上，依法需要取得许可，不能以不需要许可不予受理。",
            citation=f"{LAW}第一款第一项；{listed.basis if listed else ''}".rstrip("；"),
            remedy="请受理后依法审查决定；申请人误报事项的，由其撤回；应当由其他机关许可的，选择不属于本机关职权范围。",
        )
        & Verdict.when(
            ground != DeclinedFor.NOT_OURS or row.licence is None,
            f"原许可{row.licence.number if row.licence else ''}是本机关准予的，变更、延续属于本机关职权范围。",
            citation="行政许可法第四十九条、第五十条",
            remedy="请受理后依法审查决定。",
        )
    )


def _is_sent_on(proceeding: Proceeding, order: DeclineApplication) -> Verdict:
    """Whom to ask instead is told where it is not ours (行政许可法 §32(1)(2))."""
    own, named = proceeding.case.authority.name, order.apply_to.strip()
    return Verdict.when(
        bool(named) is (order.ground == DeclinedFor.NOT_OURS),
        "不属于本机关职权范围的，应当告知申请人向哪个机关申请；其他情形不填写。",
        citation=f"{LAW}第一款第二项",
        remedy="请填写有权机关的名称，或者清空这一栏。",
    ) & Verdict.when(
        named != own,
        f"“{own}”就是本机关，不能告知申请人向本机关申请而不予受理。",
        citation=f"{LAW}第一款第二项",
        remedy="请填写有权机关的名称；属于本机关职权的，应当受理。",
    )
