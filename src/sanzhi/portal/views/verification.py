"""Check a paper by its code, and the log behind it."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import cache_control

from sanzhi.ledger import queries as ledger
from sanzhi.portal.frame import show
from sanzhi.publications import queries as publications


def index(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("token", "").strip()[:200]
    token = publications.code_of(typed)
    if token and publications.find_paper(token):
        return redirect("portal:paper", token=token)
    return show(request, "verify", section="verify", token=typed)


@cache_control(no_cache=True)  # what became of a paper is asked anew
def paper(request: HttpRequest, token: str) -> HttpResponse:
    code = publications.code_of(token)
    if code and code != token:
        return redirect("portal:paper", token=code)
    found = publications.find_paper(token)
    if found is None:  # whoever scanned it may hold a forged paper, and is told so
        answer = show(request, "verify", section="verify", token=token[:200])
        answer.status_code = 404
        return answer
    return show(request, "paper", section="verify", paper=found, proof=ledger.proof_state(found))


def short(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the QR code."""
    return redirect("portal:paper", token=publications.code_of(token) or "unknown")


@cache_control(no_cache=True)
def proof(request: HttpRequest, token: str) -> HttpResponse:
    bundle = ledger.proof_bundle(publications.paper(token))
    text = json.dumps(bundle, ensure_ascii=False, indent=1)
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="proof-{token}.json"'
    return answer


def log(request: HttpRequest) -> HttpResponse:
    return show(request, "ledger", section="verify", log=ledger.log_state())
