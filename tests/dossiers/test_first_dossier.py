"""The dossier in this repository: complete in three languages, honest about what nobody has reviewed."""

import hashlib
import re
import tomllib
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
from first_built import first_built

from dossier.content.front_matter import split_front_matter
from dossier.model.glossary import Glossary
from dossier.model.records import DossierConfig
from dossier.model.translation import State
from dossier.translation.po import read_po
from judges import pdf_text
from outputs import judge_pages
from prose import QUOTATION, blocks, body_of, linked, says, uncited, visible
from sources_here import snapshots
from workshop import REPOSITORY, Workshop

NAME = "un-letter-1988"
CONTENT = REPOSITORY / "content" / NAME
CONFIG = DossierConfig.model_validate(tomllib.loads((CONTENT / "dossier.toml").read_text(encoding="utf-8")))
PARTS = [CONTENT / name for name in CONFIG.parts]
RECORDS = sorted((CONTENT / "sources").glob("*.md"))
NOT_CONSULTED = CONTENT / "sources" / "un-communication.md"
CONSULTED = [path for path in RECORDS if path != NOT_CONSULTED]
GLOSSARY = Glossary.model_validate(tomllib.loads((CONTENT / "glossary.toml").read_text(encoding="utf-8")))
CATALOGS = sorted((REPOSITORY / "locales").glob(f"*/LC_MESSAGES/{NAME}/**/*.po"))
TELEPHONE = re.compile(r"\+?\d{0,2}[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")
NOT_OUR_WORDS = re.compile(r"massacre|regime|martyr", re.IGNORECASE)
WORD = re.compile("[^\\W\\d_]+(?:[-\u200c][^\\W\\d_]+)*")
NAMED_IN_SOURCES = frozenset(
    """
    0976cb3137bb877e 110910506b6f9eab 13ea60dba75115f5 1fb4e80334c9df74 23301da70f485ef5 2476281b3d7515db
    32c09d2de641f8c4 43d60fa586e9eead 61a61c541f14aa79 693ace99a667dd45 7114db20747c1100 96af54ae1ec472df
    9a89b75541e2006c a7837a1661c8286a acfab1ed038cf829 bc7b95313212dec3 bca4051273f51e06 bda4ce6060a96ade
    d56484fd9b29732f e18c09a67a158add eb26c916b8cf1440 f5d7e2514283ae11
    """.split()
)
"""Digests (see :func:`digests`) of the family names of persons whom the sources name. As digests, so as not to name them here."""
NAMES_IN_OTHER_SPELLINGS = frozenset(
    """
    085b23b3a2b46e1a 1d651c3f8de6eeb9 2af98ce86d895dec 313184a84ce0adaa 3280f957436b071d 57c2b83772507e09
    5b8bd06ddba7e2d4 61df91e25b824257 66e0806d255e40af 686448294b85518b 6fa57adaf741b029 70239783d99e55c4
    7dd348bd3dc624c9 89ea0e12fc188723 93b8720408092af6 ab6498e3ba471c25 afc25cee79379b5d b1c78163e150ad86
    b26755a1e81075f8 b46763b40adbb3ac b732196078d26eff c7b1ff33c8d9c328 d0f15e5252bd2343 d5b8fbf482d445b8
    d745fb8c40e86cc7 dc91d6f3af331a70
    """.split()
)
"""The same for French, Persian and other spellings of these names."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return first_built(tmp_path_factory)


def test_every_edition_is_there(built: Workshop) -> None:
    suffixes = ("pdf", "print.pdf", "archive.pdf", "epub", "html", "png")
    names = {f"{NAME}/{lang}/{NAME}.{suffix}" for lang in ("en", "fr", "fa") for suffix in suffixes}
    assert set(built.built()) == names | {"index.html", "opds.json", "opds.xml", "SHA256SUMS"}


def test_pages_are_in_order(built: Workshop) -> None:
    """Of books and PDFs test_first_judged.py asks the judges."""
    judge_pages(built.root)


def test_locale_files_are_up_to_date(built: Workshop) -> None:
    run = built.run("update")
    assert run.exit_code == 0
    assert all(line.endswith("unchanged") for line in run.output.splitlines()), run.output


def test_translations_are_complete_and_marked_as_unreviewed() -> None:
    assert len(CATALOGS) == 24  # what dossier.toml says, 4 parts, the claims and 6 sources, in 2 languages
    for path in CATALOGS:
        for entry in read_po(path.read_bytes(), path.name).active:
            assert entry.state is State.DRAFT, f"{path}: {entry.msgid}"
            assert "# Unreviewed draft: no native speaker has read it.\n" in entry.unit.othercomments


@pytest.mark.parametrize(
    ("language", "notices"),
    [
        ("en", ["Draft: the original text of this dossier has not been reviewed"]),
        (
            "fr",
            [
                "le texte original de ce dossier n’a pas été relu",
                "cette traduction est un brouillon automatique que personne n’a relu",
            ],
        ),
        ("fa", ["متن اصلی این پرونده بازبینی نشده است", "بیشتر این ترجمه پیش‌نویس ماشین است"]),
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
    assert (CONFIG.status, CONFIG.editors, CONFIG.publisher) == ("draft", (), "")


def test_every_source_says_how_each_field_is_known() -> None:
    assert len(RECORDS) == 6
    for path in RECORDS:
        values = record(path)
        evidence = values["evidence"]
        for field in ("title", "publisher", "issued", "rights", "URL"):
            assert field in evidence, f"{path.name}: {field}"
            assert (evidence[field] == "unknown") == (field not in values), f"{path.name}: {field}"


def record(path: Path) -> dict[str, Any]:
    """The front matter of the record at ``path``."""
    return split_front_matter(path.read_text(encoding="utf-8"), path.name).values


def test_what_was_not_read_is_recorded_as_not_consulted() -> None:
    values = record(NOT_CONSULTED)
    assert values["reproduce"] == "not-consulted"
    assert "snapshot" not in values
    assert {record(path)["reproduce"] for path in CONSULTED} == {"digest"}


def test_four_of_five_sources_are_from_one_side() -> None:
    """The number that the summary, the comparison and the list of what was not consulted give."""
    assert [path.stem for path in CONSULTED if record(path)["publisher-kind"] == "party to the matter"] == [
        "source-000",
        "source-002",
        "source-003",
        "source-004",
    ]


def test_records_agree_with_what_is_known() -> None:
    known = tomllib.loads((snapshots() / "index.toml").read_text(encoding="utf-8"))
    for path in CONSULTED:
        values = record(path)
        index = known[path.stem]
        assert values["snapshot"]["sha256"] == hashlib.sha256((snapshots() / f"{path.stem}.txt").read_bytes()).hexdigest()
        for field, name in (("title", "title"), ("publisher", "publisher"), ("issued", "issued"), ("URL", "url")):
            assert values.get(field, "") == index[name]["value"], f"{path.name}: {field}"


def test_length_of_the_summary() -> None:
    words = visible(body_of((CONTENT / "summary.md").read_text(encoding="utf-8"))).split()
    assert 900 <= len(words) <= 1500


@pytest.mark.parametrize("path", [*PARTS, NOT_CONSULTED], ids=lambda path: path.stem)
def test_every_statement_with_a_number_a_date_or_a_name_has_a_citation(path: Path) -> None:
    citable = frozenset(file.resolve() for file in (*PARTS, *RECORDS))
    assert uncited(path, citable, english_names()) == []


def english_names() -> frozenset[str]:
    """Names of bodies and places, in full and abbreviated, as the glossary has them."""
    named = [entry for entry in GLOSSARY.entries if entry.kind != "term"]
    return frozenset(
        name
        for entry in named
        for name in (entry.forms["en"], entry.abbreviations.get("en", ""), *entry.variants.get("en", ()))
        if name
    )


@pytest.mark.parametrize("path", [*PARTS, *RECORDS], ids=lambda path: path.stem)
def test_quotations_are_short_and_stand_in_the_source_that_is_linked(path: Path) -> None:
    for block in blocks(body_of(path.read_text(encoding="utf-8"))):
        for phrase in QUOTATION.findall(block):
            assert len(phrase.split()) <= 7, phrase
            sources = [path] if path in CONSULTED else linked(block, path.parent)
            texts = [snapshots() / f"{source.stem}.txt" for source in sources if source in CONSULTED]
            assert any(says(text.read_text(encoding="utf-8"), phrase) for text in texts), f"“{phrase}” in: {block}"


def test_the_terms_of_glossary_are_used_and_have_a_form_in_every_language() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (*PARTS, *RECORDS))
    for entry in GLOSSARY.entries:
        assert set(entry.forms) == set(CONFIG.languages), entry.id
        assert any(form in text for form in (entry.forms["en"], *entry.variants.get("en", ()))), entry.id


def test_the_dossier_speaks_in_its_own_words() -> None:
    """Words that are one side's, or a judgment, stand between quotation marks or not at all."""
    texts = [body_of(path.read_text(encoding="utf-8")) for path in (*PARTS, *RECORDS)]
    texts += [CONFIG.title, CONFIG.subtitle, CONFIG.description, *(change.text for change in CONFIG.corrections)]
    assert [text for text in texts if NOT_OUR_WORDS.search(QUOTATION.sub("", text))] == []


def test_no_person_whom_the_sources_name_is_named() -> None:
    for path in (*CONTENT.rglob("*.md"), *CONTENT.glob("*.toml"), *CATALOGS):
        found = digests(path.read_text(encoding="utf-8"))
        assert [found[name] for name in found if name in NAMED_IN_SOURCES | NAMES_IN_OTHER_SPELLINGS] == [], path


def test_the_digests_are_those_of_names_in_the_sources() -> None:
    found = digests("".join(path.read_text(encoding="utf-8") for path in sorted(snapshots().glob("*.txt"))))
    assert NAMED_IN_SOURCES - set(found) == set()


def digests(text: str) -> dict[str, str]:
    """Every word of ``text`` by the beginning of its SHA-256, in small letters and composed."""
    words = {unicodedata.normalize("NFC", word).lower() for word in WORD.findall(text)}
    return {hashlib.sha256(word.encode()).hexdigest()[:16]: word for word in words}


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
