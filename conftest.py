"""What every test of the tree shares: the bureau and its stories, and the ear for refusals."""

import gc
import os

pytest_plugins = ("tests.refusals.plugin", "tests.stories")


def pytest_configure() -> None:
    """The collector does not go through the whole house each time: a tenth of the time of a run."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    # no test cuts the power of the machine, and what a killed process wrote is there without waiting for the disk
    os.fsync = lambda _: None
