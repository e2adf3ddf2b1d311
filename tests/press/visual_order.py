"""In which order the signs of a line stand on a set page, whatever order the file has them in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pymupdf
from playwright.sync_api import Page

from bidi_cases import in_order

Place = tuple[float, str]

LINE = 24
"""Height of a line, in points: no sign of one line is as far from its baseline as the next one is."""


def lines_of_pdf(data: bytes) -> list[str]:
    """The lines of a PDF from top to bottom, each from left to right, by the middle of its glyphs as MuPDF places them.

    The page is set in lines of :data:`LINE` points, without ligatures: their letters would have one place.
    """
    lines: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for number, page in enumerate(pymupdf.open(stream=data, filetype="pdf")):
        for middle, baseline, sign in _signs(page):
            lines[number, round(baseline / LINE)].append((middle, sign))
    return [in_order(places) for _, places in sorted(lines.items())]


def _signs(page: pymupdf.Page) -> Iterator[tuple[float, float, str]]:
    read = page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)
    for block in read["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    left, _, right, _ = char["bbox"]
                    yield (left + right) / 2, char["origin"][1], char["c"]


_PLACES_OF_SIGNS = """
(elements) => elements.map((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const sign of node.data) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at += sign.length);
      const boxes = [...range.getClientRects()];
      if (boxes.length) found.push([boxes[0].left + boxes[0].width / 2, Math.round(boxes[0].top), sign]);
    }
  }
  return found;
})
"""


def lines_of_web_page(page: Page, selector: str) -> list[str]:
    """The lines of what ``selector`` finds, from left to right, by the rectangles in which the browser draws each character."""
    found: Sequence[Sequence[tuple[float, float, str]]] = page.locator(selector).evaluate_all(_PLACES_OF_SIGNS)
    return [in_order([(middle, sign) for middle, _, sign in signs]) for signs in found]
