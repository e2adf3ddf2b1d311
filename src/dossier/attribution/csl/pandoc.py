"""The citation processor: pandoc's, which pypandoc_binary carries."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.attribution.csl.ast import Node

SECONDS = 300
"""After this time the processor is stopped: about a hundred times what a thousand citations take."""


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
    with TemporaryDirectory(prefix="dossier-csl-") as folder:
        file = Path(folder) / "style.csl"
        file.write_bytes(style)
        command = [binary(), "--sandbox", f"--data-dir={folder}", "--from=json", "--to=json", "--citeproc", f"--csl={file}"]
        text = json.dumps(document, ensure_ascii=False)
        try:
            done = subprocess.run(
                command,
                input=text.encode(),
                capture_output=True,
                timeout=SECONDS,
                cwd=folder,
                env={"LC_ALL": "C.UTF-8", "HOME": folder},
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ProcessorError(str(error).replace(folder, "")) from error
    if done.returncode:
        raise ProcessorError(said(done.stderr, folder))
    result: Node = json.loads(done.stdout)
    return result


def binary() -> str:
    # Found, not imported: the library would look for other copies of pandoc on the machine. Only its own one is pinned.
    found = find_spec("pypandoc")
    if found is None or found.origin is None:
        raise ProcessorError("pypandoc-binary is not installed")
    return str(Path(found.origin).with_name("files") / "pandoc")


def said(errors: bytes, folder: str) -> str:
    lines = errors.decode("utf-8", "replace").replace(folder, "").split("\n")
    return " ".join(line.strip() for line in lines if line.strip())[:500] or "nothing"
