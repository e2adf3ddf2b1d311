"""``dossier export`` and ``dossier import``: translations out to other tools, and back."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from dossier.pipeline import exchange
from dossier.translation.po import read_po
from judges import require
from machine import tree
from workshop import Workshop

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
XLIFF, BUNDLE, MEMORY = (f"build/exchange/demo.fr.{suffix}" for suffix in ("xlf", "po", "tmx"))
SEE, READ, OTHERS = "What readers see", "Ce que voient les lecteurs", "Ce que voit le public"
NAME = "Maristela Quillwater"


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    return Workshop.demo(tmp_path / "demo")


def export(demo: Workshop, form: str, *arguments: str) -> None:
    run = demo.run("export", "--lang", "fr", "--format", form, *arguments)
    assert run.exit_code == 0, run.errors


def approve(demo: Workshop, source: str, text: str) -> None:
    """Set a translation in the exported XLIFF, as reviewed."""
    path = demo.root / XLIFF
    root = etree.parse(str(path)).getroot()
    segment = next(one for one in root.iter(f"{CORE}segment") if one.findtext(f"{CORE}source") == source)
    segment.find(f"{CORE}target").text = text
    segment.set("state", "final")
    segment.attrib.pop("subState", None)
    path.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def locales(demo: Workshop) -> dict[str, bytes]:
    return tree(demo.root / "locales")


def changed_lines(before: bytes, after: bytes) -> list[str]:
    old = before.decode().split("\n")
    return [line for line in after.decode().split("\n") if line not in old]


@pytest.mark.parametrize(("form", "path"), [("xliff", XLIFF), ("po", BUNDLE)])
def test_out_and_back_changes_no_byte(demo: Workshop, form: str, path: str) -> None:
    before = locales(demo)
    export(demo, form)
    run = demo.run("import", str(demo.root / path))
    assert (run.exit_code, run.errors) == (0, "")
    assert run.output == f"{path} (fr): 30 equal\n0 files written\n"
    assert locales(demo) == before


def test_what_was_reviewed_elsewhere_changes_its_own_entry_only(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    before = locales(demo)
    run = demo.run("import", str(demo.root / XLIFF))
    assert run.exit_code == 0, run.errors
    assert run.output == f"{XLIFF} (fr): 29 equal, 1 taken\n1 files written\n"
    after = locales(demo)
    assert {path for path in after if after[path] != before[path]} == {PO.removeprefix("locales/")}
    path = PO.removeprefix("locales/")
    assert changed_lines(before[path], after[path]) == [f'msgstr "{OTHERS}"']
    entry = next(one for one in demo.read(PO).split("\n\n") if SEE in one)
    assert "fuzzy" not in entry
    assert "# machine: " in entry  # it was post-edited
    msgfmt = subprocess.run(
        [require("msgfmt"), "--check-format", "-o", os.devnull, str(demo.root / PO)], capture_output=True, text=True, check=False
    )
    assert (msgfmt.returncode, msgfmt.stderr) == (0, "")
    assert demo.run("check", "--lang", "fr").exit_code == 0


def test_a_conflict_is_told_and_everything_else_goes_in(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    approve(demo, "Introduction", "Avant-propos")
    demo.edit(PO, READ, "Ce que l’on voit")
    run = demo.run("import", str(demo.root / XLIFF))
    assert run.exit_code == 1
    assert f"{PO}:110:1: error T047: another translation was given back, and it was changed here too" in run.errors
    assert "ours    Ce que l’on voit (draft)" in run.errors
    assert f"theirs  {OTHERS} (reviewed)" in run.errors
    assert f"in      {XLIFF}:" in run.errors
    assert "1 in conflict" in run.output
    assert 'msgstr "Ce que l’on voit"' in demo.read(PO)
    assert 'msgstr "Avant-propos"' in demo.read(PO)
    again = locales(demo)
    assert demo.run("import", str(demo.root / XLIFF)).exit_code == 1
    assert locales(demo) == again


def test_a_dry_run_tells_and_writes_nothing(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    before = tree(demo.root)
    run = demo.run("import", "--dry-run", str(demo.root / XLIFF))
    assert run.output == f"{XLIFF} (fr): 29 equal, 1 taken\n1 files would be written\n"
    assert tree(demo.root) == before


def test_json_has_counts_files_and_findings(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    demo.edit(PO, READ, "Ce que l’on voit")
    report = json.loads(demo.run("import", "--json", str(demo.root / XLIFF)).output)
    assert report["files"] == [{"path": XLIFF, "language": "fr", "counts": {"equal": 29, "in conflict": 1}}]
    assert report["written"] == []
    assert [found["code"] for found in report["findings"]] == ["T047"]


def test_one_file_that_cannot_be_read_stops_all(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    demo.write("other.xlf", "<xliff")
    before = locales(demo)
    run = demo.run("import", str(demo.root / XLIFF), str(demo.root / "other.xlf"))
    assert (run.exit_code, run.codes) == (1, {"T049"})
    assert locales(demo) == before


def test_a_file_that_changed_meanwhile_is_not_written_over(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    writing = exchange.write_all

    def somebody_saves(*given: object, **named: object) -> object:
        demo.edit(PO, READ, "Ce que l’on voit")
        return writing(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(exchange, "write_all", somebody_saves)
    run = demo.run("import", str(demo.root / XLIFF))
    assert (run.exit_code, run.codes) == (1, {"S009"})
    assert "Ce que l’on voit" in demo.read(PO)
    assert OTHERS not in demo.read(PO)


def test_a_reviewed_translation_of_a_text_that_is_gone_is_kept_and_comes_back_with_it(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    demo.edit("content/demo/introduction.md", f"## {SEE}\n\n", "")
    entries = demo.read(PO).split("\n\n")
    demo.write(PO, "\n\n".join(entry for entry in entries if SEE not in entry))
    run = demo.run("import", str(demo.root / XLIFF))
    assert (run.exit_code, run.codes) == (0, {"T048"})
    assert f'#~ msgid "{SEE}"\n#~ msgstr "{OTHERS}"' in demo.read(PO)
    again = demo.read(PO)
    demo.run("import", str(demo.root / XLIFF))
    assert demo.read(PO) == again
    demo.edit("content/demo/introduction.md", "How a dossier is made", f"How a dossier is made\n\n## {SEE}")
    demo.run("update", "--lang", "fr")
    (entry,) = [entry for entry in read_po(demo.read(PO).encode(), PO).active if entry.msgid == SEE]
    assert (entry.text, str(entry.state)) == (OTHERS, "reviewed")


def test_translations_go_into_locale_files_that_were_never_made(demo: Workshop) -> None:
    export(demo, "xliff")
    approve(demo, SEE, OTHERS)
    (demo.root / PO).unlink()
    run = demo.run("import", str(demo.root / XLIFF))
    assert run.exit_code == 0, run.errors
    assert f'msgid "{SEE}"\nmsgstr "{OTHERS}"' in demo.read(PO)
    assert '"Language: fr\\n"' in demo.read(PO)
    assert demo.run("check", "--lang", "fr").exit_code == 0


def test_a_po_file_of_another_making_is_matched_by_its_texts(demo: Workshop) -> None:
    theirs = 'msgid ""\nmsgstr ""\n"Language: fr_FR\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    theirs += f'\nmsgctxt "theirs"\nmsgid "{SEE}"\nmsgstr "{OTHERS}"\n\n#, fuzzy\nmsgid "Introduction"\nmsgstr "Avant-propos"\n'
    theirs += '\nmsgid "one file"\nmsgid_plural "files"\nmsgstr[0] "un"\nmsgstr[1] "des"\n\nmsgid "Nothing of ours"\nmsgstr "x"\n'
    demo.write("theirs.po", theirs)
    run = demo.run("import", str(demo.root / "theirs.po"))
    assert run.codes == {"T048"}
    assert run.exit_code == 0
    assert f'msgid "{SEE}"\nmsgstr "{OTHERS}"' in demo.read(PO)
    entry = next(one for one in demo.read(PO).split("\n\n") if 'msgid "Introduction"' in one)
    assert "#, fuzzy" in entry
    assert "Avant-propos" in entry  # a person's unfinished words come before a machine's


def test_the_bundle_is_one_po_file_that_gettext_accepts(demo: Workshop) -> None:
    export(demo, "po")
    done = subprocess.run(
        [require("msgfmt"), "--check-format", "--check-domain", "--statistics", "-o", os.devnull, str(demo.root / BUNDLE)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert (done.returncode, done.stderr) == (0, "0 translated messages, 30 fuzzy translations.\n")
    merged = subprocess.run([require("msgcat"), str(demo.root / BUNDLE)], capture_output=True, check=True)
    (demo.root / BUNDLE).write_bytes(merged.stdout)
    before = locales(demo)
    assert demo.run("import", str(demo.root / BUNDLE)).output.startswith(f"{BUNDLE} (fr): 30 equal\n")
    assert locales(demo) == before


def test_only_what_nobody_has_reviewed(demo: Workshop) -> None:
    demo.write(PO, demo.read(PO).replace("#, fuzzy\n", ""))
    run = demo.run("export", "--lang", "fr", "--format", "xliff", "--only", "unreviewed")
    assert "reviewed;" not in run.output
    assert SEE not in demo.read(XLIFF)
    run = demo.run("export", "--lang", "fr", "--format", "tmx")
    assert "20 reviewed" in run.output, run.output
    assert SEE in demo.read(MEMORY)


def test_an_output_is_a_file_or_where_there_are_several_a_folder(demo: Workshop, tmp_path: Path) -> None:
    run = demo.run("export", "--lang", "fr", "--format", "po", "--output", str(tmp_path / "one.po"))
    assert run.output.endswith(f"; {tmp_path / 'one.po'}\n")
    assert (tmp_path / "one.po").is_file()
    demo.run("export", "--format", "po", "--output", str(tmp_path / "both"))
    assert sorted(tree(tmp_path / "both")) == ["demo.fa.po", "demo.fr.po"]
    demo.run("export", "--lang", "fr", "--format", "po", "--output", str(tmp_path / "both"))
    assert sorted(tree(tmp_path / "both")) == ["demo.fa.po", "demo.fr.po"]


@pytest.mark.parametrize("form", ["xliff", "po", "tmx"])
def test_exports_do_not_depend_on_the_day_or_the_process(demo: Workshop, form: str) -> None:
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tehran")):
        demo.spawn("export", "--format", form, "--only", "all", environment={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"})
        made.append(tree(demo.root / "build/exchange"))
    assert made[0] == made[1]
    assert len(made[0]) == 2


def test_a_memory_is_remembered_once(demo: Workshop) -> None:
    demo.write(PO, demo.read(PO).replace("#, fuzzy\n", ""))
    export(demo, "tmx")
    run = demo.run("import", str(demo.root / MEMORY))
    assert run.output == f"{MEMORY} (fr): 20 remembered\n1 files written\n"
    assert OTHERS not in demo.read("locales/fr/memory.tmx")
    assert READ in demo.read("locales/fr/memory.tmx")
    assert demo.run("import", str(demo.root / MEMORY)).output == f"{MEMORY} (fr): 20 known\n0 files written\n"


def withholding(demo: Workshop) -> None:
    """A name is withheld that stands in a passage, in its translation and beside it."""
    demo.edit("content/demo/introduction.md", SEE, f"What {NAME} saw")
    demo.run("update", "--lang", "fr")
    before = f'msgid "What {NAME} saw"\nmsgstr ""\n'
    demo.edit(PO, before, f'# {NAME} asked.\nmsgid "What {NAME} saw"\nmsgstr "Ce qu’a vu {NAME}"\n')
    demo.edit("content/demo/dossier.toml", 'language = "en"\n', f'withhold = ["{NAME}"]\nlanguage = "en"\n')


@pytest.mark.parametrize(("form", "path"), [("xliff", XLIFF), ("po", BUNDLE), ("tmx", MEMORY)])
def test_withheld_names_do_not_go_out(demo: Workshop, form: str, path: str) -> None:
    withholding(demo)
    export(demo, form, "--only", "all")
    assert NAME not in demo.read(path)
    assert "Quillwater" not in demo.read(path)
    assert "name withheld" in demo.read(path)


@pytest.mark.parametrize(("form", "path"), [("xliff", XLIFF), ("po", BUNDLE)])
def test_what_went_out_without_names_comes_back_and_changes_nothing(demo: Workshop, form: str, path: str) -> None:
    withholding(demo)
    before = locales(demo)
    export(demo, form)
    run = demo.run("import", str(demo.root / path))
    assert run.output == f"{path} (fr): 30 equal\n0 files written\n"
    assert locales(demo) == before


def test_a_memory_brings_no_withheld_name(demo: Workshop) -> None:
    withholding(demo)
    unit = '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="fr"><seg>{}</seg></tuv></tu>'
    body = unit.format("One.", "Un.") + unit.format(f"{NAME} left.", "Elle est partie.")
    demo.write("m.tmx", f'<tmx version="1.4"><header srclang="en"/><body>{body}</body></tmx>')
    run = demo.run("import", str(demo.root / "m.tmx"))
    assert run.codes == {"C024"}
    assert "Quillwater" not in demo.read("locales/fr/memory.tmx")
    assert "Un." in demo.read("locales/fr/memory.tmx")
