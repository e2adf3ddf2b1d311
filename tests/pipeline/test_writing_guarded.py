"""Files that people edit: what somebody saved while we worked is never overwritten, and nothing of the batch is written then."""

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from dossier.model.bundle import Artifact
from dossier.model.diagnostics import DossierError
from dossier.pipeline import leftovers, replacing, writing
from dossier.pipeline.writing import write_all
from machine import fill, small_disk, tree

OLD = {"a.po": b"old a", "b.po": b"old b", "c.po": b"old c"}
READ = {**OLD, "new.po": None}
NEW = {"a.po": b"new a", "b.po": b"new b", "new.po": b"new"}  # c.po was read and stays as it is
BATCH = [Artifact(path, data) for path, data in NEW.items()]

Edit = Callable[[Path], None]


def in_place(path: Path) -> None:
    path.write_bytes(b"saved by a person")


def by_rename(path: Path) -> None:
    """As vim and Poedit save."""
    path.with_suffix(".tmp").write_bytes(b"saved by a person")
    path.with_suffix(".tmp").replace(path)


def deleted(path: Path) -> None:
    path.unlink()


EDITS = [
    *((name, edit) for name in ("a.po", "b.po", "c.po") for edit in (in_place, by_rename, deleted)),
    ("new.po", in_place),
    ("new.po", by_rename),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.fixture(params=["renameat2", "link and rename", "rename"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The calls that a system offers."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if request.param != "renameat2":
        monkeypatch.setattr(replacing, "_renameat2", lambda: None)
    if request.param == "rename":
        monkeypatch.setattr(os, "link", refused)
    return str(request.param)


def before_the_last_check(monkeypatch: pytest.MonkeyPatch, edit: Callable[[], None]) -> None:
    checked = writing._refuse_changed

    def check(root: Path, read: object) -> None:
        edit()
        checked(root, read)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_refuse_changed", check)


def before_the_first_rename(monkeypatch: pytest.MonkeyPatch, edit: Callable[[], None]) -> None:
    checked = writing._refuse_changed

    def check(root: Path, read: object) -> None:
        checked(root, read)  # type: ignore[arg-type]
        edit()

    monkeypatch.setattr(writing, "_refuse_changed", check)


def assert_refused(folder: Path, name: str, edit: Edit) -> None:
    expected = dict(OLD)
    if edit is deleted:
        del expected[name]
    else:
        expected[name] = b"saved by a person"
    what = "deleted" if edit is deleted else "created" if name == "new.po" else "changed"
    with pytest.raises(DossierError, match=rf"^{name}: error S009: “{name}” was {what} by another programme") as error:
        write_all(folder, BATCH, read=READ)
    assert len(error.value.diagnostics) == 1
    assert tree(folder) == expected


def test_a_batch_is_written(folder: Path, system: str) -> None:
    assert write_all(folder, BATCH, read=READ) == ("a.po", "b.po", "new.po")
    assert tree(folder) == {**OLD, **NEW}
    assert write_all(folder, BATCH, read=NEW) == ()


@pytest.mark.parametrize(("name", "edit"), EDITS)
def test_what_was_saved_before_we_write_stands(folder: Path, name: str, edit: Edit) -> None:
    edit(folder / name)
    assert_refused(folder, name, edit)


@pytest.mark.parametrize(("name", "edit"), EDITS)
def test_what_was_saved_while_we_staged_stands(folder: Path, name: str, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    before_the_last_check(monkeypatch, lambda: edit(folder / name))
    assert_refused(folder, name, edit)


@pytest.mark.parametrize(("name", "edit"), [one for one in EDITS if one[0] != "c.po"])
def test_what_was_saved_between_check_and_rename_stands(
    folder: Path, name: str, edit: Edit, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_first_rename(monkeypatch, lambda: edit(folder / name))
    assert_refused(folder, name, edit)


@pytest.mark.parametrize("edit", [in_place, by_rename])
def test_what_is_saved_over_the_new_file_stands(folder: Path, edit: Edit, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save right after the rename: there is nothing to be guarded any more, but the rest of the batch may still fail."""
    committed = writing._Guarded.commit

    def commit(change: writing._Guarded) -> None:
        if change.path == "b.po":
            edit(folder / "a.po")
            in_place(folder / "b.po")
        committed(change)

    monkeypatch.setattr(writing._Guarded, "commit", commit)
    with pytest.raises(DossierError, match=r"^b\.po: error S009"):
        write_all(folder, BATCH, read=READ)
    assert tree(folder) == {**OLD, "a.po": b"saved by a person", "b.po": b"saved by a person"}


def test_who_saves_twice_while_we_look_has_the_last_word(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each exchange comes upon a newer file; the newest one must stand in the end."""
    saves = iter([b"first", b"second", b"third"])
    exchange = replacing.exchange

    def crossed(one: Path, other: Path) -> None:
        saved = next(saves, None)
        if saved is not None:
            other.write_bytes(saved) if saved == b"first" else by_rename_of(other, saved)
        exchange(one, other)

    def by_rename_of(path: Path, data: bytes) -> None:
        path.with_suffix(".tmp").write_bytes(data)
        path.with_suffix(".tmp").replace(path)

    monkeypatch.setattr(replacing, "exchange", crossed)
    (folder / "staged").write_bytes(b"ours")
    assert replacing.replace_unchanged(folder / "staged", folder / "a.po", b"old a") is False
    assert (folder / "a.po").read_bytes() == b"third"


def test_who_deletes_what_they_saved_while_we_look_gets_it_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange = replacing.exchange
    steps = iter([lambda path: path.write_bytes(b"saved"), Path.unlink])

    def crossed(one: Path, other: Path) -> None:
        next(steps)(other)
        exchange(one, other)

    monkeypatch.setattr(replacing, "exchange", crossed)
    (folder / "staged").write_bytes(b"ours")
    assert replacing.replace_unchanged(folder / "staged", folder / "a.po", b"old a") is False
    assert (folder / "a.po").read_bytes() == b"saved"


@pytest.mark.parametrize("call", range(1, 9))
@pytest.mark.parametrize("name", ["exchange", "create"])
def test_an_interruption_between_renames_undoes_those_that_were_done(
    folder: Path, name: str, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter(range(1, 100))
    module = replacing if name == "exchange" else writing
    function = getattr(module, name)

    def interrupted(one: Path, other: Path) -> object:
        if next(calls) != call:
            return function(one, other)
        function(one, other)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, name, interrupted)
    try:
        write_all(folder, BATCH, read=READ)
    except KeyboardInterrupt:
        assert tree(folder) == OLD
    else:
        assert tree(folder) == {**OLD, **NEW}


def test_a_reader_sees_a_whole_file_at_every_moment(folder: Path, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    seen: set[bytes] = set()
    for name in ("rename", "replace", "link", "unlink"):
        monkeypatch.setattr(os, name, watched(getattr(os, name), folder / "a.po", seen))
    if system == "renameat2":
        monkeypatch.setattr(replacing, "_rename", watched(replacing._rename, folder / "a.po", seen))
    write_all(folder, BATCH, read=READ)
    assert seen == {b"old a", b"new a"}


def watched(function: Callable[..., object], path: Path, seen: set[bytes]) -> Callable[..., object]:
    def call(*arguments: object, **named: object) -> object:
        seen.add(path.read_bytes())
        try:
            return function(*arguments, **named)
        finally:
            seen.add(path.read_bytes())

    return call


def test_a_link_inside_the_project_stays_a_link(folder: Path) -> None:
    (folder / "shared").mkdir()
    (folder / "shared/a.po").write_bytes(b"old a")
    (folder / "a.po").unlink()
    (folder / "a.po").symlink_to("shared/a.po")
    assert write_all(folder, BATCH, read=READ) == ("a.po", "b.po", "new.po")
    assert (folder / "a.po").is_symlink()
    assert (folder / "shared/a.po").read_bytes() == b"new a"
    assert not (folder / "b.po").is_symlink()


def test_a_link_to_nothing_inside_the_project_gets_what_it_wants(folder: Path) -> None:
    (folder / "new.po").symlink_to("elsewhere.po")
    write_all(folder, BATCH, read=READ)
    assert (folder / "new.po").is_symlink()
    assert (folder / "elsewhere.po").read_bytes() == b"new"


@pytest.mark.parametrize("leads_to", ["../outside.po", "new.po"])
def test_a_link_that_leads_outside_or_nowhere_is_told_and_left(folder: Path, leads_to: str) -> None:
    project = folder / "project"
    project.mkdir()
    (project / "new.po").symlink_to(leads_to)
    with pytest.raises(DossierError, match=r"^new\.po: error S006: .*\n.*remove what is in the way, or the link"):
        write_all(project, [Artifact("new.po", b"new")], read={"new.po": None})
    assert (project / "new.po").is_symlink()
    assert not (folder / "outside.po").exists()


def test_two_names_of_one_file_are_told(folder: Path) -> None:
    (folder / "b.po").unlink()
    (folder / "b.po").symlink_to("a.po")
    with pytest.raises(DossierError, match=r"^b\.po: error S006: .*the same file as “a\.po”"):
        write_all(folder, BATCH, read={**READ, "b.po": b"old a"})
    assert (folder / "a.po").read_bytes() == b"old a"


def test_mode_and_owner_are_kept(folder: Path) -> None:
    (folder / "a.po").chmod(0o660)
    if os.geteuid() == 0:
        os.chown(folder / "a.po", 1234, 1235)
    before = (folder / "a.po").stat()
    write_all(folder, BATCH, read=READ)
    after = (folder / "a.po").stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    with small_disk("1m") as made:
        yield made


@pytest.mark.parametrize("free", [*range(0, 96 * 1024, 4096), 300 * 1024])
def test_a_full_disk_leaves_everything_as_it_was(disk: Path, free: int) -> None:
    """Every page more that may be free (4 KiB, less than which tmpfs knows not): from none of the files to all of them fits."""
    old = {f"{name}.po": name.encode() * 20_000 for name in "abcd"}
    new = {path: data + b"more" for path, data in old.items()} | {"new.po": b"n" * 10_000}
    for path in disk.iterdir():
        path.unlink()
    for path, data in old.items():
        (disk / path).write_bytes(data)
    fill(disk, leaving=free)
    batch = [Artifact(path, data) for path, data in new.items()]
    fits = free >= 23 * 4096
    with nullcontext() if fits else pytest.raises(DossierError, match=r"^\w+\.po: error S003: no space left[^\0]*$"):
        write_all(disk, batch, read={**old, "new.po": None})
    (disk / "filler").unlink()
    assert tree(disk) == (new if fits else old)


def test_what_a_killed_process_left_is_swept(folder: Path) -> None:
    staged = leftovers.stage(folder / "a.po", b"half of it", None)
    swapped = leftovers.ready_to_swap(leftovers.stage(folder / "a.po", b"old a", None), b"old a", b"new a")
    foreign = [".a.po.swp", ".a.po.1234abcd.new", ".a.po.dossier-x.new", "a.po.dossier-1234abcd.new", ".dossier-1234abcd.new"]
    for name in foreign:
        (folder / name).write_bytes(b"not ours")
    (folder / "below").mkdir()
    below = leftovers.stage(folder / "below" / "x.po", b"half of it", None)
    write_all(folder, BATCH)
    assert all(one.exists() for one in (staged, swapped)), "only who holds the lock may sweep"
    write_all(folder, [], read={})
    assert staged.exists(), "nothing is written here"
    write_all(folder, BATCH, read=dict(NEW))
    assert set(tree(folder)) == {*OLD, *NEW, *foreign, below.relative_to(folder).as_posix()}


def test_what_was_saved_when_a_process_was_killed_is_put_back(folder: Path) -> None:
    """Killed between an exchange that came upon a newer file and its undoing."""
    leftovers.ready_to_swap(leftovers.stage(folder / "a.po", b"saved by a person", None), b"old a", b"new a")
    (folder / "a.po").write_bytes(b"new a")
    with pytest.raises(DossierError, match=r"^a\.po: error S009"):
        write_all(folder, BATCH, read={**READ, "a.po": b"new a"})
    assert tree(folder) == {**OLD, "a.po": b"saved by a person"}


@pytest.mark.parametrize("then", [b"written later", None])
def test_what_was_saved_and_cannot_be_put_back_is_kept_and_told(folder: Path, then: bytes | None) -> None:
    kept = leftovers.ready_to_swap(leftovers.stage(folder / "a.po", b"saved by a person", None), b"old a", b"new a")
    (folder / "a.po").unlink()
    if then is not None:
        (folder / "a.po").write_bytes(then)
    with pytest.raises(DossierError, match=r"^\.a\.po\.dossier-\S+\.old: error S010"):
        write_all(folder, BATCH, read={**READ, "a.po": then})
    assert kept.read_bytes() == b"saved by a person"
    assert (folder / "b.po").read_bytes() == b"old b"
