"""T023: letters and digits are those of the script that the language is written in."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from dossier.language.lookalikes import LATIN_FOR, called
from dossier.language.script import foreign_letters, letters, script_of
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import NOTE, OBJECT, around, read
from dossier.translation.checks.passage import Passage

_LATIN, _LIKE_IT = letters("Latn"), letters("Grek", "Cyrl")
_MIXED = re.compile(rf"[{_LIKE_IT}](?:(?<=[{_LATIN}].)|(?=[{_LATIN}]))")
_WORD, _WORD_BEFORE = re.compile(r"[\w’'-]{1,60}"), re.compile(r"[\w’'-]+$")
_LATIN_WORD = re.compile(rf"[{_LATIN}](?:[{_LATIN}\d’'._/+#&-]*[{_LATIN}\d])?")
_LATIN_RUN = re.compile(
    rf"(?<![{_LATIN}0-9.*/<_=&+'~$#\u200e{OBJECT}-])[{_LATIN}0-9]+(?: [{_LATIN}0-9]+)*"
    rf"(?![{_LATIN}0-9/(\[>_=+'$#{OBJECT}-]|\s*[:=]|\.\w)"
)
_COMMON_WORD = re.compile(r"[a-z]{2,}")
_NAMED = re.compile(r"[“‘'\"]([a-z]+)[”’'\"]")
_OPENING, _CLOSING = tuple("(«“‹["), tuple(")»”›]")
_BETWEEN_LATIN = re.compile(rf"[\s\d,;:.!?()\[\]“”\"'{OBJECT}&/-]*")
_ASCII_NUMBER = re.compile(
    rf"[0-9](?<![^\s(«\[،؛×–-].)[0-9]*(?:[,/:×–-][0-9]+){{0,2}}(?![^\s)»\]،؛؟.!×–\u200c{NOTE}-])(?!\s*[A-Za-z%${OBJECT}]|\.\w)"
    r"|[0-9]+(?=[٬٫۰-۹])|[0-9](?<=[٬٫۰-۹].)[0-9]*"
)
_LATIN_BEFORE = re.compile(rf"[A-Za-z%$=*+<>{OBJECT}][\s.(–-]*$")
_EASTERN_DIGIT = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]+")
_LOOKS_LATIN, _WITHOUT_LATIN = ("Grek", "Cyrl"), ("Arab", "Cyrl", "Grek", "Hebr")
_PERSIAN = re.compile(r"[\u0621-\u06d3]{2}|[«»]")


def check(one: Passage) -> Iterator[Finding]:
    """Look for letters of two scripts in one word, for words of other scripts, and in Persian for Latin words and digits.

    Whatever the original has, too, is a name, an acronym or a citation; so may be a single Latin word with a capital, and a
    single Greek letter that looks like no Latin one. But Latin words in small letters are left-overs where they stand bare in
    Persian: not emphasised, not alone between brackets or quotation marks, not beside a name. ASCII digits are a fault in
    Persian where they stand free, between Persian words; in versions, measures and beside Latin words or placeholders they
    are left alone, and Arabic digits are T024's.
    """
    reading, script = read(one), script_of(one.language)
    original, translated = reading.original, reading.translated
    if script == "Latn" and translated.isascii():
        return
    pattern = foreign_letters(one.language)
    if script in _LOOKS_LATIN or (pattern and pattern.search(translated)):
        yield from _mixed(original, translated)
    if pattern:
        yield from _foreign(pattern, original, translated)
    if script in _WITHOUT_LATIN:
        yield from _latin_words(one, original, translated)
    if reading.language == "fa":
        yield from _ascii_digits(original, translated)
    elif script == "Latn" and (digits := _EASTERN_DIGIT.search(translated)) and digits[0] not in original:
        words = around(translated, *digits.span())
        yield Finding("T023", f"numbers in the digits of another script, “{digits[0]}”: {words}", "write them with 0123456789")


def _mixed(original: str, translated: str) -> Iterator[Finding]:
    for found in _MIXED.finditer(translated):
        word = _word_at(translated, found.start())
        if word in original or word[0] == "μ":  # a unit: μm
            continue
        letter = found[0][0]
        mend = f"write it with {LATIN_FOR[letter]}" if letter in LATIN_FOR else "write it with letters of one script"
        yield Finding("T023", f"letters of two scripts in one word, “{word}”: {called(letter)}", mend)
        return


def _word_at(text: str, place: int) -> str:
    before = _WORD_BEFORE.search(text[max(0, place - 60) : place])
    behind = _WORD.match(text, place)
    return f"{before[0] if before else ''}{behind[0] if behind else ''}"


def _foreign(pattern: re.Pattern[str], original: str, translated: str) -> Iterator[Finding]:
    for found in pattern.finditer(translated):
        word = _word_at(translated, found.start())
        if word in original or _is_symbol(word) or _MIXED.search(word):
            continue
        words = around(translated, found.start(), found.end())
        mend = "write it in the language's own letters, or mark words of another language: […]{lang=…}"
        yield Finding("T023", f"{called(found[0])} is of a script that the language does not use: {words}", mend)
        return


def _is_symbol(word: str) -> bool:
    return len(word) == 1 and "\u0370" <= word <= "\u03ff" and word not in LATIN_FOR


def _latin_words(one: Passage, original: str, translated: str) -> Iterator[Finding]:
    if not _LATIN_WORD.search(translated):
        return
    places = next(_common_words(one, original, translated), None) or _added_words(original, translated)
    if places:
        start, end = places
        message = f"Latin words that are no name and no sign, “{translated[start:end]}”: {around(translated, start, end)}"
        yield Finding("T023", message, "translate them, or mark them as another language’s: […]{lang=en}")


def _common_words(one: Passage, original: str, translated: str) -> Iterator[tuple[int, int]]:
    """Where words in small letters stand bare, and the original does not quote them."""
    named = set(_NAMED.findall(original))
    for run in _LATIN_RUN.finditer(translated):
        before, behind = (
            translated[max(0, run.start() - 2) : run.start()].rstrip(),
            translated[run.end() : run.end() + 2].lstrip(),
        )
        is_enclosed = before[-1:] in _OPENING and behind[:1] in _CLOSING
        words = run[0].split()
        if not is_enclosed and all(map(_COMMON_WORD.fullmatch, words)) and not set(words) <= named | _emphasised(one.translated):
            yield run.span()


def _emphasised(tokens: Sequence[Token]) -> set[str]:
    depth, words = 0, set[str]()
    for token in tokens:
        depth += token.nesting if token.type.startswith(("em_", "strong_")) else 0
        if depth:
            words.update(token.content.split())
    return words


def _added_words(original: str, translated: str) -> tuple[int, int] | None:
    """Where two Latin words stand together that the original does not have."""
    known = {word.lower() for word in _LATIN_WORD.findall(original)}
    added = [found for found in _LATIN_WORD.finditer(translated) if found[0].lower() not in known]
    for first, second in pairwise(added):
        if _BETWEEN_LATIN.fullmatch(translated, first.end(), second.start()):
            return first.start(), second.end()
    return None


def _ascii_digits(original: str, translated: str) -> Iterator[Finding]:
    if not _PERSIAN.search(translated):
        return
    found = [
        one
        for one in _ASCII_NUMBER.finditer(translated)
        if not _LATIN_BEFORE.search(translated, max(0, one.start() - 12), one.start())
    ]
    if found:
        numbers = ", ".join(dict.fromkeys(f"“{one[0]}”" for one in found))
        words = around(translated, *found[0].span())
        yield Finding("T023", f"numbers in Latin digits, {numbers}: {words}", "write them in Persian digits: ۰۱۲۳۴۵۶۷۸۹")
