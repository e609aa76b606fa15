"""Who asked to be freed of a levy and was not reads why, and what may be done against it (河南省行政执法条例 §§29, 30)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.fees import Billed, LevyEnded, LoweringAsked, LoweringDecided
from tests.lawful.chronicle.happenings import Overturned
from tests.lawful.chronicle.lanes import LaneClosed
from tests.lawful.judge.example_fee import denied
from tests.lawful.judge.lanes import own
from tests.lawful.judge.rule import Finds, rule


@rule(
    "59.33",
    article="河南省行政执法条例第二十九条、第三十条",
    says="没有准许的减免申请，结案以前已经书面告知当事人，写明理由、救济途径和期限",
    kind="levy_denial_untold",
    certainty="推论",
)
def denied_untold(case: Chronicle) -> Finds:
    """Where the decision fell, or nobody was left who could pay, there is nothing more from which the party might be freed."""
    for row in case.all(LaneClosed):
        if case.before(row, Overturned) or own(case.before(row, LevyEnded), row.of):
            continue
        asked = {one.ref for one in own(case.before(row, LoweringAsked), row.of) if one.relief}
        refused = [one for one in own(case.before(row, LoweringDecided), row.of) if not one.is_granted]
        for no in refused:
            later = [one for one in own(case.before(row, Billed), row.of) if one.at >= no.at]
            told = any(no.why.strip("。") in one.denial and "行政复议" in one.remedy for one in later)
            if no.ref in asked and not told:
                yield row, f"{no.day}不予准许减免，没有写明理由、救济途径的文书送达"


denied_untold.breach(lambda: denied(denial=""))
denied_untold.breach(lambda: denied(remedy=""))
denied_untold.breach(lambda: denied(denial="不予准许。"))
denied_untold.lawful(lambda: denied())
