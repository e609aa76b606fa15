"""A step of a procedure as a row, so that a procedure is edited and compared like every other list."""

from typing import Any, ClassVar, Literal

from sanzhi.catalogues.schemas.base import RowSchema, Words, column
from sanzhi.law.procedures import ROLES


class StepRow(RowSchema):
    """The words are the closed vocabularies of law.procedures; the whole graph is checked when it is submitted."""

    basis_fields: ClassVar[tuple[str, ...]] = ("citation",)
    key: str = column("环节键", default=..., pattern=r"^[a-z][a-z_]*$", width=12)
    title: str = column("环节", default=..., min_length=2, max_length=40, wanted=True, width=16)
    role: Literal[
        "officer",
        "squad_leader",
        "bureau_head",
        "legal_reviewer",
        "disclosure_clerk",
        "archivist",
        "supervisor",
        "administrator",
    ] = column("责任岗位", default="officer", cell="role", width=10)
    citation: str = column("依据", wanted=True, lines=2, width=22)
    within: str = column("期限", width=14)
    officers: int = column("执法人员数", default=0, ge=0, width=8)
    documents: list[Any] = column(
        "文书",
        default=[],
        cell="papers",
        lines=2,
        hint="如：D41、D25（correct_first）、D30（除plea_made）",
        width=18,
    )
    issues: dict[str, str] = column(
        "制发决定书", default={}, cell="issues", hint="如：D41（punish）", width=14
    )
    marks: str = column("完成时", width=10)
    back: str = column("可以退回至", width=12)
    recording: Words = column("音像记录", default=[], lines=2, width=18)
    needs: Words = column("须具备", default=[], lines=3, hint="规定的词，用顿号分开", width=26)
    acts: Words = column("可办事项", default=[], lines=3, hint="规定的词，用顿号分开", width=26)
    next: list[Any] = column(
        "去向", default=[], cell="ways", lines=2, hint="如：closure（corrected）、proposal", width=20
    )


assert set(StepRow.model_fields["role"].annotation.__args__) == ROLES  # type: ignore[union-attr]
