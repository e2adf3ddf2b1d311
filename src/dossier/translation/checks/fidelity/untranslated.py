"""T016: a translation is no copy of its original, and keeps no long run of its words.

Names alone (words with capitals, with small words like *of* between them), texts without words, and one word that both languages
may share are copied rightly. In a run, what stands in quotation marks or brackets is a source's own wording and does not count;
nor do addresses, code and placeholders.
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from dossier.language.registry import same_language
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage

_WORD = re.compile(r"[^\W\d_]+(?:['’\u200c-][^\W\d_]+)*")
_AROUND = ".,;:!?…،؛؟()[]«»“”‘’\"'*"
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|‘[^’]*’|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]|„[^“]*“|‹[^›]*›")
_ARABIC_SCRIPT = ("fa", "ar", "ps", "ur", "ckb")
_SMALL = re.compile("(?:of|the|and|for|in|on|to|a|an|at|by|de|du|des|la|le|les|et|en|à|al|von|van|der|el|d|l)", re.IGNORECASE)
_RUN_IN_ONE_SCRIPT, _RUN_IN_ANOTHER = 5, 4


def check(one: Passage) -> Iterator[Finding]:
    """Tell a copy; if it is none, the longest run of words that was left as it is."""
    if same_language(one.unit.language, one.language):
        return
    if is_copy(one):
        mend = "translate it, or empty msgstr: readers then see the original, marked as such"
        yield Finding("T016", "the translation is the original, word for word", mend)
    elif kept := kept_words(one):
        yield Finding("T016", f"the translation keeps words of the original: “{kept}”", "translate them too")


def is_copy(one: Passage) -> bool:
    """Whether the translation has the words of the original and no others, although there is something to translate."""
    if not _may_share_words(one):
        return False
    words = _words(one.original_prose)
    is_same = bool(words) and _is_copied(one, words, _words(one.translated_prose))
    return is_same and not _may_be_copied(words, one)


def kept_words(one: Passage) -> str:
    """The longest run of words that was left as it is, in a translation that is no copy; empty where there is none."""
    if not _may_share_words(one):
        return ""
    before, after = _words(one.original_prose), _words(one.translated_prose)
    return _kept(one, before, after) if before and after and not _is_copied(one, before, after) else ""


def _may_share_words(one: Passage) -> bool:
    pieces = one.original_prose.split()
    return len(pieces) <= 6 or _share(pieces, one.translated_prose.split(), 4)


def _is_copied(one: Passage, before: Sequence[str], after: Sequence[str]) -> bool:
    return _folded(before) == _folded(after) and _is_the_same(one.original_words, one.translated_words)


def _words(text: str) -> list[str]:
    """The words of ``text``; a file name, an option and the like stand as ``|``, over which no run goes."""
    pieces = (piece.strip(_AROUND) for piece in normalize("NFC", text).split())
    return [piece if _WORD.fullmatch(piece) else "|" for piece in pieces if piece]


def _folded(words: Sequence[str]) -> list[str]:
    return [word.casefold().replace("’", "'") for word in words]


def _is_the_same(original: str, translation: str) -> bool:
    """Also in what was left out above: of a command's synopsis, only the words in angle brackets are translated."""
    return _folded(_WORD.findall(original)) == _folded(_WORD.findall(translation))


def _may_be_copied(words: Sequence[str], one: Passage) -> bool:
    """Whether there is nothing to translate: a name, an abbreviation, or one word that both languages may have."""
    small = [word for word in words if len(word) > 1 and word[0].islower() and not _SMALL.fullmatch(word)]
    if not small:
        return all(word[0].isupper() or _SMALL.fullmatch(word) or len(word) == 1 for word in words)
    return len([word for word in words if word != "|"]) == 1 and _in_one_script(one)


def _in_one_script(one: Passage) -> bool:
    arabic = [tag.partition("-")[0] in _ARABIC_SCRIPT for tag in (one.unit.language, one.language)]
    return arabic[0] == arabic[1]


def _kept(one: Passage, words: Sequence[str], translated: Sequence[str]) -> str:
    """The longest run of words that both have in the same order, if it is long enough and more than names."""
    size = _RUN_IN_ONE_SCRIPT if _in_one_script(one) else _RUN_IN_ANOTHER
    if not _share(words, translated, size):
        return ""
    before, after = _words(_QUOTED.sub(" | ", one.original_prose)), _words(_QUOTED.sub(" | ", one.translated_prose))
    given, written = _folded(before), _folded(after)
    runs = {tuple(given[start : start + size]) for start in range(len(given) - size + 1)}
    start = next((index for index in range(len(written) - size + 1) if _counts(written, after, index, size, runs)), None)
    if start is None:
        return ""
    end = start + size
    while end < len(written) and tuple(written[end - size + 1 : end + 1]) in runs:
        end += 1
    return " ".join(after[start:end])


def _counts(written: Sequence[str], words: Sequence[str], start: int, size: int, runs: set[tuple[str, ...]]) -> bool:
    run = tuple(written[start : start + size])
    return run in runs and sum(word[0].islower() and len(word) > 1 for word in words[start : start + size]) >= size - 2


def _share(words: Sequence[str], translated: Sequence[str], size: int) -> bool:
    """Whether ``size`` words are in both texts, or a third of a short one; most pairs of texts need no closer look."""
    common = {word for word in words if word.islower()}.intersection(translated)
    return len(common) >= min(size - 1, len(words) / 3)
