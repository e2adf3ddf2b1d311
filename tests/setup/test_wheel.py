"""The wheel by itself: a new project is begun and built with none of this repository around."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from repository import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a source archive that was built here: so the archive is complete, too."""
    made = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(made), folder=ROOT)
    (archive,) = made.glob("*.tar.gz")
    run("tar", "-xf", str(archive), folder=made)
    (source,) = (path for path in made.iterdir() if path.is_dir())
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made), folder=source)
    (found,) = made.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``dossier`` in an environment of its own.

    It borrows the locked dependencies that are installed here, not this checkout: a ``.pth`` file in a folder that is named by
    another is not read, so what is installed in editable form stays behind.
    """
    folder = tmp_path_factory.mktemp("empty environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin/python"
    run(str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel), folder=folder)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    where = run(str(python), "-c", "import dossier; print(dossier.__file__)", folder=folder)
    assert Path(where.strip()).is_relative_to(folder), where
    return folder / "bin/dossier"


def run(*command: str, folder: Path) -> str:
    """The output of ``command`` without this checkout on Python's path."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_the_default_templates_and_catalogs(wheel: Path) -> None:
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("dossier/defaults/")}
    here = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    here += (ROOT / "locales").glob("*/LC_MESSAGES/templates.po")
    assert carried == {f"dossier/defaults/{path.relative_to(ROOT).as_posix()}" for path in here}
    assert {f"dossier/defaults/locales/{language}/LC_MESSAGES/templates.po" for language in ("fr", "fa")} <= carried


def test_the_wheel_carries_no_dossier_of_ours(wheel: Path) -> None:
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "un-letter" in name]


def test_a_new_project_is_built_with_nothing_of_this_repository(command: Path, tmp_path: Path) -> None:
    run(str(command), "init", "demo", folder=tmp_path)
    run(str(command), "build", folder=tmp_path / "demo")
    made = {path.relative_to(tmp_path / "demo/build") for path in (tmp_path / "demo/build").rglob("*") if path.is_file()}
    kinds = {(path.parts[1], path.suffix) for path in made if path.parts[0] == "demo"}
    assert {(language, kind) for language in ("en", "fr", "fa") for kind in (".pdf", ".epub", ".html")} <= kinds
    assert Path("index.html") in made
