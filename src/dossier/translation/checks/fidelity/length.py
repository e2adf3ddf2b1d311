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
    before, after = length(one.original_prose), length(one.translated_prose)
    share = usual_share(one.unit.language, one.language)
    if before < _BOUNDS[-1][0] or not share:
        return
    ratio = after / before / share
    low, high = next((low, high) for least, low, high in _BOUNDS if before >= least)
    if low <= ratio <= high:
        return
    usual = f"{before * share:.0f}"
    message = f"the translation has {after} letters and signs where the original has {before}; about {usual} would be usual"
    where = "whether a sentence is missing" if ratio < low else "whether something stands twice, or was added"
    yield Finding("T017", message, f"see {where}", (("ratio", f"{after / max(before, 1):.2f} (usual: {share:.2f})"),))


def length(text: str) -> int:
    """How many letters and signs ``text`` has, with one space between its words."""
    return len(" ".join(text.split()))


def usual_share(source: str, target: str) -> float | None:
    """How long a translation usually is, in lengths of its original; ``None`` where one of the languages was not measured."""
    before, after = (_LENGTH.get(tag.partition("-")[0]) for tag in (source, target))
    return after / before if before and after else None
