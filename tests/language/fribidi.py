"""FriBidi, the library by which Pango orders a line, as a judge: it implements Unicode Annex 9 apart from us."""

import ctypes
from collections.abc import Iterable, Sequence
from functools import cache

from bidi_cases import with_ink
from dossier.language.rule import Run
from judges import not_judged

_NAME = "libfribidi.so.0"
_BASE = {"ltr": 0x110, "rtl": 0x111}
OPENING, CLOSING = {"ltr": "\u2066", "rtl": "\u2067"}, "\u2069"


@cache
def _library() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(_NAME)
    except OSError as error:
        not_judged(f"JUDGE MISSING: {error}; the order of mixed lines was not judged", required_by="REQUIRE_JUDGES")


def order(text: str, direction: str) -> list[int]:
    """Which characters of ``text`` stand from left to right, in one line whose direction is ``direction``."""
    library, length = _library(), len(text)
    characters = (ctypes.c_uint32 * length)(*map(ord, text))
    types, brackets = (ctypes.c_uint32 * length)(), (ctypes.c_uint32 * length)()
    levels, places = (ctypes.c_int8 * length)(), (ctypes.c_int * length)(*range(length))
    base = ctypes.c_uint32(_BASE[direction])
    library.fribidi_get_bidi_types(characters, length, types)
    library.fribidi_get_bracket_types(characters, length, types, brackets)
    assert library.fribidi_get_par_embedding_levels_ex(types, brackets, length, ctypes.byref(base), levels)
    assert library.fribidi_reorder_line(0, types, length, 0, base, levels, None, places)
    return list(places)


def visual(text: str, direction: str) -> str:
    """The characters of ``text`` from left to right; nothing is mirrored."""
    return "".join(text[place] for place in order(text, direction))


def order_of_isolated(text: str, runs: Sequence[Run], direction: str) -> list[int]:
    """Which characters of ``text`` stand from left to right if ``runs`` are isolated, without isolates and what has no ink."""
    isolated = with_isolates(text, runs)
    marks = {*OPENING.values(), CLOSING}
    assert not marks.intersection(text)
    number = -1
    numbers = [number := number + 1 if sign not in marks else number for sign in isolated]
    return [numbers[place] for place in order(isolated, direction) if with_ink(isolated[place])]


def with_isolates(text: str, runs: Iterable[Run]) -> str:
    """``text`` with Unicode's isolates where the markup has ``bdi``."""
    done, position = [], 0
    for run in runs:
        done.append(text[position : run.start])
        inside = text[run.start : run.end]
        done.append(f"{OPENING[run.direction]}{inside}{CLOSING}" if run.direction else inside)
        position = run.end
    return "".join([*done, text[position:]])
