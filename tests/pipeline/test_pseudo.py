"""Editions in pseudo-languages: whole, judged, made only when asked for, and nothing in them that was not handed over."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import html

from dossier.edition.pages import print_bundle, web_bundle
from dossier.language.pseudo import PSEUDO, accented
from dossier.pipeline.build import plan
from dossier.pipeline.edition import composed
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.templates import templates_of
from dossier.press.faces import missing_characters
from judges import pdf_text
from outputs import judge_epubs, judge_pages, judge_pdfs
from workshop import Workshop

REPOSITORY = Path(__file__).parents[2]
TAGS = tuple(PSEUDO)
PSEUDO_TITLE = "Pseudo-translation for tests"
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
_SEEN_OR_HEARD = "//text() | //@alt | //@aria-label | //@title | //meta[@name='description']/@content"
# No words of ours: code, addresses, digests, and figures' marks.
_NO_WORDS = "//script | //style | //code | //pre | //*[local-name()='svg'] | //*[contains(@class, 'digest')]"
_KNOWN = {
    *"one two three four five six seven eight nine ten".split(),  # makes accented texts longer
    *"pseudo accents right left translation for tests".split(),  # what the edition is
    *"pdf epub source".split(),  # names of formats, ids of sources
    *"english french persian january july august september november december".split(),  # CLDR's
    *"para paras radio free europe liberty national council resistance iran representative office the via".split(),  # citations
}
"""Words that stand on accented pages as they are."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    workshop = Workshop.demo(tmp_path_factory.mktemp("pseudo") / "demo")
    run = workshop.run("build", "--lang", "en-XA", "--lang", "ar-XB")
    assert (run.exit_code, run.errors) == (0, "")
    return workshop


def test_all_outputs_are_made_without_a_locale_file(built: Workshop) -> None:
    made = {f"demo/{tag}/demo.{end}" for tag in TAGS for end in ("pdf", "epub", "html", "png")}
    lists = {"index.html", "opds.json", "opds.xml", "SHA256SUMS"}
    assert {path for path in built.built() if not path.startswith(".")} == {*made, *lists}
    assert [path for path in built.root.glob("locales/**/*") if "XA" in path.name or "XB" in path.name] == []


def test_the_judges_have_nothing_to_say(built: Workshop) -> None:
    judge_epubs(built.root)
    judge_pdfs(built.root)
    judge_pages(built.root)


