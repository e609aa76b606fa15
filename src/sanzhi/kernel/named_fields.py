"""A refusal that names fields of a form, as in “证件号码”, stands beside them too, and its sentence at the top leads there."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BoundField

from sanzhi.kernel.order_form import OrderForm
from sanzhi.kernel.verdict import Reason

ASIDES = "（("


@dataclass(frozen=True)
class Placed(Reason):
    """A reason as the page draws it; `at` is the part of the page to which its sentence leads."""

    at: str = ""


def beside_fields(reasons: tuple[Reason, ...], *forms: OrderForm) -> tuple[Placed, ...]:
    """Mark the fields that each reason names, in the forms in which they were sent."""
    return tuple(_placed(reason, forms) for reason in reasons)


def _placed(reason: Reason, forms: tuple[OrderForm, ...]) -> Placed:
    named = [(form, field) for form in forms for field in _named(reason.sentence, form)]
    for form, field in named:
        form.add_error(field.name, reason.sentence)
    at = _place_of(named[0][1]) if named else ""
    return Placed(reason.sentence, reason.citation, reason.remedy, at)


def _named(sentence: str, form: OrderForm) -> Iterator[BoundField]:
    """By the whole caption, or by what stands before its brackets."""
    for field in form.visible_fields():
        caption = str(field.label)
        short = min((caption.partition(sign)[0] for sign in ASIDES), key=len)
        if f"“{caption}”" in sentence or f"“{short}”" in sentence:
            yield field


def _place_of(field: BoundField) -> str:
    """What the label names: a group of boxes has its own."""
    return f"l-{field.name}" if field.use_fieldset else str(field.id_for_label)
