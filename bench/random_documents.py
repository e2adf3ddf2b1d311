"""Random dossiers before every judge: ``python bench/random_documents.py FOLDER --count 6 --first 0``.

Prints what was found by code and rule, each with its first example, and how many pages were judged. Exits 1 where an edition
stopped with an error that nobody foresaw (P003) or a judge found an error.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/stress"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from random_dossiers import random_files
from stress_words import TONGUES

from dossier.model.diagnostics import Diagnostic, Severity
from dossier.pipeline.build import build, plan
from dossier.pipeline.edition import JobResult
from dossier.pipeline.judges import judged
from dossier.pipeline.project import Project, Selection
from workshop import Workshop

FATAL = ("P003", "P010")


def main() -> int:
    """Make, build, judge and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--first", type=int, default=0, help="the first seed")
    asked.add_argument("--count", type=int, default=6, help="how many dossiers")
    asked.add_argument("--parts", type=int, default=4)
    asked.add_argument("--languages", nargs="*", default=[], help="only these editions")
    wish = asked.parse_args()
    seeds = range(wish.first, wish.first + wish.count)
    workshop = Workshop(wish.folder)
    for seed in seeds:
        for path, data in random_files(seed, TONGUES[seed % len(TONGUES)], parts=wish.parts).items():
            workshop.write(path, data)
    project = Project(wish.folder)
    planned = plan(project, Selection(tuple(f"random-{seed}" for seed in seeds), tuple(wish.languages)))
    results = list(build(project, planned))
    found = [*planned.diagnostics, *(one for result in results for one in result.diagnostics), *judged(wish.folder, results)]
    _tell(found, results)
    return int(any(one.code.id in FATAL or (one.code.id.startswith("J") and one.severity is Severity.ERROR) for one in found))


def _tell(found: list[Diagnostic], results: list[JobResult]) -> None:
    kinds = Counter((one.code.id, dict(one.details).get("rule", "")) for one in found)
    examples = {(one.code.id, dict(one.details).get("rule", "")): one for one in reversed(found)}
    for kind, times in sorted(kinds.items()):
        print(f"{times:5} × {examples[kind]}\n")
    built = [result for result in results if result.artifacts]
    print(f"{sum(result.pages for result in built)} pages in {len(built)} of {len(results)} editions")


if __name__ == "__main__":
    sys.exit(main())
