"""Ten thousand entries: seconds and peak memory of ``dossier update`` and ``dossier check``, as whole processes. See README.md.

The project was translated and reviewed; then every 20th block was changed and every 100th moved to another document. This process
reads no locale file: Linux counts the memory of the process that starts another towards the other's peak.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
DOSSIER = Path(sys.executable).with_name("dossier")
SECONDS, MEGABYTES = 5.0, 500.0
LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class Run:
    """One fresh process: seconds on the clock, seconds of CPU with its children's, and the largest resident set of any one."""

    seconds: float
    cpu: float
    megabytes: float

    @property
    def is_within(self) -> bool:
        """Whether it keeps to the limits."""
        return self.seconds <= SECONDS and self.megabytes <= MEGABYTES


def main() -> int:
    """Measure both commands; 1 where one is beyond a limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--entries", type=int, default=95, help="in each document, besides titles and records")
    parser.add_argument("--keep", type=Path, help="make the project in this folder, and leave it there")
    parser.add_argument("--only-make", action="store_true", help="make the project and measure nothing")
    asked = parser.parse_args()
    if asked.only_make:
        make(asked.keep, asked.documents, asked.entries)
        return 0
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        return _measured(asked.keep or Path(name), asked.documents, asked.entries)


def _measured(root: Path, documents: int, entries: int) -> int:
    size = ["--documents", str(documents), "--entries", str(entries)]
    subprocess.run([sys.executable, __file__, "--only-make", "--keep", root, *size], check=True)
    commands = {
        "dossier update": ["update"],
        "dossier update, nothing to do": ["update"],
        f"dossier check --lang {LANGUAGE}": ["check", "--lang", LANGUAGE],
    }
    found = {name: _run([str(DOSSIER), "-C", str(root), *command]) for name, command in commands.items()}
    _report(found, _entries(root))
    return int(not all(run.is_within for run in found.values()))


def _entries(root: Path) -> int:
    files = (root / "locales" / LANGUAGE).rglob("*.po")
    # Less one for the header of each file.
    return sum(sum(line.startswith(b"msgid ") for line in path.read_bytes().splitlines()) - 1 for path in files)


def _run(command: Sequence[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if b"Traceback" in said or process.returncode not in (0, 1):  # findings are no failure here
        raise SystemExit(f"{command} failed:\n{said.decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def _report(found: Mapping[str, Run], entries: int) -> None:
    print(
        f"| {entries} entries | seconds (at most {SECONDS:.0f}) | CPU s | peak MB (at most {MEGABYTES:.0f}) |",
        "|---|---|---|---|",
        sep="\n",
    )
    for name, run in found.items():
        beyond = "" if run.is_within else " **beyond the limit**"
        print(f"| {name} | {run.seconds:.1f}{beyond} | {run.cpu:.1f} | {run.megabytes:.0f} |")


def make(root: Path, documents: int, entries: int) -> None:
    """A project below ``root`` whose documents were changed since its locale files were reviewed."""
    # Loaded here, and so in the process that makes the project only.
    from corpus import project, texts
    from histories import changed_since, write
    from translator import translate_project

    old = texts(Random(1988), documents, entries)
    write(root, project(old, LANGUAGE))
    subprocess.run([DOSSIER, "-C", root, "update"], check=True, stdout=subprocess.DEVNULL)
    translate_project(root, old, LANGUAGE)
    write(root, project(changed_since(old, Random(2026)), LANGUAGE))


if __name__ == "__main__":
    raise SystemExit(main())
