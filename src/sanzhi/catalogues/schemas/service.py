"""The lists for people who come to the bureau: duties, service guides, form samples, posts, channels."""

from collections.abc import Iterator
from typing import ClassVar

from sanzhi.catalogues.schemas.base import RowSchema, Words, column
from sanzhi.kernel.questions import UNBOUNDED, WrongQuestion, read_question
from sanzhi.kernel.verdict import Reason


class DutyRow(RowSchema):
    """责任清单 (F9-02)."""

    basis_fields: ClassVar[tuple[str, ...]] = ("basis",)
    code: str = column("编码", width=6)
    title: str = column(
        "主要职责",
        also=("职责", "部门职责"),
        default=...,
        min_length=2,
        max_length=200,
        wanted=True,
        width=26,
    )
    work: str = column("具体工作事项", also=("工作事项", "具体事项"), wanted=True, lines=4, width=40)
    basis: str = column("法律依据", also=("依据", "职责依据"), wanted=True, lines=2, width=30)
    note: str = column("备注", width=14)


class GuideRow(RowSchema):
    """行政执法服务指南: the seed's thirteen fields (seed 二(一)2(3)), then what practice adds (F9-04)."""

    code: str = column("编码", also=("事项编码",), width=8)
    title: str = column(
        "事项名称",
        also=("行政执法事项名称", "服务事项", "项目名称"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=22,
    )
    basis: str = column("依据", also=("法律依据", "设定依据", "实施依据"), wanted=True, lines=2, width=24)
    accepting: str = column("受理机构", also=("受理单位", "受理部门"), wanted=True, width=16)
    approving: str = column("审批机构", also=("决定机构", "审批部门"), wanted=True, width=16)
    materials: Words = column(
        "申请材料", also=("所需材料",), default=[], wanted=True, lines=4, hint="用顿号或者换行分开", width=26
    )
    process: str = column("办理流程", also=("流程",), wanted=True, lines=3, width=26)
    limit: str = column("办理时限", also=("时限",), wanted=True, width=14)
    supervision: str = column("监督方式", also=("监督渠道", "监督投诉"), wanted=True, lines=2, width=16)
    accountability: str = column("责任追究", also=("追责情形",), wanted=True, lines=2, width=18)
    remedies: str = column("救济渠道", also=("救济途径",), wanted=True, lines=2, width=18)
    hours: str = column("办公时间", also=("办理时间", "工作时间"), wanted=True, width=16)
    address: str = column("办公地址", also=("办理地点", "办公地点", "地址"), wanted=True, width=18)
    phone: str = column("办公电话", also=("咨询电话", "联系电话", "电话"), wanted=True, width=14)
    conditions: str = column("受理条件", also=("申请条件",), lines=2, width=18)
    fees: str = column("收费标准", also=("收费",), width=12)
    common_errors: str = column("常见错误", lines=2, width=18)
    result: str = column("结果样本", also=("结果名称", "办理结果"), width=14)
    online: str = column("在线办理", also=("网上办理", "在线办理地址"), width=16)
    questions: Words = column(
        "在线申请填写项",
        also=("申请表栏目",),
        default=[],
        lines=3,
        hint="用顿号或者换行分开，每项可以写：标题；数字、整数、日期、起止日期或者甲/乙；范围，如0.1～1000；"
        "起止日期就是申请的期限的，在范围后面加“；申请期限”；填了的，公众可以在公示网申请",
        width=20,
    )
    note: str = column("备注", also=("说明",), width=12)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        """A figure without a range would take any."""
        for line in self.questions:
            try:
                if not read_question(line).is_bounded:
                    yield "questions", Reason(f"“{line}”没有写明范围。", remedy=UNBOUNDED)
            except WrongQuestion as wrong:
                yield "questions", Reason(str(wrong))


class FormSampleRow(RowSchema):
    """执法文书样本 (seed 二(一)3(1)); `form` is the code of the form in this program."""

    basis_fields: ClassVar[tuple[str, ...]] = ("basis",)
    code: str = column("编码", also=("文书编号",), width=8)
    title: str = column(
        "文书名称",
        also=("名称", "样本名称"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=26,
    )
    stage: str = column("适用环节", also=("环节", "阶段"), wanted=True, width=16)
    used_when: str = column("使用情形", also=("用途",), wanted=True, lines=2, width=26)
    rights: str = column("告知事项", also=("告知内容",), lines=2, width=26)
    basis: str = column("依据", also=("法律依据",), wanted=True, lines=2, width=22)
    form: str = column("表单", hint="本系统的文书代码，如 D41", width=8)
    note: str = column("备注", also=("说明",), width=12)


class PostRow(RowSchema):
    """岗位公示: who sits at the window (seed 二(一)3(3)): name, duty, kinds of act, service matters."""

    basis_fields: ClassVar[tuple[str, ...]] = ()
    code: str = column("编码", also=("窗口号",), width=8)
    window: str = column("窗口", also=("窗口名称", "岗位"), wanted=True, width=14)
    title: str = column(
        "姓名",
        also=("工作人员", "工作人员姓名"),
        default=...,
        min_length=1,
        max_length=60,
        wanted=True,
        width=12,
    )
    position: str = column("职务", also=("岗位职务",), wanted=True, width=14)
    acts: Words = column("执法种类", also=("执法类别",), default=[], wanted=True, width=18)
    matters: Words = column("服务事项", also=("办理事项",), default=[], wanted=True, lines=3, width=30)
    phone: str = column("电话", also=("办公电话",), width=14)
    is_absent: bool = column("暂离", default=False, width=6)
    note: str = column("备注", also=("说明",), width=12)


class ChannelRow(RowSchema):
    """救济渠道和监督方式."""

    code: str = column("编码", width=6)
    title: str = column(
        "渠道",
        also=("名称", "救济渠道", "监督方式"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=20,
    )
    category: str = column("类别", wanted=True, hint="救济渠道或者监督方式", width=10)
    how: str = column("如何提出", also=("方式",), wanted=True, lines=2, width=30)
    where: str = column("受理机关", also=("受理单位",), wanted=True, width=18)
    contact: str = column("联系方式", also=("电话", "地址电话"), wanted=True, width=20)
    limit: str = column("期限", also=("时限",), width=16)
    note: str = column("备注", also=("说明",), width=12)
    basis: str = column("依据", also=("法律依据",), wanted=True, lines=2, width=24)
