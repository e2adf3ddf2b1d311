"""The tiny packages of ``tests/models``: where they are, how they get into a folder, and sentences that they can be asked."""

import importlib.util
import itertools
import sys
import zipfile
from pathlib import Path
from types import ModuleType

_HERE = Path(__file__).resolve().parent
_MODELS = _HERE / "models"
_GRAMMAR = _HERE.parent / "scripts" / "tiny_models" / "grammar.py"

EN_FR = _MODELS / "translate-en_fr-1_0.argosmodel"
EN_FA = _MODELS / "translate-en_fa-1_0.argosmodel"
FR_EN = _MODELS / "translate-fr_en-1_0.argosmodel"
PARITY = _MODELS / "parity.json"


def install(package: Path, folder: Path) -> Path:
    """Unzip a package into ``folder``, as argostranslate does, and return the folder of its own that it lies in."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / package.stem


def sentences(count: int, seed: int) -> list[tuple[str, str, str]]:
    """So many sentences of the grammar that no model has learnt, in English, French and Persian; the same for the same seed."""
    unseen = (one for one in _grammar().sentences(seed) if one.held_out)
    return [(one.english, one.french, one.persian) for one in itertools.islice(unseen, count)]


def _grammar() -> ModuleType:
    """``scripts/tiny_models/grammar.py``, which is in no package."""
    name = "tiny_models_grammar"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, _GRAMMAR)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # dataclasses look their module up
        spec.loader.exec_module(module)
    return sys.modules[name]
