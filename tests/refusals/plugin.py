"""Listens to refusals while tests run: `--refusals=listen` reports the silent places, `--refusals=check` fails on news.

A place is heard when the very reason that it made stands in a `Refused` that was raised; a verdict that a page has
only drawn is not heard. Under xdist every worker hands what it has heard to the controller.
"""

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from tests.refusals.places import ROOT, Place, all_places
from tests.refusals.report import Heard, differences, summary, written

KEY = "refusals_heard"
LISTENING = "listening to refusals"


class Listener:
    """Patches `Reason` and `Refused` for the session; `heard` grows while tests run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.places = all_places()
        self.heard = Heard()
        self.test = ""
        self.said: dict[int, tuple[Any, Place]] = {}
        self.known: dict[tuple[int, int], Place | None] = {}

    def place_of(self, frame: FrameType | None) -> Place | None:
        while frame is not None and frame.f_code.co_filename.endswith(("kernel/verdict.py", "<string>")):
            frame = frame.f_back
        if frame is None or frame.f_code.co_filename not in self.places:
            return None
        key = (id(frame.f_code), frame.f_lasti)
        if key not in self.known:
            _, line, _, column = list(frame.f_code.co_positions())[frame.f_lasti // 2]
            places = self.places[frame.f_code.co_filename]
            self.known[key] = places.get((line or 0, column or 0))
        return self.known[key]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.test = item.nodeid
        self.said.clear()
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        # after collection, when Django is set up; the models behind these modules cannot be imported before
        from sanzhi.kernel.errors import Refused  # noqa: PLC0415
        from sanzhi.kernel.verdict import Reason  # noqa: PLC0415

        make, refuse = Reason.__init__, Refused.__init__

        def noted(reason: Any, *words: Any, **more: Any) -> None:
            make(reason, *words, **more)
            place = self.place_of(sys._getframe(1))
            if place is not None:
                self.said[id(reason)] = (reason, place)

        def raised(refusal: Any, reasons: Any) -> None:
            refuse(refusal, reasons)
            for reason in reasons:
                if id(reason) in self.said:
                    self.heard.note(self.said[id(reason)][1], by=self.test)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Reason, "__init__", noted)
            patch.setattr(Refused, "__init__", raised)
            return (yield)

    def pytest_testnodedown(self, node: Any) -> None:
        self.heard.add(getattr(node, "workeroutput", {}).get(KEY, {}))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput[KEY] = self.heard.plain()
        elif self.config.option.refusals == "check" and differences(self.heard):
            session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        target = ROOT / "var" / "refusals.txt"
        target.parent.mkdir(exist_ok=True)
        target.write_text(written(self.heard), encoding="utf-8")
        terminalreporter.write_line(summary(self.heard))
        if self.config.option.refusals == "check":
            for line in differences(self.heard):
                terminalreporter.write_line(line, red=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refusals",
        choices=("off", "listen", "check"),
        default="off",
        help="which places said no: report them, or also fail when the silent ones are not those of silent.yaml",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.option.refusals != "off":
        config.pluginmanager.register(Listener(config), LISTENING)
