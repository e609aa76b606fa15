"""Announce a file: what moment of what case it shows, how large it is. The bytes follow by tus."""

from pydantic import AwareDatetime, Field

from sanzhi.cases import queries as cases
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.randomness import token
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.recordings import events
from sanzhi.recordings.models import Upload
from sanzhi.recordings.policies import is_plausible_time, may_record
from sanzhi.recordings.queries import caption_of

LARGEST = 16 << 30  # bytes; a body camera's whole day, 1080P (F6-15, 建议)


class BeginUpload(OnProceeding):
    """`sha256`, where the device knows it, is compared when all bytes have arrived.

    `ended_at` is told by the file where its length can be measured.
    """

    moment: str = Field(pattern=r"^[a-z_]{2,40}$")
    name: str = Field(min_length=1, max_length=200)
    size: int = Field(ge=1, le=LARGEST)
    started_at: AwareDatetime
    ended_at: AwareDatetime | None = None
    device: str = Field(default="", max_length=60)
    interruption: str = Field(default="", max_length=300)
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


@command("recordings.begin_upload", title="开始上传音像记录")
def begin_upload(actor: Actor, order: BeginUpload) -> Upload:
    proceeding = cases.proceeding_for_update(actor, order)
    case = proceeding.case
    require(may_record(actor, case), is_plausible_time(case, order.started_at, ended=order.ended_at))
    upload = Upload(
        token=token(24),
        authority=case.authority.code,
        subject=cases.subject_of(case),
        proceeding=proceeding,
        begun_by=actor.key,
        begun_by_name=actor.name,
        begun_at=clock.now(),
        **order.said(),
    )
    upload.save()
    facts = {"moment": caption_of(order.moment), "size": order.size}
    record(events.UPLOAD_BEGUN, actor=actor, subject=upload, facts=facts)
    return upload
