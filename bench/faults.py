"""What a compositor would send back, on about 350 pages in three languages and a pseudo-language. See README.md."""

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from synthetic import ENGLISH, FRENCH, PERSIAN, Shape, dossier

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from setting import laid_out_project, write
from typesetting import Fault, Finding, counts, faults, read

TONGUES = {tongue.language: tongue for tongue in (ENGLISH, PERSIAN, FRENCH)}
TOLERATED = frozenset({Fault.SHORT})
"""Told, and no fault: what comes next cannot be split."""


def main() -> int:
    """Judge the languages; 1 where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=350, help="about how long the dossiers are")
    parser.add_argument("--page-size", default="A5")
    parser.add_argument("--theme", default="default")
    parser.add_argument("--large-print", action="store_true")
    parser.add_argument("--languages", default="en,fa,fr,ar-XB")
    parser.add_argument("--tell", action="store_true", help="show each fault")
    asked = parser.parse_args()
    shape = Shape(asked.page_size, asked.large_print, asked.theme)
    found = {language: _judged(language, asked.pages, shape) for language in asked.languages.split(",")}
    _print_table({language: (pages, counts(findings)) for language, (pages, findings) in found.items()})
    if asked.tell:
        for _, findings in found.values():
            print(*(f"{one.fault}, page {one.page}: {one.text[:100]}" for one in findings), sep="\n")
    return int(any(one.fault not in TOLERATED for _, findings in found.values() for one in findings))


def _judged(language: str, pages: int, shape: Shape) -> tuple[int, Sequence[Finding]]:
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        # A pseudo-language is made from English.
        write(Path(name), dossier(TONGUES.get(language, ENGLISH), pages, shape))
        document = laid_out_project(Path(name), language)
    middle = time.perf_counter()
    findings = faults(read(document))
    print(f"{language}: laid out in {middle - start:.0f} s, judged in {time.perf_counter() - middle:.0f} s", flush=True)
    return len(document.pages), findings


def _print_table(found: Mapping[str, tuple[int, Mapping[Fault, int]]]) -> None:
    print(f"| | {' | '.join(found)} |", "|---|" + "---|" * len(found), sep="\n")
    print(f"| pages | {' | '.join(str(pages) for pages, _ in found.values())} |")
    for fault in Fault:
        print(f"| {fault} | {' | '.join(str(count[fault]) for _, count in found.values())} |")


if __name__ == "__main__":
    raise SystemExit(main())
