"""Withheld names in texts: which forms of a name are found, and what is left in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_files import DOSSIER, SOURCE, project

from dossier.content.load import load_dossier
from dossier.content.withheld.files import WithheldFiles, read_withheld
from dossier.content.withheld.pattern import pattern
from dossier.content.withheld.redactor import Form, Redactor
from dossier.content.withheld.view import fold_all, view
from dossier.model.place import Place
from dossier.model.withheld import Withheld

NOWHERE = Place("x")
REDACTOR = Redactor(
    (Withheld("Maryam Example", "", NOWHERE), Withheld("مریم نمونه", "", NOWHERE), Withheld("José Núñez", "Witness A", NOWHERE)),
    lambda language: {"fa": "[نام محفوظ]"}.get(language, "[name withheld]"),
)
W = r"\[name withheld\]"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Maryam Example’s word", f"{W}’s word"),
        ("saw MARYAM EXAMPLE.", f"saw {W}."),
        ("Maryam\u00a0Example", W),
        ("Maryam&nbsp;Example", W),
        ("Mary&#97;m Example", W),
        ("saw Maryam\nExample’s face", "saw \\[name\nwithheld\\]’s face"),
        ("> Maryam\n> Example said", "> \\[name\n> withheld\\] said"),
        ("Maryam\nExample\nleft", "\\[name\nwithheld\\]\nleft"),
        ("Maryam *Example* x", f"*{W}* x"),
        ("**Maryam** Example", f"**{W}**"),
        ("[Maryam](https://x.org) Example", f"[{W}](https://x.org)"),
        ("Maryam[^1] Example", f"{W}[^1]"),
        ("Example, Maryam", W),
        ("Maryam Example: I saw", f"{W}: I saw"),
        ("`Maryam Example`", "`[name withheld]`"),
        ("```\nMaryam Example\n```", "```\n[name withheld]\n```"),
        ("![x](images/Maryam%20Example.png)", "![x](images/name-withheld.png)"),
        ("{#maryam-example}", "{#name-withheld}"),
        ("[@maryam-example, para. 4]", "[@name-withheld, para. 4]"),
        ("https://x.org/?q=Maryam+Example&b", "https://x.org/?q=name-withheld&b"),
        ("maryam.example@x.org", "name-withheld@x.org"),
        ("https://x.org/maryamexamplebiography", "https://x.org/name-withheldbiography"),
        ("https://x.org/%D9%85%D8%B1%DB%8C%D9%85_%D9%86%D9%85%D9%88%D9%86%D9%87", "https://x.org/name-withheld"),
        ("مريم\u200cنمونه", W),
        ("مریم نمونه\u200cای", f"{W}\u200cای"),
        ("مریم نمونهٔ ما", f"{W} ما"),
        ("مریم نمونه‌ها", f"{W}‌ها"),
        ("Jose\u0301 NÚÑEZ", r"\[Witness A\]"),
        ("{#jose-nunez}", "{#witness-a}"),
    ],
)
def test_forms_of_a_name_in_markdown(written: str, left: str) -> None:
    assert REDACTOR.text(written, "en", Form.MARKDOWN) == left


@pytest.mark.parametrize("text", ["Maryams Example", "Maryam, then Example", "Maryam\n\nExample", "Mary am", "مریم، نمونه‌ای"])
def test_other_words_stay(text: str) -> None:
    assert REDACTOR.text(text, "en", Form.MARKDOWN) == text


@pytest.mark.parametrize("text", ["Alison", "an alibi", "علیت", "malign"])
def test_a_short_name_is_found_by_itself_only(text: str) -> None:
    redactor = Redactor((Withheld("Ali", "", NOWHERE), Withheld("علی", "", NOWHERE)), str)
    assert redactor.text(text, "en") == text
    assert redactor.holds(f"{text} Ali")


def test_a_word_for_each_language() -> None:
    assert REDACTOR.text("مریم نمونه گفت", "fa") == "[نام محفوظ] گفت"


def test_a_drawing_stays_well_formed() -> None:
    text = (
        '<svg><text id="maryam-example"><tspan>Mary</tspan><tspan>am</tspan> Example</text><g aria-label="Maryam Example"/></svg>'
    )
    assert REDACTOR.text(text, "en", Form.XML) == (
        '<svg><text id="name-withheld"><tspan>[name withheld]</tspan><tspan> </tspan></text>'
        '<g aria-label="[name withheld]"/></svg>'
    )


@given(
    st.lists(
        st.sampled_from(
            ["Maryam", "Example", "José", "Núñez", " ", "\n", "*", "word", "[", "](", ")", "> ", "`", "نمونه", "مریم", "-"]
        )
    )
)
def test_lines_stay_and_nothing_is_left(parts: list[str]) -> None:
    text = "".join(parts)
    shown = REDACTOR.text(text, "en", Form.MARKDOWN)
    assert shown.count("\n") == text.count("\n")
    assert not REDACTOR.holds(shown)
    assert REDACTOR.text(shown, "en", Form.MARKDOWN) == shown


@given(st.text(alphabet="MaryamExple نمونهي\u200c\u0301é%&;,.\n<b>É۱2ﬁ", max_size=40))
def test_the_quick_fold_is_the_slow_one(text: str) -> None:
    names = ("Maryam Example", "مریم نمونه")
    assert [bool(pattern(name).search(fold_all(text))) for name in names] == [
        bool(pattern(name).search(view(text).folded)) for name in names
    ]


NAMED = SOURCE.replace("title: A letter", 'title: "A letter of Maryam\n  Example"').replace(
    "reproduce: excerpt\n",
    "reproduce: excerpt\nauthor: [{ family: Example, given: Maryam }]\n"
    "withhold:\n  - Maryam Example\n  - { name: José Núñez, as: Witness A }\n",
)


def test_names_and_their_places_are_read_before_anything_else() -> None:
    files = project({"sources/letter.md": NAMED, "dossier.toml": DOSSIER + 'withhold = ["Somebody Else", "X"]\n'})
    assert [
        (one.name, one.shown_as, str(one.place).removeprefix("content/demo/"))
        for one in read_withheld(files, "content/demo/dossier.toml")
    ] == [
        ("Somebody Else", "", "dossier.toml:7:13"),
        ("Maryam Example", "", "sources/letter.md:14:5"),
        ("José Núñez", "Witness A", "sources/letter.md:15:5"),
    ]


def test_a_dossier_has_no_withheld_name_and_its_places_stay() -> None:
    files = project(
        {
            "sources/letter.md": NAMED,
            "summary.md": "---\ntitle: Of Maryam Example\n---\nMaryam\nExample and José Núñez.\n\n[x](#y)\n",
        }
    )
    dossier, findings = load_dossier(files, "content/demo/dossier.toml")
    record = dossier.sources[0].matter
    assert "Maryam" not in str((dossier.parts, dossier.sources))
    assert (record.title, str(record.author[0])) == ("A letter of [name withheld]", "[name withheld]")  # type: ignore[union-attr]
    assert dossier.parts[0].text == "\\[name\nwithheld\\] and \\[Witness A\\].\n\n[x](#y)\n"
    assert [str(found.place) for found in findings if found.code.id == "C020"] == ["content/demo/summary.md:7:5"]
    assert [one.name for one in dossier.withheld] == ["Maryam Example", "José Núñez"]


def test_files_are_called_otherwise() -> None:
    files = project(
        {
            "images/Maryam Example.png": b"1",
            "images/maryam-example.png": b"2",
            "dossier.toml": DOSSIER + 'withhold = ["Maryam Example"]\n',
        }
    )
    names = read_withheld(files, "content/demo/dossier.toml")
    seen = WithheldFiles(files, Redactor(names, str), "content/demo", "en")
    paths = ["content/demo/images/name-withheld-2.png", "content/demo/images/name-withheld.png"]
    assert list(seen.glob("content/demo/images/*.png")) == paths
    assert {seen.read(path) for path in paths} == {b"1", b"2"}
    assert seen.exists(paths[0])


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8"])
def test_a_drawing_in_any_encoding(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding != "utf-16" else ""
    drawing = f"{declared}<svg xmlns='http://www.w3.org/2000/svg'><text>José Núñez</text></svg>".encode(encoding)
    seen = WithheldFiles(project({"a.svg": drawing}), REDACTOR, "content/demo", "en")
    assert "[Witness A]" in seen.read("content/demo/a.svg").decode(encoding)
    assert "Núñez" not in seen.read("content/demo/a.svg").decode(encoding)


@pytest.mark.parametrize(
    "text", ['title = "Maryam', "", "---\n", "---\na: [\n---\nx", "---\na: &b x\nc: *b\n---\nMaryam Example"]
)
def test_what_cannot_be_read_is_left_for_its_reader_to_refuse(text: str) -> None:
    seen = WithheldFiles(project({"a.md": text, "a.toml": text}), REDACTOR, "content/demo", "en")
    assert seen.read("content/demo/a.md").decode() == text
    assert seen.read("content/demo/a.toml").decode().count("\n") == text.count("\n")


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff---\r\ntitle: Maryam Example\r\n---\r\nMaryam\r\nExample\r\n"
    seen = WithheldFiles(project({"a.md": text}), REDACTOR, "content/demo", "en")
    assert seen.read("content/demo/a.md").decode() == '\ufeff---\r\ntitle: "[name withheld]"\r\n---\r\n\\[name\r\nwithheld\\]\r\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ali met Rad. Ali Rad left.", "Ali met Rad. [Witness B] left."),
        ("We met Rad! Ali stayed.", "We met Rad! Ali stayed."),
        ("Rad; Ali stays", "Rad; Ali stays"),
        ("Rad, Ali", "[Witness B]"),
        ("| Ali | Rad |\n|---|---|", "| Ali | Rad |\n|---|---|"),
    ],
)
def test_the_end_of_a_sentence_or_a_cell_is_the_end_of_a_name(text: str, expected: str) -> None:
    assert Redactor((Withheld("Ali Rad", "Witness B", Place("x")),), str).text(text, "en") == expected
