"""Applications that were filed on the public site, as the window sees them: what waits, who may read one, what is known of it.

An application that is refused here waits on: nothing of what was written on the public site is changed.
"""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from sanzhi.applications import queries as applications
from sanzhi.applications.models import Application, Material
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.days import chinese_date
from sanzhi.licensing import as_filed, queries
from sanzhi.licensing.asking import PREFIX
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.policies import may_take

LAW = "行政许可法第三十二条"


def subject_of(row: Application) -> str:
    return f"applications.application:{row.pk}"


def waiting(actor: Actor) -> QuerySet[Application]:
    """What nobody has taken yet, for whoever may take it."""
    rows = applications.waiting(actor.authority)
    return rows if may_take(actor) else rows.none()


def case_of(row: Application) -> LicenceApplication | None:
    """What the application became at the window."""
    rows = LicenceApplication.objects.filter(
        portal_number=row.number, proceeding__case__authority=row.authority_id
    )
    return rows.select_related("proceeding__case").first()


def behind(row: LicenceApplication) -> Application | None:
    """The application on the public site from which it came."""
    if not row.portal_number:
        return None
    return Application.objects.filter(
        number=row.portal_number, authority=row.proceeding.case.authority_id
    ).first()


def readable(actor: Actor, pk: int) -> Application:
    """One that waits, for who may take it; one that was taken, for who may read its case. Raises NotVisible."""
    found = waiting(actor).filter(pk=pk).first()
    if found is not None:
        return found
    own = queries.applications(actor).exclude(portal_number="").values("portal_number")
    taken = Application.objects.filter(authority__code=actor.authority, pk=pk, number__in=own).first()
    if taken is None:
        raise NotVisible
    return taken


def material(row: Application, pk: int) -> Material:
    """Raises NotVisible."""
    found = row.materials.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def named(actor: Actor, number: str) -> Application:
    """Raises Refused where nothing of this number was filed with the authority."""
    found = Application.objects.filter(
        authority__code=actor.authority, number=number, filed_at__isnull=False
    ).first()
    if found is None:
        remedy = "请从“网上申请”打开要接收的申请。"
        raise Refused((Reason(f"本机关没有收到编号“{number}”的网上申请。", LAW, remedy),))
    return found


def filed_on(row: Application) -> date:
    assert row.filed_at is not None  # only what was filed is seen here
    return timezone.localtime(row.filed_at).date()


def came_on(row: Application, received_on: date) -> Verdict:
    """The five working days run from the filing, not from the taking."""
    day = filed_on(row)
    return Verdict.when(
        received_on == day,
        f"网上申请于{chinese_date(day)}提交，收到申请日就是这一天。",
        citation=LAW,
        remedy=f"请填写{chinese_date(day)}。",
    )


def begins(row: Application, item: LicenceItem) -> dict[str, Any]:
    """What the window's form begins with, word for word as it was filed; what was left open stays for the officer."""
    found = as_filed.read(row, item)
    labels = {field.label: f"{PREFIX}{field.name}" for field in item.fields}
    term = dict(zip(("starts_on", "ends_on"), found.term, strict=True)) if found.term else {}
    return found.fields | term | {labels[label]: text for label, text in found.answers.items()}


def sent(row: Application, item: LicenceItem) -> list[str]:
    """The materials of the item that were uploaded."""
    names = {one.wanted for one in row.materials.all()}
    return [one.name for one in item.materials if one.name in names]
