"""``dossier accept``: changes of the originals that no translation has to follow."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Unit
from dossier.model.place import Place
from dossier.model.translation import State
from dossier.pipeline.locale_files import Locales
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.update import UpdateReport, languages_to_translate, update
from dossier.translation.cut import cut
from dossier.translation.po import Key
from dossier.translation.triviality import is_trivial, must_be_followed
from dossier.translation.update import merged_language


@dataclass(frozen=True, slots=True)
class ChangedText:
    """A text that changed since it was translated.

    Parameters
    ----------
    place:
        Where it stands in the document.
    old, new:
        What it was when it was translated, and what it is.
    language:
        BCP 47 tag of the language it is written in.
    languages:
        Those whose translations wait for somebody to look at the change.
    """

    place: Place
    old: str
    new: str
    language: str
    languages: tuple[str, ...]

    @property
    def is_trivial(self) -> bool:
        """Whether only spelling, capitals, spaces and punctuation changed."""
        return is_trivial(self.old, self.new, self.language)

    @property
    def refusal(self) -> str:
        """Why nobody can accept the change; empty where somebody can."""
        return must_be_followed(self.old, self.new, self.language)

    def as_json(self) -> dict[str, Any]:
        """The change as plain JSON values."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "old": self.old,
            "new": self.new,
            "languages": list(self.languages),
            "trivial": self.is_trivial,
            "refusal": self.refusal,
        }


def changed_texts(project: Project, selection: Selection) -> tuple[ChangedText, ...]:
    """Every text of the chosen dossiers that changed since it was translated into one of the chosen languages, by place.

    Raises
    ------
    DossierError
        Where a document or a locale file cannot be read.
    """
    found: dict[tuple[Place, str, str, str], list[str]] = {}
    for name in project.chosen(selection):
        dossier, _ = project.load(name)
        locales = Locales(project, dossier)
        units: dict[Key, Unit] = {}
        for unit in (unit for document in dossier.documents for unit in cut(document)):
            units.setdefault(unit.key, unit)
        for language in languages_to_translate(dossier, selection):
            for key, old in _stale(locales, language):
                found.setdefault((units[key].place, old, key[1], units[key].language), []).append(language)
    return tuple(ChangedText(*text, tuple(languages)) for text, languages in sorted(found.items()))


def accept(
    project: Project, selection: Selection, accepted: Iterable[ChangedText], waiting: Callable[[], None] | None = None
) -> Iterator[tuple[UpdateReport, tuple[Diagnostic, ...]]]:
    """Update, and let translations of the ``accepted`` texts be what they were before the change: reviewed, or drafts.

    Raises
    ------
    DossierError
        T053 for a change that translations have to follow; else as :func:`dossier.pipeline.update.update`.
    """
    listed = tuple(accepted)
    refused = [_refusal(text) for text in listed if text.refusal]
    if refused:
        raise DossierError(refused)
    yield from update(project, selection, waiting, frozenset((text.old, text.new) for text in listed))


def at_places(texts: Iterable[ChangedText], asked: Iterable[str]) -> tuple[ChangedText, ...]:
    """Those of ``texts`` that stand at the places ``asked`` for (``file:line``).

    Raises
    ------
    DossierError
        S004 for a place where no text changed.
    """
    by_place: dict[str, list[ChangedText]] = {}
    for text in texts:
        by_place.setdefault(f"{text.place.file}:{text.place.line}", []).append(text)
    missing = [place for place in asked if place not in by_place]
    if missing:
        raise DossierError([_nothing_there(place, by_place) for place in missing])
    return tuple(text for place in dict.fromkeys(asked) for text in by_place[place])


def _stale(locales: Locales, language: str) -> Iterator[tuple[Key, str]]:
    """Keys of stale entries after an update that is not written, each with the text that it was translated for."""
    files = locales.redacted(locales.read(language), language)
    merged, _ = merged_language(locales.dossier, language, files, locales.known(language))
    for entry in (entry for one in merged for entry in one.file.active):
        if entry.state is State.STALE and entry.previous is not None:
            yield entry.key, entry.previous


def _refusal(text: ChangedText) -> Diagnostic:
    return Diagnostic(
        CODES["T053"],
        f"translations have to follow this change: {text.refusal}",
        text.place,
        (("was", text.old[:100]), ("is", text.new[:100])),
    )


def _nothing_there(place: str, known: Mapping[str, object]) -> Diagnostic:
    details = (("changed are", ", ".join(known) or "none"),)
    return Diagnostic(CODES["S004"], f"no translated text changed at “{place}”", details=details)
