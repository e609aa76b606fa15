"""Every relaxation that fixed operators can plant in what refuses: five apps, the officers' policy, two procedures.

A relaxation is a replaced stretch of one file. Its id names file, function, operator and the stretch's own text, so it
stays the same while lines move. `chosen` draws a seeded sample that always contains the named core.
"""

import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tests.mutants.core import CORE, Core
from tests.mutants.operators import Edit, edits_of_module
from tests.mutants.tables import edits_of_deadlines, edits_of_procedure

ROOT = Path(__file__).resolve().parents[2]
APPS = ("cases", "penalty", "reviews", "recordings", "disclosure", "documents")
OFFICERS = "src/sanzhi/organisation/policies.py"
DEADLINES = "src/sanzhi/law/deadline_rules"
PROCEDURES = "catalogues/national/procedures/penalty-*.yaml"
# pages, addresses and print decide nothing
ASIDE = {"tests", "migrations", "models", "management"}
PAGES = {"views.py", "paper_views.py", "desk.py", "paper_desk.py", "urls.py", "apps.py", "testing.py"} | {
    f"{name}.py" for name in ("choices", "captions", "acts", "display", "docx", "rendering", "form_catalogue")
}
SEED, COUNT = 20260901, 24


@dataclass(frozen=True)
class Relaxation:
    """`start` and `end` are bytes of the file at `path` (relative to `root`), replaced by `replacement`."""

    id: str
    path: str
    line: int
    end_line: int
    operator: str
    description: str
    start: int = field(repr=False)
    end: int = field(repr=False)
    replacement: str = field(repr=False)
    root: Path = field(repr=False, compare=False, default=ROOT)

    @property
    def file(self) -> Path:
        return self.root / self.path

    @property
    def app(self) -> str:
        """The app whose tests should notice."""
        parts = self.path.split("/")
        return parts[2] if parts[0] == "src" and parts[2] in {*APPS, "organisation"} else "cases"

    def source(self) -> str:
        """The file's text with the relaxation in it."""
        text = self.file.read_bytes()
        return (text[: self.start] + self.replacement.encode() + text[self.end :]).decode()


@lru_cache
def relaxations(root: Path = ROOT) -> tuple[Relaxation, ...]:
    """All candidates, in the order of files and lines."""
    found: dict[str, Relaxation] = {}
    for path, edits in _edits(root):
        text = path.read_bytes()
        for edit in sorted(edits, key=lambda row: (row.start, row.operator, row.replacement)):
            made = _relaxation(root, path, edit=edit, text=text)
            number = 2
            while made.id in found and found[made.id] != made:
                made = _relaxation(root, path, edit=edit, text=text, number=number)
                number += 1
            found[made.id] = made
    return tuple(found.values())


def named(identity: str, root: Path = ROOT) -> Relaxation:
    """The relaxation of this id. Raises LookupError when there is none (any more)."""
    for row in relaxations(root):
        if row.id == identity:
            return row
    raise LookupError(f"no relaxation {identity}")


def core(root: Path = ROOT) -> dict[str, Relaxation]:
    """The named relaxations by name. Raises LookupError for a row of CORE that finds not exactly one."""
    candidates = relaxations(root)
    return {row.name: _only(row, candidates) for row in CORE}


def chosen(count: int = COUNT, *, seed: int = SEED, root: Path = ROOT) -> tuple[Relaxation, ...]:
    """The named core and then a seeded sample, `count` together (never fewer than the core)."""
    first = tuple(core(root).values())
    others = [row for row in relaxations(root) if row not in first]
    drawn = random.Random(seed).sample(others, min(max(0, count - len(first)), len(others)))
    return first + tuple(sorted(drawn, key=lambda row: (row.path, row.line)))


def _edits(root: Path) -> Iterable[tuple[Path, list[Edit]]]:
    source = root / "src" / "sanzhi"
    for app in APPS:
        for path in sorted((source / app).rglob("*.py")):
            if not ASIDE & set(path.relative_to(source).parts) and path.name not in PAGES:
                yield path, edits_of_module(path)
    yield root / OFFICERS, edits_of_module(root / OFFICERS)
    for path in sorted((root / DEADLINES).glob("*.py")):
        yield path, edits_of_deadlines(path, asked_by=[source / app for app in APPS])
    for path in sorted(root.glob(PROCEDURES)):
        yield path, edits_of_procedure(path)


def _relaxation(root: Path, path: Path, *, edit: Edit, text: bytes, number: int = 1) -> Relaxation:
    relative = path.relative_to(root).as_posix()
    was = text[edit.start : edit.end].decode()
    digest = hashlib.sha256(f"{was}→{edit.replacement}".encode()).hexdigest()[:6]
    short = relative.removeprefix("src/sanzhi/").removeprefix("catalogues/national/")
    identity = f"{short}:{edit.function}:{edit.operator}:{digest}{'' if number == 1 else f'.{number}'}"
    return Relaxation(
        id=identity,
        path=relative,
        line=text[: edit.start].count(b"\n") + 1,
        end_line=text[: edit.end].count(b"\n") + 1,
        operator=edit.operator,
        description=f"{edit.function}: {edit.description}",
        start=edit.start,
        end=edit.end,
        replacement=edit.replacement,
        root=root,
    )


def _only(row: Core, candidates: tuple[Relaxation, ...]) -> Relaxation:
    fitting = [
        made
        for made in candidates
        if made.path.endswith(row.file)
        and (made.id.split(":")[1], made.operator) == (row.function, row.operator)
        and row.words in made.description
    ]
    if len(fitting) != 1:
        raise LookupError(f"core relaxation “{row.name}”: {len(fitting)} candidates in {row.file}")
    return fitting[0]
