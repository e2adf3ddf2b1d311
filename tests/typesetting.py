"""A judge of set pages: what a compositor would send back.

It reads the boxes of WeasyPrint's laid-out document: where each line, table row and picture came to stand. What counts as a
fault is said at each function. :func:`words_outside` asks poppler the same of the PDF, so that the judge is not fooled by
the boxes alone.
"""

import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from lxml import etree
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import line_size

from judges import require

MILLIMETRE = 96 / 25.4
EDGE = 8 * MILLIMETRE
"""No text comes nearer than this to the edge of a sheet."""
TOLERANCE = 0.75
"""In CSS pixels (0.2 mm): what rounding may add to a line."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
"""What stands with what follows it: a table's caption too."""
SECTIONS = frozenset({"section", "article", "nav", "footer", "header"})
THIRD = 1 / 3


class Fault(StrEnum):
    """What can be wrong with a page."""

    WIDOW = "widow"
    ORPHAN = "orphan"
    HEADING = "orphan heading"
    ROW = "split row"
    HEAD = "table head not repeated"
    OVERFULL = "overfull line"
    BEYOND = "text beyond its area"
    OVERLAP = "text over text"
    SHORT = "page less than a third full"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: on which page (from 1), and the words it begins with."""

    fault: Fault
    page: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Rectangle:
    """Where ink is: CSS pixels from the sheet's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rectangle") -> bool:
        """Whether both cover the same paper."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > TOLERANCE and min(self.bottom, other.bottom) - max(self.top, other.top) > TOLERANCE


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A line of text, a table row, or a picture.

    Parameters
    ----------
    kind:
        ``line``, ``row`` or ``picture``.
    place:
        Page and column in which it stands.
    owner, section:
        The element whose line or row it is, and the section around that.
    ink:
        The text's own rectangles (a line), or all of it.
    room:
        The left and right edge its text must keep to.
    flow:
        Whether it is text in the flow of the pages: no note, margin box, float, nor anything positioned.
    """

    kind: str
    place: "Place"
    owner: Any
    section: Any
    ink: tuple[Rectangle, ...]
    room: tuple[float, float]
    text: str
    flow: bool
    table: Any = None
    head: bool = False

    @property
    def bottom(self) -> float:
        return max(part.bottom for part in self.ink)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk through the boxes is."""

    page: int
    column: int = 0
    flow: bool = True
    table: Any = None
    head: bool = False
    row: bool = False
    room: tuple[float, float] = (0.0, 0.0)

    @property
    def frame(self) -> tuple[int, int]:
        """What a paragraph is split between: two pages, or two columns."""
        return self.page, self.column


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size, and the top and bottom of its text area (above the notes)."""

    width: float
    height: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Pages:
    """All items of a document in the order of its text, and its sheets."""

    items: tuple[Item, ...]
    sheets: tuple[Sheet, ...]

    @property
    def flow(self) -> list[Item]:
        return [item for item in self.items if item.flow]


def read(document: Any) -> Pages:
    """What stands where in a document of WeasyPrint's."""
    sections = _sections(document)
    items = [item for number, page in enumerate(document.pages, start=1) for item in _page(number, page._page_box, sections)]
    return Pages(tuple(items), tuple(_sheet(page._page_box) for page in document.pages))


def faults(pages: Pages) -> tuple[Finding, ...]:
    """Everything wrong with the pages, in the order of the kinds of fault."""
    rules = (_split_paragraphs, _orphan_headings, _split_rows, _heads, _overfull, _beyond, _overlaps, _short_pages)
    return tuple(finding for rule in rules for finding in rule(pages))


def counts(findings: Iterable[Finding]) -> dict[Fault, int]:
    """How many of each fault, with those of which there are none."""
    found = Counter(finding.fault for finding in findings)
    return {fault: found[fault] for fault in Fault}


def _sections(document: Any) -> dict[Any, Any]:
    """The nearest section around each element."""
    root = next(box for box in document.pages[0]._page_box.children if box.element_tag == "html").element
    found: dict[Any, Any] = {}
    waiting = [(root, root)]
    while waiting:
        element, section = waiting.pop()
        here = element if element.tag in SECTIONS else section
        found[element] = here
        waiting.extend((child, here) for child in element)
    return found


def _sheet(page: Any) -> Sheet:
    bottom = page.content_box_y() + page.height
    notes = [box.position_y for box in page.children if isinstance(box, boxes.FootnoteAreaBox) and box.children]
    return Sheet(page.margin_width(), page.margin_height(), page.content_box_y(), min([bottom, *notes]))


def _page(number: int, page: Any, sections: dict[Any, Any]) -> Iterator[Item]:
    columns = Counter[int]()
    for child in page.children:
        if isinstance(child, boxes.MarginBox | boxes.FootnoteAreaBox):
            yield from _items(child, Place(number, flow=False), sections, columns)
        else:
            yield from _items(child, Place(number), sections, columns)


