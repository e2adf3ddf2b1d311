"""Our own preflight: what a printing house would send back (no free programme judges PDF/X-4), and what no validator tells."""

from collections.abc import Iterator, Sequence

from dossier.model.diagnostics import Diagnostic
from dossier.pipeline.judges.values import File, Judge, NoVerdictError


def _judge(files: Sequence[File]) -> Iterator[Diagnostic]:
    from dossier.press.preflight.checking import preflight  # pikepdf is slow to load, and only this judge wants it

    for file in files:
        try:
            data = file.location.read_bytes()
        except OSError as error:
            raise NoVerdictError(f"{file.path} cannot be read: {error.strerror}") from None
        yield from preflight(data, file.profile, file.path)


PREFLIGHT = Judge("preflight", lambda file: file.profile is not None, lambda: "", _judge)
