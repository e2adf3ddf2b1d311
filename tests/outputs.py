"""What every built edition must stand up to."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from browser import chromium, visiting
from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic, Severity
from dossier.model.records import Output
from dossier.pipeline.edition import JobResult
from dossier.pipeline.judges import JUDGES, judged
from dossier.pipeline.judges.ace import ACE
from dossier.pipeline.plan import Job, output_path
from judges import epubcheck, not_judged, qpdf_check


def outputs(root: Path, output: Output) -> list[Path]:
    """The built files of one format."""
    found = [path for path in sorted((root / "build").glob("*/*/*")) if path.name == f"{path.parts[-3]}.{output.suffix}"]
    assert found, f"no {output} was built"
    return found


def results(root: Path) -> list[JobResult]:
    """What lies in ``build/``, as if it had been built just now."""
    return [_result(root, folder.parts[-2], folder.name) for folder in sorted((root / "build").glob("*/*/"))]


def _result(root: Path, dossier: str, language: str) -> JobResult:
    paths = {output: output_path(dossier, language, output) for output in Output}
    there = {output: path for output, path in paths.items() if (root / path).exists()}
    return JobResult(Job(root, dossier, language, tuple(there), 0), tuple(Artifact(path, b"") for path in there.values()), (), 0)


def verdicts(root: Path, aced: Collection[str] = ("en", "fr", "fa")) -> list[Diagnostic]:
    """What the judges of ``dossier build --verify`` say of all that lies in ``build/``; says aloud which of them are missing.

    Ace, which starts a browser for each book, is shown those in the languages ``aced``.
    """
    ace = replace(ACE, judges=lambda file: ACE.judges(file) and file.location.parent.name in aced)
    found = list(judged(root, results(root), judges=[ace if one is ACE else one for one in JUDGES]))
    told = [one for one in found if one.code.id not in ("J007", "J008")]
    if told == [] != found:
        not_judged("; ".join(f"JUDGE MISSING: {one.message}" for one in found), required_by="REQUIRE_JUDGES")
    return told


def complaints(root: Path, aced: Collection[str] = ("en", "fr", "fa")) -> list[str]:
    """Errors and warnings among the verdicts: that a booklet would have blank pages is a note, and nobody's fault."""
    return [str(one) for one in verdicts(root, aced) if one.severity is not Severity.NOTE]


def judge_epubs(root: Path) -> None:
    """EPUBCheck: no error, no warning."""
    for book in outputs(root, Output.EPUB):
        complaints = [message for message in epubcheck(book) if message.level not in ("INFO", "USAGE")]
        assert complaints == [], f"{book}: {complaints}"


def judge_pdfs(root: Path) -> None:
    """Qpdf: the file is whole."""
    for pdf in outputs(root, Output.PDF):
        assert qpdf_check(pdf) == "", pdf


def judge_pages(root: Path) -> None:
    """Chromium: nothing in the console, nothing asked for."""
    pages = [*outputs(root, Output.HTML), root / "build" / "index.html"]
    with chromium() as browser:
        for path in pages:
            with visiting(path, browser=browser) as visit:
                assert visit.console == [], path
                assert visit.requests == [], path
                assert visit.page.title(), path
