"""T024: Persian is written with Persian letters and digits, not with the Arabic ones that look like them."""

import re
import unicodedata
from collections.abc import Iterator

from dossier.language.lookalikes import PERSIAN_FOR, PRESENTATION_FORMS, called
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import around, read
from dossier.translation.checks.passage import Passage

_WRONG = re.compile(f"[{''.join(PERSIAN_FOR)}{PRESENTATION_FORMS}]")


def check(one: Passage) -> Iterator[Finding]:
    """Look for each such letter, wherever Persian is the language of the translation.

    Readers see no difference, or a small one; search, sorting and the index of names find nothing. Arabic that is quoted may be
    marked, and is then passed over: ``[العدالة]{lang=ar}``.
    """
    reading = read(one)
    if reading.language != "fa" or not _WRONG.search(reading.translated):
        return
    places: dict[str, list[int]] = {}
    for found in _WRONG.finditer(reading.translated):
        places.setdefault(found[0], []).append(found.start())
    for letter, where in places.items():
        right = PERSIAN_FOR.get(letter) or unicodedata.normalize("NFKC", letter)
        words = "; ".join(around(reading.translated, place, place + 1) for place in where[:3])
        message = f"{called(letter)} is no Persian letter, at character {where[0] + 1}"
        if len(where) > 1:
            message += f" and {len(where) - 1} more"
        yield Finding("T024", f"{message}: {words}", f"write {right} in its place, or mark Arabic words: […]{{lang=ar}}")
