"""Engines are found by entry points; one of another package is one file."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines import registry
from dossier.translation.engines.engine import Effort, Pair, Reply, Settings

PAIR = Pair("en", "fr")
OURS = {"apertium", "argos", "argostranslate", "libretranslate", "pseudo"}

ENGINE = """
from dossier.translation.engines.engine import Reply

class Reverser:
    origin = "reverser 1"
    def translate(self, sentences, effort):
        for index, sentence in enumerate(sentences):
            yield index, Reply(sentence[::-1])

def open_engine(pair, settings):
    return Reverser()
"""

Distribution = Callable[..., None]


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Distribution]:
    """Installs a distribution with an engine ``reverser``: a folder on the path, as pip would leave it."""
    modules: list[str] = []

    def installed(code: str, name: str = "reverser", module: str = "reverser_engine") -> None:
        modules.append(module)
        folder = tmp_path / f"{module}-1.0.dist-info"
        folder.mkdir(parents=True)
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8")
        (folder / "entry_points.txt").write_text(f"[{registry.GROUP}]\n{name} = {module}:open_engine\n", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    yield installed
    for module in modules:
        sys.modules.pop(module, None)


def told(error: "pytest.ExceptionInfo[DossierError]") -> Diagnostic:
    assert len(error.value.diagnostics) == 1
    return error.value.diagnostics[0]


def test_all_of_ours_are_there() -> None:
    assert set(registry.names()) >= OURS


def test_an_engine_of_another_package_is_one_file(distribution: Distribution) -> None:
    distribution(ENGINE)
    assert "reverser" in registry.names()
    engine = registry.open_engine("reverser", PAIR, Settings())
    assert dict(engine.translate(["abc"], Effort())) == {0: Reply("cba")}
    assert registry.warnings(engine) == ()


def test_nobody_takes_the_name_of_one_of_ours(distribution: Distribution) -> None:
    distribution(ENGINE, name="pseudo")
    assert registry.names().count("pseudo") == 1
    assert registry.open_engine("pseudo", PAIR, Settings()).origin == "pseudo 1 en-fr"


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("nonsense", "choose one of: apertium, argos, argostranslate, libretranslate, pseudo"),
        ("", "choose one of: apertium, argos, argostranslate, libretranslate, pseudo"),
        ("aperitum", "did you mean “apertium”? Or choose one of: apertium, argos, argostranslate, libretranslate, pseudo"),
        ("Pseudo", "did you mean “pseudo”? Or choose one of: apertium, argos, argostranslate, libretranslate, pseudo"),
    ],
)
def test_an_engine_that_is_not_there(name: str, mend: str) -> None:
    with pytest.raises(DossierError) as error:
        registry.open_engine(name, PAIR, Settings())
    assert told(error).code.id == "M001"
    assert told(error).advice == mend


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import library_that_is_not_there", "ModuleNotFoundError: No module named 'library_that_is_not_there'"),
        ("x = 1", "AttributeError: module 'reverser_engine' has no attribute 'open_engine'"),
        ("def open_engine(", "SyntaxError: '(' was never closed (reverser_engine.py, line 1)"),
        ("open_engine = 1", "TypeError: reverser_engine:open_engine cannot be called"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def open_engine(pair, settings):\n    import library_that_is_not_there", None),
    ],
)
def test_a_broken_engine_is_told_without_a_traceback(distribution: Distribution, code: str, reason: str | None) -> None:
    distribution(code)
    with pytest.raises(DossierError) as error:
        registry.open_engine("reverser", PAIR, Settings())
    assert told(error).code.id == "M002"
    assert told(error).advice == "install the package “reverser_engine” again, with what it needs"
    assert dict(told(error).details)["reason"] == (reason or "ModuleNotFoundError: No module named 'library_that_is_not_there'")


def test_what_an_engine_itself_says_is_passed_on(distribution: Distribution) -> None:
    distribution(
        "from dossier.model.codes import CODES\n"
        "from dossier.model.diagnostics import Diagnostic, DossierError\n"
        "def open_engine(pair, settings):\n"
        "    raise DossierError(Diagnostic(CODES['M003'], f'no {pair}'))\n"
    )
    with pytest.raises(DossierError) as error:
        registry.open_engine("reverser", PAIR, Settings())
    assert told(error).message == "no en-fr"
