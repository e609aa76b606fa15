"""What was uploaded on the public site becomes what was handed in: each file once, received on the day on which it was sent."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils import timezone

from sanzhi.applications.models import Material
from sanzhi.licensing import filed
from sanzhi.licensing.models import HandedIn, LicenceApplication
from sanzhi.licensing.queries import handed_in

OTHER = "补正说明"  # for what the item has no word


def waiting(application: LicenceApplication) -> tuple[Material, ...]:
    """The files that the applicant has sent and nobody has taken: with the application, or with a reply to a correction."""
    portal = filed.behind(application)
    if portal is None:
        return ()
    taken = {one.file_sha256 for one in handed_in(application)}
    sent = portal.materials.filter(added_at__lte=portal.filed_at) | portal.materials.exclude(reply=None)
    return tuple(row for row in sent.select_related("reply") if row.sha256 not in taken)


def sent_on(file: Material, *, otherwise: date) -> date:
    """A file of a reply came on the day of the reply (行政许可法 §32(1)(5))."""
    return timezone.localtime(file.reply.replied_at).date() if file.reply else otherwise


def received(
    application: LicenceApplication,
    names: Iterable[str],
    *,
    known: Iterable[str],
    on: date,
    by: str,
    note: str = "",
    is_correction: bool = False,
) -> Iterator[HandedIn]:
    """Unsaved: for each name its files, or one row where it came on paper; files under a name unknown to the item besides."""
    wanted, words, files = tuple(dict.fromkeys(names)), frozenset(known), waiting(application)
    for name in wanted:
        of_it = [row for row in files if row.wanted == name or (name == OTHER and row.wanted not in words)]
        if not of_it:
            yield _row(application, name, note=note, on=on, by=by, is_correction=is_correction)
    for file in files:
        name = file.wanted if file.wanted in words else OTHER
        if name in wanted or name == OTHER:
            day = sent_on(file, otherwise=on)
            row = _row(application, name, note=file.name, on=day, by=by, is_correction=is_correction)
            row.file_sha256 = file.sha256
            yield row


def _row(
    application: LicenceApplication, name: str, *, note: str, on: date, by: str, is_correction: bool
) -> HandedIn:
    said = {"name": name, "note": note, "handed_on": on, "received_by": by, "is_correction": is_correction}
    return HandedIn(application=application, **said)
