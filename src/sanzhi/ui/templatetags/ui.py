"""Filters and tags of the design system: dates as 2026年11月23日, money with 元, Chinese-friendly parts."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sanzhi.law.masking import mask_address, mask_number
from sanzhi.ui.cards import labelled

register = template.Library()


@register.simple_tag(takes_context=True)
def typed(context: dict[str, Any], name: str, *, of: str = "", begun: str = "") -> str:
    """What was typed into this field and sent; on a page that was only opened, what it is `begun` with.

    `of`: the verb of the form, where several on the page have a field of that name.
    """
    request = context["request"]
    if of and not request.path.endswith(f"/do/{of}/"):
        return begun
    sent: str = request.POST.get(name, request.GET.get(name, begun))
    return sent


@register.simple_tag(takes_context=True)
def opened(context: dict[str, Any], of: str) -> SafeString:
    """The attribute of a folded form that was sent and refused: it stands open."""
    request = context["request"]
    is_sent = request.method == "POST" and request.path.endswith(f"/do/{of}/")
    return SafeString("open" if is_sent else "")


@register.filter
def day(value: date | datetime | None) -> str:
    """2026年3月2日; nothing for no day."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.year}年{value.month}月{value.day}日"


@register.filter
def short_day(value: date, beside: date) -> str:
    """3月2日, with its year where that is another than `beside`'s."""
    year = "" if value.year == beside.year else f"{value.year}年"
    return f"{year}{value.month}月{value.day}日"


@register.filter
def moment(value: datetime | None) -> str:
    """2026年3月2日 09:05 in Beijing time."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{day(local.date())} {local:%H:%M}"


@register.filter
def yuan(value: Decimal | int | None) -> str:
    """1,200元; with 角分 only where there are any."""
    if value is None or value == "":
        return ""
    amount = Decimal(value)
    return f"{amount:,.0f}元" if amount == amount.to_integral_value() else f"{amount:,.2f}元"


@register.filter
def countdown(row: Any) -> SafeString:
    """A deadline in words, unit and colour: 剩3个工作日, 今天到期, 逾期2个自然日. `row` says its `days` and their `unit`.

    The party's own time is over without anybody's fault: 已届满.
    """
    days, unit = getattr(row, "days", None), getattr(row, "unit", "")
    if days is None:
        return SafeString("")
    if days <= 0 and getattr(row, "of_party", False):
        return format_html('<span class="tag tag-calm">{}</span>', "已届满" if days else "今天届满")
    if days < 0:
        return format_html('<span class="tag tag-late">逾期{}{}</span>', -days, unit)
    if days == 0:
        return SafeString('<span class="tag tag-late">今天到期</span>')
    tone = "tag-soon" if days <= 3 else "tag-calm"
    return format_html('<span class="tag {}">剩{}{}</span>', tone, days, unit)


@register.filter
def masked(number: str, revealed: bool = False) -> str:
    """A number of a person as it stands until somebody asks for the whole of it."""
    return number if revealed else mask_number(number)


@register.filter
def masked_address(address: str, revealed: bool = False) -> str:
    return address if revealed else mask_address(address)


@register.filter
def within(value: Any, sentence: str) -> str:
    """`day|within:"，…起施行"`: the sentence around the value; nothing around nothing."""
    if value is None or value == "":
        return ""
    before, _, after = sentence.partition("…")
    return format_html("{}{}{}", before, value, after)


@register.filter
def cards(page: str) -> SafeString:
    """The page, its tables fit to stand as cards on a phone."""
    return SafeString(labelled(page))


@register.filter
def tally(diff: Any, unit: str) -> str:
    """新增2行，取消0行，修改1行，40行没有变化."""
    new, gone, changed = (len(rows) for rows in (diff.added, diff.ended, diff.changed))
    return f"新增{new}{unit}，取消{gone}{unit}，修改{changed}{unit}，{diff.same}{unit}没有变化"


# how a changed text shows what went and what came, also to those who hear it
MARKS = {
    "out": '<del class="was"><span class="unseen">删去：</span>{}</del>',
    "in": '<ins class="now"><span class="unseen">改为：</span>{}</ins>',
}


@register.filter
def marked(spans: Any) -> SafeString:
    """A text as its spans, without a blank between them: its own line breaks are shown."""
    return format_html_join(
        "", "{}", ((format_html(MARKS.get(span.kind, "{}"), span.text),) for span in spans)
    )


# what a state looks like; a word that is not here is grey
TONES = {
    "added": "tag-good",
    "approved": "tag-blue",
    "changed": "tag-soon",
    "ended": "tag-late",
    "in_force": "tag-good",
    "new": "tag-good",
    "renumbered": "tag-soon",
    "returned": "tag-late",
    "submitted": "tag-soon",
    "wrong": "tag-late",
}


@register.filter
def tone(state: str) -> str:
    """The class of a tag that shows `state`."""
    return TONES.get(state, "")


LONG_CHOICE = 20  # characters that a narrow box shows


def _is_long(field: BoundField) -> bool:
    """Whether an answer to choose is longer than a narrow box."""
    choices = getattr(field.field.widget, "choices", ())
    return any(len(str(label)) > LONG_CHOICE for _, label in choices)


@register.filter
def field_class(field: BoundField) -> str:
    """field, and how it is laid out."""
    marks = {
        "field-wrong": field.errors,
        "field-wide": field.field.widget.attrs.get("wide") or _is_long(field),
        "field-check": field.widget_type == "checkbox",
    }
    return " ".join(["field", *(name for name, holds in marks.items() if holds)])


@register.filter
def item(mapping: Any, key: Any) -> Any:
    """`mapping[key]` or nothing."""
    return mapping.get(key) if hasattr(mapping, "get") else None


@register.simple_tag
def here(present: Any, mine: Any) -> SafeString:
    """The attribute of the entry that leads to where we are."""
    return SafeString('aria-current="page"' if present == mine else "")


@register.simple_tag
def chosen(present: Any, mine: Any) -> SafeString:
    """The attribute of the option that is chosen."""
    return SafeString("selected" if present == mine else "")


@register.simple_tag(takes_context=True)
def page_url(context: dict[str, Any], number: int) -> str:
    """The present address with another page number."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
