"""What machines read of the web page: its address, its languages, and its description in schema.org's terms as JSON-LD.

Only what is stated becomes data. A field that a record infers is for readers, who see the reason beside it; here it is left out,
as data cannot carry a doubt.

Sources: https://schema.org/Report, https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents, https://ogp.me/.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from babel.core import get_global
from markupsafe import Markup

from dossier.edition.addresses import Addresses, Form
from dossier.edition.compose import Edition, identifier
from dossier.edition.layout import edition_addresses
from dossier.edition.marks import is_mostly_draft
from dossier.edition.phrases import string
from dossier.model.identifiers import bare_isbn, doi_address
from dossier.model.published import alternates, edition_address, file_address, picture_address
from dossier.model.records import ROLES, Name, Output, SourceRecord, Status
from dossier.model.translation import LocalizedDocument

Data = dict[str, Any]

_PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_TERMS = "http://purl.org/dc/terms/"
_RELATORS = "http://id.loc.gov/vocabulary/relators/"
# In <script> a “<” can end the element, whatever stands around it; U+2028 and U+2029 end a line for old readers of JSON.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the page's ``<head>`` for machines.

    Parameters
    ----------
    address, picture:
        The page's own and that of its cover's picture, absolute; empty where it is not known where they will be published.
    alternates:
        Language tag (or ``x-default``) and address of every edition of the dossier, this one too; none without an address.
    locale, other_locales:
        The languages as Open Graph writes them (``fa_IR``).
    linked_data:
        JSON-LD, fit to stand in ``<script>``.
    """

    address: str
    picture: str
    alternates: tuple[tuple[str, str], ...]
    locale: str
    other_locales: tuple[str, ...]
    linked_data: Markup


def head(edition: Edition) -> Head:
    """What the page of ``edition`` tells machines."""
    config, own = edition.localized.dossier.config, edition.language.tag
    return Head(
        address=edition_address(config, own),
        picture=picture_address(config, own),
        alternates=alternates(config),
        locale=_territorial(own),
        other_locales=tuple(_territorial(tag) for tag in config.languages if tag != own),
        linked_data=as_script(linked_data(edition)),
    )


def _territorial(tag: str) -> str:
    """``fa`` → ``fa_IR``: Open Graph knows languages with a territory only; CLDR knows where each is most spoken."""
    likely = get_global("likely_subtags").get(tag.replace("-", "_"), tag)
    language, *others = re.split("[-_]", likely)
    return "_".join([language, *(part for part in others if len(part) == 2)])


def as_script(data: Data) -> Markup:
    """``data`` as JSON that no parser of HTML can take for the end of its element."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def linked_data(edition: Edition) -> Data:
    """The edition and its sources in schema.org's terms."""
    where = edition_addresses(edition, Form.SINGLE)
    consulted, named = _by_reading(edition.localized.sources)
    data = {
        "@context": "https://schema.org",
        **_edition(edition),
        **_relations(edition),
        **_standing(edition),
        "isBasedOn": [_source(document, edition, where) for document in consulted],
        "mentions": [_source(document, edition, where) for document in named],
    }
    done: Data = _told(data)
    return done


def _by_reading(sources: Iterable[LocalizedDocument]) -> tuple[list[LocalizedDocument], list[LocalizedDocument]]:
    """The sources that were read, and those that others only speak of: nothing is based on a text that nobody read."""
    consulted: list[LocalizedDocument] = []
    named: list[LocalizedDocument] = []
    for document in sources:
        (consulted if document.record.was_consulted else named).append(document)
    return consulted, named


