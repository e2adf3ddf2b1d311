"""The stress dossier: everything that is hard to set, to tag and to convert, in text that says nothing.

One chapter is about 20 A5 pages. The files of the three languages are parallel: the translation of an English unit is the unit in
the same place of the other language.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from stress_pictures import pictures
from stress_words import ENGLISH, FRENCH, PERSIAN, Tongue

from dossier.pipeline.project import Project
from dossier.translation.cut import cut
from dossier.translation.po import read_po, write_po
from workshop import Workshop

NAME = "stress"
_SIGNS = ("☃", "🔥", "☎", "✔", "☐", "☑", "⚖", "🕊", "❤\ufe0f", "👩\u200d👧", "🇫🇷", "7\ufe0f\u20e3", "→", "★")
OUTPUTS = ("pdf", "print", "archive", "epub", "html")
_DRAFT, _MISSING = 7, 11
"""Every so manieth passage is an unreviewed draft, or not translated."""
_ROWS_WITH_NOTES = (15, 30, 45, 60)


def stress_project(
    root: Path, chapters: int = 1, outputs: tuple[str, ...] = ("pdf", "print", "archive", "epub", "html")
) -> Workshop:
    """The dossier on disk at ``root``, with French and Persian translations in its locale files."""
    workshop = Workshop(root / "project")
    for path, data in files(ENGLISH, chapters, outputs).items():
        workshop.write(path, data)
    run = workshop.run("update")
    assert run.exit_code == 0, run.errors
    for tongue in (FRENCH, PERSIAN):
        _translate(workshop, tongue, _translations(workshop, tongue, root / tongue.language, chapters, outputs))
    return workshop


def _translations(workshop: Workshop, tongue: Tongue, root: Path, chapters: int, outputs: tuple[str, ...]) -> Mapping[str, str]:
    """What each English passage is in the other language."""
    other = Workshop(root)
    for path, data in files(tongue, chapters, outputs).items():
        other.write(path, data)
    (mine, _), (theirs, _) = Project(workshop.root).load(NAME), Project(root).load(NAME)
    found: dict[str, str] = {}
    for one, two in zip(mine.documents, theirs.documents, strict=True):
        found |= {ours.msgid: its.msgid for ours, its in zip(cut(one), cut(two), strict=True)}
    return found


def _translate(workshop: Workshop, tongue: Tongue, known: Mapping[str, str]) -> None:
    for path in sorted((workshop.root / f"locales/{tongue.language}/LC_MESSAGES/{NAME}").rglob("*.po")):
        file = read_po(path.read_bytes(), path.name)
        for number, entry in enumerate(file.active):
            if entry.msgid in known and (number + 6) % _MISSING:
                entry.text = known[entry.msgid]
                entry.unit.markfuzzy((number + 3) % _DRAFT == 0)
        path.write_bytes(write_po(file))


def files(tongue: Tongue, chapters: int, outputs: tuple[str, ...]) -> dict[str, str | bytes]:
    """The files of the dossier as if it had been written in ``tongue``."""
    random = Random(1988)
    found: dict[str, str | bytes] = {f"images/{name}": data for name, data in pictures().items()}
    found |= {f"sources/record-{number}.md": _source(tongue, random, number) for number in (1, 2, 3)}
    found |= {f"part-{number:02}.md": _part(tongue, random, number) for number in range(1, chapters + 1)}
    found |= {"dossier.toml": _settings(tongue, chapters, outputs), "claims.toml": _claims(tongue), "glossary.toml": _GLOSSARY}
    return {f"content/{NAME}/{path}": data for path, data in found.items()}


def _settings(tongue: Tongue, chapters: int, outputs: tuple[str, ...]) -> str:
    title, *_, rights, _question, _about = tongue.labels
    parts = ", ".join(f'"part-{number:02}.md"' for number in range(1, chapters + 1))
    return f"""id = "{NAME}"
