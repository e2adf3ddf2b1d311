"""M: mistakes around engines of machine translation."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from unittest.mock import patch

from cases import PART, Case, Provoke

from apertium_fake import fake_apertium, without_programmes
from translating_server import Answer, Script, honest, translating
from workshop import Run, Workshop

NEW_PASSAGE = "\nThe house is big.\n"
KEY = {"DOSSIER_SERVER_KEY": "key"}
PACKAGES = "apt-get install apertium apertium-eng-spa apertium-fr-es"
AGAIN = "see that the server runs and that --server names it, then run the same command again"


def drafting(workshop: Workshop, *arguments: str, environment: Mapping[str, str] | None = None) -> Run:
    """One passage is new, and ``dossier draft`` is to draft it."""
    workshop.write(PART, workshop.read(PART) + NEW_PASSAGE)
    with patch.dict(os.environ, environment or {}):
        return workshop.run("draft", "--lang", "fr", *arguments)


def by(engine: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Provoke:
    return lambda workshop: drafting(workshop, "--engine", engine, *arguments, environment=environment)


def beside(workshop: Workshop) -> Path:
    """A folder for programmes, which is no part of the project."""
    return workshop.root.parent / "bin"


def without_apertium(workshop: Workshop) -> Run:
    return drafting(workshop, "--engine", "apertium", environment={"PATH": without_programmes(beside(workshop))})


def without_data(workshop: Workshop) -> Run:
    path = fake_apertium(beside(workshop), modes=("eng-spa",))
    return drafting(workshop, "--engine", "apertium", environment={"PATH": path})


def apertium_fails(workshop: Workshop) -> Run:
    path = fake_apertium(beside(workshop), "raise SystemExit(1)")
    return drafting(workshop, "--engine", "apertium", environment={"PATH": path})


def served(script: Script) -> Provoke:
    def provoke(workshop: Workshop) -> Run:
        with translating(script) as server:
            return drafting(workshop, "--engine", "libretranslate", "--server", server.address)

    return provoke


def nobody_there(workshop: Workshop) -> Run:
    with translating() as server:
        pass
    return drafting(workshop, "--engine", "libretranslate", "--server", server.address)


def in_french(path: str, message: object) -> Answer:
    """An honest server, with a translation that no guard minds."""
    if path == "/translate":
        assert isinstance(message, dict)
        return Answer({"translatedText": ["La maison est grande." for _ in message["q"]]})
    return honest(path, message)


def to_another_machine(workshop: Workshop) -> Run:
    """The other machine is played by this one, as its proxy."""
    with translating(in_french) as server:
        proxy = {"HTTP_PROXY": server.address, "http_proxy": server.address, "NO_PROXY": "", "no_proxy": ""}
        return drafting(workshop, "--engine", "libretranslate", "--server", "http://translate.example", environment=proxy)


def says_too_little(path: str, message: object) -> Answer:
    return Answer({"translatedText": []}) if path == "/translate" else honest(path, message)


def without_french(path: str, message: object) -> Answer:
    return Answer([{"code": "en", "targets": ["en"]}]) if path == "/languages" else honest(path, message)


def write_argos_package(folder: Path, tokenizer: str = "sentencepiece.model") -> None:
    """A package that looks whole, in a folder of packages; nothing in it can be read."""
    home = folder / "translate-en_fr-1_0"
    (home / "model").mkdir(parents=True)
    (home / "metadata.json").write_text('{"from_code": "en", "to_code": "fr", "package_version": "1.0"}', encoding="utf-8")
    for name in ("model/model.bin", tokenizer):
        (home / name).write_bytes(b"damaged")


def by_argos(spoil: Callable[[Path], None]) -> Provoke:
    """``dossier draft`` with the packages that ``spoil`` puts into their folder."""

    def provoke(workshop: Workshop) -> Run:
        packages = workshop.root.parent / "argos-packages"
        spoil(packages)
        return drafting(workshop, "--engine", "argos", environment={"ARGOS_PACKAGES_DIR": str(packages)})

    return provoke


CASES: tuple[Case, ...] = (
    Case("M001", "no such engine", by("nonsense"), "", "choose one of: apertium, argos, argostranslate, libretranslate, pseudo"),
    Case(
        "M001",
        "slip of the pen",
        by("aperitum"),
        "",
        "did you mean “apertium”? Or choose one of: apertium, argos, argostranslate, libretranslate, pseudo",
    ),
    Case("M002", "no apertium", without_apertium, "", f"on Debian or Ubuntu: {PACKAGES}"),
    Case("M003", "no data", without_data, "", f"install data for these languages, on Debian or Ubuntu such as: {PACKAGES}"),
    Case(
        "M003",
        "server without French",
        served(without_french),
        "",
        "let the server load them (libretranslate --load-only …), or choose another engine",
    ),
    Case("M004", "nobody there", nobody_there, "", AGAIN),
    Case("M004", "too few translations", served(says_too_little), "", AGAIN),
    Case("M005", "another machine", to_another_machine, "", "use an https:// address, or a server on this machine"),
    Case(
        "M006",
        "apertium fails",
        apertium_fails,
        "",
        "see what it says, then run the same command again: what came before is kept",
    ),
    Case("M007", "no server", by("libretranslate"), "", "name yours, such as --server http://localhost:5000"),
    Case(
        "M007",
        "key in the open",
        by("libretranslate", "--server", "http://translate.example", environment=KEY),
        "",
        "use an https:// address, or unset DOSSIER_SERVER_KEY if the server asks for no key",
    ),
    Case("M003", "no Argos package", by_argos(lambda folder: None), "", "dossier models install en fr"),
    Case(
        "M020",
        "damaged Argos package",
        by_argos(write_argos_package),
        "",
        "remove the package and install it again: dossier models remove, dossier models install",
    ),
    Case(
        "M021",
        "Argos package of byte pairs",
        by_argos(lambda folder: write_argos_package(folder, tokenizer="bpe.model")),
        "",
        "install the extra: pip install 'dossier[argos]', and choose --engine argostranslate",
    ),
)
