"""Whole editions: what is set, what is not, and in which digits."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdfium2 import PdfDocument

from dossier.model.records import Digits
from workshop import Workshop

DOSSIER = """\
id = "{id}"
title = "گزارش 12 & ديگر 2024-05-12"
description = "شمارهٔ 7"
language = "fa"
languages = ["fa"]
date = "2026-01-01"
version = "1.2"
status = "reviewed"
parts = ["text.md"]
[typography]
digits = "{digits}"
"""
QUOTED = "كتاب 1367 چاپ شد"
PART = f"""\
---
title: بخش 3
---

كتاب 1368 خواندني است.[^n] در خبر آمده: «{QUOTED}» [@khabar]. نك. A/HRC/45/13 و <https://example.org/12> و `12 ك`.

## سال 1990

> كتاب 1367 چاپ شد
> و كتاب 1366 نه. [@khabar]

| سال | شمار |
|---|---|
| 1367 | 45 |

[^n]: يادداشت 5.
"""
SOURCE = """\
---
id: khabar
title: خبر كتاب 1367
publisher: روزنامه
publisher-kind: news organisation
issued: 1988-09
URL: https://example.org/khabar/1367
ISBN: 978-3-16-148410-0
language: fa
rights: unknown
reproduce: full
evidence:
  issued: text
  rights: unknown
---

كتاب 1367 چاپ شد و كتاب 1366 نه.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A dossier for each choice of digits, all else the same."""
    root: Path = tmp_path_factory.mktemp("typography")
    workshop = Workshop(root)
    for digits in Digits:
        folder = f"content/{digits}"
        workshop.write(f"{folder}/dossier.toml", DOSSIER.format(id=digits, digits=digits))
        workshop.write(f"{folder}/text.md", PART)
        workshop.write(f"{folder}/sources/khabar.md", SOURCE)
    done = workshop.run("build")
    assert done.exit_code == 0, done.errors
    return workshop


def page(workshop: Workshop, digits: Digits) -> str:
    return workshop.read(f"build/{digits}/fa/{digits}.html")


def words(html: str) -> str:
    """What a page says, its notes and its links by numbers left out."""
    body = re.sub(r"(?s)<(style|script|head)\b.*?</\1>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


def book(workshop: Workshop, digits: Digits) -> str:
    with ZipFile(BytesIO((workshop.root / f"build/{digits}/fa/{digits}.epub").read_bytes())) as archive:
        return " ".join(words(archive.read(name).decode()) for name in archive.namelist() if name.endswith(".xhtml"))


def pdf(workshop: Workshop, digits: Digits) -> str:
    document = PdfDocument(workshop.root / f"build/{digits}/fa/{digits}.pdf")
    return " ".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("digits", Digits)
def test_a_verified_quotation_stays_to_the_letter(built: Workshop, digits: Digits) -> None:
    html = page(built, digits)
    assert f"«{QUOTED}»" in html
    assert f"«{QUOTED}»" in book(built, digits)
    assert html.count("verdict-verified") == 2


@pytest.mark.parametrize("digits", Digits)
def test_a_reproduced_source_and_a_block_quotation_stay_to_the_letter(built: Workshop, digits: Digits) -> None:
    for text in (words(page(built, digits)), book(built, digits)):
        assert text.count("كتاب 1367 چاپ شد و كتاب 1366 نه.") == 2
        assert "خبر كتاب 1367" in text


@pytest.mark.parametrize(
    ("digits", "prose", "heading", "note", "cell"),
    [
        (Digits.NATIVE, "کتاب ۱۳۶۸ خواندنی", "سال ۱۹۹۰", "یادداشت ۵", "۴۵"),
        (Digits.LATIN, "کتاب 1368 خواندنی", "سال 1990", "یادداشت 5", "45"),
        (Digits.AS_WRITTEN, "کتاب 1368 خواندنی", "سال 1990", "یادداشت 5", "45"),
    ],
)
def test_prose_has_the_digits_that_were_chosen(
    built: Workshop, digits: Digits, prose: str, heading: str, note: str, cell: str
) -> None:
    for text in (words(page(built, digits)), book(built, digits)):
        for expected in (prose, heading, note, cell):
            assert expected in text
        assert "A/HRC/45/13" in text
        assert "https://example.org/12" in text
        assert "12 ك" in text
        assert "978-3-16-148410-0" in text


@pytest.mark.parametrize(("digits", "day"), [(Digits.NATIVE, "۱ ژانویهٔ ۲۰۲۶"), (Digits.LATIN, "1 ژانویهٔ 2026")])
def test_the_press_counts_in_the_same_digits(built: Workshop, digits: Digits, day: str) -> None:
    html = page(built, digits)
    assert day in html
    assert ("۱.۲" if digits is Digits.NATIVE else "1.2") in html
    note = re.search(r'role="doc-noteref"[^>]*>([^<]+)<', html)
    assert note is not None
    assert note[1] == ("۱" if digits is Digits.NATIVE else "1")


def folios(text: str) -> set[str]:
    return set(re.findall(r"[0-9۰-۹]+", text))


def test_pages_are_numbered_in_the_same_digits(built: Workshop) -> None:
    latin, native = pdf(built, Digits.LATIN), pdf(built, Digits.NATIVE)
    assert re.findall(r".{20}[۰-۹].{20}", latin) == []
    assert {"۲", "۳"} <= folios(native)
    assert {"2", "3"} <= folios(latin)


def test_under_the_page_a_quotation_has_its_own_letters(built: Workshop) -> None:
    text = pdf(built, Digits.NATIVE)
    assert "کتاب" in text
    assert "كتاب" in text
    assert "1366" in text


def test_titles_are_isolated_on_the_page_and_plain_elsewhere(built: Workshop) -> None:
    html = page(built, Digits.NATIVE)
    title = "گزارش ۱۲ &amp; دیگر"
    assert f"<title>{title} 2024-05-12</title>" in html
    assert re.search(rf'<h1[^>]*>{title} <bdi dir="ltr">2024-05-12</bdi>', html)
    assert "&amp;amp;" not in html
    assert "\u2066" not in html
