"""What a file says that calls itself PDF/UA-1 (ISO 14289-1, 5), as XMP.

Import this module only after :func:`dossier.press.engine.load_engine`.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, register_namespace

from weasyprint.pdf.metadata import NS

_RDF = f"{{{NS['rdf']}}}"
_UA = NS["pdfuaid"]
_AIIM = "http://www.aiim.org/pdfa/ns/"
_EXTENSION, _SCHEMA, _PROPERTY = f"{{{_AIIM}extension/}}", f"{{{_AIIM}schema#}}", f"{{{_AIIM}property#}}"

for _prefix, _name in (("pdfaExtension", "extension/"), ("pdfaSchema", "schema#"), ("pdfaProperty", "property#")):
    register_namespace(_prefix, _AIIM + _name)


def claim(*, explained: bool) -> Iterator[Element]:
    """The descriptions that belong in ``rdf:RDF``.

    Parameters
    ----------
    explained:
        Whether to describe the property that says so: PDF/A asks for that (ISO 19005-3, 6.6.2.3), since XMP does not know it.
    """
    claimed = Element(f"{_RDF}Description", {f"{_RDF}about": ""})
    SubElement(claimed, f"{{{_UA}}}part").text = "1"
    yield claimed
    if explained:
        yield _schema()


def _schema() -> Element:
    description = Element(f"{_RDF}Description", {f"{_RDF}about": ""})
    schema = _resource(SubElement(description, f"{_EXTENSION}schemas"), "Bag")
    SubElement(schema, f"{_SCHEMA}schema").text = "PDF/UA Universal Accessibility Schema"
    SubElement(schema, f"{_SCHEMA}namespaceURI").text = _UA
    SubElement(schema, f"{_SCHEMA}prefix").text = "pdfuaid"
    part = _resource(SubElement(schema, f"{_SCHEMA}property"), "Seq")
    SubElement(part, f"{_PROPERTY}name").text = "part"
    SubElement(part, f"{_PROPERTY}valueType").text = "Integer"
    SubElement(part, f"{_PROPERTY}category").text = "internal"
    SubElement(part, f"{_PROPERTY}description").text = "Which part of ISO 14289 the file keeps to"
    return description


def _resource(parent: Element, kind: str) -> Element:
    return SubElement(SubElement(parent, _RDF + kind), f"{_RDF}li", {f"{_RDF}parseType": "Resource"})
