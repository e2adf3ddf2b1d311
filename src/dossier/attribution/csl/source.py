"""What a citation needs to know of a source: its record, and the words that the edition shows."""

from dataclasses import dataclass

from dossier.model.source_record import SourceRecord


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as an edition cites it.

    Parameters
    ----------
    record:
        Its record. Whatever must be withheld has been taken out of it already: every field that is here may be shown.
    title:
        The title in the words the edition shows; they may be a translation of the record's.
    language:
        BCP 47 tag of the language of ``title``.
    supplied:
        Whether the title was supplied by the editors, because the source has none. It is set in square brackets, without
        quotation marks and not slanted, as cataloguers set it.
    short:
        A shorter form of ``title``, in its language; empty where there is none.
    """

    record: SourceRecord
    title: str
    language: str
    supplied: bool = False
    short: str = ""
