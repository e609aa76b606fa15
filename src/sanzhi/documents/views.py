"""All forms of this installation with their specimens: by stage, and together on a sheet."""

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
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
    forms = sorted(queries.forms().values(), key=lambda form: (order.index(form.stage), int(form.code[1:])))
    rows = [_row(form, stages[form.stage]) for form in forms]
    return render(request, "documents/forms.html", {"rows": rows})


def _row(form: Form, stage: str) -> dict[str, object]:
    return {
        "stage": stage,
        "code": form.code,
        "name": form.name,
        "nature": NATURES[form.nature],
        "signers": "、".join(signer.caption for signer in form.signers),
        "citations": "；".join(form.citations),
        "seal": form.seal,
    }


@login_required
@require_safe
def contact_sheet(request: HttpRequest) -> FileResponse:
    return FileResponse(BytesIO(queries.contact_sheet()), content_type="application/pdf")


@login_required
@require_safe
def specimen(request: HttpRequest, code: str) -> HttpResponse:
    try:
        content = queries.specimen(code)
    except NotVisible as missing:
        raise Http404 from missing
    return HttpResponse(content, content_type="application/pdf")
