"""The press stubbed: where no test looks at a paper, it is issued as the data it carries, without being printed."""

from typing import Any

from sanzhi.documents.rendering import Rendered, attached_json


def data_alone(form: Any, values: Any, *, number: str, issued_on: Any, **_: Any) -> Rendered:
    """Stands in for `rendering.render`: the "PDF" is the JSON that would be attached to it."""
    return Rendered(attached_json(form, values, number=number, issued_on=issued_on), ())
