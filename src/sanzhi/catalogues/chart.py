"""The flow chart on the wall, drawn from the procedure itself: lanes by office, steps, time limits, articles.

A plain SVG with a title and description for screen readers; it prints on one A4 sheet. It refuses nothing: what
the procedure says is what is drawn.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape

from sanzhi.catalogues.board import condition_caption
from sanzhi.law.procedures import Edge, Procedure, Step
from sanzhi.organisation.roles import CAPTIONS, Role

LANE, ROW, BOX_W, BOX_H, TOP, LEFT = 300, 120, 252, 86, 56, 24
LINE = 19  # characters of the small type that a box is wide


@dataclass(frozen=True)
class Box:
    step: Step
    x: int
    y: int


def chart(procedure: Procedure, *, limits: dict[str, str]) -> str:
    """SVG of the procedure. `limits` gives the caption of each time limit key, e.g. {"case_decision": "90日内"}."""
    lanes = list(dict.fromkeys(step.role for step in procedure.steps))
    boxes = {
        step.key: Box(step, LEFT + lanes.index(step.role) * LANE + (LANE - BOX_W) // 2, TOP + row * ROW)
        for row, step in enumerate(procedure.steps)
    }
    width, height = LEFT * 2 + LANE * len(lanes) + 100, TOP + ROW * len(procedure.steps)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img" aria-labelledby="chart-title chart-desc"'
        ' font-family="var(--sans, sans-serif)" font-size="15">',
        f'<title id="chart-title">{escape(procedure.title.removesuffix("流程"))}流程图</title>',
        f'<desc id="chart-desc">{escape(describe(procedure))}</desc>',
        '<defs><marker id="tip" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto"><path d="M0 0L9 4L0 8z" fill="#667284"/></marker></defs>',
        *(_lane(role, index, height=height) for index, role in enumerate(lanes)),
    ]
    keys = [step.key for step in procedure.steps]
    grooves: Counter[int] = Counter()
    parts += [_box(box, limits) for box in boxes.values()]
    words = []
    for row, step in enumerate(procedure.steps):
        for edge in step.next:
            leap = keys.index(edge.to) - row
            way, word = _edge(boxes[step.key], boxes[edge.to], edge=edge, leap=leap, grooves=grooves)
            parts.append(way)
            words.append(word)
    return "".join([*parts, *words, "</svg>"])  # no line strikes a word through


def describe(procedure: Procedure) -> str:
    """The chart in one paragraph, for those who hear it."""
    titles = {step.key: step.title for step in procedure.steps}
    sentences = []
    for step in procedure.steps:
        ways = [
            (f"{condition_caption(edge.when)}时转" if edge.when else "转") + f"“{titles[edge.to]}”"
            for edge in step.next
        ]
        sentences.append(
            f"{step.title}（{_role(step.role)}）" + ("，" + "；".join(ways) if ways else "，程序结束")
        )
    return "。".join(sentences) + "。"


def _role(key: str) -> str:
    return CAPTIONS[Role(key)]


def _lane(role: str, index: int, *, height: int) -> str:
    x = LEFT + index * LANE
    fill = "#f5f8fc" if index % 2 == 0 else "#ffffff"
    return (
        f'<rect x="{x}" y="0" width="{LANE}" height="{height}" fill="{fill}" stroke="#dfe4ea"/>'
        f'<text x="{x + LANE // 2}" y="30" text-anchor="middle" font-weight="600" fill="#4a5666">{_role(role)}</text>'
    )


def _box(box: Box, limits: dict[str, str]) -> str:
    step = box.step
    limit = limits.get(step.within or "", "")
    middle = box.x + BOX_W // 2
    name, _, detail = step.title.partition("（")
    lines = [
        (name, 16, 600, "#0f3f7d"),
        *((text, 12.5, 400, "#1b2430") for text in _wrapped(detail.removesuffix("）"))),
    ]
    parts = [part for part in (limit, step.citation) if part]
    both = " · ".join(parts)
    small = [both] if len(both) <= LINE else [line for part in parts for line in _wrapped(part)]
    lines += [(text, 12.5, 400, "#4a5666") for text in small]
    lines = lines[:4]
    top = box.y + (BOX_H - 19 * len(lines)) // 2 + 15
    texts = "".join(
        f'<text x="{middle}" y="{top + 19 * row}" text-anchor="middle" font-weight="{weight}" fill="{fill}" font-size="{size}">{escape(text)}</text>'
        for row, (text, size, weight, fill) in enumerate(lines)
    )
    return (
        f"<g><title>{escape(step.title)}：{escape(step.citation)}</title>"
        f'<rect x="{box.x}" y="{box.y}" width="{BOX_W}" height="{BOX_H}" rx="8" fill="#fff" stroke="#0f3f7d" stroke-width="1.5"/>'
        f"{texts}</g>"
    )


def _wrapped(text: str) -> list[str]:
    """At most two lines of what a box is wide; what is longer stands in the box's title and in the table below."""
    first, rest = text[:LINE], text[LINE:]
    if rest and len(rest) > LINE:
        rest = f"{rest[: LINE - 1]}…"
    return [line for line in (first, rest) if line]


def _edge(start: Box, end: Box, *, edge: Edge, leap: int, grooves: Counter[int]) -> tuple[str, str]:
    """The way and the words beside it."""
    caption = condition_caption(edge.when) if edge.when else ""
    if leap == 1:
        x1, y1, x2, y2 = start.x + BOX_W // 2, start.y + BOX_H, end.x + BOX_W // 2, end.y
        middle = (y1 + y2) // 2
        path = f"M{x1} {y1}V{middle}H{x2}V{y2}"
        label = (max(x1, x2) + 8 if x1 == x2 else (x1 + x2) // 2 - 40, middle - 6)
    else:
        # a leap runs down the gap beside the boxes, each in a groove of its own: no lane has a box there
        column = max(start.x, end.x)
        grooves[column] += 1
        out = column + BOX_W + 2 + 7 * min(grooves[column], 6)
        y1, y2 = start.y + BOX_H // 2 + 6, end.y + BOX_H // 2 - 6
        path = f"M{start.x + BOX_W} {y1}H{out}V{y2}H{end.x + BOX_W}"
        label = (start.x + BOX_W + 24, y1 - 6)
    text = (
        f'<text x="{label[0]}" y="{label[1]}" fill="#8a5300" font-size="12" stroke="#fff" stroke-width="4" paint-order="stroke">{escape(caption)}</text>'
        if caption
        else ""
    )
    dash = ' stroke-dasharray="5 4"' if caption else ""
    way = f'<path d="{path}" fill="none" stroke="#667284" stroke-width="1.5"{dash} marker-end="url(#tip)"/>'
    return way, text
