"""Where a link in a document leads in an edition, and which id a thing gets there.

Ids are those of the document, behind its name: unique in an edition that is one file, the same in every language. They are
NCNames (https://www.w3.org/TR/xml-names/#NT-NCName), as XHTML asks.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from dossier.model.translation import LocalizedDocument

COVER, CONTENTS, SOURCES, COLOPHON = "edition-cover", "edition-contents", "edition-sources", "edition-colophon"
NAMES, CLAIMS, BIBLIOGRAPHY = "edition-names", "edition-claims", "edition-bibliography"
"""Ids of an edition's own pages."""

_NOT_IN_A_NAME = re.compile(r"[^\w.-]")
_RAW_ID = re.compile(r"""\sid\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)


class Form(StrEnum):
    """Whether an edition is one file or one for each document."""

    SINGLE = "single"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of an edition.

    Parameters
    ----------
    form:
        One file or many.
    anchors:
        The id of each document, by the document's id.
    paths:
        Ids of documents by their file's path in the project.
    targets:
        The ids that exist in each document, as they were written.
    """

    form: Form
    anchors: Mapping[str, str]
    paths: Mapping[str, str]
    targets: Mapping[str, frozenset[str]]

    def anchor(self, document_id: str, target: str = "") -> str:
        """The id of a document, or of ``target`` inside it."""
        anchor = self.anchors[document_id]
        return f"{anchor}--{_name(target)}" if target else anchor

    def file(self, document_id: str) -> str:
        """The file of a document in an edition of many files."""
        return f"{self.anchors[document_id]}.xhtml"

    def address(self, document_id: str, target: str = "", *, within: str = "") -> str:
        """How to refer to a document, or to ``target`` inside it, from the document ``within``."""
        if self.form is Form.SINGLE or document_id == within:
            return f"#{self.anchor(document_id, target)}"
        return self.file(document_id) + (f"#{self.anchor(document_id, target)}" if target else "")

    def own_page(self, page: str, target: str = "", *, within: str = "") -> str:
        """How to refer to one of the edition's own pages (:data:`CLAIMS` …), or to ``target`` on it, from the page ``within``."""
        anchor = f"{page}--{target}" if target else page
        if self.form is Form.SINGLE or page == within:
            return f"#{anchor}"
        return f"{page}.xhtml" + (f"#{anchor}" if target else "")

    def resolve(self, link: str, document: LocalizedDocument) -> str | None:
        """Where a link of ``document`` leads in the edition; ``None`` if nowhere.

        Addresses of the web are left as they are. A link to a file that is no document of the edition leads nowhere: there
        is nothing beside the edition.
        """
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return link
        own = document.document
        path = posixpath.normpath(posixpath.join(posixpath.dirname(own.path), unquote(parts.path)))
        wanted = self.paths.get(path) if parts.path else own.id
        if wanted is None:
            return None
        target = unquote(parts.fragment)
        return self.address(wanted, target if target in self.targets[wanted] else "", within=own.id)


def addresses(documents: Iterable[LocalizedDocument], form: Form) -> Addresses:
    """The addresses of an edition of ``documents``."""
    listed = tuple(documents)
    anchors: dict[str, str] = {}
    for document in listed:
        anchors[document.document.id] = _free(_name(document.document.id), anchors)
    return Addresses(
        form,
        anchors,
        {document.document.path: document.document.id for document in listed},
        {document.document.id: frozenset(_ids(document.tokens)) for document in listed},
    )


def _name(text: str) -> str:
    name = _NOT_IN_A_NAME.sub("_", text)
    return name if name[:1].isalpha() or name[:1] == "_" else f"_{name}"


def _free(name: str, taken: Mapping[str, str]) -> str:
    used = {COVER, CONTENTS, SOURCES, NAMES, CLAIMS, BIBLIOGRAPHY, COLOPHON, *taken.values()}
    while name in used:
        name += "_"
    return name


def _ids(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if "id" in token.attrs:
            yield str(token.attrs["id"])
        if token.type in ("html_block", "html_inline"):
            yield from _RAW_ID.findall(token.content)
        yield from _ids(token.children or ())
