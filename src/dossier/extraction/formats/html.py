"""HTML, parsed as browsers parse it (tinyhtml5, the parser of WeasyPrint).

lxml's parser is faster, but it drops in silence what stands deeper than its limit, and parses by older rules than browsers.
"""

import re
from collections import Counter

import tinyhtml5  # type: ignore[import-untyped]

from dossier.extraction.blocks import paragraphs_of
from dossier.extraction.refusal import refused

LIBRARY = "tinyhtml5"
RULES = 1
LARGEST = 20_000_000
"""Bytes of a page: about a second is needed for each million."""
DEEPEST = 2_000
"""Elements in one another. Browsers stop at 512; the parser needs the square of the depth."""

_TAG = re.compile(rb"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_NOT_NESTING = frozenset(
    b"area base body br col colgroup dd dt embed head hr html img input li link meta option optgroup p param rp rt source "
    b"tbody td tfoot th thead tr track wbr".split()
)


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The words of the page, block by block.

    Raises
    ------
    DossierError
        Q006 for a page that is larger or deeper than pages are.
    """
    if len(data) > LARGEST:
        raise refused(f"the page has {len(data):,} bytes; at most {LARGEST:,} are read")
    if _depth(data) > DEEPEST:
        raise refused(f"more than {DEEPEST:,} elements of the page stand in one another")
    # A page that says nothing is windows-1252 to the standard; one that happens to be UTF-8 is that.
    likely = "utf-8" if _is_utf_8(data) else None
    return paragraphs_of(tinyhtml5.parse(data, transport_encoding=charset or None, likely_encoding=likely))


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _depth(data: bytes) -> int:
    """How deep elements may stand in one another, counted from the tags alone; tags that HTML closes by itself are left out."""
    still_open: Counter[bytes] = Counter()
    depth = deepest = 0
    for tag in _TAG.finditer(data):
        name = tag[2].lower()
        if name in _NOT_NESTING:
            continue
        if not tag[1]:
            still_open[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
    return deepest
