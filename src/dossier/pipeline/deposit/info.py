"""``bag-info.txt`` of a deposit, and its name: only what the dossier itself says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from dossier import __version__
from dossier.archive.bag import Info
from dossier.model.deposit import DossierRecord
from dossier.model.records import DossierConfig

_UNFIT = re.compile(r"[^\w.-]+")
"""All but letters and digits of any script: versions may be counted in Persian, and must not come to share a name."""


def bag_name(config: DossierConfig, languages: tuple[str, ...]) -> str:
    """``<dossier>-<version>``, or its date where it has no version; with the languages where these are not all."""
    parts = [config.id, config.version or config.date]
    parts += languages if set(languages) != set(config.languages) else ()
    return _UNFIT.sub("-", "-".join(parts)).rstrip(".-")


def bag_info(record: DossierRecord, moment: int) -> Info:
    """Labels and values, in the order of RFC 8493, 2.2.2. There is no organisation and no contact but what the dossier names."""
    return tuple(_lines(record, moment))


def _lines(record: DossierRecord, moment: int) -> Iterator[tuple[str, str]]:
    config = record.config
    if config.publisher:
        yield "Source-Organization", config.publisher
    yield "External-Description", ": ".join(filter(None, (config.title, config.subtitle)))
    yield "Bagging-Date", datetime.fromtimestamp(moment, UTC).date().isoformat()
    for identifier in dict.fromkeys(_identifiers(record)):
        yield "External-Identifier", identifier
    yield from (("Bag-Group-Identifier", work) for work in dict.fromkeys(_works(record)))
    yield "Internal-Sender-Identifier", config.id
    yield "Bag-Software-Agent", f"dossier {__version__}"


def _identifiers(record: DossierRecord) -> Iterator[str]:
    if record.config.doi:
        yield f"doi:{record.config.doi}"
    yield from _works(record)
    yield from (edition.metadata.identifier for edition in record.editions)
    yield from filter(None, (edition.metadata.edition_version for edition in record.editions))


def _works(record: DossierRecord) -> Iterator[str]:
    """What deposits of all versions and languages have in common."""
    return filter(None, (edition.metadata.work for edition in record.editions))
