"""Whether an unpacked package could translate: its metadata, its files, and a first word."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from pydantic import ValidationError

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.limits import Limits
from dossier.pipeline.models.metadata import Metadata, is_too_new
from dossier.translation.engines.argos_packages import BPE, METADATA, SENTENCEPIECE
from dossier.translation.engines.argos_sizes import size_fault

_TRIAL = "dossier.translation.engines.argos_trial"
_MODEL = "model/model.bin"
_VOCABULARIES = ("shared_vocabulary", "source_vocabulary", "target_vocabulary")
_LONGEST = 1_000_000  # bytes of metadata


def read_metadata(folder: Path) -> Metadata:
    """What the package in ``folder`` says of itself.

    Raises
    ------
    DossierError
        M015 where that cannot be read, or is no package that translates between two languages.
    """
    try:
        with (folder / METADATA).open("rb") as file:
            found = Metadata.model_validate(json.loads(file.read(_LONGEST)))
    except ValidationError as error:
        wrong = ((".".join(map(str, one["loc"])) or METADATA, one["msg"]) for one in error.errors(include_url=False)[:5])
        raise incomplete(f"the package's {METADATA} is not that of a model", tuple(wrong)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise incomplete(f"the package has no {METADATA} that can be read") from error
    if is_too_new(found.argos_version):
        raise incomplete(f"the package was made for Argos Translate {found.argos_version}, which is not known here")
    return found


def check_files(folder: Path) -> None:
    """Raise M015 where model, vocabulary or tokenizer are missing, or do not go together."""
    missing = []
    if not _is_there(folder / _MODEL):
        missing.append(_MODEL)
    there = {name for name in _VOCABULARIES if any(_is_there(folder / "model" / f"{name}.{ext}") for ext in ("json", "txt"))}
    if not ("shared_vocabulary" in there or len(there) == 2):
        missing.append("a vocabulary in model/")
    if not any(_is_there(folder / name) for name in (SENTENCEPIECE, BPE)):
        missing.append(f"{SENTENCEPIECE} or {BPE}")
    if missing:
        raise incomplete(f"the package is not complete: it has no {', no '.join(missing)}")
    if fault := size_fault(folder):
        raise incomplete("the model does not go with its vocabulary", (("reason", fault),))


def try_out(folder: Path, limits: Limits) -> bool:
    """Let the model translate a word, in a process of its own.

    Returns
    -------
    Whether it was tried: not where what reads models is not installed.

    Raises
    ------
    DossierError
        M015 where it does not work.
    """
    if not all(importlib.util.find_spec(name) for name in ("ctranslate2", "sentencepiece")):
        return False
    command = [sys.executable, "-P", "-m", _TRIAL, str(folder)]  # -P: the folder one stands in is nobody's library
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=limits.trial, check=False)
    except subprocess.TimeoutExpired as error:
        raise incomplete(f"the model had not translated a word after {limits.trial:.0f} seconds") from error
    if done.returncode:
        last = done.stderr.replace(f"{folder}/", "").strip().splitlines()[-1:] or [f"the process ended with {done.returncode}"]
        raise incomplete("the model cannot be loaded", (("reason", last[0][:300]),))
    return True


def incomplete(message: str, details: tuple[tuple[str, str], ...] = ()) -> DossierError:
    """M015, to be raised."""
    return DossierError(Diagnostic(CODES["M015"], message, details=details))


def _is_there(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0
