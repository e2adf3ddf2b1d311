"""Withheld names at the two ends of a build: what stands for them, and the last look at finished files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dossier.content.withheld.files import WithheldFiles
from dossier.content.withheld.pattern import pattern
from dossier.content.withheld.redactor import Redactor, Word
from dossier.content.withheld.view import fold_all
from dossier.edition.cards import name_withheld
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.model.withheld import Withheld
from dossier.pipeline.templates import read_catalog
from dossier.press.limits import TooLargeError
from dossier.press.searching import Piece, epub_pieces, html_pieces, pdf_pieces

_SEARCHED: Mapping[str, Callable[[bytes], Iterator[Piece]]] = {
    ".pdf": pdf_pieces,
    ".epub": epub_pieces,
    ".html": html_pieces,
}


def words_of(files: Files) -> Word:
    """What stands for a withheld name in a language, as the templates' strings of the project ``files`` have it."""
    known: dict[str, str] = {}

    def word(language: str) -> str:
        if language not in known:
            known[language] = _word(files, language)
        return known[language]

    return word


def seen_without(files: Files, dossier: Dossier) -> Files:
    """``files`` as ``dossier`` was read from: paths of its documents may be others on disk, where a name stood in them."""
    if not dossier.withheld:
        return files
    folder = dossier.path.rpartition("/")[0]
    return WithheldFiles(files, Redactor(dossier.withheld, words_of(files)), folder, dossier.config.language)


def _word(files: Files, language: str) -> str:
    try:
        return name_withheld(read_catalog(files, language).gettext)
    except DossierError:
        return name_withheld(str)  # a catalog that cannot be read is told of where its edition is made


def found_in_outputs(artifacts: Iterable[Artifact], withheld: Sequence[Withheld]) -> tuple[Diagnostic, ...]:
    """C025 for each withheld name and each finished file that has it: in its name, its text, or anything it is made of.

    Pictures are not read: what is drawn or photographed is for people to see to. A file that is too large to be searched is told
    as one that has a name: nobody knows.
    """
    if not withheld:
        return ()
    return tuple(found for artifact in artifacts for found in _searched(artifact, withheld))


def _searched(artifact: Artifact, withheld: Sequence[Withheld]) -> Iterator[Diagnostic]:
    try:
        yield from _found_in(artifact, withheld)
    except TooLargeError as error:
        message = "a finished file cannot be searched for names that are withheld here"
        details = (("output", artifact.path), ("reason", str(error)))
        yield Diagnostic(CODES["C025"], message, withheld[0].place, details, mend="divide the dossier into smaller ones")


def _found_in(artifact: Artifact, withheld: Sequence[Withheld]) -> Iterator[Diagnostic]:
    left = list(withheld)
    for where, text in _pieces(artifact):
        folded = fold_all(text)
        for name in [one for one in left if pattern(one.name).search(folded)]:
            left.remove(name)
            message = "a name that is withheld here was found in a finished file"
            yield Diagnostic(CODES["C025"], message, name.place, (("output", artifact.path), ("where", where)))


def _pieces(artifact: Artifact) -> Iterator[Piece]:
    yield "the file's name", artifact.path
    for suffix, pieces in _SEARCHED.items():
        if artifact.path.endswith(suffix):
            yield from pieces(artifact.data)
