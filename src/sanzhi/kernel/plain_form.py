"""What a form says of what was typed, in the words in which an order says it, not in those of the framework."""

from typing import Any

from django import forms
from django.core import validators

WORDS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "请填写。"},
    forms.IntegerField: {"invalid": "应为整数。"},
    forms.FloatField: {"invalid": "应为数字。"},
    forms.DecimalField: {"invalid": "应为数字。"},
    forms.ChoiceField: {"invalid_choice": "“%(value)s”不在可以选择的之中，请重新选择。"},
    forms.MultipleChoiceField: {"invalid_list": "应为列表。"},
}
BOUNDS: dict[type[validators.BaseValidator], str] = {
    validators.MaxLengthValidator: "最多%(limit_value)d个字，现在是%(show_value)d个字。",
    validators.MinLengthValidator: "至少%(limit_value)d个字，现在是%(show_value)d个字。",
    validators.MaxValueValidator: "最大为%(limit_value)s。",
    validators.MinValueValidator: "不能小于%(limit_value)s。",
    validators.StepValueValidator: "应为%(limit_value)s的倍数。",
}
DIGITS = {
    "invalid": "应为数字。",
    "max_digits": "数字太大。",
    "max_decimal_places": "小数最多%(max)s位。",
    "max_whole_digits": "数字太大。",
}


class PlainForm(forms.Form):
    """A form whose every field says plainly what is wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            say_plainly(field)


def say_plainly(field: forms.Field) -> None:
    """A sentence that the field itself was given stays."""
    for kind, words in WORDS.items():
        framework = getattr(kind, "default_error_messages", {})
        for key, sentence in words.items() if isinstance(field, kind) else ():
            if str(field.error_messages.get(key)) == str(framework.get(key)):
                field.error_messages[key] = sentence
    for check in field.validators:
        if isinstance(check, validators.BaseValidator) and type(check) in BOUNDS:
            check.message = BOUNDS[type(check)]
        elif isinstance(check, validators.DecimalValidator):
            check.messages = DIGITS
        elif isinstance(check, validators.ProhibitNullCharactersValidator):
            check.message = "不能含有空字符。"
