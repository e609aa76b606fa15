"""What the three keepers do: people and their offices, what two confirm, who looked and who signed in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import ValidationError

from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.named_fields import beside_fields
from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.kernel.verdict import Reason
from sanzhi.ledger import commands as ledger
from sanzhi.ledger.queries import acts_for, joint_acts_of
from sanzhi.organisation import commands, queries
from sanzhi.organisation.models import PasswordReset
from sanzhi.organisation.policies import may_administer, may_keep, may_watch
from sanzhi.organisation.roles import CAPTIONS
from sanzhi.organisation.views import actor_of

PER_PAGE = 100
APPOINTS = {
    "unit": "中队科室",
    "username": "登录名",
    "name": "姓名",
    "roles": "岗位",
    "position": "职务",
    "area": "执法区域",
    "employment": "编制",
    "qualified_on": "执法资格考试合格日",
    "has_legal_qualification": "有法律职业资格",
}
CHANGES = {
    "unit": "调至",
    "position": "职务",
    "area": "执法区域",
    "roles": "岗位",
    "left_on": "离岗日",
    "qualified_on": "执法资格考试合格日",
    "has_legal_qualification": "有法律职业资格",
}


@login_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if not may_keep(actor):
        raise Http404
    rows = queries.officers_of(actor.authority)
    found = [(row, "、".join(CAPTIONS[role] for role in row.roles)) for row in rows]
    return render(request, "organisation/people.html", {"people": found, **tabs(actor, "people")})


@login_required
@require_http_methods(["GET", "POST"])
def appoint(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if not may_keep(actor):
        raise Http404
    form_type = order_form(
        commands.AppointOfficer,
        captions=APPOINTS,
        fixed={"password": None},
        choices={"unit": _units(actor), "roles": list(CAPTIONS.items())},
        helps={"roles": "由安全管理员确认后生效。"},
    )
    form = form_type(request.POST if request.method == "POST" else None)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            commands.appoint_officer(actor, order)  # type: ignore[arg-type]
        except Refused as refusal:
            reasons = beside_fields(refusal.reasons, form)
        else:
            messages.success(request, "已登记人员，岗位和设置首次密码的重设码都待安全管理员确认。")
            return redirect("organisation:people")
    return _form(request, form, title="任命人员", reasons=reasons)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose other offices, another unit, or the end of the service."""
    actor = actor_of(request)
    officer = queries.officers_of(actor.authority).filter(pk=pk).first()
    if officer is None or not may_keep(actor):
        raise Http404
    form_type = order_form(
        commands.ChangeOfficer,
        captions=CHANGES,
        fixed={"officer": pk},
        choices={"unit": _units(actor), "roles": list(CAPTIONS.items())},
        helps={"roles": "由安全管理员确认后生效。"},
    )
    now = {
        "unit": officer.unit_id,
        "position": officer.position,
        "area": officer.area,
        "roles": officer.roles,
        "qualified_on": officer.qualified_on,
        "has_legal_qualification": officer.has_legal_qualification,
    }
    stands = commands.ChangeOfficer.model_validate({"officer": pk, **now}).model_dump(mode="json")
    form = form_type(request.POST if request.method == "POST" else None, initial=now)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and (order := form.order()) is not None:
        fields = {
            name: value
            for name, value in order.model_dump(mode="json", exclude_unset=True).items()
            if name == "officer" or value != stands[name]
        }
        reasons = proposed(request, actor, act="organisation.change_officer", fields=fields)
        if not reasons:
            return redirect("organisation:joint_acts")
    return _form(request, form, title=f"调整{officer.name}", reasons=reasons)


@form_on("organisation:people", without=("pk",))
def reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    reasons = proposed(request, actor, act="organisation.reset_password", fields={"officer": pk})
    if reasons:
        raise Refused(reasons)
    return redirect("organisation:joint_acts")


def proposed(
    request: HttpRequest, actor: Actor, *, act: str, fields: dict[str, object], reason: str = "人员调整"
) -> tuple[Reason, ...]:
    """What speaks against it; nothing where another may now confirm it."""
    try:
        said = request.POST.get("reason") or reason
        order = ledger.ProposeJointAct(act=act, fields=fields, reason=said)
        ledger.propose_joint_act(actor, order)
    except ValidationError as wrong:
        return orders.reasons(wrong)
    except Refused as refusal:
        return refusal.reasons
    messages.success(request, "已提出，待另一人确认。")
    return ()


@login_required
@require_safe
def joint_acts(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, and what was settled."""
    actor = actor_of(request)
    acts = acts_for(actor)
    if not (may_keep(actor) or acts):
        raise Http404
    rows = joint_acts_of(actor.authority)
    if not may_keep(actor):  # offices, passwords and the log are the keepers'
        rows = rows.filter(act__in=acts)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = queries.shown_joint_acts(actor, page.object_list)
    return render(
        request, "organisation/joint_acts.html", {"page": page, "shown": shown, **tabs(actor, "joint_acts")}
    )


@form_on("organisation:joint_acts", without=("pk", "verb"))
def settle(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    actor = actor_of(request)
    if verb == "confirm":
        result = ledger.confirm_joint_act(actor, ledger.ConfirmJointAct(joint_act=pk))
        if isinstance(result, PasswordReset):
            return render(request, "organisation/reset_code.html", {"reset": result})
        messages.success(request, "已确认，已经办理。")
    elif verb == "decline":
        ledger.decline_joint_act(actor, ledger.DeclineJointAct(joint_act=pk, reason="不同意"))
        messages.success(request, "已退回，没有办理。")
    else:
        raise Http404
    return redirect("organisation:joint_acts")


@login_required
@require_safe
def watch(request: HttpRequest) -> HttpResponse:
    """For the auditor: who looked at what, who signed in."""
    actor = actor_of(request)
    if not may_watch(actor):
        raise Http404
    name = request.GET.get("q", "").strip()[:60]
    looks = queries.looks_of(actor.authority, name=name)
    page = Paginator(looks, PER_PAGE).get_page(request.GET.get("page"))
    tries = queries.sign_ins_of(actor.authority, name=name)[:PER_PAGE]
    context = {"page": page, "tries": tries, "q": name, **tabs(actor, "watch")}
    return render(request, "organisation/watch.html", context)


@form_on(settings.LOGIN_REDIRECT_URL)
def confirm_clock(request: HttpRequest) -> HttpResponse:
    said = request.POST.get("checked_with", "").strip()[:200]
    commands.confirm_clock(actor_of(request), commands.ConfirmClock(checked_with=said or "未写明"))
    messages.success(request, "已确认，暂停的事项继续办理。")
    return redirect(settings.LOGIN_REDIRECT_URL)


def tabs(actor: Actor, tab: str) -> dict[str, object]:
    return {
        "tab": tab,
        "may_keep": may_keep(actor),
        "may_watch": may_watch(actor),
        "may_propose": bool(may_administer(actor)),
    }


def _units(actor: Actor) -> list[tuple[int, str]]:
    return [(row.pk, row.name) for row in queries.units_of(actor.authority)]


def _form(request: HttpRequest, form: OrderForm, *, title: str, reasons: tuple[Reason, ...]) -> HttpResponse:
    status = 409 if reasons else 200
    context = {"form": form, "title": title, "reasons": reasons}
    return render(request, "organisation/form.html", context, status=status)
