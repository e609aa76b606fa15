"""The working calendar: the years that are known, and the page on which next year's notice is entered as it is written."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.order_form import order_form
from sanzhi.kernel.orders import Order
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.holiday_notice import Misread, days_of
from sanzhi.law.receipts import PAPER
from sanzhi.organisation import queries
from sanzhi.organisation.policies import may_administer, may_keep
from sanzhi.organisation.views import actor_of
from sanzhi.organisation.views.keeping import proposed, tabs

NOTICE = "国务院办公厅关于部分节假日安排的通知"
CAPTIONS = {
    "year": "年份",
    "number": "通知文号",
    "issued_on": "通知日期",
    "off": "放假日",
    "worked": "调休上班日",
}
HELPS = {
    "number": "如 国办发明电〔2026〕7号。",
    "off": "每行一个节日，照通知写：春节：2月5日至2月11日。落在周末的照写，不影响。",
    "worked": "通知写明上班的周六、周日，用顿号分开：1月24日、2月14日；没有的不填。",
}


class HolidayNotice(Order):
    year: int = Field(ge=2000, le=2100)
    number: str = Field(min_length=6, max_length=60)
    issued_on: date
    off: str = Field(min_length=4, max_length=2000)
    worked: str = Field(default="", max_length=300)


@login_required
@require_safe
def years(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if not may_keep(actor):
        raise Http404
    known = queries.calendar_years()
    return render(request, "organisation/calendar.html", {"years": known, **tabs(actor, "calendar")})


@login_required
@require_http_methods(["GET", "POST"])
def enter_notice(request: HttpRequest) -> HttpResponse:
    """Proposed here, confirmed by another keeper."""
    actor = actor_of(request)
    if not may_keep(actor):
        raise Http404
    reasons: tuple[Reason, ...] = ()
    form_type = order_form(HolidayNotice, captions=CAPTIONS, helps=HELPS)
    form = form_type(
        request.POST if request.method == "POST" else None, initial={"year": queries.year_to_enter()}
    )
    if request.method == "POST" and isinstance(notice := form.order(), HolidayNotice):
        verdict = may_administer(actor) & _is_a_notice(notice)
        reasons = verdict.reasons or _sent(request, notice)
        if not reasons:
            return redirect("organisation:joint_acts")
    context = {"form": form, "title": "录入放假安排", "reasons": reasons}
    return render(request, "organisation/holiday_notice.html", context, status=409 if reasons else 200)


def _is_a_notice(notice: HolidayNotice) -> Verdict:
    return Verdict.when(
        PAPER.search(notice.number),
        f"“{notice.number}”不像通知的文号。",
        remedy="请照通知填写，如 国办发明电〔2026〕7号。",
    ) & Verdict.when(
        notice.issued_on <= clock.today() and notice.year - 1 <= notice.issued_on.year <= notice.year,
        f"{chinese_date(notice.issued_on)}不会发布{notice.year}年的放假安排。",
        remedy="请核对年份和通知的日期：通知在上一年或者当年发布，不晚于今天。",
    )


def _sent(request: HttpRequest, notice: HolidayNotice) -> tuple[Reason, ...]:
    try:
        days = days_of(notice.year, off=notice.off, worked=notice.worked)
    except Misread as wrong:
        return (Reason(str(wrong)),)
    fields = {
        "year": notice.year,
        "source": f"{NOTICE}（{notice.number}，{chinese_date(notice.issued_on)}）",
        "days": [
            {"day": row.day.isoformat(), "is_working": row.is_working, "name": row.name} for row in days
        ],
    }
    actor = actor_of(request)
    return proposed(request, actor, act="organisation.import_calendar", fields=fields, reason="按通知录入")
