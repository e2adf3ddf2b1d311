"""A project on disk: a folder with ``content/<dossier>/dossier.toml``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process

from dossier.attribution.claims import check_claims
from dossier.content.dossier_file import read_dossier_file
from dossier.content.load import load_dossier
from dossier.content.reading import read_found
from dossier.language.pseudo import PSEUDO
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, in_order
from dossier.model.document import Dossier
from dossier.model.records import DossierConfig, Output
from dossier.pipeline.files import DiskFiles
from dossier.pipeline.withheld import words_of


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line chose; an empty tuple chooses all."""

    dossiers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """The project in the folder ``root``, as one command sees it: a dossier is read once."""

    root: Path
    _loaded: dict[str, tuple[Dossier, tuple[Diagnostic, ...]]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def files(self) -> DiskFiles:
        return DiskFiles(self.root)

    @property
    def dossiers(self) -> tuple[str, ...]:
        """Ids of the dossiers, sorted.

        Raises
        ------
        DossierError
            S005 where there is none: this is no project.
        """
        found = tuple(path.split("/")[1] for path in self.files.glob("content/*/dossier.toml"))
        if not found:
            raise DossierError(Diagnostic(CODES["S005"], f"no content/<dossier>/dossier.toml in “{self.root}”"))
        return found

    def chosen(self, selection: Selection, *, pseudo: bool = False) -> tuple[str, ...]:
        """Ids of the dossiers that ``selection`` means.

        Parameters
        ----------
        selection:
            What was asked for.
        pseudo:
            Whether a pseudo-language may be asked for, which no dossier lists: what has no locale files cannot be translated.

        Raises
        ------
        DossierError
            S004 for one that is not there, for a language that none of them has, and for a pseudo-language out of place.
        """
        if not pseudo:
            _refuse_pseudo(selection.languages)
        names = chosen("dossier", selection.dossiers, self.dossiers)
        languages = [self._languages(name) for name in names]
        if all(languages):  # what cannot be read is told when the dossier is
            known = (language for found in (*languages, PSEUDO if pseudo else ()) for language in found)
            chosen("language", selection.languages, dict.fromkeys(known))
        return names

    def _languages(self, dossier: str) -> tuple[str, ...]:
        path = f"content/{dossier}/dossier.toml"
        try:
            front = read_dossier_file(read_found(self.files, path), path).front
        except DossierError:
            return ()
        return front.matter.languages if front is not None and isinstance(front.matter, DossierConfig) else ()

    def load(self, dossier: str) -> tuple[Dossier, tuple[Diagnostic, ...]]:
        """The dossier with the id ``dossier``, read from disk; see :func:`dossier.content.load.load_dossier`."""
        if dossier not in self._loaded:
            made, found = load_dossier(self.files, f"content/{dossier}/dossier.toml", word=words_of(self.files))
            self._loaded[dossier] = made, in_order([*found, *check_claims(made)])
        return self._loaded[dossier]


def chosen_languages(dossier: Dossier, selection: Selection, *, pseudo: bool = False) -> tuple[str, ...]:
    """The languages of ``dossier`` that ``selection`` means: another dossier may have others.

    With ``pseudo`` also those pseudo-languages that were asked for by name.
    """
    own = (tag for tag in dossier.config.languages if not selection.languages or tag in selection.languages)
    return (*own, *(tag for tag in PSEUDO if pseudo and tag in selection.languages))


def chosen(noun: str, asked: Sequence[str], available: Iterable[str]) -> tuple[str, ...]:
    """``asked``, or all that is ``available`` where nothing was asked for.

    Raises
    ------
    DossierError
        S004 for each that is not available, with the nearest name.
    """
    known = tuple(available)
    unknown = [name for name in asked if name not in known]
    if unknown:
        raise DossierError([_not_there(noun, name, known) for name in unknown])
    return tuple(dict.fromkeys(asked)) or known


def _refuse_pseudo(languages: Iterable[str]) -> None:
    mend = "use it with dossier build or dossier check; choose a language of the dossier for anything else"
    found = [
        Diagnostic(CODES["S004"], f"“{tag}” is a pseudo-language: it has no locale files", mend=mend)
        for tag in languages
        if tag in PSEUDO
    ]
    if found:
        raise DossierError(found)


def _not_there(noun: str, name: str, known: Sequence[str]) -> Diagnostic:
    near = _nearest(noun, name, known)
    mend = f"did you mean “{near}”?" if near else ""
    if noun == "output":  # formats that do not exist were refused before
        mend = "add it to outputs in dossier.toml, or use one of those shown"
    return Diagnostic(CODES["S004"], f"there is no {noun} “{name}”", details=(("there are", ", ".join(known)),), mend=mend)


def _nearest(noun: str, name: str, known: Sequence[str]) -> str:
    """What may have been meant. No pseudo-language but by who nearly wrote one; and tags of two letters are soon half alike."""
    if noun == "language":
        known = [tag for tag in known if tag not in PSEUDO or "-x" in name.casefold()]
    found = process.extractOne(name, known, processor=str.casefold, score_cutoff=75 if noun == "language" else 60)
    return found[0] if found else ""
