"""Filters and tags of the design system: dates as 2026年11月23日, money with 元, Chinese-friendly parts."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """2026年3月2日; nothing for no day."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.year}年{value.month}月{value.day}日"


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
def countdown(days: int | None) -> SafeString:
    """A deadline in words and colour: 剩3天, 今天到期, 逾期2天."""
    if days is None:
        return SafeString("")
    if days < 0:
        return format_html('<span class="tag tag-late">逾期{}天</span>', -days)
    if days == 0:
        return SafeString('<span class="tag tag-late">今天到期</span>')
    tone = "tag-soon" if days <= 3 else "tag-calm"
    return format_html('<span class="tag {}">剩{}天</span>', tone, days)


@register.filter
def item(mapping: Any, key: Any) -> Any:
    """`mapping[key]` or nothing."""
    return mapping.get(key) if hasattr(mapping, "get") else None


@register.simple_tag(takes_context=True)
def page_url(context: dict[str, Any], number: int) -> str:
    """The present address with another page number."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
