"""Lists of 5,000 rows: a sheet previewed, two editions compared, public pages asked, the first paint on a slow phone.

No peer does this work as a whole, so the figures stand against the limits that we promise. The bureau, its list of
5,000 powers and the sheet are made by the commands, in a process and a database of their own.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.measurement import Measurement
from benchmarks.pages import _memory

ROOT = Path(__file__).resolve().parents[1]
ROWS, ROUNDS, PAINTS, PORT = 5000, 60, 5, 8766
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# WebPageTest's "3G": 1.6 Mbit/s down, 768 kbit/s up, 300 ms round trip
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 768e3 / 8}
PAGES = (
    "/powers/",
    "/powers/?q=占道&page=3",
    "/powers/P2500/",
    "/lists/powers/changes/",
    "/search/?q=摆摊",
    "/lists/",
)


def run() -> list[Measurement]:
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {**os.environ, "SANZHI_VAR_DIR": folder, "SANZHI_DEMO": "1"}
        surroundings["SANZHI_PUBLIC_URL"] = f"http://127.0.0.1:{PORT}"
        surroundings.pop("SANZHI_DATABASE_URL", None)
        _process("build", surroundings)
        seconds, memory = map(float, _process("preview", surroundings).split())
        compared = float(_process("diff", surroundings))
        pages = [line.split("\t") for line in _process("pages", surroundings).splitlines()]
        painted = _first_paint(surroundings)
    found = [
        _at_most(f"清单：{ROWS}行表格导入预览", "秒", ours=seconds, most=5),
        _at_most(f"清单：{ROWS}行表格导入预览的内存", "MiB", ours=memory, most=300),
        _at_most(f"清单：两版各{ROWS}行的比较", "秒", ours=compared, most=1),
    ]
    found += [
        _at_most(f"公示 {path}（{ROWS}行）", "毫秒 p95", ours=float(slow), most=60) for path, slow in pages
    ]
    return found + (
        [_at_most(f"公示 /powers/ 首次绘制，3G（{ROWS}行）", "毫秒", ours=painted, most=1000)]
        if painted
        else []
    )


def _at_most(name: str, unit: str, *, ours: float, most: float) -> Measurement:
    return Measurement(name, unit, ours, "", most, most / ours if ours else 999.0, 1.0)


def _process(part: str, surroundings: dict[str, str]) -> str:
    program = [sys.executable, "-m", "benchmarks.lists", part]
    done = subprocess.run(program, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.strip()


def _first_paint(surroundings: dict[str, str]) -> float | None:
    """Median milliseconds to the first contentful paint of the list, nothing cached; None without a browser."""
    if not Path(CHROMIUM).exists():
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--bind", f"127.0.0.1:{PORT}"], cwd=ROOT, env=surroundings
    )
    try:
        _wait(f"http://127.0.0.1:{PORT}/healthz")
        urllib.request.urlopen(f"http://127.0.0.1:{PORT}/powers/", timeout=20).read()
        times = []
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for _ in range(PAINTS):
                context = browser.new_context(viewport={"width": 390, "height": 844})
                page = context.new_page()
                session = context.new_cdp_session(page)
                session.send("Network.enable")
                session.send("Network.emulateNetworkConditions", SLOW)
                page.goto(f"http://127.0.0.1:{PORT}/powers/")
                assert not page.locator("script").count(), "the public page must be readable without a script"
                entry = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
                page.wait_for_function(entry)
                times.append(float(page.evaluate(entry)))
                context.close()
            browser.close()
        return statistics.median(times)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError(f"{url} did not answer")


def _build() -> None:
    """The bureau with a second edition of 5,000 powers in force, and the sheet that changes some of them."""
    from django.core.management import call_command  # noqa: PLC0415

    from sanzhi.catalogues import commands, sheets  # noqa: PLC0415
    from sanzhi.demo.cast import found_bureau  # noqa: PLC0415
    from sanzhi.kernel import clock  # noqa: PLC0415
    from sanzhi.kernel.db import in_haste  # noqa: PLC0415
    from sanzhi.kernel.sheets import writing  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with in_haste(), clock.moved(clock.now() - timedelta(days=3)):
        bureau = found_bureau()
        clock.advance(timedelta(days=1))
        lawyer, justice, code = bureau.actor("fazhi"), bureau.actor("jiandu"), bureau.authority.code
        edition = commands.start_edition(lawyer, commands.StartEdition(authority=code, kind="powers"))
        models = [row.content for row in edition.rows.all()]
        commands.import_rows(
            lawyer,
            commands.ImportRows(
                edition=edition.pk,
                rows=[_numbered(models[n % len(models)], n) for n in range(ROWS)],
                remove=[row["code"] for row in models],
                source="测量",
            ),
        )
        table = sheets.table_of(edition, ())
        changed = tuple(
            (*cells[:-1], "改" if n % 50 == 0 else cells[-1]) for n, cells in enumerate(table.rows)
        )
        content = writing.xlsx(writing.Table(table.title, table.lines, table.columns, changed))
        (Path(os.environ["SANZHI_VAR_DIR"]) / "sheet.xlsx").write_bytes(content)
        commands.submit_edition(lawyer, commands.SubmitEdition(edition=edition.pk))
        commands.approve_edition(justice, commands.ApproveEdition(edition=edition.pk))
        commands.put_in_force(lawyer, commands.PutInForce(edition=edition.pk))


def _numbered(model: dict[str, Any], n: int) -> dict[str, Any]:
    """The `n`-th power, like `model` but for its code and title."""
    return {**model, "code": f"P{n:04d}", "title": f"{model['title'][:80]}（{n}）"}


def _edition() -> Any:
    from sanzhi.catalogues.models import Edition  # noqa: PLC0415

    return Edition.objects.get(kind="powers", status="in_force")


def _preview() -> None:
    from sanzhi.catalogues import sheets  # noqa: PLC0415
    from sanzhi.kernel.sheets.reading import read_workbook  # noqa: PLC0415

    edition = _edition()
    held: list[float] = []
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(held, ended))
    watcher.start()
    started = time.perf_counter()
    content = (Path(os.environ["SANZHI_VAR_DIR"]) / "sheet.xlsx").read_bytes()
    sheet = read_workbook(content, name="sheet.xlsx").sheets[0]
    header = sheets.header_of(edition.kind, sheet)
    assert header is not None
    looked = sheets.preview(edition, sheet, last_heading=header.last, columns=header.columns)
    seconds = time.perf_counter() - started
    assert (looked.count("changed"), looked.count("same")) == (ROWS // 50, ROWS - ROWS // 50), [
        row for row in looked.rows if row.state == "wrong"
    ][:1]
    ended.set()
    watcher.join()
    print(seconds, max(held))


def _watch(held: list[float], ended: threading.Event) -> None:
    """MiB held by this process and its children together, looked at every few milliseconds (Linux)."""
    while not ended.wait(0.005):
        held.append(_memory(os.getpid()))


def _diff() -> None:
    """Two editions read and compared where one row in two has changed."""
    from sanzhi.catalogues import desk  # noqa: PLC0415
    from sanzhi.catalogues.diff import compare  # noqa: PLC0415

    edition = _edition()
    started = time.perf_counter()
    before, after = desk.rows_for_diff(edition), desk.rows_for_diff(edition)
    after = [
        (code, title, {**content, "note": f"改{code}"} if n % 2 else content)
        for n, (code, title, content) in enumerate(after)
    ]
    diff = compare(edition.kind, before, after=after)
    assert len(diff.changed) == ROWS // 2
    print(time.perf_counter() - started)


def _pages() -> None:
    from django.test import Client  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    for path in PAGES:
        assert client.get(path).status_code == 200, path
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            client.get(path)
            times.append((time.perf_counter() - started) * 1000)
        print(f"{path}\t{statistics.quantiles(times, n=20)[-1]:.1f}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
    import django

    django.setup()
    {"build": _build, "preview": _preview, "diff": _diff, "pages": _pages}[sys.argv[1]]()
