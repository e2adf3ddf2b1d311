"""What becomes of what judges say, by judges that say what a test wants; the real ones are asked in tests/stress."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import killed
from dossier.model.bundle import Artifact
from dossier.model.diagnostics import Diagnostic
from dossier.model.records import Output
from dossier.pipeline.edition import JobResult
from dossier.pipeline.judges import JUDGES, SHOWN, judged
from dossier.pipeline.judges.ace import ids_in
from dossier.pipeline.judges.book import ids_before
from dossier.pipeline.judges.preflight import PREFLIGHT
from dossier.pipeline.judges.running import run
from dossier.pipeline.judges.values import NoVerdictError
from dossier.pipeline.plan import Job, output_path
from fake_judges import CONTENT, LINKS, ace, epubcheck, machine_with, qpdf, verapdf
from killed import are_ended
from workshop import Workshop

SAID = Path("said.txt")
PROGRAMMES = tuple(judge for judge in JUDGES if judge is not PREFLIGHT)
_EMPTY_ZIP = b"PK\x05\x06" + bytes(18)
ALL_CONTENT = {"verapdf": verapdf([]), "qpdf": CONTENT, "java": epubcheck("INFO"), "ace": ace(), "chromium": CONTENT}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop.demo(tmp_path / "demo")


def written(workshop: Workshop, *outputs: Output) -> JobResult:
    """An edition whose files are there, with nothing in them."""
    job = Job(workshop.root, "demo", "en", outputs, 0)
    paths = [output_path("demo", "en", output) for output in outputs]
    for path in paths:
        workshop.write(path, _EMPTY_ZIP)
    return JobResult(job, tuple(Artifact(path, b"") for path in paths), (), 0)


def verdicts(workshop: Workshop, programmes: dict[str, str], *outputs: Output) -> list[Diagnostic]:
    with machine_with(workshop.root / "programmes", programmes):
        return list(judged(workshop.root, [written(workshop, *outputs)], judges=PROGRAMMES))


def codes(found: Sequence[Diagnostic]) -> list[str]:
    return [one.code.id for one in found]


def test_judges_that_find_nothing_say_nothing(workshop: Workshop) -> None:
    assert verdicts(workshop, ALL_CONTENT, *(one for one in Output if "print" not in one and one != "booklet")) == []


def test_a_finding_has_the_judges_own_rule_and_words(workshop: Workshop) -> None:
    (found,) = verdicts(workshop, ALL_CONTENT | {"verapdf": verapdf([LINKS])}, Output.PDF)
    assert str(found.place) == "build/demo/en/demo.pdf"
    assert found.message == "A link is not tagged"
    assert found.details == (("rule", "PDF/UA-1, 7.18.5-1"), ("where", "page 2; 3 times"))


def test_an_archive_is_held_to_both_standards(workshop: Workshop) -> None:
    found = verdicts(workshop, ALL_CONTENT | {"verapdf": verapdf([LINKS])}, Output.ARCHIVE)
    assert [dict(one.details)["rule"] for one in found] == ["PDF/A-3a, 7.18.5-1", "PDF/UA-1, 7.18.5-1"]


def test_what_is_printed_promises_verapdf_nothing(workshop: Workshop) -> None:
    workshop.edit("content/demo/dossier.toml", "parts =", 'pdf.profile = "print"\nparts =')
    found = verdicts(workshop, ALL_CONTENT | {"verapdf": verapdf([LINKS])}, Output.PDF)
    assert "J001" not in codes(found)


def test_a_file_is_named_without_its_place_on_this_machine(workshop: Workshop) -> None:
    (found,) = verdicts(workshop, ALL_CONTENT | {"qpdf": qpdf("file is damaged")}, Output.PDF)
    assert found.message == "WARNING: file is damaged"


def test_of_one_rule_the_first_findings_are_told_and_the_others_counted(workshop: Workshop) -> None:
    place = {"path": "EPUB/introduction.xhtml", "line": 1}
    message = {"ID": "X-1", "severity": "ERROR", "message": "m", "locations": [place | {"column": n} for n in range(1, 41)]}
    report = json.dumps({"messages": [message]})
    found = verdicts(workshop, ALL_CONTENT | {"java": f"print({report!r})"}, Output.EPUB)
    assert len(found) == SHOWN
    assert [dict(one.details).get("more") for one in found].count(f"{40 - SHOWN} times more") == 1
    assert {str(one.place) for one in found} == {"content/demo/introduction.md"}


def test_judges_are_told_of_as_they_begin_and_heard_in_a_fixed_order(workshop: Workshop) -> None:
    slow = "import time; time.sleep(0.3)\n"
    programmes = ALL_CONTENT | {"verapdf": slow + verapdf([LINKS]), "ace": ace("minor"), "qpdf": qpdf("damaged")}
    begun: list[str] = []
    with machine_with(workshop.root / "programmes", programmes):
        result = written(workshop, Output.PDF, Output.EPUB, Output.HTML)
        found = list(judged(workshop.root, [result], begun.append, PROGRAMMES))
    assert codes(found) == ["J001", "J006", "J005"]  # by place: build/ before content/
    assert sorted(begun) == [
        "Ace: build/demo/en/demo.epub",
        "EPUBCheck: build/demo/en/demo.epub",
        "qpdf: build/demo/en/demo.pdf",
        "veraPDF: build/demo/en/demo.pdf",
    ]


def test_an_edition_that_was_not_written_is_not_judged(workshop: Workshop) -> None:
    result = written(workshop, Output.PDF)
    with machine_with(workshop.root / "programmes", ALL_CONTENT | {"qpdf": qpdf("damaged")}):
        assert list(judged(workshop.root, [JobResult(result.job, (), (), 0)])) == []


def test_a_machine_without_judges_says_which_are_missing(workshop: Workshop) -> None:
    found = verdicts(workshop, {}, Output.PDF, Output.EPUB)
    assert codes(found) == ["J007"] * 4
    assert [one.message.split()[0] for one in found] == ["Ace", "EPUBCheck", "qpdf", "veraPDF"]


RAVINGS = ("", "[]", "{}", "null", "7", "{" * 3, "[" * 100_000, '{"report": {"jobs": [{"itemDetails": 4}]}}', "\ufeff\0")


@pytest.mark.parametrize(("programme", "output"), [("verapdf", Output.PDF), ("java", Output.EPUB), ("ace", Output.EPUB)])
def test_whatever_a_judge_says_it_gave_no_verdict(workshop: Workshop, programme: str, output: Output) -> None:
    report = "import os\nsaid = open(os.environ['SAID'], encoding='utf-8').read()\n"
    aloud = report + "print(said)"
    file = report + "open(sys.argv[sys.argv.index('-o') + 1] + '/report.json', 'w', encoding='utf-8').write(said)"
    raving = ALL_CONTENT | {programme: file if programme == "ace" else aloud}
    for said in RAVINGS:
        (workshop.root / SAID).write_text(said, encoding="utf-8")
        with pytest.MonkeyPatch.context() as here:
            here.setenv("SAID", str(workshop.root / SAID))
            assert codes(verdicts(workshop, raving, output)) == ["J009"], said[:20]


DOUBTFUL: list[tuple[str, Callable[[Any], str], Any]] = [
    ("verapdf", lambda rules: verapdf(rules), [{"clause": 5, "checks": "none", "failedChecks": "many"}, {}]),
    ("ace", lambda words: ace("serious", words), "]][[^"),
]


@pytest.mark.parametrize(("programme", "script", "said"), DOUBTFUL, ids=lambda value: value if isinstance(value, str) else "")
def test_a_finding_with_holes_in_it_is_still_a_finding(
    workshop: Workshop, programme: str, script: Callable[[Any], str], said: Any
) -> None:
    found = verdicts(workshop, ALL_CONTENT | {programme: script(said)}, Output.PDF, Output.EPUB)
    assert found
    assert set(codes(found)) <= {"J001", "J004"}


def test_our_own_preflight_is_asked_of_every_pdf(workshop: Workshop) -> None:
    results = [written(workshop, Output.PDF, Output.PRINT, Output.ARCHIVE, Output.BOOKLET, Output.EPUB)]
    found = list(judged(workshop.root, results, judges=[PREFLIGHT]))
    names = [f"build/demo/en/demo{suffix}.pdf" for suffix in ("", ".archive", ".booklet", ".print")]
    assert sorted((one.code.id, str(one.place)) for one in found) == sorted(("X001", name) for name in names)


def test_a_judge_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = [sys.executable, "-c", "import time; print('begun', flush=True); time.sleep(600)", str(tmp_path)]
    with pytest.raises(NoVerdictError, match=r"not done after 0\.2 seconds"):
        run(endless, seconds=0.2)
    assert are_ended(str(tmp_path))
    monkeypatch.setattr(killed, "_PATIENCE", 0.0)
    with subprocess.Popen(endless, stdout=subprocess.PIPE) as living:
        assert living.stdout is not None
        assert living.stdout.readline() == b"begun\n"
        found = are_ended(str(tmp_path))
        living.kill()
    assert not found


def test_what_a_judge_leaves_behind_is_taken_away() -> None:
    code = "import os, tempfile; print(tempfile.mkstemp()[1], os.environ['JAVA_TOOL_OPTIONS'])"
    left, options = run([sys.executable, "-c", code]).output.strip().split(maxsplit=1)
    assert not Path(left).parent.exists()
    assert f"-Djava.io.tmpdir={Path(left).parent}" in options


def test_what_cannot_be_started_gives_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(NoVerdictError, match="cannot be started"):
        run([tmp_path / "nothing"])


def test_ids_before_a_position_the_nearest_first(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("a.xhtml", '<a id="one">\n<b id="two"/><b id="three"/>\n<b id="four"/><c></a>')
    assert ids_before(book, "a.xhtml", 2, 13) == ("two", "one")
    assert ids_before(book, "a.xhtml", 2) == ("three", "two", "one")
    assert ids_before(book, "a.xhtml", 3) == ("four", "three", "two", "one")  # though the end is not well-formed
    assert ids_before(book, "a.xhtml", 0) == ids_before(book, "b.xhtml", 2) == ids_before(tmp_path / "none", "a.xhtml", 2) == ()


def test_ids_of_a_book_that_was_written_anew(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with zipfile.ZipFile(tmp_path / "new.epub", "w") as archive:
            archive.writestr("a.xhtml", f'<a id="{name}"/>')
        (tmp_path / "new.epub").replace(tmp_path / "book.epub")
        assert ids_before(tmp_path / "book.epub", "a.xhtml", 1) == (name,)


def test_ids_of_a_cfi_the_nearest_first() -> None:
    assert ids_in("/4/2[summary]/26/2[summary--par.15]/2") == ("summary--par.15", "summary")
    assert ids_in("/4/2[a^]b^^c]/1:0") == ("a]b^c",)
    assert ids_in("/4/2") == ids_in("") == ()


def test_every_judge_knows_its_files(workshop: Workshop) -> None:
    begun: list[str] = []
    with machine_with(workshop.root / "programmes", ALL_CONTENT):
        list(judged(workshop.root, [written(workshop, Output.HTML)], begun.append))
    assert begun == []
    assert len({judge.name for judge in JUDGES}) == len(JUDGES)