def _edition(edition: Edition) -> Data:
    config, metadata = edition.localized.dossier.config, edition.metadata
    publisher = _body(metadata.publisher)
    return {
        "@type": "Report",
        "@id": _id(edition, edition.language.tag),
        "identifier": _own_identifiers(edition),
        "url": edition_address(config, edition.language.tag),
        "name": metadata.title,
        "alternativeHeadline": metadata.subtitle,
        "description": metadata.description,
        "inLanguage": metadata.language,
        "datePublished": metadata.date,
        "version": config.version,
        "creativeWorkStatus": _status(edition),
        "keywords": list(metadata.subjects),
        "editor": [_person(name) for name in config.editors],
        "publisher": publisher,
        "sdPublisher": publisher,
        "copyrightNotice": metadata.rights,
        "correction": _corrections(edition),
        "encoding": _files(edition),
    }


def _own_identifiers(edition: Edition) -> str | list[str | Data]:
    """The edition's own, and the dossier's DOI where it has one."""
    own, doi = edition.metadata.identifier, edition.metadata.doi
    known = {"@type": "PropertyValue", "propertyID": "DOI", "value": doi, "url": doi_address(doi)}
    return [own, known] if doi else own


def _standing(edition: Edition) -> Data:
    """Of which work it is an edition and which version of it, and where it stands in the book trade and in a series.

    schema.org has ``isbn`` for books only, and no word for a version that takes the place of another one. DCMI Metadata Terms
    have ``hasVersion`` and ``replaces``, and JSON-LD may use a term by its address
    (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).
    """
    about = edition.metadata
    title, number, issn = about.series
    replaces = {"@id": about.replaces} if about.replaces else {}
    return {
        "exampleOfWork": {"@type": "CreativeWork", "@id": about.work, "sameAs": doi_address(about.doi)} if about.doi else {},
        "workExample": [_numbered(Output(output), isbn) for output, isbn in about.isbn],
        "isPartOf": {"@type": "CreativeWorkSeries", "name": title, "issn": issn} if title else {},
        "position": number,
        f"{_TERMS}hasVersion": {"@id": about.edition_version, f"{_TERMS}replaces": replaces} if replaces else {},
    }


def _numbered(output: Output, isbn: str) -> Data:
    """A format of the edition with an ISBN of its own."""
    on_paper = output in (Output.PRINT, Output.BOOKLET)
    return {
        "@type": "Book",
        "isbn": bare_isbn(isbn),
        "encodingFormat": output.media_type,
        "bookFormat": "" if on_paper else "https://schema.org/EBook",
    }


def _status(edition: Edition) -> str:
    """In the words that schema.org gives as examples."""
    config = edition.localized.dossier.config
    if config.withdrawn:
        return "Withdrawn"
    return "Draft" if config.status is Status.DRAFT or is_mostly_draft(edition.localized.shares) else "Published"


def _corrections(edition: Edition) -> list[Data]:
    front = edition.localized.front
    return [
        {
            "@type": "CorrectionComment",
            "datePublished": correction.date,
            "text": string(front, f"corrections.{index}.text", correction.text, edition.marking).text,
        }
        for index, correction in enumerate(edition.localized.dossier.config.corrections)
    ]


def _files(edition: Edition) -> list[Data]:
    """The other formats, where it is known at which address they will lie."""
    config, own = edition.localized.dossier.config, edition.language.tag
    return [
        {"@type": "MediaObject", "encodingFormat": output.media_type, "contentUrl": file_address(config, own, output)}
        for output in edition.outputs
        if output is not Output.HTML and config.base_url
    ]


def _relations(edition: Edition) -> Data:
    """Of an original its translations, of a translation its original."""
    config = edition.localized.dossier.config
    if edition.language.tag != config.language:
        return {"translationOfWork": {**_other(edition, config.language), "name": config.title}}
    return {"workTranslation": [_other(edition, tag) for tag in config.languages if tag != config.language]}


def _other(edition: Edition, tag: str) -> Data:
    return {"@type": "Report", "@id": _id(edition, tag), "inLanguage": tag}


