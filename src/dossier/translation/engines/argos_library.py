"""``argostranslate``: the library itself, for packages that only it reads (byte-pair encoding), and to compare ours with.

It is handed one sentence at a time and does not split it: its splitters would cut where the other engines do not, and some of
them ask the network (``stanza``). So what is called is the function below them, ``translate.apply_packaged_translation``, with
the package and the CTranslate2 model that its ``PackageTranslation`` would load, and its own settings (``ARGOS_INTER_THREADS``
and the like). That is slow: the engine ``argos`` reads the same packages and is many times faster.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.argos_packages import MODEL, Package, packages_folder, unusable
from dossier.translation.engines.argos_sizes import size_fault
from dossier.translation.engines.chain import Chain, joined_origin
from dossier.translation.engines.engine import Effort, Engine, Pair, Reply, Settings
from dossier.translation.engines.routes import find_route

NAME = "argostranslate"
_LONGEST_INPUT, _LONGEST_OUTPUT = 1024, 256  # tokens; the library leaves CTranslate2's own limits as they are
_QUIET = {"ARGOS_CHUNK_TYPE": "MINISBD"}  # with "SPACY", importing the library fetches a model


class _WholeSentence:
    """What the library takes for a splitter of sentences."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


@dataclass
class _Watched:
    """What the library takes for a model: tells it how to search, and sees what it does not tell: whether a limit was reached."""

    translator: Any
    beam: int
    cut: bool = field(default=False, init=False)

    def translate_batch(self, batch: Sequence[Sequence[str]], **options: Any) -> Any:
        found = self.translator.translate_batch(batch, **{**options, "beam_size": self.beam})
        self.cut = any(len(tokens) > _LONGEST_INPUT for tokens in batch)
        self.cut |= any(len(result.hypotheses[0]) >= _LONGEST_OUTPUT for result in found)
        return found


@dataclass(frozen=True)
class LibraryEngine:
    """One package as the library reads it."""

    package: Package

    @property
    def origin(self) -> str:
        """See :class:`~dossier.translation.engines.engine.Engine`."""
        return joined_origin(NAME, [self.package])

    def translate(self, sentences: Sequence[str], effort: Effort) -> Iterator[tuple[int, Reply]]:
        """See :class:`~dossier.translation.engines.engine.Engine`."""
        for index, sentence in enumerate(sentences):
            yield index, self._reply(sentence, effort.beam) if sentence.strip() else Reply("")

    def _reply(self, sentence: str, beam: int) -> Reply:
        package, translator = _loaded(self.package, self.package.digest)
        watched = _Watched(translator, beam)
        text = sentence.encode("utf-8", "replace").decode("utf-8")
        try:
            found = library().translate.apply_packaged_translation(package, text, watched, _WholeSentence(), num_hypotheses=1)
        except (RuntimeError, ValueError):  # it fails on this sentence: the table of positions may be too short
            return Reply("", cut=True)
        return Reply(str(found[0].value), watched.cut)


def open_engine(pair: Pair, settings: Settings) -> Engine:
    """The engine for ``pair``: one package, or a chain of them.

    Raises
    ------
    DossierError
        M002 where the library is not installed, M003 where no installed packages make a way, M020 where they are damaged.
    """
    library()
    route = find_route(pair, packages_folder(os.environ), bpe=True)
    engines = [LibraryEngine(package) for package in route]
    return engines[0] if len(engines) == 1 else Chain(joined_origin(NAME, route), engines)


def library() -> Any:
    """The package ``argostranslate``, with the modules that are used here. Importing it makes folders of its own.

    Raises
    ------
    DossierError
        M002 where it is not installed.
    """
    try:
        with _environment(_QUIET):
            import argostranslate
            import argostranslate.package
            import argostranslate.settings
            import argostranslate.translate
    except ImportError as error:
        details = (("reason", str(error)),)
        mend = "install the extra: pip install 'dossier[argos]'"
        raise DossierError(
            Diagnostic(CODES["M002"], "the library argostranslate is not installed", None, details, mend)
        ) from error
    return argostranslate


@lru_cache(maxsize=8)
def _loaded(package: Package, digest: str) -> tuple[Any, Any]:
    """The library's own package and its model, as ``PackageTranslation`` loads it."""
    import ctranslate2

    settings = library().settings
    if fault := size_fault(package.folder):
        raise unusable(package.folder, "cannot be loaded", fault)
    try:
        found = library().package.Package(package.folder)
        translator = ctranslate2.Translator(
            str(package.folder / MODEL),
            device=settings.device,
            inter_threads=settings.inter_threads,
            intra_threads=settings.intra_threads,
            compute_type=settings.compute_type,
        )
        translator.translate_batch([found.tokenizer.encode("A.")], max_decoding_length=4)
    except (RuntimeError, ValueError, TypeError, OSError, MemoryError, AttributeError, LookupError) as error:
        raise unusable(package.folder, "cannot be loaded", str(error)) from error
    return found, translator


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Environment variables that hold for a moment."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
