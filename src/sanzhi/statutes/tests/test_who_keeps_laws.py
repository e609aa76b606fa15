"""Laws are shared by all authorities of an installation, and kept by the first of them."""

from dataclasses import replace

from sanzhi.demo.cast import Bureau
from sanzhi.statutes.policies import may_keep_laws


def test_the_first_authority_keeps_the_laws(bureau: Bureau) -> None:
    keeper = bureau.actor("fazhi")
    assert may_keep_laws(keeper)
    assert "供本系统各机关共用" in str(may_keep_laws(replace(keeper, authority="ELSEWHERE")).reasons)
    assert "由政策法规科或者系统管理员" in str(may_keep_laws(bureau.actor("zhifa1")).reasons)
