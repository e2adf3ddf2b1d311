"""``dossier verify`` finds whatever was done to a deposit: to each file of it, and to the bag as a whole."""

import json
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from click.testing import CliRunner

from bags import bag_in, provenance, sealed, tell, tell_truly
from dossier.cli.main import main
from dossier.model.diagnostics import DossierError
from dossier.pipeline.deposit import agreeing, reading, tools
from dossier.pipeline.deposit.verify import Rebuild, verify
from machine import tree

PAGE = "data/editions/fr/demo.html"
LOCK = "data/project/content/demo/quotations.lock"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bag_in(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return bag_in(tmp_path)


def codes(bag: Path, rebuild: Rebuild = Rebuild.NEVER) -> set[str]:
    return {found.code.id for found in verify(bag, rebuild).diagnostics}


def test_a_deposit_as_it_was_packed_is_taken(whole: Path) -> None:
    assert codes(whole) == {"D015"}


def test_one_bit_of_any_file_is_found_at_that_file(whole: Path) -> None:
    """The middle and the last byte of every file, and the bit that makes a capital of a small letter."""
    files = tree(whole)
    assert len(files) > 25
    for path, data in files.items():
        for index, bit in ((len(data) // 2, 1), (len(data) - 1, 128), (len(data) // 3, 32)):
            changed = bytearray(data)
            changed[index] ^= bit
            (whole / path).write_bytes(changed)
            found = [one for one in verify(whole, Rebuild.NEVER).diagnostics if one.severity == "error"]
            assert found, f"{path}: bit {bit} of byte {index}"
            # A damaged list may accuse the file that it lists, too; bagit.txt says how to read the others.
            assert path.endswith(".txt") or {one.place.file for one in found if one.place} == {path}
        (whole / path).write_bytes(data)
    assert codes(whole) == {"D015"}


def _moved(bag: Path) -> None:
    (bag / "data/README.txt").rename(bag / "data/READ.txt")


def _linked(bag: Path) -> None:
    (bag / PAGE).unlink()
    (bag / PAGE).symlink_to("/etc/hostname")


def _linked_folder(bag: Path) -> None:
    (bag / "data/provenance").rename(bag.parent / "elsewhere")
    (bag / "data/provenance").symlink_to(bag.parent / "elsewhere")


def _escaping(bag: Path) -> None:
    manifest = bag / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text() + f"{'0' * 64}  data/../../../etc/passwd\n")


def _listed_in_one(bag: Path) -> None:
    """A file that only one of the two manifests lists."""
    (bag / "data/more").write_bytes(b"")
    sealed(bag)
    manifest = bag / "manifest-sha512.txt"
    manifest.write_text("".join(line for line in manifest.read_text().splitlines(keepends=True) if "data/more" not in line))


DONE: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a file is gone": (lambda bag: (bag / "data/README.txt").unlink(), {"D008"}),
    "a manifest is gone": (lambda bag: (bag / "manifest-sha512.txt").unlink(), {"D008"}),
    "a tag manifest is gone": (lambda bag: (bag / "tagmanifest-sha256.txt").unlink(), {"D008"}),
    "bag-info.txt is gone": (lambda bag: (bag / "bag-info.txt").unlink(), {"D008"}),
    "the payload is gone": (lambda bag: (bag / "data").rename(bag.parent / "data"), {"D008"}),
    "a file has another name": (_moved, {"D008", "D009"}),
    "a file is added to the payload": (lambda bag: (bag / "data/project/x.po").write_bytes(b""), {"D009"}),
    "a file is added to the bag": (lambda bag: (bag / "more.txt").write_bytes(b""), {"D009"}),
    "a manifest is added": (lambda bag: (bag / "manifest-md5.txt").write_bytes(b""), {"D009"}),
    "a folder of tags is added": (lambda bag: ((bag / "x").mkdir(), (bag / "x/y").write_bytes(b"")), {"D009"}),
    "one manifest lists less": (_listed_in_one, {"D009", "D010"}),
    "a link stands in a file's place": (_linked, {"D007"}),
    "a link stands in a folder's place": (_linked_folder, {"D007"}),
    "a pipe": (lambda bag: os.mkfifo(bag / "data/pipe"), {"D007"}),
    "fetch.txt": (lambda bag: (bag / "fetch.txt").write_text("https://example.org/x 1 data/x\n"), {"D007"}),
    "a path leads out": (_escaping, {"D010", "D011"}),
    "a name that is no text": (lambda bag: Path(os.fsdecode(os.fsencode(bag) + b"/data/\xff")).write_bytes(b""), {"D007"}),
    "a name with an order to the terminal": (lambda bag: (bag / "data/\x1b[31m").write_bytes(b""), {"D007"}),
    "version 0.97": (
        lambda bag: (bag / "bagit.txt").write_text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"),
        {"D006"},
    ),
}


@pytest.mark.parametrize("what", DONE)
def test_what_was_done_to_the_bag_is_told(bag: Path, what: str) -> None:
    do, expected = DONE[what]
    do(bag)
    assert codes(bag) == expected


def _entity(bag: Path, **other: object) -> None:
    told = provenance(bag)
    told["used"][0].update(other)
    tell(bag, told)


def _without(bag: Path, key: str) -> None:
    told = provenance(bag)
    told[key] = told[key][1:]
    tell(bag, told)


def _locked_otherwise(bag: Path) -> None:
    lock = bag / LOCK
    lock.write_text(lock.read_text().replace('quotation = "', 'quotation = "0', 1).replace('0"\n', '"\n', 0))
    tell_truly(bag)


def _forgotten(bag: Path) -> None:
    (bag / LOCK).unlink()
    told = provenance(bag)
    told["used"] = [one for one in told["used"] if not one["path"].endswith("quotations.lock")]
    tell(bag, told)


def _sealed_after(path: str, data: bytes) -> Callable[[Path], object]:
    def do(bag: Path) -> None:
        (bag / path).parent.mkdir(exist_ok=True)
        (bag / path).write_bytes(data)
        sealed(bag)

    return do


def _of_another_language(bag: Path) -> None:
    (bag / "data/provenance/fr.json").rename(bag / "data/provenance/fa.json")
    sealed(bag)


FORGED: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "another page": (_sealed_after(PAGE, b"<p>"), {"D012", "D014"}),
    "another text": (_sealed_after("data/project/content/demo/sources/letter.md", b"x"), {"D012", "D013"}),
    "one more edition": (_sealed_after("data/editions/fr/more.html", b""), {"D012"}),
    "one more template": (_sealed_after("data/project/templates/x", b""), {"D012"}),
    "no JSON": (_sealed_after("data/provenance/fr.json", b"{"), {"D012"}),
    "provenance of another language": (_of_another_language, {"D012"}),
    "a digest of something else": (lambda bag: _entity(bag, sha256="0" * 64), {"D012"}),
    "another size": (lambda bag: _entity(bag, size=1), {"D012"}),
    "a path out of the bag": (lambda bag: _entity(bag, path="../../etc/passwd"), {"D012"}),
    "an input untold": (lambda bag: _without(bag, "used"), {"D012"}),
    "an output untold": (lambda bag: _without(bag, "generated"), {"D012"}),
    "a lock that cannot be read": (_locked_otherwise, {"D013"}),
    "no lock": (_forgotten, {"D013"}),
    "a page of another edition": (lambda bag: ((bag / PAGE).write_bytes(b"<p>"), tell_truly(bag)), {"D014"}),
}  # fmt: skip


