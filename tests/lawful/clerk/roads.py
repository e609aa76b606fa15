"""The lawful roads: the demonstration's own stories, told once with a tape running; each command becomes an act."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import ModuleType
from typing import Any

from sanzhi.cases import commands as cases
from sanzhi.cases.models import Decision, HearingOutcome
from sanzhi.coercion import commands as coercion
from sanzhi.demo import media, people
from sanzhi.demo.deeds import Deeds, Plan
from sanzhi.demo.publishing import publish
from sanzhi.disclosure import commands as disclosure
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.kernel.commands import Order, registered_commands
from sanzhi.law.identity import check_digit
from sanzhi.law.measures import Disposal, Measure
from sanzhi.law.penalties import Mitigation
from sanzhi.levy import commands as levy
from sanzhi.licensing import commands as licensing
from sanzhi.penalty import commands as penalty
from sanzhi.penalty.models import SparedFor
from sanzhi.requisition import commands as requisition
from sanzhi.reviews import commands as reviews
from tests.lawful.clerk.acts import CASE, OPEN_GATE, OPENED, TAKE_IN, Act, Day, Ref, Who
from tests.lawful.clerk.doing import brought_along, open_gate
from tests.lawful.clerk.other_plans import START, other_plans, story_of
from tests.lawful.clerk.world import CHINA, State, World
from tests.stories import stall as plan

ORDINARY = "penalty/ordinary"
YEAR_END = datetime(2026, 12, 18, 9, tzinfo=CHINA)


@dataclass(frozen=True)
class Road:
    """A lawful way from lead to closure. `begin` is when its first act is done."""

    name: str
    begin: datetime
    acts: tuple[Act, ...]

    @property
    def cause(self) -> str:
        return str(self.acts[0].order.get("cause_code", ""))

    def procedure(self, at: int) -> str:
        """By which the case goes when act number `at` is done."""
        turned = any(act.verb == "turn_to_ordinary" for act in self.acts[:at])
        lane = self.lane_of(self.acts[at]) if at < len(self.acts) else ""
        if lane:
            return lane
        opened = next((act for act in reversed(self.acts[: at + 1]) if act.verb in OPENING), self.acts[0])
        usual = OPENING.get(opened.verb, ORDINARY)
        return ORDINARY if turned else str(opened.order.get("procedure", usual))

    def case(self, at: int) -> Ref:
        """The case on which act number `at` is done: the last that was opened before it."""
        opened = (act for act in reversed(self.acts[: at + 1]) if act.verb in OPENING)
        first = next(opened, self.acts[0])
        return Ref(first.key if first.verb == CASE else f"{first.key}.{OPENED}")

    def lane_of(self, act: Act) -> str:
        """The procedure of the coercion to which the act belongs; "" for the penalty's own."""
        ref = act.order.get("proceeding")
        document = act.order.get("document")
        if ref is None and isinstance(document, Ref):
            made = next((row for row in self.acts if row.key == document.key.partition(".")[0]), None)
            ref = made.order.get("proceeding") if made else None
        return LANES.get(ref.key.partition("#")[0].partition(".")[0], "") if isinstance(ref, Ref) else ""


# the act that opens a case, and by which procedure where its order does not say so
OPENING = {
    CASE: ORDINARY,
    "take_application": "license/ordinary",
    "apply_for_renewal": "license/change",
    "apply_for_change": "license/change",
    "begin_ending": "license/end",
    "begin_own_motion": "levy/fee",
}
# the act that begins a proceeding beside the penalty
LANES = {
    "begin_seizure": "coercion/measure",
    "begin_enforcement": "coercion/enforcement",
    "clear_at_once": "coercion/clearing",
    "begin_demolition": "coercion/demolition",
    "begin_compensation": "requisition/compensation",
}
TOOLS: dict[str, Any] = {
    "summary": "在禁止区域经营露天烧烤。",
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "烧烤炉一台、烤架两副",
    "confiscated": Decimal(600),
    "public_interest": True,
}


