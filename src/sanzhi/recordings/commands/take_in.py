"""The whole way in one call, for the plain form, the demonstration and tests: begin, append, finish."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Undelivered
from sanzhi.recordings import arriving
from sanzhi.recordings.commands.begin_upload import BeginUpload, begin_upload
from sanzhi.recordings.commands.finish_or_end import finish_or_end
from sanzhi.recordings.models import Recording


def take_in(actor: Actor, order: BeginUpload, *, source: arriving.Source) -> Recording:
    """`source` gives exactly `order.size` bytes. Two commands, so a stop between them leaves an open upload."""
    upload = begin_upload(actor, order)
    try:
        arriving.append(upload.token, source, offset=0, size=upload.size, checksum=None)
    except OSError as failure:
        raise Undelivered(f"没有写完：{failure.strerror}。请检查磁盘空间后重试。") from failure
    return finish_or_end(actor, upload.token)
