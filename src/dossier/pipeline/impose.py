"""``dossier impose``: a PDF that lies anywhere, on sheets, written beside it or where it is wished."""

from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place
from dossier.pipeline.apart import MEMORY_OF_READERS, Apart, NotDoneError, advice_on_pdf
from dossier.pipeline.given_files import TooLargeError, read_within, shown_name
from dossier.pipeline.writing import write_all
from dossier.press.imposition import Imposed, ImpositionError, Layout, UnreadablePdfError, Wish, impose

LARGEST = 1 << 29
"""Bytes of a PDF that is read: half a gigabyte."""
PATIENCE = 300.0
"""Seconds that it may take: a book of a thousand pages takes a few."""


def impose_file(root: Path, source: Path, target: Path | None, wish: Wish, *, seconds: float = PATIENCE) -> tuple[Path, Imposed]:
    """Put the pages of the PDF ``source`` on sheets, and write them to ``target``.

    Parameters
    ----------
    root:
        The folder in which the command works: findings call files by their path below it.
    source:
        The PDF. It may be hostile: it is worked on in another process (:mod:`dossier.pipeline.apart`).
    target:
        Where the sheets are written; ``None`` for a file beside ``source``, named after it and the layout.
    wish:
        How the pages are to lie.
    seconds:
        What the work may take.

    Returns
    -------
    Where the sheets were written, and what they are.

    Raises
    ------
    DossierError
        S011 where ``source`` cannot be read, S012 where its pages cannot be imposed or ``target`` is ``source`` itself, S013
        where it took too long or too much memory, S002, S003 or S006 where ``target`` cannot be written.
    """
    place = Place(shown_name(root, source))
    target = target or beside(source, wish.layout)
    if _same(source, target):
        message = f"the sheets would be written over “{source.name}”, whose pages they carry"
        raise DossierError(Diagnostic(CODES["S012"], message, place, mend="name another file with -o"))
    data = _read(source, place)
    try:
        with Apart(seconds, MEMORY_OF_READERS) as process:
            imposed = process.do(impose, data, wish)
    except NotDoneError as error:
        raise DossierError(_not_done(error, place)) from error
    except ImpositionError as error:
        code = CODES["S011" if isinstance(error, UnreadablePdfError) else "S012"]
        raise DossierError(Diagnostic(code, f"“{source.name}”: {error}", place, mend=error.mend)) from error
    write_all(target.parent, [Artifact(target.name, imposed.data)])
    return target, imposed


def beside(source: Path, layout: Layout) -> Path:
    """``report.booklet.pdf`` for ``report.pdf``; ``report.print.pdf`` becomes that, too."""
    return source.with_name(f"{source.stem.removesuffix('.print')}.{layout}.pdf")


def _not_done(error: NotDoneError, place: Place) -> Diagnostic:
    message = "the work on the file was ended before it was done"
    return Diagnostic(CODES["S013"], message, place, (("reason", str(error)),), advice_on_pdf(error))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # at least one is not there


def _read(path: Path, place: Place) -> bytes:
    try:
        return read_within(path, LARGEST)
    except TooLargeError as error:
        mend = "divide it into smaller files"
        raise _unreadable(path, place, f"it is larger than {LARGEST >> 20} MB", mend=mend) from error
    except OSError as error:
        raise _unreadable(path, place, error.strerror or str(error)) from error


def _unreadable(path: Path, place: Place, reason: str, mend: str = "") -> DossierError:
    return DossierError(Diagnostic(CODES["S011"], f"“{path.name}” cannot be read: {reason}", place, mend=mend))
