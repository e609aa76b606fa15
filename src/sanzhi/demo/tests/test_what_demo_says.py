"""What `manage.py demo` says at its end is so: an address only where something is served."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from sanzhi.demo.cast import PASSWORD, Bureau
from sanzhi.demo.management.commands import demo


@pytest.mark.parametrize("build_only", [True, False])
def test_an_address_is_named_where_something_is_served(
    bureau: Bureau, settings: Any, monkeypatch: pytest.MonkeyPatch, build_only: bool
) -> None:
    settings.SANZHI_DEMO, settings.SANZHI_PUBLIC_URL = True, "http://zhifa.example.gov.cn"
    called: list[str] = []
    monkeypatch.setattr(demo, "call_command", lambda name, **_: called.append(name))
    out = StringIO()
    call_command("demo", build_only=build_only, stdout=out)
    said = out.getvalue()
    assert ("http://" in said or ":8000" in said) is ("serve" in called) is not build_only
    assert ("没有启动服务。运行 manage.py demo 启动" in said) is build_only
    assert PASSWORD in said and "zhifa1" in said
