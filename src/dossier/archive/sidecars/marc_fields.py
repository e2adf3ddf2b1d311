"""Fields of MARC 21 as values, and how they are written as MARCXML.

Sources: https://www.loc.gov/standards/marcxml/, and for what fits into a record
https://www.loc.gov/marc/specifications/specrecstruc.html.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from dossier.archive.sidecars.text import clean

if TYPE_CHECKING:
    import pymarc


LONGEST_FIELD, ROOM = 9_999, 99_999 - 24 - 2
"""Octets of a field, and of all fields of a record, besides its leader and terminators. XML has no such limits, but catalogues
hand records on in ISO 2709, which has."""
_ENTRY = 12
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: ``text`` of a control field (001 to 009), or ``indicators`` and ``subfields`` (code and words) of a data field."""

    tag: str
    indicators: str = ""
    subfields: tuple[tuple[str, str], ...] = ()
    text: str = ""

    @property
    def length(self) -> int:
        """Octets in ISO 2709: indicators, subfields with their delimiters and codes, the terminator."""
        return len(self.indicators) + sum(2 + len(words.encode()) for _, words in self.subfields) + len(self.text.encode()) + 1


def field(tag: str, indicators: str, *subfields: tuple[str, str], **named: str) -> Field:
    """A data field without its empty subfields.

    Parameters
    ----------
    tag, indicators:
        Three digits, and two signs.
    subfields, named:
        Subfields in their order; by name where their codes are letters, with ``_2`` for a figure.
    """
    given = (*subfields, *((code.removeprefix("_"), words) for code, words in named.items()))
    return _shortened(Field(tag, indicators, tuple((code, words) for code, text in given if (words := clean(text)))))


def _shortened(one: Field) -> Field:
    """The field with its longest subfields cut, and marked so, where it is too long. None gets less than an equal share."""
    surplus = one.length - LONGEST_FIELD
    if surplus <= 0:
        return one
    longest = max((words for _, words in one.subfields), key=lambda words: len(words.encode()))
    share = (LONGEST_FIELD - 3) // len(one.subfields) - 2
    octets = max(len(longest.encode()) - surplus, share) - len(_CUT.encode())
    kept = longest.encode()[:octets].decode("utf-8", "ignore").rstrip() + _CUT
    return _shortened(replace(one, subfields=tuple((code, kept if words == longest else words) for code, words in one.subfields)))


def taken(fields: Iterable[Field]) -> int:
    """Octets of fields and of their entries in the directory of a record."""
    return sum(_ENTRY + one.length for one in fields)


def first_that_fit(fields: Iterable[Field], room: int) -> list[Field]:
    """As many of the fields, in their order, as ``room`` octets hold."""
    fields = list(fields)
    ends = accumulate(_ENTRY + one.length for one in fields)
    return [one for one, end in zip(fields, ends, strict=True) if end <= room]


def written(leader: str, fields: Iterable[Field]) -> bytes:
    """A record as a MARCXML document. A data field that says nothing is left out."""
    from pymarc import Leader, Record, record_to_xml_node

    record = Record(force_utf8=True)
    record.leader = Leader(leader)
    record.add_field(*(_as_pymarc(one) for one in fields if one.text or one.subfields))  # type: ignore[no-untyped-call]
    node: ElementTree.Element = record_to_xml_node(record, namespace=True)  # type: ignore[no-untyped-call]
    ElementTree.indent(node)
    done: bytes = ElementTree.tostring(node, encoding="utf-8", xml_declaration=True)
    return done + b"\n"


def _as_pymarc(one: Field) -> "pymarc.Field":
    import pymarc

    if one.text:
        return pymarc.Field(one.tag, data=_printable(one.text))
    indicators = pymarc.Indicators(*one.indicators)
    return pymarc.Field(one.tag, indicators, [pymarc.Subfield(code, words) for code, words in one.subfields])


def _printable(text: str) -> str:
    """A control field keeps its spaces, which stand for positions."""
    return "".join(sign for sign in text if sign.isprintable())
