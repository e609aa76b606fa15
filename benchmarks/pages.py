"""Every page of the demonstration: how many queries, how long at the 95th percentile, how much memory.

The pages are asked in process, by the same WSGI application, so that queries can be counted; the demonstration is
built first if it is not there, and its time is measured too.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.measurement import Measurement

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "bench-demo"
ROUNDS = 40
MOST_QUERIES, SLOWEST, MEMORY, FIRST, SECOND = 12, 60.0, 400.0, 180.0, 10.0


def run() -> list[Measurement]:
    surroundings = {**os.environ, "SANZHI_DEMO": "1", "SANZHI_VAR_DIR": str(FOLDER)}
    surroundings["SANZHI_PUBLIC_URL"] = "http://127.0.0.1:8765"
    built = first_start(surroundings)
    second, memory = second_start(surroundings)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.pages"],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    found = [
        _at_most("首次建立演示（含装环境）", "秒", ours=built, most=FIRST),
        _at_most("再次启动演示", "秒", ours=second, most=SECOND),
        _at_most("服务内存（全部进程）", "MiB", ours=memory, most=MEMORY),
        _at_most("最多查询数的页面", "次", ours=max(float(row[1]) for row in rows), most=MOST_QUERIES),
        _at_most("最慢页面的 p95", "毫秒", ours=max(float(row[2]) for row in rows), most=SLOWEST),
    ]
    for path, queries, slow in rows:
        found.append(
            Measurement(f"页面 {path}（{queries}次查询）", "毫秒 p95", float(slow), "", None, None, None)
        )
    return found


def _at_most(name: str, unit: str, *, ours: float, most: float) -> Measurement:
    """A figure that must stay below `most`; the ratio is how many times below."""
    return Measurement(name, unit, ours, "", most, most / ours if ours else 999.0, 1.0)


def first_start(surroundings: dict[str, str]) -> float:
    """Seconds from nothing to a built demonstration: environment, packages, data."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [
            python,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--require-hashes",
            "-r",
            "requirements/base.txt",
        ]
        subprocess.run(install, cwd=ROOT, check=True, capture_output=True)
        build = [python, "manage.py", "demo", "--build-only"]
        subprocess.run(build, cwd=ROOT, env=surroundings, check=True, capture_output=True)
    return time.monotonic() - started


