"""Findings that are alike put together, as diagnostics. Loads no reader of PDF: reports travel between processes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place
from dossier.model.records import Profile
from dossier.press.preflight.finding import Finding

MOST_OF_A_CODE = 8
"""Diagnostics of one code; a file with more says the same over and over."""

_MOST_OBJECTS = 6
_MOST_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, for what, and what was found.

    ``purpose`` is ``None`` where the file could not be read.
    """

    purpose: Profile | None
    claims: str
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    fonts: int = 0
    pictures: int = 0


def diagnostics_of(findings: Iterable[Finding], name: str) -> tuple[Diagnostic, ...]:
    """The findings in the file ``name``: one diagnostic for each code and message, with pages, objects and examples."""
    groups: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        groups.setdefault(finding.code, {}).setdefault(finding.message, []).append(finding)
    return tuple(one for code in sorted(groups) for one in _of_code(code, groups[code], name))


def _of_code(code: str, messages: dict[str, list[Finding]], name: str) -> Iterator[Diagnostic]:
    more = len(messages) - MOST_OF_A_CODE
    for index, (message, found) in enumerate(messages.items(), start=1):
        if index > MOST_OF_A_CODE:
            return
        also = [("also", f"{more} more of this kind")] if more > 0 and index == MOST_OF_A_CODE else []
        yield Diagnostic(CODES[code], message, Place(name), (*_details(found), *also))


def _details(found: list[Finding]) -> Iterator[tuple[str, str]]:
    pages = sorted({finding.page for finding in found if finding.page})
    objects = sorted({finding.object for finding in found if finding.object})
    examples = list(dict.fromkeys(finding.example for finding in found if finding.example))
    if pages:
        yield ("page" if len(pages) == 1 else "pages"), ranges(pages)
    if objects:
        more = "…" if len(objects) > _MOST_OBJECTS else ""
        yield ("object" if len(objects) == 1 else "objects"), ", ".join(map(str, objects[:_MOST_OBJECTS])) + more
    if examples:
        yield "found", "; ".join(examples[:_MOST_EXAMPLES]) + ("; …" if len(examples) > _MOST_EXAMPLES else "")


def ranges(numbers: list[int]) -> str:
    """Rising numbers, those that follow one another as a range: ``1, 3–7``."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in parts]
    return ", ".join(shown[:12]) + (f" and {len(shown) - 12} more" if len(shown) > 12 else "")
