"""Deposits of somebody who means ill: names that lead astray, files that unfold without end, projects that never get done."""

import os
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import apart_work
import pytest

from bags import DEPOSIT, TOML, bag_in, sealed
from dossier.archive.bag import colliding, is_portable, read_manifest
from dossier.model.place import Place
from dossier.model.withheld import Withheld
from dossier.pipeline.apart import NotDoneError, apart
from dossier.pipeline.deposit.names_left import names_left
from dossier.pipeline.deposit.verify import Rebuild, verify
from dossier.press import limits
from dossier.press.limits import TooLargeError
from dossier.press.searching import epub_pieces, pdf_pieces
from killed import is_ended
from workshop import Workshop


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/x",
        "a/../x",
        "a//x",
        "a\\x",
        "C:x",
        "a%0Ax",
        "a\nx",
        "~/x",
        "a/.",
        "x ",
        "x.",
        "aux",
        "a/NUL.txt",
        "Com1.tar.gz",
        "\u202ex",
    ],
)  # fmt: skip
def test_names_that_lead_astray(path: str) -> None:
    assert not is_portable(path)


@pytest.mark.parametrize("path", ["a/x.txt", "نامه\u200cها.md", "auxiliary.md", "a/common.txt", "a/.hidden", "com10"])
def test_names_that_travel(path: str) -> None:
    assert is_portable(path)


def test_names_that_are_one_file_elsewhere() -> None:
    assert colliding(["a/E\u0301", "b", "a/\u00e9", "a/e"]) == {"a/\u00e9": "a/E\u0301"}


def test_a_manifest_without_end() -> None:
    line = f"{'0' * 64}  data/x\n"
    assert read_manifest(line.encode() * 3, 64, most=2) == ({}, ((3, "it has more than 2 lines"),))
    assert len(read_manifest(line.encode() * 2, 64, most=2)[0]) == 1


def _colliding(bag: Path) -> None:
    (bag / "data/readme.TXT").write_bytes(b"")
    sealed(bag)


def _hard_linked(bag: Path) -> None:
    outside = bag.parent / "outside"
    outside.write_bytes(b"other")
    (bag / "data/README.txt").unlink()
    os.link(outside, bag / "data/README.txt")


DONE: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "one file to some systems": (_colliding, {"D007"}),
    "a link to a file outside that is no symbolic one": (_hard_linked, {"D010"}),
}


@pytest.mark.parametrize("what", DONE)
def test_what_was_done_to_the_bag_is_told(tmp_path: Path, what: str) -> None:
    bag = bag_in(tmp_path)
    do, expected = DONE[what]
    do(bag)
    assert {one.code.id for one in verify(bag, Rebuild.NEVER).diagnostics} == expected


@pytest.mark.parametrize("profile", ["/etc/passwd", "../../x.icc"])
def test_a_file_outside_of_the_project_is_not_packed(tmp_path: Path, profile: str) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit(TOML, 'outputs = ["pdf", "epub", "html"]', 'outputs = ["print"]')
    workshop.write(TOML, workshop.read(TOML) + f'\n[pdf]\noutput-profile = "{profile}"\n')
    run = workshop.run(*DEPOSIT)
    assert (run.exit_code, "P008" in run.codes) == (1, True), run.errors
    assert not (workshop.root / "build/deposits").exists()


def test_a_project_that_is_never_done_is_ended(tmp_path: Path) -> None:
    bag = bag_in(tmp_path)
    result = verify(bag, Rebuild.REQUIRED, seconds=0.05)
    (found,) = result.diagnostics
    assert (found.code.id, result.is_rebuilt, dict(found.details)) == (
        "D017",
        False,
        {"reason": "it was not done after 0.05 seconds"},
    )
    assert "--rebuild-timeout" in found.advice


def test_what_it_started_is_ended_with_it() -> None:
    assert is_ended(apart(60, apart_work.starts_another)), "it would sleep for 600 seconds"


