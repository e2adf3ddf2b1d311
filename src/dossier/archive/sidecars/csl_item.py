"""The dossier itself as an item of CSL-JSON: what reference managers take in to cite it.

Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
"""

import json
from typing import Any

from dossier.archive.payload import METADATA, is_translation
from dossier.archive.sidecars.text import clean
from dossier.model.deposit import DossierRecord, EditionRecord
from dossier.model.published import edition_address
from dossier.model.records import Name


def csl_item(record: DossierRecord, edition: EditionRecord) -> tuple[str, bytes]:
    """The path and the bytes of the item, alone in its list, of ``edition``."""
    item = {name: value for name, value in _item(record, edition).items() if value}
    text = json.dumps([item], ensure_ascii=False, indent=2) + "\n"
    return f"{METADATA}/{edition.metadata.language}/csl.json", text.encode()


def _item(record: DossierRecord, edition: EditionRecord) -> dict[str, Any]:
    config, about = record.config, edition.metadata
    series, number, _ = about.series
    return {
        "id": f"{config.id}-{about.language}",
        "type": "report",
        "title": clean(about.full_title),
        "original-title": clean(config.title) if is_translation(record, edition) else "",
        "editor": [_name(name) for name in config.editors],
        "publisher": clean(about.publisher),
        "issued": {"date-parts": [[int(part) for part in about.date.split("-")]]},
        "version": clean(about.version),
        "collection-title": clean(series),
        "collection-number": clean(number),
        "language": about.language,
        "abstract": clean(about.description),
        "keyword": ", ".join(map(clean, about.subjects)),
        "DOI": about.doi,
        "ISBN": " ".join(number for _, number in about.isbn),
        "URL": edition_address(config, about.language),
        "note": clean(about.review),
    }


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "literal": name.literal}
    return {part: clean(value) for part, value in parts.items() if value}
