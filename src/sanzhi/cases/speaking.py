"""When the party is heard: from the notice to the decision, wherever the authority stands (行政处罚法 §§44–45, §§63–64).

Afterwards nothing is heard any more that the decision would have had to weigh.
"""

from sanzhi.cases.models import Proceeding
from sanzhi.cases.pauses import suspension
from sanzhi.cases.queries import procedure_of, told
from sanzhi.kernel.verdict import Verdict

SPOKEN = ("cases.record_plea", "cases.request_hearing")


def spoken(proceeding: Proceeding) -> frozenset[str]:
    """The acts by which the party speaks, where the procedure has them and its days run: from the notice to the decision.

    They run on wherever the authority stands still, or has gone back to (行政处罚法 §44, §45, §64).
    """
    is_told = told(proceeding) is not None and not hasattr(proceeding, "decision")
    if not is_told and not suspension(proceeding):
        return frozenset()
    return frozenset(act for act in SPOKEN if procedure_of(proceeding).step_with(act))


def is_still_heard(proceeding: Proceeding) -> Verdict:
    """Whether what the party says can still be weighed before the decision (行政处罚法 §45, §57)."""
    return Verdict.when(
        proceeding.decided_on is None,
        "本案已经作出决定，不再登记、复核陈述申辩，也不再登记听证申请。",
        citation="行政处罚法第七条、第四十五条、第五十七条",
        remedy="当事人不服决定的，告知其可以申请行政复议、提起行政诉讼；决定确有错误的，依法撤销或者变更。",
    )
