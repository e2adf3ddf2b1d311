"""Records of sources as CSL-JSON (https://github.com/citation-style-language/schema, ``csl-data.json``)."""

from typing import Any

from dossier.attribution.csl.dates import csl_date
from dossier.model.fields import Name
from dossier.model.source_record import ROLES, SourceRecord

TYPES = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
)
"""The types of CSL 1.0.2."""

TEXTS = [
    "authority",
    "publisher",
    "publisher-place",
    "container-title",
    "section",
    "collection-title",
    "genre",
    "medium",
    "edition",
    "volume",
    "issue",
    "number",
    "page",
    "event-title",
    "event-place",
    "DOI",
    "ISBN",
    "ISSN",
    "archive",
    "archive-place",
    "archive_location",
    "call-number",
]
"""What records say in words, in CSL's names."""

DATES = ("issued", "original-date", "event-date", "accessed")
"""The dates of records, in CSL's names."""

_ALIASES = {
    "press-release": "pamphlet",
    "press release": "pamphlet",
    "news": "article-newspaper",
    "letter": "personal_communication",
    "website": "webpage",
    "article-news": "article-newspaper",
}


def csl_item(record: SourceRecord) -> dict[str, Any]:
    """A record as an item of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).

    What is not known is left out, and so is what was inferred: CSL-JSON cannot carry a doubt. A title that was supplied (the
    record's ``title-short``) stands in square brackets.
    """
    fields: dict[str, Any] = {
        "title": record.title or (f"[{record.title_short}]" if record.title_short else ""),
        "title-short": record.title_short if record.title else "",
        **{role: [_name(name) for name in people] for role, people in people_of(record).items()},
        **texts_of(record),
        "URL": record.URL,
        "language": record.language,
    }
    shown = {name: value for name, value in fields.items() if value and not _is_left_out(record, name)}
    dates = {field: _date(value) for field, value in dates_of(record).items() if not inferred(record, field)}
    return {"id": record.id, "type": csl_type(record.type), **shown, **dates}


def people_of(record: SourceRecord) -> dict[str, tuple[Name, ...]]:
    """The names of a record by their role, in CSL's names."""
    return {role: people for role in ROLES if (people := record.people(role))}


def texts_of(record: SourceRecord) -> dict[str, str]:
    """What a record says in words besides its title and address, in CSL's names."""
    return {name: text for name in TEXTS if (text := getattr(record, name.replace("-", "_")))}


def dates_of(record: SourceRecord) -> dict[str, str]:
    """The dates of a record (EDTF), in CSL's names."""
    return {name: date for name in DATES if (date := getattr(record, name.replace("-", "_")))}


def csl_type(written: str) -> str:
    """The type of CSL that ``written`` names; ``document`` where CSL has none."""
    plain = written.strip().lower()
    found = _ALIASES.get(plain, plain)
    return found if found in TYPES - {"event"} else "document"


def inferred(record: SourceRecord, field: str) -> bool:
    """Whether ``field`` (its CSL name) of the record was inferred."""
    return record.known(field.replace("_", "-")).startswith("inferred:")


def _is_left_out(record: SourceRecord, field: str) -> bool:
    # A language is a description of the text, not a statement of its publisher; it is read off the text itself.
    return field != "language" and inferred(record, field)


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {part: value for part, value in (("family", name.family), ("given", name.given)) if value}


def _date(value: str) -> dict[str, object]:
    found = csl_date(value)
    # What CSL cannot say stands as it is written, in EDTF.
    return found.as_json if found else {"literal": value}
