"""Does one act in the world and says what came of it: done, refused, invalid, invisible, or a crash."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import ValidationError

from sanzhi.cases.events import STEP_COMPLETED
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.coercion.models import Demolition, Seizure
from sanzhi.demo.media import LENGTH, PHOTO_MOMENTS, drawn_photo, silence, taken_now
from sanzhi.disclosure.jobs import (
    demand_withdrawal_of,
    open_release_of,
    withdraw_what_is_due,
)
from sanzhi.disclosure.models import Release, State
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.ledger.models import Entry
from sanzhi.licensing.models import Ending, LicenceApplication
from sanzhi.recordings.commands import BeginUpload, take_in
from sanzhi.requisition.models import Requisition
from tests.lawful.clerk.acts import (
    CASE,
    EXPIRE,
    OPEN_GATE,
    OPENED,
    TAKE_IN,
    Act,
    Ref,
    Unmade,
    resolved,
)
from tests.lawful.clerk.world import World

DONE, REFUSED, INVALID, INVISIBLE, CRASHED, UNKNOWN = (
    "done",
    "refused",
    "invalid",
    "invisible",
    "crashed",
    "unknown",
)
STRANGER = "lin_"  # so begin the clerk's words for people of the second authority


@dataclass(frozen=True)
class Outcome:
    """`said`: the sentences of a refusal, or the name of the error that a crash raised."""

    how: str
    said: tuple[str, ...] = ()


def actor_of(world: World, who: str) -> Actor:
    if who == "nobody":
        return Actor("officer:0", "无岗位者", world.bureau.authority.code)
    if who.startswith(STRANGER):
        return world.second.actor(who.removeprefix(STRANGER))
    return world.bureau.actor(who)


def do(world: World, act: Act) -> Outcome:
    """Let the act's time pass, then do it. What is refused leaves nothing behind but the time."""
    _let_pass(world, act.wait)
    with clock.moved(world.now):
        try:
            _call(world, act)
        except Refused as refusal:
            return Outcome(REFUSED, tuple(reason.sentence for reason in refusal.reasons))
        except ValidationError as wrong:
            return Outcome(INVALID, tuple(str(error["loc"]) for error in wrong.errors()))
        except NotVisible:
            return Outcome(INVISIBLE)
        except Unmade as missing:
            return Outcome(UNKNOWN, (str(missing),))
        except Exception as crash:  # noqa: BLE001 - whatever else a command raises is what the clerk is after
            return Outcome(CRASHED, (type(crash).__name__,))
    if act.verb == "complete_step" and act.order.get("step"):
        world.pages[Entry.objects.filter(event=STEP_COMPLETED.name).latest("pk").pk] = str(act.order["step"])
    return Outcome(DONE)


def _let_pass(world: World, wait: timedelta) -> None:
    """What the worker does at its hour is done at its hour: the copy of what fell is taken down on its last day."""
    ends = world.now + wait
    if wait >= timedelta(days=1) and any(key.startswith("overturn_decision") for key in world.made):
        with clock.moved(world.now):
            demand_withdrawal_of(f"cases.case:{world.made[CASE]}")
        due = Release.objects.filter(withdraw_by_on__lte=ends.date()).exclude(state=State.WITHDRAWN)
        for day in due.order_by("withdraw_by_on").values_list("withdraw_by_on", flat=True):
            with clock.moved(max(world.now, datetime.combine(day, world.now.timetz()))):
                withdraw_what_is_due()
    world.now = ends


def _call(world: World, act: Act) -> None:
    if act.does == OPEN_GATE:
        world.made[act.key] = open_gate(
            resolved(Ref(CASE), world.made, now=world.now, people={}, aliens={})
        ).pk
        return
    if act.does == EXPIRE:
        return  # the end of a period is asked when reading
    values = resolved(dict(act.order), world.made, now=world.now, people=world.people, aliens=world.aliens)
    actor = actor_of(world, act.who)
    if act.does == TAKE_IN:
        result = _film(actor, values)
    else:
        registered = registered_commands()[act.does]
        result = registered.call(actor, registered.order.model_validate(values))
    result = result[0] if isinstance(result, tuple) else result
    world.made[act.key] = result.pk
    if getattr(result, "document_id", None):
        world.made[f"{act.key}.paper"] = result.document_id
    for name, pk in brought_along(result).items():
        world.made[f"{act.key}.{name}"] = pk


def brought_along(result: Any) -> dict[str, int]:
    """What an act made beside its result: the things that a seizure took, the proceeding of a decision."""
    if isinstance(result, Seizure | Demolition | Requisition):
        things = result.left if isinstance(result, Demolition) else result.taken
        rows = things.order_by("id").values_list("pk", flat=True)
        return {f"thing#{number}": pk for number, pk in enumerate(rows, start=1)}
    if isinstance(result, LicenceApplication | Ending):
        return {OPENED: result.proceeding.case_id}
    if isinstance(result, Proceeding):
        return {OPENED: result.case_id}
    if isinstance(result, Decision):
        licence = getattr(result.proceeding, "licence", None)
        return {"proceeding": result.proceeding_id} | ({"licence": licence.pk} if licence else {})
    return {}


def open_gate(case: int) -> Release:
    """The job that follows a decision. Raises Unmade where nothing was decided."""
    open_release_of(f"cases.case:{case}")
    release = Release.objects.filter(decision__proceeding__case_id=case).order_by("-id").first()
    if release is None:
        raise Unmade("release")
    return release


def _film(actor: Actor, values: dict[str, Any]) -> Any:
    order = BeginUpload.model_validate({**values, "size": 1})
    length = min(LENGTH, max(timedelta(0), (order.ended_at or order.started_at) - order.started_at))
    content = taken_now(drawn_photo(1)) if order.moment in PHOTO_MOMENTS else silence(length)
    order = BeginUpload.model_validate({**values, "size": len(content)})
    return take_in(actor, order, source=io.BytesIO(content))
