"""The engine ``apertium``: the real programme where it is, and a fake one that fails in every way."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apertium_fake import HONEST, fake_apertium, without_programmes
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines import apertium
from dossier.translation.engines.apertium import open_engine
from dossier.translation.engines.apertium_modes import digest, listed, route
from dossier.translation.engines.engine import Effort, Engine, Pair, Settings
from judges import require
from killed import is_ended

FRENCH, SPANISH = Pair("en", "fr"), Pair("en", "es")
SPECIAL = r"^$/[]{}\@<>~"

Fake = Callable[..., Engine]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    def made(body: str = HONEST, modes: Sequence[str] = ("eng-spa", "es-fr", "fr-es"), pair: Pair = SPANISH) -> Engine:
        monkeypatch.setenv("PATH", fake_apertium(tmp_path / "bin", body, modes))
        return open_engine(pair, Settings())

    return made


def translated(engine: Engine, sentences: Sequence[str]) -> list[str]:
    replies = dict(engine.translate(sentences, Effort()))
    assert sorted(replies) == list(range(len(sentences)))
    return [replies[index].text for index in range(len(sentences))]


def told(error: "pytest.ExceptionInfo[DossierError]") -> Diagnostic:
    assert len(error.value.diagnostics) == 1
    return error.value.diagnostics[0]


# --- the real programme -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Engine:
    require("apertium")
    return open_engine(FRENCH, Settings())


def test_english_becomes_french_by_way_of_spanish(real: Engine) -> None:
    assert translated(real, ["The house is big.", "In 1988, 1,200 prisoners were killed."]) == [
        "La maison est grande.",
        "En 1988, 1,200 prisonniers ont été assassinés.",
    ]


def test_the_origin_names_programme_modes_and_data(real: Engine) -> None:
    words = real.origin.split()
    assert words[0] == "apertium"
    assert words[1][0].isdigit()
    assert words[2:5] == ["eng-spa", "+", "es-fr"]
    assert words[5].startswith("model:sha256:")
    assert len(words[5]) == len("model:sha256:") + 64
    assert open_engine(FRENCH, Settings()).origin == real.origin


def test_sentences_do_not_get_into_one_another(real: Engine) -> None:
    """Without the null characters, “of the / run / House of the” would change places."""
    sentences = ["of the", "run", "House of the"]
    spanish = open_engine(SPANISH, Settings())
    assert translated(spanish, sentences) == [translated(spanish, [sentence])[0] for sentence in sentences]


def test_signs_that_apertium_has_a_meaning_for_come_back(real: Engine) -> None:
    sentences = [
        "A price of 5 $ or [x] {y} ^z^ a/b c\\d @e <f> ~g and 1^2.",
        "[] [a] \\[ \\\\",
        "~[~]~",
        "[[t:b:1]]word[[/]]",
        "The file.[] ends.[]",
        "<b>bold</b>",
        *SPECIAL,
    ]
    for sentence, text in zip(sentences, translated(real, sentences), strict=True):
        assert sorted(char for char in text if char in SPECIAL) == sorted(char for char in sentence if char in SPECIAL), text


def test_words_come_back_as_they_should(real: Engine) -> None:
    """Unknown ones are not marked, nor taken for words of the language between: in Spanish, “y” is “and”, and “lobo” a wolf."""
    assert translated(real, ["Ali Lobo saw {y}.", "dogs and cats", "Dogs and cats", "Zvonimir Prstić, QWXYZ"]) == [
        "Ali Lobo a vu {y}.",
        "chiens et chats",
        "Chiens et chats",
        "Zvonimir Prstić, QWXYZ",
    ]


# --- ways ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pair", "way"),
    [
        (Pair("en", "es"), "eng-spa"),
        (Pair("en-GB", "fr-CA"), "eng-spa es-fr"),
        (Pair("es", "en"), "spa-eng"),
        (Pair("es", "en-US"), "spa-eng_US"),
        (Pair("fr", "en"), "fr-es spa-eng"),
        (Pair("en", "pt"), "eng-spa es-pt"),
        (Pair("fr", "it"), ""),
        (Pair("en", "fa"), ""),
        (Pair("en", "de"), ""),
        (Pair("en", "en"), ""),
        (Pair("en", "nb"), "eng-nob"),
        (Pair("en", "no-NO"), "eng-nob"),
        (Pair("en", "sr-Latn"), "eng-hbs"),
        (Pair("en", "sr"), ""),
    ],
    ids=str,
)
def test_the_shortest_way_over_installed_modes(pair: Pair, way: str) -> None:
    answer = "\n".join(f"  {name}" for name in "eco-es-fr eng-spa es-fr es-pt eng-spa-anmor fr-es spa-eng spa-eng_US".split())
    answer += "\n  eng-nob\n  eng-hbs\n  pt-ro\n  ro-bg\n  bg-mk\n  mk-it\n  *\n  ../etc\n  -u\n"
    assert " ".join(mode.name for mode in route(listed(answer), pair)) == way


def test_the_digest_is_of_what_the_data_say_and_not_of_where_they_lie(tmp_path: Path) -> None:
    modes = listed("eng-spa")
    for place in ("one", "other"):
        folder = tmp_path / place
        folder.mkdir()
        (folder / "data.bin").write_bytes(b"data")
        (folder / "eng-spa.mode").write_text(f"lt-proc '{folder}/data.bin' | lt-proc $1", encoding="utf-8")
    assert digest(modes, tmp_path / "one") == digest(modes, tmp_path / "other") != ""
    (tmp_path / "other" / "data.bin").write_bytes(b"date")
    assert digest(modes, tmp_path / "one") != digest(modes, tmp_path / "other")
    (tmp_path / "other" / "data.bin").unlink()
    assert digest(modes, tmp_path / "other") == ""


# --- a programme that does not do what it should --------------------------------------------------------------------------


def test_a_programme_that_does(fake: Fake) -> None:
    engine = fake()
    assert engine.origin == "apertium 9.8.7 eng-spa (data unknown)"
    assert translated(engine, ["One.", "TWO"]) == ["oNE.", "two"]


def test_thousands_of_sentences_go_in_a_few_runs(fake: Fake, tmp_path: Path) -> None:
    engine = fake(f"open({str(tmp_path / 'runs')!r}, 'a').write('.')\n{HONEST}")
    sentences = [f"SENTENCE {number}" for number in range(1000)]
    assert translated(engine, sentences) == [sentence.lower() for sentence in sentences]
    assert len((tmp_path / "runs").read_text()) == 5


def test_without_the_programme_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", without_programmes(tmp_path / "bin"))
    with pytest.raises(DossierError) as error:
        open_engine(FRENCH, Settings())
    assert told(error).code.id == "M002"
    assert "apt-get install apertium apertium-eng-spa apertium-fr-es" in told(error).advice


@pytest.mark.parametrize("modes", [(), ("eng-spa",), ("es-fr",), ("*",)], ids=str)
def test_without_the_data_it_is_said_what_is_there(fake: Fake, modes: Sequence[str]) -> None:
    with pytest.raises(DossierError) as error:
        fake(modes=modes, pair=FRENCH)
    assert told(error).code.id == "M003"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("print('cannot open\\x1b[2J file', file=sys.stderr); raise SystemExit(1)", "cannot open[2J file"),
        ("raise SystemExit(3)", "it ended with 3"),
        ("pass", "0 sentences came back for 3"),
        ("print('no null at all')", "0 sentences came back for 3"),
        ("write(texts * 2)", "6 sentences came back for 3"),
        ("sys.stdout.buffer.write(b'\\xff\\0' * len(texts))", "what it wrote is not UTF-8"),
        ("import os; os.kill(os.getpid(), 9)", "it ended with -9"),
    ],
)
def test_a_programme_that_fails_is_told_with_what_it_says(fake: Fake, body: str, reason: str) -> None:
    engine = fake(f"if mode == 'es-fr': {HONEST}\nelse:\n  {body}")
    with pytest.raises(DossierError) as error:
        translated(engine, ["One.", "Two.", "Three."])
    assert told(error).code.id == "M006"
    assert told(error).details == (("reason", reason),)


def test_one_sentence_that_it_chokes_on_spoils_no_other(fake: Fake) -> None:
    engine = fake(f"if any('bad' in text for text in texts): raise SystemExit(1)\n{HONEST}")
    sentences = [*(f"{number} A" for number in range(20)), "bad", "B", "bad too"]
    assert translated(engine, sentences) == [*(f"{number} a" for number in range(20)), "", "b", ""]


def test_sentences_that_merge_are_asked_for_apart(fake: Fake) -> None:
    engine = fake("write([' '.join(texts)] if len(texts) > 1 else texts)")
    assert translated(engine, ["One.", "Two.", "Three."]) == ["One.", "Two.", "Three."]


def test_a_sign_that_gets_lost_or_is_added_leaves_the_sentence_empty(fake: Fake) -> None:
    engine = fake("write([text.replace('\\\\$', '').replace('x', '\\\\@') for text in texts])")
    assert translated(engine, ["5 $", "x", "fine"]) == ["", "", "fine"]


def test_what_came_before_is_kept(fake: Fake) -> None:
    engine = fake(f"if not any('A 1' in text for text in texts): raise SystemExit(1)\n{HONEST}")
    came: list[int] = []
    with pytest.raises(DossierError):
        came.extend(index for index, _ in engine.translate([*(f"A {number}" for number in range(200)), "B"], Effort()))
    assert came == list(range(200))


def test_a_programme_that_never_ends_is_ended_with_all_it_started(
    fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = "import subprocess, time; child = subprocess.Popen(['sleep', '60'])"
    engine = fake(f"{child}\nopen({str(tmp_path / 'child')!r}, 'w').write(str(child.pid))\nchild.wait()")
    for patience in (0.5, 5.0, 50.0):  # on a busy machine it may not have come as far as to start its child
        monkeypatch.setattr(apertium, "_PATIENCE", (patience, 0.0))
        with pytest.raises(DossierError) as error:
            translated(engine, ["One."])
        assert told(error).code.id == "M006"
        if (tmp_path / "child").is_file() and (written := (tmp_path / "child").read_text()):
            break
    assert is_ended(int(written))


def test_the_programme_runs_with_letters_of_every_script(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    engine = fake("import os; write([f\"{os.environ.get('LC_ALL')} {os.environ['LC_CTYPE']}\" for _ in texts])")
    assert translated(engine, ["One."]) == ["None C.UTF-8"]
    assert os.environ["LC_ALL"] == "C"


# --- the stream format, as a law ------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(st.text(st.sampled_from(SPECIAL + "ab .*#é\u200c"), max_size=30))
def test_what_is_escaped_is_read_back(sentence: str) -> None:
    assert apertium._read(f"{apertium._escaped(sentence)}.[]") == sentence
