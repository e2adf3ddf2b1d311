"""Faces that lack an axis which the style sheet moves."""

from typing import Any

from dossier.press.static_faces import remembering


def mend() -> None:
    """Let a face that takes another's place be set although it has no optical sizes, say.

    WeasyPrint 70 hands the whole of ``font-variation-settings`` to fontTools; where a letter falls to another variable face, one
    without an axis that is named there, that fails, and the face is embedded in its default weight.
    """
    from weasyprint.pdf import fonts

    instantiate = remembering(fonts.instantiateVariableFont)

    def with_known_axes(font: Any, location: dict[str, float], **options: Any) -> Any:
        known = {axis.axisTag for axis in font["fvar"].axes}
        return instantiate(font, {tag: value for tag, value in location.items() if tag in known}, **options)

    fonts.instantiateVariableFont = with_known_axes
