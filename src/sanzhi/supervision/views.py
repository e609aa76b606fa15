"""The workbench: my tasks, my deadlines, the bureau's figures."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanzhi.kernel import clock
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.organisation.roles import Role
from sanzhi.organisation.views import actor_of
from sanzhi.supervision import figures, worklist


@login_required
@require_safe
def workbench(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    tasks = worklist.tasks_of(actor)
    kind = request.GET.get("kind", "")
    context = {
        "tasks": [task for task in tasks if not kind or task.kind == kind],
        "kinds": sorted({task.kind for task in tasks}),
        "kind": kind,
        "figures": while_unchanged(("figures", actor.authority), ask=partial(figures.of, actor.authority)),
        "heading": worklist.heading(actor),
        "today": clock.today(),
        "takes_leads": actor.has(Role.OFFICER, Role.SQUAD_LEADER),
        "late": sum(1 for task in tasks if task.is_late),
    }
    return render(request, "supervision/workbench.html", context)