def second_start(surroundings: dict[str, str]) -> tuple[float, float]:
    """Seconds until the built demonstration serves a page, and the memory of all its processes after some pages."""
    started = time.monotonic()
    command = [sys.executable, "manage.py", "demo", "--bind", "127.0.0.1:8765"]
    server = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.monotonic() - started < 60:
            try:
                with urllib.request.urlopen("http://127.0.0.1:8765/", timeout=2):
                    break
            except OSError:
                time.sleep(0.1)
        seconds = time.monotonic() - started
        for path in ("/", "/decisions/", "/powers/", "/laws/", "/procedures/penalty/ordinary/") * 10:
            urllib.request.urlopen("http://127.0.0.1:8765" + path, timeout=5).read()
        return seconds, _memory(server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _memory(pid: int) -> float:
    """Resident memory in MiB of a process and its children (Linux)."""
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if str(pid) in {fields["Pid"].strip(), fields["PPid"].strip()}:
            total += float(fields.get("VmRSS", "0 kB").split()[0]) / 1024
    return total


def measure_pages() -> None:
    """Print path, queries and p95 of every page (runs inside the demonstration's own environment)."""
    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
    import django  # noqa: PLC0415

    django.setup()
    from django.contrib.auth.models import User  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from benchmarks.crowd import crowd  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    backend = "sanzhi.organisation.backends.OfficerBackend"

    def measure(username: str, path: str, *, label: str = "") -> None:
        if username:
            client.force_login(User.objects.get(username=username), backend=backend)
        assert client.get(path).status_code == 200, path
        asked: list[str] = []
        with connection.execute_wrapper(
            lambda run, sql, *rest, seen=asked: (seen.append(sql), run(sql, *rest))[1]
        ):
            client.get(path)
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            client.get(path)
            times.append((time.perf_counter() - started) * 1000)
        print(f"{label}{path}\t{len(asked)}\t{statistics.quantiles(times, n=20)[-1]:.1f}", flush=True)

    for username, path in _pages():
        measure(username, path)
    for username, path in _pages_in_the_crowd(crowd()):
        measure(username, path, label="一万件、五个程序、百份文书：")


def _pages_in_the_crowd(large: int) -> list[tuple[str, str]]:
    """Every tab of the large case, a lane of it, one of its papers, and the desks and lists of a bureau with so many."""
    from sanzhi.cases.models import Paper, Proceeding  # noqa: PLC0415

    lane = Proceeding.objects.filter(case=large).latest("id").pk
    paper = Paper.objects.filter(proceeding__case=large).latest("id").document_id
    tabs = ["", "papers/", "evidence/", "timeline/", "editions/", f"papers/{paper}/", f"?proceeding={lane}"]
    found = [("juzhang", f"/office/cases/{large}/{tab}") for tab in tabs]
    found += [("juzhang", f"/office/recordings/case/{large}/")]
    desks = ["/office/", "/office/cases/", "/office/cases/?q=占道", "/office/cases/?page=50"]
    return found + [(who, path) for who in ("zhifa1", "juzhang") for path in desks]


PUBLIC = """
/ /decisions/ /powers/ /powers/C01/ /officers/ /procedures/ /laws/ /verify/ /procedures/penalty/ordinary/ /search/?q=占道
/ledger/ /laws/cite/?q=行政处罚法第五十八条
"""


def _public_pages() -> list[tuple[str, str]]:
    from sanzhi.publications.models import Paper, Publication  # noqa: PLC0415
    from sanzhi.statutes.models import Version  # noqa: PLC0415

    found = [*PUBLIC.split(), f"/decisions/{Publication.objects.filter(status='live').latest('id').slug}/"]
    found.append(f"/verify/{Paper.objects.latest('id').token}/")
    version = Version.objects.first()
    return [("", path) for path in (*found, *([f"/laws/{version.pk}/"] if version else []))]


def _pages() -> list[tuple[str, str]]:
    """All kinds of pages, with who looks: the busiest open cases, a closed one, the desks, the portal."""
    from sanzhi.cases.models import Proceeding  # noqa: PLC0415
    from sanzhi.disclosure.models import Release  # noqa: PLC0415
    from sanzhi.documents.models import Document  # noqa: PLC0415
    from sanzhi.reviews.models import Review  # noqa: PLC0415

    pages = _public_pages()
    for username in ("zhifa1", "juzhang", "fazhi", "gongshi"):
        pages += [(username, "/office/")]
    pages += [
        ("juzhang", path)
        for path in ("/office/cases/", "/office/reviews/", "/office/disclosure/", "/office/recordings/")
    ]
    running = Proceeding.objects.filter(closed_on=None)
    steps = sorted(set(running.values_list("step", flat=True)))
    closed = Proceeding.objects.exclude(closed_on=None).earliest("id").case
    shown = [running.filter(step=step).latest("id").case_id for step in steps]
    pages += [("juzhang", f"/office/cases/{case}/") for case in (*shown, closed.pk)]
    pages += [("juzhang", f"/office/cases/{closed.pk}/{tab}/") for tab in ("papers", "evidence", "timeline")]
    document = Document.objects.filter(form="D41").first()
    pages += [("juzhang", f"/office/cases/{document.subject.partition(':')[2]}/papers/{document.pk}/")]
    pages += [
        ("juzhang", f"/office/recordings/case/{closed.pk}/"),
        ("zhifa1", "/office/cases/do/register_lead/"),
    ]
    pages += [("fazhi", f"/office/reviews/{Review.objects.latest('id').pk}/")]
    pages += [("gongshi", f"/office/disclosure/{Release.objects.latest('id').pk}/")]
    return [*pages, *_pages_of_lists(closed.pk)]


def _pages_of_lists(case: int) -> list[tuple[str, str]]:
    """The lists and the laws, public and at the desk: a long list in force, one that was returned, an item."""
    from sanzhi.amendments.models import Adjustment  # noqa: PLC0415
    from sanzhi.catalogues.models import Edition  # noqa: PLC0415
    from sanzhi.statutes.models import Version  # noqa: PLC0415

    lists = [
        "",
        "guides/",
        "guides/FW-01/",
        "spot_checks/changes/",
        "spot_checks/editions/1/",
        "posts/screen/",
    ]
    pages = [("", f"/lists/{path}") for path in lists] + [
        ("", "/lists/discretion.json"),
        ("", "/lists/powers.csv"),
    ]
    version = Version.objects.filter(is_current=True).first()
    pages += [("", f"/laws/{version.pk}/1/")] if version else []
    running = Edition.objects.get(kind="powers", status="in_force")
    returned = Edition.objects.get(kind="guides", status="returned")
    office = ["/office/lists/", f"/office/lists/{running.pk}/", f"/office/lists/{running.pk}/rows/C01/"]
    office += [
        f"/office/lists/{returned.pk}/{path}"
        for path in ("", "rows/FW-03/", "changes/", "do/fill_column/", "do/upload/")
    ]
    office += [f"/office/cases/{case}/editions/", "/office/laws/", "/office/adjustments/"]
    office += [f"/office/laws/{version.statute_id}/"] if version else []
    item = Adjustment.objects.first()
    office += [f"/office/adjustments/{item.pk}/"] if item else []
    return pages + [("fazhi", path) for path in office]


if __name__ == "__main__":
    measure_pages()
