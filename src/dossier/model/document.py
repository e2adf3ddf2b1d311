"""Documents as they were written: blocks, front matter and the units a translator sees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from markdown_it.token import Token

from dossier.model.claims import Claims
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.records import DossierConfig, PartMatter, SourceRecord
from dossier.model.withheld import Withheld


class DocumentKind(StrEnum):
    """What a document is in its dossier."""

    DOSSIER = "dossier"  # the strings of dossier.toml; it has no body
    PART = "part"
    SOURCE = "source"
    CLAIMS = "claims"  # the strings of claims.toml; it has no body


class UnitKind(StrEnum):
    """What a unit is on the page; written into PO files as ``#.`` comment for translators."""

    TITLE = "title"
    FRONT_MATTER = "front matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_HEAD = "table head"
    TABLE_CELL = "table cell"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    QUOTATION = "quotation"
    FIGURE = "figure"
    CLAIM_QUESTION = "question"
    CLAIM_ANSWER = "answer of a source"
    CLAIM_VOICE = "who says it in the source"


@dataclass(frozen=True, slots=True)
class MatterString:
    """A string of the front matter (or of ``dossier.toml``) that readers see.

    ``key`` is the path to it in the front matter, with dots: ``title``, ``evidence.publisher``. ``language`` is the BCP 47
    tag of the language it is written in: the title of a Persian source is Persian, our note on it is not.
    """

    key: str
    text: str
    place: Place
    language: str


@dataclass(frozen=True, slots=True)
class Unit:
    """What a translator translates: the inline Markdown of one block, or one string of the front matter.

    Parameters
    ----------
    msgid:
        The inline Markdown, its soft line breaks folded to spaces where that changes nothing.
    kind:
        What it is on the page.
    place:
        Where it starts in the source file.
    target:
        Index into :attr:`Document.blocks`, or the key of a :class:`MatterString`.
    language:
        BCP 47 tag of the language it is written in.
    context:
        gettext's ``msgctxt``: tells apart equal strings that are translated differently. ``None`` for most.
    """

    msgid: str
    kind: UnitKind
    place: Place
    target: int | str
    language: str
    context: str | None = None

    @property
    def key(self) -> tuple[str | None, str]:
        """What identifies the unit's entry in a PO file."""
        return self.context, self.msgid


@dataclass(frozen=True, slots=True)
class Document:
    """One source file, read and cut into blocks, its inline Markdown not parsed yet.

    Parameters
    ----------
    id:
        ``summary`` for ``content/<dossier>/summary.md``, ``sources/<id>`` for a source, ``dossier`` for ``dossier.toml``,
        ``claims`` for ``claims.toml``.
    path:
        The file, relative to the project's root.
    language:
        BCP 47 tag of the language its body is written in.
    matter:
        Its validated front matter.
    strings:
        Those strings of the front matter that readers see.
    blocks:
        markdown-it's block tokens; every ``inline`` token still holds its source text and no children.
    environment:
        markdown-it's ``env`` after the blocks were parsed (link references, footnotes). Copy it before use.
    body_line:
        How many lines of the file stand before the body, so that a token's line can be told as a line of the file.
    text:
        The body, as the block parser saw it.
    digest:
        ``sha256:…`` of the file's bytes.
    tokens:
        The blocks with their inline Markdown parsed, in the original language, as links, images and quotations are looked for.
    """

    id: str
    path: str
    kind: DocumentKind
    language: str
    matter: PartMatter | SourceRecord | DossierConfig | Claims
    strings: tuple[MatterString, ...] = ()
    blocks: tuple[Token, ...] = ()
    environment: Mapping[str, Any] = field(default_factory=dict)
    body_line: int = 0
    text: str = ""
    digest: str = ""
    raw_html: bool = False
    tokens: tuple[Token, ...] = field(default=(), repr=False, compare=False)

    @property
    def title(self) -> str:
        """What its author calls it; a source without a title has a short one. Empty for ``claims.toml``."""
        titles = (getattr(self.matter, name, "") for name in ("title", "title_short"))
        return " ".join(next(filter(None, titles), "").split())


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything one dossier is made of, in its original language(s).

    ``front`` is the document of ``dossier.toml``'s own strings, ``claims`` that of ``claims.toml``, where there is one;
    ``images`` maps paths (relative to the project's root) to sanitised images. ``withheld`` holds the names that no text, path
    or image of it has any more.
    """

    config: DossierConfig
    path: str
    front: Document
    parts: tuple[Document, ...]
    sources: tuple[Document, ...]
    images: Mapping[str, "Image"] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    claims: Document | None = None
    withheld: tuple[Withheld, ...] = ()

    @property
    def id(self) -> str:
        return self.config.id

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document that has strings to translate, in reading order."""
        return (self.front, *self.parts, *((self.claims,) if self.claims else ()), *self.sources)


@dataclass(frozen=True, slots=True)
class Image:
    """A sanitised image: no script, no reference to elsewhere, no EXIF, no position of the photographer.

    ``width`` and ``height`` are in pixels, 0 for SVG without a size.
    """

    data: bytes
    media_type: str
    width: int = 0
    height: int = 0
