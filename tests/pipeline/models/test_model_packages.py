"""Packages: unpacked whole or not at all, whatever an archive says."""

import io
import json
import os
import stat
import struct
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tiny_models
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models import install as module
from dossier.pipeline.models import shelf, unpack
from dossier.pipeline.models.install import Listener, Places, install_file
from dossier.pipeline.models.limits import Limits
from dossier.pipeline.models.listing import models
from dossier.pipeline.models.remove import remove_pair
from dossier.translation.engines.argos_packages import installed, read_package
from machine import as_unprivileged, make_read_only, open_folder, tree
from model_server import contents, forged, metadata, zipped

QUIET = Listener()
LIMITS = Limits(archive=1_000_000, unpacked=3_000_000, members=50)
KILLED = Path(__file__).parent / "killed_installs.py"


@pytest.fixture
def untried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forged packages cannot translate, and need not survive a machine without power."""
    monkeypatch.setattr(module, "try_out", lambda folder, limits: True)
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "packages", tmp_path / "downloads", "")


def install(data: bytes, places: Places, limits: Limits = LIMITS) -> module.Outcome:
    file = places.packages.parent / "given.argosmodel"
    file.write_bytes(data)
    return install_file(file, places, QUIET, limits)


def refused(data: bytes, places: Places, limits: Limits = LIMITS) -> Diagnostic:
    """The one reason why ``data`` is not installed; nothing else on the disk has changed."""
    file = places.packages.parent / "given.argosmodel"
    file.write_bytes(data)
    places.packages.mkdir(exist_ok=True)
    (places.packages / shelf.LOCK).touch()
    before = everything(places.packages.parent)
    with pytest.raises(DossierError) as caught:
        install_file(file, places, QUIET, limits)
    assert everything(places.packages.parent) == before
    (found,) = caught.value.diagnostics
    return found


def everything(folder: Path) -> dict[str, bytes | None]:
    """Files, and folders as ``None``."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


@pytest.mark.usefixtures("untried")
def test_a_package_is_unpacked_below_a_name_of_ours(places: Places) -> None:
    outcome = install(zipped(contents(), "any name/"), places)
    assert (outcome.is_new, outcome.replaced, outcome.was_tried) == (True, (), True)
    assert tree(places.packages / "translate-en_fr-1_0") == contents()
    (model,) = models(places.packages)
    assert model.receipt is not None
    assert model.receipt.archive_sha256 == outcome.archive_sha256
    assert not (places.packages / shelf.STAGING).exists()


@pytest.mark.usefixtures("untried")
def test_every_byte_is_on_the_disk_before_the_package_has_its_name(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.readlink(f"/proc/self/fd/{descriptor}")))
    monkeypatch.setattr(
        module, "put", lambda folder, stage, new, name: synced.append("put") or shelf.put(folder, stage, new, name)
    )
    install(forged(), places)
    new = places.packages / shelf.STAGING / "new"
    before, after = synced[: synced.index("put")], synced[synced.index("put") :]
    assert {str(new / path) for path in (*contents(), "model", ".")} <= set(before)
    assert str(places.packages) in after


@pytest.mark.usefixtures("untried")
def test_the_same_again_changes_nothing(places: Places) -> None:
    install(forged(), places)
    before = everything(places.packages)
    assert not install(forged(), places).is_new
    assert everything(places.packages) == before


@pytest.mark.usefixtures("untried")
def test_what_another_programme_put_into_a_package_does_not_make_it_another(places: Places) -> None:
    install(forged(), places)
    (places.packages / "translate-en_fr-1_0" / "stanza").mkdir()
    assert not install(forged(), places).is_new


