"""The same input gives the same bytes: in another process, folder, time zone, locale, home and order of hashing."""

from pathlib import Path

import pytest

from workshop import Workshop

ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "HOME": "/nonexistent"}
HERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Asia/Tehran",
    "LC_ALL": "fr_FR.UTF-8",
    "LANG": "fa_IR.UTF-8",
    "FONTCONFIG_PATH": "/etc/fonts",
}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Workshop, Workshop]:
    return Workshop.demo(tmp_path / "a"), Workshop.demo(tmp_path / "another folder" / "β")


def test_outputs_and_locale_files_are_the_same_bytes(pair: tuple[Workshop, Workshop]) -> None:
    for workshop, environment in zip(pair, (ELSEWHERE, HERE), strict=True):
        workshop.edit("content/demo/introduction.md", "How a dossier is made", "How any dossier is made")
        for command in ("update", "build"):
            run = workshop.spawn(command, environment=environment)
            assert run.exit_code == 0, run.errors
    one, other = (workshop.built() for workshop in pair)
    assert len(one) == 16
    assert [path for path in one if one[path] != other[path]] == []
    assert set(one) == set(other)
    locales = [{path: (workshop.root / path).read_bytes() for path in locale_files(workshop)} for workshop in pair]
    assert locales[0] == locales[1]
    assert len(locales[0]) == 9


def locale_files(workshop: Workshop) -> list[str]:
    return sorted(path.relative_to(workshop.root).as_posix() for path in workshop.root.glob("locales/**/*.po*"))


def test_source_date_epoch_is_followed(pair: tuple[Workshop, Workshop]) -> None:
    first, second = pair
    for workshop, epoch in ((first, "86400"), (second, "172800")):
        assert (
            workshop.spawn("build", "--lang", "en", "--output", "epub", environment={"SOURCE_DATE_EPOCH": epoch}).exit_code == 0
        )
    assert first.built()["demo/en/demo.epub"] != second.built()["demo/en/demo.epub"]


def test_a_bad_source_date_epoch_is_told(pair: tuple[Workshop, Workshop]) -> None:
    run = pair[0].spawn("build", environment={"SOURCE_DATE_EPOCH": "yesterday"})
    assert run.exit_code == 1
    assert "error S008" in run.errors
