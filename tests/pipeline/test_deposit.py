"""``dossier deposit``: what goes along, what does not, and when nothing is written."""

import json
import subprocess
from pathlib import Path

import bagit
import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from bags import DEPOSIT, LETTER, NAME, TEXT, TOML, bag_in, provenance, quoting, small
from dossier.archive.bag import is_portable
from dossier.model.identifiers import edition_urn, version_urn, work_urn
from dossier.model.records import DossierConfig
from dossier.pipeline.deposit.info import bag_name
from dossier.pipeline.deposit.packing import packed
from dossier.pipeline.project import Project
from judges import require
from machine import tree
from workshop import Workshop

PART = "content/demo/introduction.md"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bag_in(tmp_path_factory.mktemp("deposit"))


def pack(workshop: Workshop, *languages: str) -> dict[str, bytes]:
    project = Project(workshop.root)
    return packed(project.files, project.load("demo")[0], languages or ("fr",)).files


def test_the_payload_has_everything(bag: Path) -> None:
    files = {path.removeprefix("data/") for path in tree(bag) if path.startswith("data/")}
    assert {
        "README.txt",
        "ro-crate-metadata.json",
        "editions/fr/demo.html",
        "editions/fr/demo.png",
        "project/content/demo/dossier.toml",
        "project/content/demo/images/example.svg",
        "project/content/demo/quotations.lock",
        "project/locales/fr/LC_MESSAGES/demo/introduction.po",
        "provenance/fr.json",
        "metadata/fr/sources.csl.json",
        "licences/dossier/LICENSE-OUTPUT-EXCEPTION.md",
        "licences/faces/amiri.txt",
    } <= files
    assert not [path for path in files if path.startswith(("project/locales/fa", "licences/colour"))]


def test_independent_judges_take_the_bag(bag: Path) -> None:
    assert bagit.Bag(str(bag)).validate()
    for algorithm in ("sha256", "sha512"):
        for kind in ("manifest", "tagmanifest"):
            command = [require(f"{algorithm}sum"), "--strict", "--quiet", "-c", f"{kind}-{algorithm}.txt"]
            assert subprocess.run(command, cwd=bag, check=False).returncode == 0


def test_bag_info_says_what_the_dossier_says_and_no_more(bag: Path) -> None:
    info = bagit.Bag(str(bag)).info
    assert info["Bagging-Date"] == "2026-01-01"
    assert not {"Source-Organization", "Contact-Name", "Contact-Email", "Organization-Address"} & set(info)
    assert "urn:uuid:b5256a65-ad2e-589e-8db6-7f58010e7004" in info["External-Identifier"]
    assert {edition_urn("demo", "fr"), version_urn("demo", "fr", "0.1")} < set(info["External-Identifier"])
    assert info["Bag-Group-Identifier"] == work_urn("demo")


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("0.3", "demo-0.3"),
        ("", "demo-2026-01-02"),
        ("۰٫۳", "demo-۰-۳"),
        ("نسخه ۲", "demo-نسخه-۲"),
        ("../x y", "demo-..-x-y"),
        ("1.", "demo-1"),
    ],
)
def test_versions_give_names_of_their_own(version: str, name: str) -> None:
    given = {"id": "demo", "title": "T", "language": "en", "languages": ["en"], "date": "2026-01-02", "parts": ["a.md"]}
    found = bag_name(DossierConfig.model_validate({**given, "version": version}), ("en",))
    assert (found, is_portable(found)) == (name, True)


def test_provenance_tells_machines_quotations_and_shares(bag: Path) -> None:
    told = provenance(bag)
    assert [(one["name"], one["words"]) for one in told["machines"]] == [("language model en-fr", {"draft": 289})]
    assert told["quotations"] == {"recorded": 1}
    assert 0 < told["review"]["machine"] <= 1
    assert {one["path"] for one in told["generated"]} == {"editions/fr/demo.html", "editions/fr/demo.png"}
    assert {"WeasyPrint", "Pango", "dossier’s own files"} <= {one["name"] for one in told["agents"]}


def test_no_snapshot_and_nothing_that_lies_about_goes_along(tmp_path: Path) -> None:
    workshop = small(Workshop.demo(tmp_path / "demo"))
    quoting(workshop)
    for path in (
        "content/demo/letter.txt",
        "content/demo/notes.md",
        "content/demo/.secret",
        "content/demo/images/unused.png",
        "x",
    ):
        workshop.write(path, TEXT)
    workshop.write("content/other/dossier.toml", workshop.read(TOML).replace('"demo"', '"other"'))
    workshop.write("locales/fr/LC_MESSAGES/demo/gone.po", workshop.read(PO))
    workshop.write("locales/fr/LC_MESSAGES/memory.tmx", "<tmx/>")
    files = pack(workshop)
    assert TEXT not in files.values()
    assert LETTER in files
    assert [path for path in files if "other" in path or "gone" in path or "memory" in path or "unused" in path] == []


