"""J: what independent judges say of finished files."""

from dossier.model.codes.severities import ERROR, NOTE, WARNING
from dossier.model.diagnostics import Code

_MEND = "if the line shown is unusual, write it more simply; if not, the fault is ours: report it with this message"

TABLE = (
    Code(
        "J001",
        ERROR,
        "PDF breaks the standard it was made for",
        "veraPDF compared the PDF with PDF/A-3a (for archives) or PDF/UA-1 (for screen readers). An archive that asks veraPDF will not take it, "
        "or a screen reader will lose its way in it.",
        "report it with this message and, if you may, the file; until it is mended, do not deposit this file",
    ),
    Code(
        "J002",
        ERROR,
        "EPUB breaks the standard",
        "EPUBCheck found a mistake for which shops and libraries refuse a book.",
        _MEND,
    ),
    Code(
        "J003",
        WARNING,
        "EPUBCheck warns of something in the EPUB",
        "The book follows the standard, and yet some readers may show it wrongly.",
        _MEND,
    ),
    Code(
        "J004",
        ERROR,
        "EPUB shuts readers out",
        "Ace found what keeps somebody who cannot see well, or uses no mouse, from reading: critical or serious in its own words.",
        _MEND,
    ),
    Code(
        "J005",
        WARNING,
        "EPUB makes reading harder than need be",
        "Ace found what hinders somebody who reads with a screen reader or with large letters: moderate or minor in its own words.",
        _MEND,
    ),
    Code(
        "J006",
        ERROR,
        "File of a PDF is damaged",
        "qpdf read the file from end to end and stumbled. Most viewers repair such a file in silence, each in its own way.",
        "build again; if it is still so, report it with this message",
    ),
    Code(
        "J007",
        NOTE,
        "Judge is not on this machine",
        "The files were not judged by this programme. That says nothing of them, good or bad.",
        "install it as docs/judging.md says, or run make test once in a checkout of dossier",
    ),
    Code(
        "J008",
        ERROR,
        "Judge is required and not on this machine",
        "REQUIRE_JUDGES=1 says that nothing may pass unjudged, and this judge cannot be asked.",
        "install it as docs/judging.md says, or run without REQUIRE_JUDGES",
    ),
    Code(
        "J009",
        ERROR,
        "Judge gave no verdict",
        "The programme is here, but it broke off, took too long or said what cannot be read. What it had found before is shown.",
        "run it by hand on the file to see more; a newer version of it may help",
    ),
)
