"""Withheld names in locale files: translations outlive the withholding, and what we write has no name."""

from pathlib import Path

from workshop import Workshop

NAME = "Maristela Quillwater"
PART = "content/demo/introduction.md"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"


def begun(tmp_path: Path) -> Workshop:
    """A project whose French translation was made while the name stood in the text."""
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write(PART, f"---\ntitle: What {NAME} saw\n---\n\n{NAME} left.\n\nOthers stayed.\n")
    workshop.run("update")
    done = workshop.read(PO)
    for msgid, msgstr in (
        (f"What {NAME} saw", f"Ce qu’a vu {NAME}"),
        (f"{NAME} left.", f"{NAME} est partie."),
        ("Others stayed.", "D’autres restèrent."),
    ):
        assert f'msgid "{msgid}"\nmsgstr ""' in done
        done = done.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    workshop.write(PO, done)
    workshop.edit("content/demo/dossier.toml", 'language = "en"\n', f'withhold = ["{NAME}"]\nlanguage = "en"\n')
    return workshop


def test_a_build_needs_no_update_to_keep_a_name_out(tmp_path: Path) -> None:
    workshop = begun(tmp_path)
    run = workshop.run("build", "--lang", "fr", "--output", "html")
    page = workshop.read("build/demo/fr/demo.html")
    assert run.exit_code == 0, run.errors
    assert "Quillwater" not in page
    assert "est partie." in page
    assert "D’autres restèrent." in page


def test_an_update_takes_the_name_out_of_our_words_and_leaves_the_translators(tmp_path: Path) -> None:
    workshop = begun(tmp_path)
    run = workshop.run("update", "--lang", "fr")
    text = workshop.read(PO)
    assert run.exit_code == 0
    assert run.codes == {"C024"}
    assert [line for line in text.splitlines() if NAME in line] == [f'msgstr "Ce qu’a vu {NAME}"', f'msgstr "{NAME} est partie."']
    assert 'msgid "What [name withheld] saw"' in text
    (entry,) = [one for one in text.split("\n\n") if 'msgid "What [name withheld] saw"' in one]
    assert "fuzzy" not in entry
    pots = [path.read_text(encoding="utf-8") for path in workshop.root.rglob("*.pot")]
    assert pots
    assert not any(NAME in text for text in pots)
    again = workshop.read(PO)
    workshop.run("update", "--lang", "fr")
    assert workshop.read(PO) == again


def test_a_changed_passage_remembers_no_name(tmp_path: Path) -> None:
    workshop = begun(tmp_path)
    workshop.edit(PART, f"{NAME} left.", f"{NAME} left at night.")
    workshop.run("update", "--lang", "fr")
    text = workshop.read(PO)
    assert "#, fuzzy" in text
    assert [line for line in text.splitlines() if NAME in line and not line.startswith("msgstr")] == []


def test_an_obsolete_entry_is_told_of(tmp_path: Path) -> None:
    workshop = begun(tmp_path)
    workshop.edit(PART, f"{NAME} left.\n\n", "")
    run = workshop.run("update", "--lang", "fr")
    assert "#~ msgstr" in workshop.read(PO)
    assert run.errors.count("C024") == 2
