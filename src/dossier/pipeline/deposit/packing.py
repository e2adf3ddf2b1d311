"""The project that goes into a deposit: the files one dossier is made from, and nothing else that lies beside them.

What must not travel is taken out here: withheld names (and the list of them), people's names in locale files, and what pictures
carry besides their pixels. Editions of a deposit are built from the files that this gives, never from those of the project
itself, so that whoever has the deposit can build them again. Snapshots of sources are not among them.
"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import escape

from dossier.attribution.quotations.lock import NAME as LOCK
from dossier.content.glossary import NAME as GLOSSARY
from dossier.content.reading import read_found, resolve
from dossier.content.withheld.files import WithheldFiles
from dossier.content.withheld.redactor import Redactor
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.pipeline.deposit.unlisted import UnlistedFiles
from dossier.pipeline.localize import translated
from dossier.pipeline.withheld import words_of
from dossier.pipeline.withheld_locales import without_withheld
from dossier.translation.locations import po_path, strings_path
from dossier.translation.people import PERHAPS, PERSON, ZONE, scrubbed, traces
from dossier.translation.signoff import sign_offs_path


@dataclass(frozen=True, slots=True)
class Packed:
    """The project of one dossier, by paths in it, and what forbids to hand it on."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def packed(files: Files, dossier: Dossier, languages: Sequence[str]) -> Packed:
    """What ``dossier`` in ``languages`` is made from.

    Parameters
    ----------
    files, dossier:
        The project, and the dossier as it was read from it.
    languages:
        Those of the editions.

    Raises
    ------
    DossierError
        Where a file cannot be read.
    """
    redactor = Redactor(dossier.withheld, words_of(files))
    made = {**_content(files, dossier, redactor), **_templates(files)}
    found: list[Diagnostic] = []
    for language in languages:
        locales = without_withheld(_locales(files, dossier, language), dossier, language, redactor)
        for path, data in {**locales, **_sign_offs(files, dossier, language)}.items():
            made[path] = _scrubbed(path, data, names=dossier.config.translators.names, found=found)
        for path, data in _strings(files, language).items():
            made[path] = _scrubbed(path, data, names=False, found=found)
    return Packed(dict(sorted(made.items())), tuple(found))


def _content(files: Files, dossier: Dossier, redactor: Redactor) -> dict[str, bytes]:
    folder = posixpath.dirname(dossier.path)
    seen: Files = UnlistedFiles(files)
    if dossier.withheld:
        seen = WithheldFiles(seen, redactor, folder, dossier.config.language)
    named = [document.path for document in (*dossier.parts, *dossier.sources)]
    wanted = [dossier.path, *named, *([dossier.claims.path] if dossier.claims else []), *_beside(seen, dossier, folder)]
    texts = {path: read_found(seen, path) for path in wanted}
    return {**texts, **{path: image.data for path, image in dossier.images.items()}}


def _beside(files: Files, dossier: Dossier, folder: str) -> Iterator[str]:
    """Files that may be there: glossary, lock, and those that ``dossier.toml`` names."""
    optional = [f"{folder}/{GLOSSARY}", f"{folder}/{LOCK}"]
    style, profile = dossier.config.citations.style, dossier.config.pdf.output_profile
    optional += _named(folder, style) if style.endswith(".csl") else []
    optional += _named("", profile) if profile else []
    return (path for path in dict.fromkeys(optional) if any(files.glob(escape(path))))


def _named(folder: str, name: str) -> list[str]:
    """The path of a file; none where it leads out of the project, which is told where the editions are built."""
    try:
        return [resolve(folder, name)]
    except PermissionError:
        return []


def _templates(files: Files) -> dict[str, bytes]:
    return {path: read_found(files, path) for path in files.glob("templates/**/*")}


def _locales(files: Files, dossier: Dossier, language: str) -> dict[str, bytes]:
    return _there(files, (po_path(dossier.id, document.id, language) for document in translated(dossier, language)))


def _sign_offs(files: Files, dossier: Dossier, language: str) -> dict[str, bytes]:
    return _there(files, [sign_offs_path(dossier.id, language)])


def _strings(files: Files, language: str) -> dict[str, bytes]:
    return _there(files, [strings_path(language)])


def _there(files: Files, paths: Iterable[str]) -> dict[str, bytes]:
    return {path: read_found(files, path) for path in paths if any(files.glob(escape(path)))}


def _scrubbed(path: str, data: bytes, *, names: bool, found: list[Diagnostic]) -> bytes:
    """A locale file without what tells who and where a translator is; ``names`` where the translators want to be named."""
    if not path.endswith(".po"):
        return data
    there = traces(data, (ZONE,) if names else (PERSON, ZONE, PERHAPS))
    found += [_perhaps(path, trace.line) for trace in there if trace.code == PERHAPS]
    try:
        return scrubbed(data, [trace for trace in there if trace.code != PERHAPS])
    except UnicodeDecodeError as error:
        raise DossierError(Diagnostic(CODES["C001"], "the locale file is not UTF-8", Place(path))) from error


def _perhaps(path: str, line: int) -> Diagnostic:
    return Diagnostic(CODES["D002"], "this line may name a person, and a deposit is for ever", Place(path, line, 1))
