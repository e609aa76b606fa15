"""A Django form made from a command's order: what the API takes is what the page asks, in the same words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

from django import forms
from pydantic import SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sanzhi.kernel.kept_file import KeptFile
from sanzhi.kernel.orders import LONG, Order, longest, misunderstood, places_of
from sanzhi.kernel.plain_form import PlainForm

# how a day and a time are written, where what was typed is none
WRITTEN = {"date": "请填写日期，如 2026-03-02。", "time": "请填写时间（00:00至23:59），如 09:30。"}
Choices = Sequence[tuple[Any, str]]
FEW, BESIDE = 5, 40  # so many words, of so many characters together, stand side by side


class OrderForm(PlainForm):
    """`order()` gives the validated order, or None with the errors put beside their fields."""

    order_type: type[Order]
    fixed: Mapping[str, Any] = {}
    captions: Mapping[str, str] = {}

    def order(self) -> Order | None:
        if not self.is_valid():
            return None
        values = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        try:
            return self.order_type.model_validate({**values, **self.fixed})
        except ValidationError as wrong:
            for name, said in misunderstood(wrong.errors()):
                if name in self.fields:
                    self.add_error(name, said)
                else:
                    self.add_error(None, f"{self.captions.get(name, name)}：{said}")
            return None


def order_form(
    order: type[Order],
    *,
    captions: Mapping[str, str],
    fixed: Mapping[str, Any] | None = None,
    choices: Mapping[str, Choices] | None = None,
    helps: Mapping[str, str] | None = None,
    files_of: str = "",
) -> type[OrderForm]:
    """The form class for `order`; `fixed` fields are not asked, `choices` turn a field into a selection.

    A field that may stay empty is not asked where there is nothing to choose. `files_of` says who sends files and for
    what (`kept_file.sent_by`).
    """
    given, offered, told = fixed or {}, choices or {}, helps or {}
    fields: dict[str, Any] = {}
    for name, info in order.model_fields.items():
        if name not in given and (info.is_required() or offered.get(name, True)):
            field = _field(info, offered.get(name), files_of=files_of)
            if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("hidden"):
                field.widget = forms.HiddenInput()
            field.label = captions.get(name, name)
            field.help_text = told.get(name, "")
            field.initial = None if info.default is PydanticUndefined else info.default
            fields[name] = field
    return type(
        f"{order.__name__}Form",
        (OrderForm,),
        {**fields, "order_type": order, "fixed": given, "captions": captions},
    )


def _field(info: FieldInfo, choices: Choices | None, *, files_of: str) -> forms.Field:
    kind, required = _plain(info.annotation), info.is_required()
    if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("file"):
        return KeptFile(of=files_of, required=required)
    if choices is not None:
        if get_origin(kind) is list:
            widget = forms.CheckboxSelectMultiple
            return forms.TypedMultipleChoiceField(
                choices=choices, coerce=_item(kind), required=required, widget=widget
            )
        return _selection(info, choices)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _selection(info, [(row.value, getattr(row, "label", row.value)) for row in kind])
    if get_origin(kind) is Literal:
        return _selection(info, [(value, value) for value in get_args(kind)])
    if get_origin(kind) is list:
        return Lines(required=required, widget=forms.Textarea(attrs={"rows": 4}))
    if kind is bool:
        return forms.BooleanField(required=False)
    if kind is date:
        return forms.DateField(
            required=required,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": WRITTEN["date"]},
        )
    if kind is time:
        return forms.TimeField(
            required=required,
            widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            error_messages={"invalid": WRITTEN["time"]},
        )
    if kind is Decimal:
        return forms.DecimalField(required=required, decimal_places=places_of(info), min_value=Decimal(0))
    if kind is int:
        return forms.IntegerField(required=required)
    if kind is SecretStr:
        return forms.CharField(required=required, strip=False, widget=forms.PasswordInput())
    return _text(info, required)


def _selection(info: FieldInfo, choices: Choices) -> forms.ChoiceField:
    """What must be chosen is chosen by a person: no page begins with an answer that nobody gave."""
    required = info.is_required()
    if required and are_few(choices):
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect)
    if required and len(choices) > 1:
        choices = [("", "请选择"), *choices]
    elif not required and info.default in (None, ""):
        choices = [("", "——"), *choices]
    return forms.ChoiceField(choices=choices, required=required)


def are_few(choices: Choices) -> bool:
    """Words that all stand side by side, to be chosen with one tap; rows of a case never do, for they grow."""
    words = [label for value, label in choices if isinstance(value, str)]
    return 1 < len(words) == len(choices) <= FEW and sum(map(len, words)) <= BESIDE


def _item(kind: Any) -> Callable[[str], Any]:
    """How a ticked box becomes an item of the list: a number, or the word itself."""
    (of,) = get_args(kind)
    return int if of is int else str


def _text(info: FieldInfo, required: bool) -> forms.CharField:
    most = longest(info)
    widget = forms.Textarea(attrs={"rows": 4}) if most and most >= LONG else forms.TextInput()
    return forms.CharField(required=required, max_length=most, widget=widget)


def _plain(annotation: Any) -> Any:
    """`X | None` → `X`."""
    if get_origin(annotation) is Union or str(get_origin(annotation)) == "<class 'types.UnionType'>":
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


class Lines(forms.CharField):
    """One item per line, or separated by 、."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return [part.strip() for line in text.splitlines() for part in line.split("、") if part.strip()]

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError("请填写，每行一项。")
