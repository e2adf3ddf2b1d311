"""``dossier suggest``: what may be better in Persian texts, listed, and put into locale files where somebody asks for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.content.withheld.redactor import Redactor
from dossier.language.registry import same_language
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Document, DocumentKind, Dossier, Unit
from dossier.model.place import Place
from dossier.model.records import Reproduce
from dossier.model.source_record import SourceRecord
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.locking import exclusive
from dossier.pipeline.project import Project, Selection, chosen_languages
from dossier.pipeline.update import languages_to_translate
from dossier.translation.cut import cut, translatable
from dossier.translation.locations import po_path
from dossier.translation.po import read_po, write_po
from dossier.translation.suggesting import LANGUAGE, Change, Passage, improvable, improved, is_reviewed, take_over

ORIGINAL = "original"
_NOT_SHOWN = "▯"
_OF_THE_SOURCE = ("title", "rights")


@dataclass(frozen=True, slots=True)
class Applying:
    """Into which translations suggestions are put: those that nobody has reviewed, and the reviewed ones too."""

    unreviewed: bool = False
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggestion.

    Parameters
    ----------
    place:
        The translation in its locale file, or the line of a document.
    language:
        BCP 47 tag of the text.
    change:
        The word before and after, and why.
    state:
        The state of the translation, or ``original``: those are only listed, for a person to follow.
    applied:
        Whether it was put into the locale file.
    """

    place: Place
    language: str
    change: Change
    state: str
    applied: bool = False

    def as_json(self) -> dict[str, Any]:
        """The suggestion as plain JSON values."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "language": self.language,
            "before": self.change.before,
            "after": self.change.after,
            "reason": self.change.reason,
            "state": self.state,
            "applied": self.applied,
        }


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was suggested for one dossier in one language, and which files were written."""

    dossier: str
    language: str
    offers: tuple[Offer, ...]
    written: tuple[str, ...] = ()


@dataclass(slots=True)
class _Looking:
    """A dossier in one language, and what is found in it."""

    locales: Locales
    language: str
    applying: Applying
    offers: list[Offer] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)

    @property
    def dossier(self) -> Dossier:
        return self.locales.dossier


def suggest(project: Project, selection: Selection) -> Iterator[Suggested]:
    """What may be better in the Persian texts of the chosen dossiers; nothing is written.

    Raises
    ------
    DossierError
        T060 where no chosen language has suggestions; what is wrong with documents or locale files.
    """
    _refuse_other_languages(selection)
    yield from _all(project, selection, Applying())


def apply(
    project: Project, selection: Selection, *, reviewed: bool = False, waiting: Callable[[], None] | None = None
) -> Iterator[Suggested]:
    """Put what is suggested into locale files. Each language of a dossier is written as a whole or not at all.

    Parameters
    ----------
    project, selection:
        What was chosen.
    reviewed:
        Whether reviewed translations are changed as well. They stay reviewed, for a person asked; sign-offs become void.
    waiting:
        Called once where another command writes locale files and has to be waited for.

    Raises
    ------
    DossierError
        T060 where no chosen language has suggestions; S009 where somebody saved a file meanwhile; what is wrong with documents or
        locale files. Other languages were written then.
    """
    _refuse_other_languages(selection)
    with exclusive(project.root, waiting):
        yield from _all(project, selection, Applying(unreviewed=True, reviewed=reviewed))


def _refuse_other_languages(selection: Selection) -> None:
    if selection.languages and not any(same_language(tag, LANGUAGE) for tag in selection.languages):
        raise DossierError(Diagnostic(CODES["T060"], f"there are no suggestions for “{', '.join(selection.languages)}”"))


def _all(project: Project, selection: Selection, applying: Applying) -> Iterator[Suggested]:
    failed: list[Diagnostic] = []
    for name in project.chosen(selection):
        dossier, _ = project.load(name)
        for language in chosen_languages(dossier, selection):
            if not same_language(language, LANGUAGE):
                continue
            try:
                yield _suggested(_Looking(Locales(project, dossier), language, applying), selection)
            except DossierError as error:
                failed.extend(error.diagnostics)
    if failed:
        raise DossierError(failed)


def _suggested(looking: _Looking, selection: Selection) -> Suggested:
    dossier, language = looking.dossier, looking.language
    written: tuple[str, ...] = ()
    if language in languages_to_translate(dossier, selection):
        read = looking.locales.read(language)
        failed = [fault for document in dossier.documents for fault in _translations(looking, document, read)]
        if failed:
            raise DossierError(failed)
        written = looking.locales.write(looking.artifacts, read) if looking.artifacts else ()
    looking.offers += [offer for document in dossier.documents for offer in _originals(document, language)]
    return Suggested(dossier.id, language, tuple(looking.offers), written)


def _translations(looking: _Looking, document: Document, read: dict[str, bytes]) -> Sequence[Diagnostic]:
    """Look at the locale file of ``document``; what is wrong with it."""
    path, units = po_path(looking.dossier.id, document.id, looking.language), translatable(document, looking.language)
    if path not in read or not units:
        return ()
    try:
        file = read_po(read[path], path)
    except DossierError as error:
        return error.diagnostics
    redactor, changed = Redactor(looking.dossier.withheld, str), False
    for entry, better in improvable(file, units, document):
        place, state = Place(path, entry.line_of("msgstr"), 1), str(entry.state)
        is_due = looking.applying.reviewed if is_reviewed(entry) else looking.applying.unreviewed
        hidden = bool(redactor.names) and redactor.holds(entry.text)
        looking.offers += [Offer(place, looking.language, _shown(one, hidden), state, is_due) for one in better.changes]
        if is_due:
            take_over(entry, better.text)
            changed = True
    if changed:
        looking.artifacts.append(Artifact(path, write_po(file)))
    return ()


def _shown(change: Change, hidden: bool) -> Change:
    """A withheld name is told of without being repeated: reports are read by more people than the file."""
    return Change(change.offset, _NOT_SHOWN, _NOT_SHOWN, change.reason) if hidden else change


def _originals(document: Document, language: str) -> Iterator[Offer]:
    """Suggestions for what was written in ``language`` itself; a source's own words are nobody's to change."""
    for unit in cut(document):
        if unit.language == language and not _is_of_a_source(document, unit):
            text = unit.msgid if isinstance(unit.target, str) else document.blocks[unit.target].content
            for change in improved(Passage.of(document, unit, text)).changes:
                line = unit.place.line + text.count("\n", 0, change.offset)
                yield Offer(Place(document.path, line, 1), language, change, ORIGINAL)


def _is_of_a_source(document: Document, unit: Unit) -> bool:
    if document.kind is not DocumentKind.SOURCE:
        return False
    record = document.matter
    assert isinstance(record, SourceRecord), "a source's front matter is a source record"
    return record.reproduce in (Reproduce.FULL, Reproduce.EXCERPT) or unit.target in _OF_THE_SOURCE
