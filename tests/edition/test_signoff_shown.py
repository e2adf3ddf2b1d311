"""Who reviewed what, as readers see it: bars by whose words they are, sign-offs in the colophon and on the page of editions."""

import re
import zipfile
from pathlib import Path

import pytest
from lxml import html
from small_dossier import ROOT, load, localized, messages, original

from axe import overflow, violations
from browser import visiting
from dossier.edition.compose import Edition, compose
from dossier.edition.environment import Templates
from dossier.edition.pages import web_bundle
from dossier.edition.review import review
from dossier.language.registry import language
from dossier.model.signoff import SignOff
from dossier.model.translation import LocalizedDossier, Progress, State
from judges import epubcheck, pdf_text
from workshop import Workshop

PO = "locales/{}/LC_MESSAGES/demo/introduction.po"
ONE = "R1"
PERSIAN = "بازبین ۲"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The demo, its introduction reviewed and signed off in French and Persian by two, its other French documents by one."""
    workshop = Workshop.demo(tmp_path_factory.mktemp("signed") / "demo")
    for path in [*workshop.root.glob("locales/fr/**/*.po"), workshop.root / PO.format("fa")]:
        path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    workshop.edit(PO.format("fr"), "Ce que voient les lecteurs", "Ce que les lecteurs voient")
    workshop.edit("locales/fr/LC_MESSAGES/demo/dossier.po", "# machine:", "# was:")
    for tag in ("fr", "fa"):
        run = workshop.run("sign-off", "--lang", tag, "--document", "introduction", "--as", ONE, "--date", "2026-11-22")
        assert run.exit_code == 0, run.errors
    run = workshop.run("sign-off", "--lang", "fa", "--document", "introduction", "--as", PERSIAN, "--date", "2026-11-05")
    assert run.exit_code == 0, run.errors
    run = workshop.run("sign-off", "--lang", "fr", "--as", "R3", "--date", "2026-11-23")
    assert run.exit_code == 0, run.errors
    run = workshop.run("build")
    assert (run.exit_code, run.errors) == (0, "")
    return workshop


def page(workshop: Workshop, tag: str) -> html.HtmlElement:
    return html.fromstring(workshop.read(f"build/demo/{tag}/demo.html"))


def shown(element: html.HtmlElement) -> list[str]:
    """The lines of the colophon's table of sign-offs."""
    rows = element.xpath("//*[contains(@class, 'colophon')]//table[contains(@class, 'signed-off')]//tr")
    return [spaced(" | ".join(" / ".join(part for part in cell.itertext() if part.strip()) for cell in row)) for row in rows]


def spaced(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).replace(" / , / ", ", ").replace(" / ، / ", "، ").strip()


def test_a_french_page_names_documents_reviewers_and_days(built: Workshop) -> None:
    assert shown(page(built, "fr")) == [
        "Titre, description et droits | R3, 23 novembre 2026",
        "Introduction | R1, 22 novembre 2026 / R3, 23 novembre 2026",
        "Une source d’exemple, écrite pour cette démonstration | R3, 23 novembre 2026",
    ]


def test_a_persian_page_has_its_own_digits_and_keeps_names_apart(built: Workshop) -> None:
    found = page(built, "fa")
    assert shown(found) == [f"مقدمه | {PERSIAN}، ۵ نوامبر ۲۰۲۶ / R1، ۲۲ نوامبر ۲۰۲۶"]
    (cell,) = found.xpath("//table[contains(@class, 'signed-off')]//td")
    assert [one.text_content() for one in cell.xpath("./bdi")] == [PERSIAN, "۵ نوامبر ۲۰۲۶", "R1", "۲۲ نوامبر ۲۰۲۶"]


def test_the_original_has_nothing_to_sign(built: Workshop) -> None:
    assert shown(page(built, "en")) == []
    assert "Signed off" not in page(built, "en").text_content()


@pytest.mark.parametrize("tag", ["fr", "fa"])
def test_books_say_the_same_and_are_good(built: Workshop, tag: str) -> None:
    path = built.root / f"build/demo/{tag}/demo.epub"
    book = zipfile.ZipFile(path)
    (name,) = (name for name in book.namelist() if "colophon" in name)
    assert shown(html.fromstring(book.read(name))) == shown(page(built, tag))
    assert epubcheck(path) == []


def test_paper_says_the_same(built: Workshop) -> None:
    french = spaced(pdf_text(built.root / "build/demo/fr/demo.pdf"))
    assert "Visa des relecteurs" in french
    assert "R1, 22 novembre 2026" in french
    persian = spaced(pdf_text(built.root / "build/demo/fa/demo.pdf"))
    # Poppler takes Persian words apart, as everywhere; numbers and Latin letters are whole.
    assert "۲۲" in persian
    assert "R1" in persian


