"""Nobody is punished whose mind is known to be in doubt before it was found whether he knew what he did (行政处罚法 §31)."""

import re

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.penalties import Mitigation
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.proofs import names_one

UNABLE = re.compile("(?:不能|无法|丧失)(?:完全)?(?:辨认|控制)")


def capacity_is_weighed(proceeding: Proceeding, *, grounds: Grounds, reason: str) -> Verdict:
    """Lighter or reduced by §31, or found to have been able to tell and to control, on a proof that the reason names.

    How it is now (民法典 §21, §22) says nothing of how it was then: 间歇性精神病人 is punished for what he did while sane.
    """
    party = proceeding.respondent
    clouded = Mitigation.CLOUDED in {grounds.lighter, grounds.mitigation}
    was_able = all(word in reason for word in ("辨认", "控制")) and not UNABLE.search(reason)
    return Verdict.when(
        party is None
        or not party.is_incapable
        or clouded
        or (was_able and names_one(reason, queries.proofs(proceeding))),
        "当事人登记为不能辨认或者不能完全辨认自己行为，违法时能否辨认、控制自己的行为尚未查明，不能处罚。",
        citation="行政处罚法第三十一条、第四十条",
        remedy=(
            "请查明：不能辨认或者不能控制的，提出不予处罚并责令监护人看管、治疗；尚未完全丧失的，以第三十一条从轻或者减轻；"
            "能够辨认和控制的，在理由中写明并写明证据名称。当场不能查清的，转为普通程序。"
        ),
    )
