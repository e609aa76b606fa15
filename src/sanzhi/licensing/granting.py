"""What a decision does to the licence: it begins, is changed, lasts longer, ends; its papers say so to whoever checks them."""

from datetime import date, timedelta

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.licensing.models import (
    Ended,
    FollowUp,
    Happened,
    Licence,
    LicenceEvent,
)
from sanzhi.licensing.queries import application_of, ending_of, item_of, licence_of
from sanzhi.publications.commands import AnnotatePaper, annotate_paper

PAPERS = ("license_decision", "license_change_decision", "license_certificate")
AS_EVENT = {
    Disposal.GRANT: Happened.GRANTED,
    Disposal.AMEND: Happened.AMENDED,
    Disposal.RENEW: Happened.RENEWED,
    Disposal.RESCIND: Happened.RESCINDED,
    Disposal.RECALL: Happened.RECALLED,
    Disposal.CANCEL: Happened.CANCELLED,
}
AS_END = {
    Disposal.RESCIND: Ended.RESCINDED,
    Disposal.RECALL: Ended.RECALLED,
    Disposal.CANCEL: Ended.CANCELLED,
}


def begin(proceeding: Proceeding, said: dict[str, str]) -> Licence:
    """The licence under the next number of its item and year, and the check that is due after it (行政许可法 §61)."""
    row, item, party, today = (
        application_of(proceeding),
        item_of(proceeding),
        proceeding.respondent,
        clock.today(),
    )
    assert row is not None and item is not None and party is not None  # the guards have asked for them
    authority = proceeding.case.authority
    count = Licence.objects.filter(
        authority=authority, item_code=item.code, granted_on__year=today.year
    ).count()
    licence = Licence(
        authority=authority,
        proceeding=proceeding,
        number=f"{authority.number_prefix}许{item.code.removeprefix('XK')}-{today.year}-{count + 1:04d}",
        item_edition=item.edition_id,
        item_code=item.code,
        item_title=item.title,
        certificate=item.certificate,
        holder=party,
        place=row.place,
        content=said["content"],
        conditions=said["conditions"],
        granted_on=today,
        valid_from=date.fromisoformat(said["valid_from"]),
        valid_until=date.fromisoformat(said["valid_until"]),
    )
    licence.save()
    if item.check_days is not None:
        due_on = max(today, licence.valid_from) + timedelta(days=item.check_days)
        FollowUp(licence=licence, what=f"{item.title}：按准予的内容和条件检查", due_on=due_on).save()
    return licence


def change(proceeding: Proceeding, said: dict[str, str]) -> Licence:
    """What the holder asked for is written into the licence; the certificates that were issued say so."""
    licence = licence_of(proceeding)
    assert licence is not None  # an application for a change names one
    licence.content, licence.conditions = said["content"], said["conditions"]
    licence.valid_until = date.fromisoformat(said["valid_until"])
    licence.save()
    return licence


def end(proceeding: Proceeding, disposal: Disposal) -> Licence:
    """Ended from today; what ended before is now cancelled in the books (行政许可法 §70)."""
    ending, today = ending_of(proceeding), clock.today()
    assert ending is not None  # the procedure begins with one
    licence: Licence = ending.licence
    if disposal == Disposal.CANCEL:
        licence.cancelled_on = today
    if not licence.ended_as:
        licence.ended_as, licence.ended_on = AS_END[disposal], today
    licence.save()
    return licence


def tell(actor: Actor, licence: Licence, *, decision: Decision) -> None:
    """The story of the licence, and a line on every paper of it that somebody may check."""
    kind = AS_EVENT[Disposal(decision.disposal)]
    LicenceEvent(
        licence=licence, kind=kind, happened_on=clock.today(), number=decision.number, text=decision.text
    ).save()
    if kind == Happened.GRANTED:
        return
    since = f"所载许可于{chinese_date(clock.today())}{kind.label}，见{decision.number}。"
    annotate_papers(actor, licence, since=since, state=f"已{kind.label}", but=decision)


def annotate_papers(
    actor: Actor, licence: Licence, *, since: str, state: str, but: Decision | None = None
) -> None:
    """`but`: what the new decision itself has issued is as it says."""
    own = but.proceeding_id if but else None
    proceedings = {licence.proceeding_id: licence.proceeding}
    proceedings |= {row.proceeding_id: row.proceeding for row in licence.applications.all()}
    for key, proceeding in proceedings.items():
        if key == own:
            continue
        subject = cases.subject_of(proceeding.case)
        for paper in cases.issued_for(proceeding, *PAPERS):
            if token := documents.document_of(subject, paper.document_id).token:
                annotate_paper(actor, AnnotatePaper(token=token, since=since, state=state))
