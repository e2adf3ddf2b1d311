"""Sign-offs of translations: read, judged against the texts they were given for, made and written."""

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import tomli_w

from dossier.content.schema import validate
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.content.withheld.redactor import found_in
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, Dossier, Unit
from dossier.model.place import Place
from dossier.model.signoff import SignOff, SignOffFile, fault_of_pseudonym
from dossier.model.translation import Catalog, State, Translation
from dossier.model.withheld import Withheld
from dossier.translation.cut import translatable
from dossier.translation.locations import po_folder

NAME = "sign-offs.toml"
"""Name of the file in the folder of a dossier's PO files."""

_VERSION = "dossier sign-off 1"
_HEAD = """\
# Who has read which translation whole, and which text that was. Reviewers go by pseudonyms: write no person's name here.
# Written by “dossier sign-off”. A sign-off is void as soon as the original or its translation changes.
"""
_SHOWN = 3
_SHOWN_WORDS = 60


@dataclass(frozen=True, slots=True)
class PlacedSignOff:
    """A sign-off, and where it stands."""

    sign_off: SignOff
    place: Place


@dataclass(frozen=True, slots=True)
class Judged:
    """Sign-offs held against the texts as they are now, in the order of the dossier's documents."""

    valid: tuple[SignOff, ...] = ()
    void: tuple[SignOff, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def sign_offs_path(dossier: str, language: str) -> str:
    """``locales/fa/LC_MESSAGES/<dossier>/sign-offs.toml``."""
    return f"{po_folder(dossier, language)}/{NAME}"


def sign_off_digest(units: Sequence[Unit], catalog: Catalog) -> str:
    """The digest, SHA-256 in hex, of what a reviewer signs: every passage of a document and its translation.

    It is taken over lines of ASCII, each ended by U+000A. The first is ``dossier sign-off 1``: another number means another
    definition. One follows for each unit that is translated, in reading order: the JSON list (RFC 8259) of its context (``null``
    where it has none), its original text and its translated text (``null`` where there is none), without spaces between them
    and with every character beyond ASCII escaped. Withheld names are out of both texts before.

    Parameters
    ----------
    units:
        All units of the document that are not written in the catalog's language.
    catalog:
        Their translations.
    """
    found = sha256(f"{_VERSION}\n".encode())
    for unit in units:
        translation = catalog.find(unit)
        line = json.dumps([unit.context, unit.msgid, translation.text if translation else None], separators=(",", ":"))
        found.update(f"{line}\n".encode())
    return found.hexdigest()


def read_sign_offs(data: bytes, path: str, withheld: Sequence[Withheld] = ()) -> tuple[PlacedSignOff, ...]:
    """Read the file at ``path``; ``withheld`` are the names that the dossier withholds, and no reviewer may go by.

    Raises
    ------
    DossierError
        What is wrong with it, each at its line and column: C001, C005, C007 to C010, T045.
    """
    text, _ = decode(data, path)  # line ends of Windows may come from version control
    values, places = read_toml(text, path)
    file = validate(SignOffFile, values, places)
    found = tuple(PlacedSignOff(one, places.value(("sign-off", index))) for index, one in enumerate(file.sign_off))
    named = ((one.reviewer, places.value(("sign-off", index, "reviewer"))) for index, one in enumerate(file.sign_off))
    faults = [fault for reviewer, place in named if (fault := pseudonym_fault(reviewer, withheld, place))]
    faults += _twice(found)
    if faults:
        raise DossierError(faults)
    return found


def write_sign_offs(sign_offs: Sequence[SignOff]) -> bytes:
    """The bytes of the file; the same for the same sign-offs in whatever order."""
    tables = [one.model_dump(mode="json", by_alias=True) for one in sorted(sign_offs, key=lambda one: one.key)]
    return (_HEAD + "".join(f"\n[[sign-off]]\n{tomli_w.dumps(table)}" for table in tables)).encode()


def pseudonym_fault(reviewer: str, withheld: Sequence[Withheld] = (), place: Place | None = None) -> Diagnostic | None:
    """T045 where ``reviewer`` must not be printed. It is not repeated: what is refused here must not stand in a log either."""
    fault = fault_of_pseudonym(reviewer) or ("it is a name that is withheld here" if found_in(reviewer, withheld) else "")
    return Diagnostic(CODES["T045"], f"a reviewer's pseudonym cannot be used: {fault}", place) if fault else None


def judge(dossier: Dossier, language: str, catalogs: Mapping[str, Catalog], sign_offs: Sequence[PlacedSignOff]) -> Judged:
    """Tell which sign-offs of the translation into ``language`` still hold, with T046 for each that does not.

    Parameters
    ----------
    dossier, catalogs:
        The dossier, and its translations by document id.
    language:
        BCP 47 tag.
    sign_offs:
        What :func:`read_sign_offs` gave.
    """
    documents = {document.id: document for document in dossier.documents}
    order = {name: index for index, name in enumerate(documents)}
    valid, void, told = [], [], []
    digests: dict[str, str] = {}
    for one in sorted(sign_offs, key=lambda one: (order.get(one.sign_off.document, len(order)), one.sign_off.key)):
        name = one.sign_off.document
        reason = _void(one.sign_off, documents.get(name), catalogs.get(name, Catalog(language)), digests)
        if reason:
            void.append(one.sign_off)
            told.append(_voided(one, reason, dossier, language))
        else:
            valid.append(one.sign_off)
    return Judged(tuple(valid), tuple(void), tuple(told))


def sign(
    documents: Sequence[Document], catalogs: Mapping[str, Catalog], language: str, reviewer: str, date: str
) -> tuple[SignOff, ...]:
    """A sign-off by ``reviewer`` for each of ``documents``, as their translations into ``language`` are now.

    Raises
    ------
    DossierError
        T044 for each document with a passage that is not reviewed.
    """
    made, refused = [], []
    for document in documents:
        catalog = catalogs.get(document.id, Catalog(language))
        units = translatable(document, language)
        if open_passages := _not_reviewed(units, catalog):
            refused.append(_refusal(document, open_passages, len(units)))
        made.append(SignOff(document=document.id, reviewer=reviewer, date=date, digest=sign_off_digest(units, catalog)))
    if refused:
        raise DossierError(refused)
    return tuple(made)


def with_new(old: Sequence[SignOff], new: Sequence[SignOff]) -> tuple[SignOff, ...]:
    """``old`` and ``new`` sign-offs; a new one takes the place of the same reviewer's older one for the same document."""
    return tuple(({one.key: one for one in old} | {one.key: one for one in new}).values())


def _not_reviewed(units: Sequence[Unit], catalog: Catalog) -> list[tuple[Unit, Translation | None]]:
    found = ((unit, catalog.find(unit)) for unit in units)
    return [(unit, translation) for unit, translation in found if translation is None or translation.state is not State.REVIEWED]


def _refusal(document: Document, found: Sequence[tuple[Unit, Translation | None]], total: int) -> Diagnostic:
    are = "is" if len(found) == 1 else "are"
    message = f"“{document.id}” cannot be signed off: {len(found)} of its {total} passages {are} not reviewed"
    details = tuple(_open(unit, translation) for unit, translation in found[:_SHOWN])
    unknown = any(translation is None for _, translation in found)
    mend = "run dossier update, have the passages translated and reviewed, then sign again" if unknown else ""
    return Diagnostic(CODES["T044"], message, _place(*found[0]), details, mend)


def _open(unit: Unit, translation: Translation | None) -> tuple[str, str]:
    words = unit.msgid if len(unit.msgid) <= _SHOWN_WORDS else f"{unit.msgid[:_SHOWN_WORDS]}…"
    return str(translation.state if translation else State.MISSING), f"{_place(unit, translation)} {words}"


def _place(unit: Unit, translation: Translation | None) -> Place:
    return translation.place if translation else unit.place


def _void(sign_off: SignOff, document: Document | None, catalog: Catalog, digests: dict[str, str]) -> str:
    """Why a sign-off does not hold; empty where it does. ``digests`` keeps what was computed for another reviewer."""
    units = translatable(document, catalog.language) if document else ()
    if not units:
        return "there is no such document to translate any more"
    if found := _not_reviewed(units, catalog):
        return f"{len(found)} of its passages {'is' if len(found) == 1 else 'are'} not reviewed any more"
    if sign_off.document not in digests:
        digests[sign_off.document] = sign_off_digest(units, catalog)
    return "" if digests[sign_off.document] == sign_off.digest else "the original or its translation has changed since"


def _voided(one: PlacedSignOff, reason: str, dossier: Dossier, language: str) -> Diagnostic:
    signed = one.sign_off
    message = f"the sign-off of “{signed.document}” by “{signed.reviewer}” on {signed.date} is void: {reason}"
    command = ("dossier", "sign-off", dossier.id, "--lang", language, "--document", signed.document, "--as", signed.reviewer)
    known = any(document.id == signed.document for document in dossier.documents)
    mend = f"read what has changed, then sign again: {shlex.join(command)}" if known else "take it out of the file"
    return Diagnostic(CODES["T046"], message, one.place, mend=mend)


def _twice(sign_offs: Sequence[PlacedSignOff]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Place] = {}
    for one in sign_offs:
        before = first.setdefault(one.sign_off.key, one.place)
        if before is not one.place:
            message = f"“{one.sign_off.reviewer}” has signed “{one.sign_off.document}” already"
            yield Diagnostic(CODES["C009"], message, one.place, (("first", str(before)),), "keep one of the two")
