"""Fines that were read by hand in six regulations, where those are at hand: as many are found as the bench promises."""

import pytest

from benchmarks import penalties_by_hand

LAWS = penalties_by_hand.compared()


@pytest.mark.skipif(not LAWS, reason="the clauses read by hand are not at hand")
@pytest.mark.parametrize("title", LAWS)
def test_the_clauses_read_by_hand_are_read(title: str) -> None:
    wanted, read = LAWS[title]
    assert (wanted - read, read - wanted) == ({}, {})
