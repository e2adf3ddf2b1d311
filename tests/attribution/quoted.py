"""Sources, texts and quotations for tests of checking."""

from hashlib import sha256

from dossier.attribution.quotations.source_text import SourceText
from dossier.extraction.extract import extractor_of
from dossier.model.place import Place
from dossier.model.quotation import Quotation
from dossier.model.records import SourceRecord

TEXT = (
    "The experts warned in their letter that past and ongoing violations may amount to crimes against humanity. They asked for "
    "an investigation.\n\nThe families do not know where their relatives are buried, and they have waited for more than thirty "
    "years."
)
DIGEST = sha256(b"the snapshot").hexdigest()
OTHER = sha256(b"another snapshot").hexdigest()


def quotation(text: str, *sources: str, line: int = 7) -> Quotation:
    return Quotation("summary", 3, 0, sources or ("a",), text, "en", Place("content/demo/summary.md", line, 5))


def record(source: str = "a", reproduce: str = "digest", digest: str = DIGEST, media_type: str = "text/plain") -> SourceRecord:
    values = {
        "id": source,
        "publisher-kind": "NGO",
        "language": "en",
        "reproduce": reproduce,
        "snapshot": {"sha256": digest, "media-type": media_type} if digest else None,
    }
    return SourceRecord.model_validate(values)


def text(words: str = TEXT, digest: str = DIGEST, extractor: str = "", version: str = "") -> SourceText:
    made = extractor_of("text/plain")
    return SourceText(words, digest, extractor or made[0], version or made[1], sha256(words.encode()).hexdigest())
