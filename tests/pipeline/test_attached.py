"""What a PDF for keeping carries: all that the edition was made from, and nobody's name who did not want it."""

import hashlib
import json
from pathlib import Path

import pytest

from dossier.model.bundle import Attachment
from dossier.model.diagnostics import DossierError
from dossier.model.records import Output
from dossier.pipeline import attached
from dossier.pipeline.attached import RECORDS, attachments
from dossier.pipeline.deposit_records import dossier_record
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.project import Project
from dossier.pipeline.uncited import uncited
from workshop import Workshop

TOML = "content/demo/dossier.toml"
PART = "content/demo/introduction.md"
SOURCE = "content/demo/sources/example-source.md"
FOLDER = "locales/fr/LC_MESSAGES/demo"
NAME = "Maristela Quillwater"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop.demo(tmp_path / "project")


def carried(workshop: Workshop, language: str = "fr") -> dict[str, Attachment]:
    project = Project(workshop.root)
    dossier, _ = project.load("demo")
    edition = uncited(project, dossier, read_catalogs(project.files, dossier, language)[0], language)
    found = attachments(project.files, edition)
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


def test_documents_locale_files_and_records(workshop: Workshop) -> None:
    workshop.write("content/demo/glossary.toml", '[[entries]]\nid = "o"\nkind = "body"\nforms = { en = "The Office" }\n')
    workshop.write("content/demo/quotations.lock", "version = 1\n")
    found = carried(workshop)
    assert {name: (one.media_type, one.relationship) for name, one in found.items()} == {
        TOML: ("application/toml", "Source"),
        "content/demo/glossary.toml": ("application/toml", "Source"),
        PART: ("text/markdown", "Source"),
        "content/demo/quotations.lock": ("application/toml", "Supplement"),
        SOURCE: ("text/markdown", "Source"),
        f"{FOLDER}/dossier.po": ("text/x-gettext-translation", "Source"),
        f"{FOLDER}/introduction.po": ("text/x-gettext-translation", "Source"),
        f"{FOLDER}/sources/example-source.po": ("text/x-gettext-translation", "Source"),
        RECORDS: ("application/vnd.citationstyles.csl+json", "Data"),
    }
    assert all(one.description for one in found.values())
    assert found[f"{FOLDER}/introduction.po"].description.startswith("Translation into French")
    assert found[PART].data == workshop.read(PART).encode()
    assert [item["id"] for item in json.loads(found[RECORDS].data)] == ["example-source"]


def test_each_edition_has_its_own_language_only(workshop: Workshop) -> None:
    assert not [name for name in carried(workshop, "en") if name.startswith("locales/")]
    assert {name.split("/")[1] for name in carried(workshop, "fa") if name.startswith("locales/")} == {"fa"}


def test_snapshots_and_what_else_lies_about_stay_at_home(workshop: Workshop) -> None:
    before = set(carried(workshop))
    for path in ("content/demo/sources/snapshot.html", "content/demo/secret.md", "snapshots/ab.pdf", f"{FOLDER}/stray.po"):
        workshop.write(path, "words under copyright")
    assert set(carried(workshop)) == before


def test_withheld_names_are_taken_out_with_their_list(workshop: Workshop) -> None:
    workshop.edit(PART, "Write over it", f"{NAME} says: write over it")
    workshop.edit(TOML, 'language = "en"\n', f'withhold = ["{NAME}"]\nlanguage = "en"\n')
    found = carried(workshop)
    assert NAME not in b"".join(one.data for one in found.values()).decode()
    assert r"\[name withheld\] says" in found[PART].data.decode()
    assert NAME in workshop.read(PART)


def test_a_locale_file_with_a_name_in_a_translators_words_stays_at_home(workshop: Workshop) -> None:
    workshop.edit(TOML, 'language = "en"\n', f'withhold = ["{NAME}"]\nlanguage = "en"\n')
    before = set(carried(workshop))
    po = f"{FOLDER}/introduction.po"
    workshop.write(po, workshop.read(po) + f'\n#~ msgid "Old"\n#~ msgstr "Vieux, dit {NAME}"\n')
    assert before - set(carried(workshop)) == {po}


def test_a_name_that_was_not_taken_out_anywhere_else_is_refused(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.edit(TOML, 'language = "en"\n', f'withhold = ["{NAME}"]\nlanguage = "en"\n')
    monkeypatch.setattr(attached, "as_csl_json", lambda items: NAME)
    with pytest.raises(DossierError) as caught:
        carried(workshop)
    (told,) = caught.value.diagnostics
    assert (told.code.id, told.place.file if told.place else "") == ("C025", RECORDS)
    assert NAME not in str(told)


def test_translators_are_not_named_unless_they_want_it(workshop: Workshop) -> None:
    po = f"{FOLDER}/introduction.po"
    workshop.write(po, f"# Ada Example <ada@example.org>, 2026.\n# Ben Example, 2025.\n{workshop.read(po)}")
    data = carried(workshop)[po].data.decode()
    assert "Ada" not in data
    assert "Ben" not in data
    assert data.endswith(workshop.read(po)[-400:])
    workshop.write(TOML, workshop.read(TOML) + "\n[translators]\nnames = true\n")
    assert carried(workshop)[po].data.decode() == workshop.read(po)


def test_the_same_files_every_time(workshop: Workshop) -> None:
    assert carried(workshop) == carried(workshop)


def test_a_record_tells_of_the_files_that_are_there(workshop: Workshop) -> None:
    there = {"build/demo/fr/demo.epub": b"book", "build/demo/fr/demo.png": b"picture", "build/demo/en/demo.pdf": b"no PDF"}
    record = dossier_record(Project(workshop.root), "demo", there.get)
    assert [edition.metadata.language for edition in record.editions] == ["en", "fr"]
    english, french = record.editions
    assert [(one.path, one.output, one.pages) for one in english.files] == [("demo/en/demo.pdf", Output.PDF, 0)]
    (book,) = french.files
    assert (book.path, book.media_type, book.size) == ("demo/fr/demo.epub", "application/epub+zip", 4)
    assert book.sha256 == hashlib.sha256(b"book").hexdigest()
    assert french.picture is not None
    assert (english.picture, french.picture.path) == (None, "demo/fr/demo.png")


@pytest.mark.parametrize("policy", ["mark", "source"])
def test_a_record_tells_how_much_readers_see_of_a_machine(workshop: Workshop, policy: str) -> None:
    workshop.write(TOML, workshop.read(TOML) + f'\n[policy]\ndraft = "{policy}"\n')
    made = Project(workshop.root)
    record = dossier_record(made, "demo", {f"build/demo/{tag}/demo.epub": b"x" for tag in ("en", "fa")}.get)
    english, persian = record.editions
    shares = dict(persian.shares)
    assert (dict(english.shares), english.machine) == ({"original": 1.0}, 0.0)
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["draft"] > 0
    assert persian.machine == (pytest.approx(shares["draft"]) if policy == "mark" else 0.0)
    assert english.metadata.toolchain[0][0] == "dossier"
