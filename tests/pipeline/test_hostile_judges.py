"""Judges that say too much, say what is no text, or leave something behind that goes on talking."""

import sys
from pathlib import Path

import pytest

from dossier.model.records import Output
from dossier.pipeline.judges import _diagnostic, running
from dossier.pipeline.judges.report import parsed, text
from dossier.pipeline.judges.running import brief, run
from dossier.pipeline.judges.values import File, Finding, NoVerdictError, Spot


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_one_that_talks_without_end_is_ended(stream: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_SAID", 1 << 20)
    with pytest.raises(NoVerdictError, match="said more than 1 MB"):
        run(python(f"import sys\nwhile True: sys.{stream}.write('x' * 65536)"))
    assert len(run(python(f"import sys; sys.{stream}.write('x' * 1000000)")).output) in (0, 1_000_000)


def test_both_streams_are_heard_side_by_side() -> None:
    ran = run(python("import sys; sys.stderr.write('e' * 500000); sys.stdout.write('o' * 500000); sys.exit(3)"))
    assert (ran.code, len(ran.output), len(ran.errors)) == (3, 500_000, 500_000)


def test_what_it_leaves_behind_does_not_keep_us() -> None:
    """It ends at once, and a programme that it started holds its streams open."""
    code = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(30)'])"
    with pytest.raises(NoVerdictError, match="not done after 2 seconds"):
        run(python(code), seconds=2)


def test_halves_of_characters_can_be_printed() -> None:
    said = parsed(r'{"message": "half \ud800 a character", "path": "\udfff.xhtml"}')
    file = File("demo", "build/demo/fr/demo.epub", Path("/x"), Output.EPUB)
    found = _diagnostic(Finding("J002", file, "\ud800", text(said, "message"), Spot(text(said, "path"), 1)), {}, 0)
    assert "half ? a character" in str(found)
    str(found).encode()  # raises where it cannot be
    with pytest.raises(UnicodeEncodeError):
        text(said, "message").encode()


def test_names_of_files_are_nobodys_option(tmp_path: Path) -> None:
    """A file lies at an absolute path, whatever it is called: with a dash, a space, a mark that turns the line."""
    for name in ("-rf.pdf", "a b.pdf", "\u202eb.pdf"):
        ran = run([*python("import sys; sys.stdout.buffer.write(sys.argv[1].encode())"), str(tmp_path / name)])
        assert ran.output == str(tmp_path / name)
    assert brief("a\n b\tc") == "a b c"
