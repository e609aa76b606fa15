"""The clerk's own tools: what is made short still fails, what is written down comes back, a bend changes one thing."""

import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lawful.clerk import replays
from tests.lawful.clerk.acts import Act, Alien, Day, Ref, Unmade, Who, resolved
from tests.lawful.clerk.bends import bends_at
from tests.lawful.clerk.near import sums_near
from tests.lawful.clerk.replays import Broken, Replay, plain, symbolic
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.shrink import shrunk
from tests.lawful.clerk.world import FOUNDED

ROOT = Path(__file__).resolve().parents[2]
SYMBOLS = st.one_of(
    st.text(max_size=8),
    st.booleans(),
    st.builds(Ref, st.text(min_size=1, max_size=8)),
    st.builds(Who, st.text(min_size=1, max_size=8)),
    st.builds(Alien, st.text(min_size=1, max_size=8)),
    st.builds(
        Day, st.integers(-400, 400), st.none() | st.integers(0, 86399).map(lambda n: timedelta(seconds=n))
    ),
)


@given(st.sets(st.integers(0, 59), min_size=1, max_size=6))
def test_what_is_made_short_is_exactly_what_it_takes(needed: set[int]) -> None:
    kept = shrunk(tuple(range(60)), fails=lambda part: needed <= set(part), tries=5000)
    assert set(kept) == needed and list(kept) == sorted(kept)


def test_it_stops_when_the_tries_are_used_up_and_still_fails() -> None:
    kept = shrunk(tuple(range(60)), fails=lambda part: {3, 50} <= set(part), tries=4)
    assert {3, 50} <= set(kept)


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=6).filter(
            lambda name: name not in {"made", "person", "alien", "day", "at"}
        ),
        SYMBOLS | st.lists(SYMBOLS, max_size=3),
        max_size=5,
    )
)
def test_an_order_written_down_comes_back(order: dict[str, object]) -> None:
    assert symbolic(plain(order)) == order


def test_every_bend_is_a_single_change() -> None:
    acts = (
        Act("register_lead", "cases.register_lead", "zhifa1", {"place": "某路"}),
        Act(
            "complete_step",
            "cases.complete_step",
            "zhifa1",
            {"case": Ref("register_lead")},
            timedelta(days=2),
        ),
    )
    road = Road("short", FOUNDED, acts)
    bends = list(bends_at(road, 1))
    assert {"skip", "repeat", "person", "session", "clock", "foreign"} <= {bend.kind for bend in bends}
    for bend in bends:
        assert bend.applied(acts)[0] == acts[0]
        assert bend.applied(acts) != acts


def test_a_ledger_that_cannot_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replays, "KNOWN", tmp_path / "known.yaml")
    monkeypatch.setattr(replays, "FOLDER", tmp_path)
    with pytest.raises(Broken, match="不在"):
        replays.ledger()
    for text in ("", "- a", "breaches: []", "{", "breaches: 7\ncrashes: []\ndemo: []"):
        replays.KNOWN.write_text(text, encoding="utf-8")
        with pytest.raises(Broken, match="读不出来"):
            replays.ledger()
    with pytest.raises(Broken, match="不在"):
        replays.read("2_1-words_that_decide")
    (tmp_path / "odd.yaml").write_text("name: odd", encoding="utf-8")
    with pytest.raises(Broken, match="读不出来"):
        replays.read("odd")


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        ({"rule": "12.1", "replay": "one"}, "登记的是12.1，重放说的是2.1"),
        ({"crash": "decide: KeyError", "replay": "one"}, "登记的是decide: KeyError，重放说的是2.1"),
        ({"rule": "999.9", "replay": "strange"}, "判官没有规则999.9"),
        ({"rule": "2.1", "replay": "one"}, "没有路线nowhere"),
    ],
)
def test_a_row_that_does_not_fit_its_replay_stands_for_nothing(
    row: dict[str, str], trouble: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.lawful.clerk.known import _trouble  # noqa: PLC0415 - needs Django

    monkeypatch.setattr(replays, "FOLDER", tmp_path)
    replays.write(Replay("one", "2.1", "words_that_decide", "nowhere", ()))
    replays.write(Replay("strange", "999.9", "x", "nowhere", ()))
    assert _trouble(cast("Any", None), {}, row=row) == trouble


@pytest.mark.parametrize(
    "words", [["walk", "--steps", "0"], ["walk", "--seconds", "nan"], ["demo", "--cases", "-3"]]
)
def test_a_walk_of_no_steps_is_refused(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.lawful.clerk", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and "应当是大于零的整数" in done.stderr


def test_a_reference_to_what_was_never_made_is_told_apart_from_a_crash() -> None:
    world = {"now": FOUNDED, "people": {"zhifa1": 7}, "aliens": {}}
    order = {"case": Ref("register_lead"), "officers": [Who("zhifa1")], "on": Day(-1)}
    done = resolved(order, {"register_lead": 12}, **world)
    assert done == {"case": 12, "officers": [7], "on": FOUNDED.date() - timedelta(days=1)}
    for wrong in (order, {"case": Alien("closed_case")}):
        with pytest.raises(Unmade):
            resolved(wrong, {}, **world)


def test_sums_near_are_told_and_a_little_more_and_nothing_and_no_sum() -> None:
    near = list(sums_near(Decimal(500)))
    assert {Decimal(501), Decimal("499.99"), Decimal(1000), None, "NaN"} <= set(near)
