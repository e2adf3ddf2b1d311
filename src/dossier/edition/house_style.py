"""The habits of the house: how an edition sets words of any language, as its dossier asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from babel.core import UnknownLocaleError

from dossier.language.digits import with_digits
from dossier.language.pseudo import is_pseudo
from dossier.language.registry import language as by_tag
from dossier.language.registry import same_language
from dossier.language.value import Language
from dossier.model.records import Digits, Reproduce, SourceRecord
from dossier.model.translation import LocalizedDossier


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What is the same for all words of an edition.

    Parameters
    ----------
    digits:
        In which digits numbers stand.
    known:
        Tags of the languages that the dossier is made of: a run of foreign letters is one of them, if only one has such letters.
    sources:
        The language of each source, by the id of its record.
    """

    digits: Digits = Digits.NATIVE
    known: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)

    def language(self, tag: str) -> Language:
        """The language ``tag`` with the habits of the house.

        Raises
        ------
        babel.core.UnknownLocaleError, ValueError
            Where CLDR does not know the tag.
        """
        return _language(tag, self.digits)

    def find(self, tag: str) -> Language | None:
        """The same; ``None`` where CLDR does not know the tag, or it is empty: ``{lang=…}`` is written by hand."""
        try:
            return self.language(tag)
        except (UnknownLocaleError, ValueError):
            return None

    def are_own_words(self, sources: Sequence[str], tag: str) -> bool:
        """Whether quoted words in the language ``tag`` may be those of one of ``sources``, and not a translation of them."""
        return any(same_language(self.sources.get(source, tag), tag) for source in sources)


@cache
def _language(tag: str, digits: Digits) -> Language:
    language = by_tag(tag)
    # A pseudo-language has no digits to choose from; what goes by the name of its script is not the language.
    if digits is Digits.NATIVE or is_pseudo(tag):
        return language
    return with_digits(language, "latin" if digits is Digits.LATIN else "as-written")


def house_style(localized: LocalizedDossier) -> HouseStyle:
    """The habits that the dossier ``localized`` asks for."""
    config = localized.dossier.config
    sources = {source.record.id: source.record.language for source in localized.sources}
    documents = (document.document.language for document in localized.documents)
    known = tuple(dict.fromkeys((config.language, *config.languages, *documents, *sources.values())))
    return HouseStyle(config.typography.digits, known, sources)


def reproduced_language(matter: object) -> str:
    """The language in which a document's words are a source's own; empty where they are the dossier's."""
    if isinstance(matter, SourceRecord) and matter.reproduce in (Reproduce.FULL, Reproduce.EXCERPT):
        return matter.language
    return ""