@pytest.mark.usefixtures("untried")
def test_other_versions_of_the_pair_are_replaced_and_other_pairs_stay(places: Places) -> None:
    for data in (forged(), forged("en", "fa"), forged("fr", "en")):
        install(data, places)
    outcome = install(forged(version="1.10"), places)
    assert outcome.replaced == ("1.0",)
    names = [package.folder.name for package in installed(places.packages)]
    assert names == ["translate-en_fa-1_0", "translate-en_fr-1_10", "translate-fr_en-1_0"]
    assert not list(places.packages.glob(".translate-en_fr-1_0*"))
    assert install(forged(version="1.9"), places).replaced == ("1.10",)  # a file that a person names is what they want


@pytest.mark.usefixtures("untried")
@pytest.mark.parametrize("by_steps", [False, True])
def test_a_damaged_package_of_the_same_name_is_mended(by_steps: bool, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    if by_steps:
        monkeypatch.setattr("dossier.pipeline.replacing._renameat2", lambda: None)
    install(forged(), places)
    (places.packages / "translate-en_fr-1_0" / "sentencepiece.model").unlink()
    assert install(forged(), places).is_new
    assert tree(places.packages / "translate-en_fr-1_0") == contents()
    assert not (places.packages / shelf.STAGING).exists()


@pytest.mark.usefixtures("untried")
def test_what_argostranslate_unpacked_is_listed_replaced_and_removed(places: Places) -> None:
    places.packages.mkdir()
    with zipfile.ZipFile(io.BytesIO(zipped(contents(), "en_fr/"))) as archive:
        archive.extractall(places.packages)
    (model,) = models(places.packages)
    assert (model.package.folder.name, model.receipt) == ("en_fr", None)
    install(forged(version="2.0"), places)
    assert [package.folder.name for package in installed(places.packages)] == ["translate-en_fr-2_0"]
    remove_pair("en", "fr", places.packages, QUIET)
    assert set(everything(places.packages)) <= {shelf.LOCK}


@pytest.mark.usefixtures("untried")
def test_a_receipt_of_another_package_is_not_believed(places: Places) -> None:
    install(forged(), places)
    (places.packages / "translate-en_fr-1_0" / "model" / "model.bin").write_bytes(b"another")
    (model,) = models(places.packages)
    assert model.receipt is None


def test_a_package_without_its_tokenizer_of_pieces_is_known_as_bpe(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "try_out", lambda folder, limits: True)
    files = contents()
    files["bpe.model"] = files.pop("sentencepiece.model")
    assert install(zipped(files), places).package.is_bpe


def raw(*names: str | zipfile.ZipInfo) -> bytes:
    """An archive with these entries, whatever they are called."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(buffer, "w") as archive:  # of names that come twice
        for name in names:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo("x")
            if isinstance(name, str):
                info.filename = info.orig_filename = name
            archive.writestr(info, "" if info.filename.endswith("/") else "data")
    return buffer.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def encrypted(data: bytes) -> bytes:
    """The first entry says that it is encrypted, in the table at the end."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


def packed_by(method: int) -> bytes:
    return zipped(contents(), change=lambda info: setattr(info, "compress_type", method))


UNSAFE: Mapping[str, bytes] = {
    "an absolute path": raw("/etc/cron.d/x"),
    "a way out": raw("a/../../x"),
    "a way out at once": raw("../x"),
    "a way out of the folder only": raw("a/x", "a/b/../../b"),
    "a backslash": raw("a\\..\\..\\x"),
    "a drive": raw("C:/x"),
    "a stream": raw("a/x:y"),
    "a nought": raw("a/x\x00.txt"),
    "a line break": raw("a/x\ny"),
    "an empty name": raw("a//x"),
    "a dot": raw("a/./x"),
    "a long name": raw(f"a/{'x' * 256}"),
    "a deep path": raw("/".join("abcdefghijkl")),
    "a link": raw(special("a/x", stat.S_IFLNK | 0o777)),
    "a device": raw(special("a/x", stat.S_IFCHR | 0o666)),
    "a pipe": raw(special("a/x", stat.S_IFIFO | 0o666)),
    "a folder that is a file": raw(special("a/x", stat.S_IFDIR | 0o755)),
    "twice the same": raw("a/x", "a/x"),
    "the same in capitals": raw("a/x", "a/X"),
    "folders in capitals": raw("a/m/x", "a/M/y"),
    "the same in Unicode": raw("a/\u00e9", "a/e\u0301"),
    "a file and a folder": raw("a/x", "a/x/y"),
    "a file and a folder in capitals": raw("a/x", "a/X/y"),
    "two folders": raw("a/x", "b/x"),
    "a file at the top": raw("a/x", "x"),
    "nothing": raw(),
    "encrypted": encrypted(forged()),
    "another method": packed_by(zipfile.ZIP_LZMA),
    "many files": raw(*(f"a/{number}" for number in range(60))),
    "far too much": zipped({f"{number}": bytes(999_000) for number in range(4)}),
    "a bomb": zipped({"x": bytes(2_000_000)}),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_archives_are_not_unpacked(name: str, places: Places) -> None:
    found = refused(UNSAFE[name], places)
    assert found.code.id == "M014", found
    assert found.details


def test_an_unsafe_archive_does_not_even_make_the_folder(places: Places) -> None:
    with pytest.raises(DossierError):
        install(UNSAFE["a way out"], places)
    assert not places.packages.exists()


def test_a_file_that_is_far_too_large_is_not_opened(places: Places) -> None:
    assert refused(forged(), places, Limits(archive=100)).code.id == "M014"


def test_entries_that_lie_over_one_another(places: Places) -> None:
    """Both entries of the table name the same bytes; each alone would be fine."""
    data = zipped({"x": bytes(range(256)) * 40, "y": bytes(range(256)) * 40})
    first, second = (at for at in range(len(data)) if data.startswith(b"PK\x01\x02", at))
    header = data[first + 42 : first + 46]
    lying = data[: second + 42] + header + data[second + 46 :]
    assert refused(lying, places).code.id in ("M013", "M014")


def test_a_table_of_entries_that_would_fill_the_memory(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "_DIRECTORY", 1000)
    found = refused(raw(*(f"a/{'x' * 90}{number}" for number in range(20))), places)
    assert (found.code.id, found.details[0][1]) == ("M013", "the table of entries is too large")


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


DAMAGED: Mapping[str, bytes] = {
    "empty": b"",
    "text": b"no archive at all " * 50,
    "a page": b"<!doctype html><title>Not found</title>",
    "another archive": b"\x1f\x8b" + forged(),
    "half": forged()[: len(forged()) // 2],
    "one byte less": forged()[:-1],
    "a byte changed": flipped(forged(), forged().index(b"model.bin") + 30),
}


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.usefixtures("untried")
def test_damaged_archives_install_nothing(name: str, places: Places) -> None:
    if name == "another archive":  # zipfile finds the archive behind what is before it, as argostranslate does
        assert install(DAMAGED[name], places).is_new
        return
    assert refused(DAMAGED[name], places).code.id == "M013"


@pytest.mark.usefixtures("untried")
def test_every_truncated_archive_is_refused(places: Places) -> None:
    data = forged()
    for length in range(0, len(data), 37):
        assert refused(data[:length], places).code.id in ("M013", "M014")


def without(*names: str, **changed: bytes) -> bytes:
    return zipped({path: data for path, data in {**contents(), **changed}.items() if path not in names})


def saying(**more: object) -> bytes:
    return zipped({**contents(), "metadata.json": metadata(**more)})  # type: ignore[arg-type]


INCOMPLETE: Mapping[str, tuple[bytes, str]] = {
    "no metadata": (without("metadata.json"), "metadata.json"),
    "metadata that are none": (without(**{"metadata.json": b"{"}), "metadata.json"),
    "metadata of another shape": (without(**{"metadata.json": b"[]"}), "metadata.json"),
    "metadata without end": (without(**{"metadata.json": b"[" * 100_000}), "metadata.json"),
    "no languages": (without(**{"metadata.json": b"{}"}), "metadata.json"),
    "a language that is a path": (saying(source="../.."), "metadata.json"),
    "a version that is a path": (saying(version="/../1"), "metadata.json"),
    "a package that splits sentences": (saying(type="sbd"), "metadata.json"),
    "a package of the future": (saying(argos_version="2.0"), "Argos Translate 2.0"),
    "a version that is none": (saying(argos_version="latest"), "metadata.json"),
    "no model": (without("model/model.bin"), "model/model.bin"),
    "an empty model": (without(**{"model/model.bin": b""}), "model/model.bin"),
    "no vocabulary": (without("model/shared_vocabulary.json"), "vocabulary"),
    "half a vocabulary": (without("model/shared_vocabulary.json", **{"model/source_vocabulary.json": b"[]"}), "vocabulary"),
    "no tokenizer": (without("sentencepiece.model"), "sentencepiece.model or bpe.model"),
}


@pytest.mark.parametrize("name", INCOMPLETE)
@pytest.mark.usefixtures("untried")
def test_incomplete_packages_install_nothing(name: str, places: Places) -> None:
    install(forged(version="0.9"), places)
    data, said = INCOMPLETE[name]
    found = refused(data, places)
    assert found.code.id == "M015"
    assert said in found.message


@pytest.mark.usefixtures("untried")
def test_two_vocabularies_are_as_good_as_one(places: Places) -> None:
    files = {"model/source_vocabulary.txt": b"a", "model/target_vocabulary.txt": b"b"}
    assert install(without("model/shared_vocabulary.json", **files), places).is_new


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(forged()) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@pytest.mark.usefixtures("untried")
def test_an_archive_with_any_bytes_changed_is_installed_whole_or_refused(places: Places, changes: list[tuple[int, int]]) -> None:
    data = bytearray(forged())
    for at, value in changes:
        data[at] = value
    beside = {path.name for path in places.packages.parent.iterdir()}
    codes = set()
    try:
        package = install(bytes(data), places).package
        assert read_package(package.folder).source
        remove_pair(package.source, package.target, places.packages, QUIET)
    except DossierError as error:
        codes = {found.code.id for found in error.diagnostics}
    assert codes <= {"M013", "M014", "M015"}
    assert set(everything(places.packages)) <= {shelf.LOCK} if places.packages.exists() else True
    assert {path.name for path in places.packages.parent.iterdir()} <= beside | {"given.argosmodel", "packages"}


def test_real_packages_translate_their_first_word(places: Places) -> None:
    outcome = install_file(tiny_models.EN_FR, places, QUIET)
    assert (outcome.is_new, outcome.was_tried) == (True, True)


@pytest.mark.parametrize("name", ["model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model"])
def test_a_model_that_cannot_be_loaded_is_not_installed(name: str, places: Places) -> None:
    with zipfile.ZipFile(tiny_models.EN_FR) as archive:
        files = {path.partition("/")[2]: archive.read(path) for path in archive.namelist() if not path.endswith("/")}
    files[name] = files[name][: len(files[name]) // 2]
    found = refused(zipped(files), places, Limits())
    assert (found.code.id, found.message) == ("M015", "the model cannot be loaded")
    assert str(places.packages) not in str(found)


def test_a_model_that_takes_for_ever_is_not_installed(places: Places) -> None:
    assert "0 seconds" in refused(tiny_models.EN_FR.read_bytes(), places, Limits(trial=0.01)).message


def test_without_what_reads_models_a_package_is_not_tried(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    monkeypatch.setattr("dossier.pipeline.models.complete.importlib.util.find_spec", lambda name: None)
    assert not install(forged(), places).was_tried


@pytest.mark.usefixtures("untried")
def test_a_full_disk_installs_nothing(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 10})())
    assert refused(forged(), places).code.id == "S003"


@pytest.mark.usefixtures("untried")
@pytest.mark.parametrize("command", ["remove", "replace"])
def test_a_package_of_somebody_else_is_left(command: str) -> None:
    with open_folder() as root:
        places = Places(root / "packages", root / "downloads", "")
        install(forged(), places)
        file = root / "given.argosmodel"
        file.write_bytes(forged(version="2.0"))
        make_read_only(places.packages / "translate-en_fr-1_0")
        for path in (places.packages, places.packages / shelf.LOCK):
            path.chmod(0o777)
        before = tree(places.packages)
        action: Callable[[], object] = lambda: remove_pair("en", "fr", places.packages, QUIET)  # noqa: E731
        if command == "replace":
            action = lambda: install_file(file, places, QUIET)  # noqa: E731
        with pytest.raises(DossierError) as caught:
            as_unprivileged(action)
        assert [found.code.id for found in caught.value.diagnostics] == ["M016"]
        assert tree(places.packages) == before


@pytest.mark.usefixtures("untried")
def test_what_a_killed_command_had_set_aside_is_put_back(places: Places) -> None:
    install(forged(), places)
    aside = places.packages / shelf.STAGING / "aside"
    aside.mkdir(parents=True)
    (places.packages / "translate-en_fr-1_0").rename(aside / "translate-en_fr-1_0")
    install(forged("en", "fa"), places)
    assert tree(places.packages / "translate-en_fr-1_0") == contents()
    assert not (places.packages / shelf.STAGING).exists()


def test_a_package_that_only_argostranslate_reads_is_tried_as_well(places: Places) -> None:
    with zipfile.ZipFile(tiny_models.EN_FR) as archive:
        files = {path.partition("/")[2]: archive.read(path) for path in archive.namelist() if not path.endswith("/")}
    files["bpe.model"] = files.pop("sentencepiece.model")
    outcome = install(zipped(files), places, Limits())
    assert (outcome.was_tried, outcome.package.is_bpe) == (True, True)


@pytest.mark.usefixtures("untried")
def test_a_linked_package_is_unlinked_and_what_it_leads_to_stays(places: Places, tmp_path: Path) -> None:
    install(forged(), places)
    elsewhere = (places.packages / "translate-en_fr-1_0").rename(tmp_path / "elsewhere")
    (places.packages / "linked").symlink_to(elsewhere)
    remove_pair("en", "fr", places.packages, QUIET)
    assert tree(elsewhere) == contents()
    assert not list(places.packages.glob("[!.]*"))


@pytest.mark.usefixtures("untried")
def test_a_link_in_the_place_of_the_hidden_folder_is_not_followed(places: Places, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("kept", encoding="utf-8")
    places.packages.mkdir()
    (places.packages / shelf.STAGING).symlink_to(tmp_path / "mine")
    install(forged(), places)
    assert (tmp_path / "mine" / "letter").read_text(encoding="utf-8") == "kept"


@pytest.mark.usefixtures("untried")
def test_the_hidden_folder_harms_no_other_programme(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """argostranslate reads the metadata of every folder, and fails at one that has none."""
    seen: list[object] = []

    def looked(archive: unpack.Archive, folder: Path) -> None:
        seen.extend(json.loads((path / "metadata.json").read_bytes()) for path in places.packages.iterdir() if path.is_dir())
        unpack.unpack(archive, folder)

    monkeypatch.setattr(module, "unpack", looked)
    install(forged(), places)
    assert seen == [{"type": "staging"}]


def test_killed_at_any_moment_nothing_is_there_by_halves(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(KILLED), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert set(seen["newer"]) == {"1.0", "1.0+2.0", "2.0"}
    assert set(seen["same"]) == {"1.0"}
    assert seen["by steps"].get("none", 0) <= 1  # put back by the next command
    assert set(seen["removed"]) == {"1.0", "none"}