@pytest.mark.parametrize("what", FORGED)
def test_a_forgery_with_right_manifests_is_told(bag: Path, what: str) -> None:
    do, expected = FORGED[what]
    do(bag)
    assert codes(bag) == expected


def test_a_forgery_that_agrees_with_itself_is_found_by_building_again(bag: Path) -> None:
    readme, page = bag / "data/README.txt", bag / PAGE
    readme.write_text(readme.read_text(encoding="utf-8").replace("Editions", "Edition"), encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8").replace("</p>", " Non.</p>", 1), encoding="utf-8")
    (bag / "data/more.txt").write_bytes(b"")
    tell_truly(bag)
    assert codes(bag) == {"D015"}
    found = verify(bag, Rebuild.WHERE_POSSIBLE)
    assert not found.is_rebuilt
    assert {one.code.id for one in found.diagnostics} == {"D017"}
    assert {"data/README.txt", PAGE, "data/more.txt"} <= {one.place.file for one in found.diagnostics if one.place}


def test_other_versions_are_named_and_nothing_is_built(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "full_toolchain", lambda: (("dossier", "9"), ("Pango", "1.0"), ("Typst", "1")))
    result = verify(whole)
    (found,) = result.diagnostics
    assert (found.code.id, result.is_rebuilt) == ("D015", False)
    assert dict(found.details)["Typst"] == "not used there, 1 here"
    assert dict(found.details)["Pango"].endswith("there, 1.0 here")
    assert codes(whole, Rebuild.REQUIRED) == {"D016"}


def test_a_bag_of_another_programme_is_no_deposit(bag: Path) -> None:
    import bagit

    other = bag.parent / "other"
    other.mkdir()
    (other / "letter.txt").write_bytes(b"x")
    bagit.make_bag(str(other), checksums=["sha256", "sha512"])
    (found,) = verify(other).diagnostics
    assert (found.code.id, "bagit.py --validate" in found.advice) == ("D006", True)
    (other / "bagit.txt").write_bytes((bag / "bagit.txt").read_bytes())
    sealed(other)
    assert codes(other) == {"D012"}


def test_a_bag_without_end_is_refused(bag: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 10)
    with pytest.raises(DossierError, match="D006"):
        verify(bag)


def test_what_is_no_bag_is_told_with_what_was_probably_meant(tmp_path: Path) -> None:
    (tmp_path / "bag/data").mkdir(parents=True)
    (tmp_path / "bag/bagit.txt").write_bytes(b"")
    (tmp_path / "bag.zip").write_bytes(b"PK")
    meant = {
        "": ("no bagit.txt", "name the folder that has bagit.txt in it"),
        "nowhere": ("no such folder", "name the folder that has bagit.txt in it"),
        "bag.zip": ("it is a file", "unpack it"),
        "bag/data": ("no bagit.txt", f"name the folder above: {tmp_path / 'bag'}"),
    }
    for path, (told, mend) in meant.items():
        with pytest.raises(DossierError) as caught:
            verify(tmp_path / path)
        (found,) = caught.value.diagnostics
        assert (found.code.id, told in found.message, mend in found.advice) == ("D006", True, True), str(found)


@pytest.mark.parametrize(
    "path", ["content/demo/dossier.toml", "content/demo/introduction.md", "locales/fr/LC_MESSAGES/demo/introduction.po"]
)
def test_a_strangers_project_that_cannot_be_read_is_told(bag: Path, path: str) -> None:
    (bag / "data/project" / path).write_bytes(b"\xff\x00---\n[[[")
    tell_truly(bag)
    found = verify(bag, Rebuild.REQUIRED)
    assert {one.code.id for one in found.diagnostics} in ({"D013"}, {"D017"})
    assert not found.is_rebuilt


def test_a_book_that_would_fill_the_memory_is_not_opened() -> None:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as book:
        book.writestr("x.xhtml", b"urn:uuid:1")
    assert agreeing._has(data.getvalue(), "urn:uuid:1", agreeing.epub_pieces)
    size = (10).to_bytes(4, "little")
    assert not agreeing._has(data.getvalue().replace(size, (2**31).to_bytes(4, "little")), "urn:uuid:1", agreeing.epub_pieces)


def test_json_for_scripts(bag: Path) -> None:
    (bag / PAGE).unlink()
    result = CliRunner().invoke(main, ["verify", str(bag), "--json"])
    told = json.loads(result.stdout)
    assert (result.exit_code, told["valid"], told["rebuilt"]) == (1, False, False)
    assert [(one["code"], one["file"]) for one in told["findings"]] == [("D008", PAGE)]