def test_a_crash_a_mistake_and_a_hunger_are_told() -> None:
    with pytest.raises(NotDoneError, match="SIGABRT"):
        apart(60, apart_work.crashes)
    with pytest.raises(ZeroDivisionError):
        apart(60, divmod, 1, 0)
    with pytest.raises(NotDoneError, match="8 GiB of memory"):
        apart(60, apart_work.fills_the_memory)
    assert apart(60, divmod, 7, 2) == (3, 1)


def test_what_it_writes_goes_with_it() -> None:
    folder = apart(60, apart_work.temporary_folder)
    assert "dossier-apart-" in folder
    assert not Path(folder).exists()


def test_it_has_no_network_where_the_system_lets_it() -> None:
    left = apart(60, apart_work.may_leave)
    assert left or os.geteuid() != 0 or not Path("/proc/self/ns/net").exists(), "the administrator may"
    assert not left or apart(60, apart_work.ways_out) == []


def book(data: bytes, how: int) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", how) as archive:
        archive.writestr("x.xhtml", data)
    return made.getvalue()


def test_a_book_that_lies_about_its_size_or_unfolds_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_STREAM", 1 << 20)
    honest = book(b"a" * (1 << 20), ZIP_DEFLATED)
    assert any(len(text) == 1 << 20 for _, text in epub_pieces(honest))
    large = book(b"a" * (1 << 20) + b"b", ZIP_DEFLATED)
    for hostile in (
        large,
        large.replace(((1 << 20) + 1).to_bytes(4, "little"), ((1 << 20) + 2).to_bytes(4, "little")),
        book(b"a", ZIP_BZIP2),
    ):
        with pytest.raises(TooLargeError):
            list(epub_pieces(hostile))


def test_what_unfolds_to_more_than_it_says_is_not_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book that says it has ten bytes and has a million: no more than the ten are ever made."""
    asked: list[int] = []
    real = zlib.decompressobj

    class Watched:
        def __init__(self, *arguments: int) -> None:
            self._real = real(*arguments)

        def decompress(self, data: bytes, most: int = 0) -> bytes:
            asked.append(most)
            return self._real.decompress(data, most)

        def __getattr__(self, name: str) -> object:
            return getattr(self._real, name)

    monkeypatch.setattr(zlib, "decompressobj", Watched)
    monkeypatch.setattr(limits, "LARGEST_STREAM", 5000)
    hostile = book(b"a" * (1 << 20), ZIP_DEFLATED).replace((1 << 20).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Exception, match="CRC"):
        list(epub_pieces(hostile))
    assert asked
    assert max(asked) <= 5001
    assert 0 not in asked


def test_streams_that_unfold_without_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "LARGEST_STREAM", 1000)
    monkeypatch.setattr("dossier.press.searching._pages", lambda data: ())

    def pdf(*sizes: int) -> bytes:
        streams = (b"1 0 obj <<>> stream\n" + zlib.compress(b"a" * size) + b"\nendstream endobj\n" for size in sizes)
        return b"%PDF-1.7\n" + b"".join(streams)

    assert sum(len(text) for where, text in pdf_pieces(pdf(1000, 10)) if where == "a stream") == 1010
    with pytest.raises(TooLargeError):
        list(pdf_pieces(pdf(10, 1001)))
    monkeypatch.setattr(limits.Allowance.__init__, "__defaults__", (1500,))
    with pytest.raises(TooLargeError):
        list(pdf_pieces(pdf(1000, 501)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("name", ["Maristela Quillwater", "مریم نمونه"])
def test_names_are_found_in_every_way_of_writing(encoding: str, name: str) -> None:
    withheld = (Withheld(name, "", Place("x")),)
    data = f"<author>{name}</author>".encode(encoding)
    assert [one.code.id for one in names_left({"own.csl": data}, withheld)] == ["D001"]
    assert [one.code.id for one in names_left({"own.icc": b"\0\0\1" + data}, withheld)] == ["D001"]
    assert names_left({"own.csl": "<author>Somebody</author>".encode(encoding)}, withheld) == ()
