"""What a stranger's files are read and built in: a process of its own, which may take no longer and no more than it is given.

Readers of PDF, templates and typesetting can be made to work for ever, to fill the memory, or to crash. Then that process ends,
with all that it has started, and not the command. Where the system is Linux and lets it, the process has no network either; no
step of a build asks for one.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

MOST_MEMORY = 8 * 2**30
"""Bytes of memory that one process may ask for: ten times what a book of 350 pages takes."""
MOST_WRITTEN = 4 * 2**30
"""Bytes of one file that may be written."""

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # sched.h


class NotDoneError(Exception):
    """The process was not done in time, or was ended; says which."""


def apart(seconds: float, work: Callable[P, R], /, *arguments: P.args, **named: P.kwargs) -> R:
    """What ``work`` gives in a process of its own, whose temporary files lie in one folder and are deleted with it.

    Parameters
    ----------
    seconds:
        After which it is ended.
    work:
        A function of a module; it, its arguments and what it returns travel between processes.

    Raises
    ------
    NotDoneError
        Where it took longer, or died.
    Exception
        What ``work`` raised.
    """
    context = multiprocessing.get_context("spawn")  # as for builds: Pango does not survive a fork
    receiver, sender = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="dossier-verify-", ignore_cleanup_errors=True) as folder:
        process = context.Process(target=_inside, args=(sender, folder, work, arguments, named))
        process.start()
        sender.close()
        try:
            done, result = _told(receiver, process, seconds)
        finally:
            _end(process)
    if not done:
        assert isinstance(result, BaseException)
        raise result
    return result  # type: ignore[return-value]


def _told(receiver: Connection, process: BaseProcess, seconds: float) -> tuple[bool, object]:
    if not receiver.poll(seconds):
        raise NotDoneError(f"it was not done after {seconds:g} seconds")
    try:
        told: tuple[bool, object] = receiver.recv()
    except EOFError:
        process.join(1)
        raise NotDoneError(f"its process was ended ({_manner(process.exitcode)})") from None
    return told


def _manner(code: int | None) -> str:
    with suppress(ValueError, TypeError):
        return signal.Signals(-code).name  # type: ignore[operator]
    return f"exit {code}"


def _end(process: BaseProcess) -> None:
    """End it and whatever it has started, which is in its session."""
    assert process.pid, "it was started"
    with suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def _inside(
    sender: Connection, folder: str, work: Callable[..., object], arguments: tuple[object, ...], named: dict[str, object]
) -> None:
    _confine(folder)
    try:
        told: tuple[bool, object] = True, work(*arguments, **named)
    except Exception as error:  # it is raised where it was asked for
        told = False, error
    sender.send(told)


def _confine(folder: str) -> None:
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    if hasattr(os, "setsid"):
        os.setsid()
        _limit()
    if sys.platform == "linux":
        _leave_network()


def _limit() -> None:
    """Limits hold for every process that is started from here, each by itself."""
    import resource  # there is none on Windows

    # RLIMIT_DATA and not RLIMIT_AS: pandoc reserves a terabyte of addresses that it never uses.
    for what, most in ((resource.RLIMIT_DATA, MOST_MEMORY), (resource.RLIMIT_FSIZE, MOST_WRITTEN), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _leave_network() -> None:
    """Go into a network of one's own, which has nothing in it (unshare(2)); some systems and containers forbid it."""
    with suppress(OSError, AttributeError):
        unshare = ctypes.CDLL(None, use_errno=True).unshare
        if unshare(_CLONE_NEWNET) != 0:
            unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
