"""Articles per second: a statute read from its text, and imported by the command with journal entry and search index.

Reads the folder of SANZHI_LAWS_DIR or ../shared/laws, without either an invented statute of 2000 articles. No peer
does this work, so importing stands against the limit that we promise; a line that is not understood refuses its file.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measurement import Measurement

ROOT = Path(__file__).resolve().parents[1]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR") or ROOT.parent / "shared" / "laws")
INVENTED = 2000


def run() -> list[Measurement]:
    """Articles per second of reading and of importing; the import on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        reading, importing, count = _rates(folder)
    named = f"（{count:.0f}条）"
    return [
        Measurement(f"法条：读出编章节条款项{named}", "条/秒", reading, "", None, None, None),
        Measurement(f"法条：导入、入日志、可检索{named}", "条/秒", importing, "", 200, importing / 200, 1.0),
    ]


def texts() -> list[tuple[str, str]]:
    """(file name, text) of every statute at hand."""
    files = sorted(LAWS.glob("*.md"))
    return [(file.name, file.read_text(encoding="utf-8-sig")) for file in files] or [_invented()]


def _invented() -> tuple[str, str]:
    article = "第{}条 在公共场所焚烧落叶的，由主管部门责令改正；拒不改正的，按照下列规定处理：\n\n（一）教育；\n\n（二）罚款。\n"
    body = "\n".join(article.format(number) for number in range(1, INVENTED + 1))
    return "某市落叶管理条例(2020-01-01).md", f"# 某市落叶管理条例\n\n{body}"


def _rates(folder: str) -> tuple[float, float, float]:
    surroundings = {
        **os.environ,
        "SANZHI_VAR_DIR": folder,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings"),
    }
    surroundings.pop("SANZHI_DATABASE_URL", None)
    program = [sys.executable, "-m", "benchmarks.statutes"]
    done = subprocess.run(program, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    reading, importing, count = map(float, done.stdout.split())
    return reading, importing, count


def _ours() -> None:
    """Runs in a process of its own, on a database of its own."""
    import django  # noqa: PLC0415 - this process only

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from sanzhi.kernel.actor import system  # noqa: PLC0415
    from sanzhi.law.statute_text import parse_statute  # noqa: PLC0415
    from sanzhi.statutes.commands import ImportStatute, import_statute  # noqa: PLC0415
    from sanzhi.statutes.models import Article  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    found = texts()
    start = time.perf_counter()
    count = sum(len(parse_statute(text, name=name).articles) for name, text in found)
    print(count / (time.perf_counter() - start))
    start = time.perf_counter()
    for name, text in found:
        import_statute(system(), ImportStatute(name=name, text=text))
    print(count / (time.perf_counter() - start))
    assert Article.objects.count() == count
    print(count)


if __name__ == "__main__":
    _ours()
