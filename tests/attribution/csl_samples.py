"""Sources and citations for the tests of CSL, and a way to write set citations down in plain text."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from dossier.attribution.csl import CitedSource, find_style, set_citations
from dossier.language.registry import language
from dossier.model.calendars import Calendars
from dossier.model.citation import Citation, CitationTexts, Cite, Fragment, Locator, SourceRef
from dossier.model.source_record import SourceRecord

GOLDEN = Path(__file__).with_name("golden-citations")
CONNECTIONS = {
    "en": {"as quoted in": "as quoted in", "see": "see", "see also": "see also", "cf.": "cf."},
    "fr": {"as quoted in": "cité dans", "see": "voir", "see also": "voir aussi", "cf.": "cf."},
    "fa": {"as quoted in": "به نقل از", "see": "نک.", "see also": "نیز نک.", "cf.": "سنج."},
}
_LAST = "other document: in full again"


def record(identifier: str, **fields: object) -> SourceRecord:
    """A record with what every record must say."""
    return SourceRecord.model_validate(
        {"id": identifier, "publisher-kind": "other", "language": "en", "reproduce": "digest", **fields}
    )


def cited(found: SourceRecord) -> CitedSource:
    """The source in its own words."""
    return CitedSource(
        found,
        found.title or found.title_short,
        found.language,
        supplied=not found.title,
        short=found.title_short if found.title else "",
    )


def sources() -> list[CitedSource]:
    """The sources of ``sources.toml``."""
    tables = tomllib.loads((GOLDEN / "sources.toml").read_text("utf-8"))
    return [cited(record(name, **fields)) for name, fields in tables.items()]


def cases() -> dict[str, Citation]:
    """The citations of ``cases.toml``, by name."""
    found = tomllib.loads((GOLDEN / "cases.toml").read_text("utf-8"))["case"]
    return {case["name"]: citing(*(_cite(**cite) for cite in case["cites"])) for case in found}


def citing(*cites: Cite) -> Citation:
    """A citation of ``cites``."""
    return Citation(cites, "")


def _cite(
    source: str,
    locator: Sequence[str] = (),
    prefix: str = "",
    suffix: str = "",
    author: bool = True,
    quotes: bool = False,
) -> Cite:
    return Cite(source, prefix, suffix, Locator(*locator) if locator else None, not author, quotes)


def in_documents() -> dict[str, list[Citation]]:
    """All cases, in two documents."""
    found = cases()
    return {"summary": [case for name, case in found.items() if name != _LAST], "notes": [found[_LAST]]}


def setting(
    tag: str,
    style: str | bytes,
    citations: dict[str, list[Citation]] | None = None,
    cited_sources: list[CitedSource] | None = None,
    dates: Calendars = Calendars.GREGORIAN,
) -> CitationTexts:
    """Citations set for an edition in ``tag``; those of the golden files where none are given."""
    xml = find_style(style) if isinstance(style, str) else style
    assert xml is not None
    found = in_documents() if citations is None else citations
    return set_citations(
        found, sources() if cited_sources is None else cited_sources, xml, language(tag).dated_in(dates), CONNECTIONS.get(tag, {})
    )


def plain(fragment: Fragment) -> str:
    """A fragment in the signs of the golden files; ranges that are isolated are judged in the bidi cases."""
    text = "".join(f"^{part.source}" if isinstance(part, SourceRef) else str(part) for part in fragment)
    text = re.sub(r'<a class="address" dir="ltr" href="([^"]*)">\1</a>', r"⟨\1⟩", text)
    text = re.sub(r'<(bdi|span) lang="(\w+)"[^>]*>(.*?)</\1>', r"{\2: \3}", text)
    text = re.sub(r'<bdi dir="ltr">(.*?)</bdi>', r"\1", text)
    text = re.sub(r"</?em>", "*", text).replace("⟨", "\x01").replace("⟩", "\x02")
    text = text.replace("\u00a0", "~").replace("\u202f", "¬").replace("&amp;", "&").replace("&#39;", "'")
    return text.replace("\x01", "<").replace("\x02", ">")


def one(tag: str, style: str, source: SourceRecord, *, dates: Calendars = Calendars.GREGORIAN) -> tuple[str, str]:
    """One source cited once: the citation and the entry, in plain signs."""
    found = setting(tag, style, {"d": [citing(Cite(source.id))]}, [cited(source)], dates)
    return plain(found.texts["d"][0]), plain(found.bibliography[0][1])
