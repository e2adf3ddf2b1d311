"""An editorial part: front matter and Markdown."""

from dossier.content.body import empty, markdown_document, split
from dossier.content.dossier_file import matter_strings
from dossier.content.schema import validate
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, DocumentKind
from dossier.model.records import PartMatter


def read_part(data: bytes, path: str, *, id: str, language: str, raw_html: bool) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read the part at ``path``.

    Parameters
    ----------
    data, path:
        The file's bytes and its path relative to the project's root.
    id:
        The id it has in its dossier.
    language:
        The language it is in where its front matter names none: the dossier's.
    raw_html:
        Whether the dossier allows HTML in Markdown.

    Raises
    ------
    DossierError
        C001, C004, C006 to C011, C018; all that can be found at once, warnings included.
    """
    matter, warnings = split(data, path)
    faults = list(empty(matter))
    try:
        record = validate(PartMatter, matter.values, matter.places)
    except DossierError as error:
        raise DossierError([*warnings, *error.diagnostics, *faults]) from error
    if faults:
        raise DossierError([*warnings, *faults])
    own = record.language or language
    strings = matter_strings([(("title",), record.title, own), (("subtitle",), record.subtitle, own)], matter.places)
    document = markdown_document(
        matter,
        data,
        id=id,
        kind=DocumentKind.PART,
        language=own,
        record=record,
        strings=strings,
        raw_html=raw_html,
        with_citations=True,
    )
    return document, warnings
