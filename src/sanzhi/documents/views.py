"""All forms of this installation with their specimens: by stage, and together on a sheet."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanzhi.documents import queries
from sanzhi.documents.form_model import NATURES, Form
from sanzhi.kernel.errors import NotVisible


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    stages = queries.stages()
    order = list(stages)
    rows = sorted(queries.forms().values(), key=lambda form: (order.index(form.stage), form.code))
    groups = [
        (stages[stage], list(map(_row, found))) for stage, found in groupby(rows, lambda row: row.stage)
    ]
    return render(request, "documents/forms.html", {"groups": groups, "count": len(rows)})


def _row(form: Form) -> dict[str, object]:
    return {
        "code": form.code,
        "name": form.name,
        "nature": NATURES[form.nature],
        "signers": "、".join(signer.caption for signer in form.signers),
        "citations": "；".join(form.citations),
        "seal": form.seal,
    }


@login_required
@require_safe
def contact_sheet(request: HttpRequest) -> HttpResponse:
    return HttpResponse(queries.contact_sheet(), content_type="application/pdf")


@login_required
@require_safe
def specimen(request: HttpRequest, code: str) -> HttpResponse:
    try:
        content = queries.specimen(code)
    except NotVisible as missing:
        raise Http404 from missing
    return HttpResponse(content, content_type="application/pdf")
