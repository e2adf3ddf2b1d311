"""A withheld name is in no byte of any output. What looks for it here shares no code with what takes it out."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from judges import pdf_text
from workshop import Workshop

NAME, PERSIAN, THIRD = "Maristela Quillwater", "ماهرخ گلپوش", "Brunhildur"
WORDS = ("maristela", "quillwater", "ماهرخ", "گلپوش", "brunhildur")
"""No word of a withheld name, by itself, stands in any output either: here nothing else has them."""

TOML = f"""id = "demo"
title = "What {NAME} saw"
subtitle = "Told by QUILLWATER, Maristela"
description = \"\"\"
Notes on Maristela
Quillwater, and on {THIRD}.
\"\"\"
language = "en"
languages = ["en", "fr", "fa"]
date = "2026-11-21"
version = "1"
editors = [{{ given = "Maristela", family = "Quillwater" }}, {{ literal = "{PERSIAN}" }}]
publisher = "{NAME} and Sons"
rights = "© {NAME}"
keywords = ["Maristela\\u00a0Quillwater", "letters"]
parts = ["maristela-quillwater.md", "other.md"]
withhold = ["{NAME}", "{THIRD}"]

[[corrections]]
version = "1"
date = "2026-11-21"
text = "The name of {NAME} was misspelt."

[withdrawn]
date = "2026-11-22"
reason = "Asked for by {NAME}."

[markdown]
raw-html = true

[pdf]
profile = "screen"
"""

PART = f"""---
title: "{NAME} speaks"
subtitle: Of Maristela
  Quillwater
---

## {NAME} at home

## At home {{#maristela-quillwater}}

First {NAME} said so, then Maristela
Quillwater’s brother, then MARISTELA *Quillwater*, **Maristela** Quillwater, Maristela&nbsp;Quillwater,
Mariste\u0301la Quillwater, Maristel&#97; Quillwater, Maristela <b>Quillwater</b>, [Maristela](https://example.org/a) Quillwater
and `Maristela Quillwater`.[^maristela-quillwater]

> Maristela
> Quillwater: it was late.

