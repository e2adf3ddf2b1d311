"""T017: a translation is about as long as translations into its language are.

Compared are the letters of running text. How much longer French is than English, and how far single passages stray from that, was
measured on this repository's catalogs and on those of some hundred programmes (28,000 entries in French, 2,100 in Persian): the
bounds leave out about one passage in a hundred. Short passages stray too far to tell anything, and other languages were not
measured.
"""

from collections.abc import Iterator

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage

_LENGTH = {"en": 1.0, "fr": 1.18, "fa": 0.93}
"""How long the same is in each language."""
_BOUNDS = ((320, 0.82, 1.27), (160, 0.80, 1.30), (80, 0.72, 1.45), (40, 0.63, 1.71))
"""From so many letters on: the shortest and the longest translation, against what is expected."""


def check(one: Passage) -> Iterator[Finding]:
    """Compare the length of the translation with what it would be from the original."""
    before, after = _length(one.original_prose), _length(one.translated_prose)
    source, target = _LENGTH.get(_base(one.unit.language)), _LENGTH.get(_base(one.language))
    if before < _BOUNDS[-1][0] or not source or not target:
        return
    ratio = after / before * source / target
    low, high = next((low, high) for least, low, high in _BOUNDS if before >= least)
    if low <= ratio <= high:
        return
    usual = f"{before * target / source:.0f}"
    message = f"the translation has {after} letters and signs where the original has {before}; about {usual} would be usual"
    where = "whether a sentence is missing" if ratio < low else "whether something stands twice, or was added"
    yield Finding("T017", message, f"see {where}", (("ratio", f"{after / max(before, 1):.2f} (usual: {target / source:.2f})"),))


def _length(text: str) -> int:
    return len(" ".join(text.split()))


def _base(tag: str) -> str:
    return tag.partition("-")[0]
