"""The four ways in which something does not happen. Everything else is a bug and crashes the request."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanzhi.kernel.verdict import Reason


class Refused(Exception):
    """A lawful no (HTTP 409): nothing was written; `reasons` holds every unmet condition."""

    def __init__(self, reasons: "tuple[Reason, ...]") -> None:
        self.reasons = reasons
        super().__init__("；".join(str(reason) for reason in reasons))


class NotVisible(Exception):
    """The thing does not exist for this actor (HTTP 404); which of the two is not said."""


class Undelivered(Exception):
    """The outside world did not take it. `permanent` ends the retries."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        self.reason = reason
        self.permanent = permanent
        super().__init__(reason)


class NothingRecorded(Exception):
    """A command ended without a journal entry: silence is a bug, and the transaction rolls back."""


class WrittenOutsideCommand(Exception):
    """A recorded table was written while no command of its own app was open."""
