"""Powers 权责清单, the discretion tiers beside them, and the lenient list."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

from sanzhi.catalogues.schemas.base import RowSchema, Words, column
from sanzhi.kernel.verdict import Reason
from sanzhi.law.citations import parse_citations
from sanzhi.law.fines import FormulaError, parse_formula

Category = Literal["行政许可", "行政处罚", "行政强制", "行政检查", "行政征收", "行政征用", "行政确认", "其他"]
PENALTY, COERCION = "行政处罚", "行政强制"
MEASURES = frozenset({"查封", "扣押", "加处罚款", "拍卖抵缴", "代履行", "立即代履行", "强制拆除"})
# what is ordered before anything is enforced (城乡规划法 §64)
ORDERS = frozenset({"责令停止建设", "限期拆除"})


class PowerRow(RowSchema):
    """A row of the powers list (F9-01, F9.2)."""

    basis_fields: ClassVar[tuple[str, ...]] = ("prohibition", "penalty_basis")
    code: str = column(
        "编码",
        also=("职权编码", "项目编码", "事项编码"),
        default=...,
        pattern=r"^[A-Z][0-9A-Z-]{1,19}$",
        width=8,
    )
    title: str = column(
        "项目名称",
        also=("职权名称", "事项名称", "权力名称", "案由", "违法行为"),
        default=...,
        min_length=2,
        max_length=100,
        width=22,
    )
    category: Category = column(
        "职权类别", also=("类别", "权力类别", "执法类别", "项目类别"), default=PENALTY, wanted=True, width=8
    )
    conduct: str = column("违法情形", also=("行为", "具体情形"), lines=3, width=24)
    prohibition: str = column(
        "违反条款", also=("禁止条款", "义务条款"), lines=2, hint="写成《名称》加条、款、项", width=20
    )
    penalty_basis: str = column(
        "实施依据",
        also=("依据", "实施依据（具体条款）", "处罚依据", "罚则", "法律依据", "设定依据"),
        wanted=True,
        lines=2,
        hint="写成《名称》加条、款、项",
        width=20,
    )
    correct_first: bool = column(
        "先责令改正", default=False, hint="条文写明逾期不改正、拒不改正才处罚的，选“是”", width=6
    )
    correct_first_text: str = column("先责令改正的说明", width=14)
    if_refused: str = column("拒不改正的适用", hint="条文对拒不改正的另定幅度的，写明另一行的编码", width=8)
    formula: dict[str, Any] | None = column(
        "罚款幅度",
        also=("处罚幅度", "罚款数额", "处罚标准"),
        default=None,
        cell="fine",
        lines=3,
        hint="如：罚款200元至2000元；个人罚款200元至1000元；单位罚款1000元至5000元",
        width=20,
    )
    formulas: dict[str, dict[str, Any]] = column("按当事人区分的幅度", default={}, cell="none")
    alternatives: list[dict[str, Any]] = column("其他幅度", default=[], cell="none")
    warns: bool = column("可以警告", default=False, width=6)
    other_measures: str = column("其他措施", also=("其他处理",), lines=2, width=16)
    authorises: Words = column(
        "授权的措施", default=[], hint="行政强制职权：依据授权的措施，如查封、扣押、代履行", width=8
    )
    serves: Words = column("适用的职权", default=[], hint="行政强制职权：适用于哪些编码的处罚职权", width=8)
    respondents: Words = column(
        "适用的当事人", default=[], hint="依据只适用于哪些当事人；留空表示不限", width=8
    )
    executing_department: str = column(
        "实施机关", also=("实施主体", "行使主体"), hint="留空表示本机关", width=12
    )
    procedure_steps: str = column("办理环节", also=("办理流程", "流程"), wanted=True, lines=2, width=18)
    responsibilities: str = column("责任事项", also=("责任", "主要责任"), wanted=True, lines=3, width=24)
    responsible_unit: str = column(
        "责任处室", also=("责任科室", "承办机构", "责任单位", "承办科室"), wanted=True, width=12
    )
    promised_limit: str = column("承诺时限", wanted=True, width=10)
    statutory_limit: str = column("法定时限", also=("办理时限",), wanted=True, width=10)
    fees: str = column("收费情况及依据", also=("收费", "收费依据"), wanted=True, width=10)
    accountability: str = column(
        "追责情形", also=("责任追究", "追责情形及依据"), wanted=True, lines=2, width=20
    )
    remedies: str = column("救济渠道", also=("救济途径", "救济方式"), wanted=True, lines=2, width=20)
    supervision: str = column("监督方式", also=("监督电话", "监督渠道"), wanted=True, lines=2, width=14)
    conflicts: Words = column("竞合", default=[], hint="与哪些编码的职权竞合，用顿号分开", width=8)
    valid_from: date | None = column("依据施行日", default=None, width=10)
    valid_to: date | None = column("依据终止日", default=None, width=10)
    successor: str = column("承接职权", hint="依据终止后，由哪一编码的职权承接", width=8)
    successor_is_lighter: bool = column(
        "承接后较轻",
        default=False,
        hint="承接的依据处罚较轻，此前的行为也适用（行政处罚法第三十七条）",
        width=6,
    )
    mark: str = column("把握程度", default="原文", hint="原文、摘录、记忆或者建议", width=8)
    note: str = column("备注", also=("说明",), lines=2, width=16)

    def wants(self) -> tuple[str, ...]:
        return (*super().wants(), "conduct", "prohibition") if self.category == PENALTY else super().wants()

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        for table in [*([self.formula] if self.formula else []), *self.formulas.values(), *self.alternatives]:
            try:
                parse_formula(table)
            except FormulaError as wrong:
                yield "formula", Reason(str(wrong), self.penalty_basis)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield "valid_to", Reason("依据终止日早于施行日。")
        if self.successor and not self.valid_to:
            yield "successor", Reason("写了承接职权的，应当写明本行依据终止的日期。", "行政处罚法第三十七条")
        if self.successor_is_lighter and not self.successor:
            yield (
                "successor_is_lighter",
                Reason("写明承接后较轻的，应当写明承接职权。", "行政处罚法第三十七条"),
            )
        if self.category == COERCION and not set(self.authorises) <= MEASURES | ORDERS:
            known = "、".join(sorted(MEASURES | ORDERS))
            yield (
                "authorises",
                Reason(f"授权的措施限于：{known}。", "行政强制法第九条、第十二条；城乡规划法第六十四条"),
            )
        if self.category == COERCION and not self.authorises:
            yield (
                "authorises",
                Reason("行政强制职权应当写明依据授权的是哪一种措施。", "行政强制法第十条、第十三条"),
            )
        for name, text in (("prohibition", self.prohibition), ("penalty_basis", self.penalty_basis)):
            if text and not parse_citations(text):
                yield (
                    name,
                    Reason(f"“{text}”没有写明法律法规的名称和条。", remedy="请写成《名称》加条、款、项。"),
                )


class Tier(RowSchema):
    """A tier of discretion; amounts in yuan."""

    name: str = column("档次", default=...)
    when: str = column("情形", default=...)
    minimum: Decimal | None = column("下限（元）", default=None)
    maximum: Decimal | None = column("上限（元）", default=None)
    text: str = column("处罚幅度", default=...)


class DiscretionRow(RowSchema):
    """Tiers for one power (F9-21 to F9-26); `code` is the power's."""

    basis_fields: ClassVar[tuple[str, ...]] = ()
    code: str = column("编码", also=("职权编码", "事项编码"), default=..., width=8)
    title: str = column("项目名称", also=("违法行为", "案由", "事项名称"), wanted=True, width=20)
    tiers: list[Tier] = column(
        "裁量档次",
        default=...,
        cell="tiers",
        wanted=True,
        lines=6,
        min_length=1,
        hint="每行一档：档次｜情形｜下限｜上限｜处罚幅度",
        width=40,
    )
    mark: str = column("把握程度", default="建议", width=8)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        for tier in self.tiers:
            if tier.minimum is not None and tier.maximum is not None and tier.minimum > tier.maximum:
                yield "tiers", Reason(f"“{tier.name}”档的下限{tier.minimum}元高于上限{tier.maximum}元。")


class LenientRow(RowSchema):
    """不予处罚、从轻减轻、首违免罚 (F9-10)."""

    code: str = column("编码", width=8)
    title: str = column(
        "事项名称",
        also=("项目名称", "违法行为", "事项"),
        default=...,
        min_length=2,
        max_length=100,
        wanted=True,
        width=22,
    )
    # never guessed: what is taken for 首违免罚 frees from a fine that is owed
    category: Literal["", "不予处罚", "首违免罚", "从轻处罚", "减轻处罚", "从轻或者减轻处罚"] = column(
        "类别", also=("处理类别",), wanted=True, width=8
    )
    power: str = column("职权编码", hint="对应权责清单的编码", width=8)
    situation: str = column("情形", also=("适用情形",), wanted=True, lines=3, width=24)
    basis: str = column("依据", also=("法律依据", "实施依据"), wanted=True, lines=2, width=20)
    conditions: str = column("适用条件", also=("条件",), wanted=True, lines=3, width=24)
    measures: str = column("配套监管措施", also=("监管措施",), wanted=True, lines=2, width=18)
    mark: str = column("把握程度", default="建议", width=8)
    note: str = column("备注", also=("说明",), width=12)