def plans() -> Mapping[str, tuple[datetime, Any]]:
    """Every lawful road by name: when it begins, and what happens."""
    return {**_straight(), **_turned_aside(), **_coerced(), **other_plans()}


def _straight() -> dict[str, tuple[datetime, Plan]]:
    adult, company = people.person(random.Random(1)), people.organisation(random.Random(2))
    shop, young = people.individual_business(random.Random(3)), _young(2010)
    spot: dict[str, Any] = {"procedure": "penalty/simplified", "summary": "在路灯杆上悬挂商业横幅一条。"}
    return {
        "hearing": (START, plan(cause="C05", fine=Decimal(8000), hearing=True)),
        **{
            f"hearing_{end}": (START, plan(cause="C05", fine=Decimal(8000), hearing=True, hearing_ends=end))
            for end in (HearingOutcome.LEFT, HearingOutcome.WITHDRAWN)
        },
        "waived": (START, plan()),
        "on_the_spot": (START, plan(**spot, cause="C17", fine=Decimal(50), quantities={"items": Decimal(1)})),
        "uncorrected": (START, plan(cause="C18", fine=Decimal(60000), party=company)),
        "corrected": (START, plan(cause="C01", fine=Decimal(500), corrects=True)),
        "pleaded": (START, plan(cause="C02", fine=Decimal(600), party=shop, plea="生意困难，请求减免罚款。")),
        "sent_back": (START, plan(again=Decimal(600))),
        "spared": (START, plan(spares=True, reason="初次违法，危害后果轻微并及时改正。")),
        "paid_late": (START, plan(pays_late=True)),
        "counted": (START, plan(cause="C17", fine=Decimal(150), quantities={"items": Decimal(3)}, party=adult)),
        "young": (START, plan(party=young, fine=Decimal(500), lighter=Mitigation.YOUNG, reason="当事人未满十八周岁，能够配合调查。")),
        "year_end": (YEAR_END, plan(plea="请求从轻。")),
        "company_on_the_spot": (START, plan(**spot, cause="C56", fine=Decimal(1000), party=company)),
        "cash_on_the_spot": (START, plan(**spot, cause="C56", fine=Decimal(100))),
        "confiscated": (START, plan(cause="C15", fine=Decimal(3000), **TOOLS)),
        "late_on_the_spot": (START, plan(**spot, cause="C56", fine=Decimal(150), pays_late=True)),
        "company_late_on_the_spot": (
            START,
            plan(**spot, cause="C56", fine=Decimal(1000), party=company, pays_late=True),
        ),
        **{name: (START, plan(**changes)) for name, changes in _afterwards(spot, company=company).items()},
    }  # fmt: skip


def _turned_aside() -> dict[str, tuple[datetime, Plan]]:
    """Where something happens on the way: evidence kept, somebody standing back, the matter going elsewhere."""
    company = people.organisation(random.Random(2))
    street = {"procedure": "penalty/simplified", "aside": ("no_street",)}
    return {
        "child": (START, plan(party=_young(2013), spares=True, spared_for=SparedFor.CHILD, reason="当事人违法时不满十四周岁。")),
        "unfounded": (START, plan(spares=True, spared_for=SparedFor.UNFOUNDED, reason="售货亭系经批准设置，违法事实不能成立。")),
        "registered": (START, plan(aside=("registration",))),
        "sampled": (START, plan(aside=("sampling",), refers="agency")),
        "recused": (START, plan(aside=("recusal",))),
        "head_not_recused": (START, plan(aside=("head_recusal", "longer_check"))),
        "suspended": (START, plan(aside=("suspension",))),
        "appraised": (START, plan(aside=("appraisal",))),
        "ended": (START, plan(aside=("end",))),
        "joined": (START, plan(aside=("joinder", "severance"))),
        "told_apart": (START, plan(aside=("told_apart",))),
        "another_cause": (START, plan(filed_as="C06")),
        "referred": (START, plan(refers="agency")),
        "given_back": (START, plan(refers="agency", is_returned=True)),
        "asked_suspended": (START, plan(cause="C05", fine=Decimal(8000), hearing=True, aside=("asks_suspended",))),
        "crime": (START, plan(cause="C22", fine=Decimal(60000), party=company, refers="police")),
        "crime_returned": (START, plan(refers="police", is_returned=True)),
        "left_the_street": (START, plan(**street)),
    }  # fmt: skip


