"""Rules on how what is no penalty is decided: by the head, on what was proposed, reviewed, demanded and heard (行政强制法 §18, §24, §35–§37, §51)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import (
    LaneAnswered,
    LaneDecided,
    LaneDiscussed,
    LanePleaded,
    LaneProposed,
    LaneReviewed,
)
from tests.lawful.chronicle.other_kinds import Enforced, Seized, SeizureApproved, Urged
from tests.lawful.chronicle.takings import RequisitionDecided
from tests.lawful.judge.example import HEAD, ONE, at, changed, in_order, on, without
from tests.lawful.judge.example_coercion import D53, D59, P, carried_out, kept, proxy, trucks
from tests.lawful.judge.example_taking import NEED, taken
from tests.lawful.judge.lanes import beyond, is_heavier, own, proposed_before
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, rule

SEIZURE, PROXY, DEMOLITION = "seizure", "performance_by_proxy", "demolition"


def _urgent(case: Chronicle, decided: LaneDecided) -> Seized | None:
    """The seizure that was done on the spot before anybody had decided it."""
    return next((row for row in case.all(Seized) if row.ref == decided.of and row.is_urgent), None)


def _cleared(case: Chronicle, decided: LaneDecided) -> bool:
    """What lay in the way was cleared at once by who stood there (行政强制法 §52); the party is told it afterwards."""
    return any(row.of == decided.of and row.way == "clear_now" for row in case.all(Enforced))


@rule(
    "38.5",
    article="河南省行政执法条例第二十八条第二款；行政强制法第十八条第一项、第十九条",
    says="重大决定须先经法制审核、集体讨论，所见与所决定的相同",
    kind="coercion_not_vouched",
    certainty="推论",
)
def decided_unvouched(case: Chronicle) -> Finds:
    for decided in case.all(LaneDecided):
        moment: Happening | None = decided
        if _urgent(case, decided):
            moment = next((row for row in own(case.all(SeizureApproved), decided.of) if row.approves), None)
        if decided.is_major and moment is not None:
            gone = _unvouched(case, decided, moment=moment)
            if gone:
                yield moment, gone


def _unvouched(case: Chronicle, decided: LaneDecided, *, moment: Happening) -> str:
    reviews = own(case.before(moment, LaneReviewed), decided.of)
    talks = own(case.before(moment, LaneDiscussed), decided.of)
    if not reviews or not reviews[-1].passes or reviews[-1].saw is None:
        return "没有通过法制审核"
    if not talks or not talks[-1].agrees or talks[-1].saw is None:
        return "没有集体讨论同意"
    return next(
        (
            "审核、讨论的不是所决定的"
            for saw in (reviews[-1].saw, talks[-1].saw)
            if (saw.things, saw.budget, saw.days)
            != (decided.content.things, decided.content.budget, decided.content.days)
        ),
        "",
    )


decided_unvouched.breach(lambda: without(kept(), LaneReviewed))
decided_unvouched.breach(lambda: without(carried_out(), LaneDiscussed))
decided_unvouched.breach(lambda: changed(kept(), LaneReviewed, passes=False))
decided_unvouched.breach(lambda: changed(kept(), LaneDiscussed, saw=trucks("另一辆车1辆")))
decided_unvouched.lawful(lambda: kept())
decided_unvouched.lawful(lambda: changed(without(kept(), LaneReviewed), LaneDecided, is_major=False))


@rule(
    "38.6",
    article="行政强制法第十八条第一项、第二十四条、第五十一条第一款第一项",
    says="强制决定的财物、期限、费用不得超出所报请的",
    kind="coercion_beyond_proposal",
    certainty="推论",
)
def decided_beyond_proposal(case: Chronicle) -> Finds:
    for decided in case.all(LaneDecided):
        proposed = proposed_before(case, decided, lane=decided.of)
        if proposed and is_heavier(decided.content, proposed.content):
            yield decided, f"报请的是{proposed.content.text}，决定的是{decided.content.text}"


decided_beyond_proposal.breach(lambda: changed(carried_out(), LaneProposed, content=proxy(2000)))
decided_beyond_proposal.breach(lambda: changed(kept(), LaneProposed, content=trucks(days=10)))
decided_beyond_proposal.lawful(lambda: carried_out())


@rule(
    "38.7",
    article="行政强制法第十八条第一项、第三十五条至第三十七条；河南省行政执法条例第二十八条第一款",
    says="强制、限期拆除、征收、征用的决定由机关负责人作出",
    kind="coercion_not_by_head",
    certainty="推论",
)
def decided_by_others(case: Chronicle) -> Finds:
    for decided in case.all(LaneDecided):
        in_office = heads(case, decided.day)
        at_once = _urgent(case, decided) or _cleared(case, decided)
        if not at_once and in_office and not people(case, decided.by) & in_office:
            yield decided, "作出决定的不是机关负责人"


decided_by_others.breach(lambda: changed(kept(), LaneDecided, by=(ONE,)))
decided_by_others.lawful(lambda: changed(kept(), LaneDecided, by=(HEAD,)))


@rule(
    "38.8",
    article="行政强制法第十八条、第二十四条",
    says="实施查封扣押的财物不得超出决定",
    kind="seizure_beyond_decision",
    certainty="原文",
)
def seized_beyond_decision(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        decided = own(case.all(LaneDecided), row.ref)
        more = beyond([thing.name for thing in row.things], decided[0].content.things) if decided else ()
        if more:
            yield row, f"决定中没有“{more[0]}”"


def _seized(*names: str, decided: str) -> Chronicle:
    case = kept(content=trucks(*names), ended=None, today=20)
    rows = [
        replace(row, content=trucks(decided)) if isinstance(row, LaneDecided | LaneProposed) else row
        for row in case
    ]
    rows = [
        replace(row, saw=trucks(decided)) if isinstance(row, LaneReviewed | LaneDiscussed) else row
        for row in rows
    ]
    return in_order(case, rows)


seized_beyond_decision.breach(lambda: _seized("烤炉2台", decided="烤炉1台"))
seized_beyond_decision.breach(lambda: _seized("烤炉1台", decided="烤架1台"))
seized_beyond_decision.lawful(lambda: _seized("烤炉1台", decided="烤炉2台"))


@rule(
    "39.6",
    article="行政强制法第二十四条第二款",
    says="查封扣押决定书写明当事人、理由依据、财物、期限、救济途径、机关",
    kind="seizure_paper_short",
    certainty="原文",
)
def seizure_paper_short(case: Chronicle) -> Finds:
    wanted = {
        "party_name": "当事人",
        "reason": "理由",
        "basis": "依据",
        "listed": "财物",
        "days": "期限",
        "remedy_text": "救济途径",
        "authority_name": "机关",
    }
    for decided in case.all(LaneDecided):
        if decided.content.act == SEIZURE and decided.says:
            gone = [name for key, name in wanted.items() if not str(decided.says.get(key) or "").strip()]
            if gone:
                yield decided, f"没有写明{'、'.join(gone)}"


seizure_paper_short.breach(lambda: changed(kept(), LaneDecided, says={**D53, "basis": ""}))
seizure_paper_short.breach(lambda: changed(kept(), LaneDecided, says={**D53, "remedy_text": None}))
seizure_paper_short.lawful(lambda: changed(kept(), LaneDecided, says=D53))


@rule(
    "50.5",
    article="行政强制法第五十一条第一款第一项",
    says="代履行决定书载明当事人、理由依据、方式时间、标的、费用预算、代履行人",
    kind="enforcement_substitute",
    certainty="原文",
)
def proxy_paper_short(case: Chronicle) -> Finds:
    wanted = {
        "party_name": "当事人",
        "harm_reason": "理由",
        "basis": "依据",
        "method": "方式",
        "planned_on": "时间",
        "target": "标的",
        "budget": "费用预算",
        "executor": "代履行人",
    }
    for decided in case.all(LaneDecided):
        if decided.content.act == PROXY and decided.says:
            gone = [name for key, name in wanted.items() if not str(decided.says.get(key) or "").strip()]
            if gone:
                yield decided, f"没有载明{'、'.join(gone)}"


proxy_paper_short.breach(lambda: changed(carried_out(), LaneDecided, says={**D59, "budget": ""}))
proxy_paper_short.lawful(lambda: changed(carried_out(), LaneDecided, says=D59))


@rule(
    "50.6",
    article="行政强制法第五十条",
    says="代履行人不得是当事人自己",
    kind="enforcement_substitute",
    certainty="推论",
)
def performed_by_party(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        party = case.party_at(row)
        if (
            row.executor
            and party
            and row.way in {"substitute", "clear_now"}
            and row.executor.strip() == party.name
        ):
            yield row, f"由当事人{party.name}代履行"


performed_by_party.breach(lambda: carried_out(executor="王某"))
performed_by_party.lawful(lambda: carried_out(executor="王某某清运队"))


@rule(
    "49.6",
    article="行政强制法第三十五条、第三十七条第一款",
    says="代履行、强制拆除决定之前，所决定的已经催告，催告所给的期限已经届满",
    kind="enforcement_not_urged",
    certainty="原文",
)
def decided_before_demand(case: Chronicle) -> Finds:
    for decided in case.all(LaneDecided):
        if decided.content.act not in {PROXY, DEMOLITION}:
            continue
        told = [
            row for row in own(case.before(decided, Urged), decided.of) if _told(case, row, decided=decided)
        ]
        if not told:
            yield decided, "没有就所决定的内容催告"
        elif not any(_is_over(case, row, day=decided.day) for row in told):
            yield decided, "催告的期限还没有届满"


def _told(case: Chronicle, urged: Urged, *, decided: LaneDecided) -> bool:
    """Whether the demand was made of no less than what was decided then."""
    proposed = proposed_before(case, urged, lane=decided.of)
    return proposed is not None and not is_heavier(decided.content, proposed.content)


def _is_over(case: Chronicle, urged: Urged, *, day: Any) -> bool:
    return bool(day > (case.days.after(urged.day, urged.days) if urged.days else urged.day))


def _demanded(day: int) -> Chronicle:
    """The first demand was served on another day."""
    case = carried_out()
    first = next(row for row in case.all(Urged))
    rest = [row for row in case if row is not first]
    return in_order(case, [*rest, replace(first, at=at(day), on=on(day))])


def _proposed_again(budget: int) -> Chronicle:
    """Another budget after the demand, on which everything else rests."""
    case = carried_out(LaneProposed(at=at(50), by=(ONE,), of=P, content=proxy(budget)))
    case = changed(case, LaneReviewed, saw=proxy(budget))
    case = changed(case, LaneDiscussed, saw=proxy(budget))
    return changed(case, LaneDecided, content=proxy(budget))


decided_before_demand.breach(lambda: _demanded(45))
decided_before_demand.breach(lambda: _proposed_again(3000))
decided_before_demand.lawful(lambda: _demanded(41))
decided_before_demand.lawful(lambda: _proposed_again(2300))


@rule(
    "49.7",
    article="行政强制法第三十六条",
    says="对催告的陈述申辩逐件复核，成立的采纳，不得仍按原来的执行",
    kind="enforcement_plea_unanswered",
    certainty="原文",
)
def decided_against_a_plea(case: Chronicle) -> Finds:
    for row in (*case.all(LaneDecided), *case.all(Enforced)):
        pleas = own(case.before(row, LanePleaded), row.of)
        answers = own(case.before(row, LaneAnswered), row.of)
        if len(answers) < len(pleas):
            yield row, f"{pleas[-1].day}的陈述申辩没有复核"
        accepted = [answer for answer in answers if answer.is_accepted]
        proposed = own(case.all(LaneProposed), row.of)
        if own(
            case.all(RequisitionDecided), row.of
        ):  # the owner is heard first, within the act that proposes
            accepted = [answer for answer in accepted if answer.at not in {one.at for one in proposed}]
        if accepted and not own(case.after(accepted[-1], LaneProposed), row.of):
            yield row, "已经采纳陈述申辩，仍按原来的意见执行"


def _spoken(*accepted: bool, more: tuple[Happening, ...] = ()) -> Chronicle:
    plea = LanePleaded(at=at(45), by=(ONE,), of=P, text="本周自行拆走")
    answers = [LaneAnswered(at=at(46), by=(ONE,), of=P, is_accepted=is_so) for is_so in accepted]
    return carried_out(plea, *answers, *more)


decided_against_a_plea.breach(lambda: _spoken())
decided_against_a_plea.breach(lambda: _spoken(True))
decided_against_a_plea.lawful(lambda: _spoken(False))


def _owner_heard(*, after: int) -> Chronicle:
    """The owner of what is taken is heard within the act that proposes it, and answered so many minutes `after` it."""
    proposed = at(0, 10)
    plea = LanePleaded(at=proposed, by=(ONE,), of=NEED, text="挖掘机留一台")
    heard = LaneAnswered(at=proposed + timedelta(minutes=after), by=(ONE,), of=NEED, is_accepted=True)
    return taken(plea, heard)


# what was accepted within the act stands in its proposal; what was accepted after it does not
decided_against_a_plea.lawful(lambda: _owner_heard(after=0))
decided_against_a_plea.breach(lambda: _owner_heard(after=5))
