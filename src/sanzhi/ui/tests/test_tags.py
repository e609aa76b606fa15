"""The tags that save branches in templates, with values that want to be escaped."""

import pytest
from django.template import engines

from sanzhi.law.text_diff import Span

CASES = [
    ('{{ x|within:"，…起施行" }}', {"x": "3月1日"}, "，3月1日起施行"),
    ('{{ x|within:"，…起施行" }}', {"x": ""}, ""),
    ('{{ x|within:"，…起施行" }}', {"x": None}, ""),
    ('{{ x|within:"（…）" }}', {"x": "<b>"}, "（&lt;b&gt;）"),
    ("{{ x|tone }}|{{ y|tone }}", {"x": "returned", "y": "<?>"}, "tag-late|"),
    ("{% here x 'work' %}|{% here x 'papers' %}", {"x": "work"}, 'aria-current="page"|'),
    ("{% chosen x 1 %}|{% chosen x 2 %}", {"x": 1}, "selected|"),
    (
        "{{ x|marked }}",
        {"x": [Span("same", "甲<"), Span("out", "乙"), Span("in", "丙")]},
        '甲&lt;<del class="was"><span class="unseen">删去：</span>乙</del>'
        '<ins class="now"><span class="unseen">改为：</span>丙</ins>',
    ),
]


@pytest.mark.parametrize(("text", "context", "said"), CASES)
def test_tags(text: str, context: dict[str, object], said: str) -> None:
    template = engines["django"].from_string("{% load ui %}" + text)
    assert template.render(context) == said
