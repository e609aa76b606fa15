"""When a photo was taken, as the camera wrote it into the picture (Exif 2.3, DateTimeOriginal); in the camera's own time."""

import struct
from datetime import datetime

EXIF_TABLE, TAKEN = 0x8769, 0x9003


def taken_at(segment: bytes) -> datetime | None:
    """None where the segment says nothing, or nothing that can be read."""
    if not segment.startswith(b"Exif\0\0"):
        return None
    tiff = segment[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return None
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        table = _entries(tiff, first, order=order).get(EXIF_TABLE)
        place = _entries(tiff, table, order=order).get(TAKEN) if table else None
        if not place:
            return None
        return datetime.strptime(tiff[place : place + 19].decode("ascii"), "%Y:%m:%d %H:%M:%S")
    except (struct.error, ValueError):
        return None


def _entries(tiff: bytes, at: int, *, order: str) -> dict[int, int]:
    """Tag → value, or the place where the value lies."""
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    rows = (struct.unpack_from(f"{order}HHII", tiff, at + 2 + 12 * row) for row in range(count))
    return {tag: value for tag, _, _, value in rows}
