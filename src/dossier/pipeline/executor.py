"""Run jobs side by side in processes of this machine."""

import multiprocessing
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.edition import JobResult, run
from dossier.pipeline.plan import Job
from dossier.pipeline.processors import processors

Step = Callable[[Job], JobResult]


def run_all(jobs: Sequence[Job], workers: int | None = None, step: Step = run) -> Iterator[JobResult]:
    """Results as they come, in the order of finishing.

    One job, or one worker, runs in this process. A worker that dies (memory ran out, somebody ended it) takes the others
    with it, as :class:`~concurrent.futures.ProcessPoolExecutor` works; what was lost is run again, each job by itself, and
    only a job whose own process dies has failed.

    Parameters
    ----------
    jobs:
        What to do.
    workers:
        How many processes at most; as many as there are processors for it where ``None``.
    step:
        What does a job: a top-level function, because other processes must find it.
    """
    count = min(len(jobs), workers or processors())
    if count <= 1:
        yield from map(step, jobs)
        return
    lost = yield from _together(jobs, count, step)
    for job in lost:
        yield from (_failed(again) for again in (yield from _together([job], 1, step)))


def _together(jobs: Sequence[Job], count: int, step: Step) -> Generator[JobResult, None, list[Job]]:
    """Yields the results; returns the jobs that have none because a process died."""
    lost: list[Job] = []
    # Spawned, not forked: Pango and the terminal's progress thread do not survive a fork.
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        pending = {pool.submit(step, job): job for job in jobs}
        for future in as_completed(pending):
            try:
                yield future.result()
            except BrokenProcessPool:
                lost.append(pending[future])
    return lost


def _failed(job: Job) -> JobResult:
    details = (("edition", f"{job.dossier} {job.language}"),)
    finding = Diagnostic(CODES["P003"], "the process that made the edition was ended from outside", details=details)
    return JobResult(job, (), (finding,), 0)
