"""Run jobs side by side in processes of this machine."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.edition import JobResult, run
from dossier.pipeline.plan import Job


def run_all(jobs: Sequence[Job], workers: int | None = None) -> Iterator[JobResult]:
    """Results as they come. One job, or one worker, runs in this process; a worker that dies fails its jobs only."""
    count = min(len(jobs), workers or os.cpu_count() or 1)
    if count <= 1:
        yield from map(run, jobs)
        return
    # Spawned, not forked: Pango and the terminal's progress thread do not survive a fork.
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        pending = {pool.submit(run, job): job for job in jobs}
        for future in as_completed(pending):
            yield _result(future, pending[future])


def _result(future: Future[JobResult], job: Job) -> JobResult:
    try:
        return future.result()
    except BrokenProcessPool as error:
        details = (("edition", f"{job.dossier} {job.language}"), ("reason", str(error)))
        finding = Diagnostic(CODES["P003"], "the process that made the edition was ended from outside", details=details)
        return JobResult(job, (), (finding,), 0)
