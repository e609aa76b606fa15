"""Powers read from statutes: choose the statutes, then see what was read and what was passed over, with the reason."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sanzhi.catalogues import commands, desk
from sanzhi.catalogues.commands.draft_powers import Drafted
from sanzhi.catalogues.views import refusal
from sanzhi.catalogues.views.editions import frame
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.views import actor_of
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Version


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    read: list[Drafted] = []
    reasons: tuple[Reason, ...] = ()
    chosen: list[int] = []
    if request.method == "POST":
        chosen = [
            number for text in request.POST.getlist("version") if (number := whole_number(text)) is not None
        ]
        said = {"edition": pk, "versions": chosen, "revision": whole_number(request.POST.get("revision"))}
        reasons = refusal(
            lambda: read.append(commands.draft_powers(actor, commands.DraftPowers.model_validate(said)))
        )
        if not chosen:
            reasons = (Reason("没有选择法律法规。", remedy="请至少勾选一部。"),)
    context = {
        **frame(actor, found, tab="rows"),
        **_offered(),
        "read": read[0] if read else None,
        "reasons": reasons,
        "asked": chosen,
        "may": desk.may(actor, found),
    }
    return render(request, "catalogues/drafting.html", context, status=409 if reasons else 200)


def _offered() -> dict[str, list[Version]]:
    """The statutes to read from: first those that the bureau brought itself, its own field is mostly there."""
    versions = list(statutes.current_versions())
    own = [row for row in versions if not row.is_of_collection]
    return {"own": own, "national": [row for row in versions if row.is_of_collection]}
