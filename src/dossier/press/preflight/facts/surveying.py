"""From bytes to a :class:`~dossier.press.preflight.facts.values.Survey`."""

import pikepdf

from dossier.press.preflight.facts.attachments import attachments_of
from dossier.press.preflight.facts.catalogue import read_catalogue
from dossier.press.preflight.facts.fonts import FontReader
from dossier.press.preflight.facts.opened import is_spent
from dossier.press.preflight.facts.pages import page_of
from dossier.press.preflight.facts.streams import Streams
from dossier.press.preflight.facts.structure import structure_of
from dossier.press.preflight.facts.values import Kind, Survey
from dossier.press.preflight.facts.walk import walk_page

MOST_PAGES = 20_000


def survey_of(pdf: pikepdf.Pdf, *, reads_text: bool | None = None) -> Survey:
    """Everything that rules ask about, in one pass.

    Parameters
    ----------
    pdf:
        As :func:`~dossier.press.preflight.facts.opened.opened` gives it.
    reads_text:
        Whether the words of tagged content are wanted; where the file is tagged, by default.

    Raises
    ------
    pikepdf.PikepdfError
        Where the file is too damaged to find its pages.
    """
    survey = Survey(is_encrypted=pdf.is_encrypted)
    read_catalogue(pdf, survey)
    pages = [page.obj for page in pdf.pages[:MOST_PAGES]]
    if len(pdf.pages) > MOST_PAGES:
        survey.note(Kind.TOO_LARGE, f"the file has {len(pdf.pages):,} pages")
    root = pdf.Root.get("/StructTreeRoot")
    survey.structure = structure_of(root, {page.objgen[0]: number for number, page in enumerate(pages, start=1)})
    if survey.structure is not None and not survey.structure.is_whole:
        survey.note(Kind.TOO_LARGE, "the structure of the file is too large")
    streams = Streams(survey, FontReader(survey), reads_text=survey.is_tagged if reads_text is None else reads_text)
    for number, value in enumerate(pages, start=1):
        survey.pages.append(page_of(value, number, survey))
        walk_page(streams, survey.pages[-1], value)
    survey.attachments = attachments_of(pdf, survey)
    if is_spent():
        survey.note(Kind.TOO_LARGE, "the streams of the file are too large together")
    survey.repairs = tuple(_without_place(str(warning)) for warning in pdf.get_warnings())
    return survey


def _without_place(warning: str) -> str:
    """Qpdf's words without the name it gives to bytes in memory."""
    return warning.partition(": ")[2] or warning
