"""Fields of MARC 21 as values, and how they are written as MARCXML.

Source: https://www.loc.gov/standards/marcxml/.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from dossier.archive.sidecars.text import clean

if TYPE_CHECKING:
    import pymarc


@dataclass(frozen=True, slots=True)
class Field:
    """A field: ``text`` of a control field (001 to 009), or ``indicators`` and ``subfields`` (code and words) of a data field."""

    tag: str
    indicators: str = ""
    subfields: tuple[tuple[str, str], ...] = ()
    text: str = ""


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
    return Field(tag, indicators, tuple((code, words) for code, text in given if (words := clean(text))))


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
