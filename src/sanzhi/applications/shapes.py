"""Who applies, and for what, as values: every field may stay empty in a draft; what is filled in must be able to be."""

from typing import Annotated

from pydantic import Field

from sanzhi.applications.models import ApplicantKind, IdKind
from sanzhi.kernel.orders import Order

MOST_QUESTIONS, MOST_MATERIALS = 12, 40
ANSWER = 500  # characters; all answers together must fit into what a stranger may send (64 kB)
CAPTIONS = {
    "kind": "申请人类别",
    "name": "申请人姓名或者单位名称",
    "id_kind": "证件类别",
    "id_number": "证件号码",
    "credit_code": "统一社会信用代码",
    "representative": "法定代表人、负责人或者经营者",
    "address": "联系地址",
    "phone": "联系电话",
    "agent": "代理人姓名",
    "agent_id_number": "代理人身份证号码",
    "agent_power": "代理权限",
}
HELPS = {
    "id_number": "单位申请的填法定代表人、负责人的证件号码，可以不填。",
    "credit_code": "个体工商户和单位填写。",
    "representative": "个体工商户填经营者，单位填法定代表人或者负责人。",
    "phone": "写作 13800000000 或者 0375-0000000；只用于办理这件申请；一部电话可以办多件。",
    "agent": "本人办理的不填。代理的，在“材料”一步上传授权委托书。",
    "agent_power": "如：代为提交、补正、领取。",
}


class Applicant(Order):
    kind: ApplicantKind | None = None
    name: str = Field(default="", max_length=120)
    id_kind: IdKind | None = None
    id_number: str = Field(default="", max_length=40)
    credit_code: str = Field(default="", max_length=18)
    representative: str = Field(default="", max_length=60)
    address: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=40, pattern=r"^[0-9+\-() （）转]*$")
    agent: str = Field(default="", max_length=60)
    agent_id_number: str = Field(default="", max_length=40)
    agent_power: str = Field(default="", max_length=200)


class Content(Order):
    """`answers` in the order of the item's questions."""

    place: str = Field(default="", max_length=200)
    answers: tuple[Annotated[str, Field(max_length=ANSWER)], ...] = Field(
        default=(), max_length=MOST_QUESTIONS
    )


class Asked(Order):
    """The item as its guide says it on the day when it is shown; `ranges` are the questions with what answers them."""

    questions: list[Annotated[str, Field(max_length=100)]] = Field(default=[], max_length=MOST_QUESTIONS)
    ranges: list[Annotated[str, Field(max_length=300)]] = Field(default=[], max_length=MOST_QUESTIONS)
    materials: list[Annotated[str, Field(max_length=100)]] = Field(default=[], max_length=MOST_MATERIALS)
    basis: str = Field(default="", max_length=500)
    limit: str = Field(default="", max_length=200)
