"""``@font-face`` rules and subset fonts for pages that carry their faces along: the web page and the EPUB."""

from dossier.model.bundle import Asset
from dossier.press.faces import SYMBOLS, Face, face_coverage, faces, licence_text, subset, symbols_in, symbols_with_bases

# Counters, bullets and quotation marks that style sheets add are in no text: these always go along.
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u202f\u2009–—‘’“”«»‹›…•·×§¶†‡©°№−"
_ALWAYS_ARABIC = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٪٫٬،؛؟ـ«»\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069 ()[]:.!-–—…/"

_PERSIAN = ("Amiri", "Noto Sans Arabic")


def face_assets(
    text: str, *, folder: str = "fonts", italic: bool = True, bold: bool = True, mono: bool = False
) -> tuple[str, dict[str, Asset]]:
    """The faces that ``text`` needs, as a style sheet and the files it refers to.

    The style sheet's addresses are relative to ``folder``: it belongs at ``{folder}/faces.css``.

    Parameters
    ----------
    text:
        All words of the page or book; markup does no harm.
    folder:
        Where in the bundle the fonts will lie.
    italic, bold:
        Whether slanted Latin text and bold Persian text occur. (Literata is variable: its bold costs nothing.)
    mono:
        Whether code or digests occur, which are set in JetBrains Mono.

    Returns
    -------
    tuple
        The style sheet, and the assets by their keys: WOFF2 subsets and the text of each licence.
    """
    chosen = [face for face in faces() if _is_needed(face, text, italic=italic, bold=bold, mono=mono)]
    css = "".join(_rule(face, symbols_with_bases(text) if face.family == SYMBOLS else "") for face in chosen)
    assets = {f"{folder}/{face.name}.woff2": Asset(subset(face, _wanted(face, text)), "font/woff2") for face in chosen}
    return css, assets | _licences(chosen, folder)


def _is_needed(face: Face, text: str, *, italic: bool, bold: bool, mono: bool) -> bool:
    if face.family == "Literata":
        return italic or face.style == "normal"
    if face.style != "normal":
        # Labels and code are never slanted, and Persian has no slanted type: its emphasis is weight.
        return False
    if face.family == SYMBOLS:
        return bool(symbols_in(text))
    if face.family in _PERSIAN:
        return (bold or face.weights != (700, 700)) and _has_letters_only_in(face, text)
    return mono or face.family != "JetBrains Mono"


def _has_letters_only_in(face: Face, text: str) -> bool:
    latin = face_coverage(faces()[0])
    return any(char.isalpha() and ord(char) in face_coverage(face) - latin for char in set(text))


def _wanted(face: Face, text: str) -> str:
    # Amiri and Symbola have Latin letters too, but Literata sets those.
    if face.family == SYMBOLS:
        return symbols_with_bases(text)
    if face.family not in _PERSIAN:
        return text + _ALWAYS
    latin = face_coverage(faces()[0])
    return "".join(char for char in set(text) if ord(char) not in latin) + _ALWAYS_ARABIC


def _rule(face: Face, only: str) -> str:
    """The rule; ``only`` are the characters it is for, empty for all that the font has."""
    low, high = face.weights
    weight = f"{low}" if low == high else f"{max(low, 400)} {min(high, 700)}"
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n  font-style: {face.style};\n  font-weight: {weight};\n'
        f'  font-display: swap;\n  src: url("{face.name}.woff2") format("woff2");\n'
        + (f"  unicode-range: {', '.join(f'U+{ord(char):X}' for char in only)};\n" if only else "")
        + "}\n"
    )


def _licences(chosen: list[Face], folder: str) -> dict[str, Asset]:
    texts = {f"{folder}/LICENSE-{face.family.replace(' ', '-')}.txt": licence_text(face) for face in chosen}
    return {key: Asset(text.encode(), "text/plain") for key, text in texts.items()}
