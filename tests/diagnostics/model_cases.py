"""M010 to M019: mistakes around models: servers, indexes, packages."""

import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from cases import Case, Provoke

from machine import as_unprivileged, make_read_only, open_folder
from model_server import Server, contents, forged, serving, zipped
from workshop import Run, Workshop

_ELSEWHERE = (
    "see whether this machine is online and run the same command again; "
    "or fetch the package elsewhere and run: dossier models install FILE.argosmodel"
)


def _gone(server: Server) -> dict[str, object]:
    found = server.offer(forged())
    server.files.clear()
    return found


@contextmanager
def _folders(root: Path, index: str = "") -> Iterator[None]:
    places = {"ARGOS_PACKAGES_DIR": str(root / "packages"), "XDG_CACHE_HOME": str(root / "cache")}
    with patch.dict(os.environ, {**places, "ARGOS_PACKAGE_INDEX": index, "NO_PROXY": "127.0.0.1"}):
        yield


def asked(prepare: Callable[[Server], object], *arguments: str) -> Provoke:
    """Run ``dossier models …`` where a server is prepared."""

    def provoke(workshop: Workshop) -> Run:
        with serving() as server, tempfile.TemporaryDirectory() as folder, _folders(Path(folder), server.address):
            prepare(server)
            return workshop.run("models", *(arguments or ("install", "en", "fr")))

    return provoke


def given(data: bytes) -> Provoke:
    """Install a package that lies in a file."""

    def provoke(workshop: Workshop) -> Run:
        workshop.write("a.argosmodel", data)
        with tempfile.TemporaryDirectory() as folder, _folders(Path(folder)):
            return workshop.run("models", "install", str(workshop.root / "a.argosmodel"))

    return provoke


def nobody_there(workshop: Workshop) -> Run:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with tempfile.TemporaryDirectory() as folder, _folders(Path(folder), address):
        return workshop.run("models", "install", "en", "fr")


def plain_http(workshop: Workshop) -> Run:
    with tempfile.TemporaryDirectory() as folder, _folders(Path(folder), "http://models.example/"):
        return workshop.run("models", "install", "en", "fr")


def of_somebody_else(workshop: Workshop) -> Run:
    with open_folder() as root, _folders(root):
        for path, data in contents().items():
            Workshop(root).write(f"packages/translate-en_fr-1_0/{path}", data)
        make_read_only(root / "packages")
        run = as_unprivileged(lambda: workshop.run("models", "remove", "en", "fr"))
        return Run(run.exit_code, run.output, run.errors.replace(str(root), ""))


CASES: tuple[Case, ...] = (
    Case("M010", "nobody answers", nobody_there, "", _ELSEWHERE),
    Case("M010", "a download that is not there", asked(lambda server: server.index(_gone(server))), "", _ELSEWHERE),
    Case(
        "M011",
        "a page instead of an index",
        asked(lambda server: server.put("index.json", b"<html>"), "list", "--available"),
        "",
        "see that ARGOS_PACKAGE_INDEX, where it is set, names an Argos package index",
    ),
    Case(
        "M012",
        "no model",
        asked(lambda server: server.index(), "install", "en", "fr"),
        "",
        "see what there is: dossier models list --available",
    ),
    Case(
        "M012",
        "nothing to remove",
        asked(lambda server: server.index(), "remove", "en", "fr"),
        "",
        "see what is installed: dossier models list",
    ),
    Case("M013", "half an archive", given(forged()[:300]), "", "fetch it again"),
    Case(
        "M014",
        "a way out of the folder",
        given(zipped({"../../x": b""})),
        "",
        "do not use this file; fetch the package from where its makers publish it",
    ),
    Case(
        "M015",
        "no model in the package",
        given(zipped({"metadata.json": contents()["metadata.json"]})),
        "",
        "fetch the package from where its makers publish it",
    ),
    Case(
        "M016",
        "a package of somebody else",
        of_somebody_else,
        "",
        "remove it as the user who installed it, below /packages",
    ),
    Case(
        "M017",
        "plain http",
        plain_http,
        "",
        "name an address that begins with https in ARGOS_PACKAGE_INDEX; or fetch the package elsewhere and install the file",
    ),
)
