"""The files that a PDF for keeping carries along: what the edition was made from.

They are those that a deposit has too: withheld names are taken out, and translators' names where nobody asked for them. Snapshots
of sources are never among them, nor pictures and templates, whose work is on the pages.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.attribution.exports import as_csl_json, items_of
from dossier.attribution.quotations.lock import NAME as LOCK
from dossier.content.glossary import NAME as GLOSSARY
from dossier.edition.compose import Edition
from dossier.language.registry import language, name_in
from dossier.model.bundle import Attachment
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import DocumentKind, Dossier
from dossier.model.files import Files
from dossier.model.media_types import media_type_of
from dossier.model.place import Place
from dossier.model.records import SourceRecord
from dossier.pipeline.deposit.names_left import names_left
from dossier.pipeline.deposit.packing import packed
from dossier.translation.locations import po_path, strings_path
from dossier.translation.people import PERHAPS, traces
from dossier.translation.signoff import sign_offs_path

RECORDS = "sources.csl.json"
"""What the records of the sources are called in the PDF; all other files keep their paths in the project."""

_CSL_JSON = "application/vnd.citationstyles.csl+json"
_KINDS = {
    DocumentKind.DOSSIER: "The dossier’s own file: title, date, editions",
    DocumentKind.PART: "Part of the dossier as it was written",
    DocumentKind.SOURCE: "Source: its record, and what of its text the dossier has",
    DocumentKind.CLAIMS: "What each source answers to the same questions",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a list of attachments says of a file, and what the file is to the PDF (ISO 32000-2, table 45)."""

    description: str
    relationship: str = "Source"


def attachments(files: Files, edition: Edition) -> tuple[Attachment, ...]:
    """Documents, locale files and records of ``edition``, as it was made from them, in the order of their names.

    A locale file in which a translator wrote a withheld name stays at home: C024 has told of it.

    Raises
    ------
    DossierError
        C025 where anything but a locale file still has a withheld name; where a file cannot be read.
    """
    dossier, tag = edition.localized.dossier, edition.language.tag
    told = _told(dossier, tag)
    there = packed(files, dossier, [tag]).files
    carried = {path: _without_doubtful_lines(path, there[path], dossier) for path in sorted(told) if path in there}
    made = [*(_attachment(path, data, told[path]) for path, data in carried.items()), *_records(dossier)]
    named = {one.place.file for one in names_left({one.name: one.data for one in made}, dossier.withheld) if one.place}
    _refuse(path for path in named if not path.endswith(".po"))
    return tuple(one for one in made if one.name not in named)


def _told(dossier: Dossier, tag: str) -> Mapping[str, _Told]:
    """The files that may be there, by their paths."""
    folder = dossier.path.rpartition("/")[0]
    into = f"Translation into {name_in(tag, language('en'))}"
    return {
        **{document.path: _Told(_KINDS[document.kind]) for document in dossier.documents},
        f"{folder}/{GLOSSARY}": _Told("Names and terms with their form in each language"),
        f"{folder}/{LOCK}": _Told("Which quotation was found where in which source, by digests", "Supplement"),
        **{
            po_path(dossier.id, document.id, tag): _Told(f"{into} of “{document.id}”, with its state of review")
            for document in dossier.documents
        },
        strings_path(tag): _Told(f"{into} of the words that are on the pages of every dossier"),
        sign_offs_path(dossier.id, tag): _Told(
            "Which documents were read whole in this translation, under which pseudonym", "Supplement"
        ),
    }


def _attachment(path: str, data: bytes, told: _Told) -> Attachment:
    return Attachment(path, data, media_type_of(path), told.description, told.relationship)


def _records(dossier: Dossier) -> Iterator[Attachment]:
    records = [document.matter for document in dossier.sources if isinstance(document.matter, SourceRecord)]
    if records:
        data = as_csl_json(items_of((record.id, record) for record in records)).encode()
        yield Attachment(RECORDS, data, _CSL_JSON, "Records of the sources, for reference managers", "Data")


def _without_doubtful_lines(path: str, data: bytes, dossier: Dossier) -> bytes:
    """A locale file without header comments that may name a person: nobody is asked here, and a PDF cannot be called back."""
    if not path.endswith(".po") or dossier.config.translators.names:
        return data
    doubtful = {trace.line for trace in traces(data, (PERHAPS,))}
    lines = enumerate(data.split(b"\n"), start=1)
    return b"\n".join(line for number, line in lines if number not in doubtful)


def _refuse(paths: Iterable[str]) -> None:
    message = "a name that is withheld here would be attached to the PDF"
    found = [Diagnostic(CODES["C025"], message, Place(path), mend="take it out of the file") for path in sorted(paths)]
    if found:
        raise DossierError(found)
