"""``dossier suggest``: joiners are listed for everybody and written for whoever asks, in words and nowhere else."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.cli.common import tell_waiting
from dossier.content.markdown import parse_inline
from dossier.language.persian.joiners import suggestions
from dossier.pipeline.locale_files import Locales
from dossier.translation.suggesting import Passage, improved
from workshop import REPOSITORY, Workshop

PO = "locales/fa/LC_MESSAGES/demo/introduction.po"
TEXT = "content/demo/introduction.md"
JOINER = "\N{ZERO WIDTH NON-JOINER}"
FAULTY = "دستور `می شود` را اجرا کنید: فایل های ترجمه [می شود](می شود.md)."
MENDED = "دستور `می شود` را اجرا کنید: فایل‌های ترجمه [می‌شود](می شود.md)."


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    """Four faults in drafts, one of them in a draft that nobody's machine made, and one in what is reviewed."""
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit(PO, "یک پرونده چگونه ساخته می‌شود", "یک پرونده چگونه ساخته می شود")
    workshop.edit(PO, "فایل‌های ترجمه را روزآمد می‌کند", "فایل های ترجمه را روزآمد میکند")
    workshop.edit(PO, 'msgstr "پیش‌نویس"', 'msgstr "پیش‌‌نویس"')
    reviewed = '#, fuzzy\nmsgid "What readers see"\nmsgstr "آنچه خوانندگان می‌بینند"'
    workshop.edit(PO, reviewed, reviewed.replace("#, fuzzy\n", "").replace(f"می{JOINER}بینند", "می بینند"))
    assert workshop.run("update").exit_code == 0
    return workshop


def offers(workshop: Workshop, *arguments: str) -> list[tuple[str, str, str, bool]]:
    found = json.loads(workshop.run("suggest", "--json", *arguments).output)
    return [(one["before"], one["after"], one["state"], one["applied"]) for one in found]


ALL = [
    ("می شود", "می‌شود", "draft"),
    ("فایل های", "فایل‌های", "draft"),
    ("میکند", "می‌کند", "draft"),
    ("می بینند", "می‌بینند", "reviewed"),
    ("پیش‌‌نویس", "پیش‌نویس", "draft"),
]


def test_it_lists_and_changes_nothing(demo: Workshop) -> None:
    before = demo.read(PO)
    run = demo.run("suggest", "--lang", "fa")
    line = before[: before.index('msgstr "یک پرونده')].count("\n") + 1
    assert f"{PO}:{line}: می شود → می‌شود (a joiner behind the prefix «می»; draft)\n" in run.output
    assert run.output.endswith("demo fa: 5 suggested for translations\n")
    assert offers(demo) == [(*one, False) for one in ALL]
    assert demo.read(PO) == before


def test_apply_changes_what_nobody_has_reviewed(demo: Workshop) -> None:
    before = demo.read(PO)
    run = demo.run("suggest", "--apply")
    assert run.output.endswith("demo fa: 4 applied, 1 suggested for translations; 1 file written\n")
    after = demo.read(PO)
    assert "فایل‌های ترجمه را روزآمد می‌کند" in after.replace('"\n"', "")
    assert "خوانندگان می بینند" in after
    assert _other_entries(before) == _other_entries(after)
    assert offers(demo) == [(*ALL[3], False)]


def _other_entries(po: str) -> list[str]:
    faulty = ("How a dossier", "Run `dossier update`", 'msgid "draft"')
    return [entry for entry in po.split("\n\n") if not any(words in entry for words in faulty)]


def test_with_reviewed_all_are_changed_and_stay_what_they_were(demo: Workshop) -> None:
    assert offers(demo, "--apply", "--reviewed") == [(*one, True) for one in ALL]
    assert 'msgid "What readers see"\nmsgstr "آنچه خوانندگان می‌بینند"' in demo.read(PO)
    assert '#, fuzzy\nmsgid "What readers see"' not in demo.read(PO)
    before = demo.read(PO)
    assert demo.run("suggest", "--apply", "--reviewed").output == "nothing to suggest\n"
    assert demo.read(PO) == before
    assert demo.run("update").output.count("unchanged") == 3


@pytest.mark.parametrize(("arguments", "progress"), [((), "approved-unchanged"), (("--apply",), "post-edited")])
def test_a_machines_draft_that_was_changed_counts_as_post_edited_once_it_is_reviewed(
    demo: Workshop, arguments: tuple[str, ...], progress: str
) -> None:
    machine = sha256("یک پرونده چگونه ساخته می شود".encode()).hexdigest()
    head, entry, tail = demo.read(PO).partition("draft:sha256:97d8e5f88ecb259a4e25017060e278b953921dec149526d4db6343642d83e65f")
    assert entry
    demo.write(PO, f"{head}draft:sha256:{machine}{tail}")
    demo.run("suggest", *arguments)
    before = progress_of(demo)
    assert before["draft"] == 19
    demo.edit(PO, '#, fuzzy\nmsgid "How a dossier is made"', 'msgid "How a dossier is made"')
    assert progress_of(demo)[progress] == before[progress] + 1


