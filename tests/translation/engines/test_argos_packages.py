"""What is a package of Argos Translate, and what is damaged."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from argos_fakes import write_package

from dossier.model.diagnostics import DossierError
from dossier.translation.engines.argos_packages import damaged, installed, packages_folder, read_package


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOME": "/h"}, "/h/.local/share/argos-translate/packages"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/data"}, "/data/argos-translate/packages"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/data", "ARGOS_PACKAGES_DIR": "/packages"}, "/packages"),
    ],
)
def test_the_folder_is_argostranslates_own(environment: dict[str, str], folder: str) -> None:
    assert packages_folder(environment) == Path(folder)


def test_what_metadata_say(tmp_path: Path) -> None:
    found = read_package(write_package(tmp_path, "en", "pb", "1.9", target_prefix=">>pob<<", type="translate"))
    assert (found.source, found.target, found.version, found.target_prefix) == ("en", "pb", "1.9", ">>pob<<")
    assert not found.is_bpe
    assert found.label == f"en-pb 1.9 model:sha256:{found.digest}"


def test_byte_pairs_are_told_from_pieces(tmp_path: Path) -> None:
    assert read_package(write_package(tmp_path, bpe=True)).is_bpe


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        {"to_code": "fr", "package_version": "1.0"},
        {"from_code": "en", "package_version": "1.0"},
        {"from_code": "en", "to_code": "fr"},
        {"from_code": None, "to_code": "fr", "package_version": "1.0"},
        {"from_code": "../en", "to_code": "fr", "package_version": "1.0"},
        {"from_code": "en", "to_code": "fr", "package_version": "1.0\n#~ msgid"},
        {"from_code": "en", "to_code": "fr", "package_version": "1.0 draft:sha256:00"},
        {"from_code": "en", "to_code": "fr", "package_version": "9" * 1000},
        {"from_code": "en", "to_code": "fr", "package_version": "1.0", "type": "sbd"},
    ],
)
def test_metadata_that_are_none(tmp_path: Path, metadata: str | dict[str, Any]) -> None:
    home = write_package(tmp_path)
    (home / "metadata.json").write_text(metadata if isinstance(metadata, str) else json.dumps(metadata), encoding="utf-8")
    with pytest.raises(DossierError) as raised:
        read_package(home)
    assert [found.code.id for found in raised.value.diagnostics] == ["M020"]
    assert home.name in raised.value.diagnostics[0].message
    assert installed(tmp_path) == ()
    does_something_else = isinstance(metadata, dict) and metadata.get("type") == "sbd"
    assert damaged(tmp_path) == (() if does_something_else else raised.value.diagnostics)


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model"])
def test_files_that_are_missing(tmp_path: Path, name: str) -> None:
    home = write_package(tmp_path)
    (home / name).unlink()
    with pytest.raises(DossierError, match=f"M020.*{name}"):
        read_package(home)


def test_what_is_no_package_is_passed_over(tmp_path: Path) -> None:
    write_package(tmp_path, "en", "fr")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert [str(found) for found in installed(tmp_path)] == ["en-fr 1.0"]
    assert damaged(tmp_path) == ()
    assert installed(tmp_path / "nowhere") == ()


def test_the_digest_is_that_of_what_makes_the_words(tmp_path: Path) -> None:
    home = write_package(tmp_path / "one")
    digest = read_package(home).digest
    other = Path(shutil.copytree(home, tmp_path / "other" / "under-another-name"))
    (other / "stanza").mkdir()
    (other / "stanza" / "resources.json").write_text("{}", encoding="utf-8")
    os.utime(other / "metadata.json", (0, 0))
    assert read_package(other).digest == digest
    for name in ("metadata.json", "model/model.bin", "sentencepiece.model"):
        changed = Path(shutil.copytree(home, tmp_path / name.replace("/", "-")))
        (changed / name).write_bytes((changed / name).read_bytes() + b" ")
        assert read_package(changed).digest != digest, name
    (home / "model" / "vocabulary.json").write_text("[]", encoding="utf-8")
    assert read_package(home).digest != digest
