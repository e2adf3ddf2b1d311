"""What a build lists for reading apps and for whoever checks files; booklets; judges called by ``--verify``."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import feedparser
import pikepdf
import pytest
from lxml import html

from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline import judges as pipeline_judges
from dossier.pipeline.built import write_built
from dossier.pipeline.catalogue import write_catalogues
from dossier.pipeline.edition import JobResult
from dossier.pipeline.index import write_index
from dossier.pipeline.project import Project
from judges import require
from workshop import Workshop

LANGUAGES = ("en", "fr", "fa")
TOML = "content/demo/dossier.toml"
PAGE = ("build", "--lang", "en", "--output", "html")


@pytest.fixture(scope="module")
def page_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    workshop = Workshop.demo(tmp_path_factory.mktemp("page") / "demo")
    assert workshop.run(*PAGE).exit_code == 0
    return workshop


@pytest.fixture
def page(page_once: Workshop, tmp_path: Path) -> Workshop:
    """A project of the test's own, with the English page in ``build/``."""
    return Workshop(shutil.copytree(page_once.root, tmp_path / "demo"))


def checked(workshop: Workshop) -> list[str]:
    """What ``sha256sum`` says of the list, file by file."""
    command = [require("sha256sum"), "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(command, cwd=workshop.root / "build", capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def summed(workshop: Workshop) -> set[str]:
    return {line[66:] for line in workshop.read("build/SHA256SUMS").splitlines()}


def feed(workshop: Workshop) -> Any:
    return json.loads(workshop.read("build/opds.json"))


def test_every_edition_is_in_both_catalogues(demo: Workshop) -> None:
    publications = feed(demo)["publications"]
    entries = feedparser.parse(demo.read("build/opds.xml")).entries
    assert [one["metadata"]["language"] for one in publications] == list(LANGUAGES)
    assert [one["metadata"]["title"] for one in publications][1:] == ["Un petit dossier", "یک پروندهٔ کوچک"]
    for entry, metadata in zip(entries, (one["metadata"] for one in publications), strict=True):
        assert entry.title.startswith(metadata["title"])
        assert entry.title.endswith(f": {metadata['subtitle']}")
    assert publications[2]["metadata"]["readingProgression"] == "rtl"


def test_what_catalogues_lead_to_is_there(demo: Workshop) -> None:
    catalogue = feed(demo)
    addresses = {link["href"] for one in (catalogue, *catalogue["publications"]) for link in one["links"]}
    addresses |= {image["href"] for one in catalogue["publications"] for image in one["images"]}
    assert [address for address in addresses if not (demo.root / "build" / address).is_file()] == []
    assert len(addresses) == 3 + 3 * 4


def test_the_index_leads_to_the_catalogues_and_digests(demo: Workshop) -> None:
    index = html.fromstring(demo.read("build/index.html"))
    (atom,) = index.xpath("//link[@type='application/atom+xml;profile=opds-catalog']")
    assert (atom.get("rel"), atom.get("href")) == ("alternate", "opds.xml")
    links = [link.get("href") for link in index.xpath("//footer//a")]
    assert links == ["opds.xml", "opds.json", "SHA256SUMS"]


def test_coreutils_find_every_file_of_every_edition(demo: Workshop) -> None:
    said = checked(demo)
    files = {f"demo/{language}/demo.{end}" for language in LANGUAGES for end in ("pdf", "epub", "html", "png")}
    assert sorted(said) == sorted(f"{path}: OK" for path in files)


def test_coreutils_find_a_changed_file(page: Workshop) -> None:
    page.write("build/demo/en/demo.html", "another page")
    assert "demo/en/demo.html: FAILED" in checked(page)


def test_what_is_gone_is_not_listed_any_more_and_what_is_not_ours_never(page: Workshop) -> None:
    for path in ("build/demo/en/notes.txt", "build/other/en/other.pdf", "build/demo/en/.demo.pdf"):
        page.write(path, "mine")
    (page.root / "build/demo/en/demo.png").unlink()
    assert write_catalogues(Project(page.root)) == ()
    assert summed(page) == {"demo/en/demo.html"}
    assert "images" not in feed(page)["publications"][0]
    (page.root / "build/demo/en/demo.html").unlink()
    assert write_catalogues(Project(page.root)) == ()
    assert (summed(page), feed(page)["publications"]) == (set(), [])


def test_catalogues_are_the_same_bytes_again(demo: Workshop) -> None:
    before = demo.built()
    assert write_catalogues(Project(demo.root)) == ()
    assert demo.built() == before


def test_addresses_follow_the_address_of_the_folder(page: Workshop) -> None:
    page.write(TOML, 'base-url = "https://exämple.org/ein ordner"\n' + page.read(TOML))
    assert write_catalogues(Project(page.root)) == ()
    (link, *_) = feed(page)["publications"][0]["links"]
    assert link["href"] == "https://xn--exmple-cua.org/ein%20ordner/demo/en/demo.html"


def test_a_dossier_that_cannot_be_read_does_not_take_the_others_along(page: Workshop) -> None:
    page.write("content/broken/dossier.toml", "id = [")
    assert write_catalogues(Project(page.root)) == ()
    assert len(feed(page)["publications"]) == 1


def test_a_link_out_of_the_project_is_told(page: Workshop) -> None:
    (page.root.parent / "secret").write_text("secret", encoding="utf-8")
    (page.root / "build/demo/en/demo.epub").symlink_to(page.root.parent / "secret")
    before = page.read("build/SHA256SUMS")
    (finding,) = write_catalogues(Project(page.root))
    assert (finding.code.id, str(finding.place)) == ("C014", "build/demo/en/demo.epub")
    assert page.read("build/SHA256SUMS") == before


# Booklets


def test_a_booklet_is_made_besides(fresh: Workshop) -> None:
    fresh.write(TOML, fresh.read(TOML) + "\n[pdf]\nsignature = 4\n")
    run = fresh.run("build", "--lang", "fa", "--output", "html", "--booklet")
    assert run.exit_code == 0, run.errors
    assert "fa: html, booklet, " in run.output
    with pikepdf.open(fresh.root / "build/demo/fa/demo.booklet.pdf") as made:
        assert made.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
        left, bottom, right, top = (float(value) for value in made.pages[0].TrimBox)
        assert (round(right - left), round(top - bottom)) == (1191, 842)
        assert len(made.pages) % 2 == 0
        printed = {name for page in made.pages for name in page.Resources.XObject}
        first = set(made.pages[0].Resources.XObject)
    assert printed == {f"/P{number}" for number in range(1, len(printed) + 1)}
    assert first == {"/P1", "/P4"}, "four pages are folded together"
    assert "demo/fa/demo.booklet.pdf" in summed(fresh)
    assert "demo/fa/demo.print.pdf" not in summed(fresh)


# Judges


def test_judges_are_called_where_they_are_asked_for(fresh: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, list[str]]] = []

    def judged(root: Path, results: Sequence[JobResult], begin: Any) -> Iterator[Diagnostic]:
        asked.append((root, [artifact.path for result in results for artifact in result.artifacts]))
        assert all((root / path).exists() for path in asked[0][1])
        begin("a strict judge: 1 file")
        yield Diagnostic(CODES["J006"], "the file is damaged")

    monkeypatch.setattr(pipeline_judges, "judged", judged)
    run = fresh.run(*PAGE)
    assert (run.exit_code, asked) == (0, [])
    run = fresh.run(*PAGE, "--verify")
    assert run.exit_code == 1
    assert "error J006: the file is damaged" in run.errors
    assert "judged by a strict judge: 1 file" in run.output
    assert asked == [(fresh.root, ["build/demo/en/demo.html", "build/demo/en/demo.png"])]


