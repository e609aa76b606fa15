"""What all kinds of rows share: columns with captions, and what is wrong or missing in a row.

A caption is the heading of our own lists; `also` are headings met in other bureaus' lists (facts 6, 7, 9.1).
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sanzhi.kernel.verdict import Reason


def _listed(value: Any) -> Any:
    """One text is a list of its parts: bureaus write 甲、乙."""
    return (
        [part.strip() for part in value.replace("\n", "、").split("、") if part.strip()]
        if isinstance(value, str)
        else value
    )


Words = Annotated[list[str], BeforeValidator(_listed)]


def column(
    caption: str,
    *,
    also: Sequence[str] = (),
    default: Any = "",
    wanted: bool = False,
    lines: int = 1,
    hint: str = "",
    cell: str = "",
    width: int = 16,
    **limits: Any,
) -> Any:
    """A column of a list. `wanted`: the public page is incomplete without it; `lines`: height of its field;
    `width` in characters on paper; `cell` names a text form in catalogues.cells ("" goes by the type)."""
    extra: dict[str, Any] = {
        "also": list(also),
        "wanted": wanted,
        "lines": lines,
        "hint": hint,
        "cell": cell,
        "width": width,
        "required": default is ...,
    }
    if isinstance(default, list | dict):
        return Field(
            default_factory=lambda: type(default)(default), title=caption, json_schema_extra=extra, **limits
        )
    return Field(default=default, title=caption, json_schema_extra=extra, **limits)


class RowSchema(BaseModel):
    """A row of a list. `title_field` is the column that names the row for people."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, validate_default=True)
    title_field: ClassVar[str] = "title"
    basis_fields: ClassVar[tuple[str, ...]] = ("basis",)

    def wrongs(self) -> Iterator[tuple[str, Reason]]:
        """What is wrong beyond types, as (field, reason)."""
        return iter(())

    def wants(self) -> tuple[str, ...]:
        """The columns that must be filled before the public sees the row."""
        fields = type(self).model_fields.items()
        return tuple(name for name, info in fields if extra_of(info)["wanted"])

    def gaps(self) -> tuple[str, ...]:
        """The captions of wanted columns that are empty."""
        fields = type(self).model_fields
        return tuple(
            str(fields[name].title) for name in self.wants() if getattr(self, name) in ("", None, [], {})
        )


def extra_of(info: Any) -> dict[str, Any]:
    found: dict[str, Any] = info.json_schema_extra
    return found


def caption_of(schema: type[RowSchema], name: str) -> str:
    info = schema.model_fields.get(name)
    return str(info.title) if info is not None else name
