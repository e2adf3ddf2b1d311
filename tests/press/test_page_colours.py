"""The colours of the web page: every text on every ground it stands on, where axe-core cannot tell (tables with shaded sides)."""

import re
from itertools import product

import pytest

from workshop import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
TEXTS = ("ink", "quiet", "accent", "warn", "good")
GROUNDS = ("ground", "panel", "warn-ground", "target")
EDGES = ("kind-intergovernmental", "kind-state", "kind-ngo", "kind-news", "kind-party", "kind-academic", "kind-other")
THEMES = ("", *sorted(path.parents[1].name for path in TEMPLATES.glob("themes/*/web/theme.css")))


def palettes(theme: str) -> dict[str, dict[str, str]]:
    """Colours by name: light and dark, and each of them for readers who ask for more contrast."""
    css = (TEMPLATES / "web/style.css").read_text(encoding="utf-8")
    own = (TEMPLATES / f"themes/{theme}/web/theme.css").read_text(encoding="utf-8") if theme else ""
    light, dark, *_ = _roots(css)
    more, more_dark = _roots(css[css.index("prefers-contrast: more") :])[:2]
    found = {"light": light, "dark": light | dark, "light, more": light | more, "dark, more": light | dark | more | more_dark}
    if own:
        # A theme comes last and so before a reader's wish for more contrast: it must stand up to both by itself.
        changed, changed_dark = _roots(own)[:2]
        found = {name: colours | changed | (changed_dark if "dark" in name else {}) for name, colours in found.items()}
    return found


def _roots(css: str) -> list[dict[str, str]]:
    blocks = re.findall(r":root\s*\{([^}]*)\}", css)
    return [dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", block)) for block in blocks if "#" in block]


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scheme", ["light", "dark", "light, more", "dark, more"])
def test_every_text_can_be_read_on_every_ground(theme: str, scheme: str) -> None:
    colours = palettes(theme)[scheme]
    poor = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, ground in product(TEXTS, GROUNDS)
        if contrast(colours[text], colours[ground]) < (7 if "more" in scheme and not theme else 4.5)
    }
    assert poor == {}
    assert contrast(colours["stop"], colours["stop-ink"]) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_cards_can_be_seen(scheme: str) -> None:
    colours = palettes("")[scheme]
    assert {edge for edge in EDGES if contrast(colours[edge], colours["ground"]) < 3} == set()


def test_contrast_is_measured_as_wcag_does() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#999", "#fff"), 2) == 2.85
    assert round(contrast("#767676", "#fff"), 2) == 4.54
