"""Loading WeasyPrint, with and without what it needs from the system."""

import builtins
import os
import shutil
import sys
from pathlib import Path

import pytest
from processes import run

from dossier.model.diagnostics import DossierError
from dossier.pipeline.faces import set_up_faces
from dossier.press import engine
from dossier.press.fontconfig import are_bundled_faces_in_use, configuration, use_bundled_faces


def test_engine_loads():
    assert engine.load_engine().__name__ == "weasyprint"


def test_without_bundled_faces_nothing_is_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("FONTCONFIG_FILE")
    with pytest.raises(RuntimeError, match="use_bundled_faces"):
        engine.load_engine()


def test_without_the_file_of_the_bundled_faces_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Fontconfig would go on with the machine's faces."""
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    use_bundled_faces(tmp_path)
    engine.load_engine()
    for left in tmp_path.glob("*.conf"):
        left.unlink()
    with pytest.raises(RuntimeError, match="use_bundled_faces"):
        engine.load_engine()


def test_faces_are_set_up_again_where_the_folder_was_cleared(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    set_up_faces()
    shutil.rmtree(Path(os.environ["FONTCONFIG_FILE"]).parent)
    assert not are_bundled_faces_in_use()
    set_up_faces()
    engine.load_engine()


def test_missing_library_is_s001(monkeypatch: pytest.MonkeyPatch):
    original = builtins.__import__

    def failing(name: str, *args: object, **kwargs: object) -> object:
        if name.partition(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0.so.0': no such file\nmore")
        return original(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", failing)
    with pytest.raises(DossierError) as caught:
        engine.load_engine()
    (found,) = caught.value.diagnostics
    assert found.code.id == "S001"
    assert found.details == (("reason", "cannot load library 'libpango-1.0.so.0': no such file"),)
    assert "libpango" in found.advice


def test_missing_subsetter_is_s001(monkeypatch: pytest.MonkeyPatch):
    engine.load_engine()
    monkeypatch.setattr(sys.modules["weasyprint.text.ffi"], "harfbuzz_subset", None)
    with pytest.raises(DossierError, match="S001"):
        engine.load_engine()


@pytest.mark.skipif(sys.platform != "linux", reason="ld.so's search path is Linux's")
def test_broken_library_in_a_fresh_process_is_s001_and_nothing_on_standard_output(tmp_path: Path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libpango-1.0.so.0").write_bytes(b"this is no library")
    code = (
        "from pathlib import Path\nimport sys\nfrom dossier.model.diagnostics import DossierError\n"
        "from dossier.press.fontconfig import use_bundled_faces\nfrom dossier.press.engine import load_engine\n"
        "use_bundled_faces(Path('fc'))\n"
        "try:\n    load_engine()\nexcept DossierError as error:\n    print(error.diagnostics[0].code.id)"
    )
    done = run(code, tmp_path, LD_LIBRARY_PATH=str(tmp_path / "lib"))
    assert done.stdout == b"S001\n", done.stderr.decode()


def test_configuration_names_bundled_folders_only(tmp_path: Path):
    text = configuration(tmp_path)
    folders = [line.strip().removeprefix("<dir>").removesuffix("</dir>") for line in text.splitlines() if "<dir>" in line]
    assert [Path(folder).parent.name for folder in folders[:-1]] == [
        "fontpkg_literata",
        "fontpkg_amiri",
        "fontpkg_public_sans",
        "fontpkg_noto_sans_arabic",
        "fontpkg_jetbrains_mono",
    ]
    assert Path(folders[-1]).name == "rinoh_typeface_symbola"
    assert "<include" not in text


def test_configuration_is_written_once_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    monkeypatch.setenv("FONTCONFIG_SYSROOT", "/elsewhere")
    assert not are_bundled_faces_in_use()
    use_bundled_faces(tmp_path / "new")
    (written,) = (tmp_path / "new").glob("*.conf")
    stamp = written.stat().st_mtime_ns
    use_bundled_faces(tmp_path / "new")
    assert written.stat().st_mtime_ns == stamp
    assert are_bundled_faces_in_use()
    assert "FONTCONFIG_SYSROOT" not in os.environ
