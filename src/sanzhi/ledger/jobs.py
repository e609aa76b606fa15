"""What the worker does for the ledger: number and publish, every few seconds."""

from datetime import timedelta

from sanzhi.kernel.jobs import periodic
from sanzhi.ledger.sequencing import sequence


@periodic("ledger.sequence", every=timedelta(seconds=5))
def sequence_waiting() -> None:
    sequence()