def test_names_of_translators_stay_behind(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write(
        PO,
        workshop.read(PO).replace('"Language: fr', '"Last-Translator: Maristela Q <m@example.org>\\n"\n"Language: fr', 1)
        + '\n# asked m@example.org\nmsgid "x"\nmsgstr ""\n',
    )
    workshop.write("locales/fr/LC_MESSAGES/templates.po", workshop.read(PO).split("\n\n")[0] + "\n")
    files = pack(workshop)
    assert b"Maristela" not in b"".join(files.values())
    assert b"example.org" not in files[PO]
    assert b"Maristela" in (workshop.root / PO).read_bytes()
    workshop.write(TOML, workshop.read(TOML) + "\n[translators]\nnames = true\n")
    assert b"Maristela" in pack(workshop)[PO]
    assert b"Maristela" not in pack(workshop)["locales/fr/LC_MESSAGES/templates.po"]


def test_pictures_go_along_without_what_is_no_picture(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (IFDRational(35), IFDRational(44), IFDRational(0))}
    path = workshop.root / "content/demo/images/photo.jpg"
    Image.new("RGB", (40, 30), "grey").save(path, "JPEG", exif=exif, comment=b"taken by Maristela")
    workshop.write(PART, workshop.read(PART) + "\n![A wall](images/photo.jpg)\n")
    data = pack(workshop)["content/demo/images/photo.jpg"]
    assert data.startswith(b"\xff\xd8")
    assert b"Exif" not in data
    assert b"Maristela" not in data


def test_the_same_deposit_again_is_left_alone_and_another_is_not_overwritten(tmp_path: Path) -> None:
    bag = bag_in(tmp_path)
    project = Workshop(tmp_path / "again")
    for path, data in tree(bag / "data/project").items():
        project.write(path, data)
    to = tmp_path / "archive"
    bag.rename(tmp_path / "moved")
    to.mkdir()
    (tmp_path / "moved").rename(to / NAME)
    before = {path: path.stat().st_mtime_ns for path in to.rglob("*")}
    run = project.run(*DEPOSIT, "--to", str(to))
    assert (run.exit_code, run.output.count("there already")) == (0, 1), run.errors  # built from the bag's project: the same bag
    assert {path: path.stat().st_mtime_ns for path in to.rglob("*")} == before
    (to / NAME / "data/README.txt").write_text("mine", encoding="utf-8")
    run = project.run(*DEPOSIT, "--to", str(to))
    assert (run.exit_code, "D003" in run.codes) == (1, True)
    assert (to / NAME / "data/README.txt").read_text(encoding="utf-8") == "mine"
    assert project.run(*DEPOSIT, "--to", str(to), "--replace").exit_code == 0
    assert bagit.Bag(str(to / NAME)).validate()
    assert [path.name for path in to.iterdir()] == [NAME]


def test_a_folder_that_is_no_deposit_is_never_replaced(tmp_path: Path) -> None:
    from dossier.model.diagnostics import DossierError
    from dossier.pipeline.deposit.writing import write_bag

    (tmp_path / "x").mkdir()
    (tmp_path / "x/letter").write_bytes(b"mine")
    with pytest.raises(DossierError, match="D003"):
        write_bag(tmp_path / "x", {"bagit.txt": b""}, moment=0, replace=True, shown="x")
    (tmp_path / "link").symlink_to(tmp_path / "x")
    with pytest.raises(DossierError, match="D003"):
        write_bag(tmp_path / "link", {"bagit.txt": b""}, moment=0, replace=True, shown="link")
    assert (tmp_path / "x/letter").read_bytes() == b"mine"


def test_a_deposit_that_cannot_be_written_whole_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dossier.model.diagnostics import DossierError
    from dossier.pipeline.deposit import staging, writing

    writing.write_bag(tmp_path / "bag", {"bagit.txt": b"1"}, moment=0, replace=False, shown="bag")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(staging, "_write", full)
    with pytest.raises(DossierError, match="S003"):
        writing.write_bag(tmp_path / "bag", {"bagit.txt": b"2"}, moment=0, replace=True, shown="bag")
    assert tree(tmp_path) == {"bag/bagit.txt": b"1"}


def test_an_edition_with_an_error_makes_no_deposit(tmp_path: Path) -> None:
    workshop = small(Workshop.demo(tmp_path / "demo"))
    workshop.write(TOML, workshop.read(TOML) + '\n[policy]\ndraft = "refuse"\n')
    run = workshop.run(*DEPOSIT)
    assert run.exit_code == 1
    assert not (workshop.root / "build/deposits").exists()


def test_records_are_csl_json(bag: Path) -> None:
    items = json.loads((bag / "data/metadata/fr/sources.csl.json").read_text(encoding="utf-8"))
    assert {"letter", "example-source"} <= {item["id"] for item in items}
