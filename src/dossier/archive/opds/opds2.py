"""OPDS Catalog 2.0: a feed in JSON (https://specs.opds.io/opds-2.0) on Readium's model of metadata.

A publication has no document of its own, and so no link ``self``, which the text of the specification recommends.
"""

import json
from collections.abc import Mapping
from typing import Any

from dossier.archive.opds.catalogue import Catalogue, Link, Publication, clean
from dossier.archive.opds.opds1 import TYPE as ATOM_TYPE
from dossier.model.bundle import Contributor, Metadata

TYPE = "application/opds+json"
_DC = "http://purl.org/dc/terms/"
_SCHEMA = "http://schema.org/"


def opds2(catalogue: Catalogue, *, name: str = "opds.json", other: str = "opds.xml", page: str = "index.html") -> bytes:
    """The catalogue as a JSON document in UTF-8; see :func:`dossier.archive.opds.opds1.opds1`."""
    links = (
        ("self", name, TYPE),
        ("alternate", other, ATOM_TYPE),
        ("alternate", page, "text/html"),
    )
    feed = {
        "metadata": {
            "@type": f"{_SCHEMA}DataFeed",
            "identifier": catalogue.identifier,
            "title": catalogue.title,
            "modified": catalogue.updated,
            "numberOfItems": len(catalogue.publications),
        },
        "links": [{"rel": rel, "href": catalogue.base + file, "type": kind} for rel, file, kind in links],
        "publications": [_publication(one) for one in catalogue.publications],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


def _publication(publication: Publication) -> dict[str, Any]:
    picture = publication.picture
    images = {"images": [{"href": picture.href, "type": picture.media_type}]} if picture else {}
    return {"metadata": _metadata(publication), "links": list(map(_link, publication.links)), **images}


def _metadata(publication: Publication) -> dict[str, Any]:
    metadata = publication.metadata
    return _filled(
        {
            "@type": f"{_SCHEMA}Book",
            "identifier": publication.identifier,
            "altIdentifier": list(publication.identifiers),
            "title": clean(metadata.title),
            "subtitle": clean(metadata.subtitle),
            "modified": publication.updated,
            "published": metadata.date,
            "language": metadata.language,
            "numberOfPages": publication.pages,
            "readingProgression": metadata.direction,
            "author": [{"name": clean(creator)} for creator in metadata.creators],
            "contributor": list(map(_contributor, metadata.contributors)),
            "publisher": clean(metadata.publisher),
            "description": publication.text,
            "subject": [{"name": clean(subject)} for subject in metadata.subjects],
            "belongsTo": _series(metadata),
            f"{_DC}rights": clean(metadata.rights),
            f"{_DC}isVersionOf": clean(metadata.work),
            f"{_DC}replaces": clean(metadata.replaces),
            f"{_SCHEMA}version": clean(metadata.version),
            f"{_SCHEMA}creativeWorkStatus": "Withdrawn" if publication.withdrawn else "",
        }
    )


def _contributor(contributor: Contributor) -> dict[str, str]:
    return {"name": clean(contributor.name), "role": contributor.role}


def _series(metadata: Metadata) -> dict[str, Any]:
    """The series; its position only where it is a number, which the model asks for."""
    title, number, issn = metadata.series
    if not title:
        return {}
    position = int(number) if number.isascii() and number.isdigit() else 0
    return {
        "series": _filled({"name": clean(title), "position": position, "identifier": f"urn:issn:{issn.upper()}" if issn else ""})
    }


def _link(link: Link) -> dict[str, str]:
    written = {"rel": link.rel, "href": link.href, "type": link.media_type, "title": link.title, "language": link.language}
    return {key: value for key, value in written.items() if value}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those that say something."""
    return {key: value for key, value in values.items() if value}
