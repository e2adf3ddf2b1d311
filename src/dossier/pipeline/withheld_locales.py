"""Withheld names in locale files: read without them, updated without them, and told of where translators wrote them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from glob import escape

from dossier.content.reading import read_found
from dossier.content.withheld.redactor import Form, Redactor
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, Dossier, Unit
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.translation import Catalog, Translation
from dossier.translation.cut import translatable
from dossier.translation.locations import po_folder, po_path
from dossier.translation.po import Entry, Key, read_po, write_po
from dossier.translation.withheld import without_names

_CONTINUED = re.compile(r'"[ \t]*\n(?:#[~|]+[ \t]*)*"')


def redacted_catalog(catalog: Catalog, document: Document, redactor: Redactor) -> Catalog:
    """``catalog`` of ``document`` without withheld names, in the translations and in the keys they are found by.

    A translation of a passage from the time before a name in it was withheld still belongs to the passage.
    """
    if not redactor.names:
        return catalog
    known = _Known(translatable(document, catalog.language), redactor)
    entries: dict[Key, Translation] = {}
    for key, translation in catalog.entries.items():
        own, form = known.find(key)
        text = redactor.text(translation.text, catalog.language, form)
        previous = redactor.text(translation.previous, document.language, form) if translation.previous else translation.previous
        # An entry that was written for the passage as it is now comes before one that only came to be like it.
        if own == key or own not in catalog.entries:
            entries[own] = replace(translation, text=text, previous=previous)
    return Catalog(catalog.language, entries)


def without_withheld(files: Mapping[str, bytes], dossier: Dossier, language: str, redactor: Redactor) -> dict[str, bytes]:
    """PO files (path and bytes) with no withheld name in what dossier wrote into them: ``msgid`` and what it was before.

    Translators' own words stay as they are. A file that cannot be read stays as it is too; updating it tells why.
    """
    if not redactor.names:
        return dict(files)
    units = {po_path(dossier.id, one.id, language): translatable(one, language) for one in dossier.documents}
    return {path: _rewritten(data, path, _Known(units.get(path, ()), redactor)) for path, data in files.items()}


def found_in_locales(files: Files, dossier: Dossier, language: str) -> tuple[Diagnostic, ...]:
    """C024 for every entry of the dossier's locale files in ``language`` that has a withheld name, obsolete ones too."""
    redactor = Redactor(dossier.withheld, str)
    if not redactor.names:
        return ()
    paths = files.glob(f"{escape(po_folder(dossier.id, language))}/**/*.po")
    return tuple(found for path in paths for found in _found_in(files, path, redactor))


class _Known:
    """The units of a document, as their entries in a PO file are found: by what they are, or by what they were with the name."""

    def __init__(self, units: Iterable[Unit], redactor: Redactor) -> None:
        self._units = {unit.key: unit for unit in units}
        self._languages = tuple(dict.fromkeys(unit.language for unit in self._units.values())) or ("",)
        self._redactor = redactor

    def find(self, key: Key) -> tuple[Key, Form]:
        """The key without names, and the form of its text."""
        context, msgid = key
        forms = [(form, language) for form in (Form.MARKDOWN, Form.PLAIN) for language in self._languages]
        keys = [((context, self._redactor.text(msgid, language, form)), form) for form, language in forms]
        found = next((own for own, _ in keys if own in self._units), keys[0][0])
        unit = self._units.get(found)
        return found, Form.PLAIN if unit is not None and isinstance(unit.target, str) else Form.MARKDOWN


def _rewritten(data: bytes, path: str, known: _Known) -> bytes:
    try:
        file = read_po(data, path)
    except DossierError:
        return data
    without_names(file, lambda key: known.find(key)[0])
    return write_po(file)


def _found_in(files: Files, path: str, redactor: Redactor) -> Iterator[Diagnostic]:
    try:
        file = read_po(read_found(files, path), path)
    except DossierError:
        return  # told where the file is read for its translations
    for entry in file.entries:
        line = _line_with_name(entry, redactor)
        if line:
            yield Diagnostic(CODES["C024"], "a name that is withheld stands in this entry", Place(path, line, 1))


def _line_with_name(entry: Entry, redactor: Redactor) -> int:
    """The line of the part of ``entry`` that has a name; 0 where none has."""
    if not redactor.holds(_CONTINUED.sub("", entry.raw or "")):
        return 0
    parts = (("msgid", entry.msgid), ("msgstr", entry.text))
    return next((entry.line_of(keyword) for keyword, text in parts if redactor.holds(text)), entry.line)
