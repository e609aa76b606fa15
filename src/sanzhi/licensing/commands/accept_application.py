"""Accept an application whose papers are complete, or which counts as accepted since nobody said anything in time (行政许可法 §32)."""

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, intake, terms
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.offering import LAW, is_waiting, the_application
from sanzhi.licensing.queries import application_of, ban_of, item_of
from sanzhi.licensing.telling import tell


class AcceptApplication(OnProceeding):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    if row is None or not is_waiting(proceeding):
        return is_waiting(proceeding)
    lacking = terms.missing(row)
    is_complete = terms.complete_on(row) is not None
    said = "、".join(lacking) or row.defects
    return Verdict.when(
        is_complete or terms.accepted_from(row),
        f"申请材料不齐全或者不符合法定形式：{said}。",
        citation=LAW,
        remedy="请在收到申请之日起五个工作日内一次告知补正。",
    ) & (Verdict.yes() if terms.accepted_from(row) else _may_be_asked(proceeding, row))


def _may_be_asked(proceeding: Proceeding, row: LicenceApplication) -> Verdict:
    code, party, item = proceeding.case.authority.code, proceeding.respondent, item_of(proceeding)
    if row.asks != Asks.NEW or item is None or party is None:
        return Verdict.yes()
    ban = ban_of(code, party, item=row.item_code)
    cools = intake.cools_until(code, item, row=row)
    return Verdict.when(
        ban is None,
        f"申请人在{chinese_date(ban.until) if ban else ''}以前不得再次申请本事项。",
        citation="行政许可法第七十八条、第七十九条",
        remedy="请办理不予受理，送达通知书。",
    ) & Verdict.when(
        cools is None,
        f"同一地点的间隔期到{chinese_date(cools) if cools else ''}止。",
        citation=item.basis,
        remedy="请办理不予受理，告知申请的期限可以从何日开始。",
    )


CARD = Card(
    objects=_objects,
    is_main=True,
    is_done=lambda on: (row := application_of(on)) is not None and row.accepted_on is not None,
)


@act("licensing.accept_application", title="受理", card=CARD)
def accept_application(actor: Actor, order: AcceptApplication, *, on: Proceeding) -> LicenceApplication:
    row, today = the_application(on), clock.today()
    # silent too long: it has been accepted since the papers came in (行政许可法 §32(1)(4))
    row.accepted_on = terms.accepted_from(row) or today
    row.acceptance_told_on = today
    row.save()
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose="license_acceptance"))
    tell(
        actor,
        row,
        progress=Progress.ACCEPTED,
        kind=MessageKind.ACCEPTED,
        text=f"申请已经受理，自{chinese_date(row.accepted_on)}起计算办理期限。",
        citation="行政许可法第三十二条第一款第五项",
    )
    facts = {"since": chinese_date(row.accepted_on)}
    record(events.APPLICATION_ACCEPTED, actor=actor, subject=on.case, facts=facts)
    return row
