"""Record the service of a paper on the party (行政处罚法 §61; 民事诉讼法 §88–§95)."""

from datetime import date, time
from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries, serving
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.orders import OnPaper, Told
from sanzhi.cases.policies import is_open, may_touch
from sanzhi.cases.receiving import Receiver, is_lawful_receiver, is_no_officer, is_not_the_party, minor_age
from sanzhi.cases.serving import HeldAs, LateFor, Unreachable
from sanzhi.cases.still_told import AFTERWARDS, tells_now
from sanzhi.documents.commands import RecordService, record_service
from sanzhi.documents.models import Service, ServiceMethod
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record


class Serving(Order):
    """How a paper was served, and to whom.

    `ground` and `attempts` belong to a public notice: why nothing else was possible, what was tried;
    `late_for` to a decision made on the spot and not handed over there; `entrusted_to` is who hands it over for us,
    `held` why a unit has to.
    """

    document: int
    method: ServiceMethod
    served_on: date | None = None
    served_at: time | None = None
    published_on: date | None = None
    place: Told = Field(default="", max_length=200)
    received_by: str = Field(default="", max_length=60)
    relation: Receiver | None = None
    receipt_number: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    entrusted_to: str = Field(default="", max_length=100)
    held: HeldAs | None = None
    ground: Unreachable | None = None
    attempts: list[str] = Field(default_factory=list, max_length=10)
    late_for: LateFor | None = None
    note: Told = Field(default="", max_length=600)


class ServeDocument(Serving, OnPaper):
    pass


CAPTIONS = {
    "method": "送达方式",
    "served_on": "送达日期",
    "served_at": "送达、发出公告的时间（时、分；当天案情又有变化的填写）",
    "published_on": "公告发出日（公告送达）",
    "place": "送达地点",
    "received_by": "签收人",
    "relation": "与受送达人关系",
    "receipt_number": "回执或者邮件号（邮寄）、送达回证文号（委托、转交）",
    "witness": "见证人（留置送达）",
    "recording_sha256": "送达的录像、照片（留置送达没有见证人的）",
    "entrusted_to": "受托机关（委托送达）、转交单位（转交送达）",
    "held": "转交送达的事由",
    "ground": "公告送达的事由",
    "attempts": "已尝试的送达（每行一次，写明日期和经过）",
    "late_for": "当场作出的决定没有当场交付的原因",
    "note": "原因和经过（留置、邮寄、委托、公告、逾期）",
}


WITNESS = "民事诉讼法第八十九条"
HANDED = frozenset({ServiceMethod.DIRECT, ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED})
# what is said of one way of service only: beside another it would tell the file what did not happen
ONLY_WITH = {
    "published_on": {ServiceMethod.PUBLIC_NOTICE},
    "receipt_number": {ServiceMethod.POSTAL, ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED},
    "witness": {ServiceMethod.LEFT},
    "entrusted_to": {ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED},
    "held": {ServiceMethod.FORWARDED},
    "ground": {ServiceMethod.PUBLIC_NOTICE},
    "attempts": {ServiceMethod.PUBLIC_NOTICE},
}


