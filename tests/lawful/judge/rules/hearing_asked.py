"""Rules on the wish for a hearing: who asks in time is heard, free of charge, unless the wish is withdrawn (§63, §64)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Heard, HearingAsked, HearingNotified, Told, Waived
from tests.lawful.judge.example import ONE, at, changed, on, plus, without
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.readings import asking_ends_on, entitles_to_hearing, ordinary_decisions
from tests.lawful.judge.rule import Finds, rule


def _asked_in_time(case: Chronicle, asked: HearingAsked) -> bool:
    told = case.before(asked, Told)
    return bool(told) and asked.day <= asking_ends_on(case, told[-1])


@rule(
    "12.1",
    article="行政处罚法第六十三条、第六十四条第一项",
    says="当事人期内要求听证的，决定之前应当举行听证",
    kind="hearing_refused",
    certainty="原文",
)
def hearing_refused(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        for asked in case.before(decided, HearingAsked):
            told = case.before(asked, Told)
            entitled = bool(told) and (
                "hearing" in told[-1].rights or entitles_to_hearing(told[-1].penalty, case.party_at(asked))
            )
            after = case.after(asked, Heard) + tuple(
                row for row in case.after(asked, Waived) if row.right == "hearing" and row.proof.strip()
            )
            held = any(row in case.before(decided, type(row)) for row in after)
            if entitled and _asked_in_time(case, asked) and decided.penalty.punishes and not held:
                yield decided, f"{asked.day}申请听证，没有举行"


hearing_refused.breach(lambda: without(grave(), Heard))
hearing_refused.lawful(
    lambda: changed(without(grave(), Heard, HearingNotified), HearingAsked, at=at(12), on=on(12))
)


def _asked_on(day: int) -> Chronicle:
    """The paper gives ten working days; nobody is heard."""
    case = changed(without(grave(), Heard, HearingNotified), Told, days=10)
    return changed(case, HearingAsked, at=at(day), on=on(day))


hearing_refused.breach(lambda: _asked_on(13))
hearing_refused.breach(lambda: _asked_on(17))
hearing_refused.lawful(lambda: _asked_on(18))


def _withdrawn(proof: str, *, day: int = 20) -> Chronicle:
    """Asked for and not held: the party gave it up, or somebody says so."""
    case = without(grave(), Heard, HearingNotified)
    return plus(case, Waived(at=at(day), by=(ONE,), right="hearing", proof=proof))


hearing_refused.breach(lambda: _withdrawn(""))
hearing_refused.breach(lambda: _withdrawn(" "))
hearing_refused.breach(lambda: _withdrawn("signature", day=5))
hearing_refused.lawful(lambda: _withdrawn("signature"))


@rule(
    "12.2",
    article="行政处罚法第六十三条第二款",
    says="当事人不承担听证费用",
    kind="hearing_costs",
    certainty="原文",
)
def hearing_costs(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if heard.costs_borne_by_party:
            yield heard, "向当事人收取了听证费用"


hearing_costs.breach(lambda: changed(grave(), Heard, costs_borne_by_party=True))
hearing_costs.lawful(lambda: grave())


@rule(
    "12.3",
    article="行政处罚法第六十四条第六项",
    says="听证没有通知的，不得以当事人缺席为由终止",
    kind="hearing_refused",
    certainty="推论",
)
def abandoned_without_notice(case: Chronicle) -> Finds:
    for heard in case.all(Heard):
        if heard.is_abandoned and not case.before(heard, HearingNotified):
            yield heard, "没有通知听证，却记为放弃听证"


abandoned_without_notice.breach(lambda: changed(without(grave(), HearingNotified), Heard, is_abandoned=True))
abandoned_without_notice.lawful(lambda: changed(grave(), Heard, is_abandoned=True))