def test_the_index_does_not_take_them_for_translations(built: Workshop) -> None:
    page = built.read("build/index.html")
    assert not any(tag in page for tag in TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_they_say_what_they_are(built: Workshop, tag: str) -> None:
    direction = PSEUDO[tag].language.direction
    page = html.fromstring(built.read(f"build/demo/{tag}/demo.html"))
    assert (page.get("lang"), page.get("dir")) == (tag, direction)
    assert PSEUDO_TITLE in page.findtext(".//title", "")
    assert PSEUDO_TITLE in page.find(".//h1").text_content()
    text = pdf_text(built.root / f"build/demo/{tag}/demo.pdf")
    assert PSEUDO_TITLE.replace(" ", "") in re.sub(r"[\s\u202a-\u202e]", "", text)
    book = zipfile.ZipFile(built.root / f"build/demo/{tag}/demo.epub")
    package = book.read("EPUB/content.opf").decode()
    assert f"<dc:language>{tag}</dc:language>" in re.sub(r"<dc:language[^>]*>", "<dc:language>", package)
    assert PSEUDO_TITLE in package


def test_accented_pages_are_longer(built: Workshop) -> None:
    assert built.run("build", "--lang", "en", "--output", "html").exit_code == 0
    lengths = {tag: len("".join(texts(built.read(f"build/demo/{tag}/demo.html"), tag))) for tag in ("en", "en-XA")}
    assert lengths["en-XA"] >= 1.2 * lengths["en"]


@pytest.mark.parametrize("tag", TAGS)
def test_no_string_of_a_template_is_left_as_it_was(built: Workshop, tag: str) -> None:
    # A dossier of many parts uses more of the templates than the demo.
    shown = "\n".join(text for root in (built.root, REPOSITORY) for page in pages(root, tag) for text in texts(page, tag))
    left = {message for message in messages() if re.search(_as_shown(message), shown)}
    assert left == set()
    words = set(re.findall(r"[a-z]{3,}", shown.lower()))
    assert words & {word for message in messages() for word in re.findall(r"[a-z]{3,}", message.lower())} - _KNOWN == set()


@pytest.mark.parametrize("tag", TAGS)
def test_every_letter_has_a_glyph(built: Workshop, tag: str) -> None:
    assert missing_characters(built.read(f"build/demo/{tag}/demo.html")) == ()


def test_a_projects_own_templates_are_tested_too(fresh: Workshop) -> None:
    template = (REPOSITORY / "templates/web/page.html.j2").read_text(encoding="utf-8")
    fresh.write("templates/web/page.html.j2", template.replace("</main>", "<p>{{ _('A line of our own') }}</p></main>"))
    run = fresh.run("build", "--lang", "en-XA", "--output", "html")
    assert (run.exit_code, run.errors) == (0, "")
    page = fresh.read("build/demo/en-XA/demo.html")
    assert accented("A line of our own") in page


def test_the_same_bytes_in_other_processes(fresh: Workshop, tmp_path: Path) -> None:
    """In this process, whose strings have hashes of their own, and in one for each edition."""
    elsewhere = Workshop.demo(tmp_path / "elsewhere")
    runs = [
        fresh.run("build", "--lang", "en-XA", "--lang", "ar-XB"),
        elsewhere.spawn("build", "--lang", "en-XA", "--lang", "ar-XB", environment={"PYTHONHASHSEED": "4711"}),
    ]
    assert [run.exit_code for run in runs] == [0, 0], runs
    assert fresh.built() == elsewhere.built()


@pytest.mark.parametrize("tag", TAGS)
def test_check_knows_them(fresh: Workshop, tag: str) -> None:
    run = fresh.run("check", "--lang", tag)
    assert (run.exit_code, run.errors) == (0, "")


@pytest.mark.parametrize("command", ["update", "status", "accept", "scrub", "export --format xliff", "sign-off --as R1"])
@pytest.mark.parametrize("tag", TAGS)
def test_no_other_command_makes_anything_of_them(fresh: Workshop, command: str, tag: str) -> None:
    before = sorted(fresh.root.glob("locales/**/*"))
    run = fresh.run(*command.split(), "--lang", tag)
    assert run.exit_code == 1
    assert run.codes == {"S004"}
    assert "pseudo-language" in run.errors
    assert "dossier build or dossier check" in run.errors
    assert sorted(fresh.root.glob("locales/**/*")) == before


def test_nothing_of_them_is_built_unless_asked_for(fresh: Workshop) -> None:
    project = Project(fresh.root)
    assert [job.language for job in plan(project, Selection()).jobs] == ["en", "fr", "fa"]
    assert [job.language for job in plan(project, Selection(languages=("ar-XB", "fr"))).jobs] == ["fr", "ar-XB"]


def pages(root: Path, tag: str) -> Iterator[str]:
    """The markup of web page and print of every dossier in the project at ``root``."""
    project = Project(root)
    for job in plan(project, Selection(languages=(tag,))).jobs:
        edition, _ = composed(job)
        templates = templates_of(project.files, edition.localized.dossier)
        yield web_bundle(edition, templates, faces="").html
        yield print_bundle(edition, templates).html


def texts(page: str, tag: str) -> Iterator[str]:
    """What readers see or hear of ``page`` in its own language, piece by piece."""
    root = html.fromstring(page)
    for element in root.xpath(_NO_WORDS):
        element.drop_tree()
    for element in root.xpath("//*[@lang]"):
        if element.get("lang") != tag and element.getparent() is not None:
            element.drop_tree()
    yield from (
        str(text) for text in root.xpath("//text() | //@alt | //@aria-label | //@title | //meta[@name='description']/@content")
    )


def messages() -> set[str]:
    """Every message of the templates that has words, plurals too."""
    with (REPOSITORY / "locales/templates/templates.pot").open("rb") as file:
        catalog = read_po(file)
    ids = (message.id if isinstance(message.id, tuple) else (message.id,) for message in catalog if message.id)
    return {one for forms in ids for one in forms if re.search("[A-Za-z]", _PLACEHOLDER.sub("", one))}


def _as_shown(message: str) -> str:
    """An expression for ``message`` by itself, with something in its placeholders."""
    words = r"[^\n()]+?".join(map(re.escape, _PLACEHOLDER.split(message)))
    return rf"(?m)^[ \t]*{words}[ \t]*$"


@pytest.mark.parametrize(
    ("asked", "suggested"),
    [("de", ""), ("es", ""), ("ar", ""), ("persian", ""), ("fra", "fr"), ("EN", "en"), ("en-xa", "en-XA"), ("ar-XC", "ar-XB")],
)
def test_a_pseudo_language_is_offered_to_nobody_who_asks_for_a_real_one(fresh: Workshop, asked: str, suggested: str) -> None:
    run = fresh.run("build", "--lang", asked)
    assert run.codes == {"S004"}
    assert ("did you mean" in run.errors) == bool(suggested)
    assert not suggested or f"did you mean “{suggested}”?" in run.errors
