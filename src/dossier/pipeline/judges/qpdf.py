"""qpdf: is the file of a PDF whole?"""

import shutil
from collections.abc import Iterator, Sequence

from dossier.pipeline.judges.running import run
from dossier.pipeline.judges.values import File, Finding, Judge


def _missing() -> str:
    return "" if shutil.which("qpdf") else "there is no programme “qpdf”"


def _judge(files: Sequence[File]) -> Iterator[Finding]:
    for file in files:
        ran = run([shutil.which("qpdf") or "qpdf", "--check", file.location])
        if ran.code:
            yield Finding("J006", file, "--check", _words(ran.errors, file) or f"it ended with {ran.code} and said nothing")


def _words(errors: str, file: File) -> str:
    """What it complains of, without the place of the file on this machine."""
    lines = (line.replace(f"{file.location}: ", "").replace(str(file.location), file.path) for line in errors.splitlines())
    return "; ".join(line for line in lines if line.strip())


QPDF = Judge("qpdf", lambda file: file.profile is not None, _missing, _judge)
