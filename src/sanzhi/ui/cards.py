"""Tables on a phone: each cell learns the heading of its column, so that a row can stand as a card and nothing is cut off."""

import re

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<(t[dh])\b([^>]*)>(\s*</t[dh]>)?")
TAG = re.compile(r"<[^>]+>")


def labelled(page: str) -> str:
    """`page` with `data-label` on the cells of every table that has a head."""
    return TABLE.sub(lambda table: _cells(table.group()), page)


def _cells(table: str) -> str:
    head, mark, body = table.partition("</thead>")
    if not mark:
        return table
    headings = [" ".join(TAG.sub("", text).split()) for text in HEADING.findall(head)]
    return head + mark + ROW.sub(lambda row: _row(row.group(), headings), body)


def _row(row: str, headings: list[str]) -> str:
    """A cell that spans columns speaks for itself; one without any content is marked, so that a card leaves it out."""
    if "colspan" in row:
        return row
    labels = iter(headings)
    return CELL.sub(lambda cell: _cell(cell, next(labels, "")), row)


def _cell(cell: re.Match[str], label: str) -> str:
    end = cell[3] or ""
    return f'<{cell[1]}{cell[2]} data-label="{label}"{" data-empty" if end else ""}>{end}'
