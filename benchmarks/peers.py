"""Installs the peers of a benchmark into environments of their own, so that none becomes a dependency."""

import subprocess
import sys
import venv
from pathlib import Path

PLACE = Path(__file__).resolve().parents[1] / "var" / "bench-env"


def peer_python(name: str, *requirements: str) -> Path:
    """The interpreter of the environment `name` with `requirements`, made on first use."""
    folder = PLACE / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = folder / "requirements.txt"
    wanted = "\n".join(requirements)
    if not done.exists() or done.read_text() != wanted:
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *requirements], check=True)
        done.write_text(wanted)
    return python