def _id(edition: Edition, tag: str) -> str:
    config = edition.localized.dossier.config
    own = edition_address(config, tag) or identifier(config, tag)
    return own if _IRI.fullmatch(own) else uuid5(NAMESPACE_URL, own).urn


def _source(document: LocalizedDocument, edition: Edition, where: Addresses) -> Data:
    record = document.record
    rights = string(document, "rights", record.rights, edition.marking).text
    return {
        "@type": "CreativeWork",
        "@id": f"{_id(edition, edition.language.tag)}#{where.anchor(document.document.id)}",
        "name": _name(record),
        "inLanguage": record.language,
        **_people(record),
        "publisher": _body(_stated(record, "publisher", record.publisher)),
        "sourceOrganization": _body(_stated(record, "authority", record.authority)),
        "isPartOf": _container(record),
        "genre": _stated(record, "genre", record.genre),
        "identifier": _identifiers(record),
        "datePublished": _date(record),
        "url": _stated(record, "URL", record.URL),
        "archivedAt": record.archived_address,
        "copyrightNotice": _stated(record, "rights", rights),
        "encoding": _copy(record),
    }


_PROPERTIES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "producer": "producer",
    "contributor": "contributor",
}
"""What schema.org calls CSL's roles on a CreativeWork; the others have no property of their own and are contributors by role."""


def _people(record: SourceRecord) -> Data:
    found: dict[str, list[Any]] = {}
    for role, relator in ROLES.items():
        for name in record.people(role) if record.is_stated(role) else ():
            own = _PROPERTIES.get(role)
            person = _person(name)
            # https://schema.org/Role: the kind of part somebody had, where no property tells it.
            told = person if own else {"@type": "Role", "roleName": f"{_RELATORS}{relator}", "contributor": person}
            found.setdefault(own or "contributor", []).append(told)
    return dict(found)


def _container(record: SourceRecord) -> Data:
    title = _stated(record, "container-title", record.container_title)
    return {"@type": "CreativeWork", "name": title} if title else {}


def _identifiers(record: SourceRecord) -> list[str]:
    """As URNs and addresses, which say what kind of identifier they are."""
    forms = (("DOI", "https://doi.org/", record.DOI), ("ISBN", "urn:isbn:", record.ISBN), ("ISSN", "urn:issn:", record.ISSN))
    return [f"{prefix}{value}" for field, prefix, value in forms if _stated(record, field, value)]


def _name(record: SourceRecord) -> str:
    """The title as stated; else one that was supplied, in square brackets; else the source's number."""
    supplied = record.title_short or record.title
    title = record.title if record.title and record.is_stated("title") else f"[{supplied}]"
    return title if supplied else record.id


def _date(record: SourceRecord) -> str:
    """A day, month or year that is stated and certain; ISO 8601 has no form for the others."""
    plain = bool(record.issued and _PLAIN_DATE.fullmatch(record.issued))
    return record.issued or "" if plain and record.is_stated("issued") else ""


def _copy(record: SourceRecord) -> Data:
    """The copy that was read."""
    snapshot = record.snapshot
    if snapshot is None:
        return {}
    return {"@type": "MediaObject", "encodingFormat": snapshot.media_type, "sha256": snapshot.sha256}


def _stated(record: SourceRecord, field: str, value: str) -> str:
    """``value`` where it is stated; empty where it was inferred."""
    return value if record.is_stated(field) else ""


def _person(name: Name) -> str | Data:
    """A person; plain words where the record does not say whether it is a person or a body."""
    return str(name) if name.literal else {"@type": "Person", "name": str(name)}


def _body(name: str) -> Data:
    return {"@type": "Organization", "name": name} if name else {}


def _told(value: Any) -> Any:
    """``value`` without what is empty."""
    if isinstance(value, dict):
        kept = {key: told for key, inner in value.items() if (told := _told(inner))}
        return kept if set(kept) - {"@type"} else {}
    if isinstance(value, list):
        return [told for told in map(_told, value) if told]
    return value