def progress_of(workshop: Workshop) -> dict[str, int]:
    rows = json.loads(workshop.run("status", "--lang", "fa", "--json").output)
    return next(row["entries"] for row in rows if row["document"] == "introduction")  # type: ignore[no-any-return]


def test_a_sign_off_is_void_where_words_change(demo: Workshop) -> None:
    for path in Path(demo.root / "locales/fa").rglob("*.po"):
        path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    signed = demo.run("sign-off", "--lang", "fa", "--as", "R1", "--document", "introduction", "--date", "2026-11-25")
    assert signed.exit_code == 0, signed.errors
    assert "T046" not in demo.run("check", "--lang", "fa").codes
    demo.run("suggest", "--apply")
    assert "T046" not in demo.run("check", "--lang", "fa").codes
    demo.run("suggest", "--apply", "--reviewed")
    assert "T046" in demo.run("check", "--lang", "fa").codes


def test_a_stale_translation_that_was_reviewed_needs_reviewed_and_remembers(demo: Workshop) -> None:
    demo.edit(TEXT, "What readers see", "What a reader sees")
    demo.run("update")
    assert "was reviewed before" in demo.read(PO)
    assert offers(demo, "--apply")[3] == ("می بینند", "می‌بینند", "stale", False)
    assert offers(demo, "--apply", "--reviewed") == [("می بینند", "می‌بینند", "stale", True)]
    demo.edit(TEXT, "What a reader sees", "What readers see")
    demo.run("update")
    entry = next(one for one in demo.read(PO).split("\n\n") if 'msgid "What readers see"' in one)
    assert "fuzzy" not in entry
    assert "می‌بینند" in entry


def test_obsolete_entries_and_headers_are_left_alone(demo: Workshop) -> None:
    old = '\n#~ msgid "gone"\n#~ msgstr "می شود"\n'
    demo.write(PO, demo.read(PO) + old)
    demo.run("suggest", "--apply", "--reviewed")
    assert demo.read(PO).endswith(old)


def test_a_persian_document_is_listed_by_line_and_never_changed(demo: Workshop) -> None:
    demo.write("content/demo/dossier.toml", demo.read("content/demo/dossier.toml").replace('language = "en"', 'language = "fa"'))
    demo.write(TEXT, "---\ntitle: کتاب ها\nstatus: draft\n---\n\nیک سطر\nو چنین می شود که\n\n    می شود\n")
    run = demo.run("suggest", "--lang", "fa", "--apply")
    assert f"{TEXT}:2: کتاب ها → کتاب‌ها (a joiner before an ending; original)" in run.output
    assert f"{TEXT}:7: می شود → می‌شود" in run.output
    assert "2 suggested for documents, which only a person changes" in run.output
    assert "کتاب ها" in demo.read(TEXT)
    assert run.output.count(f"{TEXT}:") == 2


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_written(demo: Workshop) -> None:
    demo.write("locales/fa/LC_MESSAGES/demo/dossier.po", 'msgid "broken\n')
    before = demo.read(PO)
    run = demo.run("suggest", "--apply")
    assert run.exit_code == 1
    assert "T001" in run.codes
    assert demo.read(PO) == before


