"""Figures and what follows them, as several languages set them: units, shares, money, groups of three."""

import re
from collections.abc import Iterator

from dossier.language.rule import Edit, Rule
from dossier.language.spaces import ANY, GAP, NARROW, OPEN_GAP, kept_together

_UNITS = """
kg g mg µg μg t km hm m dm cm mm µm μm nm km² m² cm² mm² km2 m2 cm2 ha m³ cm³ dm³ m3 cm3 l L dl dL cl cL ml mL hl hL
h min s ms °C °F K Pa hPa kPa bar J kJ cal kcal W kW MW GW kWh MWh V kV A mA Hz kHz MHz GHz N kN Ω dB lx lm cd mol Bq Sv mSv
B kB MB GB TB bit Mbit pt px dpi EUR USD CHF CAD GBP IRR
"""
_GROUPS = re.compile(rf"(?<![\w,.+])[1-9]\d{{0,2}}(?:{ANY}\d{{3}})+(?!\d|-\d)")
_PART_OF_MORE = re.compile(rf"(?<!\d)\d{{1,3}}{ANY}$")
"""What stands before groups that are part of a telephone number."""


def units(*more: str) -> Rule:
    """Numbers and symbols of units do not part (SI Brochure, 9th edition, 5.4.3); ``more`` are symbols of one language."""
    symbols = "|".join(sorted(map(re.escape, (*_UNITS.split(), *more)), key=len, reverse=True))
    return kept_together("units", rf"(?<=\d){GAP}(?=(?:{symbols})(?![\w’'°]))")


SHARES = (
    kept_together("shares and money", rf"(?<=\d){OPEN_GAP}(?=[%‰€£¥₣﷼](?![\w%]))"),
    kept_together("dollars", rf"(?<=\d){OPEN_GAP}(?=\$(?![\w$]))"),
    kept_together("degrees", r"(?<=\d)()(?=°[CF](?!\w))"),
)
"""A no-break space before % and signs of money, also where none was written (ISO 80000-1; not so in English)."""


def _groups(text: str) -> Iterator[Edit]:
    for found in _GROUPS.finditer(text):
        grouped = re.sub(ANY, NARROW, found[0])
        if grouped != found[0] and not _PART_OF_MORE.search(text, max(0, found.start() - 5), found.start()):
            yield Edit(*found.span(), grouped)


GROUPS = Rule("groups of digits", _groups)
"""Groups of three digits stand apart by a narrow space that does not break (SI Brochure, 5.4.4)."""
