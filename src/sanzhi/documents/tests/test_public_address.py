"""A QR code leads to where strangers can look, or the paper is not issued."""

from typing import Any

import pytest

from sanzhi.documents import queries
from sanzhi.documents.tests.bureau import Bureau
from sanzhi.documents.tests.test_documents import bureau, issued
from sanzhi.kernel.addresses import leads_anywhere, served_on
from tests.stories import reasons

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unprinted")]
__all__ = ["bureau"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "没有设置公示网的外部地址"),
        ("http://localhost:8000", "http://localhost:8000，别人的手机打不开"),
        ("http://127.0.0.1:8000", "别人的手机打不开"),
        ("http://0.0.0.0:8000", "别人的手机打不开"),
        ("http://[::1]:8000", "别人的手机打不开"),
        ("http://127.1", "http://127.1，别人的手机打不开"),
        ("http://localhost.localdomain", "别人的手机打不开"),
    ],
)
def test_without_a_public_address_no_paper_is_issued(
    bureau: Bureau, settings: Any, url: str, said: str
) -> None:
    settings.SANZHI_PUBLIC_URL, settings.SANZHI_DEMO = url, False
    told = reasons(lambda: issued(bureau, "D41"))
    assert said in told and "不能制发文书" in told and "SANZHI_PUBLIC_URL" in told
    settings.SANZHI_PUBLIC_URL = "https://zhifa.example.gov.cn"
    token = issued(bureau, "D41").token
    assert queries.verification_url(str(token)) == f"https://zhifa.example.gov.cn/v/{token}"


HERE = (
    *(
        "127.1",
        "0x7f.1",
        "0177.0.0.1",
        "2130706433",
        "127.0.0.1.",
        "127.8.9.10",
        "１２７.0.0.1",
        "127。0。0。1",
    ),
    *("0", "0.0.0.0", "0.1.2.3", "169.254.1.1", "255.255.255.255"),
    *("[::]", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]"),
    *(
        "LOCALHOST.",
        "zhifa.localhost",
        "localhost.localdomain",
        "zhifa.local",
        "zhifa.internal",
        "zhifa.test.",
        "zhifa.home.arpa",
        "ip6-localhost",
        "localhost6.localdomain6",
        "bangong-pc",
    ),
    *("192.168.1.5", "10.0.0.8", "172.16.3.4", "[fd00::8]"),
)
THERE = ("zhifa.example.gov.cn", "ZHIFA.EXAMPLE.GOV.CN.", "1.2.4.8", "[2400:3200::1]", "local.gov.cn")


@pytest.mark.parametrize("port", ["", ":8000/"])
def test_what_leads_to_this_machine_is_known_however_it_is_written(port: str) -> None:
    assert [host for host in HERE if leads_anywhere(f"http://{host}{port}")] == []
    assert [host for host in THERE if not leads_anywhere(f"http://{host}{port}")] == []


@pytest.mark.parametrize(("url", "is_issued"), [("http://127.0.0.1:8701", True), ("", False)])
def test_the_demonstration_leads_to_where_it_is_served(
    bureau: Bureau, settings: Any, url: str, is_issued: bool
) -> None:
    settings.SANZHI_PUBLIC_URL, settings.SANZHI_DEMO = url, True
    if is_issued:
        assert issued(bureau, "D41").token
    else:
        assert "不能制发文书" in reasons(lambda: issued(bureau, "D41"))


def test_what_is_served_on_all_addresses_has_one_that_others_can_type() -> None:
    assert served_on("127.0.0.1:8701") == "http://127.0.0.1:8701"
    assert "0.0.0.0" not in served_on("0.0.0.0:8701") and served_on("0.0.0.0:8701").endswith(":8701")
