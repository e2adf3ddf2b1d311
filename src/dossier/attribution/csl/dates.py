"""EDTF dates as CSL-JSON says them (https://docs.citationstyles.org/en/stable/specification.html#date-variables)."""

import re
from dataclasses import dataclass

Parts = tuple[int, ...]

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?")
_QUALIFIERS = re.compile(r"[?~%]")
_FIRST_SEASON, _LAST_SEASON = 21, 32


@dataclass(frozen=True, slots=True)
class CslDate:
    """A date as CSL can say it.

    Parameters
    ----------
    parts:
        One date, or the first and the last of a range: year, month, day, as far as they are known.
    season:
        1 (spring) to 4 (winter), 0 where there is none.
    about, doubtful:
        Whether it is approximate (EDTF ``~``) or uncertain (``?``).
    """

    parts: tuple[Parts, ...]
    season: int = 0
    about: bool = False
    doubtful: bool = False

    @property
    def as_json(self) -> dict[str, object]:
        """Its form in CSL-JSON. CSL has one flag for approximate and uncertain: ``circa``."""
        found: dict[str, object] = {"date-parts": [list(parts) for parts in self.parts]}
        if self.season:
            found["season"] = self.season
        if self.about or self.doubtful:
            found["circa"] = True
        return found


def csl_date(value: str) -> CslDate | None:
    """An EDTF date as CSL can say it; ``None`` where CSL cannot: an open range, a set, a decade, a year before 1."""
    signs = set(_QUALIFIERS.findall(value))
    bare = _QUALIFIERS.sub("", value.strip())
    edges = [_DATE.fullmatch(edge) for edge in bare.split("/")]
    found = [edge for edge in edges if edge and int(edge["year"]) > 0]
    if len(found) != len(edges) or len(edges) > 2:
        return None
    about, doubtful = bool(signs & {"~", "%"}), bool(signs & {"?", "%"})
    if len(found) == 1 and (season := _season(found[0])):
        return CslDate(((int(found[0]["year"]),),), season, about, doubtful)
    if any(int(edge["month"] or 1) > 12 for edge in found):
        return None
    return CslDate(tuple(_parts(edge) for edge in found), 0, about, doubtful)


def _season(found: re.Match[str]) -> int:
    number = int(found["month"] or 0)
    # 25 to 28 are the northern seasons, 29 to 32 the southern ones: the same names.
    return (number - _FIRST_SEASON) % 4 + 1 if _FIRST_SEASON <= number <= _LAST_SEASON else 0


def _parts(found: re.Match[str]) -> Parts:
    return tuple(int(part) for part in (found["year"], found["month"], found["day"]) if part)
