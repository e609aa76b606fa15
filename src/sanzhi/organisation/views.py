"""Sign in and out; five wrong passwords lock the name for a quarter of an hour."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sanzhi.kernel.actor import Actor
from sanzhi.organisation import commands
from sanzhi.organisation.queries import actor_of_user


class SignIn(LoginView):
    template_name = "organisation/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    pass


@login_required
@require_POST
def confirm_clock(request: HttpRequest) -> HttpResponse:
    said = request.POST.get("checked_with", "").strip()[:200]
    commands.confirm_clock(actor_of(request), commands.ConfirmClock(checked_with=said or "未写明"))
    messages.success(request, "已确认，暂停的事项继续办理。")
    return redirect(settings.LOGIN_REDIRECT_URL)


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request. Raises NotVisible for anyone who is not a serving officer."""
    return actor_of_user(request.user)
