"""One line of a benchmark's result."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """`ours` and `peer_value` in `unit`; `ratio` says how many times better ours is; `target` the least ratio.

    A measurement without a peer has `peer=""` and, as ratio, the share of an absolute target.
    """

    name: str
    unit: str
    ours: float
    peer: str
    peer_value: float | None
    ratio: float | None
    target: float | None

    @property
    def met(self) -> bool:
        return self.target is None or (self.ratio is not None and self.ratio >= self.target)


def compared(
    name: str, unit: str, *, ours: float, peer: str, peer_value: float, target: float
) -> Measurement:
    """A measurement where more is better (per second)."""
    return Measurement(name, unit, ours, peer, peer_value, ours / peer_value, target)
