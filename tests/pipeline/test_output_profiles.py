"""Which printing condition an edition is made for, and profiles that are none."""

import struct
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import ImageCms

from dossier.model.diagnostics import DossierError
from dossier.pipeline import output_profiles
from dossier.pipeline.output_profiles import default_profile, output_intent


class InMemory:
    def __init__(self, **files: bytes) -> None:
        self._files = files

    def read(self, path: str) -> bytes:
        try:
            return self._files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def exists(self, path: str) -> bool:
        return path in self._files

    def glob(self, pattern: str) -> Iterable[str]:
        return ()


def config(profile: str = "", condition: str = "") -> Any:
    """Of a dossier's configuration only what is asked for."""
    return SimpleNamespace(pdf=SimpleNamespace(output_profile=profile, output_condition=condition))


def changed(place: int, data: bytes) -> bytes:
    profile = default_profile()
    return profile[:place] + data + profile[place + len(data) :]


def entry(name: bytes) -> int:
    """Where the table of tags has the tag: its name, and then in four bytes each where it begins and how large it is."""
    return default_profile().index(name, 132)


def without_tags(*names: bytes) -> bytes:
    """The default profile with tags named otherwise."""
    profile = bytearray(default_profile())
    (count,) = struct.unpack_from(">I", profile, 128)
    for place in range(132, 132 + 12 * count, 12):
        if bytes(profile[place : place + 4]) in names:
            profile[place : place + 4] = b"zzzz"
    return bytes(profile)


def test_the_default_is_offset_on_coated_paper():
    intent = output_intent(InMemory(), config())
    assert (intent.condition, intent.registry) == ("FOGRA39", "http://www.color.org")
    assert intent.info.startswith("Offset printing")
    assert len(intent.profile) == 1053552


def test_a_house_s_own_profile_is_taken_with_the_name_it_has_or_is_given():
    files = InMemory(own=default_profile())
    named, unnamed = output_intent(files, config("own", "House 7")), output_intent(files, config("own"))
    assert (named.condition, named.registry) == ("House 7", "")
    assert unnamed.condition == unnamed.info == named.info
    assert "ISO" in unnamed.info
    assert named.profile == default_profile()


def test_a_profile_of_version_4_is_taken_and_its_name_steers_no_terminal():
    (start,) = struct.unpack_from(">I", default_profile(), entry(b"desc") + 4)
    changes = [(8, b"\x04\x30"), (start, b"text\0\0\0\0\x1b]0;x\x07")]
    profile = bytearray(default_profile())
    for place, data in changes:
        profile[place : place + len(data)] = data
    intent = output_intent(InMemory(own=bytes(profile)), config("own"))
    assert intent.condition == intent.info == "]0;xO Coated v2 300% (basICColor)"


@pytest.mark.parametrize(
    ("profile", "code", "says"),
    [
        (lambda: b"", "P008", "no whole ICC profile"),
        (lambda: b"\x89PNG" * 99, "P008", "no whole ICC profile"),
        (lambda: default_profile()[:5000], "P008", "no whole ICC profile"),
        (lambda: changed(8, b"\x05"), "P008", "version 5"),
        (lambda: changed(8, b"\x01"), "P008", "version 1"),
        (lambda: changed(128, b"\x7f\xff\xff\xff"), "P008", "cannot be read"),
        (lambda: changed(entry(b"B2A1") + 4, b"\xff\xff\xff\xf0"), "P008", "no “B2A1” where"),
        (lambda: changed(entry(b"A2B0") + 8, b"\xff\xff\xff\xff"), "P008", "no “A2B0” where"),
        (lambda: changed(entry(b"desc") + 4, bytes(4)), "P008", "no “desc” where"),
        (lambda: ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(), "P009", "for Lab"),
        (lambda: changed(16, b"GRAY"), "P009", "“prtr” for GRAY"),
        (lambda: changed(12, b"link"), "P009", "“link” for CMYK"),
        (lambda: ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), "P009", "“mntr” for RGB"),
        (lambda: changed(16, b"RGB "), "P009", "“prtr” for RGB"),
        (lambda: changed(12, b"scnr"), "P009", "“scnr” for CMYK"),
        (lambda: without_tags(b"B2A0", b"B2A1", b"B2A2"), "P009", "no table from colours to inks"),
    ],
    ids=[
        *("empty", "picture", "cut-off", "version-5", "version-1", "tags", "table-outside", "table-too-large", "name-in-header"),
        *("lab", "grey", "device-link", "screen", "rgb-printer", "scanner", "one-way"),
    ],
)
def test_what_is_no_profile_of_a_press_is_refused(profile: Callable[[], bytes], code: str, says: str):
    with pytest.raises(DossierError) as raised:
        output_intent(InMemory(own=profile()), config("own"))
    (told,) = raised.value.diagnostics
    assert told.code.id == code
    assert says in told.message


def test_a_profile_that_is_not_there_is_told():
    with pytest.raises(DossierError) as raised:
        output_intent(InMemory(), config("gone.icc"))
    assert raised.value.diagnostics[0].code.id == "P008"


def test_a_huge_file_is_no_profile(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(output_profiles, "_LIMIT", 1000)
    with pytest.raises(DossierError) as raised:
        output_intent(InMemory(own=b"x" * 1001), config("own"))
    assert "too large" in raised.value.diagnostics[0].message


def test_the_package_that_carries_the_profile_may_be_missing(monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> Any:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(output_profiles, "distribution", missing)
    assert _codes() == ["P007"]


@pytest.mark.parametrize("kind", ["other-profile", "no-profile", "no-archive", "no-jar", "gone"])
def test_another_package_than_was_pinned_is_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    jar = tmp_path / "x-jar-with-dependencies.jar"
    if kind == "no-archive":
        jar.write_bytes(b"nothing")
    elif kind != "gone":
        with ZipFile(jar, "w") as archive:
            archive.writestr(output_profiles._MEMBER if kind == "other-profile" else "x", b"other")
    files = [] if kind == "no-jar" else [jar]
    monkeypatch.setattr(output_profiles, "distribution", lambda name: SimpleNamespace(files=files, locate_file=lambda file: file))
    assert _codes() == ["P007"]


def _codes() -> list[str]:
    with pytest.raises(DossierError) as raised:
        default_profile()
    return [told.code.id for told in raised.value.diagnostics]
