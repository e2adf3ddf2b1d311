"""The search for a glossary's entries in texts of one language, made once for a glossary."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.language.name_search import Search, search_in
from dossier.model.glossary import Glossary, GlossaryEntry


@dataclass(frozen=True, slots=True)
class GlossarySearch:
    """Entries by their ids, and how they are found; no search where the glossary has no words of the language."""

    search: Search | None
    entries: Mapping[str, GlossaryEntry]


def glossary_search(glossary: Glossary, language: str) -> GlossarySearch:
    """The search for the entries of ``glossary`` in texts of ``language``."""
    return _made(_Same(glossary), language)


class _Same:
    """A glossary as a key: two are one only where they are the same object, which is quicker than comparing them."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.glossary is self.glossary

    def __hash__(self) -> int:
        return id(self.glossary)


@lru_cache(maxsize=16)
def _made(same: _Same, language: str) -> GlossarySearch:
    entries = same.glossary.entries
    return GlossarySearch(search_in(language, entries), {entry.id: entry for entry in entries})