title = "{title} ☃"
subtitle = "{tongue.some(Random(1), 6)}"
description = "{tongue.some(Random(2), 12)}."
language = "{tongue.language}"
languages = ["{tongue.language}", {", ".join(f'"{one}"' for one in ("en", "fr", "fa") if one != tongue.language)}]
date = "2026-01-01"
version = "1.0"
status = "reviewed"
rights = "{rights}"
keywords = ["{tongue.some(Random(3), 1)}", "{tongue.some(Random(4), 2)}"]
base-url = "https://example.org/stress"
parts = [{parts}]
outputs = [{", ".join(f'"{one}"' for one in outputs)}]

[typography]
dates = "both"

[markdown]
raw-html = true

[pdf]
page-size = "A5"
"""


_GLOSSARY = "".join(
    f'[[entries]]\nid = "name-{number}"\nkind = "{kind}"\n'
    f'forms = {{ en = "{ENGLISH.labels[number]}", fr = "{FRENCH.labels[number]}", fa = "{PERSIAN.labels[number]}" }}\n\n'
    for number, kind in ((1, "body"), (2, "body"), (3, "place"))
)


def _claims(tongue: Tongue) -> str:
    question, about = tongue.labels[-2:]
    answers = "".join(
        f'[[questions.answers]]\nsource = "record-{number}"\nlocator = "p. {number}"\nanswer = "{about} {number}00"\n\n'
        for number in (1, 2)
    )
    return f'status = "reviewed"\n\n[[questions]]\nid = "lamps"\nquestion = "{question}"\n\n{answers}'


def _source(tongue: Tongue, random: Random, number: int) -> str:
    reproduce = ("full", "excerpt", "digest")[number - 1]
    head = f"""---
