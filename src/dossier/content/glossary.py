"""``content/<dossier>/glossary.toml``: names and terms with their one right form in each language. The file is optional."""

from collections.abc import Iterator
from glob import escape
from unicodedata import normalize

from dossier.content.places import Places
from dossier.content.reading import read_found
from dossier.content.schema import validate
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.model.files import Files
from dossier.model.glossary import Glossary, GlossaryEntry
from dossier.model.place import Place

NAME = "glossary.toml"
"""Name of the file in a dossier's folder."""

Wording = tuple[str, str]
"""A language tag, and words under which an entry occurs in that language."""


def read_glossary(files: Files, folder: str, language: str) -> tuple[Glossary, tuple[Diagnostic, ...]]:
    """The glossary of the dossier in ``folder``; an empty one where it has none.

    Parameters
    ----------
    files, folder:
        The project, and the dossier's folder in it.
    language:
        The dossier's own language, in which every entry has a form; ``und`` where it is not known.

    Returns
    -------
    The glossary and warnings about its text (C002, C003).

    Raises
    ------
    DossierError
        With all that is wrong with it: C001, C005, C007 to C009, C011, C022; C014 and S006 where it cannot be read.
    """
    path = f"{folder}/{NAME}"
    # Listed, not asked for: a link that leads out of the project is refused aloud, as everywhere.
    if path not in files.glob(escape(path)):
        return Glossary(), ()
    text, warnings = decode(read_found(files, path), path)
    values, places = read_toml(text, path)
    try:
        glossary = validate(Glossary, values, places)
    except DossierError as error:
        raise DossierError((*warnings, *error.diagnostics)) from error
    findings = (*warnings, *_without_own_form(glossary, language, places), *_taken_twice(glossary, places))
    if has_errors(findings):
        raise DossierError(findings)
    return glossary, findings


def _without_own_form(glossary: Glossary, language: str, places: Places) -> Iterator[Diagnostic]:
    for index, entry in enumerate(glossary.entries):
        if language != "und" and language not in entry.forms:
            message = f"“{entry.id}” has no form in the dossier's own language, “{language}”"
            mend = f'write forms = {{ {language} = "…" }}, as the name stands in your text'
            yield Diagnostic(CODES["C007"], message, places.key(("entries", index, "forms")), mend=mend)


def _taken_twice(glossary: Glossary, places: Places) -> Iterator[Diagnostic]:
    ids: dict[str, Place] = {}
    wordings: dict[Wording, tuple[str, Place]] = {}
    for index, entry in enumerate(glossary.entries):
        place = places.value(("entries", index, "id"))
        if entry.id in ids:
            details = (("first", str(ids[entry.id])),)
            mend = "keep one of the two entries, or give this one an id of its own"
            yield Diagnostic(CODES["C022"], f"the id “{entry.id}” is used a second time", place, details, mend)
            continue
        ids[entry.id] = place
        for wording, where in _wordings(entry, index, places):
            first, first_place = wordings.setdefault(wording, (entry.id, where))
            if first != entry.id:
                yield _shared(wording, first, first_place, where)


def _wordings(entry: GlossaryEntry, index: int, places: Places) -> Iterator[tuple[Wording, Place]]:
    """Every wording under which ``entry`` is looked for, and where it stands."""
    for key, table in (("forms", entry.forms), ("abbreviations", entry.abbreviations)):
        for language, words in table.items():
            yield (language, normalize("NFC", words)), places.value(("entries", index, key, language))
    for language, several in entry.variants.items():
        for position, words in enumerate(several):
            yield (language, normalize("NFC", words)), places.value(("entries", index, "variants", language, position))


def _shared(wording: Wording, first: str, first_place: Place, place: Place) -> Diagnostic:
    language, words = wording
    message = f"“{words}” stands for “{first}” in “{language}” already"
    mend = "leave it to one of the two entries: nobody could tell which one a text means"
    return Diagnostic(CODES["C022"], message, place, (("first", str(first_place)),), mend)
