"""``dossier sign-off``: a reviewer's word on a translation, written beside its PO files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError, has_errors
from dossier.model.document import Document, Dossier
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.locking import exclusive
from dossier.pipeline.project import Project, Selection, chosen
from dossier.pipeline.signed import sign_off_file, sign_offs_in
from dossier.pipeline.today import today
from dossier.pipeline.update import languages_to_translate
from dossier.pipeline.writing import write_all
from dossier.translation.cut import translatable
from dossier.translation.signoff import pseudonym_fault, sign, sign_offs_path, with_new, write_sign_offs


@dataclass(frozen=True, slots=True)
class SigningReport:
    """What was signed, and where it was written."""

    dossier: str
    language: str
    documents: tuple[str, ...]
    reviewer: str
    date: str
    path: str


@dataclass(frozen=True, slots=True)
class Signing:
    """What a reviewer asks for. No ``documents`` means all that are translated, no ``date`` today."""

    dossier: str
    language: str
    documents: tuple[str, ...]
    reviewer: str
    date: str = ""


def sign_off(project: Project, asked: Signing, waiting: Callable[[], None] | None = None) -> SigningReport:
    """Record that the reviewer has read the whole translation of the documents asked for. All of them are recorded, or none.

    Parameters
    ----------
    project, asked:
        What was read, and by whom.
    waiting:
        Called once where another command writes locale files and has to be waited for.

    Raises
    ------
    DossierError
        S004 for a dossier, language or document that is not there; T044 for each document that is not reviewed whole; T045 where
        the reviewer's pseudonym cannot be used; S009 where somebody else signed meanwhile; what is wrong with the dossier, its
        locale files or the sign-offs there are.
    """
    dossier, found = project.load(_dossier(project, asked))
    if has_errors(found):
        raise DossierError(found)
    language, documents = _chosen(dossier, asked)
    reviewer = asked.reviewer.strip()
    if fault := pseudonym_fault(reviewer, dossier.withheld):
        raise DossierError(fault)
    asked = replace(asked, reviewer=reviewer, date=asked.date or today(dossier.config))
    with exclusive(project.root, waiting):
        return _signed(project, dossier, [one for one in dossier.documents if one.id in documents], language, asked)


def _signed(project: Project, dossier: Dossier, documents: Sequence[Document], language: str, asked: Signing) -> SigningReport:
    before = sign_off_file(project.files, dossier, language)
    old = [one.sign_off for one in sign_offs_in(before, dossier, language)]
    catalogs, _ = read_catalogs(project.files, dossier, language)
    new = sign(documents, catalogs, language, asked.reviewer, asked.date)
    path = sign_offs_path(dossier.id, language)
    write_all(project.root, [Artifact(path, write_sign_offs(with_new(old, new)))], read={path: before})
    return SigningReport(dossier.id, language, tuple(one.document for one in new), asked.reviewer, asked.date, path)


def _dossier(project: Project, asked: Signing) -> str:
    """The one dossier that is meant: nobody signs several by not naming one."""
    names = project.chosen(Selection((asked.dossier,) if asked.dossier else (), (asked.language,)))
    if len(names) > 1:
        details = (("there are", ", ".join(names)),)
        mend = "name the one that was read"
        raise DossierError(Diagnostic(CODES["S004"], "there are several dossiers here", details=details, mend=mend))
    return names[0]


def _chosen(dossier: Dossier, asked: Signing) -> tuple[str, Sequence[str]]:
    """The language, and the ids of the documents that are meant and have something to translate into it."""
    language = chosen("translation", (asked.language,), languages_to_translate(dossier, Selection()))[0]
    there = [document.id for document in dossier.documents if translatable(document, language)]
    return language, chosen("translated document", asked.documents, there)