@command("cases.serve_document", title="登记送达")
def serve_document(actor: Actor, order: ServeDocument) -> Service:
    paper = queries.paper_for_update(actor, order)
    require(serving.is_after_issue(paper, done_on(order)))
    told = tells_now(paper, on=done_on(order), at=order.served_at)
    require(may_still(paper), told, may_touch(actor, paper.proceeding), is_lawful(paper, order))
    service = record_service(actor, RecordService.model_validate(as_recorded(order)))
    facts = {
        "title": paper.title,
        "number": paper.number,
        "method": ServiceMethod(service.method).label,
    }
    record(events.DOCUMENT_SERVED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return service


def may_still(paper: Paper) -> Verdict:
    """What is made of a closed case afterwards, a change or a slip put right, is served all the same."""
    return Verdict.yes() if paper.purpose in AFTERWARDS else is_open(paper.proceeding)


def as_recorded(order: ServeDocument) -> dict[str, Any]:
    """The order as the record of the service, its reasons in one note."""
    said = order.model_dump(exclude={"case", "held", "ground", "attempts", "late_for", "entrusted_to"})
    number = plain_number(order.receipt_number)
    return {**said, "relation": order.relation or "", "receipt_number": number, "note": _note(order)}


def done_on(order: ServeDocument) -> date | None:
    return order.published_on if order.method == ServiceMethod.PUBLIC_NOTICE else order.served_on


def is_lawful(paper: Paper, order: ServeDocument, *, entered_on: date | None = None) -> Verdict:
    """Does the service hold, entered today or on the day when it was entered first?"""
    today, done = entered_on or clock.today(), done_on(order)
    verdict = serving.is_entered_in_time(order.method, done, today=today) & _belongs(order)
    verdict &= _nobody_took_it(paper, order)
    verdict &= _shows_it(paper, order, on=done)
    verdict &= serving.is_late(paper, done, method=order.method, late_for=order.late_for)
    verdict &= serving.is_handed_then(paper, done, at=order.served_at)
    verdict &= serving.is_explained(
        paper, done, method=order.method, note=order.note, late_for=order.late_for, today=today
    )
    if order.method == ServiceMethod.PUBLIC_NOTICE:
        return verdict & serving.is_last_resort(
            paper, order.ground, attempts=order.attempts, published_on=order.published_on
        )
    verdict &= is_no_officer(paper.proceeding, order.witness, said="见证人")
    verdict &= is_not_the_party(paper.proceeding, order.witness, said="见证人", citation=WITNESS)
    if order.method == ServiceMethod.LEFT:  # 国办发〔2018〕118号三: 留置送达应当全程音像记录
        verdict &= board.moments_covered(
            paper.proceeding, ["service"], on=order.served_on, since=paper.document.issued_at
        )
        verdict &= Verdict.when(
            order.place.strip(), "留置送达应当写明留置的地点。", citation=WITNESS, remedy="请填写送达地点。"
        )
    verdict &= _by_others(paper, order)
    if order.method in HANDED or order.received_by or _needs_another(paper, order):
        verdict &= is_lawful_receiver(
            paper.proceeding,
            order.relation,
            name=order.received_by,
            on=order.served_on,
            is_held=order.method == ServiceMethod.FORWARDED,
        )
    return verdict


def films(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(film.sha256, film.words) for film in board.films_of_service(proceeding)]


def _shows_it(paper: Paper, order: ServeDocument, *, on: date | None) -> Verdict:
    """A hash that is no film of this service proves nothing."""
    issued = clock.minute_of(paper.document.issued_at or clock.now())
    films = [row for row in board.films_of_service(paper.proceeding) if row.began_at >= issued]
    shown = {row.sha256 for row in films if row.began_at.astimezone(clock.CHINA).date() == on}
    return Verdict.when(
        order.recording_sha256 in {"", *shown},
        "选用的音像不是送达当日对本当事人送达的录像或者照片。",
        citation=WITNESS,
        remedy="请先在“音像”页上传这次送达的录像或者照片，再从列表中选用。",
    )


def _belongs(order: ServeDocument) -> Verdict:
    """Nothing is said that belongs to another way of service; what is empty says nothing."""
    stray = [
        f"“{CAPTIONS[name]}”"
        for name, methods in ONLY_WITH.items()
        if getattr(order, name) and order.method not in methods
    ]
    return Verdict.when(
        not stray,
        f"{'、'.join(stray)}不适用于{order.method.label}。",
        citation="民事诉讼法第八十七条",
        remedy="请清空这些栏目，或者按实际的送达方式登记。",
    )


def _nobody_took_it(paper: Paper, order: ServeDocument) -> Verdict:
    """What was left or announced nobody took; of a child's paper the guardian is told who refused it."""
    left = order.method == ServiceMethod.LEFT and not _needs_another(paper, order)
    return Verdict.when(
        not (left or order.method == ServiceMethod.PUBLIC_NOTICE)
        or not (order.received_by or order.relation),
        f"{order.method.label}没有人签收，不能登记签收人“{order.received_by or order.relation}”。",
        citation="民事诉讼法第八十七条",
        remedy="请清空签收人和与受送达人关系；拒收的人写在原因和经过中；有人签收的，按实际的送达方式登记。",
    )


def _by_others(paper: Paper, order: ServeDocument) -> Verdict:
    """What is carried by the post, by another authority or by wire needs what its article asks."""
    verdict = Verdict.yes()
    if order.method in {ServiceMethod.POSTAL, ServiceMethod.ENTRUSTED}:
        verdict &= serving.is_hard_to_reach(order.note)
    if order.method == ServiceMethod.POSTAL:
        verdict &= serving.is_delivered(paper, order.receipt_number, served_on=order.served_on)
    if order.method == ServiceMethod.ENTRUSTED:
        verdict &= serving.is_entrusted(paper, order.entrusted_to)
    if order.method == ServiceMethod.FORWARDED:
        verdict &= serving.is_forwarded(paper, order.held, unit=order.entrusted_to)
        verdict &= Verdict.when(
            order.relation == Receiver.SELF,
            "转交送达由受送达人本人签收。",
            citation="民事诉讼法第九十四条",
            remedy="请按送达回证填写；本人没有签收的，不能登记为已经送达。",
        )
    if order.method == ServiceMethod.ELECTRONIC:
        verdict &= serving.has_agreed(paper, order.served_on)
    return verdict


def _needs_another(paper: Paper, order: ServeDocument) -> bool:
    """Somebody else takes the paper for a child, and for who cannot tell what it means."""
    party = paper.proceeding.respondent
    return minor_age(party, order.served_on) is not None or bool(party and party.is_incapable)


def _note(order: ServeDocument) -> str:
    """What the file says of the reasons: 受送达人下落不明。…已尝试：…"""
    parts = [f"{row.label}。" for row in (order.held, order.ground, order.late_for) if row]
    verb = "转交" if order.held else "送达"
    parts += [f"委托{order.entrusted_to}{verb}。"] if order.entrusted_to else []
    parts += [order.note] if order.note else []
    parts += [f"已尝试：{'；'.join(order.attempts)}。"] if order.attempts else []
    return "".join(parts)
