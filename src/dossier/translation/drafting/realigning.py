"""Which word comes from which, after words were joined or parted."""

import re

_WORD = re.compile(r"\S+")
_BETWEEN = re.compile(r"[\s\u200c]+")


def realigned(before: str, alignment: tuple[int, ...], after: str) -> tuple[int, ...]:
    """The alignment of ``before`` for ``after``, which has the same letters but other spaces and joiners.

    A word that was joined from several has the origin of the first. Empty where the letters differ, or nothing was known.
    """
    letters = _BETWEEN.sub("", before)
    if len(_WORD.findall(before)) != len(alignment) or len(letters) != len(_BETWEEN.sub("", after)):
        return ()
    origins = [origin for word, origin in zip(_WORD.findall(before), alignment, strict=True) for _ in _BETWEEN.sub("", word)]
    made, place = [], 0
    for word in _WORD.findall(after):
        length = len(_BETWEEN.sub("", word))
        if length == 0:  # a lone joiner
            return ()
        made.append(origins[place])
        place += length
    return tuple(made)
