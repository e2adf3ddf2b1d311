"""Which packages are taken for two languages."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from argos_fakes import write_package

from dossier.model.diagnostics import DossierError
from dossier.translation.engines.argos_packages import Package, version_key
from dossier.translation.engines.engine import Pair
from dossier.translation.engines.language_codes import codes_of, tag_of, two_letters
from dossier.translation.engines.routes import find_route, route


def packages(*names: str) -> tuple[Package, ...]:
    """``en-fr`` or ``en-fr 1.9``."""
    found = []
    for name in names:
        codes, _, version = name.partition(" ")
        source, _, target = codes.partition(">")
        found.append(Package(Path(name), source, target, version or "1.0"))
    return tuple(found)


@pytest.mark.parametrize(
    ("tag", "codes"),
    [
        ("fa", ["fa"]),
        ("fa-IR", ["fa-ir", "fa"]),
        ("fa_IR", ["fa-ir", "fa"]),
        ("prs", ["prs", "fa"]),
        ("pt-BR", ["pt-br", "pb", "pt"]),
        ("pt", ["pt", "pb"]),
        ("zh-Hant", ["zh-hant", "zt"]),
        ("zh-TW", ["zh-tw", "zh-hant", "zt"]),
        ("zh-Hans-SG", ["zh-hans-sg", "zh-hans", "zh"]),
        ("zh", ["zh-hans", "zh"]),
        ("sr-Latn", ["sr-latn"]),
        ("nb", ["nb", "no"]),
        ("no", ["no", "nb"]),
        ("nn", ["nn"]),
        ("fil", ["fil", "tl"]),
        ("de-CH-1996", ["de-ch-1996", "de-ch", "de"]),
        ("qqq", ["qqq"]),
        ("pb", ["pt-br", "pb", "pt"]),
        ("ZT", ["zh-hant", "zt"]),
        ("pt_BR", ["pt-br", "pb", "pt"]),
    ],
)
def test_tags_as_engines_call_them(tag: str, codes: list[str]) -> None:
    found = codes_of(tag)
    assert [code for code in found if code in codes] == codes
    assert all(len(code.rpartition("-")[2]) == 4 for code in found if code not in codes), "only a script may come in between"


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-HK", "sr-Latn", "uz-Cyrl"])
def test_nobody_is_given_another_script(tag: str) -> None:
    assert tag.partition("-")[0] not in codes_of(tag)


@pytest.mark.parametrize(("code", "tag"), [("pb", "pt-BR"), ("zt", "zh-Hant"), ("fa", "fa"), ("pt_BR", "pt-BR")])
def test_argos_codes_as_tags(code: str, tag: str) -> None:
    assert tag_of(code) == tag


@pytest.mark.parametrize(
    ("older", "newer"),
    list(itertools.pairwise(["0.9", "1.0a1", "1.0rc1", "1.0", "1.1", "1.9", "1.9.1", "1.10rc1", "1.10", "1.10.1", "2.0", "10"])),
)
def test_versions_are_compared_as_versions(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)


@pytest.mark.parametrize(
    ("code", "language"), [("eng", ("en", "")), ("hbs", ("sr", "latn")), ("nob", ("nb", "")), ("qqq", ("qqq", ""))]
)
def test_iso_639_3(code: str, language: tuple[str, str]) -> None:
    assert two_letters(code) == language


def test_a_nought_makes_no_difference() -> None:
    assert version_key("1.0") == version_key("1") == version_key("1.0.0")


@pytest.mark.parametrize(("source", "target", "there", "way"), [
    ("en", "fa", ["en>fr", "en>fa"], ["en-fa 1.0"]),
    ("en", "fa", ["en>fa 1.10", "en>fa 1.9", "en>fa 1.2"], ["en-fa 1.10"]),
    ("en-GB", "fa-IR", ["en>fa"], ["en-fa 1.0"]),
    ("en", "pt-BR", ["en>pt", "en>pb"], ["en-pb 1.0"]),
    ("en", "pt-BR", ["en>pt"], ["en-pt 1.0"]),
    ("en", "pt-BR", ["en>pt", "en>pt_BR"], ["en-pt_BR 1.0"]),
    ("en", "zh-Hant", ["en>zh"], []),
    ("en", "zh-TW", ["en>zh", "en>zt"], ["en-zt 1.0"]),
    ("fa", "fr", ["fa>en", "en>fr"], ["fa-en 1.0", "en-fr 1.0"]),
    ("fa", "fr", ["fa>en", "en>fr", "fa>fr"], ["fa-fr 1.0"]),
    ("fa", "fr", ["fa>ar", "ar>fr", "fa>en", "en>fr"], ["fa-en 1.0", "en-fr 1.0"]),
    ("fa", "fr", ["fa>ar", "ar>fr"], ["fa-ar 1.0", "ar-fr 1.0"]),
    ("ckb", "pt-BR", ["ckb>fa", "fa>en", "en>pt", "en>pb"], ["ckb-fa 1.0", "fa-en 1.0", "en-pb 1.0"]),
    ("fa", "fr", ["en>fa", "fr>en"], []),
    ("en-GB", "en-US", ["en>fr", "fr>en"], []),
    ("en", "fa", [], []),
])  # fmt: skip
def test_the_way(source: str, target: str, there: Sequence[str], way: list[str]) -> None:
    assert [str(package) for package in route(Pair(source, target), packages(*there))] == way


def test_no_way_says_what_is_there_and_what_to_install(tmp_path: Path) -> None:
    write_package(tmp_path, "en", "fr")
    for pair in (Pair("en", "fa-IR"), Pair("fa", "fr"), Pair("fa", "pt-BR")):
        assert told(tmp_path, pair) == [("M003", f"dossier models install {pair.source} {pair.target}")]
    with pytest.raises(DossierError) as raised:
        find_route(Pair("en", "fa"), tmp_path, bpe=False)
    assert dict(raised.value.diagnostics[0].details) == {"installed": "en-fr 1.0", "folder": str(tmp_path)}


def test_no_way_names_what_is_damaged(tmp_path: Path) -> None:
    (write_package(tmp_path, "en", "fa") / "model" / "model.bin").unlink()
    assert [code for code, _ in told(tmp_path, Pair("en", "fa"))] == ["M020", "M003"]


def test_what_is_no_translating_package_is_not_damaged(tmp_path: Path) -> None:
    for name, metadata in (
        ("sbd-en", '{"type": "sbd", "from_codes": ["en"]}'),
        (".hidden", "no JSON"),
        (".dossier-staging", "{}"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "metadata.json").write_text(metadata, encoding="utf-8")
    write_package(tmp_path, "en", "fa").rename(tmp_path / ".translate-en_fa-1_0")
    assert [code for code, _ in told(tmp_path, Pair("en", "fa"))] == ["M003"]


def test_byte_pairs_only_where_they_can_be_read(tmp_path: Path) -> None:
    write_package(tmp_path, "en", "fa", "1.9", bpe=True)
    ((code, mend),) = told(tmp_path, Pair("en", "fa"))
    assert code == "M021"
    assert "dossier[argos]" in mend
    assert [str(found) for found in find_route(Pair("en", "fa"), tmp_path, bpe=True)] == ["en-fa 1.9"]
    write_package(tmp_path, "en", "fa", "1.5")
    assert [str(found) for found in find_route(Pair("en", "fa"), tmp_path, bpe=False)] == ["en-fa 1.5"]


def told(folder: Path, pair: Pair) -> list[tuple[str, str]]:
    """Codes and mends of what is said about ``pair`` to the direct engine."""
    with pytest.raises(DossierError) as raised:
        find_route(pair, folder, bpe=False)
    return [(found.code.id, found.advice) for found in raised.value.diagnostics]
