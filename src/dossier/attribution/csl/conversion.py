"""Bibliographic formats made of CSL-JSON by pandoc."""

import json
import subprocess
from collections.abc import Sequence
from tempfile import TemporaryDirectory
from typing import Any

from dossier.attribution.csl import pandoc


def biblatex(items: Sequence[dict[str, Any]]) -> str:
    """CSL-JSON items as BibLaTeX, which knows web pages, translators and days, as BibTeX does not.

    Raises
    ------
    ProcessorError
        Where pandoc failed.
    """
    with TemporaryDirectory(prefix="dossier-csl-") as folder:
        command = [pandoc.binary(), "--sandbox", f"--data-dir={folder}", "--from=csljson", "--to=biblatex", "--wrap=none"]
        try:
            done = subprocess.run(
                command,
                input=json.dumps(items, ensure_ascii=False).encode(),
                capture_output=True,
                timeout=pandoc.SECONDS,
                cwd=folder,
                env={"LC_ALL": "C.UTF-8", "HOME": folder},
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise pandoc.ProcessorError(str(error).replace(folder, "")) from error
    if done.returncode:
        raise pandoc.ProcessorError(pandoc.said(done.stderr, folder))
    return done.stdout.decode()