Maristela Quillwater: a line that begins with the name (and Quillwater, Maristela). See <https://example.org/Maristela_Quillwater/b>,
[her page](https://example.org/maristelaquillwaterbiography "Of {NAME}"), [{NAME}](sources/quillwater-maristela.md),
[{NAME}][ref], [above](#maristela-quillwater), maristela.quillwater@example.org and #MaristelaQuillwater.
In Persian: {PERSIAN}، ماهرخ‌گلپوش، ماهرخ گلپوشی، مـاهرخ گلپوش and https://fa.example.org/%D9%85%D8%A7%D9%87%D8%B1%D8%AE_%DA%AF%D9%84%D9%BE%D9%88%D8%B4.

![{NAME} at a table](images/Maristela%20Quillwater.jpg "Photograph of {NAME}")

![A drawing](images/drawing.svg)

| Who | What |
|---|---|
| {NAME} | {THIRD} |

1988-07
: {NAME} left.

- {NAME} with {THIRD}’s papers
- Maristela
  Quillwater

```
print("{NAME}")
```

<div title="{NAME}">x</div> <!-- {NAME} -->

[ref]: https://example.org/quillwater-maristela "{NAME}"

[^maristela-quillwater]: Said to {NAME} on a bench.
"""

OTHER = f"""---
title: Other
---

Back to [{NAME}](maristela-quillwater.md#maristela-quillwater), and [@quillwater-maristela, para. 2].
"""

SOURCE = f"""---
id: quillwater-maristela
title: "Letter of {NAME}"
title-short: Quillwater, Maristela
author: [{{ family: Quillwater, given: Maristela }}, {{ literal: {PERSIAN} }}]
recipient: [{{ literal: {THIRD} }}]
publisher: {NAME}
publisher-kind: other
publisher-place: {THIRD}
container-title: Papers of {NAME}
issued: "1988"
URL: https://example.org/letters/Maristela-Quillwater?by=%4Daristela%20Quillwater
archived: {{ URL: "https://archive.example.org/maristela_quillwater", date: "2020-01" }}
language: en
rights: © {NAME}
reproduce: full
notices: ["Of {NAME}."]
withhold:
  - {{ name: "{PERSIAN}", as: Witness A }}
evidence:
  title: "inferred: {NAME} signs it"
  publisher-kind: "inferred: by {NAME}"
---

I, {NAME}, wrote this with {PERSIAN}.
"""

SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><!-- {NAME} --><metadata>{NAME}</metadata>
<title>{NAME}</title><desc>Maristela <tspan>Quillwater</tspan></desc>
<g id="maristela-quillwater" aria-label="{NAME}"><text y="20">{NAME}</text>
<text y="40"><tspan>Maris</tspan><tspan>tela Quill</tspan>water</text></g></svg>
"""

GLOSSARY = f"""[[entries]]
id = "maristela-quillwater"
kind = "person"
forms = {{ en = "{NAME}", fa = "{PERSIAN}" }}
variants = {{ en = ["Quillwater, Maristela"] }}
"""

CLAIMS = f"""[[questions]]
id = "who"
question = "Who is {NAME}?"
answers = [{{ source = "quillwater-maristela", answer = "A sister of {THIRD}", voice = "{NAME}" }}]
"""


def _photograph() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = exif[0x010E] = NAME
    Image.new("RGB", (60, 40), "grey").save(out, "JPEG", exif=exif, comment=NAME.encode())
    return out.getvalue()


def _translated(workshop: Workshop) -> None:
    """Translators wrote the names again, in their own words, in every entry."""
    for path in (workshop.root / "locales").rglob("demo/**/*.po"):
        text = path.read_text(encoding="utf-8")
        head, *entries = re.split(r"\n\n(?=#)", text)
        words = "Maristela *Quillwater*" if "/fr/" in path.as_posix() else f"{PERSIAN}\u200cها (Maristela Quillwater)"
        with_words = partial(_with, words=words)
        done = [re.sub(r'msgid (?P<id>(?:".*"\n)+)msgstr ""', with_words, one) for one in entries]
        path.write_text("\n\n".join([head, *done]), encoding="utf-8")


def _with(entry: re.Match[str], words: str) -> str:
    """The msgid again as msgstr, with the name behind it where that breaks no Markdown."""
    text = "".join(re.findall(r'"(.*)"', entry["id"]))
    own = text if text.startswith(("![", "```")) or "\\n" in text else f"{text} {words}"
    return f'msgid {entry["id"]}msgstr "{own}"'


def begun_with(root: Path, toml: str) -> Workshop:
    """A dossier with withheld names in every place where a text may stand, and in the names of its files."""
    workshop = Workshop.demo(root)
    for old in ("locales", "content"):
        for path in sorted((root / old).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    workshop.write("content/demo/dossier.toml", toml)
    workshop.write("content/demo/maristela-quillwater.md", PART)
    workshop.write("content/demo/other.md", OTHER)
    workshop.write("content/demo/sources/quillwater-maristela.md", SOURCE)
    workshop.write("content/demo/glossary.toml", GLOSSARY)
    workshop.write("content/demo/claims.toml", CLAIMS)
    workshop.write("content/demo/images/Maristela Quillwater.jpg", _photograph())
    workshop.write("content/demo/images/drawing.svg", SVG)
    return workshop


@pytest.fixture(scope="module", params=["screen", "print", "archive"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    workshop = begun_with(tmp_path_factory.mktemp("withheld") / "demo", TOML.replace('"screen"', f'"{request.param}"'))
    assert workshop.run("update").exit_code == 0
    _translated(workshop)
    run = workshop.run("build", *(() if request.param == "screen" else ("--output", "pdf")))
    assert run.exit_code == 0, run.errors
    assert "C024" in run.codes
    return workshop


def test_no_output_has_a_byte_of_a_withheld_name(built: Workshop) -> None:
    outputs = built.built()
    assert len(outputs) > 3
    assert ".pdf" in {Path(path).suffix for path in outputs}
    for path, data in outputs.items():
        assert found(path.encode()) == set(), path
        for where, chunk in _opened(path, data):
            assert found(chunk) == set(), f"{path}: {where}"


def test_no_page_of_a_pdf_reads_a_withheld_name(built: Workshop) -> None:
    pdfs = sorted((built.root / "build").rglob("*.pdf"))
    assert len(pdfs) == 3
    for pdf in pdfs:
        assert found(re.sub(r"[-\u00ad]?\s*\n\s*", "", pdf_text(pdf)).encode()) == set(), pdf


def test_something_stands_in_the_place_of_a_name(built: Workshop) -> None:
    text = " ".join(pdf_text(built.root / "build/demo/en/demo.pdf").split())
    assert "[name withheld]’s brother" in text
    assert "[Witness A]" in text


def test_locale_files_have_the_names_in_translators_words_only(built: Workshop) -> None:
    paths = sorted((built.root / "locales").rglob("*.po*"))
    assert any("name-withheld" in path.name for path in paths)
    for path in paths:
        assert found(path.name.encode()) == set()
        ours = re.sub(r'^msgstr (?:".*"\n?)+', "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert found(ours.encode()) == set(), path


def found(data: bytes) -> set[str]:
    """Words of the names in ``data``, in whatever form a file may hold text."""
    wide = (data[shift:].decode("utf-16-be", "ignore") for shift in (0, 1))
    texts = [data.decode("utf-8", "ignore"), *wide, *_hexadecimal(data)]
    plain = " ".join(_bare(text) for text in texts)
    return {word for word in WORDS if word in plain}


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in letters if unicodedata.category(char) not in ("Mn", "Cf", "Lm"))


def _hexadecimal(data: bytes) -> Iterator[str]:
    for digits in re.findall(rb"<\s*((?:[0-9A-Fa-f]{2}\s*){4,})>", data):
        yield bytes.fromhex(digits.decode()).decode("utf-16-be", "ignore")


def _opened(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "bytes", data
    if path.endswith(".epub"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            yield from ((name, name.encode() + b"\n" + book.read(name)) for name in book.namelist())
    if path.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for number, thing in enumerate(pdf.objects):
                yield f"object {number}", thing.unparse()
                if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
                    yield f"stream {number}", thing.read_bytes()
