"""Work for a process of its own, as a stranger's project may do it; top-level functions, since they travel."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dossier.model.records import Profile
from dossier.press.preflight.report import Report


def starts_another() -> int:
    """Starts a programme that does not end, and tells its number."""
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid


def crashes() -> None:
    os.abort()


def fills_the_memory() -> int:
    return len(bytearray(64 * 2**30))


def temporary_folder() -> str:
    (Path(tempfile.gettempdir()) / "left behind").write_bytes(b"x")
    return tempfile.gettempdir()


def ways_out() -> list[str]:
    """Routes of the network that this process is in; as on a system that tells none, none."""
    table = Path("/proc/self/net/route")
    return table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else []


def may_leave() -> bool:
    """Whether the system lets a process leave its network: whether it is in one of its own, whose number is not its parent's."""
    link = Path("/proc/self/ns/net")
    return link.exists() and os.readlink(link) != os.readlink(f"/proc/{os.getppid()}/ns/net")


def raises_what_does_not_travel() -> None:
    class HereError(Exception):
        """No other process knows this class."""

    raise HereError("as it was said")


def says_who_it_is_and_sleeps(path: str) -> None:
    Path(path).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)


def crashes_on_some(data: bytes, purpose: Profile | None, name: str) -> Report:
    """Stands for the checking of a PDF."""
    if data == b"crash":
        os.abort()
    return Report(purpose, "checked", ())
