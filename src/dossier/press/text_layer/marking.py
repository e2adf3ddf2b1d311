"""What a run is given besides its own text, so that readers see where it belongs: see :mod:`.reading`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.press.text_layer.clusters import FARTHEST, Cluster
from dossier.press.text_layer.items import Item, Run
from dossier.press.text_layer.pieces import Piece, piece, unseen
from dossier.press.text_layer.reading import (
    ARABIC_LETTER_MARK,
    LEFT_TO_RIGHT_MARK,
    RIGHT_TO_LEFT_MARK,
    Place,
    Reading,
    before_letter,
    marks_in,
    needs_mark,
)

Row = list[tuple[Item, Piece]]
"""A run's pieces from left to right, each with its item."""

_WIDE = 2.2
"""Of the size: as wide as lines may stand close."""


def marked(run: Run, reading: Reading, place: Place) -> Row:
    """The pieces of ``run``, which stands at ``place`` behind what ``reading`` has seen, with all that readers need."""
    return _right_to_left(run, reading, place) if run.rtl else _left_to_right(run, reading, place)


def _row(run: Run) -> Row:
    return [(item, piece(cluster, item)) for item in run.items for cluster in item.clusters]


# -- from left to right


def _left_to_right(run: Run, reading: Reading, place: Place) -> Row:
    if not (reading.rtl or reading.ran_rtl):
        return _with_narrow_ends(_row(run), run)
    run = _with_beginning_whole(run, _before(run, reading, place))
    row = _row(run)
    item, last = row[-1]
    if reading.ran_rtl and last.texts and not last.texts[-1].isspace() and needs_mark(last.texts[-1][-1]):
        row.append((item, Piece(unseen(item, LEFT_TO_RIGHT_MARK), (LEFT_TO_RIGHT_MARK,))))
    return _with_narrow_ends(row, run)


def _with_narrow_ends(row: Row, run: Run) -> Row:
    """``row`` with marks around a number that is wide: see PDFium's way."""
    if len(row) > 1 or not row[0][1].texts or run.width < _WIDE * run.items[0].size:
        return row
    item, one = row[0]
    before, behind = unseen(item, LEFT_TO_RIGHT_MARK, -1), unseen(item, LEFT_TO_RIGHT_MARK, -10)
    return [(item, Piece(f"{before}{one.written}{behind}", (LEFT_TO_RIGHT_MARK, *one.texts, LEFT_TO_RIGHT_MARK)))]


def _before(run: Run, reading: Reading, place: Place) -> str:
    """What stands between a run from left to right and the run from right to left that was written before it."""
    if reading.ran_rtl and reading.is_apart(place):
        return " "
    first = run.items[0].clusters[0].text[:1]
    is_sign = first != "" and needs_mark(first)
    return LEFT_TO_RIGHT_MARK if reading.ran_rtl and reading.is_right_of_last(place) and is_sign else ""


def _with_beginning_whole(run: Run, before: str) -> Run:
    """``run`` with ``before`` and all that stands before its first letter as one code: see pypdf's way."""
    first = run.items[0]
    count = max(before_letter([cluster.text for cluster in first.clusters]), 1)
    if count < 2 and not before:
        return run
    beginning = first.clusters[:count]
    if sum(cluster.width for cluster in beginning) > FARTHEST * first.size:
        return run
    text = before + "".join(cluster.text for cluster in beginning)
    whole = Cluster(text, tuple(glyph for cluster in beginning for glyph in cluster.glyphs))
    return replace(run, items=(replace(first, clusters=[whole, *first.clusters[count:]]), *run.items[1:]))


# -- from right to left


def _right_to_left(run: Run, reading: Reading, place: Place) -> Row:
    first = RIGHT_TO_LEFT_MARK if reading.rtl else ARABIC_LETTER_MARK
    row = _row(run)
    if reading.is_apart(place):
        item = run.items[-1]
        row.append((item, Piece(unseen(item, " "), (" ",))))
    texts = [text for _, one in row for text in one.texts]
    behind_ltr = not reading.ran_rtl and reading.is_left_of_last(place)
    places = set(marks_in(texts, behind_ltr=behind_ltr, rtl=reading.rtl)) if texts else set()
    return list(_with_marks(row, run, places, first)) if places else row


def _with_marks(row: Row, run: Run, places: set[int], first: str) -> Iterator[tuple[Item, Piece]]:
    """``row`` with marks before the codes numbered ``places``, each within its code; ``first`` is the one before all codes.

    Spaces keep codes of their own, since readers part words at them; a mark beside one is a code too.
    """
    clusters = [cluster for item in run.items for cluster in item.clusters]
    total, number = sum(len(one.texts) for _, one in row), 0
    for at, (item, one) in enumerate(row):
        end = number + len(one.texts)
        own = frozenset(place - number for place in places if number <= place < end or place == end == total)
        if own and one.texts:
            mark = RIGHT_TO_LEFT_MARK if number else first
            one = _spaced(item, one, own, mark) if one.texts[0] == " " else _lettered(item, clusters[at], own, mark)
        number = end
        yield item, one


def _spaced(item: Item, one: Piece, own: frozenset[int], mark: str) -> Piece:
    """A space with a mark at its left, its right, or both: close by, or poppler sees two spaces."""
    before = unseen(item, mark, 10) if 0 in own else ""
    behind = unseen(item, RIGHT_TO_LEFT_MARK, -30) if 1 in own else ""
    return Piece(f"{before}{one.written}{behind}", one.texts)


def _lettered(item: Item, cluster: Cluster, own: frozenset[int], mark: str) -> Piece:
    """A cluster with marks in its codes, and, where pypdf must see that it runs from right to left, a letter mark before it."""
    one = piece(cluster, item, own)
    if mark != ARABIC_LETTER_MARK or 0 not in own:
        return one
    return Piece(unseen(item, mark, -1) + one.written, one.texts)


def texts_of(row: Sequence[tuple[Item, Piece]]) -> list[str]:
    """What the codes of a row stand for, from left to right."""
    return [text for _, one in row for text in one.texts]
