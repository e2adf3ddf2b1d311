"""Names and words of another direction in an edition's own text, found by their script.

Pandoc's processor keeps the language of titles, but not of names: those it takes apart and puts together again. A name that runs
against the edition is isolated, with its family name, comma and given name in one piece, so that it reads in its own order.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.attribution.csl.items import people_of
from dossier.attribution.csl.reference import tag_for
from dossier.attribution.csl.runs import Row, Run
from dossier.attribution.csl.source import CitedSource
from dossier.language.bidi import direction_of
from dossier.language.value import Language

NO_LANGUAGE = "zxx"
"""BCP 47's tag of what is no language: numbers of documents, digital identifiers."""

_NOT_ARABIC = r"(?![؀-ࣿ֐-׿])"
_LETTER = rf"(?:{_NOT_ARABIC}[^\W\d_])"
# A full stop belongs to a word inside it (“e.V”) and after single letters (“J.”, “U.S.”), not at the end of a sentence.
_LATIN_WORD = rf"(?:(?:{_LETTER}\.)+(?!\w)|{_LETTER}(?:(?:{_NOT_ARABIC}[\w.’'&/@+-])*{_NOT_ARABIC}[\w’'])?)"
_LATIN_RUN = re.compile(
    rf"10\.[0-9]{{4,}}/\S+|[0-9](?:{_NOT_ARABIC}[\w./-])*[A-Za-z](?:{_NOT_ARABIC}[\w./-])*"
    rf"|{_LATIN_WORD}(?:[ \u00a0](?:&[ \u00a0])?{_LATIN_WORD})*"
)
_ARABIC_RUN = re.compile(r"[؀-ࣿ֐-׿][؀-ࣿ֐-׿\u200c\u200d]*(?:[ \u00a0][؀-ࣿ֐-׿][؀-ࣿ֐-׿\u200c\u200d]*)*")
_YEAR_LETTER = re.compile(r"(?:\d{4}/)?\d{4}[a-z]")
_GIVEN = re.compile(rf", ({_LATIN_WORD}(?:[ \u00a0]{_LATIN_WORD})*)")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that may stand in the text of an edition.

    ``tags`` are their languages, ``given`` the first letters of given names by family name, ``whole`` finds names of bodies with
    signs inside, which no rule would hold together.
    """

    tags: Mapping[str, str]
    given: Mapping[str, frozenset[str]]
    whole: re.Pattern[str] | None


def names_in(sources: Iterable[CitedSource], language: Language) -> Names:
    """The names in ``sources`` that run against ``language``."""
    tags: dict[str, str] = {}
    given: dict[str, set[str]] = {}
    whole: set[str] = set()
    for source in sources:
        for name in (name for people in people_of(source.record).values() for name in people):
            direction = direction_of(str(name))
            if direction == language.direction:
                continue
            tag = tag_for(direction, source.record.language)
            for form in (str(name), name.family, f"{name.family}, {name.given}"):
                tags[form] = tag
            given.setdefault(name.family, set()).add(name.given[:1])
            if name.literal and not _pattern(language).fullmatch(name.literal):
                whole.add(name.literal)
    pattern = "|".join(re.escape(name) for name in sorted(whole, key=lambda name: (-len(name), name)))
    return Names(tags, {name: frozenset(first) for name, first in given.items()}, re.compile(pattern) if whole else None)


def set_apart(row: Row, names: Names, language: Language) -> Row:
    """``row`` with the foreign words of the edition's own text in runs of their own."""
    done: Row = []
    for token in row:
        if isinstance(token, Run) and not token.lang and not token.href:
            done += [replace(token, text=text, lang=tag) for text, tag in _pieces(token.text, names, language)]
        else:
            done.append(token)
    return done


def _pieces(text: str, names: Names, language: Language) -> Iterator[tuple[str, str]]:
    start = 0
    for found in names.whole.finditer(text) if names.whole else ():
        yield from _found(text[start : found.start()], names, language)
        yield found[0], names.tags[found[0]]
        start = found.end()
    yield from _found(text[start:], names, language)


def _found(text: str, names: Names, language: Language) -> Iterator[tuple[str, str]]:
    pattern, start, place = _pattern(language), 0, 0
    while match := pattern.search(text, place):
        words = match[0].rstrip(".,/-+&") if not _is_initial(match[0]) else match[0]
        place = match.start() + len(words)
        if not words or (language.rtl and _YEAR_LETTER.fullmatch(words)):
            place = match.end()
            continue
        if language.rtl and (more := _GIVEN.match(text, place)) and more[1][:1] in names.given.get(words, ()):
            words += more[0].rstrip(".") if not _is_initial(more[0]) else more[0]
            place = match.start() + len(words)
        if match.start() > start:
            yield text[start : match.start()], ""
        yield words, _tag(words, names, language)
        start = place
    if start < len(text):
        yield text[start:], ""


def _is_initial(words: str) -> bool:
    # “Smith, J.”: this full stop is the name's.
    return bool(re.search(r"(?:^|[ \u00a0])[^\W\d_]\.$", words))


def _tag(words: str, names: Names, language: Language) -> str:
    if known := names.tags.get(words):
        return known
    if any(char.isdigit() for char in words) and " " not in words:
        return NO_LANGUAGE
    return "en" if language.rtl else "fa"


def _pattern(language: Language) -> re.Pattern[str]:
    return _LATIN_RUN if language.rtl else _ARABIC_RUN
