"""A thousand sources and a thousand citations set, in three languages and two styles: seconds. See README.md.

Fails where one takes longer than the limit.
"""

import argparse
import os
import time
from collections.abc import Mapping, Sequence

from dossier.attribution.csl import CitedSource, find_style, set_citations
from dossier.language.registry import language
from dossier.model.citation import Citation, Cite, Locator
from dossier.model.records import CitationDates
from dossier.model.source_record import SourceRecord

LIMIT = 5.0
STYLES = ("chicago-notes-bibliography", "chicago-author-date")
TONGUES = ("en", "fr", "fa")
KINDS = ("report", "webpage", "article-newspaper", "article-journal", "book", "document")
FAMILIES = ("Smith", "Doe", "Jones", "Karimi", "Laurent", "Weber", "Rossi", "Novak")
PERSIAN = ("رضایی", "کریمی", "احمدی", "حسینی")
WORDS = ["harbour", "ledger", "silence", "tide", "letter", "witness", "quay", "summer", "evidence", "record"]
PERSIAN_WORDS = ["بندر", "دفتر", "سکوت", "نامه", "گواه", "تابستان", "سند", "خاطره"]


def main() -> int:
    """Measure each language and style; 1 where the slowest is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="sources, and citations")
    asked = parser.parse_args()
    found = sources(asked.count)
    cited = citations(asked.count)
    slowest = 0.0
    print("| | " + " | ".join(STYLES) + " |")
    print("|---|" + "---|" * len(STYLES))
    for tag in TONGUES:
        seconds = [measured(tag, style, found, cited) for style in STYLES]
        slowest = max(slowest, *(clock for clock, _ in seconds))
        print(f"| {tag} | " + " | ".join(f"{clock:.2f} s ({cpu:.2f} s of CPU)" for clock, cpu in seconds) + " |")
    return int(slowest > LIMIT)


def measured(tag: str, style: str, found: Sequence[CitedSource], cited: Mapping[str, Sequence[Citation]]) -> tuple[float, float]:
    """Seconds that the citations of one edition take: on the clock, and of CPU, the processor's included."""
    xml = find_style(style)
    assert xml is not None
    start, before = time.perf_counter(), sum(os.times()[:4])
    set_citations(cited, found, xml, language(tag), CitationDates.BOTH, {})
    return time.perf_counter() - start, sum(os.times()[:4]) - before


def sources(count: int) -> list[CitedSource]:
    """Made-up sources, the same at every run; each fourth is Persian."""
    return [_source(number) for number in range(count)]


def citations(count: int) -> dict[str, list[Citation]]:
    """As many citations, each of one source with a locator, in ten documents, a third of them cited again elsewhere."""
    documents: dict[str, list[Citation]] = {f"part-{number}": [] for number in range(10)}
    for number in range(count):
        source = number if number % 3 else number * 7 % count
        cite = Cite(f"source-{source}", locator=Locator("paragraph", str(number % 90 + 1)))
        documents[f"part-{number * 10 // count}"].append(Citation((cite,), ""))
    return documents


def _source(number: int) -> CitedSource:
    persian = number % 4 == 3
    words, families = (PERSIAN_WORDS, PERSIAN) if persian else (WORDS, FAMILIES)
    title = " ".join(words[(number * step + step) % len(words)] for step in (1, 3, 5, 7))
    record = SourceRecord.model_validate(
        {
            "id": f"source-{number}",
            "type": KINDS[number % len(KINDS)],
            "title": title,
            "author": [{"family": families[number % len(families)], "given": "رضا" if persian else "Jane"}],
            "container-title": "Courier",
            "publisher": "Northern Press",
            "publisher-kind": "other",
            "issued": f"{1980 + number // 25 % 40}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "URL": f"https://example.org/{number}",
            "language": "fa" if persian else "en",
            "reproduce": "digest",
        }
    )
    return CitedSource(record, title, record.language)


if __name__ == "__main__":
    raise SystemExit(main())
