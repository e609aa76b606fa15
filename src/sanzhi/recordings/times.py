"""Does what was typed of a recording's time agree with what the file says? Pure decisions on values.

A file whose length does not fit is refused; one that tells no length, or another day,
or a length that its bytes do not fill, is taken in with a doubt.
"""

from datetime import datetime, timedelta

from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.recordings.measuring import Measured
from sanzhi.recordings.models import Kind, Recording, Upload

LAW = "行政处罚法第四十七条"
# bytes for each second of the leanest recorders: speech codecs of 2.4 kbit/s have 300, a telephone's smallest film
# (3GP, 176×144) several thousand. What is told to run longer than its bytes allow was stretched in its header (建议)
LEAST = {Kind.AUDIO: 300, Kind.VIDEO: 1000}
ROUNDING, SHARE = timedelta(seconds=5), 0.02  # how far a typed time may lie from the measured one (建议)
CLOCK_ERROR = timedelta(minutes=10)  # of a device (建议)
WORDS = {"device": "设备", "interruption": "中断说明"}
UNCHANGED = "这一文件不必再传。入库时填写的内容不能更改；当时填错的，请告知本案的中队长和法制审核人员。"
ZONE = timedelta(hours=8)  # devices that write Beijing time where the format wants UTC


def agrees(found: Measured, *, started: datetime, ended: datetime | None, interrupted: bool) -> Verdict:
    """The typed span is the measured length, or longer where an interruption is explained."""
    if not found.runs:
        return Verdict.yes()
    if found.seconds is None:
        return Verdict.when(
            ended is not None,
            f"{Kind(found.media.kind).label}（{found.media.mime}）不能测量时长。",
            remedy="请填写记录结束时间，入库后由他人看过确认；或者导出为MP4、MOV、WAV、MP3后上传。",
        )
    length = timedelta(seconds=found.seconds)
    if ended is None:
        return Verdict.when(
            started + length <= clock.now() + ROUNDING,
            f"文件实测{spoken(length)}，从填写的开始时间算，结束时间在将来。",
            remedy="请核对记录开始时间。",
        )
    span = ended - started
    fits = abs(span - length) <= max(ROUNDING, length * SHARE) or (interrupted and span > length)
    return Verdict.when(
        fits,
        f"填写的起止时间共{spoken(span)}，文件实测{spoken(length)}。",
        citation=LAW,
        remedy="请按文件填写开始时间，结束时间可以不填；中途停过的，请写明中断的原因。",
    )


def end_of(found: Measured, *, started: datetime, ended: datetime | None) -> datetime:
    """What was typed where it agrees, else the beginning and what was measured."""
    return ended or started + timedelta(seconds=found.seconds or 0)


def agrees_with_kept(kept: Recording | None, typed: Upload, *, ended: datetime) -> Verdict:
    """A file that is already there keeps what was said of it then: whoever says otherwise now is told so."""
    if kept is None:
        return Verdict.yes()
    was, now = (kept.started_at, kept.ended_at), (typed.started_at, ended)
    words = [f"“{WORDS[name]}”" for name in WORDS if getattr(typed, name) not in {"", getattr(kept, name)}]
    there = f"“{typed.name}”已经作为这一环节的音像入库，记录时间为{_span(*was)}"
    return Verdict.when(
        all(abs(then - said) <= ROUNDING for then, said in zip(was, now, strict=True)),
        f"{there}；这次填写的{_span(*now)}没有采用。",
        remedy=UNCHANGED,
    ) & Verdict.when(
        not words, f"{there}；这次填写的{'、'.join(words)}与入库时不同，没有采用。", remedy=UNCHANGED
    )


def _span(started: datetime, ended: datetime) -> str:
    first, last = (at.astimezone(clock.CHINA) for at in (started, ended))
    until = f"{last:%H:%M}" if first.date() == last.date() else f"{chinese_date(last.date())}{last:%H:%M}"
    return f"{chinese_date(first.date())}{first:%H:%M}至{until}"


def doubt_about(found: Measured, *, started: datetime, ended: datetime) -> str:
    """Why another person has to look before it counts; empty where nothing speaks against it."""
    doubts = (found.doubt, _length_doubt(found), _day_doubt(found, started=started, ended=ended))
    return "；".join(filter(None, doubts))


def _length_doubt(found: Measured) -> str:
    if not found.runs:
        return ""
    if found.seconds is None:
        return f"{found.media.mime}不能测量时长"
    kind = Kind(found.media.kind)
    if found.bytes_a_second >= LEAST[kind]:
        return ""
    length = spoken(timedelta(seconds=found.seconds))
    return (
        f"文件称时长{length}，每秒只有{found.bytes_a_second:.0f}字节，{kind.label}至少应有{LEAST[kind]}字节"
    )


def _day_doubt(found: Measured, *, started: datetime, ended: datetime) -> str:
    if found.made_at is None:
        return ""
    told = (found.made_at, found.made_at - ZONE)
    if any(started - CLOCK_ERROR <= at <= ended + CLOCK_ERROR for at in told):
        return ""
    at = found.made_at.astimezone(clock.CHINA)
    return f"文件内的时间（{chinese_date(at.date())}{at:%H:%M}）与填写的时间不符"


def spoken(length: timedelta) -> str:
    """2.5秒, 30分0秒, 1小时2分3秒."""
    seconds = length.total_seconds()
    if seconds < 60:
        return f"{seconds:.1f}秒".replace(".0秒", "秒")
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{f'{hours}小时' if hours else ''}{minutes}分{rest}秒"