def test_the_page_of_editions_counts_them(built: Workshop) -> None:
    index = html.fromstring(built.read("build/index.html"))
    lines = {part.get("lang"): part.xpath("string(.//p[@class='signed-off'])") for part in index.xpath("//div[@lang][@dir]")}
    assert spaced(lines["fr"]) == "Visés par des relecteurs : 3 sur 3 documents"
    assert spaced(lines["fa"]) == "تأییدشده از سوی بازبینان: ۱ سند از ۳"
    assert lines["en"] == ""


def test_the_page_of_editions_tells_whose_words_they_are(built: Workshop) -> None:
    (french,) = html.fromstring(built.read("build/index.html")).xpath("//div[@lang='fr'][@dir]")
    assert french.xpath(".//div[@class='bar']/span/@class") == ["translated", "post-edited", "approved"]
    labels = [spaced(item.text_content()) for item in french.xpath(".//ul[@class='shares']/li")]
    assert [label.rsplit(" ", 2)[0] for label in labels] == [
        "Relu : traduit par une personne",
        "Relu : brouillon automatique, corrigé",
        "Relu : brouillon automatique, inchangé",
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "demo/fr/demo.html", "demo/fa/demo.html"])
def test_nobody_is_kept_out(built: Workshop, name: str, dark: bool) -> None:
    with visiting(built.root / "build" / name, width=320, dark=dark) as visit:
        assert violations(visit.page) == []
        assert overflow(visit.page) <= 0


def test_a_void_one_is_shown_nowhere(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    path = workshop.root / PO.format("fr")
    path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    assert workshop.run("sign-off", "--lang", "fr", "--document", "introduction", "--as", "Reviewer-7").exit_code == 0
    workshop.edit(PO.format("fr"), "Ce que voient les lecteurs", "Ce que lisent les lecteurs")
    run = workshop.run("build", "--lang", "fr", "--output", "html")
    assert (run.exit_code, run.codes) == (0, {"T046"})
    assert shown(page(workshop, "fr")) == []
    assert "Reviewer-7" not in workshop.read("build/demo/fr/demo.html") + workshop.read("build/index.html")


def test_an_edition_with_a_broken_file_of_sign_offs_is_not_built_and_the_others_are(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write("locales/fr/LC_MESSAGES/demo/sign-offs.toml", "[[sign-off\n")
    run = workshop.run("build", "--output", "html")
    assert (run.exit_code, run.codes) == (1, {"C005"})
    assert sorted(path.parent.name for path in (workshop.root / "build").rglob("demo.html")) == ["en", "fa"]


# ---- the parts


def signed(woven: LocalizedDossier, *sign_offs: tuple[str, str]) -> Edition:
    from dataclasses import replace

    made = tuple(SignOff(document=name, reviewer=who, date="2026-11-25", digest="0" * 64) for name, who in sign_offs)
    return compose(replace(woven, sign_offs=made), messages(woven.language), modified=0)


def test_what_a_reviewer_goes_by_is_text_and_no_markup(templates: Templates) -> None:
    woven = localized(load(), "fr", lambda _: State.REVIEWED)
    text = web_bundle(signed(woven, ("summary", "<script>R1</script>&amp;")), templates).html
    assert "<bdi>&lt;script&gt;R1&lt;/script&gt;&amp;amp;</bdi>" in text


def test_a_source_is_named_as_its_card_names_it() -> None:
    woven = localized(load(), "fr", lambda _: State.REVIEWED)
    (found,) = signed(woven, ("sources/letter", "R1")).signed_off.documents
    assert found.title.text == "[†Letter of an office†]"
    assert signed(woven).signed_off.translated == 4


def test_an_original_has_no_document_that_could_be_signed() -> None:
    found = compose(original(load()), messages("en"), modified=0).signed_off
    assert (bool(found), found.translated) == (False, 0)


def test_the_three_kinds_add_up_to_what_is_reviewed() -> None:
    from dataclasses import replace

    from dossier.model.translation import Tally

    woven = localized(load(), "fr", lambda _: State.REVIEWED)
    whole = woven.shares.progress.total_words
    words = {Progress.APPROVED: 10, Progress.POST_EDITED: 20, Progress.TRANSLATED: whole - 30}
    shares = replace(woven.shares, progress=Tally({}, words))
    found = {one.kind: one.share for one in review(replace(woven, shares=shares), language("fr"), str).shares}
    assert [*found] == ["translated", "post-edited", "approved"]
    assert sum(found.values()) == pytest.approx(woven.shares.share(State.REVIEWED))


def test_bars_on_paper_can_be_seen() -> None:
    css = (ROOT / "templates/print/style.css").read_text(encoding="utf-8")
    grounds = dict(re.findall(r"\.bar-(translated|post-edited|approved|missing) \{ background: (#[0-9a-f]{6}) \}", css))
    assert len(set(grounds.values())) == 4
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in grounds.values())  # WCAG 2.2, 1.4.11, on white


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
