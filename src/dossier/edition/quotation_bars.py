"""How many of a dossier's quotations were verified, and how, as a figure of bars."""

from collections import Counter
from collections.abc import Callable, Sequence

from dossier.edition.balance import Bar
from dossier.language.numbers import format_number
from dossier.language.value import Language
from dossier.model.quotation import Checked, Verdict


def quotation_bars(checked: Sequence[Checked], edition: Language, gettext: Callable[[str], str]) -> tuple[Bar, ...]:
    """A bar for each verdict that occurs, the surest first. A quotation that two sources must have is counted for each."""
    counts = Counter(one.verdict for one in checked)
    return tuple(
        Bar(words, counts[verdict] / len(checked), format_number(counts[verdict], edition))
        for verdict, words in _words(gettext).items()
        if counts[verdict]
    )


def _words(_: Callable[[str], str]) -> dict[Verdict, str]:
    return {
        Verdict.VERIFIED: _("verified in this build"),
        Verdict.CHANGED: _("verified with changes"),
        Verdict.RECORDED: _("recorded as verified, not verifiable here"),
        Verdict.RECORDED_CHANGED: _("recorded as verified with changes, not verifiable here"),
        Verdict.UNVERIFIED: _("not verified"),
    }
