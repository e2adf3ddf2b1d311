"""The engine ``argostranslate``, with a stand-in for the library: what it is handed, and what becomes of what it gives back.

Where the library itself is installed, ``test_parity`` asks it, and the last test here asks it through the engine.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from argos_fakes import write_package

import tiny_models
from dossier.model.diagnostics import DossierError
from dossier.translation.engines import argos_library
from dossier.translation.engines.argos_library import LibraryEngine, open_engine
from dossier.translation.engines.argos_packages import read_package
from dossier.translation.engines.chain import Chain
from dossier.translation.engines.engine import Effort, Pair, Reply, Settings
from judges import require_argostranslate

SENTENCE = "Dr. Karimi signed. The court read the letter."


@dataclass
class FakeLibrary:
    """The parts of argostranslate that the engine calls; its tokens are words."""

    asked: list[str] = field(default_factory=list)
    options: list[dict[str, Any]] = field(default_factory=list)
    tokens: int = 2
    fails: bool = False

    def package(self, folder: Path) -> SimpleNamespace:
        return SimpleNamespace(tokenizer=SimpleNamespace(encode=str.split), folder=folder)

    def translator(self, folder: str, **options: Any) -> "FakeLibrary":
        assert Path(folder).name == "model"
        return self

    def translate_batch(self, batch: list[list[str]], **options: Any) -> list[Any]:
        self.options.append(options)
        if self.fails and "beam_size" in options:
            raise RuntimeError("No position encodings are defined for positions >= 8")
        return [SimpleNamespace(hypotheses=[[f"word{number}" for number in range(self.tokens)]]) for _ in batch]

    def apply_packaged_translation(
        self, package: Any, text: str, translator: Any, splitter: Any, num_hypotheses: int
    ) -> list[Any]:
        assert num_hypotheses == 1
        sentences = splitter.split_sentences(text)
        self.asked += sentences
        found = translator.translate_batch([package.tokenizer.encode(one) for one in sentences], beam_size=4, length_penalty=0.2)
        return [SimpleNamespace(value=" ".join(found[0].hypotheses[0]))]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLibrary:
    """The library replaced, and CTranslate2 with it."""
    made = FakeLibrary()
    modules = {name: ModuleType(name) for name in ("argostranslate", *(f"argostranslate.{part}" for part in PARTS))}
    for part in PARTS:
        setattr(modules["argostranslate"], part, modules[f"argostranslate.{part}"])
    vars(modules["argostranslate.package"])["Package"] = made.package
    vars(modules["argostranslate.translate"])["apply_packaged_translation"] = made.apply_packaged_translation
    vars(modules["argostranslate.settings"]).update(device="cpu", inter_threads=1, intra_threads=0, compute_type="auto")
    modules["ctranslate2"] = ModuleType("ctranslate2")
    vars(modules["ctranslate2"])["Translator"] = made.translator
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    argos_library._loaded.cache_clear()
    return made


PARTS = ("package", "settings", "translate")


def test_a_sentence_is_not_split_and_the_beam_is_told(tmp_path: Path, fake: FakeLibrary) -> None:
    write_package(tmp_path)
    engine = open_engine(Pair("en", "fr"), Settings())
    assert list(engine.translate([SENTENCE, "", "Yes."], Effort(beam=7))) == [
        (0, Reply("word0 word1")),
        (1, Reply("")),
        (2, Reply("word0 word1")),
    ]
    assert fake.asked == [SENTENCE, "Yes."]
    assert fake.options[-1] == {"beam_size": 7, "length_penalty": 0.2}


def test_it_reads_byte_pairs_and_says_who_it_is(tmp_path: Path, fake: FakeLibrary) -> None:
    package = read_package(write_package(tmp_path, version="1.5", bpe=True))
    engine = open_engine(Pair("en-GB", "fr-CA"), Settings())
    assert engine == LibraryEngine(package)
    assert engine.origin == f"argostranslate en-fr 1.5 model:sha256:{package.digest}"
    assert dict(engine.translate(["Yes."], Effort()))[0].text == "word0 word1"


def test_it_goes_through_english_too(tmp_path: Path, fake: FakeLibrary) -> None:
    legs = [read_package(write_package(tmp_path, *codes)) for codes in (("fa", "en"), ("en", "fr"))]
    engine = open_engine(Pair("fa", "fr"), Settings())
    assert isinstance(engine, Chain)
    assert engine.origin == f"argostranslate {legs[0].label} + {legs[1].label}"
    assert dict(engine.translate(["سلام"], Effort())) == {0: Reply("word0 word1")}


def test_what_reaches_a_limit_of_the_library_is_told(tmp_path: Path, fake: FakeLibrary) -> None:
    write_package(tmp_path)
    engine = open_engine(Pair("en", "fr"), Settings())
    assert dict(engine.translate(["word " * 1024, "word " * 1025], Effort()))[0].cut is False
    assert dict(engine.translate(["word " * 1025], Effort()))[0].cut is True
    fake.tokens = 256
    assert dict(engine.translate(["Yes."], Effort()))[0].cut is True


def test_what_it_fails_on_is_cut_and_not_a_crash(tmp_path: Path, fake: FakeLibrary) -> None:
    write_package(tmp_path)
    fake.fails = True
    assert dict(open_engine(Pair("en", "fr"), Settings()).translate(["One two three."], Effort())) == {0: Reply("", cut=True)}


def test_a_model_is_loaded_once(tmp_path: Path, fake: FakeLibrary) -> None:
    write_package(tmp_path)
    for sentence in ("One.", "Two."):
        list(open_engine(Pair("en", "fr"), Settings()).translate([sentence], Effort()))
    assert sum("max_decoding_length" in options for options in fake.options) == 1


def test_importing_it_fetches_nothing(tmp_path: Path, fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_CHUNK_TYPE", "SPACY")  # which would have the library fetch a model when it is imported
    del sys.modules["argostranslate.translate"]
    seen: list[str | None] = []

    class Finder:
        @staticmethod
        def find_spec(name: str, path: Any = None, target: Any = None) -> None:
            if name == "argostranslate.translate":
                seen.append(os.environ.get("ARGOS_CHUNK_TYPE"))

    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    vars(sys.modules["argostranslate"])["__path__"] = []
    with pytest.raises(DossierError, match="M002"):
        argos_library.library()
    assert seen == ["MINISBD"]
    assert os.environ["ARGOS_CHUNK_TYPE"] == "SPACY"


def test_no_way_and_no_library(tmp_path: Path, fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DossierError, match="M003"):
        open_engine(Pair("en", "fr"), Settings())
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    with pytest.raises(DossierError) as raised:
        open_engine(Pair("en", "fr"), Settings())
    (found,) = raised.value.diagnostics
    assert (found.code.id, found.advice) == ("M002", "install the extra: pip install 'dossier[argos]'")


def test_a_damaged_model(tmp_path: Path, fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(folder: str, **options: Any) -> None:
        raise RuntimeError("Unsupported model binary version")

    home = write_package(tmp_path)
    monkeypatch.setattr(sys.modules["ctranslate2"], "Translator", damaged)
    with pytest.raises(DossierError, match=f"M020: the package in “{home.name}” cannot be loaded"):
        list(open_engine(Pair("en", "fr"), Settings()).translate(["Yes."], Effort()))


ASK = """
import json, sys
from dossier.translation.engines.engine import Effort, Pair, Settings
from dossier.translation.engines import argos, argos_library
sentences = json.load(sys.stdin)
engines = [module.open_engine(Pair("en", "fr"), Settings()) for module in (argos, argos_library)]
print(json.dumps([[reply.text for _, reply in sorted(engine.translate(sentences, Effort()))] for engine in engines]))
"""


def test_the_real_library_says_what_the_direct_engine_says(tmp_path: Path) -> None:
    require_argostranslate()
    tiny_models.install(tiny_models.EN_FR, tmp_path / "packages")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))}
    environment = {**kept, "HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    asked = json.dumps([english for english, *_ in tiny_models.sentences(50, seed=3)])
    done = subprocess.run([sys.executable, "-c", ASK], input=asked, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    direct, library = json.loads(done.stdout.splitlines()[-1])
    assert direct == library
