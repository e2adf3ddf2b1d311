"""T025: the zero-width non-joiner stands in frequent Persian forms that need it, and nowhere where it does nothing."""

from collections.abc import Iterator

from dossier.language.persian import joiners
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import around, read
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Look for «می» and verb, plural «ها», «ای», «تر» and «اند» apart or joined, and for joiners that join nothing.

    Only sure forms are told, for a false alarm costs more than a miss: «می» as *wine* or *May*, «تر» as *wet* and the
    vocative «ای» are passed over, and joined verbs are found by a list of frequent ones. A joiner is idle where it is
    doubled, at the edge of a word, or behind a letter that never joins (told only along with the others); behind a closing
    mark, code or digits it holds an ending.
    """
    reading = read(one)
    if reading.language != "fa":
        return
    text = reading.translated
    missing, idle = sorted(joiners.missing(text)), joiners.idle(text)
    if missing:
        words = "; ".join(around(text, *place) for place in missing[:3])
        forms = {joiners.whole_word(text, *place): None for place in missing}
        message = f"no joiner (ZWNJ, U+200C) in {', '.join(f'«{form}»' for form in forms)}: {words}"
        yield Finding("T025", message, f"write {', '.join(f'«{joiners.mended(form)}»' for form in forms)}")
    if idle:
        idle = sorted([*idle, *joiners.superfluous(text)])
        words = "; ".join(around(text, *place) for place in idle[:3])
        message = f"a joiner (ZWNJ, U+200C) that does nothing, at character {idle[0][0] + 1}: {words}"
        yield Finding(
            "T025", message, "take it out where it is doubled, at the edge of a word, or behind a letter that does not join"
        )
