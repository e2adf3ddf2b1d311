"""Records of sources for other programmes: CSL-JSON, BibLaTeX and RIS.

What is passed on as a fact is stated in the source. What was inferred, with its reason, and what is unknown stands in a note: no
format has a place for a doubt. The note is one line that begins with no field's name, as Zotero would read such lines as fields.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from dossier.attribution.csl.conversion import biblatex
from dossier.attribution.csl.items import csl_item
from dossier.model.records import SourceRecord

_INFERRED = "inferred:"
_TITLES = ("title", "title-short", "container-title", "collection-title", "event-title")
_RIS_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "JOUR",
        "article-journal": "JOUR",
        "article-magazine": "MGZN",
        "article-newspaper": "NEWS",
        "bill": "BILL",
        "book": "BOOK",
        "broadcast": "MPCT",
        "chapter": "CHAP",
        "dataset": "DATA",
        "hearing": "HEAR",
        "interview": "PCOMM",
        "legal_case": "CASE",
        "legislation": "STAT",
        "manuscript": "MANSCPT",
        "map": "MAP",
        "motion_picture": "MPCT",
        "pamphlet": "PAMP",
        "paper-conference": "CONF",
        "personal_communication": "PCOMM",
        "post": "ICOMM",
        "post-weblog": "BLOG",
        "report": "RPRT",
        "speech": "SOUND",
        "thesis": "THES",
        "treaty": "LEGAL",
        "webpage": "ELEC",
    }
)
_RIS_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "title-short": "short_title",
        "container-title": "secondary_title",
        "collection-title": "tertiary_title",
        "publisher": "publisher",
        "publisher-place": "place_published",
        "genre": "type_of_work",
        "edition": "edition",
        "section": "section",
        "volume": "volume",
        "issue": "number",
        "page": "start_page",
        "call-number": "call_number",
        "archive": "name_of_database",
        "language": "language",
        "DOI": "doi",
        "ISBN": "issn",
        "ISSN": "issn",
        "note": "notes",
    }
)
_RIS_PEOPLE: Mapping[str, str] = MappingProxyType(
    {"author": "authors", "editor": "secondary_authors", "translator": "subsidiary_authors"}
)


def items_of(records: Iterable[tuple[str, SourceRecord]]) -> list[dict[str, Any]]:
    """The records, each with the id it takes, as CSL-JSON items."""
    return [_item(id, record) for id, record in records]


def as_csl_json(items: list[dict[str, Any]]) -> str:
    """Items as a file of CSL-JSON."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_biblatex(items: list[dict[str, Any]]) -> str:
    """Items as BibLaTeX; raises :class:`~dossier.attribution.csl.pandoc.ProcessorError` where pandoc fails."""
    return biblatex([{**item, **{name: _as_written(item[name]) for name in _TITLES if item.get(name)}} for item in items])


def _as_written(title: str) -> str:
    """``title`` marked as CSL marks what keeps its capital and small letters: pandoc would capitalise English titles."""
    return f'<span class="nocase">{title}</span>'


def as_ris(items: list[dict[str, Any]]) -> str:
    """Items as RIS."""
    import rispy

    class Unnumbered(rispy.RisWriter):  # type: ignore[misc]
        """RIS and nothing else: a number before each item is rispy's own."""

        def set_header(self, count: int) -> str:
            return ""

    text: str = rispy.dumps([_ris(item) for item in items], implementation=Unnumbered)
    return text


def _item(id: str, record: SourceRecord) -> dict[str, Any]:
    item = csl_item(record)
    for field, known in record.evidence.items():
        if known.startswith(_INFERRED):
            item.pop(field.replace("archive-location", "archive_location"), None)
    supplied = record.title_short or record.title
    if not item.get("title"):
        item["title"] = f"[{supplied}]" if supplied else f"[{record.id}]"
    return {**item, "id": id, "note": " ".join(_notes(record))}


def _notes(record: SourceRecord) -> Iterator[str]:
    """What an item cannot say, in sentences; it always says what kind of publisher it is, as that is nowhere else."""
    given = record.model_dump(mode="json", by_alias=True)
    inferred = [
        f"{field} {_shown(given[field])} ({known.removeprefix(_INFERRED).strip()})"
        for field, known in record.evidence.items()
        if known.startswith(_INFERRED)
    ]
    unknown = [field for field, known in record.evidence.items() if known == "unknown"]
    if inferred:
        yield f"Inferred, not stated in the source – {'; '.join(inferred)}."
    if unknown:
        yield f"Unknown – {', '.join(unknown)}."
    if record.is_stated("publisher-kind"):
        yield f"Kind of publisher – {record.publisher_kind}."
    if record.rights and record.is_stated("rights"):
        yield f"Rights – {' '.join(record.rights.split())}"
    if record.archived_address and record.is_stated("archived"):
        yield f"Archived – {record.archived_address}"


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part)
    return f"“{value}”" if value else ""


def _ris(item: dict[str, Any]) -> dict[str, Any]:
    """An item in RIS's fields, as rispy calls them."""
    fields: dict[str, Any] = {"type_of_reference": _RIS_TYPES.get(item["type"], "GEN"), "id": item["id"]}
    fields |= {own: _line(item[name]) for name, own in _RIS_TEXTS.items() if item.get(name)}
    fields["notes"] = [_line(item["note"])]
    if item.get("URL"):
        fields["urls"] = [item["URL"]]
    fields |= {own: [_person(name) for name in item[role]] for role, own in _RIS_PEOPLE.items() if item.get(role)}
    fields |= dict(_ris_dates(item))
    return fields


def _ris_dates(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Days as RIS writes them, ``YYYY/MM/DD/``; the year alone too. A span or a season has no form there but in words."""
    for name, own in (("issued", "date"), ("accessed", "access_date")):
        date = item.get(name, {})
        parts = date.get("date-parts", [[]])
        # What is about a date, or between two of them, is no date: the note has it.
        if len(parts) == 1 and parts[0] and not date.get("circa") and not date.get("season"):
            year, *others = (str(part) for part in parts[0])
            written = [year.zfill(4), *(part.zfill(2) for part in others), "", ""][:3]
            yield own, "/".join([*written, ""])
            if name == "issued":
                yield "year", year.zfill(4)


def _person(name: dict[str, str]) -> str:
    return _line(name.get("literal") or ", ".join(filter(None, (name.get("family"), name.get("given")))))


def _line(text: object) -> str:
    return re.sub(r"\s+", " ", str(text)).strip()
