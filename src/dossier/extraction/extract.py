"""The plain text of a snapshot, by its media type."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from typing import Protocol, cast

from dossier.extraction.paragraphs import composed
from dossier.extraction.refusal import refused
from dossier.model.diagnostics import DossierError

FORMATS: Mapping[str, str] = {
    "application/epub+zip": "epub",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/xhtml+xml": "xhtml",
    "text/html": "html",
    "text/markdown": "markdown",
    "text/plain": "plain",
}
"""Module of :mod:`dossier.extraction.formats` for each media type; it is loaded when the first such snapshot is read."""

LARGEST = 200_000_000
"""Bytes that a snapshot may have."""
LONGEST = 50_000_000
"""Characters that its text may have: a hundred times the longest report."""


class Format(Protocol):
    """What a module of :mod:`dossier.extraction.formats` has.

    ``LIBRARY`` is the name of the package that reads the format, as its metadata has it; ``RULES`` counts the revisions of our
    own rules, and goes up whenever they give another text for the same file.
    """

    LIBRARY: str
    RULES: int

    def paragraphs(self, data: bytes, charset: str) -> list[str]:
        """The paragraphs of a file, not tidied yet; ``charset`` is what its media type says, mostly nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Extracted:
    r"""The text of a snapshot.

    Parameters
    ----------
    text:
        Paragraphs parted by blank lines; line ends inside them are ``\n``. Words that a line's end parts are left as they are.
    extractor, version:
        The library that read the file, and its version with the revision of our own rules behind a plus: ``6.1.3+1``.
    digest:
        ``sha256`` of the text in UTF-8, 64 hexadecimal digits.
    """

    text: str
    extractor: str
    version: str
    digest: str


def extract(data: bytes, media_type: str) -> Extracted:
    """Read a snapshot as text.

    Parameters
    ----------
    data:
        The bytes of the snapshot; they are hostile until read.
    media_type:
        As the source's record has it, parameters allowed: ``text/plain; charset=windows-1256``.

    Raises
    ------
    DossierError
        Q006 without place: unknown media type, broken file, too large (:data:`LARGEST`, :data:`LONGEST`), no text in it.
    """
    known, charset = _read_as(media_type)
    if len(data) > LARGEST:
        raise refused(f"the snapshot has {len(data):,} bytes; at most {LARGEST:,} are read")
    try:
        text = composed(known.paragraphs(data, charset))
    except DossierError:
        raise
    except Exception as error:
        # Libraries raise whatever a broken file makes of their assumptions, and no list of it is complete.
        raise refused(f"the snapshot is no readable {media_type}", (("reason", _reason(error)),)) from error
    if not text:
        raise refused("there is no text in the snapshot", mend="recognise the text first (OCR), where it is a picture of pages")
    if len(text) > LONGEST:
        raise refused(f"the text of the snapshot has {len(text):,} characters; at most {LONGEST:,} are read")
    return Extracted(text, *_made_by(known), sha256(text.encode()).hexdigest())


def extractor_of(media_type: str) -> tuple[str, str]:
    """Extractor and version that :func:`extract` would name for a snapshot of this type; empty for an unknown type."""
    try:
        return _made_by(_read_as(media_type)[0])
    except DossierError:
        return "", ""


def _read_as(media_type: str) -> tuple[Format, str]:
    """The format of a media type (RFC 9110, 8.3.1), and the charset it names."""
    message = Message()
    message["content-type"] = media_type.replace("\n", " ").replace("\r", " ")
    name = FORMATS.get(message.get_content_type()) if "/" in media_type else None
    if name is None:
        mend = f"give the media type of the file, one of: {', '.join(sorted(FORMATS))}"
        raise refused(f"no reader for “{media_type}” is known", mend=mend)
    module = cast(Format, import_module(f"dossier.extraction.formats.{name}"))
    return module, str(message.get_content_charset() or "")


def _made_by(known: Format) -> tuple[str, str]:
    return known.LIBRARY, f"{version(known.LIBRARY)}+{known.RULES}"


def _reason(error: Exception) -> str:
    """What a library says, in one short line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
