"""``dossier models``, from the command line."""

import hashlib
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.cli.models import _Teller
from dossier.pipeline.models import install as module
from dossier.pipeline.models import shelf
from dossier.pipeline.models.shelf import LOCK
from machine import as_unprivileged, make_read_only, open_folder, tree
from model_server import SENTENCES, Server, contents, forged, serving
from workshop import Run, Workshop


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    """An index of models, and folders of ours to put them into; forged packages cannot translate."""
    monkeypatch.setattr(module, "try_out", lambda folder, limits: True)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as made:
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", made.address)
        made.index()
        yield made


@pytest.fixture
def desk(tmp_path: Path) -> Workshop:
    """A folder without a project: models need none."""
    (tmp_path / "desk").mkdir()
    return Workshop(tmp_path / "desk")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[!.]*"))


def models(desk: Workshop, *arguments: str) -> Run:
    return desk.run("models", *arguments)


def test_install_list_remove(server: Server, desk: Workshop, tmp_path: Path) -> None:
    data = forged("en", "fa", "1.9")
    server.index(SENTENCES, server.offer(data, "en", "fa", "1.9"))
    assert models(desk, "list").output == "no models are installed\n"
    run = models(desk, "install", "en", "fa")
    sha256 = hashlib.sha256(data).hexdigest()
    assert run.output == f"installed en → fa 1.9 (translate-en_fa-1_9), sha256 {sha256}\n"
    assert run.errors == ""  # no bar where there is no terminal
    assert tree(tmp_path / "packages" / "translate-en_fa-1_9") == contents("en", "fa", "1.9")
    assert set(tree(tmp_path / "cache")) == {f"dossier/models/{LOCK}"}
    heads, row = models(desk, "list").output.splitlines()
    assert heads.split() == ["from", "to", "version", "size", "sha256", "folder"]
    assert row.split()[:5] == ["en", "fa", "1.9", "0.0", "MB"]
    listed = json.loads(models(desk, "list", "--json").output)["installed"]
    assert [(one["version"], one["archive_sha256"], one["bpe"]) for one in listed] == [("1.9", sha256, False)]
    assert row.split()[5] == listed[0]["sha256"][:12]
    assert models(desk, "remove", "en", "fa").output == "removed en → fa 1.9 (translate-en_fa-1_9)\n"
    assert set(tree(tmp_path / "packages")) == {LOCK}
    assert tree(desk.root) == {}


def test_what_is_there_is_not_fetched_again_but_what_is_newer_is(server: Server, desk: Workshop, tmp_path: Path) -> None:
    server.index(server.offer(forged()))
    models(desk, "install", "en", "fr")
    assert models(desk, "install", "en", "fr").output == "en → fr 1.0 is already installed (translate-en_fr-1_0)\n"
    assert len(server.asked("translate-en_fr-1_0.argosmodel")) == 1
    server.index(server.offer(forged(version="1.10"), version="1.10"), server.offer(forged("fr", "en"), "fr", "en"))
    offered = json.loads(models(desk, "list", "--available", "--json").output)["available"]
    assert [(one["source"], one["installed"], one["newer"]) for one in offered] == [("en", "1.0", True), ("fr", None, False)]
    assert "newer than installed" in models(desk, "list", "--available").output
    assert "(translate-en_fr-1_10, instead of 1.0)" in models(desk, "install", "en", "fr").output
    assert names(tmp_path / "packages") == ["translate-en_fr-1_10"]


def test_where_there_is_no_model_two_go_through_english(server: Server, desk: Workshop, tmp_path: Path) -> None:
    server.index(server.offer(forged("fr", "en"), "fr", "en"), server.offer(forged("en", "fa"), "en", "fa"))
    run = models(desk, "install", "fr", "fa")
    assert run.errors == "there is no model from fr to fa; two go through English: fr → en, en → fa\n"
    assert names(tmp_path / "packages") == ["translate-en_fa-1_0", "translate-fr_en-1_0"]


def test_tags_of_regions_find_the_language(server: Server, desk: Workshop) -> None:
    server.index(server.offer(forged("en", "pt"), "en", "pt"))
    assert "en → pt" in models(desk, "install", "en-GB", "pt-BR").output
    assert "removed en → pt" in models(desk, "remove", "en", "pt-BR").output


def test_files_are_installed_without_asking_anybody(server: Server, desk: Workshop, tmp_path: Path) -> None:
    desk.write("a.argosmodel", forged())
    desk.write("b.argosmodel", forged("en", "fa"))
    run = models(desk, "install", str(desk.root / "a.argosmodel"), str(desk.root / "b.argosmodel"))
    assert len(run.output.splitlines()) == 2
    assert names(tmp_path / "packages") == ["translate-en_fa-1_0", "translate-en_fr-1_0"]
    assert server.requests == []


@pytest.mark.parametrize(
    ("promised", "sent"), [(("en", "fr", "1.0"), ("en", "fa", "1.0")), (("en", "fr", "2.0"), ("en", "fr", "1.0"))]
)
def test_another_package_than_was_promised_is_refused(
    promised: tuple[str, str, str], sent: tuple[str, str, str], server: Server, desk: Workshop, tmp_path: Path
) -> None:
    server.index(server.offer(forged(*sent), *promised))
    run = models(desk, "install", "en", "fr")
    assert (run.exit_code, run.codes) == (1, {"M015"})
    assert names(tmp_path / "packages") == names(tmp_path / "cache" / "dossier" / "models") == []


