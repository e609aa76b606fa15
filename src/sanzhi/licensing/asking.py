"""The window's form with the questions of the item as fields of their own; to the order they are the lines of its answers."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms

from sanzhi.catalogues.licences import ItemField, LicenceItem
from sanzhi.kernel import clock
from sanzhi.kernel.order_form import WRITTEN, OrderForm
from sanzhi.kernel.questions import DAY, FIGURES, WHOLE, objection

PREFIX = "question_"
BEHIND = "content"  # after this field the questions stand


def with_questions(form: type[OrderForm], item: LicenceItem) -> type[OrderForm]:
    """`form` asks what everybody is asked."""
    asked = {f"{PREFIX}{field.name}": _field(field) for field in item.fields}

    def clean(self: Any) -> dict[str, Any]:
        values: dict[str, Any] = super(type(self), self).clean() or self.cleaned_data
        said = {name: values.pop(name, None) for name in asked}
        lines = (f"{asked[name].label}：{value}" for name, value in said.items() if value not in (None, ""))
        self.fixed = {**self.fixed, "answers": "\n".join(lines)}
        return values

    names = list(form.base_fields)
    cut = names.index(BEHIND) + 1
    order = [*names[:cut], *asked, *names[cut:]]
    return type(f"{item.code}{form.__name__}", (form,), {**asked, "clean": clean, "field_order": order})


def _field(field: ItemField) -> forms.Field:
    if field.choices:
        choices = [("", "请选择"), *((one, one) for one in field.choices)]
        return forms.ChoiceField(label=field.label, choices=choices)
    if field.kind in FIGURES:
        kind = forms.IntegerField if field.kind == WHOLE else forms.DecimalField
        return kind(label=field.label, validators=[_within(field)])
    if field.kind == DAY:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        wrong = {"invalid": WRITTEN["date"]}
        return forms.DateField(
            label=field.label, widget=widget, error_messages=wrong, validators=[_within(field)]
        )
    return forms.CharField(label=field.label, max_length=200)


def _within(field: ItemField) -> Callable[[Any], None]:
    """Beside the field stands what the command would say."""

    def held(value: Any) -> None:
        said = f"{value:f}" if isinstance(value, Decimal) else str(value)
        if wrong := objection(field.question, said, on=clock.today()):
            raise forms.ValidationError(wrong)

    return held
