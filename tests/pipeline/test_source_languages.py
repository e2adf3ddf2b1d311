"""Documents may be in any language: each is shown as it is in its own, and translated from it into the others."""

import json
import re

import pytest

from workshop import Workshop

PART = """---
title: مقدمهٔ فارسی
language: fa
---

این متن به فارسی نوشته شده است.
"""

SOURCE = """---
id: letter
title: نامهٔ سرگشاده
title-short: A letter
publisher: ناشر نمونه
publisher-kind: other
issued: "2020"
language: fa
rights: همهٔ حقوق محفوظ است
reproduce: {reproduce}
evidence:
  title: text
  publisher: text
  issued: "inferred: the year stands on the envelope"
  URL: unknown
  rights: text
---

{body}
"""


def with_part(fresh: Workshop) -> Workshop:
    fresh.write("content/demo/persian.md", PART)
    fresh.edit("content/demo/dossier.toml", 'parts = ["introduction.md"', 'parts = ["introduction.md", "persian.md"')
    return fresh


def with_source(fresh: Workshop, reproduce: str, body: str) -> Workshop:
    fresh.write("content/demo/sources/letter.md", SOURCE.format(reproduce=reproduce, body=body))
    return fresh


def test_a_persian_part_in_an_english_dossier(fresh: Workshop) -> None:
    with_part(fresh)
    assert fresh.run("update").exit_code == 0
    asked = {path.parts[-4] for path in fresh.root.glob("locales/*/LC_MESSAGES/demo/persian.po")}
    assert asked == {"en", "fr"}
    rows = json.loads(fresh.run("status", "--json").output)
    assert {row["language"] for row in rows if row["document"] == "persian"} == {"en", "fr"}
    assert fresh.run("build", "--output", "html").exit_code == 0
    english, persian = (fresh.read(f"build/demo/{language}/demo.html") for language in ("en", "fa"))
    for page, marked in ((english, True), (persian, False)):
        paragraph = re.search(r"<p[^>]*>(<a [^>]*>[^<]*</a>)?این متن به فارسی", page)
        assert paragraph
        opening = paragraph[0].partition(">")[0]
        assert ('lang="fa"' in opening and 'dir="rtl"' in opening) is marked
    assert re.search(r'<p[^>]*data-state="missing"[^>]*>(<a [^>]*>[^<]*</a>)?این متن به فارسی', english)


@pytest.mark.parametrize(
    ("reproduce", "body", "english", "persian"),
    [
        (
            "digest",
            "What the letter says, in our words.",
            {"نامهٔ سرگشاده", "همهٔ حقوق محفوظ است"},
            {"A letter", "the year stands on the envelope", "What the letter says, in our words."},
        ),
        (
            "full",
            "متن کامل نامه.",
            {"نامهٔ سرگشاده", "همهٔ حقوق محفوظ است", "متن کامل نامه."},
            {"A letter", "the year stands on the envelope"},
        ),
    ],
)
def test_of_a_persian_source_each_string_has_its_own_language(
    fresh: Workshop, reproduce: str, body: str, english: set[str], persian: set[str]
) -> None:
    with_source(fresh, reproduce, body)
    assert fresh.run("update").exit_code == 0
    for language, asked in (("en", english), ("fa", persian), ("fr", english | persian)):
        text = fresh.read(f"locales/{language}/LC_MESSAGES/demo/sources/letter.po")
        assert set(re.findall(r'(?m)^msgid "(.+)"$', text)) == asked, language
