"""The powers list, and each power with its tiers and the calculator."""

from django.http import HttpRequest, HttpResponse

from sanzhi.amendments import queries as amendments
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.models import Kind
from sanzhi.catalogues.powers import Power
from sanzhi.catalogues.queries import public
from sanzhi.catalogues.queries.calculator import assess
from sanzhi.portal.frame import Slice, page_number, show
from sanzhi.portal.views.lists import authority

RESPONDENTS = (("person", "个人"), ("individual_business", "个体工商户"), ("organisation", "单位"))

# a power that punishes nothing has no violation
NOT_A_PENALTY = {"conduct": "适用情形", "prohibition": "适用条款", "penalty_basis": "执法依据"}


def index(request: HttpRequest) -> HttpResponse:
    ours = authority()
    query, number = request.GET.get("q", "").strip()[:100], page_number(request)
    edition = public.in_force(ours.code, Kind.POWERS)
    rows = public.page_of(edition, query=query, page=number) if edition else []
    powers = catalogues.powers_of_edition(edition.pk) if edition else {}
    context = {
        "portal_authority": ours,
        "edition": edition,
        "page": Slice([powers[row.code] for row in rows], number, size=public.PAGE),
        "query": query,
        "history": public.history(edition) if edition else [],
        "adjusting": amendments.open_rows(edition.pk) if edition else frozenset(),
    }
    return show(request, "powers", section="powers", **context)


def one(request: HttpRequest, code: str) -> HttpResponse:
    ours = authority()
    power = catalogues.power_in_force(ours.code, code)
    edition = catalogues.edition(power.edition_id)
    row = public.row_of(edition, code)
    tiers = catalogues.tiers(ours.code, code)
    unsaid = dict.fromkeys(("respondent", "tier", "amount"), "")
    said = unsaid | {name: str(text)[:40] for name, text in request.GET.items()}
    context = {
        "portal_authority": ours,
        "power": power,
        "cells": [(name, _caption(power, name, caption=caption), text) for name, caption, text in row.cells],
        "edition": edition,
        "tiers": tiers,
        "respondents": RESPONDENTS,
        "said": said,
        "assessment": assess(power, tiers, said=said),
        "adjusting": code in amendments.open_rows(power.edition_id),
    }
    return show(request, "power", section="powers", **context)


def _caption(power: Power, name: str, *, caption: str) -> str:
    return caption if power.is_penalty else NOT_A_PENALTY.get(name, caption)
