"""Who acts at the command line: a sign-in name and its password, asked as the page asks them.

The password never stands on the command line, where history and process lists would keep it.
"""

import getpass
import os
import sys
from collections.abc import Callable

from sanzhi.kernel.actor import Actor

_finder: list[Callable[[str, str], Actor]] = []


def find_actor_with(finder: Callable[[str, str], Actor]) -> None:
    """Port: how a sign-in name and a password become an actor (set in project/wiring.py)."""
    _finder[:] = [finder]


def actor_at_the_shell(user: str) -> Actor:
    """Raises Refused where name and password do not fit, NotVisible for who does not serve."""
    return _finder[0](user, password_of(f"{user}的密码："))


def password_of(prompt: str, *, variable: str = "ACTOR_PASSWORD") -> str:
    """From the environment, from what is piped in, or asked without an echo."""
    if given := os.environ.get(variable):
        return given
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
