"""The direct engine: how it asks CTranslate2, and that nothing makes it fall over. Its words are judged by ``test_parity``."""

import itertools
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from argos_fakes import FakePieces, FakeTranslator, write_package
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import tiny_models
from dossier.model.diagnostics import DossierError
from dossier.translation.engines import argos_model
from dossier.translation.engines.argos import PackageEngine, cores, open_engine
from dossier.translation.engines.argos_model import LONGEST, Model, batches, cut_to_size, loaded, output_limit
from dossier.translation.engines.argos_packages import read_package
from dossier.translation.engines.chain import Chain
from dossier.translation.engines.engine import Effort, Pair, Settings

SENTENCE = "The old witness signed the letter."


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of installed packages."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    return tmp_path / "packages"


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> PackageEngine:
    """The tiny package from English into French."""
    return PackageEngine(read_package(tiny_models.install(tiny_models.EN_FR, tmp_path_factory.mktemp("packages"))), 2)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeTranslator:
    """CTranslate2 and SentencePiece replaced, so that it can be seen what they are asked."""
    translator = FakeTranslator()
    translator.gate.set()

    class Libraries:
        Translator = staticmethod(translator.open)
        SentencePieceProcessor = FakePieces

    monkeypatch.setattr(argos_model, "libraries", lambda: (Libraries, Libraries))
    return translator


def engine_of(folder: Path, threads: int = 2, **metadata: str) -> PackageEngine:
    return PackageEngine(read_package(write_package(folder, **metadata)), threads)


# What it makes of sentences


def test_sentences_are_translated_each_once(french: PackageEngine) -> None:
    asked = [english for english, *_ in tiny_models.sentences(40, seed=5)]
    replies = list(french.translate(asked, Effort()))
    assert sorted(index for index, _ in replies) == list(range(40))
    assert all(reply.text and not reply.cut for _, reply in replies)


def test_words_do_not_depend_on_company_threads_or_order(french: PackageEngine) -> None:
    asked = [english for english, *_ in tiny_models.sentences(30, seed=6)]
    whole = {asked[index]: reply for index, reply in french.translate(asked, Effort())}
    turned = {asked[::-1][index]: reply for index, reply in PackageEngine(french.package, 1).translate(asked[::-1], Effort())}
    assert turned == whole
    for sentence in asked[:5]:
        assert dict(french.translate([sentence], Effort())) == {0: whole[sentence]}


def test_every_word_has_an_origin(french: PackageEngine) -> None:
    asked = [english for english, *_ in tiny_models.sentences(20, seed=7)]
    for index, reply in french.translate(asked, Effort()):
        assert len(reply.alignment) == len(reply.text.split())
        assert set(reply.alignment) <= set(range(len(asked[index].split())))


ODD = [
    "",
    " ",
    "\t",
    "...",
    "…",
    "\x00",
    "\x07\x1b[31m",
    "\u200b",
    "\u202e",
    "a\udc80b",
    "\ufffd",
    "😀😀",
    "▁",
    "_",
    "<unk>",
    "</s>",
    "﷽",
]


def test_odd_sentences_do_no_harm(french: PackageEngine) -> None:
    replies = dict(french.translate(ODD, Effort(1)))
    assert set(replies) == set(range(len(ODD)))
    assert replies[0].text == ""


@pytest.mark.parametrize("sentence", ["x" * 10_000, "word " * 2_000, "." * 10_000])
def test_long_sentences_do_no_harm(french: PackageEngine, sentence: str) -> None:
    ((index, reply),) = french.translate([sentence], Effort(1))
    assert index == 0
    assert reply.text or reply.cut


@hypothesis_settings(deadline=None, max_examples=25)
@given(st.lists(st.text(max_size=60), unique=True, max_size=5))
def test_any_text_gets_a_reply(french: PackageEngine, sentences: list[str]) -> None:
    assert sorted(index for index, _ in french.translate(sentences, Effort(1))) == list(range(len(sentences)))


def test_nothing_is_loaded_for_nothing(packages: Path) -> None:
    assert list(engine_of(packages).translate([], Effort())) == []


# How CTranslate2 is asked


