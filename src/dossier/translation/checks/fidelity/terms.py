"""T015: names and terms are those of the glossary.

Where the original has a wording of an entry (the longest that stands there: in *UN Security Council* the *UN* does not count),
the translation has to have one of the entry's wordings in its language: form, abbreviation or variant, in capitals or not, terms
with plurals and endings. Once is enough. A wording within the longer one of another entry that the original names too does not
count.
"""

from collections.abc import Iterator, Mapping

from dossier.language.glossary_search import glossary_search
from dossier.language.name_search import inflected, spelt, wordings
from dossier.model.glossary import GlossaryEntry, TermKind
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage


def check(one: Passage) -> Iterator[Finding]:
    """Look for each entry that the original names among the words of the translation."""
    if not one.glossary.entries:
        return
    known = glossary_search(one.glossary, one.unit.language)
    if known.search is None:
        return
    named = {identifier: known.entries[identifier] for identifier in dict.fromkeys(known.search.found(one.original_words))}
    if not named:
        return
    text = spelt(one.translated_words)
    places = {identifier: _places(entry, one.language, text) for identifier, entry in named.items()}
    for identifier, entry in named.items():
        if next(wordings(entry, one.language), None) and not _has_its_own(identifier, places):
            yield _missing(entry, one)


def _missing(entry: GlossaryEntry, one: Passage) -> Finding:
    forms = tuple(dict.fromkeys(wordings(entry, one.language)))
    original = next(wordings(entry, one.unit.language))
    message = f"the original names “{original}”, the translation does not have “{forms[0]}”"
    others = f", or {', '.join(f'“{form}”' for form in forms[1:4])}" if len(forms) > 1 else ""
    return Finding("T015", message, f"write “{forms[0]}”{others}; or add your wording to the variants in glossary.toml")


def _places(entry: GlossaryEntry, language: str, text: str) -> list[tuple[int, int]]:
    is_name = entry.kind is not TermKind.TERM
    shapes = (inflected(wording, language, is_name=is_name) for wording in wordings(entry, language))
    return [found.span() for shape in shapes for found in shape.finditer(text)]


def _has_its_own(identifier: str, places: Mapping[str, list[tuple[int, int]]]) -> bool:
    others = [place for other, found in places.items() if other != identifier for place in found]
    return any(not any(_is_within(place, other) for other in others) for place in places[identifier])


def _is_within(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return place != other and other[0] <= place[0] and place[1] <= other[1]
