"""Kill installs at every system call that changes the disk: ``killed_installs.py FOLDER``.

A programme of its own, not a test: it forks, which a test in a process with threads must not. Prints what was seen as JSON; stops
with an AssertionError where anything but a whole package is found.
"""

import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from dossier.pipeline import replacing
from dossier.pipeline.models import install as module
from dossier.pipeline.models.install import Listener, Places, install_file
from dossier.pipeline.models.remove import remove_pair
from dossier.pipeline.models.shelf import LOCK, STAGING
from dossier.translation.engines.argos_packages import installed, read_package
from machine import tree
from model_server import contents, forged, zipped

WATCHED = ("mkdir", "rename", "replace", "unlink", "rmdir")
UNPACKED = 8
"""Calls after which a package is unpacked: until there, all installs are alike."""
SAME_NAME = {**contents(), "README.md": b"Another one of the same name.\n"}


class Bench:
    """A folder with one package, and the commands that are killed."""

    def __init__(self, root: Path) -> None:
        self.places = Places(root / "packages", root / "downloads", "")
        self.files = {}
        for name, data in (("first", forged()), ("second", forged(version="2.0")), ("same", zipped(SAME_NAME))):
            self.files[name] = root / f"{name}.argosmodel"
            self.files[name].write_bytes(data)

    def restore(self) -> None:
        shutil.rmtree(self.places.packages, ignore_errors=True)
        self.install("first")

    def install(self, name: str) -> None:
        install_file(self.files[name], self.places, Listener())

    def remove(self) -> None:
        remove_pair("en", "fr", self.places.packages, Listener())

    def seen(self) -> list[str]:
        """The folders that anybody would take for packages; each is whole."""
        found = []
        for folder in self.places.packages.iterdir():
            if folder.is_dir() and folder.name != STAGING:
                package = read_package(folder)
                files = tree(folder)
                assert files in (contents(version=package.version), SAME_NAME), sorted(files)
                found.append(package.version)
        return sorted(found)


def killed_at(number: int, action: Callable[[], None]) -> bool:
    """Do ``action`` in a process that is killed at its call ``number``; whether it came so far."""
    child = os.fork()
    if not child:
        _watch(number)
        action()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def _watch(number: int) -> None:
    left = [number]

    def watched(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return wrapped

    for name in WATCHED:
        setattr(os, name, watched(getattr(os, name)))
    replacing._rename = watched(replacing._rename)


def run(bench: Bench, action: Callable[[], None], finished: list[str], number: int = 1) -> Counter[str]:
    """Kill ``action`` at each of its calls from ``number`` on; what is then there; do it again, and all is well."""
    counts: Counter[str] = Counter()
    while True:
        bench.restore()
        if not killed_at(number, action):
            assert bench.seen() == finished
            return counts
        counts["+".join(bench.seen()) or "none"] += 1
        try:
            action()
        except Exception:  # removed already
            assert finished == []
            bench.install("first")  # sweeps as well
            bench.remove()
        assert bench.seen() == finished
        assert [one.version for one in installed(bench.places.packages)] == finished
        left = {path.name for path in bench.places.packages.iterdir() if path.is_file()} - {LOCK}
        assert len(left) == len(finished), left
        assert not (bench.places.packages / STAGING).exists()
        number += 1


def main(root: Path) -> None:
    """Kill installs of a newer version, of another package of the same name, and removals."""
    module.try_out = lambda folder, limits: True
    os.fsync = lambda descriptor: None  # what a killed process wrote is not lost; a machine without power is another matter
    bench = Bench(root)
    seen = {
        "newer": run(bench, lambda: bench.install("second"), ["2.0"]),
        "same": run(bench, lambda: bench.install("same"), ["1.0"], UNPACKED),
    }
    replacing._renameat2 = lambda: None
    seen["by steps"] = run(bench, lambda: bench.install("same"), ["1.0"], UNPACKED)
    seen["removed"] = run(bench, bench.remove, [])
    print(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