def test_the_options(tmp_path: Path, fake: FakeTranslator) -> None:
    assert dict(engine_of(tmp_path, threads=3).translate(["one two"], Effort(5)))[0].text == "ONE TWO"
    assert fake.built == [{"device": "cpu", "compute_type": "auto", "inter_threads": 3, "intra_threads": 1}]
    ((_, options),) = fake.asked
    assert (options["beam_size"], options["length_penalty"]) == (5, 0.2)
    assert (options["max_input_length"], options["max_batch_size"]) == (0, 0)


@pytest.mark.parametrize(("beam", "alone"), [(1, 0), (4, 2)])
def test_unknown_words_are_taken_from_the_original(beam: int, alone: int, tmp_path: Path, fake: FakeTranslator) -> None:
    """By beam search, a sentence that begins with one is asked for again, alone, when all others are begun."""
    asked = ["one Ø", "two words", "Ø one", "Ø two Ø", *(f"{number} more words" for number in range(600))]
    engine = engine_of(tmp_path, threads=1)
    assert {asked[index].upper(): reply.text for index, reply in engine.translate(asked, Effort(beam))} == {
        sentence.upper(): sentence.upper() for sentence in asked
    }
    sizes = [len(batch) for batch, _ in fake.asked]
    assert sizes.count(1) == alone
    assert sizes[len(sizes) - alone :] == [1] * alone


@pytest.mark.parametrize("beam", [1, 3])
def test_unknown_words_are_those_that_ctranslate2_would_take(beam: int, tmp_path: Path) -> None:
    """A model that knows no more than half of its words, asked for one sentence at a time by CTranslate2's own option."""
    import ctranslate2

    home = tiny_models.install(tiny_models.EN_FR, tmp_path)
    file = home / "model" / "shared_vocabulary.json"
    words = enumerate(json.loads(file.read_text(encoding="utf-8")))
    half = [word if number < 4 or number % 2 else "<unk>" for number, word in words]
    file.write_text(json.dumps(half), encoding="utf-8")
    model = loaded(read_package(home), 2)
    pieces = [model.encode(english) for english, *_ in tiny_models.sentences(60, seed=12)]
    reference = ctranslate2.Translator(str(home / "model"), intra_threads=1)
    outputs = dict(model.translate(pieces, beam))
    for number, piece in enumerate(pieces):
        (alone,) = reference.translate_batch([piece], beam_size=beam, length_penalty=0.2, replace_unknowns=True)
        assert list(outputs[number].tokens) == alone.hypotheses[0]


def test_behind_a_prefix_no_attention_is_wrong(tmp_path: Path, fake: FakeTranslator) -> None:
    engine = engine_of(tmp_path, target="pb", target_prefix="__pt__")
    assert dict(enumerate(["Ø ONE", "TWO Ø"])) == {
        index: reply.text for index, reply in engine.translate(["Ø one", "two Ø"], Effort())
    }
    assert [len(batch) for batch, _ in fake.asked] == [2]


def test_the_longest_come_first_in_batches_of_like_length(tmp_path: Path, fake: FakeTranslator) -> None:
    asked = [" ".join(f"{number}." for _ in range(number % 90 + 1)) for number in range(300)]
    replies = dict(engine_of(tmp_path).translate(asked, Effort()))
    assert [replies[index].text for index in range(300)] == asked
    lengths = [[len(tokens) for tokens in batch] for batch, _ in fake.asked]
    assert list(itertools.chain(*lengths)) == sorted(itertools.chain(*lengths), reverse=True)
    assert all(len(batch) * batch[0] <= 1024 for batch in lengths)
    assert 13 < len(lengths) < 25


def test_no_more_is_begun_than_keeps_the_threads_busy_and_stopping_is_soon(tmp_path: Path, fake: FakeTranslator) -> None:
    asked = [f"{number} {'long ' * 200}" for number in range(100)]
    replies = engine_of(tmp_path, threads=2).translate(asked, Effort())
    came = list(itertools.islice(replies, 7))
    assert len(came) == 7
    assert len(fake.asked) <= 3 + len(came) // 5 + 1
    before = len(fake.asked)
    replies.close()  # type: ignore[attr-defined]
    assert len(fake.asked) == before


