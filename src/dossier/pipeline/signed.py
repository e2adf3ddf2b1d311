"""Sign-offs on disk, held against the translations they were given for."""

from collections.abc import Mapping
from glob import escape

from dossier.content.reading import read_found
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.model.translation import Catalog
from dossier.translation.signoff import Judged, PlacedSignOff, judge, read_sign_offs, sign_offs_path


def sign_off_file(files: Files, dossier: Dossier, language: str) -> bytes | None:
    """The bytes of the file of sign-offs; ``None`` where there is none.

    Raises
    ------
    DossierError
        C014 or S006 where it cannot be read.
    """
    path = sign_offs_path(dossier.id, language)
    # Listed, not asked for: a link that leads out of the project is refused aloud, as everywhere.
    return read_found(files, path) if path in files.glob(escape(path)) else None


def sign_offs_in(data: bytes | None, dossier: Dossier, language: str) -> tuple[PlacedSignOff, ...]:
    """The sign-offs in the file that :func:`sign_off_file` gave.

    Raises
    ------
    DossierError
        See :func:`~dossier.translation.signoff.read_sign_offs`.
    """
    return () if data is None else read_sign_offs(data, sign_offs_path(dossier.id, language), dossier.withheld)


def judged(files: Files, dossier: Dossier, language: str, catalogs: Mapping[str, Catalog]) -> Judged:
    """Which sign-offs of ``dossier`` hold for ``catalogs``, its translations into ``language``.

    Raises
    ------
    DossierError
        See :func:`sign_off_file` and :func:`sign_offs_in`.
    """
    return judge(dossier, language, catalogs, sign_offs_in(sign_off_file(files, dossier, language), dossier, language))
