"""Agree with the party on the execution: in stages, with remedies, at nobody's cost (行政强制法 §42(1))."""

import re
from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.halting import enforcement_of, goes_on
from sanzhi.coercion.models import Agreement
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政强制法第四十二条第一款"
LINE = re.compile(r"(\d{4}-\d{2}-\d{2})\s*[；; ]\s*(.{4,200})")


class AgreeOnEnforcement(OnProceeding):
    stages: str = Field(min_length=10, max_length=4000)
    remedy: str = Field(default="", max_length=1000)
    is_harmless: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    return goes_on(proceeding) & Verdict.when(
        row is not None and row.ended_at is None,
        "没有可以协议执行的义务。",
        citation=LAW,
        remedy="请先提出代履行意见；已经代履行的，请结算费用。",
    )


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={
        "stages": "分阶段履行",
        "remedy": "补救措施",
        "is_harmless": "不损害公共利益和他人合法权益",
    },
    helps={"stages": "每行一阶段：日期；内容。例如：2026-12-10；清除堆放物的一半。"},
    objects=_objects,
    at_any_step=True,
)


@act("coercion.agree_on_enforcement", title="订立执行协议", card=CARD)
def agree_on_enforcement(actor: Actor, order: AgreeOnEnforcement, *, on: Proceeding) -> Agreement:
    stages = _read(order.stages)
    days = [date.fromisoformat(row["by"]) for row in stages]
    require(
        Verdict.when(
            order.is_harmless,
            "执行协议不得损害公共利益和他人合法权益。",
            citation=LAW,
            remedy="请核对后勾选。",
        ),
        Verdict.when(
            days == sorted(days) and days[0] >= clock.today(),
            "各阶段的日期应从今天起依次排列。",
            citation=LAW,
        ),
    )
    said = {"stages": stages, "remedy": order.remedy, "agreed_on": clock.today(), "agreed_by": actor.name}
    agreement = Agreement(proceeding=on, **said)
    agreement.save()
    record(events.AGREED, actor=actor, subject=on.case, facts={"count": len(stages)})
    return agreement


def _read(text: str) -> list[dict[str, str]]:
    """Raises Refused, naming the line."""
    rows = []
    for number, line in enumerate((line.strip() for line in text.splitlines() if line.strip()), start=1):
        found = LINE.fullmatch(line)
        try:
            assert found is not None
            date.fromisoformat(found.group(1))
        except (AssertionError, ValueError) as wrong:
            said = f"第{number}行请写成“日期；内容”，例如 2026-12-10；清除堆放物的一半。"
            raise Refused((Reason(said, LAW),)) from wrong
        rows.append({"by": found.group(1), "duty": found.group(2)})
    return rows
