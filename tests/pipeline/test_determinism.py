"""The same input gives the same bytes: in other processes, another folder, time zone, locale, home and order of hashing."""

from pathlib import Path

import pytest

from workshop import Workshop

ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Asia/Tehran",
    "LC_ALL": "fr_FR.UTF-8",
    "LANG": "fa_IR.UTF-8",
    "HOME": "/nonexistent",
    "FONTCONFIG_PATH": "/etc/fonts",
}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Workshop, Workshop]:
    return Workshop.demo(tmp_path / "a"), Workshop.demo(tmp_path / "another folder" / "β")


def test_outputs_and_locale_files_are_the_same_bytes(pair: tuple[Workshop, Workshop]) -> None:
    """Here one edition after the other in a process that has built others before, elsewhere each in its own."""
    here, elsewhere = pair
    for workshop in pair:
        workshop.edit("content/demo/introduction.md", "How a dossier is made", "How any dossier is made")
    for command in ("update", "build"):
        for run in (here.run(command), elsewhere.spawn(command, environment=ELSEWHERE)):
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


def test_source_date_epoch_is_followed(pair: tuple[Workshop, Workshop], monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = pair
    for workshop, epoch in ((first, "86400"), (second, "172800")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert workshop.run("build", "--lang", "en", "--output", "epub").exit_code == 0
    assert first.built()["demo/en/demo.epub"] != second.built()["demo/en/demo.epub"]


def test_a_bad_source_date_epoch_is_told(pair: tuple[Workshop, Workshop], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    run = pair[0].run("build")
    assert run.exit_code == 1
    assert "error S008" in run.errors