def _items(box: Any, place: Place, sections: dict[Any, Any], columns: Counter[int]) -> Iterator[Item]:
    box = getattr(box, "_box", box)  # what is positioned waits in a placeholder
    if _is_apart(box):
        place = replace(place, flow=False)
    if _is_seen_through(box):
        return
    if getattr(box, "is_column", False):
        columns[place.page] += 1
        place = replace(place, column=columns[place.page])
    if isinstance(box, boxes.LineBox):
        yield from _line(box, place, sections)
    if isinstance(box, boxes.ReplacedBox):
        yield _solid("picture", box, place, sections)
    if isinstance(box, boxes.TableRowBox) and place.flow:
        yield _solid("row", box, place, sections)
    within = _within(box, place)
    for child in getattr(box, "children", ()):
        yield from _items(child, within, sections, columns)


def _within(box: Any, place: Place) -> Place:
    """What is so of a box's children."""
    if isinstance(box, boxes.TableBox):
        return replace(place, table=box.element)
    if isinstance(box, boxes.TableRowGroupBox):
        return replace(place, head=box.is_header or box.element_tag == "thead")
    if isinstance(box, boxes.TableRowBox):
        return replace(place, row=True)
    if isinstance(box, boxes.BlockContainerBox):
        return replace(place, room=(box.content_box_x(), box.content_box_x() + box.width))
    return place


def _is_apart(box: Any) -> bool:
    return bool(box.is_floated() or box.is_absolutely_positioned() or getattr(box, "is_outside_marker", False))


def _is_seen_through(box: Any) -> bool:
    """A stamp across the page is meant to lie over the text; an empty marker in the margin is no text."""
    return bool(box.style["transform"]) or getattr(box, "is_outside_marker", False)


def _line(box: Any, place: Place, sections: dict[Any, Any]) -> Iterator[Item]:
    texts = [text for text in _texts(box) if text.text.strip() and text.width]
    if texts:
        ink, words = tuple(map(_ink, texts)), "".join(text.text for text in texts)
        flow = place.flow and not place.row
        yield Item("line", place, box.element, sections.get(box.element), ink, place.room, words, flow)


def _texts(box: Any) -> Iterator[Any]:
    """The text boxes of a line, without those of lines within it (an inline block has its own)."""
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and not _is_apart(child):
            yield from _texts(child)


def _ink(text: Any) -> Rectangle:
    """From the height of capitals to a little below the line on which letters stand."""
    baseline, size = text.position_y + text.baseline, text.style["font_size"]
    left = text.position_x + _space_before_ink(text)
    return Rectangle(left, baseline - 0.65 * size, left + text.width, baseline + 0.12 * size)


def _space_before_ink(text: Any) -> float:
    """How far the letters stand right of their box: from right to left, a space at the end of a line is no longer counted in
    the width of its box, but is still drawn, left of the letters; the box was moved to the left for it.
    """
    layout = text.pango_layout
    if layout is None or not layout.first_line_direction % 2 or len(text.text) == len(layout.text):
        return 0.0
    layout.reactivate(text.style)
    width, _ = line_size(layout.get_first_line()[0], text.style)
    layout.deactivate()
    return float(width) - float(text.width)


def _solid(kind: str, box: Any, place: Place, sections: dict[Any, Any]) -> Item:
    left, top = box.position_x, box.position_y
    ink = Rectangle(left, top, left + box.margin_width(), top + box.margin_height())
    flow = place.flow and not (place.row and kind == "picture")
    room = (ink.left, ink.right)
    return Item(kind, place, box.element, sections.get(box.element), (ink,), room, "", flow, place.table, place.head)


def _split_paragraphs(pages: Pages) -> Iterator[Finding]:
    """Of a paragraph split between pages or columns, at least two lines stand on either side."""
    runs = [list(run) for _, run in groupby(pages.flow, key=lambda item: (item.kind, id(item.owner), item.place.frame))]
    for before, after in pairwise(runs):
        if before[0].kind != "line" or before[0].owner is not after[0].owner or after[0].kind != "line":
            continue
        if len(before) == 1:
            yield Finding(Fault.ORPHAN, before[0].place.page, before[0].text)
        if len(after) == 1:
            yield Finding(Fault.WIDOW, after[0].place.page, after[0].text)


def _orphan_headings(pages: Pages) -> Iterator[Finding]:
    """After a heading, two lines, a row or a picture stand on the same page (and column); or all there is of its section."""
    flow = pages.flow
    for number, item in enumerate(flow):
        follower = flow[number + 1] if number + 1 < len(flow) else None
        if not _is_heading(item) or (follower is not None and _is_heading(follower) and _same_frame(item, follower)):
            continue
        after = flow[number + 1 : number + 3]
        here = [other for other in after if _same_frame(item, other)]
        if len(here) == 2 or any(other.kind != "line" for other in here):
            continue
        if here and (len(after) < 2 or after[1].section is not item.section):
            continue
        yield Finding(Fault.HEADING, item.place.page, item.text)


def _is_heading(item: Item) -> bool:
    return item.kind == "line" and item.owner.tag in HEADINGS


