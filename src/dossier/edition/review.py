"""What an edition says of itself: how much of it has been reviewed."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.edition.marks import UNREVIEWED, is_mostly_draft
from dossier.language.dates import day_in_words
from dossier.language.numbers import format_percent
from dossier.language.value import Language
from dossier.model.records import Status
from dossier.model.translation import LocalizedDossier, Progress, State


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an edition, by words, is in a state of review.

    ``share`` is from 0 to 1 and ``text`` the same in words; ``kind`` is a short name for style sheets. What is reviewed comes in
    three kinds: ``translated``, ``post-edited`` and ``approved``, by whose words a person has compared with the original.
    """

    kind: str
    label: str
    share: float
    text: str


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
        The share of each state that occurs, for the colophon.
    summary:
        All of it in one line, for the metadata.
    """

    notices: tuple[str, ...]
    running: str
    shares: tuple[Share, ...]
    summary: str


def review(localized: LocalizedDossier, edition: Language, gettext: Callable[[str], str]) -> Review:
    """Sum up the states of ``localized``."""
    shares = _shares(localized, edition, gettext)
    notices = tuple(_notices(localized, gettext))
    listed = "; ".join(f"{share.label} {share.text}" for share in shares)
    summary = " ".join(filter(None, (*_withdrawal(localized, edition, gettext), *notices, listed)))
    return Review(notices, _running(localized, gettext), shares, summary)


def _shares(localized: LocalizedDossier, edition: Language, _: Callable[[str], str]) -> tuple[Share, ...]:
    shares = localized.shares
    found = (
        ("original", _("In the original language"), shares.share(State.ORIGINAL)),
        ("translated", _("Reviewed: translated by a person"), shares.share_so_far(Progress.TRANSLATED)),
        ("post-edited", _("Reviewed: a machine’s draft, corrected"), shares.share_so_far(Progress.POST_EDITED)),
        ("approved", _("Reviewed: a machine’s draft, unchanged"), shares.share_so_far(Progress.APPROVED)),
        ("draft", _("Drafted by a machine, not reviewed"), shares.share(State.DRAFT)),
        ("unfinished", _("Translated, not reviewed"), shares.share(State.UNFINISHED)),
        ("stale", _("Shown in the original: the original has changed"), shares.share(State.STALE)),
        ("missing", _("Shown in the original: not yet translated"), shares.share(State.MISSING)),
    )
    return tuple(Share(kind, label, share, format_percent(share, edition)) for kind, label, share in found if share)


def _notices(localized: LocalizedDossier, _: Callable[[str], str]) -> list[str]:
    found = []
    if localized.dossier.config.status is Status.DRAFT:
        found.append(_("Draft: the original text of this dossier has not been reviewed."))
    if localized.shares.share(*UNREVIEWED):
        found.append(_unreviewed(localized, _))
    if localized.shares.share(State.STALE, State.MISSING):
        found.append(_("Passages without a current translation are shown in the original. They are marked."))
    return found


def _unreviewed(localized: LocalizedDossier, _: Callable[[str], str]) -> str:
    """How much is unreviewed, and whether all of that is a machine's."""
    is_a_machines = not localized.shares.share(State.UNFINISHED)
    if is_mostly_draft(localized.shares):
        if is_a_machines:
            return _(
                "Most of this translation is a machine’s draft that nobody has reviewed. "
                "Passages that have been reviewed are marked."
            )
        return _("Most of this translation is an unreviewed draft. Passages that have been reviewed are marked.")
    if is_a_machines:
        return _("Parts of this translation are a machine’s drafts that nobody has reviewed. They are marked.")
    return _("Parts of this translation are unreviewed drafts. They are marked.")


def _withdrawal(localized: LocalizedDossier, edition: Language, _: Callable[[str], str]) -> tuple[str, ...]:
    withdrawn = localized.dossier.config.withdrawn
    return (_("Withdrawn on {day}").format(day=day_in_words(withdrawn.date, edition)),) if withdrawn else ()


def _running(localized: LocalizedDossier, _: Callable[[str], str]) -> str:
    if localized.dossier.config.withdrawn:
        return _("Withdrawn")
    if is_mostly_draft(localized.shares):
        return _("Unreviewed draft translation")
    return _("Draft") if localized.dossier.config.status is Status.DRAFT else ""
