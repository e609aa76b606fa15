"""Plants one relaxation in this process before Django is set up; the checkout is never written.

The module is served from memory with the relaxation in it. For a table, the settings are served with a line more:
the catalogues come from a copied folder. `install()` reads SANZHI_PLANT and takes it out of the environment, because
a process that was not told to plant refuses to start with it.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from tests.mutants.relaxations import Relaxation, named

VARIABLE = "SANZHI_PLANT"
SETTINGS = "sanzhi.project.settings"
CATALOGUES = "catalogues/"


class Served(SourceFileLoader):
    """A module whose text is another than its file's; nothing of it is cached."""

    def __init__(self, fullname: str, path: str, *, text: str) -> None:
        super().__init__(fullname, path)
        self.text = text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.text, self.path, "exec", dont_inherit=True)


class Planted(MetaPathFinder):
    """Finds one module only."""

    def __init__(self, module: str, path: Path, *, text: str) -> None:
        self.module, self.path, self.text = module, path, text

    def find_spec(  # noqa: PLR0917 - as the interpreter calls it
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.module:
            return None
        loader = Served(fullname, str(self.path), text=self.text)
        folders = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return spec_from_file_location(fullname, self.path, loader=loader, submodule_search_locations=folders)


@contextmanager
def planted(relaxation: Relaxation) -> Iterator[None]:
    """Within the block the relaxed module is what gets imported. Refuses when it has been imported already."""
    finder = _finder(relaxation)
    if finder.module in sys.modules:
        raise RuntimeError(f"{finder.module} is imported already; plant in a fresh process")
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def install() -> Relaxation | None:
    """Plant what SANZHI_PLANT names, for the life of the process; without it do nothing."""
    identity = os.environ.pop(VARIABLE, "")
    if not identity:
        return None
    relaxation = named(identity)
    block = planted(relaxation)
    block.__enter__()
    atexit.register(block.__exit__, None, None, None)
    return relaxation


def _finder(relaxation: Relaxation) -> Planted:
    if not relaxation.path.startswith(CATALOGUES):
        parts = relaxation.path.removeprefix("src/").removesuffix(".py").split("/")
        return Planted(".".join(parts).removesuffix(".__init__"), relaxation.file, text=relaxation.source())
    copy = _copied(relaxation)
    settings = relaxation.root / "src" / "sanzhi" / "project" / "settings.py"
    text = settings.read_text(encoding="utf-8") + f"\nSANZHI_CATALOGUES_DIR = Path({str(copy)!r})\n"
    return Planted(SETTINGS, settings, text=text)


def _copied(relaxation: Relaxation) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="catalogues-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(relaxation.root / CATALOGUES, folder, dirs_exist_ok=True)
    (folder / relaxation.path.removeprefix(CATALOGUES)).write_text(relaxation.source(), encoding="utf-8")
    return folder
