"""The list of licences 行政许可事项清单: what may be asked of an applicant is what stands here, and nothing more (行政许可法 §30)."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Literal

from sanzhi.catalogues.licences import FREE, AtMost, WrongItem, read_field, read_instant, read_material
from sanzhi.catalogues.schemas.base import RowSchema, Words, column
from sanzhi.kernel.questions import FIGURES, UNBOUNDED
from sanzhi.kernel.verdict import Reason
from sanzhi.law.citations import parse_citations
from sanzhi.law.statute_rank import is_of_state

Applicant = Literal["自然人", "法人或者其他组织", "个体工商户"]
ORDINARY, JOINT = (20, 10), (45, 15)  # 行政许可法 §42: working days, and the extension


class LicenceItemRow(RowSchema):
    """Limits are working days (行政许可法 §82)."""

    basis_fields: ClassVar[tuple[str, ...]] = ("basis", "fee_basis")
    code: str = column("编码", default=..., pattern=r"^XK\d{2}$", width=8)
    title: str = column(
        "事项名称", also=("许可事项", "项目名称"), default=..., min_length=2, max_length=100, width=22
    )
    power: str = column("职权编码", default=..., hint="权责清单中行政许可职权的编码", width=8)
    basis: str = column("设定依据", also=("依据", "法律依据"), wanted=True, lines=2, width=26)
    applicants: Words = column(
        "申请人",
        also=("申请主体",),
        default=[],
        wanted=True,
        hint="自然人、法人或者其他组织、个体工商户",
        width=14,
    )
    conditions: Words = column(
        "准予条件", cell="lines", also=("办理条件",), default=[], wanted=True, lines=4, width=30
    )
    materials: Words = column(
        "申请材料",
        cell="lines",
        default=[],
        wanted=True,
        lines=5,
        hint="每行：名称；原件；必需；填写说明",
        width=34,
    )
    fields: Words = column(
        "填写内容",
        cell="lines",
        default=[],
        lines=4,
        hint="每行：字段名；标题；文字、数字、整数、日期或者甲/乙；数字、日期的范围，如0.1～1000",
        width=26,
    )
    limit_days: int = column("法定时限（工作日）", default=20, ge=1, width=8)
    extension_days: int = column("可以延长（工作日）", default=10, ge=0, width=8)
    promised_days: int = column("承诺时限（工作日）", default=..., ge=1, width=8)
    is_joint: bool = column("统一、联合、集中办理", default=False, width=8)
    instant: Words = column(
        "当场办理的条件",
        cell="lines",
        default=[],
        hint="每行：字段名≤数字，或者字段名=选项；都符合的当场办理",
        width=16,
    )
    on_site: bool = column("现场核查", default=False, width=6)
    first: Literal["", "听证", "公示"] = column("先行程序", hint="听证、公示或者留空", width=8)
    is_of_safety: bool = column(
        "直接关系公共安全、人身健康、生命财产安全",
        default=False,
        hint="行政许可法第七十八条、第七十九条",
        width=10,
    )
    cooldown_days: int = column("同一地点间隔（工作日）", default=0, ge=0, width=8)
    longest_months: int | None = column("最长有效期（月）", default=None, width=8)
    is_renewable: bool = column("可以延续", default=True, width=6)
    renewal_days: int = column(
        "延续提前申请（日）",
        default=30,
        ge=0,
        hint="行政许可法第五十条第一款；法律、法规、规章另有规定的，依照其规定",
        width=8,
    )
    silence_days: int = column(
        "补正期限（工作日）", default=10, ge=1, hint="逾期不补正的，视为撤回申请", width=8
    )
    fees: str = column("收费", default=FREE, wanted=True, lines=2, width=16)
    fee_basis: str = column("收费依据", hint="只能是法律、行政法规", width=18)
    certificate: str = column("许可证件名称", default=..., min_length=3, max_length=60, width=16)
    check_days: int | None = column("准予后检查（日内）", default=None, width=8)
    mark: str = column("把握程度", default="原文", hint="原文、摘录、记忆或者建议", width=8)
    note: str = column("备注", also=("说明",), lines=2, width=20)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        yield from self._unreadable()
        yield from self._too_long()
        yield from self._unlawful_fee()
        if self.basis and not parse_citations(self.basis):
            yield (
                "basis",
                Reason(f"“{self.basis}”没有写明法律法规的名称和条。", "行政许可法第十四条至第十七条"),
            )
        strange = set(self.applicants) - set(Applicant.__args__)  # type: ignore[attr-defined]
        if strange:
            yield "applicants", Reason(f"申请人的类别没有“{'、'.join(sorted(strange))}”。")

    def _unreadable(self) -> Iterator[tuple[str, Reason]]:
        reads: dict[str, Callable[[str], Any]] = {
            "materials": read_material,
            "fields": read_field,
            "instant": read_instant,
        }
        found: dict[str, list[Any]] = {name: [] for name in reads}
        for name, read in reads.items():
            for line in getattr(self, name):
                try:
                    found[name].append(read(line))
                except WrongItem as wrong:
                    yield name, Reason(str(wrong))
        for row in found["fields"]:
            if not row.question.is_bounded:
                yield "fields", Reason(f"填写内容“{row.label}”没有写明范围。", remedy=UNBOUNDED)
        numbers = {row.name for row in found["fields"] if row.kind in FIGURES} | {"days"}
        choices = {(row.name, choice) for row in found["fields"] for choice in row.choices}
        for row in found["instant"]:
            if isinstance(row, AtMost) and row.field not in numbers:
                yield "instant", Reason(f"“{row.field}”不是填写内容中的数字。")
            if not isinstance(row, AtMost) and (row.field, row.choice) not in choices:
                yield "instant", Reason(f"“{row.choice}”不是填写内容“{row.field}”的选项。")

    def _too_long(self) -> Iterator[tuple[str, Reason]]:
        most, more = JOINT if self.is_joint else ORDINARY
        law = "行政许可法第四十二条"
        if self.limit_days > most:
            yield (
                "limit_days",
                Reason(f"法定时限不超过{most}个工作日。", law, "法律、法规另有规定的，按其规定单独设定。"),
            )
        if self.extension_days > more:
            yield "extension_days", Reason(f"延长不超过{more}个工作日。", law)
        if self.promised_days > self.limit_days:
            yield "promised_days", Reason("承诺时限不能长于法定时限。", law)

    def _unlawful_fee(self) -> Iterator[tuple[str, Reason]]:
        if self.fees in {"", FREE}:
            return
        cited = parse_citations(self.fee_basis)
        if not cited or not all(is_of_state(row.statute) for row in cited):
            yield (
                "fee_basis",
                Reason(
                    "收费只能依据法律、行政法规，地方性法规、规章和规范性文件不能作为依据。",
                    "行政许可法第五十八条",
                    "没有法律、行政法规依据的，写明不收费。",
                ),
            )
