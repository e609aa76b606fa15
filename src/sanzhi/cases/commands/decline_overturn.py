"""Not follow a proposal to revoke or change a decision: the head says why, and another may be made (行政处罚法 §75(2)).

What others have decided and is written wrongly here is proposed anew; until then nothing goes on (`outcome_entered`).
"""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands.drop_overturn import DropOverturn, drop_overturn
from sanzhi.cases.models import Overturn, Proceeding
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.cases.overturning import LAW, waiting
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.roles import Role


class DeclineOverturn(OnJudged):
    reason: Told = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting(proceeding), "没有等待决定的撤销、变更意见。", citation=LAW, remedy="请先由承办人提出。"
    )


CARD = Card(
    citation="行政处罚法第七十五条第二款；河南省行政执法条例第三十二条",
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "不同意的理由"},
    helps={"reason": "复议机关、人民法院作出的，只在所写的事由、内容与其文书不一致时退回，另行提出。"},
    objects=_objects,
    reads=lambda on: (waiting(on),),
    at_any_step=True,
    after_closure=True,
)


@act("cases.decline_overturn", title="不同意撤销、变更", card=CARD)
def decline_overturn(actor: Actor, order: DeclineOverturn, *, on: Proceeding) -> Overturn:
    dropped = DropOverturn(case=on.case_id, proceeding=on.pk, reason=f"机关负责人不同意：{order.reason}")
    return drop_overturn(actor, dropped)
