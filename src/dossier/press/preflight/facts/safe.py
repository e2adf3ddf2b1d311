"""Access to objects of a hostile PDF: a value of the wrong type is no value, and no chain is followed without an end."""

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

LONGEST = 100_000
"""Entries of one array or dictionary that are looked at."""

DEEPEST = 64
"""Levels of a tree, or parents, that are followed."""

_FAR = 1e12


def entry(value: Any, key: Any) -> Any:
    """The entry ``key``, a name or its text with the slash, of a dictionary or stream; else ``None``."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return None
    try:
        return value.get(key)
    except (pikepdf.PikepdfError, TypeError, ValueError):  # TypeError: a text that is no UTF-8
        return None


def keys(value: Any) -> frozenset[str]:
    """The keys of a dictionary or stream: asking once is cheaper than asking for each."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return frozenset()
    try:
        return frozenset(value.keys())
    except UnicodeDecodeError:
        return frozenset()


def entries(value: Any) -> list[tuple[str, Any]]:
    """The pairs of a dictionary or stream, in the order of their keys."""
    return [(key, entry(value, key)) for key in sorted(keys(value))[:LONGEST]]


def items(value: Any) -> list[Any]:
    """The items of an array."""
    if not isinstance(value, pikepdf.Array):
        return []
    return [value[index] for index in range(min(len(value), LONGEST))]


def is_dictionary(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def name(value: Any) -> str:
    """A name without its slash, or nothing."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value)[1:]
    except UnicodeDecodeError:  # names are bytes (ISO 32000-1, 7.3.5)
        return value.unparse().decode("latin-1")[1:]


def text(value: Any) -> str:
    """A text string, or nothing."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def number(value: Any) -> float | None:
    """A finite number, or ``None``."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    try:
        found = float(value)
    except (OverflowError, ValueError):
        return None
    return found if math.isfinite(found) and abs(found) < _FAR else None


def numbers(values: Any, count: int) -> tuple[float, ...] | None:
    """Just ``count`` numbers, or ``None``."""
    if len(values) != count:
        return None
    try:
        found = tuple(map(float, values))
    except (OverflowError, TypeError, ValueError):
        return None
    return found if all(-_FAR < value < _FAR for value in found) else None


def box(value: Any) -> tuple[float, float, float, float] | None:
    """A rectangle with its corners in order, or ``None``."""
    corners = numbers(items(value), 4)
    if corners is None:
        return None
    left, bottom, right, top = corners
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def identity(value: Any) -> int:
    """The number of an indirect object; 0 for a direct one."""
    return int(value.objgen[0]) if isinstance(value, pikepdf.Object) else 0


def inherited(value: Any, key: str) -> Any:
    """The entry of a page, or of the nearest node above it that has one."""
    for _ in range(DEEPEST):
        found = entry(value, key)
        if found is not None or value is None:
            return found
        value = entry(value, "/Parent")
    return None


def leaves(tree: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """The pairs of a name tree (``/Names``) or number tree (``/Nums``), each node once."""
    waiting, seen, count = [(tree, 0)], set[int](), 0
    while waiting and count < LONGEST:  # nodes that are no objects of their own may share their kids, which doubles them
        node, depth = waiting.pop()
        count += 1
        number_of_node = identity(node)
        if depth > DEEPEST or (number_of_node and number_of_node in seen):
            continue
        seen.add(number_of_node)
        pairs = items(entry(node, key))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        waiting += [(kid, depth + 1) for kid in reversed(items(entry(node, "/Kids")))]
