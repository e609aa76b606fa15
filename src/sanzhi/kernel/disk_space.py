"""When a disk counts as full: nothing that the work needs could be written any more."""

import shutil
from pathlib import Path

LEAST = 1 << 20  # bytes: SQLite's log of writes and its index have no room in less


def is_full(folder: Path) -> bool:
    """A folder that is not there yet stands on the disk of the one above."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free < LEAST


def spares(folder: Path, size: int) -> bool:
    """Whether as much is free there: what strangers send must not take the last room of those who work."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free >= size
