"""What a seizure adds to the facts of its papers."""

from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import terms
from sanzhi.coercion.models import SeizedThing, Seizure, Way
from sanzhi.coercion.queries import in_custody, seizure_of, settled_as, taken
from sanzhi.kernel import clock
from sanzhi.law.inventory import Thing
from sanzhi.law.money import yuan
from sanzhi.law.penalties import ordinary_remedy
from sanzhi.law.wording import sentence

PROPOSED = "manner basis reason urgency things listed place custodian days"
SCENE = "begun_on begun_at until_on present present_name witness plea plea_answer taken taken_text fewer_for"
AFTER = (
    "extended_days extended_for extended_on last_before extended_until"
    " lifted_for lifted_reason lifted_on lifted_things lifted_text"
    " handed_on handed_things handed_text handed_reason"
    " disposed_on disposed_things disposed_text disposed_reason disposed_basis"
)
HOW = {Way.SOLD: "变卖", Way.DESTROYED: "销毁"}


@facts("seizure", PROPOSED, by={"": "coercion.propose_seizure"})
def proposed(proceeding: Proceeding) -> dict[str, Any]:
    row = seizure_of(proceeding)
    if row is None:
        return {}
    return {
        "manner": row.get_manner_display(),
        "basis": cases.power_of(proceeding).penalty_basis,
        "reason": row.reason,
        "urgency": row.urgency or None,
        "things": [_as_decided(thing) for thing in row.decided],
        "listed": "\n".join(f"{number}．{thing.text}" for number, thing in enumerate(row.decided, start=1)),
        "place": row.place,
        "custodian": row.custodian,
        "days": row.days,
    }


def _as_decided(thing: Thing) -> dict[str, str]:
    return {
        "name": thing.name,
        "spec": thing.spec or "—",
        "count": f"{thing.count.normalize():f}",
        "unit": thing.unit,
        "said": thing.said,
    }


@facts("seizure", SCENE, by={"": "coercion.carry_out_seizure"})
def on_the_scene(proceeding: Proceeding) -> dict[str, Any]:
    row = seizure_of(proceeding)
    if row is None or row.begun_at is None:
        return {}
    last = terms.until(proceeding)
    return {
        "begun_on": row.begun_on,
        "begun_at": row.begun_at.astimezone(clock.CHINA),
        "until_on": last.on if last else None,
        "present": row.get_present_display(),
        "present_name": row.present_name or None,
        "witness": row.witness or None,
        "plea": _said(row),
        "plea_answer": row.plea_answer or None,
        "taken": [_as_taken(one) for one in taken(proceeding)],
        "fewer_for": row.fewer_for or None,
        "taken_text": "、".join(one.thing.text for one in taken(proceeding)),
    }


def _said(row: Seizure) -> str:
    return sentence(row.plea) if row.plea else "当事人没有陈述、申辩。"


def _as_taken(row: SeizedThing) -> dict[str, str]:
    thing = row.thing
    return {
        "name": thing.name,
        "spec": thing.spec or "—",
        "count": f"{thing.count.normalize():f}",
        "unit": thing.unit,
        "condition": row.condition,
    }


@facts("seizure", AFTER, by={"": "coercion.settle_things"})
def afterwards(proceeding: Proceeding) -> dict[str, Any]:
    row = seizure_of(proceeding)
    if row is None:
        return {}
    last = terms.until(proceeding)
    before = terms.until_without_extension(proceeding)
    back, handed = settled_as(proceeding, Way.RETURNED), settled_as(proceeding, Way.HANDED_OVER)
    gone = settled_as(proceeding, Way.SOLD, Way.DESTROYED)
    return {
        "extended_days": row.extended_days,
        "extended_for": row.extended_for or None,
        "extended_on": row.extended_on,
        "last_before": before.on if before else None,
        "extended_until": last.on if last and row.extended_at else None,
        **_settled("lifted", back),
        "lifted_for": back[-1].get_lifted_for_display() if back else None,
        "lifted_reason": back[-1].settle_reason if back else None,
        **_settled("handed", handed),
        "handed_reason": handed[-1].settle_reason if handed else None,
        **_settled("disposed", gone),
        "disposed_things": [{**_as_taken(one), "way": HOW[Way(one.way)]} for one in gone] or None,
        "disposed_reason": "；".join(dict.fromkeys(one.settle_reason.rstrip("。；") for one in gone)) or None,
        "disposed_basis": "；".join(dict.fromkeys(one.settle_basis for one in gone)) or None,
    }


def _settled(prefix: str, rows: tuple[SeizedThing, ...]) -> dict[str, Any]:
    listed = [_as_taken(row) for row in rows]
    return {
        f"{prefix}_on": rows[-1].settled_on if rows else None,
        f"{prefix}_things": listed or None,
        f"{prefix}_text": "、".join(row.thing.text for row in rows) or None,
    }


@facts("case", "main_cause proposed_text", by={"": "coercion.propose_seizure"})
def suspected(proceeding: Proceeding) -> dict[str, Any]:
    """Of what the party is suspected: the cause of the penalty that this serves."""
    proposal = cases.current_proposal(proceeding)
    return {
        "main_cause": (proceeding.main or proceeding).cause,
        "proposed_text": proposal.text if proposal else None,
    }


@facts("remedy", "text")
def remedy(proceeding: Proceeding) -> dict[str, str]:
    """行政强制法 §24(2)(4)"""
    authority = proceeding.case.authority
    return {"text": ordinary_remedy(authority.government, authority.court)}


@facts("overturn", "aftermath")
def overturned(proceeding: Proceeding) -> dict[str, str]:
    """What becomes of things and money when the decision falls (行政强制法 §28, §41)."""
    paid = cases.paid(proceeding)
    things = "查封、扣押的财物立即解除并退还。" if in_custody(proceeding) else ""
    return {"aftermath": things + (f"已经缴纳的{yuan(paid)}元予以退还。" if paid > 0 else "")}


GROUPS = (suspected, remedy, proposed, on_the_scene, afterwards, overturned)
