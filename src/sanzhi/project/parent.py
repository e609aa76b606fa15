"""A web process ends when the process that started it is gone: nobody would do the jobs, and the port would stay taken."""

import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess


def end_with_parent() -> None:
    """In a process that nobody started so, e.g. a test, nothing is watched."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent,), name="parent", daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)  # as if killed with it: what was committed stands, the rest was never confirmed to anybody
