"""``# dossier: ignore T014``: a translator comment that silences rules for its entry.

Several codes may follow one another (``# dossier: ignore T014, T017``), and behind a dash the reason
(``# dossier: ignore T017 - a saying``). What keeps readers safe, T013 and T026, cannot be silenced.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dossier.model.codes import fidelity, form
from dossier.translation.checks.finding import Finding

UNUSED = "T028"
NEVER_SILENT = frozenset({"T013", "T026"})
"""Addresses that nobody vouched for, and characters that readers do not see: for their safety these are always told."""

_OLDER = {"T003", "T004", "T005", "T009", "T010"}
CAN_BE_SILENCED = frozenset({*_OLDER, *(code.id for code in (*fidelity.TABLE, *form.TABLE))} - NEVER_SILENT - {UNUSED})

_COMMENT = re.compile(r"\s*dossier\s*:\s*ignore\b:?(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_REASON = re.compile(r"\s--?\s|[–—].*", re.DOTALL)
_CODE = re.compile(r"\b[A-Za-z]\d{3}\b")


@dataclass(frozen=True, slots=True)
class Silence:
    """The codes that an entry silences, as its comments name them; ``empty`` where a comment names none at all."""

    codes: tuple[str, ...] = ()
    empty: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether ``finding`` is not to be told."""
        return finding.code in self.codes and finding.code in CAN_BE_SILENCED

    def unused(self, said: Collection[str]) -> Iterator[Finding]:
        """T028 for each code that nothing was silenced of; ``said`` are the codes that the rules found."""
        if self.empty:
            message = "the comment “dossier: ignore” names no code, and silences nothing"
            yield Finding(UNUSED, message, "name the code behind it, such as: # dossier: ignore T014; or take the comment out")
        for code in self.codes:
            mend = f"take {code} out of the comment “dossier: ignore”"
            if code in NEVER_SILENT:
                yield Finding(UNUSED, f"{code} cannot be silenced: it is for the safety of readers", mend)
            elif code not in CAN_BE_SILENCED:
                yield Finding(UNUSED, f"{code} is no code of a rule that reads translations", mend)
            elif code not in said:
                yield Finding(UNUSED, f"the comment silences {code}, which has nothing to say here", mend)


_NONE = Silence()


def silence(comments: Sequence[str]) -> Silence:
    """What the translator comments of an entry (without their ``#``) silence."""
    if not comments:
        return _NONE
    found = [_COMMENT.fullmatch(comment) for comment in comments]
    named = [_named(match["rest"]) for match in found if match]
    return Silence(tuple(dict.fromkeys(code for codes in named for code in codes)), any(not codes for codes in named))


def _named(rest: str) -> list[str]:
    reason = _REASON.search(rest)
    return [code.upper() for code in _CODE.findall(rest[: reason.start()] if reason else rest)]
