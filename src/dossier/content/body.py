"""What parts and sources have in common: a file of front matter and Markdown becomes a document."""

from dossier.content.digest import digest_of
from dossier.content.front_matter import FrontMatter, split_front_matter
from dossier.content.markdown import finish, parse_blocks
from dossier.content.text import decode
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, DocumentKind, MatterString
from dossier.model.place import Place
from dossier.model.records import PartMatter, SourceRecord


def split(data: bytes, path: str) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """The file taken apart, and warnings about its encoding and line ends.

    Raises
    ------
    DossierError
        C001; C004 where the file has nothing in it; C006; C018. Warnings come along.
    """
    text, warnings = decode(data, path)
    if not text.strip():
        raise DossierError([*warnings, Diagnostic(CODES["C004"], "the file is empty", Place(path, 1, 1))])
    try:
        return split_front_matter(text, path), warnings
    except DossierError as error:
        raise DossierError([*warnings, *error.diagnostics]) from error


def empty(matter: FrontMatter) -> tuple[Diagnostic, ...]:
    """C004 where no text follows the front matter."""
    if matter.body.strip():
        return ()
    return (Diagnostic(CODES["C004"], "no text follows the front matter", Place(matter.places.file, matter.body_line, 1)),)


def markdown_document(
    matter: FrontMatter,
    data: bytes,
    *,
    id: str,
    kind: DocumentKind,
    language: str,
    record: PartMatter | SourceRecord,
    strings: tuple[MatterString, ...],
    raw_html: bool,
    with_citations: bool,
) -> Document:
    """The document with its blocks parsed."""
    blocks, environment = parse_blocks(matter.body, raw_html=raw_html, with_citations=with_citations)
    tokens, _ = finish(blocks, environment, raw_html=raw_html)
    return Document(
        id=id,
        path=matter.places.file,
        kind=kind,
        language=language,
        matter=record,
        strings=strings,
        blocks=blocks,
        environment=environment,
        body_line=matter.body_line,
        text=matter.body,
        digest=digest_of(data),
        raw_html=raw_html,
        tokens=tuple(tokens),
    )
