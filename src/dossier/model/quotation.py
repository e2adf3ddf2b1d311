"""Quotations, and what is known of whether their words stand in their sources."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.place import Place


class Verdict(StrEnum):
    """What was found out about a quotation.

    ``CHANGED`` is "verified with changes": its words are there, but an omission, an insertion or their order may turn the sense.
    """

    VERIFIED = "verified"
    CHANGED = "changed"
    RECORDED = "recorded"
    RECORDED_CHANGED = "recorded-changed"
    UNVERIFIED = "unverified"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, as they stand in a document of the dossier in its own language.

    Parameters
    ----------
    document:
        Id of the document.
    block:
        Index into :attr:`dossier.model.document.Document.blocks` of the ``inline`` token they stand in; of a block quotation,
        of the first.
    citation:
        Index of the citation they are attached to, in the order of the document's citation tokens.
    sources:
        Ids of the sources that must have the words.
    text:
        The quoted words without the outer quotation marks, paragraphs parted by a blank line.
    language:
        BCP 47 tag of the language they are in.
    place:
        Where they begin.
    is_block:
        Whether it is a block quotation.
    is_original:
        Whether they are the source's own words, given behind a citation (``[@paper, para. 3: «…»]``) because the text quotes
        them in translation.
    """

    document: str
    block: int
    citation: int
    sources: tuple[str, ...]
    text: str
    language: str
    place: Place
    is_block: bool = False
    is_original: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation and what was found out about it in one source.

    Parameters
    ----------
    quotation, source:
        What, and where it was looked for.
    verdict:
        What was found.
    changes:
        Why it is ``CHANGED``, each in a few words for editors.
    recorded:
        ``YYYY-MM-DD`` of the record, where the verdict rests on ``quotations.lock``.
    digest:
        ``sha256`` of the snapshot, or of the source's own text, that the verdict rests on; empty where there is none.
    offset:
        Where the words begin in the extracted text, in characters; -1 where that is not known.
    """

    quotation: Quotation
    source: str
    verdict: Verdict
    changes: tuple[str, ...] = ()
    recorded: str = ""
    digest: str = ""
    offset: int = -1