def _coerced() -> dict[str, tuple[datetime, Plan]]:
    """What is seized beside a penalty, done in the party's place after it, cleared at once."""
    hauler: dict[str, Any] = {
        "cause": "C25-F",
        "party": people.organisation(random.Random(1)),
        "fine": Decimal(5000),
    }
    stall: dict[str, Any] = {"cause": "C01", "fine": Decimal(500)}
    return {
        "seized": (START, plan(**hauler, aside=("seizure",))),
        "seized_longer": (START, plan(**hauler, aside=("seizure", "extension"))),
        "by_proxy": (START, plan(**stall, aside=("proxy",))),
        "cleared": (START, plan(aside=("clearing",))),
    }  # fmt: skip


def _afterwards(spot: Mapping[str, Any], *, company: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What comes after the decision, one road each."""
    grave = {"cause": "C18", "fine": Decimal(60000), "party": company}
    banner = {**spot, "cause": "C56", "fine": Decimal(150)}
    return {
        "in_parts": {"after": "parts"},
        "recounted": {"after": "recounted"},
        "deferred": {"after": "deferred"},
        "disputed": {"after": "disputed"},
        "cash_handed_in": {**spot, "cause": "C56", "fine": Decimal(100), "after": "cash"},
        "cash_far_away": {"after": "cash"},
        "corrected_records": {"after": "corrected"},
        "to_court": {"after": "court"},
        "denied_by_court": {"after": "denied"},
        "slip": {"after": "slip"},
        "changed": {"after": "changed"},
        "revoked": {"after": "revoked"},
        "revoked_major": {**grave, "after": "revoked"},
        "revoked_confiscated": {"cause": "C15", "fine": Decimal(3000), **TOOLS, "after": "revoked"},
        "revoked_on_the_spot": {**banner, "after": "revoked"},
        "deferred_on_the_spot": {**banner, "after": "deferred"},
        "to_court_on_the_spot": {**banner, "after": "court"},
        "anew_on_the_spot": {**banner, "after": "anew"},
        "anew": {"after": "anew", "fine": Decimal(900)},
    }


def _young(year: int) -> dict[str, Any]:
    body = f"000000{date(year, 1, 1):%Y%m%d}002"
    young = people.person(random.Random(4))
    return {**young, "id_number": body + check_digit(body), "guardian": "家长某"}


# fields of orders that name a row by its table
MADE = {
    "payment": "payment",
    "confiscation": "confiscation",
    "correction": "recordcorrection",
    "proceeding": "proceeding",
    "imposed_by": "document",
    "licence": "licence",
    "view": "interestedview",
    "joined_case": "case",
    "thing": "thing",
    "objection": "objection",
}


@dataclass
class Tape:
    """What the commands of a story were called with, in order, and what they made."""

    acts: list[Act]
    made: dict[tuple[str, int], str]
    keys: Counter[str]
    last: datetime
    people: Mapping[int, str]
    gates: int = 0  # how many decisions have gone through the gate

    def put(self, does: str, who: str, *, order: Order | None, result: Any) -> None:
        now = clock.now()
        values = self._symbolic(order) if order is not None else {}
        verb = does.partition(".")[2]
        stem = f"{verb}:{self._form(order)}" if self._form(order) else verb
        self.keys[stem] += 1
        key = stem if self.keys[stem] == 1 else f"{stem}#{self.keys[stem]}"
        self.acts.append(Act(key, does, who, values, now - self.last))
        self.last = now
        result = result[0] if isinstance(result, tuple) else result
        self.made.setdefault((type(result).__name__.lower(), result.pk), key)
        if getattr(result, "document_id", None):
            self.made["document", result.document_id] = f"{key}.paper"
        for name, pk in brought_along(result).items():
            self.made.setdefault((name.partition("#")[0], pk), f"{key}.{name}")

    def _form(self, order: Order | None) -> str:
        if order is None:
            return ""
        form = getattr(order, "form", "") or getattr(order, "moment", "")
        document = getattr(order, "document", None)
        return form or (Document.objects.get(pk=document).form if document else "")

    def _symbolic(self, order: Order) -> dict[str, Any]:
        values = order.model_dump(exclude_unset=True)
        return {name: self._symbol(name, value) for name, value in values.items()}

    def _symbol(self, name: str, value: Any) -> Any:
        if name in {"case", "document", "release"} and (name, value) in self.made:
            return Ref(self.made[name, value])
        if name in MADE and (MADE[name], value) in self.made:
            return Ref(self.made[MADE[name], value])
        if name == "things" and isinstance(value, list):
            return [Ref(self.made["thing", pk]) if isinstance(pk, int) else pk for pk in value]
        if name in {"officers", "participants", "listeners", "dissenting"}:
            return [Who(self.people[pk]) for pk in value]
        if name in {"chair", "recorder", "reporter", "second", "of"} and isinstance(value, int):
            return Who(self.people[value])
        if isinstance(value, datetime):
            return Day(0, at=value - clock.now())
        if isinstance(value, date):
            return Day((value - clock.today()).days)
        return value


def recorded(world: World, name: str, *, start: State) -> Road:
    """Tell the story of the plan `name` from the state `start` and give back its acts; the world is left at its end."""
    begin, plan = plans()[name]
    world.put_back(start)
    tape = Tape(
        [], {}, Counter(), begin, {officer.pk: user for user, officer in world.bureau.officers.items()}
    )
    with clock.moved(begin), _running(tape, world):
        story = story_of(world.bureau, plan)
        for days in story.scenes():
            if _punished(story) > tape.gates:
                tape.gates += 1
                tape.put(OPEN_GATE, "guanli", order=None, result=open_gate(story.case_id))
                publish(world.bureau, story.case)
            clock.advance(timedelta(days=days, minutes=7))
    return Road(name, begin, tuple(tape.acts))


def _punished(story: Deeds) -> int:
    """How many penalties were decided in the case so far."""
    return Decision.objects.filter(proceeding__case_id=story.case_id, disposal=Disposal.PUNISH).count()


@contextmanager
def _running(tape: Tape, world: World) -> Iterator[None]:
    """While it runs, every command that a story calls leaves an act on the tape."""
    users = {f"officer:{officer.pk}": user for user, officer in world.bureau.officers.items()}
    kept: list[tuple[ModuleType, str, Any]] = []
    calls = {registered.call: name for name, registered in registered_commands().items()}
    try:
        for module in (cases, penalty, coercion, licensing, levy, requisition, reviews, disclosure):
            for attribute, function in list(vars(module).items()):
                if callable(function) and not isinstance(function, type) and function in calls:
                    kept.append((module, attribute, function))
                    setattr(module, attribute, _taped(tape, calls[function], call=function, users=users))
        kept.append((media, "take_in", media.take_in))
        media.take_in = _taped(tape, TAKE_IN, call=media.take_in, users=users)  # type: ignore[assignment]
        yield
    finally:
        for module, attribute, function in kept:
            setattr(module, attribute, function)


def _taped(
    tape: Tape, name: str, *, call: Callable[..., Any], users: Mapping[str, str]
) -> Callable[..., Any]:
    def run(actor: Any, order: Order, **rest: Any) -> Any:
        result = call(actor, order, **rest)
        tape.put(name, users[actor.key], order=order, result=result)
        return result

    return run
