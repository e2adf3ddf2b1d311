"""The templates' own strings in the language of an edition, from PO files in layers: the programme's, then the user's."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import c2py
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from dossier.language.pseudo import Pseudo, pseudo_text
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

Key = tuple[str | None, str]
# Babel stops at a date it cannot read, also at none; nobody asks for these two here. Lines stay where they are.
_DATES = re.compile(rb'^"(?:PO-Revision-Date|POT-Creation-Date):[^"]*"', re.MULTILINE)
_LINE = re.compile(r'\s*|#.*|\s*(?:msg(?:ctxt|id|id_plural|str(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*')
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
# What is no word of a message: placeholders, a percent sign, markup, character references, addresses.
_NO_WORDS = re.compile(rf"{_PLACEHOLDER.pattern}|%%|<[^<>]+>|&#?\w+;|https?://\S+")


def _germanic(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, slots=True)
class Messages:
    """Translations of messages, with gettext's functions as methods.

    Parameters
    ----------
    entries:
        The forms of each translation, by context and msgid. Messages without plural have one form.
    plural:
        Which form a number takes.
    untranslated:
        What is shown of a message without a translation: the message as it is, in English.
    """

    entries: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = _germanic
    untranslated: Callable[[str], str] = str

    def gettext(self, message: str) -> str:
        """The translation of ``message``."""
        return self._translated(None, message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The form of the translation that goes with ``number``."""
        forms = self.entries.get((None, singular))
        if forms is None:
            return self.untranslated(singular if number == 1 else plural)
        return forms[min(self.plural(number), len(forms) - 1)]

    def pgettext(self, context: str, message: str) -> str:
        """The translation of ``message`` in ``context``."""
        return self._translated(context, message)

    def _translated(self, context: str | None, message: str) -> str:
        forms = self.entries.get((context, message))
        return forms[0] if forms else self.untranslated(message)


def pseudo_messages(pseudo: Pseudo) -> Messages:
    """Every message in a pseudo-language, a project's own ones included: placeholders, markup and addresses stay."""
    return Messages(untranslated=lambda message: pseudo_text(message, pseudo, _NO_WORDS))


def read_messages(layers: Iterable[tuple[str, bytes]]) -> Messages:
    """Merge PO files of the domain ``templates`` message by message; a later one overrides.

    Entries with the flag ``fuzzy`` are used: these words are furniture of the page, an English “Contents” on a Persian page
    helps nobody, and the edition's own state of review is told elsewhere.

    Parameters
    ----------
    layers:
        Path (for diagnostics) and bytes of each file.

    Raises
    ------
    DossierError
        T008 for a file that is not UTF-8; T001 for one that is no PO file, or whose translation lacks a placeholder.
    """
    entries: dict[Key, tuple[str, ...]] = {}
    plural: Callable[[int], int] = _germanic
    for path, data in layers:
        catalog = _parsed(path, data)
        plural = c2py(catalog.plural_expr)
        for message in catalog:
            forms = _forms(message)
            if message.id and all(forms):
                _refuse_lost_placeholders(message, forms, path)
                entries[message.context or None, _msgid(message)] = forms
    return Messages(entries, plural)


def _parsed(path: str, data: bytes) -> Catalog:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        _refuse_broken_lines(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        place = Place(path, data[: error.start].count(b"\n") + 1)
        raise DossierError(Diagnostic(CODES["T008"], "the file is not UTF-8", place)) from error
    try:
        return read_po(BytesIO(_DATES.sub(b'""', data)), abort_invalid=True, ignore_obsolete=True)
    except PoFileError as error:
        place = Place(path, (error.lineno or 0) + 1)
        raise DossierError(Diagnostic(CODES["T001"], str(error.args[0]), place)) from error


def _refuse_broken_lines(text: str, path: str) -> None:
    """Find what Babel reads over: a string without its end, a word that is no keyword."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not _LINE.fullmatch(line):
            raise DossierError(Diagnostic(CODES["T001"], f"“{line.strip()}” is no line of a PO file", Place(path, number)))


def _msgid(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _refuse_lost_placeholders(message: Message, forms: Sequence[str], path: str) -> None:
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    wanted = set(_PLACEHOLDER.findall(ids[-1]))
    for form in forms:
        strange = wanted ^ set(_PLACEHOLDER.findall(form))
        # The singular may say “one” instead of its number.
        if strange and not (len(forms) > 1 and strange <= wanted):
            what = f"the translation of “{ids[0]}” loses or adds {', '.join(sorted(strange))}"
            place = Place(path, message.lineno or 0, 1 if message.lineno else 0)
            raise DossierError(Diagnostic(CODES["T001"], what, place, mend="copy the placeholders from the msgid as they are"))
