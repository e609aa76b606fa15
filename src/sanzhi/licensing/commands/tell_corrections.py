"""Tell the applicant everything that is missing, at once and once, within five working days (行政许可法 §32(1)(4))."""

from typing import Any

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.offering import is_waiting, the_application
from sanzhi.licensing.queries import application_of, item_of
from sanzhi.licensing.telling import tell

LAW = "行政许可法第三十二条第一款第四项"


class TellCorrections(OnProceeding):
    missing: list[str] = Field(default_factory=list, max_length=60)
    defects: Told = Field(default="", max_length=2000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    if row is None or not is_waiting(proceeding):
        return is_waiting(proceeding)
    until = terms.told_until(row)
    return Verdict.when(
        row.corrections_told_on is None,
        "已经告知过一次补正，不能再次告知。",
        citation=LAW,
        remedy="已经补正的应当受理；没有补正的，期满后登记视为撤回。",
    ) & Verdict.when(
        clock.today() <= until.on,
        f"告知补正的期限已于{chinese_date(until.on)}届满，自收到申请材料之日起即为受理。",
        citation=LAW,
        remedy="请登记受理；材料不符合条件的，依法审查决定。",
    )


def _choices(proceeding: Proceeding) -> Choices:
    item = item_of(proceeding)
    return [(row.name, row.name) for row in item.materials] if item else []


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row = application_of(proceeding)
    return {"missing": list(terms.missing(row)) if row else []}


CARD = Card(
    captions={"missing": "缺少或者需要重新提交的材料", "defects": "其他需要补正的内容"},
    helps={"defects": "写明哪一份材料、什么地方不符合法定形式、怎样改正。全部内容一次告知，不能再次告知。"},
    choices={"missing": _choices},
    initial=_begins,
    objects=_objects,
)


@act("licensing.tell_corrections", title="一次告知补正", card=CARD)
def tell_corrections(actor: Actor, order: TellCorrections, *, on: Proceeding) -> LicenceApplication:
    row, known = the_application(on), {key for key, _ in _choices(on)}
    require(
        Verdict.when(
            order.missing or order.defects.strip(),
            "没有写明需要补正的内容。",
            citation=LAW,
            remedy="材料齐全、符合法定形式的，应当受理。",
        ),
        Verdict.when(
            set(order.missing) <= known,
            "需要补正的材料不是本事项要求的。",
            citation="行政许可法第三十一条",
            remedy="请从列出的材料中选择。",
        ),
    )
    row.missing, row.defects = list(dict.fromkeys(order.missing)), order.defects
    row.corrections_told_on = clock.today()
    row.save()
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose=terms.CORRECTIONS))
    tell(
        actor,
        row,
        progress=Progress.CORRECTING,
        kind=MessageKind.CORRECTION,
        text=_told(row),
        citation=LAW,
    )
    count = len(row.missing) + bool(row.defects.strip())
    record(events.CORRECTIONS_TOLD, actor=actor, subject=on.case, facts={"count": count})
    return row


def _told(row: LicenceApplication) -> str:
    """What the notice says, for who applied on the public site."""
    parts = [
        f"需要补正的材料：{'、'.join(row.missing)}。" if row.missing else "",
        f"其他需要补正的内容：{row.defects}" if row.defects.strip() else "",
        "可以在本页提交补正，也可以交到窗口。",
    ]
    return "\n".join(filter(None, parts))