id: record-{number}
type: {("report", "webpage", "document")[number - 1]}
title: "{tongue.some(random, 5)}"
author: [{{ family: "Example{number}", given: Ada }}]
publisher: "{tongue.labels[number]}"
publisher-kind: {("academic", "NGO", "other")[number - 1]}
issued: "198{number}-0{number}"
URL: https://example.org/records/{number}/a-rather-long-address-that-must-break-somewhere
language: {tongue.language}
rights: "{tongue.labels[5]}"
notices: ["{tongue.some(random, 8)}."]
reproduce: {reproduce}
evidence: {{ publisher-kind: "inferred: invented" }}
status: reviewed
---
"""
    return f"{head}\n" + "\n\n".join(tongue.paragraph(random, 4) for _ in range(2)) + "\n"


def _part(tongue: Tongue, random: Random, number: int) -> str:
    head = f"---\ntitle: {tongue.some(random, 4)} {number}\nstatus: reviewed\n---"
    return "\n\n".join([head, *_blocks(tongue, random)]) + "\n"


def _blocks(tongue: Tongue, random: Random) -> Iterator[str]:
    yield from _prose(tongue, random)
    yield f"## {tongue.some(random, 5)} 🔥"
    yield from (_long_table(tongue, random, 60), _row_heads(tongue))
    yield f"## {tongue.some(random, 4)}"
    yield from (_nested(tongue, random, "- "), _nested(tongue, random, "1. "))
    yield f"### {tongue.some(random, 3)}"
    yield from _figures(tongue, random)
    yield f"## {tongue.some(random, 3)}"
    yield from (_terms(tongue, random), _timeline(tongue, random), _code(tongue, random))
    yield f"## {tongue.some(random, 3)}"
    for _ in range(14):
        yield from (tongue.paragraph(random, 5), _mixed(tongue, random))
    yield f"> {tongue.paragraph(random, 2)}\n>\n> - {tongue.sentence(random)}\n> - {tongue.sentence(random)}"
    yield from _notes(tongue, random)


def _prose(tongue: Tongue, random: Random) -> Iterator[str]:
    _, works, office, hill, *_ = tongue.labels
    yield f"{tongue.paragraph(random, 4)} {works} ({office}), {hill}.[^1] {tongue.sentence(random)}[^2]"
    yield f"{tongue.sentence(random)} [@record-1, p. 3; @record-2] {tongue.sentence(random)} [@record-3, paras. 4–6]"
    yield f"{tongue.sentence(random)} {' '.join(_SIGNS)} {tongue.sentence(random)} `x <= y & z`"
    address = f"<https://example.org/{'long-address/' * 8}?q=1>"
    yield f"{tongue.some(random, 4)} {address} [{tongue.some(random, 3)}](sources/record-1.md)."
    yield f"## {tongue.some(random, 12)}\n\n### {tongue.some(random, 3)}\n\n#### {tongue.some(random, 4)}"


def _mixed(tongue: Tongue, random: Random) -> str:
    """What comes out of order where directions meet."""
    return (
        f"{tongue.some(random, 4)} {tongue.foreign} 2024-05-12, +1 (202) 555-0147, 12:30–14:45, 3 × 4 = 12 % "
        f"**{tongue.some(random, 2)}** https://example.org/a?b=1 {tongue.some(random, 3)}."
    )


def _long_table(tongue: Tongue, random: Random, rows: int) -> str:
    head = [tongue.some(random, count) for count in (1, 2, 2, 1)]
    body = [_row(tongue, random, number) for number in range(1, rows + 1)]
    return "\n".join(["| " + " | ".join(head) + " |", "|--:|---|:-:|---|", *("| " + " | ".join(row) + " |" for row in body)])


def _row(tongue: Tongue, random: Random, number: int) -> tuple[str, ...]:
    note = f"[^t{number}]" if number in _ROWS_WITH_NOTES else ""
    third = tongue.foreign if number % 9 == 0 else tongue.some(random, 4)
    return f"{number}", f"{tongue.some(random, 9)}{note}", third, _SIGNS[number % len(_SIGNS)]


def _row_heads(tongue: Tongue) -> str:
    """Markdown has no row headers: a table of raw HTML has them, and a cell that spans."""
    one, two = tongue.labels[1:3]
    rows = f'<tr><th scope="row">{one}</th><td>1</td><td>2</td></tr><tr><th scope="row">{two}</th><td colspan="2">3</td></tr>'
    head = '<tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr>'
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _nested(tongue: Tongue, random: Random, mark: str) -> str:
    depths = (0, 1, 2, 3, 3, 2, 1, 0, 1, 2, 3, 0)
    return "\n".join(f"{' ' * len(mark) * depth}{mark}{tongue.sentence(random)}" for depth in depths)


def _figures(tongue: Tongue, random: Random) -> Iterator[str]:
    for name in pictures():
        yield tongue.paragraph(random, 2)
        yield f'![{tongue.some(random, 6)}](images/{name} "{tongue.some(random, 5)} *{tongue.some(random, 2)}* `{name}`")'
    yield f"{tongue.some(random, 3)} ![{tongue.some(random, 2)}](images/line.png) {tongue.sentence(random)}"


def _terms(tongue: Tongue, random: Random) -> str:
    return "\n\n".join(
        f"{tongue.some(random, 2)} ★\n: {tongue.paragraph(random, 2)}\n\n: {tongue.sentence(random)}" for _ in range(4)
    )


def _timeline(tongue: Tongue, random: Random) -> str:
    dates = ("1988-07/1988-09", "1988-08-17", "1988-12?", "1989~", "1990-22")
    return "{.timeline .with-sources}\n" + "\n\n".join(f"{date}\n: {tongue.sentence(random)}[^1]" for date in dates)


def _code(tongue: Tongue, random: Random) -> str:
    lines = "\n".join(f"    line {number}: {'x' * (number * 6)} <&> 'ü'" for number in range(1, 12))
    return f"```text\n{lines}\n```\n\n{tongue.sentence(random)} `{'0123456789abcdef' * 4}`{{.digest}}"


def _notes(tongue: Tongue, random: Random) -> Iterator[str]:
    yield f"[^1]: {tongue.sentence(random)} ☎ {tongue.foreign}"
    yield f"[^2]: {tongue.paragraph(random, 6)} [@record-2, p. 9]"
    yield from (f"[^t{number}]: {tongue.sentence(random)}" for number in _ROWS_WITH_NOTES)