def _same_frame(heading: Item, other: Item) -> bool:
    if heading.place.column == 0:  # it spans the columns below it
        return other.place.page == heading.place.page
    return other.place.frame == heading.place.frame


def _split_rows(pages: Pages) -> Iterator[Finding]:
    """A row stands on one page; but one of a table's head stands on each."""
    seen: dict[Any, Item] = {}
    for item in pages.flow:
        if item.kind == "row" and not item.head and seen.setdefault(item.owner, item) is not item:
            yield Finding(Fault.ROW, item.place.page, _words(item))


def _words(item: Item) -> str:
    return " ".join("".join(item.owner.itertext()).split())


def _heads(pages: Pages) -> Iterator[Finding]:
    """Where a table goes on, its head stands again."""
    rows = [item for item in pages.flow if item.kind == "row"]
    headed = {item.table for item in rows if item.head}
    stands = {(item.table, item.place.frame) for item in rows if item.head}
    told = set()
    for item in rows:
        key = (item.table, item.place.frame)
        if item.table in headed and key not in stands and key not in told:
            told.add(key)
            yield Finding(Fault.HEAD, item.place.page, _words(item))


def _overfull(pages: Pages) -> Iterator[Finding]:
    """Text keeps to the width of its paragraph, cell or column."""
    for item in pages.items:
        left, right = item.room
        inside = all(part.left >= left - TOLERANCE and part.right <= right + TOLERANCE for part in item.ink)
        if item.kind == "line" and not inside:
            yield Finding(Fault.OVERFULL, item.place.page, item.text)


def _beyond(pages: Pages) -> Iterator[Finding]:
    """Text keeps away from the edge of the sheet; in the flow, also from the margins above and below and from the notes."""
    for item in pages.items:
        sheet = pages.sheets[item.place.page - 1]
        if item.kind == "line" and not all(_is_inside(part, sheet, flow=item.flow) for part in item.ink):
            yield Finding(Fault.BEYOND, item.place.page, item.text)


def _is_inside(ink: Rectangle, sheet: Sheet, *, flow: bool) -> bool:
    top, bottom = (sheet.top, sheet.bottom) if flow else (EDGE, sheet.height - EDGE)
    wide = ink.left >= EDGE and ink.right <= sheet.width - EDGE
    return wide and ink.top >= top - TOLERANCE and ink.bottom <= bottom + TOLERANCE


def _overlaps(pages: Pages) -> Iterator[Finding]:
    """No line lies on another line or on a picture."""
    drawn = [item for item in pages.items if item.kind != "row"]
    for _, group in groupby(sorted(drawn, key=lambda item: item.place.page), key=lambda item: item.place.page):
        yield from _overlaps_of_page(list(group))


def _overlaps_of_page(items: Sequence[Item]) -> Iterator[Finding]:
    parts = sorted(((part, item) for item in items for part in item.ink), key=lambda pair: pair[0].top)
    for number, (part, item) in enumerate(parts):
        for other_part, other in parts[number + 1 :]:
            if other_part.top >= part.bottom:
                break
            if other is not item and "line" in (item.kind, other.kind) and part.meets(other_part):
                yield Finding(Fault.OVERLAP, item.place.page, f"{item.text} / {other.text}")


def _short_pages(pages: Pages) -> Iterator[Finding]:
    """A page within a section is filled to a third, at least; not a fault where what follows cannot be split."""
    by_page = [list(group) for _, group in groupby(pages.flow, key=lambda item: item.place.page)]
    for here, after in pairwise(by_page):
        sheet = pages.sheets[here[0].place.page - 1]
        full = (max(item.bottom for item in here) - sheet.top) / (sheet.bottom - sheet.top)
        if full < THIRD and here[-1].section is after[0].section:
            yield Finding(Fault.SHORT, here[0].place.page, here[-1].text)


def words_outside(pdf: Path) -> list[str]:
    """The words that poppler finds nearer to the edge of the sheet than :data:`EDGE`, or beyond it."""
    return [word.text for page in poppler_pages(pdf) for word in page.iter("{*}word") if not _keeps_in(word, page)]


def lines_of(pdf: Path, page: int) -> tuple[str, ...]:
    """All lines of a page as poppler reads them, from above to below, words parted by one space."""
    found = sorted(poppler_pages(pdf)[page - 1].iter("{*}line"), key=lambda line: float(line.get("yMin", "0")))
    return tuple(" ".join(word.text for word in line.iter("{*}word")) for line in found)


def poppler_pages(pdf: Path) -> list[Any]:
    """Poppler's own layout of the text layer, page by page."""
    done = subprocess.run([require("pdftotext"), "-bbox-layout", str(pdf), "-"], capture_output=True, check=True)
    return list(etree.fromstring(done.stdout, etree.XMLParser(recover=True)).iter("{*}page"))


def _keeps_in(word: Any, page: Any) -> bool:
    left, top, right, bottom = (float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))
    edge = EDGE * 0.75 - 0.5  # in points
    wide = left >= edge and right <= float(page.get("width")) - edge
    return wide and top >= edge / 2 and bottom <= float(page.get("height")) - edge / 2
