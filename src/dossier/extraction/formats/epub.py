"""EPUB: the documents of its spine, in reading order (https://www.w3.org/TR/epub-33/)."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]

from dossier.extraction.archive import opened
from dossier.extraction.blocks import paragraphs_of
from dossier.extraction.refusal import refused
from dossier.extraction.xml_tree import parsed

LIBRARY = "lxml"
RULES = 1

_CONTAINER = "META-INF/container.xml"
_WITH_WORDS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The words of the book. Pictures in the spine have none.

    Raises
    ------
    DossierError
        Q006 for a book without spine, or with documents that are missing.
    """
    with opened(data) as archive:
        return [words for path in _spine(archive) for words in paragraphs_of(_tree(archive, path))]


def _spine(archive: ZipFile) -> Iterator[str]:
    """Paths of the documents, as they are read."""
    package = _package(archive)
    opf = _tree(archive, package)
    items = {item.get("id", ""): item for item in opf.iterfind(".//{*}manifest/{*}item")}
    for reference in opf.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None:
            raise refused(f"the spine of the book names “{reference.get('idref', '')}”, which is not in its manifest")
        if item.get("media-type", "") in _WITH_WORDS:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(item.get("href", ""))))


def _package(archive: ZipFile) -> str:
    root = _tree(archive, _CONTAINER).find(".//{*}rootfile")
    if root is None:
        raise refused("the book does not say where its package document is")
    return str(root.get("full-path", ""))


def _tree(archive: ZipFile, path: str) -> etree._Element:
    try:
        data = archive.read(path)
    except KeyError as error:
        raise refused(f"“{path}” is missing in the book") from error
    return parsed(data, named_entities=True)
