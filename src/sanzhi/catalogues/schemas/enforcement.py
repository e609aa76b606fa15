"""The lists that steer enforcement: spot checks, recording, major decisions, disclosure, monitoring, delegation."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from sanzhi.catalogues.schemas.base import RowSchema, Words, column
from sanzhi.kernel.verdict import Reason


class SpotCheckRow(RowSchema):
    """随机抽查事项清单 (F5-03; seed 二(一)2(2))."""

    code: str = column("编码", width=6)
    title: str = column(
        "抽查事项",
        also=("事项名称", "抽查类别", "抽查项目", "检查事项"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=20,
    )
    level: Literal["一般检查事项", "重点检查事项"] = column("事项类别", default="一般检查事项", width=10)
    subject: str = column("抽查主体", also=("检查主体", "实施主体", "检查机关"), wanted=True, width=14)
    basis: str = column("抽查依据", also=("依据", "检查依据", "法律依据"), wanted=True, lines=2, width=24)
    target: str = column("抽查对象", also=("对象", "检查对象"), wanted=True, width=18)
    content: str = column("抽查内容", also=("内容", "检查内容"), wanted=True, lines=3, width=24)
    ratio: str = column("抽查比例", also=("比例",), wanted=True, width=12)
    method: str = column("抽查方式", also=("方式", "检查方式"), wanted=True, width=14)
    frequency: str = column("抽查频次", also=("频次", "频率", "检查频次"), wanted=True, width=10)
    months: str = column("抽查时间", also=("检查时间", "抽查时段", "实施时间"), width=12)
    unit: str = column("责任科室", also=("责任单位", "承办科室"), width=12)
    mark: str = column("把握程度", default="建议", width=8)
    note: str = column("备注", width=12)


class RecordingRow(RowSchema):
    """音像记录事项清单 (F6-01 to F6-04)."""

    title_field: ClassVar[str] = "matter"
    basis_fields: ClassVar[tuple[str, ...]] = ()
    code: str = column("编码", width=6)
    category: str = column("执法类别", also=("类别",), default=..., wanted=True, width=12)
    item: str = column("执法事项", also=("事项",), width=14)
    matter: str = column(
        "记录环节", also=("关键环节", "记录事项", "执法环节"), default=..., wanted=True, width=16
    )
    moment: str = column(
        "环节键", pattern=r"^[a-z_]*$", wanted=True, hint="流程中引用的英文键，如 site_inspection", width=12
    )
    method: str = column(
        "记录方式", also=("方式", "记录载体", "记录设备"), default=..., wanted=True, width=14
    )
    begins: str = column("记录开始时间", also=("开始时间", "记录起点"), wanted=True, width=16)
    content: str = column("记录内容", also=("记录过程", "内容"), default=..., wanted=True, lines=2, width=24)
    ends: str = column("记录结束时间", also=("结束时间", "记录终点"), wanted=True, width=16)
    retention: str = column("存储期限", also=("保管期限", "保存期限"), wanted=True, width=12)
    remark: str = column("备注", also=("说明",), width=12)
    whole_process: bool = column("全过程记录", default=False, width=6)
    shortest_seconds: int = column(
        "最短秒数", default=0, ge=0, hint="短于此数的录像判为过短，只有照片的也是；0表示照片就够", width=6
    )
    mark: str = column("把握程度", default="建议", width=8)


Respondent = Literal["person", "individual_business", "organisation"]
Act = Literal[
    "seizure", "seizure_extension", "forced_demolition", "performance_by_proxy", "licence_revocation"
]
# five thousand yuan in a title is not what the program counts with
FIGURE = re.compile(r"[\d.,零〇一二三四五六七八九十百千万两]+\s*元")


class Condition(BaseModel):
    """When a row of the major-decision list is hit. A word that nobody reads is refused: it would skip the review.

    `public_interest` is for people to judge: who proposes the penalty says so.
    """

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    fine_at_least: dict[Respondent, Decimal] = Field(default_factory=dict)
    confiscated_at_least: dict[Respondent, Decimal] = Field(default_factory=dict)
    hearing_held: bool = False
    below_range: bool = False
    measure_contains: list[str] = Field(default_factory=list)
    acts: list[Act] = Field(default_factory=list)
    beyond_standard: bool = False
    remade: bool = False
    public_interest: bool = False

    @property
    def says_nothing(self) -> bool:
        return not any(self.model_dump().values())


class MajorRow(RowSchema):
    """重大执法决定法制审核目录清单 (F7-01). The condition that is executed is the text that the public reads."""

    code: str = column("编码", width=6)
    category: str = column(
        "执法类别", also=("执法项目类别", "类别"), default="行政处罚", wanted=True, width=10
    )
    title: str = column(
        "具体执法事项",
        also=("审核的具体执法决定项目", "执法事项", "事项名称"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=24,
    )
    scope: str = column("法制审核范围", also=("审核范围",), wanted=True, lines=2, width=18)
    basis: str = column("依据", also=("法律依据", "审核依据"), default=..., wanted=True, lines=2, width=24)
    submitter: str = column("提交部门", also=("送审部门", "承办机构"), wanted=True, width=12)
    materials: str = column(
        "提交的审核资料", also=("应提交资料", "送审材料", "提交资料"), wanted=True, lines=3, width=24
    )
    reviewer: str = column("审核机构", also=("审核部门",), wanted=True, width=14)
    focus: str = column("审核重点", also=("审核内容",), wanted=True, lines=2, width=18)
    within: str = column("审核期限", also=("审核时限", "期限"), wanted=True, width=12)
    condition: Condition = column(
        "触发条件",
        also=("送审标准", "审核标准"),
        default={},
        cell="condition",
        wanted=True,
        lines=2,
        hint="如：罚款达到：个人5000元、单位50000元；没收达到：个人5000元、单位50000元；经过听证；低于法定下限；超出裁量基准；措施含：吊销、停产停业；决定为：查封扣押、强制拆除；撤销后重新作出；重大公共利益",
        width=24,
    )
    mark: str = column("把握程度", default="建议", width=8)
    note: str = column("备注", also=("说明",), width=12)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        if self.condition.says_nothing:
            yield "condition", Reason("没有写明何种情形适用本行。")
        for field, text in (("title", self.title), ("scope", self.scope)):
            if found := FIGURE.search(text):
                sentence = f"写了数额“{found[0]}”，数额只写在触发条件中，公示和办案都照触发条件。"
                yield field, Reason(sentence, remedy="请改写成“较大数额罚款”的样子。")
        for name, least in (
            ("罚款", self.condition.fine_at_least),
            ("没收", self.condition.confiscated_at_least),
        ):
            if least and not {"person", "organisation"} <= set(least):
                yield "condition", Reason(f"{name}数额应同时写明个人和单位。")


class DisclosureRow(RowSchema):
    """公示目录: what goes public, when, how long (facts 1, 8)."""

    title_field: ClassVar[str] = "what"
    code: str = column("编码", width=6)
    category: str = column("一级事项", also=("事项类别",), width=12)
    item: str = column("二级事项", width=14)
    what: str = column("公示内容", also=("公开内容", "公开事项"), default=..., wanted=True, lines=2, width=30)
    basis: str = column("公示依据", also=("公开依据", "依据"), default=..., wanted=True, width=24)
    when: str = column("公示时点", also=("公开时限", "公示时限"), default=..., wanted=True, width=16)
    days: int | None = column("期限（日）", default=None, ge=0, width=8)
    unit: str = column("计日单位", hint="working 工作日，calendar 自然日", width=8)
    redactions: Words = column("隐去事项", default=[], lines=2, width=24)
    level: str = column("程度", hint="minor 轻微，ordinary 一般，serious 严重", width=8)
    months: int | None = column("公示期（月）", default=None, ge=0, width=8)
    discloser: str = column("公示主体", also=("公开主体",), width=14)
    channel: str = column("公示渠道和载体", also=("公开渠道和载体", "公开渠道", "公示渠道"), width=18)
    audience: str = column("公示对象", also=("公开对象",), width=10)
    manner: str = column("公示方式", also=("公开方式",), width=10)
    tier: str = column("公示层级", also=("公开层级",), width=10)
    note: str = column("备注", also=("说明",), width=12)
    mark: str = column("把握程度", default="摘录", width=8)


class MonitoringRow(RowSchema):
    """电子技术监控设备设置地点 (行政处罚法第四十一条: reviewed, reasonable, marked, published)."""

    code: str = column("编码", also=("设备编号",), width=8)
    title: str = column(
        "设置地点", also=("地点", "点位"), default=..., min_length=2, max_length=100, wanted=True, width=26
    )
    device: str = column("设备名称", also=("设备", "设备类型"), wanted=True, width=16)
    use: str = column("用途", also=("监控内容", "取证事项"), wanted=True, lines=2, width=24)
    legal_review: str = column("法制审核", wanted=True, hint="审核机构、日期、结论", width=20)
    technical_review: str = column("技术审核", wanted=True, hint="审核机构、日期、结论", width=20)
    basis: str = column("依据", default="《行政处罚法》第四十一条", wanted=True, width=20)
    since: date | None = column("启用日", default=None, wanted=True, width=10)
    note: str = column("备注", also=("说明",), width=12)


class DelegationRow(RowSchema):
    """委托执法 (行政处罚法第二十条、第二十一条: written, published, within the powers)."""

    code: str = column("编码", width=8)
    title: str = column(
        "受委托组织",
        also=("受委托单位", "受托组织"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=22,
    )
    delegator: str = column("委托机关", also=("委托单位",), wanted=True, width=18)
    instrument: str = column("委托书文号", also=("委托书", "文号"), wanted=True, width=16)
    matters: str = column("委托事项", also=("具体事项",), wanted=True, lines=2, width=24)
    scope: str = column("委托权限", also=("权限",), wanted=True, lines=2, width=20)
    valid_from: date | None = column("期限起", also=("开始日期",), default=None, wanted=True, width=10)
    valid_to: date | None = column("期限止", also=("结束日期",), default=None, wanted=True, width=10)
    basis: str = column("依据", default="《行政处罚法》第二十条、第二十一条", wanted=True, width=20)
    note: str = column("备注", also=("说明",), width=12)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield "valid_to", Reason("委托期限的止日早于起日。", "行政处罚法第二十条")
