"""Every address with what no link of ours says after its `?`: an answer of an ordinary size, soon, and never a crash."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from string import Template
from urllib.parse import quote

import pytest
from django.test import Client

import sanzhi
from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs
from tests.permissions.ground import PERSONS, TABLE, ground
from tests.permissions.test_addresses import STRANGER, clients

SOURCE = Path(sanzhi.__file__).parent
# what a view asks of its query: by name, or of a form that it also takes by POST
READ = re.compile(r'(?:GET|said)\.get\(\s*"(\w+)"')
VALUES = {
    "digits": "9" * 6000,
    "negative": "-1",
    "zero": "0",
    "letters": "abc",
    "long": quote("长" * 20_000),
    "control": "%07%1b",
    "noncharacter": quote("\U000f0000\uffff\u0378"),
    "surrogate": "%ED%A0%80",
    "nul": "a%00b",
}
QUICK = ("digits", "negative", "letters")  # the others `make check` asks
LARGEST = 1 << 20  # bytes of an answer
LONGEST = 10.0  # seconds: a hang is seen, a busy machine is not


def names() -> list[str]:
    """The parameters that views read, from their text."""
    return sorted({name for file in SOURCE.rglob("*.py") for name in READ.findall(file.read_text("utf-8"))})


def wrong_with(client: Client, path: str) -> str:
    began = time.monotonic()
    answer = client.get(path)
    size = 0 if answer.streaming else len(answer.content)
    took = time.monotonic() - began
    if answer.status_code >= 500 or size > LARGEST or took > LONGEST:
        return f"{path[:120]} {answer.status_code} {size} bytes {took:.1f} s"
    return ""


def test_the_parameters_are_found() -> None:
    assert {"page", "q", "state", "proceeding", "kind", "token", "next", "respondent"} <= set(names())


@pytest.mark.parametrize(
    "value",
    [pytest.param(value, marks=() if value in QUICK else pytest.mark.processes) for value in VALUES],
)
def test_nonsense_after_the_question_mark(tell: Callable[..., Story], value: str) -> None:
    story = tell(stop="performance", cause="C05", fine=8000)
    jobs.run_due()
    publish(story.bureau, story.case)
    place = ground(story)
    at_desk = clients(place)
    wrong = []
    for path, group in TABLE["addresses"].values():
        let_in = TABLE["groups"][group].split() or PERSONS
        client = at_desk[STRANGER if STRANGER in let_in else let_in[0]]
        asked = Template(path).substitute(place.known)
        together = "&".join(f"{name}={VALUES[value]}" for name in names())
        wrong += [wrong_with(client, f"{asked}?{query}") for query in (f"page={VALUES[value]}", together)]
    assert not any(wrong), "\n".join(filter(None, wrong))
