"""A process that dies fails its own edition, and no other."""

import os
from pathlib import Path

from dossier.model.bundle import Artifact
from dossier.model.records import Output
from dossier.pipeline.edition import JobResult
from dossier.pipeline.executor import run_all
from dossier.pipeline.plan import Job

JOBS = [Job(Path("nowhere"), "demo", language, (Output.PDF,), 0) for language in ("en", "fr", "fa", "de")]


def dying_for_persian(job: Job) -> JobResult:
    if job.language == "fa":
        os._exit(9)
    return JobResult(job, (Artifact(job.language, b""),), (), 0)


def test_the_others_are_still_made() -> None:
    results = {result.job.language: result for result in run_all(JOBS, workers=2, step=dying_for_persian)}
    assert {language for language, result in results.items() if result.artifacts} == {"en", "fr", "de"}
    assert [found.code.id for found in results["fa"].diagnostics] == ["P003"]
    assert len(results) == len(JOBS)


def test_one_worker_needs_no_process() -> None:
    seen: list[str] = []

    def noted(job: Job) -> JobResult:
        seen.append(job.language)
        return JobResult(job, (), (), 0)

    assert [result.job for result in run_all(JOBS, workers=1, step=noted)] == JOBS
    assert seen == ["en", "fr", "fa", "de"]
