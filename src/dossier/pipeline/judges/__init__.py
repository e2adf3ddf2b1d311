"""Independent judges of finished files, as far as this machine has them: one file a judge, one line in :data:`JUDGES`."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, in_order
from dossier.model.place import Place
from dossier.model.records import Output, Profile
from dossier.pipeline.edition import JobResult
from dossier.pipeline.judges.ace import ACE
from dossier.pipeline.judges.epubcheck import EPUBCHECK
from dossier.pipeline.judges.places import Places, place_of, places
from dossier.pipeline.judges.preflight import PREFLIGHT
from dossier.pipeline.judges.qpdf import QPDF
from dossier.pipeline.judges.running import brief
from dossier.pipeline.judges.values import File, Finding, Judge, NoVerdictError
from dossier.pipeline.judges.verapdf import VERAPDF
from dossier.pipeline.plan import output_path
from dossier.pipeline.project import Project

JUDGES: tuple[Judge, ...] = (VERAPDF, EPUBCHECK, ACE, QPDF, PREFLIGHT)
"""In the order in which they begin. A new judge is one more entry."""

SHOWN = 10
"""Of what breaks one rule in one file, so much is told; of the rest, the number."""

_PROFILES = {Output.PRINT: Profile.PRINT, Output.BOOKLET: Profile.PRINT, Output.ARCHIVE: Profile.ARCHIVE}


def judged(
    root: Path, results: Sequence[JobResult], begin: Callable[[str], object] = lambda what: None, judges: Sequence[Judge] = JUDGES
) -> Iterator[Diagnostic]:
    """What the judges of this machine say of the files that ``results`` wrote below ``root``, and which judges are missing.

    The judges work side by side; what they find comes in a fixed order, in their own words, with the line of Markdown where that
    is known.

    Parameters
    ----------
    root, results:
        The project, and what was built in it.
    begin:
        Is told what is asked, as soon as it is: a judge may take a minute.
    judges:
        Who is asked.
    """
    files = tuple(_files(root, results))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        heard = list(pool.map(partial(_heard, files, begin), judges))
    known = cache(partial(places, root))
    yield from in_order(told for said in heard for told in _told(said, known))


def _files(root: Path, results: Iterable[JobResult]) -> Iterator[File]:
    """The files that were written; what an edition with an error left in its place is older, and was judged before."""
    project = Project(root)
    for result in results:
        job = result.job
        written = {artifact.path for artifact in result.artifacts}
        for output in job.outputs:
            path = output_path(job.dossier, job.language, output)
            if path in written:
                yield File(job.dossier, path, root / path, output, _profile(project, job.dossier, output))


def _profile(project: Project, dossier: str, output: Output) -> Profile | None:
    if output is Output.PDF:
        return project.load(dossier)[0].config.pdf.profile
    return _PROFILES.get(output)


def _heard(files: Sequence[File], begin: Callable[[str], object], judge: Judge) -> list[Finding | Diagnostic]:
    """What one judge says, or why it says nothing."""
    own = [file for file in files if judge.judges(file)]
    if not own:
        return []
    if reason := judge.missing():
        code = "J008" if os.environ.get("REQUIRE_JUDGES", "0") not in ("", "0") else "J007"
        return [Diagnostic(CODES[code], f"{judge.name} did not judge {_counted(own)}", details=(("reason", reason),))]
    begin(f"{judge.name}: {_counted(own)}")
    found: list[Finding | Diagnostic] = []
    try:
        found.extend(judge.judge(own))
    except NoVerdictError as error:
        details = (("reason", brief(str(error))),)
        found.append(Diagnostic(CODES["J009"], f"{judge.name} gave no verdict on {_counted(own)}", details=details))
    return found


def _counted(files: Sequence[File]) -> str:
    return files[0].path if len(files) == 1 else f"{len(files)} files"


def _told(said: Iterable[Finding | Diagnostic], known: Callable[[str], Places]) -> Iterator[Diagnostic]:
    """Findings as diagnostics; of those that break one rule in one file, the first ones, and how many more there are."""
    yield from (one for one in said if isinstance(one, Diagnostic))
    findings = dict.fromkeys(one for one in said if isinstance(one, Finding))
    for several in _by_rule(findings):
        for number, one in enumerate(several[:SHOWN], 1):
            more = len(several) - SHOWN if number == SHOWN else 0
            yield _diagnostic(one, known(one.file.dossier) if one.spot else {}, more)


def _by_rule(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        grouped.setdefault((one.file.path, one.rule), []).append(one)
    yield from grouped.values()


def _diagnostic(finding: Finding, known: Places, more: int) -> Diagnostic:
    spot, file = finding.spot, finding.file
    place = place_of(spot, known) if spot else None
    details = (
        ("rule", brief(finding.rule)),
        ("file", brief(f"{file.path}, {spot}") if spot else ""),
        ("where", brief(finding.where)),
        ("more", f"{more} times more" if more else ""),
    )
    return Diagnostic(
        CODES[finding.code], brief(finding.words).rstrip("."), place or Place(file.path), tuple(row for row in details if row[1])
    )
