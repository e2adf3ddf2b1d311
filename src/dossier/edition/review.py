"""What an edition says of itself: how much of it has been reviewed."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.edition.marks import UNREVIEWED, is_mostly_draft
from dossier.language.numbers import format_percent
from dossier.language.value import Language
from dossier.model.records import Status
from dossier.model.translation import LocalizedDossier, State


@dataclass(frozen=True, slots=True)
class Review:
    """The review of an edition, in words.

    Parameters
    ----------
    notices:
        Sentences for the cover; none where all is reviewed.
    running:
        Two or three words for the running head; may be empty.
    shares:
        Label and share of the words for each state that occurs, for the colophon.
    summary:
        All of it in one line, for the metadata.
    """

    notices: tuple[str, ...]
    running: str
    shares: tuple[tuple[str, str], ...]
    summary: str


def review(localized: LocalizedDossier, edition: Language, gettext: Callable[[str], str]) -> Review:
    """Sum up the states of ``localized``."""
    shares = _shares(localized, edition, gettext)
    notices = tuple(_notices(localized, gettext))
    summary = "; ".join((*notices, *(f"{label} {share}" for label, share in shares)))
    return Review(notices, _running(localized, gettext), shares, summary)


def _shares(localized: LocalizedDossier, edition: Language, _: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    groups: tuple[tuple[str, tuple[State, ...]], ...] = (
        (_("In the original language"), (State.ORIGINAL,)),
        (_("Translated and reviewed"), (State.REVIEWED,)),
        (_("Translated, not reviewed"), UNREVIEWED),
        (_("Shown in the original: the original has changed"), (State.STALE,)),
        (_("Shown in the original: not yet translated"), (State.MISSING,)),
    )
    found = ((label, localized.shares.share(*states)) for label, states in groups)
    return tuple((label, format_percent(share, edition)) for label, share in found if share)


def _notices(localized: LocalizedDossier, _: Callable[[str], str]) -> list[str]:
    found = []
    if localized.dossier.config.status is Status.DRAFT:
        found.append(_("Draft: the original text of this dossier has not been reviewed."))
    if is_mostly_draft(localized.shares):
        found.append(_("Most of this translation is an unreviewed draft. Passages that have been reviewed are marked."))
    elif localized.shares.share(*UNREVIEWED):
        found.append(_("Parts of this translation are unreviewed drafts. They are marked."))
    if localized.shares.share(State.STALE, State.MISSING):
        found.append(_("Passages without a current translation are shown in the original. They are marked."))
    return found


def _running(localized: LocalizedDossier, _: Callable[[str], str]) -> str:
    if is_mostly_draft(localized.shares):
        return _("Unreviewed draft translation")
    return _("Draft") if localized.dossier.config.status is Status.DRAFT else ""
