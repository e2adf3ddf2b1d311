"""Marked content: what belongs to which element of the structure, and what is an artifact (ISO 32000-1, 14.6 to 14.8)."""

from dataclasses import dataclass
from typing import Any

from dossier.press.preflight.facts import safe
from dossier.press.preflight.facts.values import Page, Shown

_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Sequence:
    content: int | None
    is_artifact: bool
    language: str


class MarkedContent:
    """The sequences that are open while a page is read."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: list[_Sequence] = []
        self._too_deep = 0

    def begin(self, tag: Any, properties: Any) -> None:
        """``BMC`` or ``BDC``."""
        if len(self._open) >= _DEEPEST:
            self._too_deep += 1
            return
        above = self._open[-1] if self._open else _Sequence(None, False, "")
        keys = safe.keys(properties)
        number = safe.number(safe.entry(properties, "/MCID")) if "/MCID" in keys else None
        self._open.append(
            _Sequence(
                above.content if number is None else int(number),
                above.is_artifact or safe.name(tag) == "Artifact",
                (safe.text(safe.entry(properties, "/Lang")) if "/Lang" in keys else "") or above.language,
            )
        )

    def end(self) -> None:
        """``EMC``."""
        if self._too_deep:
            self._too_deep -= 1
        elif self._open:
            self._open.pop()

    @property
    def content(self) -> int | None:
        """The number of the marked content that is painted now; ``None`` for artifacts and for what has none."""
        return self._open[-1].content if self._open and not self._open[-1].is_artifact else None

    def paints(self) -> None:
        """Something is painted now: it belongs to the structure, is an artifact, or is forgotten."""
        if not self._open or (self._open[-1].content is None and not self._open[-1].is_artifact):
            self._page.untagged += 1

    def show(self, text: str, x: float, y: float) -> None:
        """``text`` is shown as part of the content."""
        if self.content is not None and text:
            self._page.shown.append(Shown(self.content, self._open[-1].language, text, x, y))
