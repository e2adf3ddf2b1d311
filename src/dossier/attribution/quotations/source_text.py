"""The text of a source that quotations are compared with."""

from dataclasses import dataclass
from hashlib import sha256

from dossier import __version__
from dossier.content.parsed import ParsedDocument
from dossier.extraction.extract import Extracted
from dossier.extraction.markdown_words import paragraphs_of
from dossier.extraction.paragraphs import composed
from dossier.model.document import Document
from dossier.model.records import Reproduce, SourceRecord

OWN = "dossier"
"""Name of the extractor of texts that the dossier reproduces."""
_RULES = 1
_WITH_ITS_WORDS = (Reproduce.FULL, Reproduce.EXCERPT)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text, and what it was made of.

    Parameters
    ----------
    text:
        Paragraphs parted by blank lines.
    digest:
        ``sha256`` of the snapshot, or of the body of the source in the dossier, 64 hexadecimal digits.
    extractor, version:
        What made the text; :data:`OWN` for a body.
    text_digest:
        ``sha256`` of the text in UTF-8.
    """

    text: str
    digest: str
    extractor: str
    version: str
    text_digest: str

    @property
    def is_body(self) -> bool:
        """Whether it is what the dossier reproduces, and not a snapshot."""
        return self.extractor == OWN


def snapshot_text(extracted: Extracted, digest: str) -> SourceText:
    """The text of the snapshot with this digest."""
    return SourceText(extracted.text, digest, extracted.extractor, extracted.version, extracted.digest)


def body_text(document: Document) -> SourceText | None:
    """The words of the source that ``document`` reproduces; ``None`` where it only tells about it."""
    if not isinstance(document.matter, SourceRecord) or document.matter.reproduce not in _WITH_ITS_WORDS:
        return None
    text = composed(paragraphs_of(ParsedDocument.of(document).tokens))
    body, words = sha256(document.text.encode()).hexdigest(), sha256(text.encode()).hexdigest()
    return SourceText(text, body, OWN, f"{__version__}+{_RULES}", words)
