"""Q: quotations, their sources and their record."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE = (
    Code(
        "Q001",
        WARNING,
        "Quotation is not verified",
        "Quoted words are compared with the text of their source: its snapshot, found by its digest below the folder of snapshots, or what "
        "the dossier reproduces of it. Here there is no text to compare with, and quotations.lock has no record. Readers are told.",
        "name the folder that has the source's snapshot: --snapshots DIR, or the variable DOSSIER_SNAPSHOTS",
    ),
    Code(
        "Q002",
        WARNING,
        "Quotation verified with changes",
        "The quoted words stand in their source, but what was left out, put in or put in another order may turn their sense. Readers are told.",
        "quote the passage without the change, or in two quotations",
    ),
    Code(
        "Q003",
        ERROR,
        "Quotation is not in its source",
        "The quoted words do not stand in the text of the source that is cited for them. The nearest passage is shown, if there is one.",
        "restore the wording, or mark your change with […]",
    ),
    Code(
        "Q004",
        WARNING,
        "Record of a quotation is stale",
        "quotations.lock says that a quotation was found, but since then the quotation, the source's snapshot or the way its text is read has "
        "changed, and the text is not here to look again. The quotation counts as not verified.",
        "run where the snapshots are: dossier quotations --snapshots DIR --record",
    ),
    Code(
        "Q005",
        ERROR,
        "quotations.lock cannot be read",
        "The file is written by dossier quotations --record and is not meant to be edited by hand. It does not have the form it was written in.",
        "take back the change (version control has the file as it was), or delete the file and record anew where the snapshots are",
    ),
    Code(
        "Q006",
        ERROR,
        "Snapshot cannot be read as text",
        "Quotations are looked for in the text of a snapshot. Text, Markdown, HTML, XHTML, PDF, EPUB and DOCX can be read, up to the sizes of "
        "docs/attribution.md; this file is none of them, is broken, is locked by a password, or is larger.",
        "correct media-type in the source's record, or make a snapshot that can be read",
    ),
    Code(
        "Q007",
        WARNING,
        "Snapshot is not among the snapshots",
        "The source's record gives the digest of a snapshot, but no file below the folder of snapshots has this digest.",
        "put the snapshot into the folder, under any name, or correct the digest in the source's record",
    ),
    Code(
        "Q008",
        ERROR,
        "Quotation has changes, which strict forbids",
        "The dossier asks for [quotations] strict = true: an omission, an insertion or an order of words that may turn the sense of a "
        "quotation is refused.",
        "quote the passage without the change, or in two quotations",
    ),
)
