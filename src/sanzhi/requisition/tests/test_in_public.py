"""A requisition and its compensation go to the public, each as another result of enforcement."""

from sanzhi.disclosure.models import Release
from sanzhi.kernel import jobs
from tests.fees import Taken


def test_both_decisions(taken: Taken) -> None:
    taken(stop="closure")
    jobs.run_due()
    told = [dict(map(tuple, row.content)) for row in Release.objects.order_by("id")]
    assert [row["执法类别"] for row in told] == ["行政征用", "行政征用补偿"]
    assert all("城区强降雨内涝灾害" in row["突发事件"] for row in told)
