"""What a rule says of a translation; the caller knows where it stands."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` of :data:`dossier.model.codes.CODES`, the message, how to mend it, and details below the message."""

    code: str
    message: str
    mend: str
    details: tuple[tuple[str, str], ...] = ()


def differences(
    code: str, noun: str, original: Counter[str], translation: Counter[str], written: Callable[[str], str]
) -> Iterator[Finding]:
    """A finding for each thing lost, and one for each thing added; one thing in the place of another is one fault.

    ``written`` gives a thing as it is typed in Markdown.
    """
    if original == translation:
        return
    lost, added = sorted((original - translation).keys()), sorted((translation - original).keys())
    if len(lost) == len(added) == 1:
        message = f"the translation has the {noun} “{added[0]}” where the original has “{lost[0]}”"
        yield Finding(code, message, f"write it as in the original: {written(lost[0])}")
        return
    for name in lost:
        yield Finding(code, f"the translation lost the {noun} “{name}”", f"copy it from the original: {written(name)}")
    for name in added:
        yield Finding(code, f"the translation has the {noun} “{name}”, the original has not", f"take it out: {written(name)}")
