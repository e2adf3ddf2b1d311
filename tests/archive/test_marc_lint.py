"""MARC::Lint, Perl's judge of MARC 21 with the Library of Congress's tables: it misses only punctuation, which we leave out."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pymarc import parse_xml_to_array
from sidecar_sample import BARE, GIVEN, record

from dossier.archive.sidecars import sidecars
from judges import require

PUNCTUATION = ("Must end with", "must be preceded by", "should be preceded by", "may be an article")


def findings(path: Path, data: bytes) -> list[str]:
    (read,) = parse_xml_to_array(BytesIO(data))
    path.write_bytes(read.as_marc())
    done = subprocess.run([require("marclint"), str(path)], capture_output=True, check=True)
    told = [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line[:3].isdigit() and line[3] == ":"]
    return [line for line in told if not any(words in line for words in PUNCTUATION)]


@pytest.mark.parametrize("given", [GIVEN, BARE], ids=["everything", "nothing but a title"])
def test_marclint_finds_missing_punctuation_only(given: dict[str, object], tmp_path: Path) -> None:
    for language in ("en", "fr", "fa"):
        assert findings(tmp_path / "x.mrc", sidecars(record(given), {})[f"metadata/{language}/marc.xml"]) == []


def test_marclint_finds_what_is_wrong(tmp_path: Path) -> None:
    data = sidecars(record(GIVEN), {})["metadata/fa/marc.xml"]
    for old, new in (
        (b'ind1="4" ind2="0" tag="856"', b'ind1="4" ind2="9" tag="856"'),
        (b">per<", b">pez<"),
        (b"080442957X", b"0804429571"),
    ):
        assert old in data
        assert findings(tmp_path / "x.mrc", data.replace(old, new)) != []