def test_a_file_that_somebody_saves_meanwhile_is_left_to_them(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Locales.read

    def read_and_saved_by_another(locales: Locales, language: str) -> dict[str, bytes]:
        files = read(locales, language)
        demo.write(PO, demo.read(PO) + "\n# another's work\n")
        return files

    monkeypatch.setattr(Locales, "read", read_and_saved_by_another)
    run = demo.run("suggest", "--apply")
    assert run.exit_code == 1
    assert "S009" in run.codes
    assert "می شود" in demo.read(PO)
    assert demo.read(PO).endswith("# another's work\n")


def test_it_waits_for_other_commands_that_write(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    holding = "import sys, pathlib; from dossier.pipeline.locking import exclusive\n"
    holding += "with exclusive(pathlib.Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
    command, pipe = [sys.executable, "-c", holding, str(demo.root)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        release = other.stdin.close
        monkeypatch.setattr("dossier.cli.suggest.tell_waiting", lambda: (tell_waiting(), release()))
        run = demo.run("suggest", "--apply")
    assert "another command is writing" in run.errors
    assert "4 applied" in run.output


def test_reviewed_without_apply_is_refused(demo: Workshop) -> None:
    assert demo.run("suggest", "--reviewed").exit_code == 2


def test_other_languages_are_refused_when_asked_for(demo: Workshop) -> None:
    assert "T060" in demo.run("suggest", "--lang", "fr").codes


def test_withheld_names_are_not_repeated(demo: Workshop) -> None:
    demo.write("content/demo/dossier.toml", f'withhold = ["چگونه"]\n{demo.read("content/demo/dossier.toml")}')
    run = demo.run("suggest")
    assert "▯ → ▯" in run.output, run.errors
    assert "می شود" not in run.output


def test_the_first_dossier_can_be_looked_at() -> None:
    assert Workshop(REPOSITORY).run("suggest").exit_code == 0


def better(markdown: str) -> str:
    return improved(Passage(markdown, {"citations": True})).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FAULTY, MENDED),
        ("می‌ شود", "می‌شود"),
        ("کتاب ‌ها", "کتاب‌ها"),
        ("می‌‌ شود", "می‌شود"),
        ("کار های تازه", "کارهای تازه"),
        ("بزرگ تر و خانه ای که", "بزرگ‌تر و خانه‌ای که"),
        ("نمی توان و میشود", "نمی‌توان و می‌شود"),
        ("**کتاب** ها و *می شود*", "**کتاب**‌ها و *می‌شود*"),
        ("![می شود](می شود.png)", "![می‌شود](می شود.png)"),  # no image, and must not become one
        ("![می شود](a.png)", "![می‌شود](a.png)"),
        ("کتاب ها.[^1] می شود", "کتاب‌ها.[^1] می‌شود"),
        ("https://fa.example/میشود و میشود", "https://fa.example/میشود و می‌شود"),
        ("<https://fa.example/میشود> میشود", "<https://fa.example/میشود> می‌شود"),
        ("[می شود]{lang=ar} می شود", "[می شود]{lang=ar} می‌شود"),
        ("گفت «می شود» [@a, ص. ۳] و می شود", "گفت «می شود» [@a, ص. ۳] و می‌شود"),
        ("گفت «می شود» و می شود", "گفت «می‌شود» و می‌شود"),
        ("`می شود` می شود `می شود`", "`می شود` می‌شود `می شود`"),
        ('[متن](a.md "کتاب ها") کتاب ها', '[متن](a.md "کتاب ها") کتاب‌ها'),
        ("می\nشود", "می\nشود"),
        ("&#1605;ی شود می شود \\* می شود", "&#1605;ی‌شود می‌شود \\* می‌شود"),
        ("غیر‌منتظره", "غیر‌منتظره"),
        ("[متن‌](a.md)ها", "[متن‌](a.md)ها"),
        ("ای مردم و خشک و تر", "ای مردم و خشک و تر"),
    ],
)
def test_words_are_changed_and_nothing_else(before: str, after: str) -> None:
    assert better(before) == after
    assert better(after) == after


PIECES = st.sampled_from(
    (
        *(
            "می شود",
            "میشود",
            " ها",
            "کتاب",
            " ",
            JOINER,
            "**",
            "*",
            "`",
            "[",
            "](a.md)",
            "](می شود)",
            "«",
            "»",
            "[^1]",
            "{lang=ar}",
        ),
        *("&amp;", "<b>", "\\*", "![", "[@a, ص. ۳]", "https://a.example/میشود", ".", "_", "خانه ای", "بزرگ تر", "\n"),
    )
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_markdown_keeps_its_tokens_and_is_done_after_one_time(markdown: str) -> None:
    after = better(markdown)
    assert better(after) == after
    assert _kinds(markdown) == _kinds(after)
    assert _letters(markdown) == _letters(after)


def _kinds(markdown: str) -> list[object]:
    return [
        (one.type, one.attrs, one.content if one.type == "code_inline" else "")
        for one in parse_inline(markdown, {"citations": True})
    ]


def _letters(text: str) -> str:
    return "".join(char for char in text if char != JOINER and not char.isspace())


@given(st.text(alphabet="می شودهاکتبزرگتر‌\u00a0.«»﻿", max_size=40))
def test_suggestions_come_in_order_and_touch_spaces_and_joiners_only(text: str) -> None:
    position = 0
    for found in suggestions(text):
        edit = found.edit
        assert position <= edit.start <= edit.end
        assert not text[edit.start : edit.end].strip(f" \u00a0\u202f{JOINER}")
        assert edit.text in ("", JOINER)
        assert found.reason
        position = edit.end
