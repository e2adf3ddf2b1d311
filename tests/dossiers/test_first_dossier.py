"""The dossier in this repository: complete in three languages, honest about what nobody has reviewed."""

import hashlib
import re
import shutil
import tomllib
import zipfile
from pathlib import Path

import pytest

from dossier.content.front_matter import split_front_matter
from dossier.model.translation import State
from dossier.translation.po import read_po
from judges import not_judged, pdf_text
from outputs import judge_epubs, judge_pages, judge_pdfs
from workshop import REPOSITORY, Workshop

NAME = "un-letter-1988"
CONTENT = REPOSITORY / "content" / NAME
RECORDS = sorted((CONTENT / "sources").glob("*.md"))
SNAPSHOTS = REPOSITORY.parent / "shared" / "sources"
CATALOGS = sorted((REPOSITORY / "locales").glob(f"*/LC_MESSAGES/{NAME}/**/*.po"))
TELEPHONE = re.compile(r"\+?\d{0,2}[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The dossier, built in a folder of its own."""
    root = tmp_path_factory.mktemp("repository")
    for folder in ("content", "locales", "templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    workshop = Workshop(root)
    run = workshop.run("build")
    assert (run.exit_code, run.errors) == (0, "")
    return workshop


def snapshots() -> Path:
    """The folder of the scraped texts, which are not ours to publish and so not in this repository."""
    if not SNAPSHOTS.is_dir():
        reason = f"NOT TESTED: the sources' texts are not here ({SNAPSHOTS.name}/ beside the repository)"
        not_judged(reason, required_by="CI")
    return SNAPSHOTS


def test_every_edition_is_there(built: Workshop) -> None:
    names = {f"{NAME}/{lang}/{NAME}.{output}" for lang in ("en", "fr", "fa") for output in ("pdf", "epub", "html")}
    assert set(built.built()) == names | {"index.html"}


def test_judges(built: Workshop) -> None:
    judge_epubs(built.root)
    judge_pdfs(built.root)
    judge_pages(built.root)


def test_locale_files_are_up_to_date(built: Workshop) -> None:
    run = built.run("update")
    assert run.exit_code == 0
    assert all(line.endswith("unchanged") for line in run.output.splitlines()), run.output


def test_translations_are_complete_and_marked_as_unreviewed() -> None:
    assert len(CATALOGS) == 16
    for path in CATALOGS:
        for entry in read_po(path.read_bytes(), path.name).active:
            assert entry.state is State.DRAFT, f"{path}: {entry.msgid}"
            assert "# Unreviewed draft: no native speaker has read it.\n" in entry.unit.othercomments


@pytest.mark.parametrize(
    ("language", "notices"),
    [
        ("en", ["Draft: the original text of this dossier has not been reviewed"]),
        ("fr", ["le texte original de ce dossier n’a pas été relu", "cette traduction est un brouillon non relu"]),
        ("fa", ["متن اصلی این پرونده بازبینی نشده است", "بیشتر این ترجمه پیش‌نویسی بازبینی‌نشده است"]),
    ],
)
def test_readers_are_told_in_every_format(built: Workshop, language: str, notices: list[str]) -> None:
    book = zipfile.ZipFile(built.root / f"build/{NAME}/{language}/{NAME}.epub")
    texts = [
        built.read(f"build/{NAME}/{language}/{NAME}.html"),
        "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")),
    ]
    if language != "fa":  # of the text layer of Persian PDFs nothing is promised yet
        texts.append(re.sub(r"\s+", " ", pdf_text(built.root / f"build/{NAME}/{language}/{NAME}.pdf")))
    for text in texts:
        plain = re.sub(r"[\u00a0\u202f]", " ", text)
        assert [notice for notice in notices if notice not in plain] == []


def test_the_words_of_the_dossier_name_nobody_as_its_author() -> None:
    config = tomllib.loads((CONTENT / "dossier.toml").read_text(encoding="utf-8"))
    assert config["status"] == "draft"
    assert not {"editors", "publisher"} & set(config)


def test_every_source_says_how_each_field_is_known() -> None:
    assert len(RECORDS) == 5
    for path in RECORDS:
        values = split_front_matter(path.read_text(encoding="utf-8"), path.name).values
        evidence = values["evidence"]
        for field in ("title", "publisher", "issued", "rights", "URL"):
            assert field in evidence, f"{path.name}: {field}"
            assert (evidence[field] == "unknown") == (field not in values), f"{path.name}: {field}"


def test_records_agree_with_what_is_known() -> None:
    known = tomllib.loads((snapshots() / "index.toml").read_text(encoding="utf-8"))
    for path in RECORDS:
        values = split_front_matter(path.read_text(encoding="utf-8"), path.name).values
        index = known[path.stem]
        assert values["snapshot"]["sha256"] == hashlib.sha256((snapshots() / f"{path.stem}.txt").read_bytes()).hexdigest()
        for field, name in (("title", "title"), ("publisher", "publisher"), ("issued", "issued"), ("URL", "url")):
            assert values.get(field, "") == index[name]["value"], f"{path.name}: {field}"


def test_no_sentence_of_a_source_is_copied() -> None:
    taken = set[tuple[str, ...]]()
    for path in snapshots().glob("*.txt"):
        taken |= eights(path.read_text(encoding="utf-8"))
    for path in CONTENT.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        body = "\n".join(line for line in text.splitlines() if not line.startswith(("title:", "publisher:", "rights:")))
        assert eights(body) & taken == set(), path.name


def eights(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def test_no_private_contact_is_republished(built: Workshop) -> None:
    for path in (*CONTENT.rglob("*.md"), *CATALOGS):
        text = path.read_text(encoding="utf-8")
        assert not TELEPHONE.search(text), path
        assert not re.search(r"\b[\w.]+@[\w.]+\.\w{2,}\b", text), path
    for path in sorted((built.root / "build").rglob("*.html")):
        text = re.sub(r"url\([^)]*\)|[0-9a-f]{64}", "", path.read_text(encoding="utf-8"))
        assert not TELEPHONE.search(text), path


def test_the_named_contact_occurs_nowhere() -> None:
    lines = (snapshots() / "source-002.txt").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if TELEPHONE.search(line))
    name = [line for line in lines[:at] if line.strip()][-2].strip()
    assert 1 < len(name.split()) < 4
    for path in (*CONTENT.rglob("*.md"), *CATALOGS):
        assert name.split()[-1] not in path.read_text(encoding="utf-8"), path
