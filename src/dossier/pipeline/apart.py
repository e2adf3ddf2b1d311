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
from multiprocessing.reduction import ForkingPickler
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

MOST_MEMORY = 8 * 2**30
"""Bytes of memory that a process which builds may ask for: ten times what a book of 350 pages takes."""
MEMORY_OF_READERS = 4 * 2**30
"""Bytes of memory for looking into one PDF: a gibibyte is the largest that is read, and comes twice."""
MOST_WRITTEN = 4 * 2**30
"""Bytes of one file that may be written."""

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # sched.h
_PR_SET_PDEATHSIG = 1  # sys/prctl.h


class NotDoneError(Exception):
    """The process was not done in time, had not enough memory, or was ended; says which."""


class TooSlowError(NotDoneError):
    """It was not done in time."""


def advice_on_pdf(error: NotDoneError) -> str:
    """What to do about a PDF that was given up."""
    more = "give it more time: --timeout SECONDS" if isinstance(error, TooSlowError) else "write it anew: qpdf IN.pdf OUT.pdf"
    return f"if you trust the file, {more}; else do not open it"


def apart(seconds: float, work: Callable[P, R], /, *arguments: P.args, **named: P.kwargs) -> R:
    """What ``work`` gives in a process that is there for nothing else; see :meth:`Apart.do`."""
    with Apart(seconds) as process:
        return process.do(work, *arguments, **named)


class Apart:
    """A process of its own, for one piece of work after the other; begun with the first, and anew when one has ended it.

    Its temporary files lie in one folder and are deleted with it.

    Parameters
    ----------
    seconds:
        How long one piece of work may take; then the process is ended.
    memory:
        Bytes that it, and each process that it starts, may ask for.
    """

    def __init__(self, seconds: float, memory: int = MOST_MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._running: _Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def do(self, work: Callable[P, R], /, *arguments: P.args, **named: P.kwargs) -> R:
        """What ``work`` gives.

        Parameters
        ----------
        work:
            A function of a module; it, its arguments and what it returns travel between processes.

        Raises
        ------
        NotDoneError
            Where it took longer or more memory, or died.
        Exception
            What ``work`` raised.
        """
        self._running = self._running or _Running(self._memory)
        try:
            done, result = self._running.told((work, arguments, named), self._seconds)
        except BaseException:
            self._end()
            raise
        if done:
            return result  # type: ignore[return-value]
        assert isinstance(result, BaseException)
        if isinstance(result, MemoryError):
            self._end()
            raise NotDoneError(f"it wanted more than {self._memory / 2**30:g} GiB of memory") from result
        raise result

    def _end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None


class _Running:
    """A process that waits for work."""

    def __init__(self, memory: int) -> None:
        context = multiprocessing.get_context("spawn")  # as for builds: Pango does not survive a fork
        self._connection, theirs = context.Pipe()
        self._folder = tempfile.TemporaryDirectory(prefix="dossier-apart-", ignore_cleanup_errors=True)
        self._process: BaseProcess = context.Process(target=_inside, args=(theirs, self._folder.name, memory, os.getpid()))
        self._process.start()
        theirs.close()

    def told(self, work: object, seconds: float) -> tuple[bool, object]:
        """Whether the work was done, and what it gave or raised."""
        try:
            self._connection.send(work)
            if not self._connection.poll(seconds):
                raise TooSlowError(f"it was not done after {seconds:g} seconds")
            told: tuple[bool, object] = self._connection.recv()
        except (EOFError, ConnectionError):  # the other end is gone
            self._process.join(1)
            raise NotDoneError(f"its process was ended ({_manner(self._process.exitcode)})") from None
        return told

    def end(self) -> None:
        """End it and whatever it has started, which is in its session."""
        assert self._process.pid, "it was started"
        with suppress(OSError, AttributeError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._connection.close()
        self._folder.cleanup()


def _manner(code: int | None) -> str:
    with suppress(ValueError, TypeError):
        return signal.Signals(-code).name  # type: ignore[operator]
    return f"exit {code}"


def _inside(connection: Connection, folder: str, memory: int, parent: int) -> None:
    _confine(folder, memory, parent)
    with suppress(EOFError, ConnectionError):  # nobody asks any more
        while True:
            connection.send_bytes(_answer(*connection.recv()))


def _answer(work: Callable[..., object], arguments: tuple[object, ...], named: dict[str, object]) -> bytes:
    """Whether the work was done, and what it gave or raised, as it travels."""
    try:
        return bytes(ForkingPickler.dumps((True, work(*arguments, **named))))
    except Exception as error:  # it is raised where it was asked for
        return bytes(ForkingPickler.dumps((False, _travelling(error))))


def _travelling(error: Exception) -> Exception:
    """``error``, or where it is none that can be sent to another process, what it says."""
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except Exception:
        return NotDoneError(f"{type(error).__name__}: {error}")
    return error


def _confine(folder: str, memory: int, parent: int) -> None:
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    if hasattr(os, "setsid"):
        os.setsid()
        _limit(memory)
    if sys.platform == "linux":
        _end_with(parent)
        _leave_network()


def _limit(memory: int) -> None:
    """Limits hold for every process that is started from here, each by itself."""
    import resource  # there is none on Windows

    # RLIMIT_DATA and not RLIMIT_AS: pandoc reserves a terabyte of addresses that it never uses.
    for what, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_FSIZE, MOST_WRITTEN), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _end_with(parent: int) -> None:
    """Let the system end this process when the command is killed (prctl(2)): nobody would end it after its time."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it was killed before that
        os._exit(1)


def _leave_network() -> None:
    """Go into a network of one's own, which has nothing in it (unshare(2)); some systems and containers forbid it."""
    with suppress(OSError, AttributeError):
        unshare = ctypes.CDLL(None, use_errno=True).unshare
        if unshare(_CLONE_NEWNET) != 0:
            unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
