"""Who acts at the command line: a sign-in name and its password, asked as the page asks them.

The password never stands on the command line, where history and process lists would keep it.
"""

import getpass
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable

from django.contrib.auth import get_user_model

from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.verdict import Reason

_finder: list[Callable[[str, str], Actor]] = []


def find_actor_with(finder: Callable[[str, str], Actor]) -> None:
    """Port: how a sign-in name and a password become an actor (set in project/wiring.py)."""
    _finder[:] = [finder]


def actor_at_the_shell(user: str) -> Actor:
    """Raises Refused where name and password do not fit, NotVisible for who does not serve."""
    return _finder[0](user, password_of(f"{user}的密码："))


def ask_who(parser: ArgumentParser) -> None:
    """The option of a program that changes laws, lists or keys; `keeper_at_the_shell` takes it."""
    parser.add_argument("--as", dest="user", default="", metavar="用户名", help="已经有人员的，写明由谁执行")


def keeper_at_the_shell(user: str) -> Actor:
    """The machine until anybody can sign in (the first set-up), from then on a person. Raises Refused."""
    if not user and not get_user_model().objects.exists():
        return system()
    if not user:
        raise Refused((Reason("请用 --as 用户名 说明由谁执行，会问他的密码。"),))
    try:
        return actor_at_the_shell(user)
    except NotVisible as unseen:
        raise Refused((Reason("没有找到，或无权办理。"),)) from unseen


def password_of(prompt: str, *, variable: str = "ACTOR_PASSWORD") -> str:
    """From the environment, from what is piped in, or asked without an echo."""
    if given := os.environ.get(variable):
        return given
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
