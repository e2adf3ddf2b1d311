"""MARC 21's rules for the fields that a dossier can have: what a library's software would send back.

Sources: https://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd for the form, https://www.loc.gov/marc/bibliographic/ for
the rest.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

NS = "{http://www.loc.gov/MARC21/slim}"

_LEADER = re.compile(r"[\d ]{5}[acdnp][acdefgijkmoprt][abcdims][ a]a22[\d ]{5}[ 1234578uz][ aciru][ abc]4500")
_CONTROL = {
    "001": re.compile(r".+"),
    "005": re.compile(r"\d{14}\.\d"),
    "006": re.compile(r"m {4}[ |a-j][ |oq-s] {2}[a-mjuz|] [ |a-z] {6}"),
    "007": re.compile(r"c[a-fhjkmorsuz|] [a-zg|][a-gnouvz|][ au|][\d|n-]{3}[amu|][anpu|][abcdmnu|][abdmu|][anpru|]"),
    # Books: date, one date, its year, no second one, place, 18-22, form of item, 24-31, blank, 33-34, language, modified, source.
    "008": re.compile(
        r"\d{6}s\d{4} {4}[a-z ]{3}[ |a-m]{4}[ |a-j][oqs][ |a-z0-9]{4}[ |a-z][01|][01|][01|] [01|a-z][ |a-d]"
        r"([a-z]{3}|\|{3})[ dosrx|][ cdu|]"
    ),
}
_DATA = {
    # tag: first indicators, second ones, subfields, whether it may stand more than once
    "020": (" ", " ", "aqcz", True),
    "024": ("78", " ", "aq2", True),
    "041": ("01 ", " 7", "ah2", True),
    "245": ("01", "0123456789", "abc", False),
    "250": (" 23", " ", "ab", True),
    "264": (" 23", "01234", "abc", True),
    "300": (" ", " ", "abc", True),
    "336": (" ", " ", "ab2", True),
    "337": (" ", " ", "ab2", True),
    "338": (" ", " ", "ab2", True),
    "347": (" ", " ", "abcdef2", True),
    "490": ("01", " ", "axv", True),
    "500": (" ", " ", "a", True),
    "520": (" 0123489", " ", "a", True),
    "540": (" ", " ", "a3", True),
    "546": (" ", " ", "ab", True),
    "653": (" 012", " 0123456", "a", True),
    "700": ("013", " 2", "ae4", True),
    "720": (" 12", " ", "ae4", True),
    "765": ("01", " 8", "toz", True),
    "767": ("01", " 8", "toz", True),
    "775": ("01", " 8", "teoz", True),
    "780": ("01", "01234567", "tno", True),
    "786": ("01", " 8", "n", True),
    "856": (" 0123478", " 01234678", "3uq", True),
}
_LONGEST_FIELD, _LONGEST_RECORD = 9_999, 99_999  # what the directory and the leader of ISO 2709 have digits for
_NEEDED = ("001", "005", "008", "245", "300", "336", "337", "338")


def faults(data: bytes) -> list[str]:
    """What is wrong with a MARCXML record."""
    root = etree.fromstring(data)
    if root.tag != f"{NS}record":
        return [f"the root is {root.tag}"]
    return list(_faults(root))


def _faults(root: etree._Element) -> Iterator[str]:
    leader = root.findtext(f"{NS}leader") or ""
    if not _LEADER.fullmatch(leader):
        yield f"leader “{leader}”"
    tags = [child.get("tag", "") for child in root if child.tag != f"{NS}leader"]
    yield from (f"no {tag}" for tag in _NEEDED if tag not in tags)
    yield from (f"{tag} twice" for tag, count in Counter(tags).items() if count > 1 and (tag in _CONTROL or not _DATA[tag][3]))
    if tags != sorted(tags):
        yield "fields out of order"
    for field in root.findall(f"{NS}controlfield"):
        if not _CONTROL[field.get("tag", "")].fullmatch(field.text or ""):
            yield f"{field.get('tag')} “{field.text}”"
    for field in root.findall(f"{NS}datafield"):
        yield from _faults_of(field)
    lengths = [_length(field) for field in root if field.tag != f"{NS}leader"]
    yield from (f"a field of {length} octets" for length in lengths if length > _LONGEST_FIELD)
    if (whole := 24 + sum(12 + length for length in lengths) + 2) > _LONGEST_RECORD:
        yield f"a record of {whole} octets"


def _length(field: etree._Element) -> int:
    """As ISO 2709 counts: two indicators, a delimiter and a code before each subfield, an end."""
    if field.tag == f"{NS}controlfield":
        return len((field.text or "").encode()) + 1
    return 2 + sum(2 + len((one.text or "").encode()) for one in field) + 1


def _faults_of(field: etree._Element) -> Iterator[str]:
    tag = field.get("tag", "")
    if tag not in _DATA:
        yield f"{tag} is unknown"
        return
    first, second, codes, _ = _DATA[tag]
    if field.get("ind1") not in first or field.get("ind2") not in second:
        yield f"{tag}: indicators “{field.get('ind1')}{field.get('ind2')}”"
    subfields = field.findall(f"{NS}subfield")
    if not subfields:
        yield f"{tag} is empty"
    for subfield in subfields:
        if subfield.get("code", "") not in codes:
            yield f"{tag} ${subfield.get('code')} is unknown"
        if not (subfield.text or "").strip():
            yield f"{tag} ${subfield.get('code')} is empty"
    given = {subfield.get("code"): subfield.text or "" for subfield in subfields}
    if "7" in (field.get("ind1") if tag == "024" else "", field.get("ind2") if tag == "041" else "") and "2" not in given:
        yield f"{tag} does not say whose code it is"
    if tag == "020" and not re.fullmatch(r"\d{9}[\dX]|\d{13}", given.get("a", "")):
        yield f"020 “{given.get('a')}”"
