"""Notes, rights, languages in words, and keywords: 5xx and 653."""

from collections.abc import Iterator

from babel.core import Locale, UnknownLocaleError

from dossier.archive.payload import is_translation
from dossier.archive.sidecars.marc_fields import Field, field
from dossier.model.deposit import DossierRecord, EditionRecord

OF_A_SOURCE = ("3", "Source")
"""The subfield that begins a note on one of the sources."""


def notes(record: DossierRecord, edition: EditionRecord) -> Iterator[Field]:
    """500 the state of review, 520, 540 (with ``$3`` for the sources), 546 with the script, 653."""
    about = edition.metadata
    yield field("500", "  ", a=about.review)
    yield field("520", "  ", a=about.description)
    yield field("540", "  ", a=about.rights)
    yield from (field("540", "  ", OF_A_SOURCE, ("a", line)) for line in about.source_rights)
    yield from (field("786", "0 ", ("n", line)) for line in about.sources)
    yield field("546", "  ", a=_language_note(record, edition), b=_script(about.language))
    yield from (field("653", "  ", a=word) for word in about.subjects)


def _language_note(record: DossierRecord, edition: EditionRecord) -> str:
    """In English, as a catalogue's own words: the language, the original's, and how much of it is a machine's."""
    own = _in_english(edition.metadata.language)
    if not is_translation(record, edition):
        return f"In {own}, the language in which the dossier was written."
    note = f"In {own}; translated from {_in_english(record.config.language)}."
    if not edition.machine:
        return note
    return f"{note} Drafted by a machine and not reviewed by a person: {_percent(edition.machine)} of the words."


def _percent(share: float) -> str:
    """A share in whole per cents; what is not nothing and not all is not rounded to it."""
    return f"{min(max(round(share * 100), 1), 99 if share < 1 else 100)} %"


def _in_english(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _script(tag: str) -> str:
    """The script in English, where it is not the Latin one; as CLDR has it for the language."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    known = likely.get(tag.replace("-", "_")) or likely.get(tag.partition("-")[0], "")
    script = next((part for part in f"{tag.replace('-', '_')}_{known}".split("_") if len(part) == 4 and part.isalpha()), "Latn")
    name = Locale("en").scripts.get(script, script)
    return "" if script == "Latn" else f"{name} script"
