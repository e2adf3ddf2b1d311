"""The citation processor: pandoc's, which pypandoc_binary carries."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.attribution.csl.ast import Node

SECONDS = 300
"""After this time the processor is stopped: about a hundred times what a thousand citations take."""


_FOLDER = "dossier-csl-"


class ProcessorError(RuntimeError):
    """Raised where the processor gave up; says what it said."""


def set_document(document: Node, style: bytes) -> Node:
    """``document`` with its citations set by ``style``, and its bibliography at the end.

    The processor sees its input and nothing else: no network, no configuration, an empty folder. So it is a function of what
    it is given, like any other step.

    Raises
    ------
    ProcessorError
        Where it failed.
    """
    with TemporaryDirectory(prefix=_FOLDER) as folder:
        file = Path(folder) / "style.csl"
        file.write_bytes(style)
        given = json.dumps(document, ensure_ascii=False).encode()
        result: Node = json.loads(_run(["--from=json", "--to=json", "--citeproc", f"--csl={file}"], given, folder))
    return result


def convert(data: bytes, source: str, target: str) -> bytes:
    """``data`` in another of pandoc's formats.

    Parameters
    ----------
    data:
        What is converted.
    source, target:
        Names of the two formats (https://pandoc.org/MANUAL.html#option--from).

    Raises
    ------
    ProcessorError
        Where it failed.
    """
    with TemporaryDirectory(prefix=_FOLDER) as folder:
        return _run([f"--from={source}", f"--to={target}", "--wrap=none"], data, folder)


def _run(arguments: list[str], data: bytes, folder: str) -> bytes:
    """What pandoc makes of ``data``, with nothing of the machine in its surroundings but the empty ``folder``."""
    try:
        done = subprocess.run(
            [_binary(), "--sandbox", f"--data-dir={folder}", *arguments],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            cwd=folder,
            env={"LC_ALL": "C.UTF-8", "HOME": folder},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProcessorError(str(error).replace(folder, "")) from error
    if done.returncode:
        raise ProcessorError(_said(done.stderr, folder))
    return done.stdout


def _binary() -> str:
    # Found, not imported: the library would look for other copies of pandoc on the machine. Only its own one is pinned.
    found = find_spec("pypandoc")
    if found is None or found.origin is None:
        raise ProcessorError("pypandoc-binary is not installed")
    return str(Path(found.origin).with_name("files") / "pandoc")


def _said(errors: bytes, folder: str) -> str:
    lines = errors.decode("utf-8", "replace").replace(folder, "").split("\n")
    return " ".join(line.strip() for line in lines if line.strip())[:500] or "nothing"