def test_a_download_that_broke_off_is_gone_on_with_by_the_next_command(server: Server, desk: Workshop, tmp_path: Path) -> None:
    name = "translate-en_fr-1_0.argosmodel"
    server.index(server.offer(forged(), cut=[100, 0]))
    run = models(desk, "install", "en", "fr")
    assert (run.exit_code, run.codes) == (1, {"M010"})
    assert names(tmp_path / "packages") == []
    assert models(desk, "install", "en", "fr").exit_code == 0
    assert server.asked(name)[-1]["range"] == "bytes=100-"


def test_offline_what_is_installed_can_be_listed_and_removed(
    server: Server, desk: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.index(server.offer(forged()))
    models(desk, "install", "en", "fr")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"http://127.0.0.1:{free.getsockname()[1]}/")
    run = models(desk, "install", "en", "fa")
    assert (run.exit_code, run.codes) == (1, {"M010"})
    assert "dossier models install FILE.argosmodel" in run.errors
    assert models(desk, "list", "--available").codes == {"M010"}
    assert "translate-en_fr-1_0" in models(desk, "list").output
    assert models(desk, "remove", "en", "fr").exit_code == 0


def test_without_the_extra_files_can_be_installed_and_nothing_fetched(
    server: Server, desk: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.pipeline.models.asking.importlib.util.find_spec", lambda name: None)
    assert models(desk, "install", "en", "fr").codes == {"M030"}
    desk.write("a.argosmodel", forged())
    assert models(desk, "install", str(desk.root / "a.argosmodel")).exit_code == 0


def test_where(server: Server, desk: Workshop, tmp_path: Path) -> None:
    assert models(desk, "where").output == f"{tmp_path / 'packages'}\n"
    found = json.loads(models(desk, "where", "--json").output)
    assert found["index"] == f"{server.address}index.json"
    assert found["downloads"] == str(tmp_path / "cache" / "dossier" / "models")


def test_the_folder_is_that_of_argostranslate(server: Server, desk: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert models(desk, "where").output == "/data/argos-translate/packages\n"


@pytest.mark.parametrize("arguments", [("en",), ("en", "fr", "fa"), ("en", "a.argosmodel"), ()])
def test_what_is_neither_a_pair_nor_files_is_a_wrong_call(arguments: tuple[str, ...], desk: Workshop) -> None:
    assert models(desk, "install", *arguments).exit_code == 2


def test_it_waits_for_another_command(server: Server, desk: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holding = "import sys, pathlib; from dossier.pipeline.models.shelf import exclusive\n"
    holding += "with exclusive(pathlib.Path(sys.argv[1]), lambda: None):\n    print('held', flush=True); sys.stdin.read()"
    server.index(server.offer(forged()))
    monkeypatch.setattr(shelf, "_PATIENCE", 0.05)
    command, pipe = [sys.executable, "-c", holding, str(tmp_path / "packages")], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        tell, release = _Teller.waiting, other.stdin.close
        monkeypatch.setattr(_Teller, "waiting", lambda teller: (tell(teller), release()))
        run = models(desk, "install", "en", "fr")
    assert run.errors == "another command is installing or removing models; waiting for it\n"
    assert run.exit_code == 0


def test_names_from_an_index_do_not_steer_the_terminal(server: Server, desk: Workshop) -> None:
    server.put("index.json", json.dumps([{**server.offer(forged()), "links": ["https://\x1b[31m.example/"]}]).encode())
    assert "\x1b" not in models(desk, "install", "en", "fr").errors


@pytest.mark.parametrize("tag", ["pt-BR", "pt_br", "pb"])
def test_languages_are_named_by_tags_or_by_argos_codes(tag: str, server: Server, desk: Workshop) -> None:
    server.index(server.offer(forged("en", "pt"), "en", "pt"), server.offer(forged("en", "pb"), "en", "pb"))
    assert models(desk, "install", "en", tag).output.startswith("installed en → pb")
    assert models(desk, "remove", "en", tag).output.startswith("removed en → pb")


def test_a_folder_that_is_not_there_is_made_and_a_link_is_followed(
    desk: Workshop, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.argosmodel", forged())
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real").mkdir()
    for place in ("not/there", "link"):
        monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / place))
        assert models(desk, "list").output == "no models are installed\n"
        assert models(desk, "install", str(desk.root / "a.argosmodel")).exit_code == 0
        assert "translate-en_fr-1_0" in models(desk, "list").output
    assert names(tmp_path / "real") == ["translate-en_fr-1_0"]


def test_what_is_no_folder_is_told(desk: Workshop, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.argosmodel", forged())
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name in ("dangling", "file"):
        monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / name))
        assert models(desk, "list").codes == models(desk, "install", str(desk.root / "a.argosmodel")).codes == {"S006"}


def test_a_folder_of_somebody_else_is_read_and_nothing_is_put_there(
    desk: Workshop, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there in the version that is wanted need not be fetched, nor the folder be written."""
    server.index(server.offer(forged()), server.offer(forged("en", "fa"), "en", "fa"))
    with open_folder() as root:
        monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(root / "packages"))
        monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
        (root / "cache").mkdir()
        assert models(desk, "install", "en", "fr").exit_code == 0
        for path in root.joinpath("cache").rglob("*"):
            path.chmod(0o777)
        make_read_only(root / "packages")
        listed, again, other = as_unprivileged(
            lambda: [models(desk, *arguments) for arguments in (("list",), ("install", "en", "fr"), ("install", "en", "fa"))]
        )
        assert "translate-en_fr-1_0" in listed.output
        assert "already installed" in again.output
        assert other.codes == {"S002"}
        (root / "packages").chmod(0o700)
        assert as_unprivileged(lambda: models(desk, "list")).codes == {"S006"}
