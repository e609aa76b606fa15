"""Parses a workbook in a process of its own, with little memory and little time.

A few wrong bytes can make the parser ask for more memory than there is, which ends its process at once: that
process must not be the server. Whatever the child does not answer for is refused as damaged.
"""

import json
import os
import subprocess
import sys

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.sheets.limits import damaged, refused
from sanzhi.kernel.sheets.model import Sheet, Workbook
from sanzhi.kernel.sheets.parsing import parse
from sanzhi.kernel.verdict import Reason

if sys.platform != "win32":
    import resource

SECONDS, MEMORY = 30, 1536 << 20
# how a child ends that was stopped by its own parser or by its limits, not by a mistake of ours
EXPECTED = ("PanicException", "MemoryError")


def parse_apart(content: bytes, *, name: str) -> Workbook:
    """`parsing.parse` in a child process (about 0.1 s more). Raises Refused."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH") if key in os.environ}
    called = [sys.executable, "-B", "-X", "utf8", "-m", __name__]
    try:
        ended = subprocess.run(
            called,
            input=json.dumps(name).encode() + b"\n" + content,
            capture_output=True,
            timeout=SECONDS,
            env={**kept, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise refused(
            f"“{name}”过了{SECONDS}秒还没有读完。", "请删去多余的内容，或者分成几个文件。"
        ) from late
    if ended.returncode == 0:
        return _understood(ended.stdout)
    told = ended.stderr.decode("utf-8", "replace")
    if ended.returncode == 1 and not any(word in told for word in EXPECTED):
        raise ChildProcessError(told)
    raise damaged(name)


def _understood(answer: bytes) -> Workbook:
    said = json.loads(answer)
    if "reasons" in said:
        raise Refused(tuple(Reason(*reason) for reason in said["reasons"]))
    sheets = tuple(
        Sheet(
            name,
            tuple(map(tuple, rows)),
            first_row,
            frozenset(map(tuple, continued)),
            tuple(map(tuple, doubts)),
        )
        for name, rows, first_row, continued, doubts in said["sheets"]
    )
    return Workbook(sheets, tuple(said["notes"]))


def _answer() -> None:
    """What the child does: a name and a file on its standard input, texts or reasons as JSON on its standard output."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        name = json.loads(sys.stdin.buffer.readline())
        book = parse(sys.stdin.buffer.read(), name=name)
    except Refused as no:
        said: dict[str, object] = {
            "reasons": [[row.sentence, row.citation, row.remedy] for row in no.reasons]
        }
    else:
        sheets = [
            [row.name, row.rows, row.first_row, sorted(row.continued), row.doubts] for row in book.sheets
        ]
        said = {"sheets": sheets, "notes": book.notes}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    _answer()
