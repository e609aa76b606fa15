"""Sign in and out, one's own password, and a new one by a reset code."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.plain_form import PlainForm
from sanzhi.kernel.verdict import Reason, require
from sanzhi.organisation import commands
from sanzhi.organisation.devices import keep_mark, source_of
from sanzhi.organisation.models import Officer
from sanzhi.organisation.passwords import is_strong, words_of
from sanzhi.organisation.signing_in import guarded, signed_in
from sanzhi.organisation.views import actor_of


class SignInForm(PlainForm, AuthenticationForm):
    """Django's form with our waiting and our one sentence for all."""

    def clean(self) -> dict[str, Any]:
        name, password = self.cleaned_data.get("username", ""), self.cleaned_data.get("password", "")
        assert self.request is not None
        try:
            self.user_cache = signed_in(name, password, source=source_of(self.request, name=name))
        except Refused as refusal:
            raise ValidationError([str(reason) for reason in refusal.reasons]) from refusal
        return dict(self.cleaned_data)


class SignIn(LoginView):
    template_name = "organisation/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        answer = super().form_valid(form)
        keep_mark(self.request, answer, name=form.cleaned_data["username"])
        return answer


sign_out = form_on(settings.LOGIN_REDIRECT_URL)(LogoutView.as_view())


class PasswordForm(PlainForm):
    """`old` is the present password, or the reset code."""

    old = forms.CharField(max_length=200)
    new = forms.CharField(max_length=200)
    again = forms.CharField(max_length=200)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("new") != self.cleaned_data.get("again"):
            raise ValidationError("两次输入的新密码不一致。")
        return dict(self.cleaned_data)


class ResetForm(PasswordForm):
    username = forms.CharField(max_length=60)


@login_required
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: offices, password."""
    actor = actor_of(request)
    form = PasswordForm(request.POST or None)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and form.is_valid():
        order = commands.ChangePassword(old=form.cleaned_data["old"], new=form.cleaned_data["new"])
        try:
            require(is_strong(form.cleaned_data["new"], own=words_of(Officer.known(actor.officer_id or 0))))
            name = request.user.get_username()
            officer = guarded(
                name,
                source_of(request, name=name),
                call=lambda: commands.change_password(actor, order),
            )
        except Refused as refusal:
            reasons = refusal.reasons
        else:
            update_session_auth_hash(request, officer.user)
            messages.success(request, "密码已更改，其他地方的登录已经退出。")
            return redirect("organisation:account")
    me = Officer.objects.select_related("unit", "user").get(pk=actor.officer_id or 0)
    context = {"me": me, "form": form, "reasons": reasons}
    status = 409 if request.method == "POST" else 200
    return render(request, "organisation/account.html", context, status=status)


@require_http_methods(["GET", "POST"])
def reset(request: HttpRequest) -> HttpResponse:
    """A new password by the code that the keepers issued; guessing waits as signing in does."""
    form = ResetForm(request.POST or None)
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        order = commands.RedeemReset(username=said["username"], code=said["old"], new=said["new"])
        try:
            require(is_strong(said["new"]))  # before the code: a weak password is no wrong code
            guarded(
                said["username"],
                source_of(request, name=said["username"]),
                call=lambda: commands.redeem_reset(system(), order),
            )
        except Refused as refusal:
            reasons = refusal.reasons
        else:
            messages.success(request, "密码已设置，请登录。")
            return redirect("organisation:sign-in")
    context = {"form": form, "reasons": reasons}
    status = 409 if request.method == "POST" else 200
    return render(request, "organisation/reset.html", context, status=status)
