"""Applications of invented people, by the commands, for this app's tests and those above it. No real person or number."""

import zlib
from typing import Any

from sanzhi.applications import beginning, commands
from sanzhi.applications.arriving import taken_in
from sanzhi.applications.models import ApplicantKind, Application, IdKind, Material
from sanzhi.applications.policies import may_upload
from sanzhi.applications.queries import actor_of
from sanzhi.applications.shapes import Applicant, Asked, Content
from sanzhi.kernel.randomness import token
from sanzhi.law.identity import check_digit

ASKED = Asked(
    questions=["占用面积（平方米）", "占用用途"],
    materials=["申请书", "占用位置和范围图", "身份证明"],
    basis="《行政许可法》第四十二条",
    limit="受理之日起二十日内（法定工作日）",
)
BODY = "00000019900307123"  # a region that does not exist (F10-14)
ID_NUMBER = BODY + check_digit(BODY)
JPEG = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda\x00\x04\x01\x02picture\xff\xd9"


def pdf(inside: bytes = b"", *, packed: bytes | None = None) -> bytes:
    """A small PDF; `inside` stands in its catalogue, `packed` in an object stream."""
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + inside + b" >>\nendobj\n"
    if packed is not None:
        stream = zlib.compress(packed)
        body += b"3 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length %d >>\nstream\n" % len(stream)
        body += stream + b"\nendstream\nendobj\n"
    return body + b"trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


def begun(authority: str, **changes: Any) -> Application:
    """A draft that nobody has filled in; its code is in `told_once`."""
    fields: dict[str, Any] = {"item": "FW-01", "title": "临时占用城市道路审批", "edition": 1, "asked": ASKED}
    fields |= {"once": token(32), "address": "192.0.2.7", **changes}
    return beginning.begun(authority, **fields)


def person(**changes: Any) -> Applicant:
    fields: dict[str, Any] = {
        "kind": ApplicantKind.PERSON,
        "name": "孟演示",
        "id_kind": IdKind.RESIDENT,
        "id_number": ID_NUMBER,
        "phone": "13000000000",
    }
    return Applicant(**{**fields, **changes})


def saved(row: Application, **parts: Any) -> Application:
    order = commands.SaveApplication(
        application=row.pk, version=Application.objects.get(pk=row.pk).version, **parts
    )
    return commands.save_application(actor_of(row), order)


def uploaded(row: Application, wanted: str, *, content: bytes = JPEG, name: str = "照片.jpg") -> Material:
    row = Application.objects.get(pk=row.pk)
    receipt = taken_in(row, content=content, may=may_upload(row))
    order = commands.AddMaterial(application=row.pk, wanted=wanted, name=name, file=receipt)
    return commands.add_material(actor_of(row), order)


def filed(authority: str, **changes: Any) -> Application:
    """An application of an invented person with one photograph, filed."""
    row = begun(authority, **changes)
    saved(row, applicant=person(), content=Content(place="演示路1号门前", answers=("12", "堆放建筑材料")))
    uploaded(row, "占用位置和范围图")
    row = Application.objects.get(pk=row.pk)
    order = commands.FileApplication(application=row.pk, version=row.version, is_true=True)
    return commands.file_application(actor_of(row), order)