_KILLED = """
import os, sys
from pathlib import Path
from killing import deadly
from dossier.model.bundle import Artifact
from dossier.pipeline.built import write_built
os.fsync = deadly(os.fsync, 2, before=True)
write_built(Path(sys.argv[1]), [Artifact(f"build/{name}", b"new") for name in ("opds.json", "opds.xml", "SHA256SUMS")])
"""


def test_the_next_build_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    build = tmp_path / "build"
    build.mkdir()
    others = [".status.html.dossier-abcdefgh.new", ".opds.json.new", "opds.json"]  # of another command, of another programme
    for name in others:
        (build / name).write_bytes(b"old")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(list(build.iterdir())) == len(others) + 2, "two files were on their way"
    written = write_built(tmp_path, [Artifact("build/opds.json", b"old"), Artifact("build/opds.xml", b"new")])
    assert written == ("build/opds.xml",)
    assert sorted(path.name for path in build.iterdir()) == sorted([*others, "opds.xml"])


def test_nothing_is_taken_from_a_build_that_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the lock cannot be had, a leftover may be a file that another build is just writing."""
    left = tmp_path / "build" / ".opds.json.dossier-abcdefgh.new"
    left.parent.mkdir()
    left.write_bytes(b"whole?")
    monkeypatch.setattr("dossier.pipeline.deposit.abandoned._is_locked", lambda *arguments: False)
    write_built(tmp_path, [Artifact("build/opds.json", b"new")])
    assert left.exists()
    monkeypatch.undo()
    write_built(tmp_path, [Artifact("build/opds.json", b"new")])
    assert not left.exists()


@pytest.mark.parametrize("write", [write_catalogues, write_index])
def test_catalogues_and_index_are_swept(page: Workshop, write: Callable[[Project], object]) -> None:
    left = [page.root / "build" / f".{name}.dossier-abcdefgh.new" for name in ("opds.xml", "SHA256SUMS", "index.html")]
    for path in left:
        path.write_bytes(b"half")
    write(Project(page.root))
    mine = 2 if write is write_catalogues else 1
    assert sum(path.exists() for path in left) == len(left) - mine