def test_ctrl_c_is_heard_while_a_batch_runs(tmp_path: Path, fake: FakeTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    engine = engine_of(tmp_path)
    fake.gate.clear()
    monkeypatch.setattr(time, "sleep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(engine.translate(["one two"], Effort()))


def test_stopping_a_real_model_in_the_middle(french: PackageEngine) -> None:
    asked = [english for english, *_ in tiny_models.sentences(400, seed=8)]
    replies = french.translate(asked, Effort(1))
    came = dict(itertools.islice(replies, 5))
    replies.close()  # type: ignore[attr-defined]
    assert len(came) == 5
    assert dict(french.translate([asked[index] for index in came], Effort(1))) == dict(enumerate(came.values()))


def test_a_prefix_tells_the_language_and_is_not_told(tmp_path: Path, fake: FakeTranslator) -> None:
    engine = engine_of(tmp_path, target="pb", target_prefix="__pt__")
    assert dict(engine.translate(["one two"], Effort()))[0].text == "ONE TWO"
    assert fake.asked[0][1]["target_prefix"] == [["__pt__"]]


def test_what_the_model_has_no_positions_for_is_halved(tmp_path: Path, fake: FakeTranslator) -> None:
    fake.positions = 64
    long, short = " ".join(map(str, range(150))), "one two"
    replies = dict(engine_of(tmp_path).translate([long, short], Effort()))
    assert (replies[0].text, replies[0].cut, replies[0].alignment) == (long, False, ())
    assert replies[1].text == "ONE TWO"


def test_what_it_fails_on_in_any_length_is_cut_and_not_a_crash(tmp_path: Path, fake: FakeTranslator) -> None:
    fake.positions = 0
    assert [(reply.text, reply.cut) for _, reply in engine_of(tmp_path).translate(["word " * 100, "one"], Effort())] == [
        ("", True),
        ("", True),
    ]


def test_sentences_longer_than_a_piece_come_back_whole(tmp_path: Path, fake: FakeTranslator) -> None:
    long = " ".join(map(str, range(3 * LONGEST + 7)))
    assert dict(engine_of(tmp_path).translate(["a", long], Effort()))[1].text == long


def test_what_reaches_the_limit_is_told(tmp_path: Path, fake: FakeTranslator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argos_model, "output_limit", lambda length: 3)
    replies = dict(engine_of(tmp_path).translate(["one two three", "one two"], Effort()))
    assert (replies[0].cut, replies[1].cut) == (True, False)


@given(st.lists(st.integers(1, LONGEST), max_size=200))
def test_batches_hold_every_number_once(lengths: list[int]) -> None:
    found = list(batches(lengths))
    assert sorted(itertools.chain(*found)) == list(range(len(lengths)))
    for batch in found:
        assert len({output_limit(lengths[number]) for number in batch}) == 1
        assert len(batch) == 1 or len(batch) * lengths[batch[0]] <= 1024


@given(st.lists(st.sampled_from(["▁a", "b"]), max_size=60), st.integers(1, 20))
def test_cutting_loses_nothing(tokens: list[str], size: int) -> None:
    pieces = cut_to_size(tuple(tokens), size)
    assert list(itertools.chain(*pieces)) == tokens
    assert all(len(piece) <= size for piece in pieces)


@pytest.mark.parametrize(("length", "limit"), [(1, 256), (112, 256), (113, 512), (240, 512), (LONGEST, 1024)])
def test_output_may_be_twice_as_long(length: int, limit: int) -> None:
    assert output_limit(length) == limit


# Opening


def test_a_model_is_loaded_once(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_models.install(tiny_models.EN_FR, packages)
    built: list[Model] = []
    real = Model.__init__
    monkeypatch.setattr(Model, "__init__", lambda self, *arguments: (built.append(self), real(self, *arguments))[1])
    for _ in range(2):
        engine = open_engine(Pair("en", "fr"), Settings(threads=1))
        assert not built or len(built) == 1
        list(engine.translate([SENTENCE], Effort(1)))
    assert len(built) == 1
    assert loaded(engine.package, 1) is built[0]  # type: ignore[attr-defined]


def test_a_package_put_in_its_place_is_loaded_anew(tmp_path: Path, fake: FakeTranslator) -> None:
    engine = engine_of(tmp_path)
    list(engine.translate(["one"], Effort()))
    (engine.package.folder / "model" / "model.bin").write_bytes(b"another")
    list(PackageEngine(read_package(engine.package.folder), 2).translate(["one"], Effort()))
    assert len(fake.built) == 2


def test_the_origin_and_the_threads(packages: Path) -> None:
    package = read_package(tiny_models.install(tiny_models.EN_FA, packages))
    engine = open_engine(Pair("en-GB", "fa-IR"), Settings())
    assert engine == PackageEngine(package, cores())
    assert engine.origin == f"argos en-fa {package.version} model:sha256:{package.digest}"
    assert open_engine(Pair("en", "fa"), Settings(threads=7)) == PackageEngine(package, 7)


def test_through_english(packages: Path) -> None:
    legs = [read_package(tiny_models.install(archive, packages)) for archive in (tiny_models.FR_EN, tiny_models.EN_FA)]
    engine = open_engine(Pair("fr", "fa"), Settings(threads=1))
    assert isinstance(engine, Chain)
    assert engine.origin == f"argos {legs[0].label} + {legs[1].label}"
    asked = [french for _, french, _ in tiny_models.sentences(5, seed=9)]
    english = dict(PackageEngine(legs[0], 1).translate(asked, Effort()))
    for index, reply in engine.translate(asked, Effort()):
        ((_, persian),) = PackageEngine(legs[1], 1).translate([english[index].text], Effort())
        assert reply.text == persian.text
        assert len(reply.alignment) in (0, len(reply.text.split()))


def garbled_vocabulary(home: Path) -> None:
    (home / "model" / "shared_vocabulary.json").write_text(json.dumps(["a"]), encoding="utf-8")


def too_long_vocabulary(home: Path) -> None:
    """CTranslate2 would read behind the end of its table of vectors."""
    file = home / "model" / "shared_vocabulary.json"
    file.write_text(json.dumps([*json.loads(file.read_text(encoding="utf-8")), "more"]), encoding="utf-8")


def too_long_list(home: Path) -> None:
    file = home / "model" / "shared_vocabulary.json"
    words = [*json.loads(file.read_text(encoding="utf-8")), "more"]
    file.with_suffix(".txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


def prefix_that_is_no_text(home: Path) -> None:
    metadata = json.loads((home / "metadata.json").read_text(encoding="utf-8"))
    (home / "metadata.json").write_text(json.dumps({**metadata, "target_prefix": "\ud800"}), encoding="utf-8")


def cut_short(name: str, home: Path) -> None:
    data = (home / name).read_bytes()
    (home / name).write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda home: cut_short("model/model.bin", home),
        lambda home: cut_short("sentencepiece.model", home),
        lambda home: (home / "model" / "model.bin").write_bytes(b""),
        lambda home: (home / "sentencepiece.model").write_bytes(b""),
        lambda home: (home / "sentencepiece.model").write_bytes(b"\xff" * 5000),
        lambda home: (home / "model" / "shared_vocabulary.json").unlink(),
        lambda home: (home / "model" / "config.json").write_text("{", encoding="utf-8"),
        garbled_vocabulary,
        too_long_vocabulary,
        too_long_list,
        prefix_that_is_no_text,
    ],
)
def test_damaged_models(packages: Path, spoil: Callable[[Path], object]) -> None:
    home = tiny_models.install(tiny_models.EN_FR, packages)
    spoil(home)
    engine = open_engine(Pair("en", "fr"), Settings(threads=1))
    with pytest.raises(DossierError) as raised:
        list(engine.translate([SENTENCE], Effort()))
    (found,) = raised.value.diagnostics
    assert found.code.id == "M020"
    assert home.name in found.message
    assert dict(found.details)["reason"]


def test_byte_pairs_are_another_engines(packages: Path) -> None:
    write_package(packages, bpe=True)
    with pytest.raises(DossierError, match=r"M021(?s:.*)--engine argostranslate"):
        open_engine(Pair("en", "fr"), Settings())


@pytest.mark.parametrize("name", ["ctranslate2", "sentencepiece"])
def test_without_the_extra(packages: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(DossierError) as raised:
        open_engine(Pair("en", "fr"), Settings())
    (found,) = raised.value.diagnostics
    assert (found.code.id, found.message) == ("M030", f"{name} is not installed")
    assert "pip install 'dossier[mt]'" in found.advice
