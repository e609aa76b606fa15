"""The forms of an application, made from its orders and from the item's own questions."""

from typing import Any

from django import forms
from pydantic import ValidationError

from sanzhi.applications.models import Application
from sanzhi.applications.queries import answered
from sanzhi.applications.shapes import CAPTIONS, HELPS, Applicant, Content
from sanzhi.kernel import clock
from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.kernel.orders import misunderstood
from sanzhi.kernel.plain_form import PlainForm, say_plainly
from sanzhi.kernel.questions import objection
from sanzhi.portal.questioning import field_of

ApplicantForm: type[OrderForm] = order_form(Applicant, captions=CAPTIONS, helps=HELPS)


def applicant_form(row: Application, typed: Any = None) -> OrderForm:
    initial = {name: getattr(row, name) for name in Applicant.model_fields}
    return ApplicantForm(typed, initial=initial)


class ContentForm(PlainForm):
    """The place, then one field for each question; `order()` as `OrderForm` gives it."""

    place = forms.CharField(
        label="地点", required=False, max_length=200, help_text="占用、挖掘、设置的具体位置。"
    )

    def __init__(self, row: Application, typed: Any = None) -> None:
        pairs = answered(row)
        initial = {f"answer_{at}": answer for at, (_, answer) in enumerate(pairs)} | {"place": row.place}
        super().__init__(typed, initial=initial)
        for at, question in enumerate(row.ranges):
            self.fields[f"answer_{at}"] = field_of(question)
            say_plainly(self.fields[f"answer_{at}"])
        self.count = len(pairs)
        self.ranges = row.ranges

    def clean(self) -> dict[str, Any]:
        """What lies outside the range of its question is said beside it."""
        said = super().clean() or self.cleaned_data
        for at, question in enumerate(self.ranges):
            if wrong := objection(question, said.get(f"answer_{at}", ""), on=clock.today()):
                self.add_error(f"answer_{at}", wrong)
        return said

    def order(self) -> Content | None:
        if not self.is_valid():
            return None
        said = self.cleaned_data
        try:
            answers = [said[f"answer_{at}"] for at in range(self.count)]
            return Content.model_validate({"place": said["place"], "answers": answers})
        except ValidationError as wrong:
            for _, sentence in misunderstood(wrong.errors()):
                self.add_error(None, sentence)
            return None
