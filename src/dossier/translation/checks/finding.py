"""What a rule says of a translation; the caller knows where it stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` of :data:`dossier.model.codes.CODES`, the message, and details below it."""

    code: str
    message: str
    details: tuple[tuple[str, str], ...] = ()


def differences(code: str, noun: str, original: Counter[str], translation: Counter[str]) -> Iterator[Finding]:
    """A finding for each thing lost, and one for each thing added."""
    for name in sorted((original - translation).keys()):
        yield Finding(code, f"translation lost the {noun} “{name}”")
    for name in sorted((translation - original).keys()):
        yield Finding(code, f"translation has the {noun} “{name}”, the original has not")
